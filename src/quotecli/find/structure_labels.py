"""Tells who a label before marks names: `Kim: 'We need peace'`."""

from __future__ import annotations

import re

from quotecli.core.types import Span
from quotecli.find.piece import Piece
from quotecli.find.structure import Layout

_LABEL = re.compile(
    r"(?P<name>[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?:\s(?:[^\W\d_a-zß-öø-ÿ][\w.’'&-]*|of|de|van|von|and|the|al|bin)){0,5}):\s{0,2}\Z"
)


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
