"""The pieces of a statement that the reporter's words split, and what somebody says in a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from quotecli.core.folding import fold
from quotecli.store.spoken import MOST_PIECES

if TYPE_CHECKING:
    from quotecli.core.types import Quote
    from quotecli.store import Store
    from quotecli.store.spoken import Said

__all__ = ["as_long_as", "pieces", "said_in_a_row", "statements"]


def pieces(store: Store, quote: Quote) -> list[Quote]:
    """Return the pieces of the statement that a quote is one of, in order; the quote alone where it is whole."""
    first = quote.part_of or quote.id
    row = store.row(first)
    near = store.quotes(range(row, row + MOST_PIECES))
    return [piece for piece in near if first in (piece.id, piece.part_of)] or [quote]


def said_in_a_row(texts: Sequence[str]) -> str:
    """Return what somebody says in a paragraph as one would print it together: “A,” she said. “B.” is "A. B."."""
    return " ".join(
        text[:-1] + "." if text.endswith(",") and following[:1].isupper() else text
        for text, following in pairwise([*texts, ""])
    )


def statements(beside: Mapping[int, Said], rows: Sequence[int]) -> Iterator[tuple[Said, str]]:
    """Yield each quote with its words, with those of the whole statement, and all that was said in its paragraph.

    Args:
        beside: the quotes and those near them, in order (`Index.said`).
        rows: the quotes.
    """
    pieces: dict[int, list[Said]] = {}
    in_a_row: dict[tuple[object, ...], list[Said]] = {}
    for one in beside.values():
        pieces.setdefault(one.first, []).append(one)
        in_a_row.setdefault(_place(one), []).append(one)
    seen: set[object] = set()
    for quote in (beside[row] for row in rows if row in beside):
        yield quote, quote.text
        if quote.first in seen:
            continue
        seen.add(quote.first)
        said = [one for one in pieces[quote.first] if quote.first <= one.row < quote.first + MOST_PIECES] or [quote]
        if len(said) > 1:
            yield said[0], " ".join(one.text for one in said)
        if (place := _place(quote)) in seen:
            continue
        seen.add(place)
        near = range(quote.row - MOST_PIECES, quote.row + MOST_PIECES)
        row = sorted((one for one in in_a_row[place] if one.row in near), key=attrgetter("start"))
        if len(row) > len(said):
            yield row[0], said_in_a_row([one.text for one in row])


def _place(said: Said) -> tuple[object, ...]:
    return said.document, said.paragraph, said.speakers


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
