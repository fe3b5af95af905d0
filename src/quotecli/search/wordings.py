"""A statement in all its wordings: who printed which, where they differ, the earliest first."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.errors import UnknownId
from quotecli.core.folding import fold
from quotecli.core.ids import id_range
from quotecli.core.types import Filters, Quote, Sort
from quotecli.search.finding import scope, search

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["Change", "Family", "Variant", "variants", "word_changes"]


class Change(NamedTuple):
    """A stretch of words in which a wording is, or is not, like the first one.

    Attributes:
        kind: `same`, `added` (only here), `left out` (only in the first wording) or `instead` (both, differing).
        text: words of this wording, "" where they are left out.
        first: words of the first wording, "" where they are added.
    """

    kind: str
    text: str
    first: str


class Variant(NamedTuple):
    """One wording.

    Attributes:
        quotes: the quotes that have it, in the order that was asked for; marks, case and accents may differ.
        changes: from the first wording; empty for the first itself.
    """

    quotes: tuple[Quote, ...]
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
    family = store.index.families([row]).get(row)
    rows = [row] if family is None else [kin for kin, _ in store.index.kin([family])[family]]
    passed = rows if filters == Filters() else store.index.passing(rows, scope(store, filters), len(rows))
    if sort in {Sort.DATE, Sort.RELEVANCE}:
        sort, reverse = Sort.DATE, not reverse  # lists begin with the latest
    in_order = store.index.ordered(passed, sort, reverse=reverse)
    shown = in_order[offset:][: limit or None]
    return _family(store.quotes(shown), len(rows) - len(shown)) if shown else None


def _family(quotes: list[Quote], left_out: int) -> Family:
    wordings: dict[str, list[Quote]] = {}
    for quote in quotes:
        wordings.setdefault(" ".join(fold(quote.text).strip(" .,;:!?").split()), []).append(quote)
    first = next(iter(wordings.values()))[0].text
    return Family(
        tuple(
            Variant(tuple(group), word_changes(first, group[0].text) if place else ())
            for place, group in enumerate(wordings.values())
        ),
        left_out,
    )


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
