"""The frozen types that every room speaks: an article as read, quotations as found, quotes as stored.

All offsets are counted in characters (code points) of `Article.text`, half-open `[start, end)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from quotecli.core.dates import PartialDate


class Span(NamedTuple):
    """Characters `[start, end)` of a text that the field's description names."""

    start: int
    end: int


class Role(StrEnum):
    """What a paragraph is in its document."""

    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    BLOCKQUOTE = "blockquote"
    POST = "post"
    LIST = "list"
    NOTE = "note"
    """A correction or an editor's note."""
    BOILERPLATE = "boilerplate"
    """Menus, teasers, cookie notes, comments: gives no quotes."""


class Kind(StrEnum):
    """How the words stand in the document."""

    DIRECT = "direct"
    PARTIAL = "partial"
    """A fragment inside the reporter's sentence."""
    POST = "post"
    """An embedded or pasted post."""
    INDIRECT = "indirect"
    """Reported without marks; only on request."""


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible speaker of a quotation, as the ranker saw it.

    Attributes:
        name: canonical name or, for words that name nobody, the words themselves; None is "not speech, or unknown".
        said_as: the words of the text.
        probability: 0 to 1.
    """

    name: str | None
    said_as: str | None
    probability: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why a quotation has its speaker.

    Attributes:
        decided_by: the rule's or the model's name, in words (`block quotation's source line`, `ranker`).
        features: what weighed most, as (words, weight) pairs, strongest first; empty for rules.
        candidates: the speakers considered, likeliest first; the second is the runner-up.
    """

    decided_by: str
    features: tuple[tuple[str, float], ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation found in an article, with its attribution.

    Attributes:
        text: the words inside the marks, exactly `Article.text[start:end]`.
        start: offset into `Article.text`.
        end: offset after the last character.
        kind: how the words stand.
        role: where it stands: `body`, `caption`, `headline` or `blockquote`.
        paragraph: number of its paragraph, from 1.
        speakers: canonical names, empty when unknown.
        said_as: the words of the text that name the speaker (`she`, `the pair`), or None.
        said_as_span: where those words stand in `Article.text`, or None.
        cue: the reporting word (`said`, `according to`), or None.
        confidence: 0 to 1, calibrated: the share of such attributions that are right.
        part_of: index, in the list of the article's quotations, of the first piece of the statement; None for a
            first piece.
        said_on: when it was said, if the text says so.
        via: where it was first said or posted, if the text says so (`Instagram`, `Rolling Stone`).
        why: the reasons, when asked for.
    """

    text: str
    start: int
    end: int
    kind: Kind
    role: Role
    paragraph: int
    speakers: tuple[str, ...] = ()
    said_as: str | None = None
    said_as_span: Span | None = None
    cue: str | None = None
    confidence: float = 0.0
    part_of: int | None = None
    said_on: PartialDate | None = None
    via: str | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote as stored and listed: a quotation with its document's facts. Field names are the contract's.

    Attributes:
        id: sixteen characters, see `core.ids`.
        text: the words, verbatim.
        speakers: canonical names over the whole store, empty when unknown.
        said_as: the words of the document, or None.
        date: when it was said if the document says so, else when it was published, or None.
        date_kind: `said` or `published`, None without a date.
        outlet: who printed it, or None.
        via: where it was first said or posted, or None.
        kind: how the words stand.
        part_of: id of the statement's first piece, or None.
        role: where it stands in the document.
        confidence: 0 to 1, of the attribution.
        title: of the document.
        authors: of the document (`author` in the contract).
        published: of the document.
        url: of the document.
        document: path or URL.
        paragraph: number from 1.
        start: offset into the document's stored text.
        end: offset after its last character.
        context: the paragraph's text.
        context_start: offset of the paragraph's first character in the document's stored text.
        family: number shared by the quotes of one statement in several documents, or None.
    """

    id: str
    text: str
    speakers: tuple[str, ...]
    said_as: str | None
    date: PartialDate | None
    date_kind: str | None
    outlet: str | None
    via: str | None
    kind: Kind
    part_of: str | None
    role: Role
    confidence: float
    title: str | None
    authors: tuple[str, ...]
    published: PartialDate | None
    url: str | None
    document: str
    paragraph: int
    start: int
    end: int
    context: str
    context_start: int
    family: int | None = None

    @property
    def speaker(self) -> str | None:
        """The canonical names joined with " and ", or None when unknown."""
        return " and ".join(self.speakers) or None


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters that every listing takes; all that are given must hold.

    Attributes:
        by: a speaker's name, partial, nickname or misspelt.
        outlet: an outlet's name, short name or misspelt.
        since: earliest date; a partial date means its first day.
        until: latest date; a partial date means its last day.
        on: within this (partial) date.
        kinds: kinds to list; empty means all but indirect.
        document: path or URL, or an unambiguous part of it.
        min_confidence: 0 to 1.
    """

    by: str | None = None
    outlet: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    on: PartialDate | None = None
    kinds: tuple[Kind, ...] = ()
    document: str | None = None
    min_confidence: float = 0.0


class Sort(StrEnum):
    """Orders of a listing."""

    RELEVANCE = "relevance"
    DATE = "date"
    SPEAKER = "speaker"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of a listing.

    Attributes:
        quote: what was found.
        score: 0 to 100; 100 is the exact words, and every hit of a listing without a query has 100.
        matches: spans of `quote.text` to highlight.
        others: further quotes of the same family, when the listing is grouped.
        reason: `exact`, `words`, `fuzzy` or `filter`.
    """

    quote: Quote
    score: float = 100.0
    matches: tuple[Span, ...] = ()
    others: tuple[Quote, ...] = ()
    reason: str = "filter"
