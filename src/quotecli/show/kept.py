"""A document with all that a store keeps of it, as the one line that `quotes import` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotecli.core.dates import PartialDate
from quotecli.core.kept import FORMAT, Kept
from quotecli.core.quotes import context_sizes, kept_quotes
from quotecli.core.types import Evidence, Paragraph
from quotecli.show.records import document_record, quote_record

__all__ = ["kept_record"]

_MOST_CONTEXT = 1 << 23
"""Characters: contexts that have more in all, as of thousands of quotes in one paragraph, are left out of a line."""


def kept_record(kept: Kept, places: Sequence[int]) -> dict[str, Any]:
    """Return a document as `extract` prints it, with those quotes that are asked for and all else that a store keeps.

    What is corrected by hand in a document will stand here too, as one more field beside `evidence`; and with it
    `core.kept.FORMAT` becomes another, since who reads a line must not overlook it.
    """
    article = kept.article
    long = context_sizes(kept) > _MOST_CONTEXT
    record = document_record(kept.key, article, ())
    record["quotes"] = [
        quote_record(quote) | ({"context": None} if long else {}) | {"names": list(found.speakers), "cue": found.cue}
        for quote, found in zip(kept_quotes(kept, places), map(kept.quotations.__getitem__, places), strict=True)
    ]
    return record | {
        "document": article.source,
        "key": article.key,
        "digest": article.digest,
        "finder": kept.finder,
        "language": article.language,
        "section": article.section,
        "media": article.media,
        "published_at": article.published_at,
        "updated": _date(article.updated),
        "archive_url": article.archive_url,
        "archived": _date(article.archived),
        "accessed": _date(article.accessed),
        "paragraphs": [_paragraph(paragraph) for paragraph in article.paragraphs],
        "evidence": [_evidence(found) for found in article.evidence],
        "left_out": len(kept.ids) - len(places),
        "format": FORMAT,
    }


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    """Return a paragraph's fields; of those that hardly any has, the ones that it has."""
    record: dict[str, Any] = {"start": paragraph.start, "end": paragraph.end, "role": paragraph.role.value}
    if paragraph.source is not None:
        record["source"] = list(paragraph.source)
    if paragraph.page is not None:
        record["page"] = paragraph.page
    if paragraph.time is not None:
        record["time"] = paragraph.time
    return record


def _evidence(found: Evidence) -> dict[str, Any]:
    return {
        "field": found.field,
        "value": found.value,
        "source": found.source,
        "used": found.used,
        "note": found.note,
    }
