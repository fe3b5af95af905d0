"""What is shown around a quote."""

from __future__ import annotations

from quotecli.core.types import Span

__all__ = ["context_of"]

_LONGEST_CONTEXT = 20_000
"""Characters of a paragraph that is a quote's context as a whole; thousands of quotes may share a longer one."""
_AROUND = 5_000


def context_of(paragraph: Span, start: int, end: int) -> Span:
    """Return where a quote's context stands: its paragraph, or what is around it in one without end."""
    if paragraph.end - paragraph.start <= _LONGEST_CONTEXT:
        return paragraph
    return Span(max(paragraph.start, start - _AROUND), min(paragraph.end, end + _AROUND))
