"""Texts longer than any article (a book, a year of debates in one file), read in stretches: memory stays small."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from quotecli.core.types import Article, Paragraph, Quotation, Span

__all__ = ["LONGEST", "in_stretches"]

LONGEST = 1_000_000
"""Characters of a stretch; a novel has about half as many."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»]?\s+")
_LOOKED_THROUGH = 10_000
"""Characters at the end of a stretch in which a paragraph without end is cut, behind its last sentence there."""


class _Stretch(NamedTuple):
    """Some paragraphs of an article as one of their own.

    Attributes:
        article: the stretch; its offsets count from `start`.
        start: where it begins in the whole text.
        numbers: for each of its paragraphs, the index of the whole article's.
    """

    article: Article
    start: int
    numbers: list[int]


def in_stretches(article: Article, find: Callable[[Article], list[Quotation]]) -> list[Quotation]:
    """Return what `find` finds in each stretch of an article, with offsets and numbers of the whole."""
    found: list[Quotation] = []
    for part, start, numbers in _stretches(article):
        before = len(found)
        for quotation in find(part):
            span = quotation.said_as_span
            found.append(
                replace(
                    quotation,
                    start=quotation.start + start,
                    end=quotation.end + start,
                    paragraph=numbers[quotation.paragraph - 1] + 1,
                    said_as_span=span and Span(span.start + start, span.end + start),
                    part_of=None if quotation.part_of is None else quotation.part_of + before,
                )
            )
    return found


def _stretches(article: Article) -> Iterator[_Stretch]:
    waiting: list[tuple[int, Paragraph]] = []
    for number, piece in _pieces(article):
        if waiting and piece.end - waiting[0][1].start > LONGEST:
            yield _stretch(article, waiting)
            waiting = []
        waiting.append((number, piece))
    if waiting:
        yield _stretch(article, waiting)


def _pieces(article: Article) -> Iterator[tuple[int, Paragraph]]:
    """Yield the paragraphs with their indices; one that is longer than a stretch is cut behind sentences."""
    for number, paragraph in enumerate(article.paragraphs):
        start = paragraph.start
        while paragraph.end - start > LONGEST:
            last = start + LONGEST
            ends = [found.end() for found in _SENTENCE_END.finditer(article.text, last - _LOOKED_THROUGH, last)]
            cut = ends[-1] if ends else last
            yield number, replace(paragraph, start=start, end=cut, source=None)
            start = cut
        yield number, paragraph if start == paragraph.start else replace(paragraph, start=start, source=None)


def _stretch(article: Article, pieces: list[tuple[int, Paragraph]]) -> _Stretch:
    start = pieces[0][1].start
    paragraphs = tuple(
        replace(
            piece,
            start=piece.start - start,
            end=piece.end - start,
            source=_inside(piece.source, start, pieces[-1][1].end),
        )
        for _, piece in pieces
    )
    part = replace(article, text=article.text[start : pieces[-1][1].end], paragraphs=paragraphs)
    return _Stretch(part, start, [number for number, _ in pieces])


def _inside(source: Span | None, start: int, end: int) -> Span | None:
    """Return a span counted from the stretch's beginning; None where it stands in another."""
    if source is None or source.start < start or source.end > end:
        return None
    return Span(source.start - start, source.end - start)
