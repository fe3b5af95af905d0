"""A statement in all its wordings: who printed which, where they differ, the earliest first."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Literal, NamedTuple

from quotecli.core.errors import UnknownId
from quotecli.core.folding import fold
from quotecli.core.ids import id_range
from quotecli.core.types import Filters, Quote, Sort
from quotecli.search.finding import search
from quotecli.search.narrowing import scope
from quotecli.search.scoring import in_order
from quotecli.search.statements import as_long_as, pieces
from quotecli.store.words import cut

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["Change", "Family", "Variant", "variants", "word_changes"]

_MOST_JOINED = 500
"""Quotes of one listing whose statement's other pieces are looked up."""


_KEPT = 0.6
"""Share of a piece's words that a quote has, in order, which has the piece."""


class Change(NamedTuple):
    """A stretch of words in which a wording is, or is not, like the first one.

    Attributes:
        kind: `same`, `added` (only here), `left out` (only in the first wording) or `instead` (both, differing).
        text: words of this wording, "" where they are left out.
        first: words of the first wording, "" where they are added.
    """

    kind: Literal["same", "added", "left out", "instead"]
    text: str
    first: str


class Variant(NamedTuple):
    """One wording.

    Attributes:
        quotes: the quotes that have it, in the order that was asked for; marks, case and accents may differ.
        text: its words; where a document splits the statement, those of its pieces.
        changes: from the first wording; empty for the first itself.
    """

    quotes: tuple[Quote, ...]
    text: str
    changes: tuple[Change, ...]


class Family(NamedTuple):
    """A statement in its wordings.

    Attributes:
        variants: in the order that was asked for.
        left_out: how many of its quotes are not among them: the filters, or the limit, leave them out.
    """

    variants: tuple[Variant, ...]
    left_out: int = 0


def variants(
    store: Store,
    wanted: str,
    filters: Filters = Filters(),  # noqa: B008 (frozen)
    *,
    sort: Sort = Sort.DATE,
    reverse: bool = False,
    limit: int = 0,
    offset: int = 0,
) -> Family | None:
    """Return the family of a quote: every document that carries the statement, with its wording.

    Args:
        store: the store.
        wanted: an id or its beginning, else a query whose best hit is meant.
        filters: which of its quotes to show; of a query they, and those written in it, also choose the hit.
        sort: of its quotes; the earliest first, else as in `list_quotes`.
        reverse: the other way round.
        limit: quotes at most; 0 for all.
        offset: quotes to leave out at the beginning.

    Returns:
        None when nothing is found; a quote without a family is one of its own.
    """
    row, filters = _row(store, wanted, filters)
    if row is None:
        return None
    family = store.index.families([row]).get(row) or _family_of_pieces(store, row)
    rows = [row] if family is None else [kin for kin, _ in store.index.kin([family])[family]]
    passed = rows if filters == Filters() else store.index.passing(rows, scope(store, filters), len(rows))
    if sort in {Sort.DATE, Sort.RELEVANCE}:
        sort, reverse = Sort.DATE, not reverse  # lists begin with the latest
    in_order = store.index.ordered(passed, sort, reverse=reverse)
    shown = in_order[offset:][: limit or None]
    return _family(store, store.quotes(shown), len(rows) - len(shown)) if shown else None


def _family_of_pieces(store: Store, row: int) -> int | None:
    """Return the family of another piece of the statement that a quote is one of, where one of it has its words too.

    So a half meets those who print the whole; a family of the other half alone says nothing of it.
    """
    quote = store.quotes([row])[0]
    families = store.index.families([store.row(piece.id) for piece in pieces(store, quote)])
    members = store.index.kin(set(families.values()))
    words = cut(fold(quote.text))
    for _, family in sorted(families.items()):
        texts = store.index.texts([kin for kin, _ in members[family]])
        if any(in_order(words, cut(fold(text))) >= _KEPT * len(words) for _, text in texts):
            return family
    return None


def _family(store: Store, quotes: list[Quote], left_out: int) -> Family:
    wordings: dict[str, list[tuple[Quote, str]]] = {}
    for quote, text in zip(quotes, _whole(store, quotes), strict=True):
        wordings.setdefault(" ".join(fold(text).strip(" .,;:!?").split()), []).append((quote, text))
    texts = [group[0][1] for group in wordings.values()]
    return Family(
        tuple(
            Variant(tuple(quote for quote, _ in group), text, word_changes(texts[0], text) if place else ())
            for place, (group, text) in enumerate(zip(wordings.values(), texts, strict=True))
        ),
        left_out,
    )


def _whole(store: Store, quotes: list[Quote]) -> list[str]:
    """Return the words of each quote; of one that is shorter than others, with its statement's pieces that they have.

    So what a document splits ("We stay," he said, "and we fight.") doesn't look as if half were left out.
    """
    longest = max((quote.text for quote in quotes), key=lambda text: len(text.split()))
    looked_at = 0
    texts = []
    for quote in quotes:
        text = quote.text
        if len(text.split()) < len(longest.split()) and looked_at < _MOST_JOINED:
            looked_at += 1
            text = as_long_as(store, quote, longest)
        texts.append(text)
    return texts


def _row(store: Store, wanted: str, filters: Filters) -> tuple[int | None, Filters]:
    """Return the quote that is meant, and all filters, those of the query too."""
    if id_range(wanted) is not None:
        try:
            return store.row(wanted), filters
        except UnknownId:
            if len(wanted.strip()) == len("g000000000000000"):
                raise
    found = search(store, wanted, filters, limit=1, group=False)
    return store.row(found.hits[0].quote.id) if found.hits else None, filters.together(found.query.filters)


def _bare(word: str) -> str:
    folded = fold(word)
    return folded.strip("\"'.,;:!?()") or folded


def word_changes(first: str, other: str, key: Callable[[str], Hashable] = _bare) -> tuple[Change, ...]:
    """Return the stretches of `other` that are like `first` and those that differ, word by word and in order.

    Args:
        first: the wording that is taken for the original.
        other: the wording held against it.
        key: what is equal of words that are held to be equal; as it is, those that fold alike and differ in the marks
            at their ends only.
    """
    from quotecli.core.alignment import matching_blocks

    old, new = first.split(), other.split()
    changes: list[Change] = []
    at, to = 0, 0
    for block in matching_blocks([key(word) for word in old], [key(word) for word in new]):
        here, there = " ".join(new[to : block.b]), " ".join(old[at : block.a])
        if here or there:
            changes.append(Change("instead" if here and there else "added" if here else "left out", here, there))
        at, to = block.a + block.size, block.b + block.size
        if block.size:
            changes.append(Change("same", " ".join(new[block.b : to]), " ".join(old[block.a : at])))
    return tuple(changes)
