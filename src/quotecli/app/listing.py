"""Use-cases: searching, what a speaker said, what an outlet printed. Each remembers its listing for `cite 2 3`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.core.types import Filters, Hit, Sort

if TYPE_CHECKING:
    from quotecli.search import Listing, NameHit
    from quotecli.store import Store

ALL = 1_000_000_000
"""A limit that is none."""

NEAR = 80.0
"""From this score on a name is taken for a misspelling, where none fits; below it is only offered."""


_SHOWN = 10
"""Speakers or outlets shown where a name fits more, unless all are asked for."""
_KNOWN = 1_500
"""Names that fit, counted."""


class ListingRequest(NamedTuple):
    """What to list.

    Attributes:
        query: words, exact "…" phrases and inline filters; "" lists all that the filters let through.
        filters: see `Filters`.
        limit: quotes at most; 0 for all.
        offset: quotes to leave out first.
        sort: the order; None for relevance with a query, else by date.
        reverse: turn the order round.
        group: show one quote of each family, the others with it.
    """

    query: str = ""
    filters: Filters = Filters()
    limit: int = 20
    offset: int = 0
    sort: Sort | None = None
    reverse: bool = False
    group: bool = True


class Section(NamedTuple):
    """One part of a listing.

    Attributes:
        heading: the speaker or outlet it is about, or None.
        hits: its quotes.
        total: how many quotes there are in all, or None when they were not counted.
        before: how many quotes the lines before these stand for.
    """

    heading: str | None
    hits: tuple[Hit, ...]
    total: int | None
    before: int = 0

    @property
    def more(self) -> int:
        """How many quotes come after these and what they stand for; 0 where they were not counted."""
        return max((self.total or 0) - self.before - standing_for(self.hits), 0)


def standing_for(hits: Sequence[Hit]) -> int:
    """Return how many quotes the lines of a listing stand for, themselves among them."""
    return len(hits) + sum(hit.stands_for for hit in hits)


class Listed(NamedTuple):
    """A listing in sections, numbered through from `first`.

    Attributes:
        sections: in order.
        first: number of the first line (offset + 1).
        suggestions: nearest words or names when nothing was found.
        note: something to tell beside the result (a name that was taken for another), or None.
        unknown: what the filters name and the store has not (`speaker Zorro`).
        why: what else to tell where nothing was found, or None.
    """

    sections: tuple[Section, ...]
    first: int = 1
    suggestions: tuple[str, ...] = ()
    note: str | None = None
    unknown: tuple[str, ...] = ()
    why: str | None = None

    @property
    def hits(self) -> list[Hit]:
        """All quotes, in the order of the listing."""
        return [hit for section in self.sections for hit in section.hits]


def search_quotes(context: Context, request: ListingRequest) -> Listed:
    """Search the store; the listing is empty, with suggestions, when nothing is close.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    with context.reading() as store:
        found = find(store, request)
    listed = _remember(
        context, [_section(None, found.listing)], request, suggestions=found.listing.suggestions, note=found.note
    )
    return listed._replace(unknown=found.listing.unknown, why=found.why)


class Found(NamedTuple):
    """What a request finds.

    Attributes:
        listing: as search gives it.
        taken: the request as it was taken, its first words perhaps for the speaker's name.
        note: what to tell of that, or None.
        why: what to tell where nothing is found, or None.
    """

    listing: Listing
    taken: ListingRequest
    note: str | None = None
    why: str | None = None


def find(store: Store, request: ListingRequest) -> Found:
    """Search an open store; a name in a query that finds nothing close may be its speaker's."""
    from quotecli.search.scoring import CLOSE

    listing = run(store, request)
    if request.filters.by is None and not listing.unknown and not any(hit.score >= CLOSE for hit in listing.hits):
        found = _spoken(store, request, listing)
    else:
        found = Found(listing, request)
    if found.listing.hits:
        return found
    from quotecli.app.nothing import why_nothing

    return found._replace(why=why_nothing(store, request, listing))


def _spoken(store: Store, request: ListingRequest, listing: Listing) -> Found:
    """Take a name in a query that no quote has all of for its speaker's, where that finds the other words."""
    from quotecli.app.named_in_query import named_alone, spoken_by

    def of_speaker(words: str, name: str) -> ListingRequest:
        return request._replace(query=words, filters=request.filters._replace(by=name))

    spoken = spoken_by(store, request.query, lambda words, name: run(store, of_speaker(words, name)))
    if spoken is None and not listing.hits:
        forgiving = not listing.suggestions
        named = [f"quotes by {name}" for name in named_alone(store, request.query, forgiving=forgiving)]
        return Found(listing._replace(suggestions=[*named, *listing.suggestions]), request)
    if spoken is None:
        return Found(listing, request)
    name, words, theirs = spoken
    note = f"no quote has all of “{request.query}”: what {name} said of “{words}”"
    return Found(theirs, of_speaker(words, name), note)


def by_speaker(context: Context, words: Sequence[str], request: ListingRequest) -> Listed:
    """List what a speaker said, grouped by speaker where the name fits several, the likeliest first.

    Args:
        context: the world.
        words: the name, then perhaps a query; the longest beginning that names a speaker is the name.
        request: its query is added to the words that are left.
    """
    from quotecli.search import resolve_speaker

    def narrow(name: str, filters: Filters) -> Filters:
        return Filters(by=name).together(filters)

    listed = _of_name(context, words, request, resolve_speaker, narrow)
    if listed.sections:
        return listed
    return (
        _of_joint(context, words, request)
        or _of_first_words(context, words, request, resolve_speaker, narrow)
        or _remembering(context, listed)
    )


def from_outlet(context: Context, words: Sequence[str], request: ListingRequest) -> Listed:
    """List what an outlet printed; short names and misspellings will do. Arguments as in `by_speaker`."""
    from quotecli.search import resolve_outlet

    def narrow(name: str, filters: Filters) -> Filters:
        return Filters(outlet=name).together(filters)

    listed = _of_name(context, words, request, resolve_outlet, narrow)
    if listed.sections:
        return listed
    return _of_first_words(context, words, request, resolve_outlet, narrow) or _remembering(context, listed)


def _of_name(
    context: Context,
    words: Sequence[str],
    request: ListingRequest,
    resolve: Callable[[Store, str, int], list[NameHit]],
    narrow: Callable[[str, Filters], Filters],
) -> Listed:
    from quotecli.search import fitting

    with context.reading() as store:
        near = {length: resolve(store, " ".join(words[:length]), _KNOWN) for length in range(len(words), 0, -1)}
        for fits in (_is_named, _is_near):
            for length, people in near.items():
                fit = [person.name for person in fitting(people) if fits(person)]
                every = request.limit == 0 and fits is _is_named
                if names := fit if every else fit[:_SHOWN]:
                    query = " ".join([*words[length:], request.query]).strip()
                    page = request._replace(
                        query=query, offset=0, limit=request.limit and request.offset + request.limit
                    )
                    found = [(name, run(store, page._replace(filters=narrow(name, request.filters)))) for name in names]
                    sections = _page(_apart([_section(name, each) for name, each in found]), request)
                    told = None if fits is _is_named else f"taking {' '.join(words[:length])} for {', '.join(names)}"
                    note = _with_more(told, len(fit) - len(names), "" if fits is _is_near else ", or --limit 0 for all")
                    listed = _remember(context, sections, request, note=note)._replace(unknown=found[0][1].unknown)
                    if listed.hits:
                        return listed
                    from quotecli.app.nothing import why_nothing

                    asked = page._replace(filters=narrow(names[0], request.filters), offset=request.offset)
                    return listed._replace(why=why_nothing(store, asked, found[0][1], narrow(names[0], Filters())))
        offered = dict.fromkeys(person.name for people in near.values() for person in people[:_SHOWN])
        return _remember(context, [], request, suggestions=tuple(offered))


def _of_first_words(
    context: Context,
    words: Sequence[str],
    request: ListingRequest,
    resolve: Callable[[Store, str, int], list[NameHit]],
    narrow: Callable[[str, Filters], Filters],
) -> Listed | None:
    """List for a name and a query that came as one word, in marks: "okafor vaccine"; None unless all of it is found."""
    from quotecli.search.scoring import WORDS

    apart = " ".join(words).split()
    if len(apart) == len(words):
        return None
    listed = _of_name(context, apart, request, resolve, narrow)
    return listed if any(hit.score >= WORDS for hit in listed.hits) else None


def _remembering(context: Context, listed: Listed) -> Listed:
    """Remember a listing again, after another was tried in vain."""
    if context.remembers:
        from quotecli.store import save_listing

        save_listing(context.place.path, [hit.quote.id for hit in listed.hits])
    return listed


def _with_more(told: str | None, more: int, otherwise: str) -> str | None:
    """Return what to tell beside a listing, and of how many whose names fit as well it shows nothing."""
    if not more:
        return told
    left_out = f"{more} more {'name fits' if more == 1 else 'names fit'} and nothing of theirs is shown"
    return "; ".join(filter(None, [told, f"{left_out}: narrow the name{otherwise}"]))


def _of_joint(context: Context, words: Sequence[str], request: ListingRequest) -> Listed | None:
    """List what several said together: "Ngozi Okafor and Thomas Brill"; None where not all of them are known."""
    from quotecli.search import fitting, resolve_speaker

    names = re.split(r"\s+(?:and|&)\s+", " ".join(words).strip())
    if len(names) == 1:
        return None
    with context.reading() as store:
        people = [fitting(resolve_speaker(store, name)) for name in names]
        known = [[person.name for person in fits if _is_named(person)] for fits in people]
        if not all(known):
            return None
        alone = request._replace(filters=Filters(by=known[0][0]).together(request.filters), limit=0, offset=0)
        together = [hit for hit in run(store, alone).hits if all(set(hit.quote.speakers) & set(one) for one in known)]
        page = together[request.offset :][: request.limit or ALL]
        heading = " and ".join(one[0] for one in known)
        before = standing_for(together[: request.offset])
        section = Section(heading, tuple(page), standing_for(together), before)
        return _remember(context, [section], request) if page else None


def _apart(sections: Sequence[Section]) -> list[Section]:
    """Show each quote under one heading: a short name ("Khloé") also finds what stands under the full one."""
    seen: set[str] = set()
    apart = []
    for section in sections:
        hits = tuple(hit for hit in section.hits if hit.quote.id not in seen)
        fewer = standing_for(section.hits) - standing_for(hits)
        apart.append(section._replace(hits=hits, total=None if section.total is None else section.total - fewer))
        seen.update(hit.quote.id for hit in hits)
    return apart


def _page(sections: Sequence[Section], request: ListingRequest) -> list[Section]:
    """Cut the page that is wanted out of the sections, which share it equally as long as they have quotes."""
    sizes = [len(section.hits) for section in sections]
    before = _shares(sizes, request.offset)
    upto = _shares(sizes, request.offset + (request.limit or ALL))
    return [
        section._replace(hits=section.hits[first:last], before=standing_for(section.hits[:first]))
        for section, first, last in zip(sections, before, upto, strict=True)
    ]


def _shares(sizes: Sequence[int], wanted: int) -> list[int]:
    """Return how many each of them gives, one in turn as long as it has some, until `wanted` are given."""
    if wanted >= sum(sizes):
        return list(sizes)
    level = 0
    while (step := sum(size > level for size in sizes)) <= wanted:
        wanted -= step
        level += 1
    having = [place for place, size in enumerate(sizes) if size > level][:wanted]
    return [min(size, level) + (place in having) for place, size in enumerate(sizes)]


def _is_named(person: NameHit) -> bool:
    return person.fits


def _is_near(person: NameHit) -> bool:
    return person.score >= NEAR


def run(store: Store, request: ListingRequest) -> Listing:
    """Search an open store for exactly what is asked."""
    from quotecli.search import search

    return search(
        store,
        request.query,
        request.filters,
        sort=request.sort or (Sort.RELEVANCE if request.query.strip() else Sort.DATE),
        reverse=request.reverse,
        limit=request.limit or ALL,
        offset=request.offset,
        group=request.group,
    )


def _section(heading: str | None, found: Listing) -> Section:
    return Section(heading, tuple(found.hits), found.total, found.before)


def _remember(
    context: Context,
    sections: Sequence[Section],
    request: ListingRequest,
    *,
    suggestions: Sequence[str] = (),
    note: str | None = None,
) -> Listed:
    from quotecli.store import save_listing

    kept = tuple(section for section in sections if section.hits)
    listed = Listed(kept, request.offset + 1, tuple(suggestions), note)
    if context.remembers:
        save_listing(context.place.path, [hit.quote.id for hit in listed.hits])
    return listed
