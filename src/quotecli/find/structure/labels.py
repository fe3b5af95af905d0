"""Tells whom a label before marks names, `Kim: 'We need peace'`, or a signature behind them: `“We won.” — Ann Lee`."""

from __future__ import annotations

import re

from quotecli.core.types import Span
from quotecli.find.marks.piece import Piece
from quotecli.find.structure.shared import Layout, is_title, wrapped

_LABEL = re.compile(
    r"(?P<name>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?:\s(?:[^\W\d_a-zß-öø-ÿ][\w.’'&-]*|of|de|van|von|and|the|al|bin)){0,5}):\s{0,2}\Z"
)

_NAMED = (
    r"(?P<name>[^\W\d_a-zß-öø-ÿ][\w.’'*-]*(?:\s(?:[^\W\d_a-zß-öø-ÿ][\w.’'*-]*|de|van|von|al|bin|la)){0,4})"
    r"(?<![.!?])(?:,\s[^.!?\n]{2,80}|\s\([^()\n]{1,60}\))?\.?\Z"
)
_SIGNED = re.compile(rf"\s*(?:[—–―]|--?\s)\s?{_NAMED}")
_SIGNED_BELOW = re.compile(rf"\s*(?:[—–―]|--?)\s?{_NAMED}")
_LAST_LINE = re.compile(rf"(?:[—–―-]\s?)?{_NAMED}")


def label_of(layout: Layout, piece: Piece) -> Span | None:
    """Return the label right before a piece in marks at the head of its paragraph, where it names somebody.

    Only words that the article has elsewhere are a name: the "Educating:" of a caption is none, and of
    "Warren Hammers Bank:" it is "Warren".
    """
    if piece.paragraph in layout.labels:
        label = layout.labels[piece.paragraph]
        between = layout.article.text[label.end : piece.outer_start] if label.end <= piece.outer_start else ""
        return label if len(between) <= 4 else None
    text = layout.article.text
    paragraph = layout.article.paragraphs[piece.paragraph]
    if piece.closed and (signature := _signature(layout, piece)):
        return signature
    if piece.outer_start - paragraph.start > 60 or ":" not in text[max(0, piece.outer_start - 3) : piece.outer_start]:
        return None
    found = _LABEL.match(text, paragraph.start, piece.outer_start)
    return None if found is None else _known(text, Span(*found.span("name")))


def _known(text: str, label: Span) -> Span | None:
    """Return the longest run of words at the head of the label that the article has elsewhere, or None."""
    end = label.end
    while end > label.start:
        words = text[label.start : end]
        if text.find(words, 0, label.start) >= 0 or text.find(words, label.end) >= 0:
            return Span(label.start, end)
        end = label.start + max(words.rfind(" "), 0)
    return None


def _signature(layout: Layout, piece: Piece) -> Span | None:
    """Return the name that a dash sets behind the piece, at the end of its paragraph or alone in the next."""
    text, paragraphs = layout.article.text, layout.article.paragraphs
    end = paragraphs[piece.paragraph].end
    if piece.outer_end < end:
        found = _SIGNED.match(text, piece.outer_end, end)
    elif piece.outer_start == paragraphs[piece.paragraph].start and layout.free(piece.paragraph + 1):
        found = _SIGNED_BELOW.match(text, paragraphs[piece.paragraph + 1].start, paragraphs[piece.paragraph + 1].end)
    else:
        return None
    if found is None:
        return None
    if found[0].endswith(".") and " " not in found["name"] and not _known(text, Span(*found.span("name"))):
        return None  # one word and a full stop is a sentence: "— Really."
    if any(char.isdigit() for char in found[0]) or is_title(text[piece.start : piece.end]):
        return None  # a reference: title, paper, date; a song and whose it is
    return Span(*found.span("name"))


def signs_above(layout: Layout, number: int) -> bool:
    """Tell whether paragraph `number` is a signature below a paragraph in marks: `-Michelle Marks, Philadelphia.`."""
    text, paragraphs = layout.article.text, layout.article.paragraphs
    if number == 0 or not wrapped(text, paragraphs[number - 1].start, paragraphs[number - 1].end):
        return False
    return _SIGNED_BELOW.match(text, paragraphs[number].start, paragraphs[number].end) is not None


def name_of_last_line(text: str, piece: Piece) -> Span | None:
    """Return the name that is all of a line inside the marks: `“We won.⏎Ann Lee.”`; None for other words."""
    found = _LAST_LINE.match(text, piece.start, piece.end)
    return None if found is None or " " not in found["name"] else Span(*found.span("name"))
