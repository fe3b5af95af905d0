"""Use-cases: what the store holds: speakers, outlets, documents, the timeline, totals, facts about the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from quotecli.app.context import Context
from quotecli.core.errors import StoreError
from quotecli.core.types import Filters

if TYPE_CHECKING:
    from quotecli.store import DocumentRow, OutletRow, Period, SpeakerRow

__all__ = [
    "DocumentRow",
    "Info",
    "OutletRow",
    "Period",
    "SpeakerRow",
    "documents",
    "info",
    "outlets",
    "speakers",
    "stats",
    "timeline",
]


def speakers(context: Context, filters: Filters) -> list[SpeakerRow]:
    """Return the speakers of the quotes that the filters let through, who said most first."""
    from quotecli.search import scope

    with context.reading() as store:
        return store.speakers(scope(store, filters))


def outlets(context: Context, filters: Filters, *, unknown: bool = False) -> list[OutletRow]:
    """Return the outlets of the quotes that the filters let through, who printed most first.

    "The Vale Daily" and "Vale Daily" are one, shown as most of its quotes have it; a search for one finds both.

    Args:
        context: the store and the configuration, which may name a table of outlets.
        filters: which quotes count.
        unknown: only outlets that neither our table nor the user's has.
    """
    from quotecli.read.outlets import find_outlet
    from quotecli.search import outlet_key, scope

    with context.reading() as store:
        rows: dict[tuple[str, ...], OutletRow] = {}
        for row in store.outlets(scope(store, filters)):
            key = outlet_key(row.name)
            rows[key] = _together(rows[key], row) if key in rows else row
    table = context.config.outlets
    found = sorted(rows.values(), key=lambda row: (-row.quotes, row.name))
    return [row for row in found if not unknown or find_outlet(row.name, user_table=table) is None]


def _together(one: OutletRow, other: OutletRow) -> OutletRow:
    """Return the row of an outlet that goes by two names, under the first."""
    return one._replace(
        quotes=one.quotes + other.quotes,
        documents=one.documents + other.documents,
        first=min(filter(None, (one.first, other.first)), key=str, default=None),
        last=max(filter(None, (one.last, other.last)), key=str, default=None),
    )


def documents(context: Context, filters: Filters) -> list[DocumentRow]:
    """Return the documents of the quotes that the filters let through, by source."""
    from quotecli.search import scope

    with context.reading() as store:
        return store.documents(scope(store, filters))


def timeline(context: Context, filters: Filters, period: str, *, reverse: bool = False) -> list[Period]:
    """Return each year, month or day that has quotes, with their number.

    Args:
        context: the store.
        filters: which quotes count.
        period: `year`, `month` or `day`.
        reverse: the latest first; the undated come last either way.
    """
    from quotecli.search import scope

    with context.reading() as store:
        rows = store.timeline(period, scope(store, filters))
    if reverse:
        rows = [*(row for row in reversed(rows) if row.date), *(row for row in rows if not row.date)]
    return rows


def stats(context: Context) -> dict[str, Any]:
    """Return the totals: `documents quotes speakers outlets …`, see `Store.stats`."""
    with context.reading() as store:
        return store.stats()


class Info(NamedTuple):
    """What is known of the store in use.

    Attributes:
        facts: which it is and why, and what its file is like, as far as that can be told.
        error: why it can't be used, where it can't.
    """

    facts: dict[str, Any]
    error: StoreError | None = None


def info(context: Context) -> Info:
    """Return which store is used and why, and what its file is like; never fails for one that is not there yet.

    Raises:
        StoreError: it can't be told whether there is a file.
    """
    place = context.place
    facts: dict[str, Any] = {"store": str(place.path), "because": place.reason, "exists": context.has_store()}
    facts["config"] = str(context.config.path) if context.config.path else None
    if not facts["exists"]:
        return Info(facts)
    try:
        with context.reading() as store:
            return Info(facts | {name: value for name, value in store.info().items() if name != "path"})
    except StoreError as error:  # which file it is, and how large, helps to tell what is wrong with it
        return Info(facts | {"size": place.path.stat().st_size}, error)
