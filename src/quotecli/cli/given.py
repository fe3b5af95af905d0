"""What `-` among the names of quotes stands for: those that standard input names."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from quotecli.app.given import names_in, text_in
from quotecli.core.errors import ReadError

__all__ = ["read_input", "with_given"]


def read_input() -> str:
    """Return the text that stands on standard input."""
    return text_in(sys.stdin.buffer.read())


def with_given(names: Sequence[str]) -> list[str]:
    """Return the names with those on standard input in the place of `-`.

    Raises:
        ReadError: `-` is the only name and standard input names nothing: what was to name something found nothing.
    """
    if "-" not in names:
        return list(names)
    given = names_in(read_input())
    first = names.index("-")
    named = [*names[:first], *given, *(name for name in names[first:] if name != "-")]
    if not named:
        raise ReadError("standard input names no quotes")
    return named
