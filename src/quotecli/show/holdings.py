"""What the store holds as tables and as data: speakers, outlets, documents, the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quotecli.show.records import iso
from quotecli.show.tables import Column, Table

if TYPE_CHECKING:
    from quotecli.app.holdings import DocumentRow, OutletRow, Period, SpeakerRow

__all__ = [
    "DOCUMENTS",
    "OUTLETS",
    "SPEAKERS",
    "TIMELINE",
    "listed_document_record",
    "outlet_record",
    "period_record",
    "speaker_record",
    "totals_words",
]

_HOW_MUCH = (Column.of_number("quotes"), Column.of_number("documents"), Column.of_date("first"), Column.of_date("last"))

SPEAKERS = Table((Column("speaker", "speaker"), *_HOW_MUCH), "speaker quotes documents first last spellings".split())
OUTLETS = Table((Column("outlet", "outlet"), *_HOW_MUCH), "outlet quotes documents first last".split())
DOCUMENTS = Table(
    (
        Column.of_date("published"),
        Column("outlet", "outlet"),
        Column.of_number("quotes"),
        Column("title", "title"),
        Column("document", "document"),
    ),
    "document title author outlet published url quotes".split(),
)
TIMELINE = Table((Column.of_date("date", absent="undated"), Column.of_number("quotes")), ["date", "quotes"])


def totals_words(stats: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the store's totals as name and value, numbers with their thousands parted, the kinds last."""
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in stats["kinds"].items() if number)
    numbers = {name: f"{value:,}" if isinstance(value, int) else value for name, value in stats.items()}
    return [*((name, value) for name, value in numbers.items() if name != "kinds"), ("kinds", kinds)]


def speaker_record(row: SpeakerRow) -> dict[str, Any]:
    """Return a speaker as data."""
    return {"speaker": row.name, **_how_much(row), "spellings": list(row.spellings)}


def outlet_record(row: OutletRow) -> dict[str, Any]:
    """Return an outlet as data."""
    return {"outlet": row.name, **_how_much(row)}


def _how_much(row: SpeakerRow | OutletRow) -> dict[str, Any]:
    return {"quotes": row.quotes, "documents": row.documents, "first": iso(row.first), "last": iso(row.last)}


def listed_document_record(row: DocumentRow) -> dict[str, Any]:
    """Return a document as data."""
    return {
        "document": row.source,
        "title": row.title,
        "author": list(row.authors),
        "outlet": row.outlet,
        "published": iso(row.published),
        "url": row.url,
        "quotes": row.quotes,
    }


def period_record(row: Period) -> dict[str, Any]:
    """Return a year, month or day as data."""
    return {"date": iso(row.date), "quotes": row.quotes}
