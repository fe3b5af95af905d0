"""Finds vox pops without marks: a line `Ann Lee, 66, butcher`, and below it what she says, again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quotecli.core.types import Role, Span
from quotecli.find.structure.name_lines import NAME_ROLES, name_line
from quotecli.find.structure.shared import Layout

_FEWEST = 3
"""Voices that make a series."""
_MOST = 3
"""Paragraphs of one voice."""
_LINE_LONGEST = 90
_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our)\b(?![.]\w)")
_MARKS = re.compile(r"[“”\"«»„]|(?<!\w)[‘']\w")


def find_vox_pops(layout: Layout) -> None:
    """Claim what each of three voices or more says below its name; where most say no "I", nobody is quoted."""
    for heads in _runs(layout):
        bodies = [range(head + 1, behind) for (head, _), (behind, _) in pairwise(heads)]
        bodies.append(range(heads[-1][0] + 1, heads[-1][0] + 2))
        spoken = [all(_is_bare(layout, number) for number in body) for body in bodies]
        told = sum(bare and _says_i(layout, body) for body, bare in zip(bodies, spoken, strict=True))
        if told >= _FEWEST - 1 and 2 * told > len(bodies):
            for (head, name), body, bare in zip(heads, bodies, spoken, strict=True):
                if bare:
                    _claim(layout, head, name, body)


def _runs(layout: Layout) -> Iterator[list[tuple[int, Span]]]:
    """Yield the paragraphs that are names with what tells of them, three or more close to each other."""
    run: list[tuple[int, Span]] = []
    for number in range(1, len(layout.article.paragraphs)):
        if (name := _head(layout, number)) is None:
            continue
        if run and not 2 <= number - run[-1][0] <= _MOST + 1:
            yield from _long_enough(layout, run)
            run = []
        run.append((number, name))
    yield from _long_enough(layout, run)


def _long_enough(layout: Layout, run: list[tuple[int, Span]]) -> Iterator[list[tuple[int, Span]]]:
    if len(run) >= _FEWEST and layout.free(run[-1][0] + 1):
        yield run


def _head(layout: Layout, number: int) -> Span | None:
    """Return the name of a paragraph that is one line with a name of several words and what tells of its bearer."""
    paragraph = layout.article.paragraphs[number]
    if paragraph.end - paragraph.start > _LINE_LONGEST or paragraph.role not in NAME_ROLES or not layout.free(number):
        return None
    text = layout.article.text
    counted = _NUMBER.match(text, paragraph.start, paragraph.end)
    found = name_line(text, counted.end() if counted else paragraph.start, paragraph.end)
    if found is None or not found.detailed or "\n" in text[paragraph.start : paragraph.end]:
        return None
    told = text[found.name.end : found.name.end + 2].strip(" *_")[:1] in (",", "(")
    return found.name if told and " " in text[slice(*found.name)] else None


def _is_bare(layout: Layout, number: int) -> bool:
    """Tell whether a paragraph is free, one of running text, and holds no words in marks."""
    if not layout.free(number) or layout.article.paragraphs[number].role not in (Role.BODY, Role.LIST):
        return False
    paragraph = layout.article.paragraphs[number]
    return _MARKS.search(layout.article.text, paragraph.start, paragraph.end) is None


def _says_i(layout: Layout, body: range) -> bool:
    paragraphs = (layout.article.paragraphs[number] for number in body)
    return any(_FIRST_PERSON.search(layout.article.text, p.start, p.end) for p in paragraphs)


def _claim(layout: Layout, head: int, name: Span, body: range) -> None:
    index = None
    layout.take(head)
    for number in body:
        paragraph = layout.article.paragraphs[number]
        layout.take(number)
        index = layout.add(number, paragraph.start, paragraph.end, "block", source=name, continues=index, hint=0.9)
