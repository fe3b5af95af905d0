"""Reads documents, and the list of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.core.errors import UnknownId
from quotecli.core.types import Article
from quotecli.store.codec import (
    Stored,
    date_from,
    split_list,
    storable,
    text_from,
    text_or_none,
    unpack_evidence,
    unpack_layout,
)
from quotecli.store.reading import put_together
from quotecli.store.rows import DocumentRow

__all__ = ["document_number", "document_rows", "read_article"]

_DOCUMENTS = """
SELECT d.id, d.source, d.key, d.title, d.authors, o.name, d.published, d.url, {}, d.digest
FROM documents d LEFT JOIN outlets o ON o.id = d.outlet {} ORDER BY d.source
"""
_ARTICLE = """
SELECT t.layout, t.evidence, d.source, d.key, d.asked_key, d.title, d.authors, d.published, d.published_at, d.updated,
    o.name, d.url, d.language, d.section, d.media, d.archive_url, d.archived, d.accessed, d.digest
FROM documents d JOIN texts t ON t.document = d.id LEFT JOIN outlets o ON o.id = d.outlet WHERE d.id = ?
"""
_COUNTED = "(SELECT document, count(*) AS quotes FROM quotes q WHERE {} GROUP BY document) c ON c.document = d.id"


class _Listed(NamedTuple):
    """What the store has of a document that is listed, in the order of `_DOCUMENTS`, as it is written there."""

    id: int
    source: Stored
    key: Stored
    title: Stored | None
    authors: Stored | None
    outlet: Stored | None
    published: int | None
    url: Stored | None
    quotes: int
    digest: str


class _Row(NamedTuple):
    """What the store has of a document, in the order of `_ARTICLE`, as it is written there."""

    layout: bytes
    evidence: bytes | None
    source: Stored
    key: Stored
    asked_key: Stored | None
    title: Stored | None
    authors: Stored | None
    published: int | None
    published_at: Stored | None
    updated: int | None
    outlet: Stored | None
    url: Stored | None
    language: Stored | None
    section: Stored | None
    media: str
    archive_url: Stored | None
    archived: int | None
    accessed: int | None
    digest: str


def document_rows(
    db: sqlite3.Connection, where: str | None = None, values: Sequence[object] = (), *, empty: bool = False
) -> list[DocumentRow]:
    """Return documents, by source.

    Args:
        db: the store.
        where: condition over `quotes q`: the quotes that count; None for all of any kind.
        values: of the condition.
        empty: also documents that none of these quotes is of.
    """
    counted = ("d.quotes", "")
    if where is not None:
        join = "LEFT JOIN " if empty else "JOIN "
        counted = ("coalesce(c.quotes, 0)", join + _COUNTED.format(where))
    return [_listed(_Listed._make(row)) for row in db.execute(_DOCUMENTS.format(*counted), tuple(values))]


def _listed(row: _Listed) -> DocumentRow:
    return DocumentRow(
        id=row.id,
        source=text_from(row.source),
        key=text_from(row.key),
        title=text_or_none(row.title),
        authors=split_list(row.authors),
        outlet=text_or_none(row.outlet),
        published=date_from(row.published),
        url=text_or_none(row.url),
        quotes=row.quotes,
        digest=row.digest,
    )


def document_number(db: sqlite3.Connection, document: str | int) -> int:
    """Return the number of a document, named by its path or URL as stored, or by that number itself.

    Raises:
        UnknownId: the store has no such document.
    """
    column = "id" if isinstance(document, int) else "source"
    value = document if isinstance(document, int) else storable(document)
    found = db.execute(f"SELECT id FROM documents WHERE {column} = ?", (value,)).fetchone()
    if found is None:
        raise UnknownId(f"the store has no document {document}")
    return int(found[0])


def read_article(db: sqlite3.Connection, document: int) -> Article:
    """Return a document as it was written: text, paragraphs, metadata, evidence."""
    row = _Row._make(db.execute(_ARTICLE, (document,)).fetchone())
    length, rest, paragraphs = unpack_layout(row.layout)
    return Article(
        text=put_together(db, document, length, rest),
        paragraphs=paragraphs,
        source=text_from(row.source),
        key=text_or_none(row.asked_key) or text_from(row.key),
        title=text_or_none(row.title),
        authors=split_list(row.authors),
        published=date_from(row.published),
        published_at=text_or_none(row.published_at),
        updated=date_from(row.updated),
        outlet=text_or_none(row.outlet),
        url=text_or_none(row.url),
        language=text_or_none(row.language),
        section=text_or_none(row.section),
        media=row.media,
        archive_url=text_or_none(row.archive_url),
        archived=date_from(row.archived),
        accessed=date_from(row.accessed),
        evidence=unpack_evidence(row.evidence),
        digest=row.digest,
    )
