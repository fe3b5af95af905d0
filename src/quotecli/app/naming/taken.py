"""Whom a filter takes for a name that nobody in the store has: to be told, as all that is shown rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotecli.app.context import Context
from quotecli.core.types import Filters

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["names_taken", "taken_for"]

_TOLD = 3
"""Names that are told of those a name is taken for."""


def names_taken(context: Context, filters: Filters, query: str = "") -> str | None:
    """Return what to tell of the names in filters and a query, see `taken_for`.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    from quotecli.search.query import parse_query

    filters = filters.together(parse_query(query).filters)
    if not _names(filters):
        return None
    with context.reading() as store:
        return taken_for(store, filters)


def taken_for(store: Store, filters: Filters) -> str | None:
    """Return what to tell of the names that no speaker or outlet has, and near ones were taken for; None of others."""
    if not (names := _names(filters)):
        return None
    from quotecli.search import fitting, resolve_outlet, resolve_speaker

    told = []
    for field, typed in names:
        taken = fitting(resolve_speaker(store, typed) if field == "by" else resolve_outlet(store, typed))
        if taken and not taken[0].fits:
            more = f" and {len(taken) - _TOLD} more" if len(taken) > _TOLD else ""
            told.append(f"taking {typed} for {', '.join(hit.name for hit in taken[:_TOLD])}{more}")
    return "; ".join(told) or None


def _names(filters: Filters) -> list[tuple[str, str]]:
    every = (filters, *filters.also)
    found = [(field, getattr(one, field)) for one in every for field in ("by", "outlet")]
    return [(field, name) for field, name in found if name is not None]
