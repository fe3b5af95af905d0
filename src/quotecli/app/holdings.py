"""Use-cases: what the store holds: speakers, outlets, documents, the timeline, totals, facts about the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quotecli.app.context import Context
from quotecli.core.dates import PartialDate
from quotecli.core.errors import StoreError
from quotecli.core.types import Filters

if TYPE_CHECKING:
    from quotecli.store.rows import OutletRow

SPEAKER_FIELDS = ("speaker", "quotes", "documents", "first", "last", "spellings")
OUTLET_FIELDS = ("outlet", "quotes", "documents", "first", "last")
DOCUMENT_FIELDS = ("document", "title", "author", "outlet", "published", "url", "quotes")
PERIOD_FIELDS = ("date", "quotes")


def _record(fields: Sequence[str], *values: Any) -> dict[str, Any]:
    return dict(zip(fields, values, strict=True))


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def speakers(context: Context, filters: Filters) -> list[dict[str, Any]]:
    """Return a record a speaker, who said most first: `SPEAKER_FIELDS`."""
    from quotecli.search import scope

    with context.reading() as store:
        return [
            _record(
                SPEAKER_FIELDS,
                row.name,
                row.quotes,
                row.documents,
                _date(row.first),
                _date(row.last),
                list(row.spellings),
            )
            for row in store.speakers(scope(store, filters))
        ]


def outlets(context: Context, filters: Filters, *, unknown: bool = False) -> list[dict[str, Any]]:
    """Return a record an outlet, who printed most first: `OUTLET_FIELDS`.

    "The Vale Daily" and "Vale Daily" are one, shown as most of its quotes have it; a search for one finds both.

    Args:
        context: the store and the configuration, which may name a table of outlets.
        filters: which quotes count.
        unknown: only outlets that neither our table nor the user's has.
    """
    from quotecli.read.outlets import find_outlet
    from quotecli.search import outlet_key, scope

    table = context.config.outlets

    with context.reading() as store:
        rows: dict[tuple[str, ...], OutletRow] = {}
        for row in store.outlets(scope(store, filters)):
            key = outlet_key(row.name)
            rows[key] = _together(rows[key], row) if key in rows else row
    return [
        _record(OUTLET_FIELDS, row.name, row.quotes, row.documents, _date(row.first), _date(row.last))
        for row in sorted(rows.values(), key=lambda row: (-row.quotes, row.name))
        if not unknown or find_outlet(row.name, user_table=table) is None
    ]


def _together(one: OutletRow, other: OutletRow) -> OutletRow:
    """Return the row of an outlet that goes by two names, under the first."""
    return one._replace(
        quotes=one.quotes + other.quotes,
        documents=one.documents + other.documents,
        first=min(filter(None, (one.first, other.first)), key=str, default=None),
        last=max(filter(None, (one.last, other.last)), key=str, default=None),
    )


def documents(context: Context, filters: Filters) -> list[dict[str, Any]]:
    """Return a record a document, by source: `DOCUMENT_FIELDS`."""
    from quotecli.search import scope

    with context.reading() as store:
        return [
            _record(
                DOCUMENT_FIELDS,
                row.source,
                row.title,
                list(row.authors),
                row.outlet,
                _date(row.published),
                row.url,
                row.quotes,
            )
            for row in store.documents(scope(store, filters))
        ]


def timeline(context: Context, filters: Filters, period: str, *, reverse: bool = False) -> list[dict[str, Any]]:
    """Return a record a year, month or day that has quotes: `PERIOD_FIELDS`.

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
    return [_record(PERIOD_FIELDS, _date(row.date), row.quotes) for row in rows]


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
