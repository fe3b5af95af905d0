"""Columns that a text shows side by side (as `pdftotext -layout` writes them) → one below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotecli.read.printed.wrapped import ends_sentence

__all__ = ["without_columns"]

_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_FEWEST = 5  # lines that stand beside lines
_BOTH = 0.6  # of a region's lines
_GOING = 0.3  # of a column's lines go on with a small letter
_WORDS = 3  # of a line, on average; less is a table
_TRIED = 8
_DEEPEST = 2


def without_columns(lines: Sequence[str], depth: int = 0) -> list[str] | None:
    """Return the lines with each column of prose below the one left of it; None where no columns stand side by side."""
    starts = Counter(found.end() for line in lines for found in _GAP.finditer(line))
    for start, count in sorted(starts.most_common(_TRIED), key=lambda one: one[0]):
        if count < _FEWEST:
            continue
        out: list[str] = []
        parted = False
        for region, apart in _regions(lines, start):
            columns = _columns(region, start) if apart else None
            if columns is None:
                out += region
                continue
            parted = True
            for column in columns:
                deeper = without_columns(column, depth + 1) if depth < _DEEPEST else None
                out += [*(deeper or column), ""]
        if parted:
            return out
    return None


def _regions(lines: Sequence[str], start: int) -> Iterator[tuple[list[str], bool]]:
    """Yield the runs of lines that leave the gutter before `start` free, and those that cross it."""
    region: list[str] = []
    kind = True
    for line in lines:
        free = not line[start - 2 : start].strip()
        if region and free is not kind:
            yield region, kind
            region = []
        kind = free
        region.append(line)
    if region:
        yield region, kind


def _columns(region: Sequence[str], start: int) -> tuple[list[str], list[str]] | None:
    left, right = [line[: start - 1].rstrip() for line in region], [line[start:].rstrip() for line in region]
    both = sum(bool(one.strip() and two.strip()) for one, two in zip(left, right, strict=True))
    filled = sum(bool(line.strip()) for line in region)
    if both < _FEWEST or both < _BOTH * filled or not (_is_prose(left) and _is_prose(right)):
        return None
    return left, right


def _is_prose(column: Sequence[str]) -> bool:
    texts = [line.strip() for line in column if line.strip()]
    if sum(len(text.split()) for text in texts) < _WORDS * len(texts):
        return False
    going = sum(below[0].islower() and not ends_sentence(above) for above, below in pairwise(texts))
    return going >= _GOING * (len(texts) - 1)
