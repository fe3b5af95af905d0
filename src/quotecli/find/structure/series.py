"""Tells whom a series of quotations names by lines of their own, before each or after each, as vox pops are printed.

A line between two quotations could name the one above or the one below; how the series begins and ends tells which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from quotecli.core.names import common_words
from quotecli.core.types import Role, Span
from quotecli.find.marks.piece import Piece
from quotecli.find.structure.name_lines import NAME_ROLES, name_line
from quotecli.find.structure.shared import Layout
from quotecli.find.words.lexicon import gender_of_given

_FEWEST = 2  # names, each with its quotation, that make a series
_LINE_LONGEST = 120


class _Item(NamedTuple):
    """A line of a series: a name, or the piece that a quotation is; `strong` if it can be nothing else.

    A name is strong that has an age, a place or a post behind it, a quotation that is all of its paragraph.
    """

    name: Span | None
    piece: int
    strong: bool


def name_series(layout: Layout, pieces: list[Piece]) -> list[Piece]:
    """Give the quotations of each series the name on the line before or after them; names known otherwise stay."""
    text = layout.article.text
    if sum(_is_all_of_its_line(text, piece) for piece in pieces) < _FEWEST:
        return pieces
    named = list(pieces)
    for names, run in groupby(_items(layout, pieces), key=lambda item: item is not None):
        if names:
            for name, piece in _pairs(text, pieces, [item for item in run if item is not None]):
                if pieces[piece].source is None:
                    named[piece] = replace(pieces[piece], source=name, confidence_hint=0.9)
    return named


def _is_all_of_its_line(text: str, piece: Piece) -> bool:
    """Tell whether nothing but a full stop stands around a piece in its line: most articles hold no two such."""
    behind = text[piece.outer_end : piece.outer_end + 3].lstrip(" .*_\r")[:1]
    return behind in ("", "\n") and text[max(piece.outer_start - 3, 0) : piece.outer_start].rstrip(" *_")[-1:] in (
        "",
        "\n",
    )


def _items(layout: Layout, pieces: Sequence[Piece]) -> Iterator[_Item | None]:
    """Yield the lines of the article in order, None for those that are neither a name nor a quotation."""
    text = layout.article.text
    following = 0
    for number, paragraph in enumerate(layout.article.paragraphs):
        if paragraph.role is Role.BOILERPLATE:
            continue
        at = paragraph.start
        while at < paragraph.end:
            while following < len(pieces) and pieces[following].outer_end <= at:
                following += 1
            piece = pieces[following] if following < len(pieces) else None
            quoted = piece is not None and piece.outer_start == at and piece.style == "marks"
            start = piece.outer_end if piece is not None and quoted else at
            end = text.find("\n", start, paragraph.end)
            end = paragraph.end if end < 0 else end
            if quoted:
                yield _Item(None, following, strong=not text[start:end].strip(" .*_"))
            elif piece is not None and piece.outer_start < end:
                yield None
            elif text[at:end].strip():
                yield (
                    _name(text, Span(at, end)) if number not in layout.taken and paragraph.role in NAME_ROLES else None
                )
            at = end + 1
            while at < paragraph.end and text[at].isspace():
                at += 1


def _name(text: str, line: Span) -> _Item | None:
    if line.end - line.start > _LINE_LONGEST:
        return None
    found = name_line(text, line.start, line.end - (text[line.end - 1] == ":"))
    if found is None:
        return None
    words = text[slice(*found.name)].lower().split()
    if all(word in common_words() for word in words) or not (found.detailed or len(words) > 1):
        return None  # a heading, a day: "Climate Change", "Tuesday, May 3"
    return _Item(found.name, -1, found.detailed)


def _pairs(text: str, pieces: Sequence[Piece], run: list[_Item]) -> Iterator[tuple[Span, int]]:
    """Yield the names and pieces that belong together in a run of lines that are all names and quotations."""
    for series in _series(text, pieces, run):
        before = series[0].name is not None
        name: Span | None = None
        for item in series if before else reversed(series):
            name = item.name or name
            if item.name is None and item.strong and name is not None:
                yield name, item.piece


def _series(text: str, pieces: Sequence[Piece], run: list[_Item]) -> Iterator[list[_Item]]:
    """Yield the parts of a run that begin with a name and end with a quotation, or the other way round."""
    parts: list[list[_Item]] = [[]]
    for item in run:
        if parts[-1] and item.name and parts[-1][-1].name:
            parts.append([])
        parts[-1].append(item)
    for part in parts:
        series = _without_strays(text, pieces, part)
        names = [item for item in series if item.name is not None]
        if len(names) < _FEWEST or (series[0].name is None) == (series[-1].name is None):
            continue
        if any(item.strong or _has_given_name(text, item) for item in names):
            yield series


def _has_given_name(text: str, item: _Item) -> bool:
    return item.name is not None and gender_of_given(text[slice(*item.name)].partition(" ")[0]) != ""


def _without_strays(text: str, pieces: Sequence[Piece], part: list[_Item]) -> list[_Item]:
    """Leave out what stands at the ends of a series and is none of it.

    That are quotations with the reporter's words, a heading that looks like a name, and a first quotation that the
    paragraph above it introduces.
    """
    low, high = 0, len(part)
    while low < high and part[low].name is None and not part[low].strong:
        low += 1
    while low < high and part[high - 1].name is None and not part[high - 1].strong:
        high -= 1
    if high - low < 2 * _FEWEST:
        return part[low:high]
    first, last = part[low], part[high - 1]
    if first.name and last.name:
        # of lines that are all alike, names stand before what they said: behind a dash they are signatures (`labels`)
        leads = first.strong or not last.strong
        low, high = (low, high - 1) if leads else (low + 1, high)
    elif first.name is None and last.name is None and _introduced(text, pieces[first.piece].outer_start):
        while low < high and part[low].name is None:
            low += 1
    return part[low:high]


def _introduced(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].rstrip().endswith(":")
