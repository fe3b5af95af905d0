"""Use-case: documents or quotes out of the store, as they come, so that a store of any size needs little memory."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.app.listing import ALL
from quotecli.core.quotes import kept_quotes
from quotecli.core.types import Filters, Kind, Quote, Sort

if TYPE_CHECKING:
    from quotecli.core.kept import Chosen
    from quotecli.store import Scope, Store

__all__ = ["ExportRequest", "Missing", "exported_documents", "exported_quotes", "missing"]

_AT_ONCE = 500


class ExportRequest(NamedTuple):
    """What to export.

    Attributes:
        filters: see `Filters`; none at all lets every quote through, indirect ones too.
        limit: quotes at most; 0 for all.
        offset: quotes to leave out first.
        sort: the order; None, as by relevance, is that in which documents were added.
        reverse: turn the order round.
    """

    filters: Filters = Filters()
    limit: int = 0
    offset: int = 0
    sort: Sort | None = None
    reverse: bool = False

    @property
    def everything(self) -> bool:
        """Whether the whole store is asked for: documents without a quotation too."""
        return self.filters == Filters() and not self.limit and not self.offset

    @property
    def as_added(self) -> bool:
        """Whether the order is that in which documents were added."""
        return self.sort in {None, Sort.RELEVANCE} and not self.reverse


class Missing(NamedTuple):
    """Why nothing was exported.

    Attributes:
        unknown: what the filters name and the store has not (`speaker Zorro`).
        suggestions: names near it.
    """

    unknown: tuple[str, ...]
    suggestions: tuple[str, ...]


def exported_documents(context: Context, request: ExportRequest) -> Generator[Chosen, None, None]:
    """Yield the documents that are asked for, each with its quotes that are.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    with _reading(context) as store:
        yield from _documents(store, request)


def exported_quotes(context: Context, request: ExportRequest) -> Generator[Quote, None, None]:
    """Yield the quotes that are asked for.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    with _reading(context) as store:
        if request.as_added:
            for kept, places in _documents(store, request):
                yield from kept_quotes(kept, places)
            return
        rows = _rows(store, request)
        for start in range(0, len(rows), _AT_ONCE):
            yield from store.quotes(rows[start : start + _AT_ONCE])


def missing(context: Context, filters: Filters) -> Missing:
    """Return why these filters let nothing through."""
    from quotecli.search import list_quotes

    with context.reading() as store:
        found = list_quotes(store, filters, limit=1)
        return Missing(found.unknown, tuple(found.suggestions))


@contextmanager
def _reading(context: Context) -> Iterator[Store]:
    with context.reading() as store, store.moving.snapshot():
        yield store


def _documents(store: Store, request: ExportRequest) -> Iterator[Chosen]:
    if request.everything and request.as_added:
        yield from store.moving.documents()
    elif request.as_added:
        yield from store.moving.within(_scope(store, request.filters), request.limit, request.offset)
    else:
        yield from store.moving.of_rows(_rows(store, request))
        if request.everything:
            yield from store.moving.without_quotes()


def _rows(store: Store, request: ExportRequest) -> Sequence[int]:
    scope = _scope(store, request.filters)
    last = request.offset + (request.limit or ALL)
    sort = request.sort or Sort.RELEVANCE
    return store.index.listing(scope, sort, reverse=request.reverse, limit=last)[request.offset :]


def _scope(store: Store, filters: Filters) -> Scope:
    from quotecli.search import scope

    return scope(store, Filters(kinds=tuple(Kind)) if filters == Filters() else filters)
