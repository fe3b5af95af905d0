"""Finds every stretch of an article that may be a quotation, in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotecli.core.types import Article, Role, Span
from quotecli.find.marks.flow import Block, flow
from quotecli.find.marks.incise import without_incises
from quotecli.find.marks.pairs import habits_of, pair_marks
from quotecli.find.marks.piece import Piece
from quotecli.find.marks.read import Family, Mark, Side, read_marks
from quotecli.find.marks.unsaid import is_unsaid
from quotecli.find.structure.blocks import find_blocks
from quotecli.find.structure.chat import find_chat
from quotecli.find.structure.dash import find_dialogue
from quotecli.find.structure.labels import label_of, name_of_last_line
from quotecli.find.structure.letters import find_letters
from quotecli.find.structure.posts import find_posts
from quotecli.find.structure.script import find_script
from quotecli.find.structure.series import name_series
from quotecli.find.structure.shared import Layout
from quotecli.find.structure.sources import pass_over_sources
from quotecli.find.structure.voices import find_voices
from quotecli.find.structure.vox_pops import find_vox_pops

_DETECTORS = (
    find_chat,
    pass_over_sources,
    find_posts,
    find_letters,
    find_vox_pops,
    find_blocks,
    find_voices,
    find_script,
    find_dialogue,
)
"""What claims paragraphs as speech by their layout, in this order."""
__all__ = ["Piece", "find_pieces"]


def find_pieces(article: Article) -> list[Piece]:
    """Return the stretches of `article` in outer quotation marks or set off as speech, in order, not overlapping.

    Scare quotes, titles and names in marks are among them: what is speech is decided later. Paragraphs of role
    `boilerplate` give nothing. Offsets are into `article.text`.
    """
    layout = Layout(article)
    for detector in _DETECTORS:
        detector(layout)
    marked = ([_labelled(layout, piece) for piece in some] for some in _marked(layout))
    merged = _without_attributes(article.text, _merged(layout.pieces, *marked))
    merged = _without_unsaid(article, without_incises(article.text, merged))
    return name_series(layout, _without_twins(article.text, _without_last_lines(article.text, merged)))


def _without_attributes(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out values of mark-up that was left in a text: href="https://…"."""
    stays = [not (piece.mark == '"' and text[max(piece.start - 2, 0)] == "=") for piece in pieces]
    return pieces if all(stays) else _kept(pieces, stays)


def _without_unsaid(article: Article, pieces: list[Piece]) -> list[Piece]:
    """Leave out what the article says was not said: by the contract the words of speech are somebody's."""
    stays = [not is_unsaid(article, piece) for piece in pieces]
    return pieces if all(stays) else _kept(pieces, stays)


def _without_twins(text: str, pieces: list[Piece]) -> list[Piece]:
    """Leave out ''words'' between doubled apostrophes, unless the text opens quotations with `` somewhere.

    Some archives print them for quotation marks, but the annotated corpora count such words as reports without marks,
    and everything learned and measured here follows the corpora (docs/explanation/attribution.md).
    """
    if "``" in text or not any(piece.mark == "''" for piece in pieces):
        return pieces
    return _kept(pieces, [piece.mark != "''" for piece in pieces])


def _without_last_lines(text: str, pieces: list[Piece]) -> list[Piece]:
    """Take the last line inside some marks for what it is, the name of who said the lines before."""
    stays = [True] * len(pieces)
    for number, piece in enumerate(pieces):
        before = piece.continues
        if before is None or piece.style != "marks" or text[pieces[before].end - 1] not in ".!?…":
            continue
        if piece.closed and (name := name_of_last_line(text, piece)):
            stays[number] = False
            at: int | None = before
            while at is not None:
                pieces[at] = replace(pieces[at], source=name)
                at = pieces[at].continues
    return pieces if all(stays) else _kept(pieces, stays)


def _kept(pieces: list[Piece], stays: list[bool]) -> list[Piece]:
    """Return the pieces that stay; `continues` is renumbered."""
    kept = [number for number, stay in enumerate(stays) if stay]
    place = {number: index for index, number in enumerate(kept)}
    left = (pieces[number] for number in kept)
    return [
        piece if piece.continues is None else replace(piece, continues=place.get(piece.continues)) for piece in left
    ]


_MOST_MARKS = 2_000
_LEAST_BETWEEN = 8
"""Characters for each mark, on average, where there are more than so many."""
_FEWEST_LOOSE, _FEWEST_SINGLE = 3, 2
_LOOSE = 0.8
"""Share of the straight marks between blanks from which on they quote nothing."""
_Read = tuple[int, Span, list[Mark]]
"""A paragraph's index, a stretch of it and the marks in that."""
_ASIDE = frozenset((Role.HEADLINE, Role.SUBTITLE, Role.BYLINE, Role.CAPTION, Role.NOTE))
"""What may stand between two paragraphs of one quotation, and is no part of it."""


def _marked(layout: Layout) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces in marks of what structure has not claimed: of the running text, and of what stands aside."""
    article = layout.article
    read = _without_dashes(article.text, [(n, span, _marks(article.text, span)) for n, span in _free_spans(layout)])
    habits = habits_of(marks for _, _, marks in read)
    main: list[Block] = []
    aside: list[Piece] = []
    for number, span, marks in read:
        block = Block(number, *span, marks, pair_marks(article.text, marks, span.end, habits))
        if article.paragraphs[number].role in _ASIDE:
            aside += flow(article.text, [block])
        else:
            main.append(block)
    return flow(article.text, main), aside


def _without_dashes(text: str, read: list[_Read]) -> list[_Read]:
    """Leave out straight marks between blanks where a text quotes in single marks: there they are dashes that broke."""
    straight = [mark for _, _, marks in read for mark in marks if mark.char == '"']
    loose = {mark.start for mark in straight if _stands_alone(text, mark)}
    if len(loose) < _FEWEST_LOOSE or len(loose) < _LOOSE * len(straight):
        return read
    single = sum(mark.family is Family.SINGLE and mark.side is Side.OPEN for _, _, marks in read for mark in marks)
    if single < _FEWEST_SINGLE:
        return read
    return [(number, span, [mark for mark in marks if mark.start not in loose]) for number, span, marks in read]


def _stands_alone(text: str, mark: Mark) -> bool:
    """Tell whether blanks stand on both sides of a mark, or it is at the head of a line."""
    return text[mark.end : mark.end + 1] == " " and (mark.start == 0 or text[mark.start - 1].isspace())


def _marks(text: str, span: Span) -> list[Mark]:
    """Return the marks of a stretch; none of one that is hardly anything but marks, as no text is and harm may be."""
    marks = read_marks(text, *span)
    return [] if len(marks) > _MOST_MARKS and len(marks) * _LEAST_BETWEEN > span.end - span.start else marks


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
    keyed = sorted(
        (piece.start, which, number) for which, some in enumerate(lists) for number, piece in enumerate(some)
    )
    place = {(which, number): index for index, (_, which, number) in enumerate(keyed)}
    return [
        piece if piece.continues is None else replace(piece, continues=place[which, piece.continues])
        for _, which, number in keyed
        for piece in (lists[which][number],)
    ]
