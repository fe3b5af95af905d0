"""Use-cases: every quotation of a manuscript held against the store, and one that is given by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.beside_words import is_of_title, words_end
from quotecli.app.context import Context
from quotecli.core.types import Article, Paragraph, Quotation, Span

if TYPE_CHECKING:
    from quotecli.read import ReadFailure, ReadOptions
    from quotecli.search import Checked
    from quotecli.store import Store

__all__ = ["CheckedDraft", "CheckedQuotation", "check_article", "check_drafts", "check_words"]

_SURE = 0.6
"""Confidence of the manuscript's attribution from which its speaker is held against the store's."""
_MARKS = {"“": "”", '"': '"', "„": "“”", "«": "»", "»": "«", "‘": "’", "'": "'"}
"""Marks that a quotation may be given in, and those that close them."""


class CheckedQuotation(NamedTuple):
    """One stretch in quotation marks of a manuscript.

    Attributes:
        text: the words in the marks.
        start: offset into the manuscript's text.
        end: offset after its last character.
        paragraph: number from 1.
        speakers: who said it by the manuscript; empty when unknown.
        said_as: the words of the manuscript, or None.
        checked: what the store says of it.
        confidence: 0 to 1, that these are who said it by the manuscript.
        page: number of its page in a manuscript that has pages, else None.
    """

    text: str
    start: int
    end: int
    paragraph: int
    speakers: tuple[str, ...]
    said_as: str | None
    checked: Checked
    confidence: float = 1.0
    page: int | None = None

    @property
    def speaker(self) -> str | None:
        """The names joined with " and ", or None when unknown."""
        return " and ".join(self.speakers) or None

    @property
    def doubtful(self) -> bool:
        """Whether who said it by the manuscript is too doubtful to be held against the store."""
        return bool(self.speakers) and self.confidence < _SURE


class CheckedDraft(NamedTuple):
    """A manuscript and its quotations, in order.

    Attributes:
        article: the manuscript as read; offsets are into its text.
        lines: one a quotation.
        stored: whether the store holds the manuscript itself, as a document; it is not held against that.
    """

    article: Article
    lines: tuple[CheckedQuotation, ...]
    stored: bool


def check_drafts(
    context: Context, sources: Sequence[str], options: ReadOptions
) -> Generator[CheckedDraft | ReadFailure, None, None]:
    """Yield each manuscript of the sources with what the store says of its quotations, and what could not be read.

    Args:
        context: the world.
        sources: files, folders, `-`, URLs.
        options: how to read them.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    from quotecli.app.intake.pipeline import Found, Reading, Request, process
    from quotecli.read import ReadFailure, iter_sources

    reading = Reading(options)
    with context.reading() as store:
        for item in process(iter_sources(sources, options), Request(lambda _ref: reading, 1)):
            if isinstance(item, ReadFailure):
                yield item
            elif isinstance(item, Found):
                stored = store.last_digest(item.article.source) is not None
                yield CheckedDraft(item.article, tuple(_lines(store, item.article, item.quotations)), stored)


def check_article(store: Store, article: Article) -> list[CheckedQuotation]:
    """Return the quotations of a manuscript, in order, with what an open store says of each."""
    from quotecli.find import find_quotes

    return list(_lines(store, article, find_quotes(article)))


def check_words(context: Context, words: str, speaker: str | None = None) -> CheckedQuotation:
    """Hold one quotation against the store.

    Args:
        context: the world.
        words: the quotation, with or without its marks.
        speaker: who is supposed to have said it, joint speakers joined with "and"; None where that is not known.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    from quotecli.search import check

    text = _without_marks(words.strip())
    named = (speaker or "").strip()
    speakers = (named,) if named else ()
    with context.reading() as store:
        # a name may have an "and" in it, as a firm's does
        whole = not named or store.known_as(named) is not None
        known = speakers if whole else tuple(filter(None, re.split(r"\s+(?:and|&)\s+", named)))
        text, checked = _without_source(text, lambda words: check(store, words, known))
        return CheckedQuotation(text, 0, len(text), 1, speakers, None, checked)


def _without_marks(text: str) -> str:
    paired = len(text) > 1 and text[-1] in _MARKS.get(text[0], "") and text[0] not in text[1:-1]
    return text[1:-1] if paired else text


def _lines(store: Store, article: Article, quotations: Sequence[Quotation]) -> Generator[CheckedQuotation, None, None]:
    """Yield what the store says of each quotation and of what else stands in marks, in order.

    A turn of a script, or a quotation, may itself quote somebody. Where the store hasn't the whole, what it quotes
    comes behind it; and of a turn that is the manuscript's own, that is what counts.
    """
    from quotecli.search import Checked, Status

    hold = _Holding(store, article)
    spoken: dict[Span, Quotation | None] = dict.fromkeys(_unspoken(article, quotations))
    spoken |= {Span(one.start, one.end): one for one in quotations}
    for span, quotation in sorted(spoken.items(), key=itemgetter(0)):
        line = hold(span, quotation)
        unlike = line.checked.status in {Status.ALTERED, Status.NOT_FOUND}
        quoted = [hold(*one) for one in _quoted_inside(article, span)] if unlike else []
        if any(one.checked.quote for one in quoted) and _is_own(article, line):
            line = line._replace(checked=Checked(Status.NOT_CHECKED))
        yield line
        yield from quoted


def _is_own(article: Article, line: CheckedQuotation) -> bool:
    """Tell whether words are a turn of the manuscript's own script: not in marks, nor nearly what the same one said."""
    quote = line.checked.quote
    said = quote is not None and not set(quote.speakers).isdisjoint(line.speakers)
    return not said and article.text[line.start - 1 : line.start] not in _MARKS


def _quoted_inside(article: Article, span: Span) -> list[tuple[Span, Quotation]]:
    """Return the quotations inside one, which is read as running text."""
    from quotecli.find import find_quotes

    if _MARKS.keys().isdisjoint(article.text[span.start : span.end]):
        return []
    inner = replace(article, paragraphs=(Paragraph(span.start, span.end),))
    found = ((Span(one.start, one.end), one) for one in find_quotes(inner))
    return [(one, quotation) for one, quotation in found if span.start < one.start and one.end <= span.end]


class _Holding:
    """Holds stretches of a manuscript against the store."""

    def __init__(self, store: Store, article: Article) -> None:
        from quotecli.find import may_be_listed

        self._store, self._article = store, article
        self._listed = may_be_listed(article)
        self._starts = [paragraph.start for paragraph in article.paragraphs]

    def __call__(self, span: Span, quotation: Quotation | None) -> CheckedQuotation:
        """Return what the store says of a stretch, which is a quotation, or in marks alone."""
        from quotecli.search import check

        def hold(words: str) -> Checked:
            return check(self._store, words, said, speech=speech, document=self._article.source)

        speakers = quotation.speakers if quotation else ()
        said = speakers if quotation and quotation.confidence >= _SURE else ()
        paragraph = max(bisect_right(self._starts, span.start), 1)
        speech = quotation is not None and not any(one.start <= span.start < one.end for one in self._listed)
        text, checked = _without_source(self._article.text[span.start : span.end], hold)
        return CheckedQuotation(
            text=text,
            start=span.start,
            end=span.start + len(text),
            paragraph=paragraph,
            speakers=speakers,
            said_as=quotation.said_as if quotation else None,
            checked=checked if speech else _unless_title(text, checked),
            confidence=quotation.confidence if quotation else 0.0,
            page=self._article.paragraphs[paragraph - 1].page,
        )


def _without_source(text: str, hold: Callable[[str], Checked]) -> tuple[str, Checked]:
    """Return a quotation without the source behind its words, and what the store says of it.

    What the store has as it stands has no source in it.
    """
    from quotecli.search import Status

    checked, end = hold(text), words_end(text)
    if end == len(text) or checked.status not in {Status.ALTERED, Status.NOT_FOUND}:
        return text, checked
    return text[:end], hold(text[:end])


def _unless_title(text: str, checked: Checked) -> Checked:
    """Return what the store says of what nobody says; a title is not what is quoted below it, altered."""
    from quotecli.search import Checked, Status

    titled = checked.status is Status.ALTERED and checked.quote and is_of_title(text, checked.quote.title)
    return Checked(Status.NOT_CHECKED) if titled else checked


def _unspoken(article: Article, quotations: Sequence[Quotation]) -> list[Span]:
    """Return what stands in marks and is none of the quotations found."""
    from quotecli.find import find_marked

    starts = [quotation.start for quotation in quotations]
    return [
        span
        for span in find_marked(article)
        if not any(
            quotation.start < span.end and span.start < quotation.end
            for quotation in quotations[max(bisect_right(starts, span.start) - 1, 0) : bisect_right(starts, span.end)]
        )
    ]
