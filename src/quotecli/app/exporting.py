"""Use-case: documents or quotes out of the store, as they come, so that a store of any size needs little memory."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.context import Context
from quotecli.app.listing import ALL
from quotecli.core.errors import DamagedStore
from quotecli.core.quotes import kept_quotes
from quotecli.core.types import Filters, Kind, Quote, Sort
from quotecli.store.losses import Losses

if TYPE_CHECKING:
    from quotecli.core.kept import Chosen
    from quotecli.store import Scope, Store

__all__ = ["ExportRequest", "Losses", "exported_documents", "exported_quotes"]

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


def exported_documents(
    context: Context, request: ExportRequest, losses: Losses | None = None
) -> Generator[Chosen, None, None]:
    """Yield the documents that are asked for, each with its quotes that are.

    What can't be read is left out where `losses` is given, which then tells of it.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    with context.reading() as store:
        read = 0
        for chosen in _documents(store, request, losses):
            read += 1
            yield chosen
        _refuse_nothing(read, losses)


def exported_quotes(
    context: Context, request: ExportRequest, losses: Losses | None = None
) -> Generator[Quote, None, None]:
    """Yield the quotes that are asked for.

    What can't be read is left out where `losses` is given, which then tells of it.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    with context.reading() as store:
        if request.as_added:
            read = 0
            for kept, places in _documents(store, request, losses):
                read += 1
                yield from kept_quotes(kept, places)
            _refuse_nothing(read, losses)
            return
        if losses is not None:
            store.moving.past_damage(losses)
        rows = _rows(store, request)
        for start in range(0, len(rows), _AT_ONCE):
            yield from store.quotes(rows[start : start + _AT_ONCE])


def _refuse_nothing(read: int, losses: Losses | None) -> None:
    """Fail where no document at all can be read, so that no file of an earlier export is replaced by an empty one."""
    if losses is not None and losses.documents and not read:
        lost = f"{losses.documents[0]} and {len(losses.documents) - 1} more can't be read"
        raise DamagedStore(f"the store is damaged: {lost}", hint="`quotes doctor` looks through the store")


def _documents(store: Store, request: ExportRequest, losses: Losses | None) -> Iterator[Chosen]:
    moving = store.moving
    if losses is not None:
        moving.past_damage(losses)
    if request.everything and request.as_added:
        yield from moving.documents()
    elif request.as_added:
        yield from moving.within(_scope(store, request.filters), request.limit, request.offset)
    else:
        yield from moving.of_rows(_rows(store, request))
        if request.everything:
            yield from moving.without_quotes()


def _rows(store: Store, request: ExportRequest) -> Sequence[int]:
    scope = _scope(store, request.filters)
    last = request.offset + (request.limit or ALL)
    sort = request.sort or Sort.RELEVANCE
    return store.index.listing(scope, sort, reverse=request.reverse, limit=last)[request.offset :]


def _scope(store: Store, filters: Filters) -> Scope:
    from quotecli.search import scope

    return scope(store, Filters(kinds=tuple(Kind)) if filters == Filters() else filters)
