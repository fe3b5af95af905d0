"""Searches a store: from the query's words to the hits, in order, with what matched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.errors import UsageError
from quotecli.core.types import Filters, Hit, Sort
from quotecli.search.lines import Line, hits_of, lines_of, standing_for
from quotecli.search.narrowing import narrow
from quotecli.search.query import Query, parse_query, with_rest
from quotecli.search.ranking import ranked
from quotecli.search.scoring import CLOSE

if TYPE_CHECKING:
    from quotecli.search.people import NameHit
    from quotecli.store import Scope, Store

__all__ = ["Listing", "best_rows", "list_quotes", "search"]

_FEW = 4
"""Words in marks below which those beside them say more, where these are many."""
_CLOSER = 70.0
"""From this score on what another reading of a query finds may be what was meant."""

_MOST = 1_000_000_000
"""A limit, or an offset, that no store reaches."""


class Listing(NamedTuple):
    """What a search or a listing found.

    Attributes:
        hits: in order.
        total: how many hits there are without limit and grouping, or None when they were not all counted.
        suggestions: near names of the store, or queries near the one that found nothing, which find something.
        query: as understood.
        people: the speakers that a `by` filter took, likeliest first.
        unknown: what the filters name and the store has not: `speaker Zorro`, `outlet Moon Times`, `document x.txt`,
            `quote by Rob together with Kim`.
        before: how many of the hits the lines stand for that were left out at the beginning.
    """

    hits: list[Hit]
    total: int | None
    suggestions: list[str]
    query: Query
    people: list[NameHit]
    unknown: tuple[str, ...] = ()
    before: int = 0


def list_quotes(
    store: Store,
    filters: Filters = Filters(),  # noqa: B008 (frozen)
    *,
    sort: Sort = Sort.RELEVANCE,
    reverse: bool = False,
    limit: int = 20,
    offset: int = 0,
    group: bool = True,
) -> Listing:
    """Return the quotes that the filters let through; by relevance means as they were added, likeliest speaker first.

    Args:
        store: the store.
        filters: all must hold.
        sort: dates go from the latest, names from A.
        reverse: the other way round.
        limit: hits at most.
        offset: hits to leave out at the beginning.
        group: show a statement that several documents carry once, its other places in `Hit.others`.
    """
    limit, offset = _checked(limit, offset)
    narrowed = narrow(store, filters)
    lines = _first_lines(store, narrowed.scope, sort, reverse=reverse, most=limit + offset, group=group)
    query = Query("", ())
    hits = hits_of(store, lines[offset:], query, group=group)
    return Listing(
        hits,
        store.index.count(narrowed.scope),
        [] if hits else narrowed.suggestions,
        query,
        narrowed.people,
        narrowed.unknown,
        standing_for(lines[:offset]),
    )


def _first_lines(store: Store, scope: Scope, sort: Sort, *, reverse: bool, most: int, group: bool) -> list[Line]:
    """Return the first lines of a listing of all quotes in scope; those of grouped ones need more quotes than lines."""
    ask = most
    while True:
        rows = store.index.listing(scope, sort, reverse=reverse, limit=ask)
        lines = lines_of(store, [(100.0, row) for row in rows], group=group)[:most]
        if len(lines) == most or len(rows) < ask:
            break
        ask *= 2
    if not group or len(rows) < ask:
        return lines
    from quotecli.search.unread import unread  # a page seldom needs it

    more = unread(store, [line.row for line in lines], rows, scope)
    return [line._replace(stands_for=line.stands_for + more.get(line.row, 0)) for line in lines]


def search(
    store: Store,
    query: str,
    filters: Filters = Filters(),  # noqa: B008 (frozen)
    *,
    sort: Sort = Sort.RELEVANCE,
    reverse: bool = False,
    limit: int = 20,
    offset: int = 0,
    group: bool = True,
) -> Listing:
    """Return the quotes that fit a query, the best first.

    Args:
        store: the store.
        query: words, "exact words", filters such as `by:rob`; any text is legal. Empty: `list_quotes`.
        filters: all must hold, and those written in the query.
        sort: by how well they fit, else as in `list_quotes`.
        reverse: the other way round.
        limit: hits at most.
        offset: hits to leave out at the beginning.
        group: show a statement that several documents carry once, its other places in `Hit.others`.
    """
    limit, offset = _checked(limit, offset)
    parsed = _as_looks(store, parse_query(query))
    filters = filters.together(parsed.filters)
    if not (parsed.words or parsed.signs) and (parsed.blank or parsed.filters != Filters()):
        return list_quotes(
            store, filters, sort=sort, reverse=reverse, limit=limit, offset=offset, group=group
        )._replace(query=parsed)
    narrowed = narrow(store, filters)
    if not (parsed.words or parsed.signs):
        return Listing([], 0, [], parsed, narrowed.people, narrowed.unknown)
    pairs, total, asked = _found(store, parsed, narrowed.scope, limit + offset)
    if sort is not Sort.RELEVANCE:
        scores = {row: score for score, row in pairs}
        pairs = [(scores[row], row) for row in store.index.ordered(list(scores), sort, reverse=reverse)]
    elif reverse:
        pairs.reverse()
    lines = lines_of(store, pairs, group=group)
    hits = hits_of(store, lines[offset : offset + limit], asked, group=group)
    near = narrowed.suggestions
    if not pairs and not narrowed.unknown:
        from quotecli.search.offering import offers

        near = offers(store, parsed, narrowed.scope)
    return Listing(hits, total, near, parsed, narrowed.people, narrowed.unknown, standing_for(lines[:offset]))


def _as_looks(store: Store, query: Query) -> Query:
    """Return a query with the words that the store has not as what looks the same: "2OlO" is 2010."""
    if query.rest.isascii() and not re.search(r"\d[a-zA-Z]|[a-zA-Z]\d", query.rest):
        return query
    from quotecli.search.look_alikes import as_looks  # few queries have letters that look like others

    return with_rest(query, as_looks(store, query.rest))


def best_rows(store: Store, words: Sequence[str], filters: Filters, limit: int) -> list[int]:
    """Return the rows of the quotes that fit some words best, as `search` does, for who will judge them himself."""
    query = parse_query(" ".join(words))
    pairs, _, _ = _found(store, query, narrow(store, filters).scope, limit)
    return [row for _, row in pairs[:limit]]


def _checked(limit: int, offset: int) -> tuple[int, int]:
    """Return them as SQLite's numbers can be, however large they are."""
    if limit < 0 or offset < 0:
        raise UsageError("a limit or offset can't be below zero")
    return min(limit, _MOST), min(offset, _MOST)


def _found(store: Store, query: Query, scope: Scope, wanted: int) -> tuple[list[tuple[float, int]], int | None, Query]:
    """Return what `ranked` does, and the query that found it: where nothing has all of it, its exact words alone.

    Where these have an ellipsis or words in brackets, and no quote has them so, they are looked for around these.
    """
    pairs, total = _ranked(store, query, scope, wanted)
    if not (query.phrases or query.signs or (pairs and pairs[0][0] >= CLOSE)):
        pairs, total, query = _read_otherwise(store, query, scope, wanted, pairs, total)
    if not (pairs or query.phrases or query.signs):
        return _in_part(store, query, scope)
    if pairs or not query.phrases:
        return pairs, total, query
    from quotecli.search.marked import alone, by_words_beside, is_pasted, parted

    pasted = is_pasted(query)
    if pasted and sum(map(len, query.phrases)) < _FEW and (in_part := _in_part(store, query, scope))[0]:
        return in_part
    if phrases := alone(query):
        pairs, total = _ranked(store, phrases, scope, wanted)
        if pairs:
            return by_words_beside(store, query, pairs), total, phrases
    if around := parted(query):
        return _found(store, around, scope, wanted)
    return _in_part(store, query, scope) if pasted else ([], 0, query)


def _read_otherwise(
    store: Store, query: Query, scope: Scope, wanted: int, pairs: list[tuple[float, int]], total: int | None
) -> tuple[list[tuple[float, int]], int | None, Query]:
    """Return what `_found` does, of the first other way to read a query that finds something closer."""
    from quotecli.search.readings import readings

    for reading in readings(store, query):
        other = with_rest(query, reading)
        found, count = _ranked(store, other, scope, wanted) if other.words else ([], 0)
        if found and found[0][0] > max(_CLOSER, pairs[0][0] if pairs else 0.0):
            return found, count, other
    if not (pairs and pairs[0][0] >= _CLOSER) and (reported := _reported(store, query, scope, pairs)):
        return reported, len(reported), query
    return pairs, total, query


def _reported(store: Store, query: Query, scope: Scope, pairs: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Return what was found with what the query may report, the closest first; nothing where it reports nothing."""
    from quotecli.search.reported import as_reported

    scores = {row: score for score, row in pairs}
    closer = [(score, row) for score, row in as_reported(store, query.rest, scope) if score > scores.get(row, 0.0)]
    scores.update({row: score for score, row in closer})
    return sorted(((score, row) for row, score in scores.items()), key=lambda pair: -pair[0]) if closer else []


def _in_part(store: Store, query: Query, scope: Scope) -> tuple[list[tuple[float, int]], int, Query]:
    """Return what `_found` does, of quotes that have a part of a long query in a row."""
    from quotecli.search.stretches import LEAST, by_stretches

    if len(query.words) < LEAST:
        return [], 0, query
    pairs, words = by_stretches(store, query.rest, scope)
    found = query._replace(words=words, phrases=(), rest=" ".join(words)) if pairs else query
    return pairs, len(pairs), found


def _ranked(store: Store, query: Query, scope: Scope, wanted: int) -> tuple[list[tuple[float, int]], int | None]:
    """Return what `ranked` does; what has the query's signs comes first."""
    if not query.signs:
        return ranked(store, query, scope, wanted)
    from quotecli.search.symbols import with_signs

    return with_signs(store, query, scope, wanted, ranked)
