"""Why a listing is empty: what the filters name and the store has not, what is near, what to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.core.dates import PartialDate
from quotecli.core.types import Filters, Kind

if TYPE_CHECKING:
    from quotecli.app.listing import ListingRequest
    from quotecli.search import Listing
    from quotecli.store import Store

__all__ = ["Missing", "beyond", "missing", "why_nothing"]


class Missing(NamedTuple):
    """Why nothing was found.

    Attributes:
        unknown: what the filters name and the store has not (`speaker Zorro`).
        suggestions: near names, or queries that find something.
        why: what else to tell, or None.
    """

    unknown: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    why: str | None = None


def missing(context: Context, request: ListingRequest) -> Missing:
    """Return why a request finds nothing.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    from quotecli.app.listing import find

    with context.reading() as store:
        found = find(store, request)
        return Missing(found.listing.unknown, tuple(found.listing.suggestions), found.why)


def why_nothing(
    store: Store,
    request: ListingRequest,
    listing: Listing,
    kept: Filters = Filters(),  # noqa: B008 (frozen)
) -> str | None:
    """Return what to tell of a request that finds nothing, beside names that are not known; None where nothing helps.

    Args:
        store: the store.
        request: what finds nothing.
        listing: what search says of it.
        kept: the filters that are what was asked for, as the name of `quotes by` is.
    """
    from quotecli.app.listing import run

    filters = request.filters.together(listing.query.filters)
    if request.offset and run(store, request._replace(offset=0, limit=1)).hits:
        return beyond(request.offset)
    if listing.unknown:
        return None
    if not (listing.query.words or listing.query.signs) and listing.query.rest.strip():
        return "letters, digits and signs such as 🎉 or § are looked for; the query has none"
    if reversed_dates := _reversed(filters):
        return reversed_dates
    if literal := _literal_filters(listing.query.rest):
        return literal
    bare = request._replace(query=listing.query.rest, filters=kept, offset=0, limit=1)
    if filters not in {Filters(), kept} and run(store, bare).hits:
        return "without the filters something is found"
    words = listing.query.rest.strip()
    if kept != Filters() and words and run(store, bare._replace(query="")).hits:
        return f"without “{words}” something is found"
    return None


def beyond(offset: int) -> str:
    """Return what to say where so many are left out that nothing is left."""
    return f"an offset of {offset:,} leaves out all that there is"


def _reversed(filters: Filters) -> str | None:
    """Return what to say where no date can be within the filters."""
    every = (filters, *filters.also)
    since = max((str(one.since) for one in every if one.since), default=None)
    until = min((f"{one.until}~" for one in every if one.until), default=None)  # "2020" goes on to its end
    if since and until and since > until:
        return f"no date is since {since} and until {until[:-1]}"
    return None


def _literal_filters(query: str) -> str | None:
    """Return what to say of a word that looks like a filter and isn't one: `since:noon` is looked for as it stands."""
    for word in query.split():
        name, colon, value = word.partition(":")
        if colon and (needed := _needed(name.lower(), value)):
            return f"{word} was looked for as it stands: {name}: takes {needed}"
    return None


def _needed(name: str, value: str) -> str | None:
    """Return what a filter takes where this value isn't it; None where it is, or there is no such filter."""
    if name in {"since", "until", "on"}:
        return None if PartialDate.parse(value) else "a date such as 2020, 2020-10 or 2020-10-02"
    if name in {"by", "from", "outlet", "document"}:
        return None if value else "a name, without a space before it"
    if name == "kind":
        return None if value in set(Kind) else ", ".join(Kind)
    return "a number from 0 to 1" if name == "min-confidence" else None
