"""Use-case: a listing that is read page by page and leaves no trace: nothing is remembered for `cite 2 3`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest, find, run
from quotecli.core.types import Hit, Shown, Sort

if TYPE_CHECKING:
    from quotecli.search import Listing

__all__ = ["Page", "first_page", "narrowed", "next_page"]


class Page(NamedTuple):
    """One page of a listing.

    Attributes:
        hits: its quotes.
        total: how many quotes there are in all, or None when they were not counted.
        following: the request that gives the next page; None after the last one.
        suggestions: nearest words or names when nothing was found.
        note: something to tell beside the result, or None.
        unknown: what the filters name and the store has not.
        why: what else to tell where nothing was found, or None.
    """

    hits: tuple[Hit, ...]
    total: int | None
    following: ListingRequest | None
    suggestions: tuple[str, ...] = ()
    note: str | None = None
    unknown: tuple[str, ...] = ()
    why: str | None = None


def first_page(context: Context, request: ListingRequest) -> Page:
    """Return the beginning of a listing; without words to look for it is by date, the newest first.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    from quotecli.search.query import parse_query

    if request.sort is None and not parse_query(request.query).words:
        request = request._replace(sort=Sort.DATE)
    with context.reading() as store:
        found = find(store, request)
    return _page(found.listing, found.taken, found.note)._replace(why=found.why)


def next_page(context: Context, following: ListingRequest) -> Page:
    """Return the page that another one names as `following`; raises as `first_page` does."""
    with context.reading() as store:
        return _page(run(store, following), following)


def _page(listing: Listing, request: ListingRequest, note: str | None = None) -> Page:
    full = len(listing.hits) >= request.limit
    following = request._replace(offset=request.offset + request.limit) if full else None
    return Page(tuple(listing.hits), listing.total, following, tuple(listing.suggestions), note, tuple(listing.unknown))


def narrowed(request: ListingRequest, field: str, value: str) -> ListingRequest:
    """Return the request with one filter more; what the query itself says of this field gives way to it.

    Args:
        request: what is listed now.
        field: `by`, `outlet` or `document`.
        value: what it shall be, as shown.
    """
    from quotecli.search.query import without_filter

    value = value if field == "document" else Shown(value)
    filters = request.filters._replace(**{field: value})  # type: ignore[arg-type]
    return request._replace(query=without_filter(request.query, field), filters=filters)
