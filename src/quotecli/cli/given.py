"""What `-` among the names of quotes or documents stands for: those that standard input names."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from quotecli.app.naming.given import documents_in, names_in, text_in
from quotecli.core.errors import ReadError

__all__ = ["read_input", "with_given"]


def read_input() -> str:
    """Return the text that stands on standard input."""
    return text_in(sys.stdin.buffer.read())


def with_given(names: Sequence[str], *, documents: bool = False) -> list[str]:
    """Return the names with those on standard input in the place of `-`.

    Args:
        names: what was typed.
        documents: documents are asked for, which have paths and URLs too.

    Raises:
        ReadError: `-` is the only name and standard input names nothing: what was to name something found nothing.
    """
    if "-" not in names:
        return list(names)
    given = (documents_in if documents else names_in)(read_input())
    first = names.index("-")
    named = [*names[:first], *given, *(name for name in names[first:] if name != "-")]
    if not named:
        raise ReadError(f"standard input names no {'documents' if documents else 'quotes'}")
    return named
