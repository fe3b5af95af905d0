"""A document with all that a store keeps of it, as the one line that `quotes import` reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quotecli.core.kept import FORMAT, FOUND, Kept
from quotecli.core.quotes import context_sizes, kept_quotes
from quotecli.core.types import Paragraph
from quotecli.show.records import document_record, evidence_record, iso, quote_record

__all__ = ["kept_record"]

_MOST_CONTEXT = 1 << 23
"""Characters: contexts that have more in all, as of thousands of quotes in one paragraph, are left out of a line."""


def kept_record(kept: Kept, places: Sequence[int]) -> dict[str, Any]:
    """Return a document as `extract` prints it, with those quotes that are asked for and all else that a store keeps.

    A document that is corrected by hand stands here as it is corrected; beside it stand the corrections, and in `found`
    what was found without them, from which a store makes the same again.
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
        "updated": iso(article.updated),
        "archive_url": article.archive_url,
        "archived": iso(article.archived),
        "accessed": iso(article.accessed),
        "paragraphs": [_paragraph(paragraph) for paragraph in article.paragraphs],
        "evidence": [evidence_record(found) for found in article.evidence],
        "left_out": len(kept.ids) - len(places),
        "format": FORMAT,
        **_by_hand(kept, places),
    }


def _by_hand(kept: Kept, places: Sequence[int]) -> dict[str, Any]:
    """Return the corrections of what is asked for, and what was found of it."""
    if not kept.corrections:
        return {}
    chosen = {kept.ids[place] for place in places}
    whole = len(places) == len(kept.ids)
    corrections = [one for one in kept.corrections if whole or one.quote is None or one.quote in chosen]
    record: dict[str, Any] = {"corrections": [one._asdict() for one in corrections]}
    if kept.found is not None:
        own = [at for at, identity in enumerate(kept.found.ids) if whole or identity in chosen]
        found = kept_record(kept.found, own)
        found["quotes"] = [quote | {"context": None} for quote in found["quotes"]]
        record["found"] = {name: found[name] for name in FOUND}
    return record


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
