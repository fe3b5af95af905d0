"""Tells when a statement was made, where the reporter's words around it say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quotecli.core.dates import PartialDate
from quotecli.core.types import Article, Span
from quotecli.find.marks.piece import Piece
from quotecli.find.reporting.frames import Frame, frame_of
from quotecli.find.reporting.when_dates import OCCASION, Dated, find_dates, may_name_dates
from quotecli.find.words.lexicon import cue_class, cue_forms

_MADE = r"(?:posted|published|released|issued|sent|shared|dated|written|recorded|aired|broadcast|given|uploaded|filmed)"
_OCCASION_THEN = re.compile(
    rf"(?:\b{OCCASION}\b(?:\s(?:to|with|by|for|in|on|at|from|of)(?:\s(?:the|his|her|their|its|a))?(?:\s[\w.’'&-]+){{1,5}})?"
    rf"(?:,?\s{_MADE})?|(?<!\bbe\s)\b{_MADE}(?:\s(?:by|to|on|in|via)(?:\s(?:the|his|her|their|a))?(?:\s[\w.’'&-]+){{1,4}})?"
    rf"|\b[Ss]peaking(?:\s[\w.’'&-]+){{0,6}})"
    rf",?\s(?:on\s|in\s|late\s|early\s|earlier\s|of\s|from\s|the\s)*\Z"
)
_ADRIFT = re.compile(
    r"\b(?:that|which|who|whom|whose|whether|because|after|before|while|since|if|about|over|until|till|by(?!\s(?:phone|telephone|e-?mail|text|video|letter|fax|radio)\b)|ahead|following"
    r"|despite|regarding|planned|scheduled|will|would|could|may|might|should|was|were|is|are|has|had|have|killed|of"
    r"|during|when|where|how|why|what)\b|[;:—–]",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:before|after|ahead\sof|since|until|following|about|regarding|against|despite)\s(?:(?!and\b)[\w’'-]+\s){0,3}\Z",
    re.IGNORECASE,
)
"""What stands before an occasion at which the words were not said: "he said before the debate on Tuesday"."""
_IN_BETWEEN = re.compile(r",\s(?:after|before|during|following|when|as|while|hours|minutes|days)\s[^,]{2,60},")
"""What may stand between a date that opens a sentence and its verb: "On Tuesday, after the fire, she said"."""
_NO_CLAUSE = re.compile(
    rf"(?:(?:at|during|for|from|in|on|to|with|[a-z]+ing)|(?:[\w’'-]+\s){{0,2}}(?:{OCCASION}|campaign))\b"
)
"""How a place, an occasion or what else somebody did begins that stands between a date and who spoke."""
_ASIDE = re.compile(r",\s\w")
"""What follows a verb of saying that stands in the midst of what was said: "In 2019, he said, it was “a mess”"."""
_TO_VERB = re.compile(r"\bto\s(?!the\b|his\b|her\b|their\b|its\b|a\b|an\b|reporters|journalists|fans|followers|[A-Z])")
_DETERMINER = re.compile(
    r"\b(?:the|an?|his|her|their|its|this|that|of|no|any|be|will|would|may|might|should|could)\s\Z", re.IGNORECASE
)
_FINITE = re.compile(r"\s(?:was|were|is|are|will|would|had|has|have|could|should|might|did|does|ended|began|showed)\b")
_CONTENT = re.compile(r"\s(?:the|an?|his|her|its|their|this|these|those|it|he|she|they|we|there|[A-Z])\b")
_ADVERB = re.compile(r"\s(?!and\b|to\b|or\b)(?:\w+\s)?")
_LONG_SUBJECT = 10  # words between a date that opens the sentence and its verb
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ASKED = re.compile(r"\b(?:asked|spoke|speaking|interviewed)\b")
_FAR = 90  # characters between a cue and its date


@cache
def _cues() -> frozenset[str]:
    return frozenset(cue_forms())


_EVENT = re.compile(
    r",?\s(?:terror(?:ist)?\s)?(?:attacks?|shootings?|massacres?|elections?|primar(?:y|ies)|war|vote|bombings?|coup)\b"
)
"""What makes a date before it the name of an event."""


def said_on(article: Article, pieces: Sequence[Piece], number: int, frame: Frame | None = None) -> PartialDate | None:
    """Return the date on which piece `number` of the article's pieces was said or written, if the text says so.

    Weekdays, `yesterday` and days without a year are worked out against `article.published`; without it they give
    nothing. Dates of something else in the same sentence ("the vote on Tuesday") give nothing. `frame` is the piece's,
    where it is known already.
    """
    piece = pieces[number]
    if piece.said is not None:
        return piece.said
    if piece.style == "post":
        return _post_date(article, piece)
    frame = frame or frame_of(article, pieces, number)
    for span in (frame.after, frame.before):
        found = _in_clause(article, span)
        if found is not None:
            return found
    if frame.silent:
        return _in_clause(article, frame.lead)
    return _of_occasion(article, frame.lead)


def _post_date(article: Article, piece: Piece) -> PartialDate | None:
    """Return the first full date behind the post's words, or in its author's line."""
    text = article.text
    end = min(len(text), piece.outer_end + 250)
    source = piece.source or Span(piece.start, piece.start)
    for start, stop in ((max(piece.outer_end, source.end), end), (source.start, source.end + 60)):
        for found in find_dates(text, start, min(stop, len(text)), article.published):
            if found.date.day is not None:
                return found.date
    return None


def _in_clause(article: Article, span: Span) -> PartialDate | None:
    """Return the date that a clause gives for its own verb of saying, or for the occasion it names."""
    if span.start >= span.end:
        return None
    return _told_date(article, span) if may_name_dates(article.text[span.start : span.end]) else None


def _told_date(article: Article, span: Span) -> PartialDate | None:
    text = article.text
    dates = [dated for dated in find_dates(text, *span, article.published) if _possible(article, dated)]
    if not dates:
        return None
    cues = [
        Span(*word.span())
        for word in _WORD.finditer(text, *span)
        if word[0].lower() in _cues() and not _DETERMINER.search(text, max(span.start, word.start() - 8), word.start())
    ]
    for dated in dates:
        if _occasion(text, span, dated) or any(_belongs(text, span, cue, dated) for cue in cues):
            return dated.date
    return None


def _possible(article: Article, dated: Dated) -> bool:
    """Tell whether something may have been said then: not after it was printed, and not a day that has a name.

    "the Sept. 11, 2001, attacks" is an event that is spoken of.
    """
    if article.published is not None and dated.date.first > article.published.last:
        return False
    return _EVENT.match(article.text, dated.span.end) is None


def _of_occasion(article: Article, span: Span) -> PartialDate | None:
    """Return the date of the occasion (an interview, a letter) that the sentence before the piece's own names."""
    if span.start >= span.end:
        return None
    dates = list(find_dates(article.text, *span, article.published))
    if not dates:
        return None
    for dated in dates:
        if _occasion(article.text, span, dated):
            return dated.date
    asked = [Span(*word.span()) for word in _ASKED.finditer(article.text, *span)]
    for dated in dates:
        if any(_belongs(article.text, span, cue, dated) for cue in asked):
            return dated.date
    return None


def _occasion(text: str, span: Span, dated: Dated) -> bool:
    found = _OCCASION_THEN.search(text, max(span.start, dated.span.start - _FAR), dated.span.start)
    return found is not None and not _OTHER_TIME.search(text, max(span.start, found.start() - 40), found.start())


def _belongs(text: str, clause: Span, cue: Span, dated: Dated) -> bool:
    """Tell whether a date says when the cue happened: near behind it, right before it, or opening its sentence."""
    start, end = dated.span
    if cue.end <= start:
        between = text[cue.end : start]
        return not (
            len(between) > _FAR
            or _ADRIFT.search(between)
            or _TO_VERB.search(between)
            or _FINITE.match(text, end)
            or (
                _CONTENT.match(between)
                and cue_class(text[cue.start : cue.end].lower()) == "say"
                and _opens(text, clause, cue)
            )
        )
    between = _IN_BETWEEN.sub(",", text[end : cue.start])
    if len(between) > _FAR or _ADRIFT.search(between):
        return False
    if len(text[clause.start : start].split()) <= 2:
        told = dated.date.day is None and (_other_clause(between) or _ASIDE.match(text, cue.end, clause.end))
        return between.count(" ") <= _LONG_SUBJECT and not told
    return _ADVERB.fullmatch(between) is not None


def _other_clause(between: str) -> bool:
    """Tell whether a clause of its own stands between a date and who spoke: "In 2019 the plant closed, she said".

    A year or a month is then that of what is told. An apposition, which ends right before the verb, is no such clause.
    """
    first, comma, subject = between.lstrip(", ").rpartition(",")
    return bool(comma and subject.strip()) and _NO_CLAUSE.match(first) is None


def _opens(text: str, clause: Span, cue: Span) -> bool:
    """Tell whether a subject stands before the cue, so that what follows the cue is what was said."""
    return _WORD.search(text, clause.start, cue.start) is not None
