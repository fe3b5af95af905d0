"""Quotes as data: the field names of the contract, in its order. Fields are only ever added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from quotecli.core.dates import PartialDate
from quotecli.core.types import Hit, Quote

if TYPE_CHECKING:
    from quotecli.core.types import Article, Evidence


def iso(date: PartialDate | None) -> str | None:
    """Return a date as ISO text, as far as it is known; None for none."""
    return str(date) if date else None


def quote_record(quote: Quote) -> dict[str, Any]:
    """Return the quote's fields for JSON and CSV; dates as ISO text, absent values None.

    Words corrected by hand have `printed` beside them: what the document prints there. Authors whom the document has as
    "Family, Given" stand so in `author_filed`, with the others as they are in `author`.
    """
    more: dict[str, Any] = {} if quote.printed is None else {"printed": quote.printed}
    if quote.filed:
        more["author_filed"] = list(quote.filed)
    return {
        "id": quote.id,
        "text": quote.text,
        "speaker": quote.speaker,
        "speakers": list(quote.speakers),
        "said_as": quote.said_as,
        "date": iso(quote.date),
        "date_kind": quote.date_kind,
        "outlet": quote.outlet,
        "via": quote.via,
        "kind": quote.kind.value,
        "part_of": quote.part_of,
        "role": quote.role.value,
        "confidence": round(quote.confidence, 3),
        "title": quote.title,
        "author": list(quote.authors),
        "published": iso(quote.published),
        "url": quote.url,
        "document": quote.document,
        "paragraph": quote.paragraph,
        "start": quote.start,
        "end": quote.end,
        "context": quote.context,
        **more,
    }


def hit_record(hit: Hit) -> dict[str, Any]:
    """Return the quote's fields with those of the search; `also_in` are the ids of the same statement elsewhere."""
    return {
        **quote_record(hit.quote),
        "score": round(hit.score, 1),
        "matches": [list(span) for span in hit.matches],
        "also_in": list(hit.also_in),
    }


QUOTE_FIELDS = (
    "id text speaker speakers said_as date date_kind outlet via kind part_of role confidence title author published "
    "url document paragraph start end context"
).split()
"""The fields of `quote_record`, in order: the head of a CSV that has no rows needs them too."""
HIT_FIELDS = [*QUOTE_FIELDS, "score", "matches", "also_in"]
"""The fields of `hit_record`, in order."""


def document_record(identity: str, article: Article, quotes: Sequence[Quote]) -> dict[str, Any]:
    """Return a document with its quotes, as `extract` prints it."""
    return {
        "id": identity,
        "title": article.title,
        "date": iso(article.published),
        "outlet": article.outlet,
        "author": list(article.authors),
        "url": article.url,
        "text": article.text,
        "quotes": [quote_record(quote) for quote in quotes],
    }


def evidence_record(evidence: Evidence) -> dict[str, Any]:
    """Return one candidate for a document's fact, and where it came from."""
    return {
        "field": evidence.field,
        "value": evidence.value,
        "source": evidence.source,
        "used": evidence.used,
        "note": evidence.note,
    }
