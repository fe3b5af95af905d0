"""Searches a store: from the query's words to the hits, in order, with what matched."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.errors import UsageError
from quotecli.core.folding import fold
from quotecli.core.types import Filters, Hit, Sort
from quotecli.search import candidates, highlight, scoring
from quotecli.search.equivalents import equivalents, known_equivalents
from quotecli.search.query import Query, parse_query
from quotecli.store.words import cut

if TYPE_CHECKING:
    from quotecli.search.full_forms import InFull
    from quotecli.search.people import NameHit
    from quotecli.store import Scope, Store

__all__ = ["Listing", "list_quotes", "scope", "search"]

_FLOOR = 57.0
"""Least score of a hit. Of phrases that a store does not hold, nine in ten find nothing above it (bench/search.py)."""
_LOOKED_AT = 2000
_MOST = 1_000_000_000
"""A limit, or an offset, that no store reaches."""
_FEW = 100
"""Quotes looked at for a single word, which any of them has: enough to fill a page of grouped lines."""
_SHORT = 6
"""Words of a query below which a typo that makes another word leaves too few right ones to go by."""
_LONGEST_SHORT = 8
"""Letters of the longest short form without its apostrophe ("shouldnt")."""
_TELLING_WORDS = 4
"""So many words found one after the other, at most misspelt, are what was meant: nothing else is looked for."""
_PEOPLE = 10_000
"""Speakers whom one name may mean: a filter lets all of theirs through. SQLite takes 32,766 numbers at once."""
_MOST_OTHERS = 200
"""Other places of one statement that a hit holds."""


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


class Narrowed(NamedTuple):
    """Filters in the store's numbers; for the rest see `Listing`."""

    scope: Scope
    people: list[NameHit]
    suggestions: list[str]
    unknown: tuple[str, ...]


def scope(store: Store, filters: Filters) -> Scope:
    """Return the filters in the store's numbers, forgiving in names as `resolve_speaker` and `resolve_outlet` are."""
    return narrow(store, filters).scope


def narrow(store: Store, filters: Filters) -> Narrowed:
    """Return the filters in the store's numbers, and what they name that it has not."""
    voices = outlets = documents = None
    people: list[NameHit] = []
    suggestions: list[str] = []
    unknown: list[str] = []
    if filters.by is not None or filters.outlet is not None:
        from quotecli.search.people import fitting, resolve_outlet, resolve_speaker
    if filters.by is not None:
        near = resolve_speaker(store, filters.by, _PEOPLE)
        people = fitting(near)
        voices = store.index.voices([hit.number for hit in people])
        if not people:
            unknown.append(f"speaker {filters.by}")
            suggestions += [hit.name for hit in near[:3]]
    if filters.outlet is not None:
        near = resolve_outlet(store, filters.outlet)
        outlets = tuple(hit.number for hit in fitting(near))
        if not outlets:
            unknown.append(f"outlet {filters.outlet}")
            suggestions += [hit.name for hit in near[:3]]
    if filters.document is not None:
        documents = store.index.documents_named(filters.document)
        if not documents:
            unknown.append(f"document {filters.document}")
    narrowed = Narrowed(store.index.scope(filters, voices, outlets, documents), people, suggestions, tuple(unknown))
    if not filters.also:
        return narrowed
    from quotecli.search.narrowing import with_more

    return with_more(store, filters, narrowed, narrow)


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
    query = Query("", ())
    total = store.index.count(narrowed.scope)
    ask = limit + offset
    while True:
        rows = store.index.listing(narrowed.scope, sort, reverse=reverse, limit=ask)
        lines = _lines(store, [(100.0, row) for row in rows], group=group)
        if len(lines) >= limit + offset or len(rows) < ask:
            break
        ask *= 2
    del lines[offset + limit :]
    if group and len(rows) == ask:
        from quotecli.search.unread import unread  # a page seldom needs it

        more = unread(store, [line.row for line in lines], rows, narrowed.scope)
        lines = [line._replace(stands_for=line.stands_for + more.get(line.row, 0)) for line in lines]
    hits = _hits(store, lines[offset:], query, group=group)
    found = Listing(hits, total, narrowed.suggestions if not hits else [], query, narrowed.people, narrowed.unknown)
    return found._replace(before=_standing_for(lines[:offset]))


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
    parsed = parse_query(query)
    filters = filters.together(parsed.filters)
    if not (parsed.words or parsed.signs) and (parsed.blank or parsed.filters != Filters()):
        return list_quotes(
            store, filters, sort=sort, reverse=reverse, limit=limit, offset=offset, group=group
        )._replace(query=parsed)
    narrowed = narrow(store, filters)
    if not (parsed.words or parsed.signs):
        return Listing([], 0, [], parsed, narrowed.people, narrowed.unknown)
    pairs, total = _found(store, parsed, narrowed.scope, limit + offset)
    asked = parsed
    if not pairs and parsed.phrases:
        from quotecli.search.marked import alone, by_words_beside

        if phrases := alone(parsed):
            pairs, total = _found(store, phrases, narrowed.scope, limit + offset)
            pairs, asked = by_words_beside(store, parsed, pairs), phrases
    if sort is not Sort.RELEVANCE:
        scores = {row: score for score, row in pairs}
        pairs = [(scores[row], row) for row in store.index.ordered(list(scores), sort, reverse=reverse)]
    elif reverse:
        pairs.reverse()
    lines = _lines(store, pairs, group=group)
    hits = _hits(store, lines[offset : offset + limit], asked, group=group)
    near = narrowed.suggestions
    if not pairs and not narrowed.unknown:
        from quotecli.search.offering import offers

        near = offers(store, parsed, narrowed.scope)
    return Listing(hits, total, near, parsed, narrowed.people, narrowed.unknown, _standing_for(lines[:offset]))


def _checked(limit: int, offset: int) -> tuple[int, int]:
    """Return them as SQLite's numbers can be, however large they are."""
    if limit < 0 or offset < 0:
        raise UsageError("a limit or offset can't be below zero")
    return min(limit, _MOST), min(offset, _MOST)


def _words(store: Store, rows: list[int]) -> list[tuple[int, list[str]]]:
    order = {row: place for place, row in enumerate(rows)}
    texts = sorted(store.index.texts(rows), key=lambda pair: order[pair[0]])
    return [(row, cut(fold(text))) for row, text in texts]


def _found(store: Store, query: Query, narrowed: Scope, wanted: int) -> tuple[list[tuple[float, int]], int | None]:
    """Return what `_ranked` does; what has the query's signs comes first."""
    if not query.signs:
        return _ranked(store, query, narrowed, wanted)
    from quotecli.search.symbols import with_signs

    return with_signs(store, query, narrowed, wanted, _ranked)


def _ranked(store: Store, query: Query, narrowed: Scope, wanted: int) -> tuple[list[tuple[float, int]], int | None]:
    """Return (score, row) of the hits, best first, and how many there are if that is known."""
    words = query.words
    found = candidates.groups(store, words)
    everything = store.index.size()
    weights = {group.word: scoring.weight(group.quotes, everything) for group in found}
    unknown = {group.word for group in found if group.may_be_begun}
    looked_at = max(_LOOKED_AT, 4 * wanted) if len(words) > 1 else max(_FEW, 2 * wanted)
    rows = candidates.all_words(store, found, narrowed, looked_at)
    pairs = scoring.rank(words, weights, _words(store, rows), _FLOOR, unknown)
    if (
        len(rows) == looked_at and len(words) > 1
    ):  # more have the words than were looked at: first those with the phrase
        more = candidates.all_words(store, found, narrowed, max(_FEW, 2 * wanted), saying=" ".join(words))
        more = [row for row in more if row not in set(rows)]
        pairs += scoring.rank(words, weights, _words(store, more), _FLOOR, unknown)
        pairs.sort(key=lambda pair: -pair[0])
    total = len(pairs) if len(rows) < looked_at else _known_total(store, found, narrowed)
    apart: list[int] = []
    if not query.phrases and len(pairs) < wanted and len(words) < _SHORT:
        apart = [row for row in candidates.written_apart(store, words, narrowed, _FEW) if row not in set(rows)]
        pairs += scoring.rank(words, weights, _words(store, apart), _FLOOR, unknown)
        total = len(pairs)
    if not query.phrases and len(pairs) < wanted and (same := known_equivalents(store, words)):
        written = candidates.groups(store, words, same=same)
        apart += (other := candidates.all_words(store, written, narrowed, looked_at))
        pairs = _with_otherwise(store, query, weights, same, other, pairs)
        total = len(pairs)
    if full := _in_full(query, pairs, wanted):
        from quotecli.search.full_forms import with_full

        other, pairs = with_full(store, full, narrowed, pairs, _FLOOR)
        apart += other
        total = len(pairs)
    sure = sum(score >= scoring.WORDS for score, _ in pairs)
    phrase_found = bool(pairs) and scoring.is_phrase(pairs[0][0]) and len(words) >= _TELLING_WORDS
    if not query.phrases and sure < wanted and len(words) > 1 and not phrase_found:
        more = [row for row in candidates.most_words(store, found, rows, narrowed) if row not in set(apart)]
        pairs += scoring.rank(words, weights, _words(store, more), _FLOOR, unknown)
        if max((score for score, _ in pairs), default=0.0) < scoring.CLOSE and len(words) < _SHORT:
            seen = {*rows, *apart, *more}
            wider = candidates.groups(store, words, widen=True)
            rows = [row for row in candidates.all_words(store, wider, narrowed, _LOOKED_AT) if row not in seen]
            pairs += scoring.rank(words, weights, _words(store, rows), _FLOOR, unknown)
            more += rows
        pairs.sort(key=lambda pair: -pair[0])
        if not pairs:
            from quotecli.search.short import by_telling_words

            pairs = by_telling_words(words, weights, _words(store, more), everything)
        total = len(pairs)
    if query.phrases:
        from quotecli.search.marked import having

        pairs = having(_words(store, [row for _, row in pairs]), query.phrases, pairs)
        total = len(pairs)
    return pairs, total


def _in_full(query: Query, pairs: list[tuple[float, int]], wanted: int) -> InFull | None:
    """Return a query in full, where it may be written otherwise and fewer than wanted quotes have the phrase."""
    if query.phrases or sum(score >= scoring.EXACT for score, _ in pairs) >= wanted:
        return None
    if len(query.words) == 1 and len(word := query.rest.strip()) > _LONGEST_SHORT and word.isalpha():
        return None
    from quotecli.search.full_forms import in_full

    return in_full(query.rest, query.words)


def _with_otherwise(
    store: Store,
    query: Query,
    weights: dict[str, float],
    same: dict[str, str],
    rows: list[int],
    pairs: list[tuple[float, int]],
) -> list[tuple[float, int]]:
    """Add rows that may write a word otherwise, and judge those anew that were taken for misspelt; best first."""
    as_typed = [pair for pair in pairs if pair[0] >= scoring.WORDS]
    known = {row for _, row in as_typed}
    other = [row for row in rows if row not in known]
    left = [pair for pair in pairs if pair[0] < scoring.WORDS and pair[1] not in set(other)]
    judged = scoring.otherwise(query.words, weights, _words(store, other), _FLOOR, same)
    return sorted([*as_typed, *judged, *left], key=lambda pair: -pair[0])


def _known_total(store: Store, found: list[candidates.Group], narrowed: Scope) -> int | None:
    """Return how many quotes have the one word looked for, where the table of words says it."""
    if len(found) > 1 or not found[0].known or not store.index.unfiltered(narrowed):
        return None
    return found[0].quotes


class _Line(NamedTuple):
    """One line of a listing: a quote's score and row, and how many further hits it stands for."""

    score: float
    row: int
    stands_for: int = 0


def _lines(store: Store, pairs: list[tuple[float, int]], *, group: bool) -> list[_Line]:
    """Return the lines of a listing: one for each statement when grouped, else one for each quote."""
    families = store.index.families([row for _, row in pairs]) if group else {}
    lines: list[_Line] = []
    at: dict[int, int] = {}
    for score, row in pairs:
        family = families.get(row)
        place = len(lines) if family is None else at.setdefault(family, len(lines))
        if place < len(lines):
            lines[place] = lines[place]._replace(stands_for=lines[place].stands_for + 1)
        else:
            lines.append(_Line(score, row))
    return lines


def _standing_for(lines: list[_Line]) -> int:
    """Return how many quotes lines stand for, themselves among them."""
    return len(lines) + sum(line.stands_for for line in lines)


def _hits(store: Store, lines: list[_Line], query: Query, *, group: bool) -> list[Hit]:
    """Read and mark the quotes of one page of a listing, each with its family."""
    families = store.index.families([line.row for line in lines])
    members = store.index.kin(set(families.values()))
    kin = [
        [one for one in members.get(families.get(line.row, -1), ()) if one[0] != line.row][:_MOST_OTHERS]
        for line in lines
    ]
    others = [[row for row, _ in some] if group else [] for some in kin]
    rows = [*(line.row for line in lines), *chain.from_iterable(others)]
    quotes = dict(zip(rows, store.quotes(rows), strict=True))
    hits = []
    full = _in_full(query, [(line.score, line.row) for line in lines], len(lines)) if query.words else None
    wanted = full.words if full else query.words
    same = equivalents(wanted) if any(line.score < scoring.EXACT for line in lines) else {}
    in_full: highlight.InFull | None = None
    if full:
        same = {**same, **full.same}
        from quotecli.search.full_forms import word_in_full

        in_full = word_in_full
    for line, some, more in zip(lines, kin, others, strict=True):
        quote = quotes[line.row]
        marks = highlight.matches(quote.text, wanted, same=same, in_full=in_full) if query.words else ()
        if query.signs:
            from quotecli.search.symbols import marked

            marks = marked(quote.text, query.signs, marks)
        hits.append(
            Hit(
                quote,
                round(line.score, 1),
                marks,
                others=tuple(quotes[row] for row in more),
                reason=_reason(line.score, query),
                also_in=tuple(identity for _, identity in some),
                stands_for=line.stands_for,
            )
        )
    return hits


def _reason(score: float, query: Query) -> str:
    if not (query.words or query.signs):
        return "filter"
    return "exact" if score >= scoring.EXACT else "words" if score >= scoring.WORDS else "fuzzy"
