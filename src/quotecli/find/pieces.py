"""Finds every stretch of an article that may be a quotation, in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotecli.core.types import Article, Role, Span
from quotecli.find.marks import habits_of, pair_marks
from quotecli.find.marks_flow import Block, flow
from quotecli.find.marks_read import read_marks
from quotecli.find.piece import Piece
from quotecli.find.structure import Layout
from quotecli.find.structure_blocks import find_blocks
from quotecli.find.structure_dash import find_dialogue
from quotecli.find.structure_labels import label_of
from quotecli.find.structure_posts import find_posts
from quotecli.find.structure_script import find_script

__all__ = ["Piece", "find_pieces"]


def find_pieces(article: Article) -> list[Piece]:
    """Return the stretches of `article` in outer quotation marks or set off as speech, in order, not overlapping.

    Scare quotes, titles and names in marks are among them: what is speech is decided later. Paragraphs of role
    `boilerplate` give nothing. Offsets are into `article.text`.
    """
    layout = Layout(article)
    for detector in (find_posts, find_blocks, find_script, find_dialogue):
        detector(layout)
    return _merged(layout.pieces, [_labelled(layout, piece) for piece in _marked(layout)])


def _marked(layout: Layout) -> list[Piece]:
    """Return the pieces in marks of all that structure has not claimed."""
    text = layout.article.text
    read = [(number, span, read_marks(text, *span)) for number, span in _free_spans(layout)]
    habits = habits_of([mark for _, _, marks in read for mark in marks])
    return flow(
        text,
        [Block(number, *span, marks, pair_marks(text, marks, span.end, habits)) for number, span, marks in read],
    )


def _free_spans(layout: Layout) -> Iterator[tuple[int, Span]]:
    for number, paragraph in enumerate(layout.article.paragraphs):
        if paragraph.role is Role.BOILERPLATE:
            continue
        at = paragraph.start
        for start, end in sorted(layout.taken.get(number, ())):
            if at < start:
                yield number, Span(at, start)
            at = max(at, end)
        if at < paragraph.end:
            yield number, Span(at, paragraph.end)


def _labelled(layout: Layout, piece: Piece) -> Piece:
    source = label_of(layout, piece)
    return piece if source is None else replace(piece, source=source)


def _merged(*lists: list[Piece]) -> list[Piece]:
    """Merge the detectors' pieces in order of the text; `continues` of each list is renumbered for the whole."""
    keyed = [(piece.start, which, number) for which, some in enumerate(lists) for number, piece in enumerate(some)]
    keyed.sort()
    if len(lists[0]) == 0:
        return lists[1]
    place = {(which, number): index for index, (_, which, number) in enumerate(keyed)}
    return [
        piece if piece.continues is None else replace(piece, continues=place[which, piece.continues])
        for _, which, number in keyed
        for piece in (lists[which][number],)
    ]
