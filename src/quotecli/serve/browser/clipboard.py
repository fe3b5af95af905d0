"""The clipboard: the terminal's own (also far away, over ssh), and the machine's where the extra is there."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual.app import App

from quotecli.app.cite import Citations
from quotecli.core.errors import UsageError
from quotecli.show.citations import copy as copy_citations
from quotecli.show.clean import clean_block

__all__ = ["copy"]


def copy(app: App[Any], text: str, citations: Citations | None = None) -> None:
    """Copy a text, and say so.

    Args:
        app: its terminal is asked to keep the text.
        text: what is copied; a shell it is pasted into must not obey it, so it is cleaned.
        citations: the same as the use-case gave it, if it is a citation.
    """
    clean = clean_block(text)
    app.copy_to_clipboard(clean)
    citations = citations or Citations((clean,), whole=False)
    app.run_worker(lambda: _copy_here(citations), thread=True)  # another program does it, which may take its time
    app.notify("copied", timeout=2)


def _copy_here(citations: Citations) -> None:
    with suppress(UsageError):  # no extra, or no clipboard but the terminal's
        copy_citations(citations)
