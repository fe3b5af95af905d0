"""Words that differ between two wordings, marked: on a screen by letters, elsewhere as `git diff --word-diff` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecli.show.clean import clean_line

if TYPE_CHECKING:
    from rich.text import Text

    from quotecli.app.variants import Change

__all__ = ["change_records", "marked_changes", "plain_changes"]


def change_records(changes: Sequence[Change]) -> list[dict[str, str]]:
    """Return the words as data: those that are the same, and those that differ."""
    return [{"kind": change.kind, "text": change.text, "first": change.first} for change in changes]


def plain_changes(changes: Sequence[Change]) -> str:
    """Return the words with `[-left out-]` and `{+added+}`."""
    parts = []
    for change in changes:
        if change.kind in {"left out", "instead"}:
            parts.append(f"[-{clean_line(change.first)}-]")
        if change.kind == "same":
            parts.append(clean_line(change.text))
        elif change.text:
            parts.append("{+" + clean_line(change.text) + "+}")
    return " ".join(parts)


def marked_changes(changes: Sequence[Change]) -> Text:
    """Return the words in marks: what is added is bold, what is left out struck through."""
    from rich.text import Text

    text = Text("“")
    for place, change in enumerate(changes):
        if place:
            text.append(" ")
        if change.kind in {"left out", "instead"}:
            text.append(clean_line(change.first), style="strike dim")
            text.append(" " if change.kind == "instead" else "")
        text.append(clean_line(change.text), style="" if change.kind == "same" else "bold magenta")
    text.append("”")
    return text
