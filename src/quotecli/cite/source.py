"""What citing needs to know of a document, and a quotation together with its document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from quotecli.cite.text import bare_doi, bare_edition, bare_number, decode_entities, one_line
from quotecli.core.dates import PartialDate
from quotecli.core.names import filed_authors
from quotecli.core.types import FILED_AUTHOR, Article, Quote, Role

_TEXT = frozenset((Role.BODY, Role.BLOCKQUOTE, Role.LIST, Role.POST))
"""What a reader who counts the paragraphs of a page counts (APA 7, 8.28)."""


_RESOLVED = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)
"""An address that is a DOI."""
_OF_WORK = ("genre", "container", "institution", "publisher", "place", "event", "citation", "edition", "number")
"""What a work's own front matter tells of it."""
_NUMBERS = ("volume", "issue", "pages")


@dataclass(frozen=True, slots=True)
class Source:
    """The facts of a document that citations are made of; strings are as printed, entities may still be encoded.

    Attributes:
        document: path or URL of the document, as in `Quote.document`; one source per document.
        title: None when the document has none.
        authors: names as printed, persons or bodies, in order.
        editors: likewise.
        published: date of publication, None when unknown.
        updated: date of the last update that the document states.
        outlet: canonical name of who printed it, or of the platform of a post; None when unknown.
        outlet_kind: `newspaper`, `magazine`, `journal`, `broadcaster`, `agency`, `site` (of news), `website`, `blog`,
            `aggregator`, `body`, `publisher`, or `platform` or `social` for posts; "" makes it be guessed from the
            outlet's name.
        url: canonical URL.
        section: the outlet's section.
        media: what the document is, see `Article.media`.
        language: BCP 47 tag.
        accessed: when the page was fetched.
        archive_url: an archived copy.
        archived: date of that copy.
        via: where the words were first posted or printed.
        place: where the outlet or publisher sits, or where a speech was held.
        publisher: the publishing house or issuing body, where it is not the outlet.
        event: the occasion of a speech.
        speakers: who speaks in an interview or a speech, as printed.
        handle: account name of a post's author, with or without "@".
        volume: of a journal or magazine.
        issue: likewise.
        pages: where it is printed: `12`, `12-15`.
        doi: its Digital Object Identifier, `10.1000/182`.
        kind: what the document says it is, of the table of works (`thesis`, `chapter`); "" where it does not.
        genre: what it calls itself beyond that: `Doctoral dissertation`.
        container: the book of a chapter, the show of an episode.
        institution: the university of a thesis, the court of a case.
        edition: of a book: `2nd`, `Revised edition`.
        number: of a report.
        translators: names as printed.
        citation: the neutral citation of a case: `[2021] EWHC 12 (Admin)`.
        text: the document's stored text, for links that must be unique in it; "" when it is not at hand.
        begins: offset in `text` where the document proper begins, behind front matter.
    """

    document: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    published: PartialDate | None = None
    updated: PartialDate | None = None
    outlet: str | None = None
    outlet_kind: str = ""
    url: str | None = None
    section: str | None = None
    media: str = "article"
    language: str | None = None
    accessed: PartialDate | None = None
    archive_url: str | None = None
    archived: PartialDate | None = None
    via: str | None = None
    place: str | None = None
    publisher: str | None = None
    event: str | None = None
    speakers: tuple[str, ...] = ()
    handle: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    kind: str = ""
    genre: str | None = None
    container: str | None = None
    institution: str | None = None
    edition: str | None = None
    number: str | None = None
    translators: tuple[str, ...] = ()
    citation: str | None = None
    text: str = ""
    begins: int = 0

    def tidied(self) -> Source:
        """Return the same facts as they are cited: entities decoded, one line each, the blank ones absent."""
        words = ("title", "outlet", "section", "language", "via", "handle", *_OF_WORK)
        resolved = _RESOLVED.match(self.url or "")
        doi = bare_doi(one_line(self.doi or "")) or (bare_doi(resolved.string) if resolved else "")
        lists = ("authors", "editors", "speakers", "translators")
        numbers = {name: bare_number(decode_entities(getattr(self, name) or ""), name) for name in _NUMBERS}
        plain: dict[str, Any] = {name: decode_entities(getattr(self, name) or "") or None for name in words}
        plain |= {name: one_line(getattr(self, name) or "") or None for name in ("url", "archive_url")}
        plain |= {name: tuple(filter(None, map(decode_entities, getattr(self, name)))) for name in lists}
        plain |= {name: value or None for name, value in numbers.items()}
        plain["edition"] = bare_edition(plain["edition"] or "") or None
        return replace(self, document=one_line(self.document), doi=doi or None, **plain)

    @classmethod
    def of_article(cls, article: Article, *, outlet_kind: str = "") -> Source:
        """Take what an article as read tells."""
        filed = (one.value for one in article.evidence if one.field == FILED_AUTHOR)
        told = cls(
            document=article.source,
            title=article.title,
            authors=filed_authors(article.authors, filed) or article.authors,
            published=article.published,
            updated=article.updated,
            outlet=article.outlet,
            outlet_kind=outlet_kind,
            url=article.url,
            section=article.section,
            media=article.media,
            language=article.language,
            accessed=article.accessed,
            archive_url=article.archive_url,
            archived=article.archived,
            handle=_told(article, "account"),
            volume=_told(article, "volume"),
            issue=_told(article, "issue"),
            pages=_pages(article),
            doi=_told(article, "doi"),
            kind=_told(article, "kind") or "",
            editors=_all_told(article, "editor"),
            translators=_all_told(article, "translator"),
            text=article.text,
            begins=next((one.start for one in article.paragraphs if one.role is not Role.BOILERPLATE), 0),
        )
        of_work: dict[str, Any] = {name: _told(article, name) for name in _OF_WORK}
        return replace(told, **of_work)

    @classmethod
    def of_quote(cls, quote: Quote, *, outlet_kind: str = "") -> Source:
        """Take what a stored quote alone tells of its document (JSON from standard input has no more)."""
        return cls(
            document=quote.document or quote.url or "",
            title=quote.title,
            authors=quote.filed if len(quote.filed) == len(quote.authors) else quote.authors,
            published=quote.published,
            outlet=quote.outlet,
            outlet_kind=outlet_kind,
            url=quote.url,
            via=quote.via,
        )


def _told(article: Article, what: str) -> str | None:
    """Return what only the evidence tells, and citations alone need: the account, the volume."""
    return next((one.value for one in article.evidence if one.field == what and one.used), None)


def _all_told(article: Article, what: str) -> tuple[str, ...]:
    return tuple(one.value for one in article.evidence if one.field == what)


def _pages(article: Article) -> str | None:
    first, last = _told(article, "page"), _told(article, "last page")
    return f"{first}-{last}" if first and last and first != last else first


@dataclass(frozen=True, slots=True)
class Cited:
    """One thing to cite: a quotation in its source, or a source alone.

    Attributes:
        source: the document.
        quote: the quotation, or None to cite the document as a whole.
        page: page number from 1, for paginated documents.
        time: seconds from the start, for recordings and transcripts with time codes.
        paragraph: number of its paragraph as readers count them, see `text_paragraphs`; 0 where they count none, None
            when the document isn't at hand: then it is `Quote.paragraph`.
    """

    source: Source
    quote: Quote | None = None
    page: int | None = None
    time: float | None = None
    paragraph: int | None = None


def text_paragraphs(article: Article) -> list[int]:
    """Return for each paragraph of a document its number among those of the text, from 1.

    Headline, byline, front matter, captions and notes are no paragraphs of the text: theirs is 0.
    """
    numbers, count = [], 0
    for paragraph in article.paragraphs:
        counts = paragraph.role in _TEXT
        count += counts
        numbers.append(count if counts else 0)
    return numbers


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in its source a quotation stands.

    Attributes:
        value: `4`, `1:02:03`.
        label: CSL's locator label: `page`, `paragraph` or `timestamp`.
    """

    value: str
    label: str


def locator(cited: Cited) -> Locator | None:
    """Return where the quotation stands: by time, else by page, else by paragraph of the text; None for a source alone.

    Posts, e-mails, headlines and captions have nothing to point into.
    """
    quote = cited.quote
    if quote is None:
        return None
    if cited.time is not None and cited.time >= 0:
        return Locator(_clock(cited.time), "timestamp")
    if cited.page is not None:
        return Locator(str(cited.page), "page")
    number = quote.paragraph if cited.paragraph is None else cited.paragraph
    if cited.source.media in ("post", "email") or quote.role in ("headline", "caption") or number < 1:
        return None
    return Locator(str(number), "paragraph")


def _clock(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"
