"""Use-cases: searching, what a speaker said, what an outlet printed. Each remembers its listing for `cite 2 3`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quotecli.app.context import Context
from quotecli.core.types import Filters, Hit, Sort

if TYPE_CHECKING:
    from quotecli.search import Listing
    from quotecli.store import Store


@dataclass(frozen=True, slots=True)
class ListingRequest:
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
    filters: Filters = field(default_factory=Filters)
    limit: int = 20
    offset: int = 0
    sort: Sort | None = None
    reverse: bool = False
    group: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a listing.

    Attributes:
        heading: the speaker or outlet it is about, or None.
        hits: its quotes.
        total: how many quotes there are in all, or None when they were not counted.
    """

    heading: str | None
    hits: tuple[Hit, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A listing in sections, numbered through from `first`.

    Attributes:
        sections: in order.
        first: number of the first line (offset + 1).
        suggestions: nearest words or names when nothing was found.
        note: something to tell beside the result (a name that was taken for another), or None.
    """

    sections: tuple[Section, ...]
    first: int = 1
    suggestions: tuple[str, ...] = ()
    note: str | None = None

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
        found = _run(store, request)
        return _remember(context, [_section(None, found)], request, suggestions=found.suggestions)


def by_speaker(context: Context, words: Sequence[str], request: ListingRequest) -> Listed:
    """List what a speaker said, grouped by speaker where the name fits several, the likeliest first.

    Args:
        context: the world.
        words: the name, then perhaps a query; the longest beginning that names a speaker is the name.
        request: its query is added to the words that are left.
    """
    from quotecli.search import resolve_speaker

    with context.reading() as store:
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length])
            people = resolve_speaker(store, name)
            sure = [person for person in people if person.sure]
            if sure:
                query = " ".join([*words[length:], request.query]).strip()
                narrowed = replace(request, query=query)
                return _by_person(context, store, [person.name for person in sure], narrowed)
        near = tuple(person.name for person in resolve_speaker(store, words[0]))
        return Listed((), suggestions=near)


def from_outlet(context: Context, words: Sequence[str], request: ListingRequest) -> Listed:
    """List what an outlet printed; short names and misspellings will do. Arguments as in `by_speaker`."""
    from quotecli.search import resolve_outlet

    with context.reading() as store:
        for length in range(len(words), 0, -1):
            outlets = [outlet for outlet in resolve_outlet(store, " ".join(words[:length])) if outlet.sure]
            if outlets:
                query = " ".join([*words[length:], request.query]).strip()
                sections = []
                for outlet in outlets:
                    filters = replace(request.filters, outlet=outlet.name)
                    found = _run(store, replace(request, query=query, filters=filters))
                    sections.append(_section(outlet.name, found))
                return _remember(context, sections, request)
        near = tuple(outlet.name for outlet in resolve_outlet(store, words[0]))
        return Listed((), suggestions=near)


def _by_person(context: Context, store: Store, names: Sequence[str], request: ListingRequest) -> Listed:
    sections = []
    for name in names:
        found = _run(store, replace(request, filters=replace(request.filters, by=name)))
        sections.append(_section(name, found))
    return _remember(context, sections, request)


def _run(store: Store, request: ListingRequest) -> Listing:
    from quotecli.search import search

    return search(
        store,
        request.query,
        request.filters,
        sort=request.sort,
        reverse=request.reverse,
        limit=request.limit or None,
        offset=request.offset,
        group=request.group,
    )


def _section(heading: str | None, found: Listing) -> Section:
    return Section(heading, tuple(found.hits), found.total)


def _remember(
    context: Context, sections: Sequence[Section], request: ListingRequest, *, suggestions: Sequence[str] = ()
) -> Listed:
    from quotecli.store import save_listing

    kept = tuple(section for section in sections if section.hits)
    listed = Listed(kept, request.offset + 1, tuple(suggestions))
    if listed.hits:
        save_listing(context.place.path, [hit.quote.id for hit in listed.hits])
    return listed
