"""A document's row in the store's table: what is written of an article beside its text and its quotes."""

from __future__ import annotations

from typing import NamedTuple

from quotecli.core.types import Article
from quotecli.store.codec import Stored, date_code, join_list, storable
from quotecli.store.columns import Placed

__all__ = ["DOCUMENT_COLUMNS", "DocumentFacts", "document_facts"]


class DocumentFacts(NamedTuple):
    """A row of the table of documents, as it is written there."""

    id: int
    source: Stored
    key: Stored
    asked_key: Stored | None
    digest: str
    finder: str
    outlet: int | None
    published: int | None
    first_quote: int
    quotes: int
    title: Stored | None
    authors: Stored | None
    url: Stored | None
    language: Stored | None
    section: Stored | None
    media: str
    published_at: Stored | None
    updated: int | None
    archive_url: Stored | None
    archived: int | None
    accessed: int | None


DOCUMENT_COLUMNS = ", ".join(DocumentFacts._fields)


def document_facts(
    article: Article, placed: Placed, names: tuple[Stored, Stored, Stored | None], finder: str
) -> DocumentFacts:
    """Return the row of a document; `names` are its source, its key, and the key that it asked for in vain."""

    def text(value: str | None) -> Stored | None:
        return None if value is None else storable(value)

    source, key, asked_key = names
    return DocumentFacts(
        id=placed.document,
        source=source,
        key=key,
        asked_key=asked_key,
        digest=article.digest,
        finder=finder,
        outlet=placed.outlet,
        published=placed.published,
        first_quote=placed.first,
        quotes=len(placed.quotations),
        title=text(article.title),
        authors=join_list(article.authors),
        url=text(article.url),
        language=text(article.language),
        section=text(article.section),
        media=article.media,
        published_at=text(article.published_at),
        updated=date_code(article.updated),
        archive_url=text(article.archive_url),
        archived=date_code(article.archived),
        accessed=date_code(article.accessed),
    )
