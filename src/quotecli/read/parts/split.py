"""A text, or a draft of paragraphs, → the articles in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from quotecli.core.types import Paragraph, Role, Span
from quotecli.read.draft import Draft, DraftBuilder, Rank
from quotecli.read.head import HEAD_LINES
from quotecli.read.parts.collected import with_labels, with_own_heads
from quotecli.read.parts.systems import SYSTEMS, Part, has_text

MOST_PARTS = 20_000
"""Articles that are read out of one file."""
_LINE = re.compile(r"[^\n]*\n?")
_KEPT = frozenset({"language"})
_LONGEST_LINE = 400
"""Characters of a line that are looked at; the marks are short."""


class TextPart(NamedTuple):
    """Characters `[start, end)` of a text that are an article, and the id that the database gives it, or None."""

    start: int
    end: int
    id: str | None


def _parts(lines: Sequence[str], *, markdown: bool) -> list[Part]:
    """Return the lines of each article, or nothing where the lines are one article."""
    for system in SYSTEMS:
        if parts := [part for part in system(lines) if has_text(lines, part)]:
            return parts
    for parts in (with_labels(lines), with_own_heads(lines, markdown=markdown)):
        if sum(has_text(lines, part) for part in parts) > 1:
            return [part for part in parts if has_text(lines, part)]
    return []


def parts_of_text(text: str, *, markdown: bool = False) -> list[TextPart]:
    """Return where the articles of a text stand, in order; an empty list where it is one article.

    Args:
        text: the whole text.
        markdown: its headings of the first level may part it.
    """
    spans: list[tuple[int, int]] = []
    lines: list[str] = []
    at = 0
    for found in _LINE.finditer(text):
        line = found[0]
        spans.append((at, at + len(line)))
        lines.append(" ".join(line[:_LONGEST_LINE].split()))
        at += len(line)
    found_parts = []
    for part in _parts(lines, markdown=markdown):
        start, end = spans[part.start][0], spans[part.end - 1][1]
        inner = text[start:end]
        start += len(inner) - len(inner.lstrip())
        found_parts.append(TextPart(start, start + len(inner.strip()), part.id))
    return found_parts


def parts_of_draft(draft: Draft) -> list[tuple[Draft, str | None]]:
    """Return the drafts of the articles in a word processor's file or a PDF, in order; empty where it is one article.

    The file's own properties tell nothing of them, save their language.
    """
    placed: list[tuple[int, int, int]] = []
    for number, one in enumerate(draft.paragraphs):
        at = one.start
        for line in draft.text[one.start : one.end].split("\n"):
            placed.append((at, at + len(line), number))
            at += len(line) + 1
        placed.append((one.end, one.end, number))  # paragraphs stand apart, as by an empty line
    lines = [" ".join(draft.text[start:end][:_LONGEST_LINE].split()) for start, end, _ in placed]
    kept = tuple(one for one in draft.candidates if one.field in _KEPT)
    found: list[tuple[Draft, str | None]] = []
    for part in _parts(lines, markdown=False):
        within = [one for one in placed[part.start : part.end] if one[0] < one[1]]
        paragraphs = [_cut(draft.paragraphs[number], list(run)) for number, run in groupby(within, itemgetter(2))]
        found.append((_alone(replace(draft, paragraphs=tuple(paragraphs), candidates=kept)), part.id))
    return found


def _cut(whole: Paragraph, lines: Sequence[tuple[int, int, int]]) -> Paragraph:
    """Return what a part has of a paragraph."""
    start, end = lines[0][0], lines[-1][1]
    return whole if (start, end) == (whole.start, whole.end) else replace(whole, start=start, end=end, source=None)


def _alone(draft: Draft) -> Draft:
    """Return a draft whose text is that of its paragraphs; of its headlines the first is its title."""
    start, end = draft.paragraphs[0].start, draft.paragraphs[-1].end
    headline = next((one for one in draft.paragraphs[:HEAD_LINES] if one.role is Role.HEADLINE), None)
    builder = DraftBuilder()
    if headline:
        builder.candidate("title", draft.text[headline.start : headline.end], "headline", rank=Rank.ARTICLE_META)
    moved = []
    for one in draft.paragraphs:
        source = Span(one.source.start - start, one.source.end - start) if one.source else None
        role = Role.BODY if one.role is Role.HEADLINE and one is not headline else one.role
        moved.append(Paragraph(one.start - start, one.end - start, role, source, one.page, one.time))
    candidates = draft.candidates + builder.build().candidates
    return replace(draft, text=draft.text[start:end], paragraphs=tuple(moved), candidates=candidates)
