"""Finds every stretch of an article that may be a quotation, in linear time."""

from __future__ import annotations

from quotecli.core.types import Article, Role
from quotecli.find.marks import habits_of, pair_marks
from quotecli.find.marks_flow import Block, flow
from quotecli.find.marks_read import read_marks
from quotecli.find.piece import Piece

__all__ = ["Piece", "find_pieces"]


def find_pieces(article: Article) -> list[Piece]:
    """Return the stretches of `article` in outer quotation marks or set off as speech, in order, not overlapping.

    Scare quotes, titles and names in marks are among them: what is speech is decided later. Paragraphs of role
    `boilerplate` give nothing. Offsets are into `article.text`.
    """
    text = article.text
    read = [
        (number, paragraph, read_marks(text, paragraph.start, paragraph.end))
        for number, paragraph in enumerate(article.paragraphs)
        if paragraph.role is not Role.BOILERPLATE
    ]
    habits = habits_of([mark for _, _, marks in read for mark in marks])
    blocks = [
        Block(number, paragraph.start, paragraph.end, marks, pair_marks(text, marks, paragraph.end, habits))
        for number, paragraph, marks in read
    ]
    return flow(text, blocks)
