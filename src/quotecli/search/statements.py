"""The pieces of a statement that the reporter's words split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotecli.core.folding import fold

if TYPE_CHECKING:
    from quotecli.core.types import Quote
    from quotecli.store import Store

__all__ = ["as_long_as", "pieces"]

_MOST_PIECES = 12
"""Quotes among which the pieces of one statement are looked for: they stand one behind the other."""


def pieces(store: Store, quote: Quote) -> list[Quote]:
    """Return the pieces of the statement that a quote is one of, in order; the quote alone where it is whole."""
    first = quote.part_of or quote.id
    row = store.row(first)
    near = store.quotes(range(row, row + _MOST_PIECES))
    return [piece for piece in near if first in (piece.id, piece.part_of)] or [quote]


def as_long_as(store: Store, quote: Quote, whole: str) -> str:
    """Return a quote's words with those pieces of its statement beside it that make them more like `whole`."""
    from rapidfuzz.fuzz import ratio

    said = pieces(store, quote)
    first = next((place for place, piece in enumerate(said) if piece.id == quote.id), 0)
    last = first + 1
    wanted = fold(whole)

    def joined(start: int, end: int) -> str:
        return " ".join(piece.text for piece in said[start:end])

    best = ratio(fold(joined(first, last)), wanted)
    while ahead := [
        (start, end) for start, end in ((first, last + 1), (first - 1, last)) if 0 <= start < end <= len(said)
    ]:
        likeness, start, end = max((ratio(fold(joined(*run)), wanted), *run) for run in ahead)
        if likeness <= best:
            break
        best, first, last = likeness, start, end
    return joined(first, last) if last - first > 1 else quote.text
