"""Use-case: one statement in all its wordings."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.app.naming.ids import quotes_named
from quotecli.core.types import Sort
from quotecli.search import Change, Family, Variant, variants

__all__ = ["Change", "Family", "Variant", "wordings"]


def wordings(
    context: Context, words: Sequence[str], request: ListingRequest, *, no_query: bool = False
) -> Family | None:
    """Return the wordings of a statement, the earliest first; None when nothing is found.

    Args:
        context: the world.
        words: an id, its beginning, or the number of a line of the last listing; else a query whose best hit is meant.
        request: which of its quotes, in which order; its query plays no part.
        no_query: the one word is an id, its beginning, or a number.

    Raises:
        UnknownId: a number beyond the last listing, or what is no query and no quote either.
    """
    wanted = " ".join(words)
    with context.reading() as store:
        if no_query or wanted.isdecimal():
            wanted = quotes_named(context, store, [wanted])[0].id
        return variants(
            store,
            wanted,
            request.filters,
            sort=request.sort or Sort.DATE,
            reverse=request.reverse,
            limit=request.limit,
            offset=request.offset,
        )
