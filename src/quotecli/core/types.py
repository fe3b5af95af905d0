"""The frozen types that every room speaks: an article as read, quotations as found, quotes as stored.

The types of a listing are named tuples: `dataclasses` alone costs a start as much as Python itself.

All offsets are counted in characters (code points) of `Article.text`, half-open `[start, end)`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from quotecli.core.dates import PartialDate
from quotecli.core.errors import UsageError

if TYPE_CHECKING:
    from quotecli.core.article import Article, Evidence, Paragraph
    from quotecli.core.quotation import Candidate, Quotation, Why

__all__ = [
    "Article",
    "Candidate",
    "Evidence",
    "Filters",
    "Hit",
    "Kind",
    "Paragraph",
    "Quotation",
    "Quote",
    "Role",
    "Sort",
    "Span",
    "Why",
    "confidence_asked",
    "context_of",
    "kinds_asked",
]

_ELSEWHERE = {
    "Article": "article",
    "Candidate": "quotation",
    "Evidence": "article",
    "Paragraph": "article",
    "Quotation": "quotation",
    "Why": "quotation",
}
"""Types that a search can do without: making them takes as long as starting Python takes by half."""


def __getattr__(name: str) -> Any:
    """Load the types of reading and finding when they are first used."""
    if name not in _ELSEWHERE:
        raise AttributeError(f"module 'quotecli.core.types' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"quotecli.core.{_ELSEWHERE[name]}"), name)


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


class Quote(NamedTuple):
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
        printed: the words that the document prints, where `text` was corrected by hand to others; else None.
        filed: the authors in order, as "Family, Given" where the document has them so; empty where it has none so.
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
    printed: str | None = None
    filed: tuple[str, ...] = ()

    @property
    def speaker(self) -> str | None:
        """The canonical names joined with " and ", or None when unknown."""
        return " and ".join(self.speakers) or None

    @property
    def as_printed(self) -> str:
        """The words that stand at `start` in the document, whatever `text` was corrected to."""
        return self.text if self.printed is None else self.printed


FILED_AUTHOR = "filed author"
"""The field of the evidence that has an author as "Family, Given"."""


class Shown(str):
    """The name of a speaker or outlet as the store shows it: of this one, and none that may be called so as well."""

    __slots__ = ()


class Filters(NamedTuple):
    """The filters that every listing takes; all that are given must hold.

    Attributes:
        by: a speaker's name, partial, nickname or misspelt, or `Shown`.
        outlet: an outlet's name, short name or misspelt, or `Shown`.
        since: earliest date; a partial date means its first day.
        until: latest date; a partial date means its last day.
        on: within this (partial) date.
        kinds: kinds to list; empty means all but indirect.
        document: path or URL, or an unambiguous part of it.
        min_confidence: 0 to 1.
        also: further filters that must hold as well: of what is named twice (`by:rob by:kim`), the second.
    """

    by: str | None = None
    outlet: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    on: PartialDate | None = None
    kinds: tuple[Kind, ...] = ()
    document: str | None = None
    min_confidence: float = 0.0
    also: tuple[Filters, ...] = ()

    def together(self, other: Filters) -> Filters:
        """Return the filters that let through what both let through."""
        if _ANY in (self, other):
            return other if self == _ANY else self
        here = self._asdict()
        given = {name: value for name, value in other._asdict().items() if value != getattr(_ANY, name)}
        more = given.pop("also", ())
        again = {name: value for name, value in given.items() if here[name] not in {getattr(_ANY, name), value}}
        alone = {name: value for name, value in given.items() if name not in again}
        return self._replace(**alone, also=(*self.also, *more, *([Filters(**again)] if again else [])))


_ANY = Filters()


def kinds_asked(name: str, values: Iterable[str]) -> tuple[Kind, ...]:
    """Return the kinds named, each alone or separated by commas.

    Raises:
        UsageError: one is no kind.
    """
    kinds = []
    for value in (part for given in values for part in given.split(",")):
        plain = value.strip().lower()
        if not plain:
            continue
        if plain not in set(Kind):
            raise UsageError(f"{name} takes {', '.join(Kind)}; not {value!r}")
        kinds.append(Kind(plain))
    return tuple(kinds)


def confidence_asked(name: str, value: float) -> float:
    """Return a confidence from 0 to 1.

    Raises:
        UsageError: it is none.
    """
    if not 0 <= value <= 1:
        raise UsageError(f"{name} takes a number from 0 to 1, not {value:g}")
    return value


class Sort(StrEnum):
    """Orders of a listing."""

    RELEVANCE = "relevance"
    DATE = "date"
    SPEAKER = "speaker"
    OUTLET = "outlet"


Reason = Literal["exact", "words", "fuzzy", "filter"]


class Hit(NamedTuple):
    """One line of a listing.

    Attributes:
        quote: what was found.
        score: 0 to 100; 100 is the exact words, and every hit of a listing without a query has 100.
        matches: spans of `quote.text` to highlight.
        others: the other quotes of the family, the earliest first, when the listing is grouped; at most 200.
        reason: how it was found: by its exact words, by all words, by words that are nearly so, or by filters alone.
        also_in: the ids of the other quotes of the family, whether it is grouped or not; at most 200.
        stands_for: so many further hits of a grouped listing this line stands for.
    """

    quote: Quote
    score: float = 100.0
    matches: tuple[Span, ...] = ()
    others: tuple[Quote, ...] = ()
    reason: Reason = "filter"
    also_in: tuple[str, ...] = ()
    stands_for: int = 0


_LONGEST_CONTEXT = 10_000
"""Characters of a paragraph that is a quote's context as a whole; thousands of quotes may share a longer one."""
_AROUND = 1_000
_STOPS = ".!?…"


def context_of(text: str, paragraph: Span, start: int, end: int) -> Span:
    """Return where a quote's context stands: its paragraph, or the sentences around it in one without end.

    Args:
        text: the document's.
        paragraph: the quote's.
        start: of the quote.
        end: of the quote.
    """
    if paragraph.end - paragraph.start <= _LONGEST_CONTEXT:
        return paragraph
    low, high = max(paragraph.start, start - _AROUND), min(paragraph.end, end + _AROUND)
    if low > paragraph.start:
        stops = [text.find(f"{stop} ", low, start) for stop in _STOPS]
        low = min((stop + 2 for stop in stops if stop >= 0), default=low)
    if high < paragraph.end:
        last = max(text.rfind(f"{stop} ", end, high) for stop in _STOPS)
        high = last + 1 if last >= 0 else high
    return Span(low, high)
