"""The reporter's words around a quotation: the rest of its sentence, and what leads up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.core.types import Article, Span
from quotecli.find.marks.pairs import CUE_CLAUSE
from quotecli.find.marks.piece import Piece

_STOP = re.compile(r"[.!?…][)\]’'”\"]*\s+(?=[\"“‘'(\[]?[^\Wa-z_]|\Z)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Hon|Jr|Sr|St|vs|No|Inc|Corp|Ltd|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)|\b[A-Z])\Z"
)
_LONG_WORD = 6
_WORD = re.compile(r"[^\W_]")
_LONGEST_CHAIN = 20  # paragraphs of one statement
_LONGEST = 600  # characters of one side that are looked at


class Frame(NamedTuple):
    """Spans of `Article.text` around a piece, any of them empty.

    Attributes:
        before: the piece's sentence up to it, back to the piece before.
        after: the piece's sentence behind it, up to the next piece.
        lead: the sentence that leads up to a piece standing in no sentence of the reporter's, or that precedes its own.
        silent: whether the piece stands alone, without any words of the reporter's in its sentence.
    """

    before: Span
    after: Span
    lead: Span
    silent: bool


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Return the offsets in `text[start:end]` at which sentences begin, `start` first."""
    return [start] + [
        stop.end()
        for stop in _STOP.finditer(text, start, end)
        if text[stop.start()] != "." or not _is_abbreviated(text, start, stop.start())
    ]


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` ends with an abbreviation, which no long word is."""
    near = max(start, end - 8)
    long = end - near >= _LONG_WORD and text[end - _LONG_WORD : end].isalpha()
    return not long and _ABBREVIATION.search(text, near, end) is not None


def frame_of(article: Article, pieces: Sequence[Piece], number: int) -> Frame:
    """Return the reporter's words around piece `number` of the article's pieces, which are in order."""
    frame = _own_frame(article, pieces, number)
    if pieces[number].style == "script" or not frame.silent:
        return frame
    for _ in range(_LONGEST_CHAIN):
        earlier = pieces[number].continues
        if earlier is None:
            return frame
        number = earlier
        frame = _own_frame(article, pieces, number)
        if not frame.silent:
            return frame
    return frame


def _own_frame(article: Article, pieces: Sequence[Piece], number: int) -> Frame:
    text, piece = article.text, pieces[number]
    paragraph = article.paragraphs[piece.paragraph]
    earlier = pieces[number - 1] if number and pieces[number - 1].paragraph == piece.paragraph else None
    later = pieces[number + 1] if number + 1 < len(pieces) and pieces[number + 1].paragraph == piece.paragraph else None
    low = max(earlier.outer_end if earlier else paragraph.start, piece.outer_start - _LONGEST)
    high = min(later.outer_start if later else paragraph.end, piece.outer_end + _LONGEST)
    starts = sentence_starts(text, low, piece.outer_start)
    before = Span(starts[-1], piece.outer_start)
    after = Span(piece.outer_end, piece.outer_end)
    if _goes_on(text, piece, high):
        stops = sentence_starts(text, piece.outer_end, high)
        after = Span(piece.outer_end, stops[1] if len(stops) > 1 else high)
    lead = Span(before.start, before.start)
    if len(starts) > 1:
        lead = Span(starts[-2], before.start)
    elif earlier is None and not text[before.start : before.end].strip():
        lead = _paragraph_above(article, piece.paragraph)
    return Frame(before, after, lead, not (_WORD.search(text, *before) or _WORD.search(text, *after)))


def _goes_on(text: str, piece: Piece, high: int) -> bool:
    """Tell whether the sentence that holds the piece goes on behind it."""
    rest = text[piece.outer_end : min(high, piece.outer_end + 80)].lstrip()
    if not rest:
        return False
    if text[piece.end - 1] in ".!?…":
        return rest[0].islower() or rest[0] in ",;" or CUE_CLAUSE.match(rest) is not None
    return rest[0] not in ".!?"


def _paragraph_above(article: Article, paragraph: int) -> Span:
    """Return the last sentence of the paragraph above where it ends with a colon, else an empty span."""
    if paragraph == 0:
        return Span(0, 0)
    above = article.paragraphs[paragraph - 1]
    if article.text[above.end - 1] != ":":
        return Span(above.end, above.end)
    return Span(sentence_starts(article.text, max(above.start, above.end - _LONGEST), above.end)[-1], above.end)
