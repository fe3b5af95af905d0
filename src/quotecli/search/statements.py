"""The pieces of a statement that the reporter's words split, and what somebody says in a row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quotecli.core.folding import fold

if TYPE_CHECKING:
    from quotecli.core.types import Quote
    from quotecli.store import Store

__all__ = ["as_long_as", "in_a_row", "pieces", "said_in_a_row"]

_MOST_PIECES = 12
"""Quotes among which the pieces of one statement are looked for: they stand one behind the other."""


def pieces(store: Store, quote: Quote) -> list[Quote]:
    """Return the pieces of the statement that a quote is one of, in order; the quote alone where it is whole."""
    first = quote.part_of or quote.id
    row = store.row(first)
    near = store.quotes(range(row, row + _MOST_PIECES))
    return [piece for piece in near if first in (piece.id, piece.part_of)] or [quote]


def in_a_row(store: Store, quote: Quote) -> list[Quote]:
    """Return the quotes that the same speakers have in the paragraph of a quote, in order, itself among them."""
    row = store.row(quote.id)
    near = store.quotes(range(max(row - _MOST_PIECES, 1), row + _MOST_PIECES))
    place = (quote.document, quote.paragraph, quote.speakers)
    return sorted((one for one in near if (one.document, one.paragraph, one.speakers) == place), key=_start)


def said_in_a_row(quotes: Sequence[Quote]) -> str:
    """Return the words of such quotes as one would print them together: “A,” she said. “B.” is "A. B."."""
    texts = [
        text[:-1] + "." if text.endswith(",") and following[:1].isupper() else text
        for text, following in pairwise([*(quote.text for quote in quotes), ""])
    ]
    return " ".join(texts)


def _start(quote: Quote) -> int:
    return quote.start


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
