"""Finds every stretch of an article that may be a quotation, in linear time."""

from __future__ import annotations

from quotecli.core.types import Article, Role
from quotecli.find.marks import Pair, habits_of, pair_marks
from quotecli.find.marks_read import Mark, read_marks
from quotecli.find.piece import Piece

__all__ = ["Piece", "find_pieces"]


def find_pieces(article: Article) -> list[Piece]:
    """Return the stretches of `article` in outer quotation marks or set off as speech, in order, not overlapping.

    Scare quotes, titles and names in marks are among them: what is speech is decided later. Paragraphs of role
    `boilerplate` give nothing. Offsets are into `article.text`.
    """
    text = article.text
    marks: list[tuple[int, list[Mark]]] = [
        (number, read_marks(text, paragraph.start, paragraph.end))
        for number, paragraph in enumerate(article.paragraphs)
        if paragraph.role is not Role.BOILERPLATE
    ]
    habits = habits_of([mark for _, some in marks for mark in some])
    pieces: list[Piece] = []
    for number, some in marks:
        if some:
            paragraph = article.paragraphs[number]
            pairs = pair_marks(text, some, paragraph.start, paragraph.end, habits)
            pieces += [piece for pair in pairs if (piece := _piece(text, pair, number))]
    return pieces


def _piece(text: str, pair: Pair, paragraph: int) -> Piece | None:
    start, end = pair.start, pair.end
    while start < end and (text[end - 1].isspace() or text[end - 1] == "\\"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if start == end:
        return None
    return Piece(start, end, pair.outer_start, pair.outer_end, paragraph, mark=pair.mark, closed=pair.closed)
