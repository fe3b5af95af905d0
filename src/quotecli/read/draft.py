"""A document on its way to an Article: one stored text with paragraphs, and candidates for its metadata.

Every reader (text, Markdown, HTML, PDF, mail …) fills a `DraftBuilder`; `read.metadata.finish` turns the Draft into the
Article by choosing among the candidates in the order of `Rank`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from quotecli.core.invisible import visible, with_plain_spaces
from quotecli.core.types import Paragraph, Role, Span

_UNSTORABLE = {**dict.fromkeys(range(0xD800, 0xE000), "\ufffd"), 0: "\ufffd"}
_GAP = "\n\n"
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")


class Rank(IntEnum):
    """The one written order in which candidates for the metadata are believed; the first that speaks is used."""

    FORCED = 0
    """A flag together with `--force-meta`."""
    RECORD = 1
    """What the document's own record says: front matter, sidecar, fields of JSON or CSV, feed entry, mail header."""
    JSON_LD = 2
    ARTICLE_META = 3
    """`article:` and `og:` properties."""
    META = 4
    """Other `<meta>`, `<title>`, `<link>`, `<time>` and microdata."""
    BYLINE = 5
    """Byline and dateline in the text, a date written at its head."""
    URL = 6
    """The path or host of the document's URL, or its file's name."""
    TEXT = 7
    """What the running text gives away ("told Newsweek", the host of its pictures)."""
    FLAG = 8
    """A flag without `--force-meta`: fills in what the document doesn't say."""


@dataclass(frozen=True, slots=True)
class MetaCandidate:
    """One candidate for a field of the metadata.

    Attributes:
        field: as in `core.types.Evidence`, and `archive_url`, `archived`, `accessed`, `media`.
        value: as the document writes it, without what nobody sees; `finish` parses dates and cleans names.
        source: where it stood, in words a user understands (`JSON-LD datePublished`).
        rank: how much it is believed.
        note: what speaks for or against it, or None.
    """

    field: str
    value: str
    source: str
    rank: Rank
    note: str | None = None

    def __post_init__(self) -> None:
        """Take out of the value what nobody sees: a title's soft hyphens are on the page, not in its headline."""
        if not self.value.isascii():
            object.__setattr__(self, "value", visible(self.value))


NEAR_HEADLINE = "date near the headline"
"""Source of a date that a page prints there; for its readers, whom the moment in its metadata may not be meant for."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as a reader leaves it.

    Attributes:
        text: the stored text.
        paragraphs: in order, not overlapping; offsets into `text`.
        candidates: for the metadata, in the order found.
        media: as in `core.types.Article`.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    candidates: tuple[MetaCandidate, ...] = ()
    media: str = "article"


def storable(text: str) -> str:
    """Return `text` with NUL and lone surrogates replaced by U+FFFD one for one, so that offsets hold."""
    if "\x00" not in text:
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            pass
        else:
            return text
    return text.translate(_UNSTORABLE)


def _shown(text: str) -> str:
    return with_plain_spaces(visible(storable(text))).strip()


def without_links(text: str) -> str:
    """Return `text` with the names alone of wiki links ("[[Jane Roe]]", "[[people/roe|Jane Roe]]")."""
    return _WIKI.sub(r"\1", text) if "[[" in text else text


class DraftBuilder:
    """Collects paragraphs and candidates, either appending (`add`) or marking a text as given (`mark`)."""

    def __init__(self, text: str = "") -> None:
        """Begin with the stored `text` as given (for `mark`), or empty (for `add`)."""
        self._parts: list[str] = [storable(text)] if text else []
        self._length = len(text)
        self._paragraphs: list[Paragraph] = []
        self._candidates: list[MetaCandidate] = []
        self.media = "article"

    def add(
        self,
        text: str,
        role: Role = Role.BODY,
        *,
        source_text: str | None = None,
        page: int | None = None,
        time: float | None = None,
    ) -> int:
        """Append a paragraph to the stored text, after an empty line; white space around it is dropped.

        Nor is kept what nobody sees in it (`core.invisible`); all spaces are plain ones.

        Args:
            text: the paragraph; when empty nothing is added.
            role: what it is.
            source_text: the words at the end of `text` that name who is quoted (author, handle and date of a post).
                They stay in the paragraph and become its `source` span.
            page: page number from 1.
            time: seconds from the start.

        Returns:
            The index of the paragraph, or -1 when the text was empty.
        """
        text = _shown(text)
        if not text:
            return -1
        if self._length:
            self._parts.append(_GAP)
            self._length += len(_GAP)
        start, self._length = self._length, self._length + len(text)
        self._parts.append(text)
        source = None
        if source_text and (at := text.rfind(named := _shown(source_text))) >= 0:
            source = Span(start + at, start + at + len(named))
        self._paragraphs.append(Paragraph(start, self._length, role, source, page, time))
        return len(self._paragraphs) - 1

    def mark(
        self,
        start: int,
        end: int,
        role: Role = Role.BODY,
        *,
        source: Span | None = None,
        time: float | None = None,
    ) -> None:
        """Make `[start, end)` of the given text a paragraph; calls come in the order of the text."""
        self._paragraphs.append(Paragraph(start, end, role, source, time=time))

    def attribute(self, paragraphs: range, source: int, *, text: str | None = None) -> None:
        """Let the paragraph `source` (a block quotation's footer) be the source of the paragraphs before it.

        Args:
            paragraphs: indices of the quoted paragraphs.
            source: index of the footer's paragraph.
            text: the words in it that name who is quoted; None for all of it.
        """
        named = self._paragraphs[source]
        words = _shown(text or "")
        at = "".join(self._parts[-1:]).rfind(words) if words else 0
        start = named.start + max(at, 0)
        span = Span(start, start + len(words) if words and at >= 0 else named.end)
        for index in paragraphs:
            old = self._paragraphs[index]
            self._paragraphs[index] = Paragraph(old.start, old.end, old.role, span, old.page, old.time)

    def candidate(self, field: str, value: str, source: str, *, rank: Rank, note: str | None = None) -> None:
        """Note a candidate for the metadata; an empty value is ignored."""
        value = without_links(" ".join(storable(value).split()))
        if value:
            self._candidates.append(MetaCandidate(field, value, source, rank, note))

    def build(self) -> Draft:
        """Return what was collected."""
        return Draft("".join(self._parts), tuple(self._paragraphs), tuple(self._candidates), self.media)
