"""Use-case: searching the store, and what every listing is made of; each is remembered, for `cite 2 3`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.core.types import Filters, Hit, Sort

if TYPE_CHECKING:
    from quotecli.search import Listing
    from quotecli.store import Store

ALL = 1_000_000_000
"""A limit that is none."""
USUAL = 20
"""Quotes in a listing where no limit was asked for."""
_TOLD = 3
"""Speakers whose names are told of those whom a query may name."""


class ListingRequest(NamedTuple):
    """What to list.

    Attributes:
        query: words, exact "…" phrases and inline filters; "" lists all that the filters let through.
        filters: see `Filters`.
        limit: quotes at most; 0 for all.
        offset: quotes to leave out first.
        sort: the order; None for relevance where there is more in the query than filters, else by date.
        reverse: turn the order round.
        group: show one quote of each family, the others with it.
    """

    query: str = ""
    filters: Filters = Filters()
    limit: int = USUAL
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
    def more(self) -> int:
        """How many quotes the limit leaves out; 0 where they were not counted."""
        return sum(section.more for section in self.sections)

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
    listing = found.listing
    sections = (section_of(None, listing),) if listing.hits else ()
    return remember(
        context,
        Listed(sections, request.offset + 1, tuple(listing.suggestions), found.note, tuple(listing.unknown), found.why),
    )


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
    filters = request.filters.together(listing.query.filters)
    if filters.by or filters.outlet or filters.also:
        from quotecli.app.naming.taken import taken_for  # most searches name nobody

        told = filter(None, [taken_for(store, filters), found.note])
        found = found._replace(note="; ".join(told) or None)
    if found.listing.hits:
        return found
    from quotecli.app.nothing import why_nothing

    return found._replace(why=why_nothing(store, request, listing))


def _spoken(store: Store, request: ListingRequest, listing: Listing) -> Found:
    """Take a name in a query that no quote has all of for its speaker's, where that finds the other words."""
    from quotecli.app.naming.named_in_query import named_alone, spoken_by

    def of_speaker(words: str, name: str) -> ListingRequest:
        return request._replace(query=words, filters=request.filters._replace(by=name or None))

    @cache
    def search(words: str, name: str) -> Listing:
        return run(store, of_speaker(words, name))

    best = max((hit.score for hit in listing.hits), default=0.0)
    spoken = spoken_by(store, request.query, search, above=best)
    if spoken is None and not listing.hits:
        spoken = spoken_by(store, request.query, search, forgiving=True)
    if spoken is None and not listing.hits:
        forgiving = not listing.suggestions
        named = [f"quotes by {name}" for name in named_alone(store, request.query, forgiving=forgiving)]
        return Found(listing._replace(suggestions=[*named, *listing.suggestions]), request)
    if spoken is None:
        return Found(listing, request)
    names = ", ".join(spoken.speakers[:_TOLD]) + (" and others" if len(spoken.speakers) > _TOLD else "")
    note = f"no quote has all of “{request.query}”: what {names or 'anybody'} said of “{spoken.words}”"
    return Found(spoken.found, of_speaker(spoken.words, spoken.name), note)


def run(store: Store, request: ListingRequest) -> Listing:
    """Search an open store for exactly what is asked."""
    from quotecli.search import search
    from quotecli.search.query import parse_query

    return search(
        store,
        request.query,
        request.filters,
        sort=request.sort or (Sort.DATE if parse_query(request.query).blank else Sort.RELEVANCE),
        reverse=request.reverse,
        limit=request.limit or ALL,
        offset=request.offset,
        group=request.group,
    )


def section_of(heading: str | None, found: Listing) -> Section:
    """Return what was found as one part of a listing."""
    return Section(heading, tuple(found.hits), found.total, found.before)


def remember(context: Context, listed: Listed) -> Listed:
    """Return a listing, of which each line can be named by its number from now on."""
    if context.remembers:
        from quotecli.store import save_listing

        save_listing(context.place.path, [hit.quote.id for hit in listed.hits])
    return listed
