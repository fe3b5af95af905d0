"""The frozen types of a document as read. Import them from `core.types`, which loads them when they are needed."""

from __future__ import annotations

from dataclasses import dataclass

from quotecli.core.dates import PartialDate
from quotecli.core.types import Role, Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article.

    Attributes:
        start: offset of its first character in `Article.text`.
        end: offset after its last character.
        role: what it is.
        source: where the text names who is quoted, for a block quotation (its footer or cite) or a post (its author,
            handle and date line), as a span of `Article.text`; None when the text names nobody there.
        page: page number from 1, for paginated documents.
        time: seconds from the start, for transcripts with time codes.
    """

    start: int
    end: int
    role: Role = Role.BODY
    source: Span | None = None
    page: int | None = None
    time: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One candidate for a field of the metadata, and where it came from.

    Attributes:
        field: `title`, `author`, `published`, `updated`, `outlet`, `url`, `language` or `section`.
        value: the candidate as we would store it.
        source: where it stood, in words a user understands (`JSON-LD datePublished`, `byline`, `--date`).
        used: whether it is the one that was chosen.
        note: what speaks for or against it (`ambiguous: 3 April or 4 March`), or None.
    """

    field: str
    value: str
    source: str
    used: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A document as read: one stored text, its paragraphs in order, its metadata with evidence.

    Attributes:
        text: the whole text that all offsets refer to.
        paragraphs: in order, not overlapping; what lies between them is white space.
        source: the path or URL it was read from, as stored and shown (`document` in the contract);
            members of archives and lines of JSON Lines are `path#member`.
        key: what names the document in any store: canonical URL, its own id, else the file's name.
        title: as printed, HTML entities decoded; None when the document doesn't say.
        authors: in order, names as printed without "By".
        published: the date of publication, None when unknown.
        published_at: ISO 8601 date-time with offset where the document gives a time, else None.
        updated: the date of the last update that the document states.
        outlet: canonical name of who printed it, or None.
        url: canonical URL, or None.
        language: BCP 47 tag (`en`, `de`, `pt-BR`), or None.
        section: the outlet's section, or None.
        media: `article` for written documents, else `interview`, `transcript`, `speech`, `post`, `email`, `book`,
            `press release`, `blog`; what the citation's item type is chosen from.
        archive_url: an archived copy (Wayback Machine), or None.
        archived: date of that copy.
        accessed: date on which a web page was fetched, or None.
        evidence: all candidates, chosen or not.
        digest: hexadecimal digest of the bytes it was read from, or "".
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    source: str = ""
    key: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: PartialDate | None = None
    published_at: str | None = None
    updated: PartialDate | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    section: str | None = None
    media: str = "article"
    archive_url: str | None = None
    archived: PartialDate | None = None
    accessed: PartialDate | None = None
    evidence: tuple[Evidence, ...] = ()
    digest: str = ""
