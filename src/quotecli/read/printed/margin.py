"""Numbers in a margin that count lines, as courts, parliaments and drafts have them, told from lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from quotecli.read.printed.wrapped import STARTS_TURN, ends_sentence

__all__ = ["MarginNumber", "numbered_runs"]

_FEWEST = 5  # lines that count up before they are believed to be numbered
_APART = 8  # lines from one number to the next: double spacing, heads and feet of pages
_FEWEST_TEXTS = 3
_SHORTEST = 20  # characters of a numbered line, on average; shorter ones are a list
_GOES_ON = 0.25  # of numbered lines go on in the next, or are turns of a transcript
_TURNS = 0.5  # of numbered lines are turns, where none goes on in the next: no list has so many


class MarginNumber(NamedTuple):
    """A number where a line begins or ends.

    Attributes:
        line: which line it is of.
        value: the number.
        start: where it begins, in characters or points.
        end: where it ends.
        words: the rest of the line.
    """

    line: int
    value: int
    start: float
    end: float
    words: str


def numbered_runs(numbers: Iterable[MarginNumber]) -> list[list[MarginNumber]]:
    """Return the runs of numbers that count the lines of prose or of a transcript, page after page, in order.

    They count up by one below each other. The lines of a list or a table count, too, but don't read on.
    """
    runs: list[list[MarginNumber]] = []
    for number in numbers:
        last = runs[-1][-1] if runs else None
        near = last is not None and number.line - last.line <= _APART
        if last and near and number.value == last.value + 1 and _in_line(runs[-1][0], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    sure = [len(run) >= _FEWEST and _reads_on(run) for run in runs]
    if not any(sure):
        return []
    first = runs[sure.index(True)][0]
    return [
        run
        for run, is_sure in zip(runs, sure, strict=True)
        if is_sure or (run[0].value == 1 and _in_line(first, run[0]))
    ]


def _in_line(first: MarginNumber, number: MarginNumber) -> bool:
    return abs(first.start - number.start) < 2 or abs(first.end - number.end) < 2


def _reads_on(run: Sequence[MarginNumber]) -> bool:
    """Tell whether sentences run from one line to the next, or turns of a transcript begin, or blanks are counted."""
    texts = [number.words for number in run if number.words]
    if len(texts) < _FEWEST_TEXTS or sum(map(len, texts)) < _SHORTEST * len(texts):
        return False
    going = sum(below[0].islower() and not ends_sentence(above) for above, below in pairwise(texts))
    turns = sum(bool(STARTS_TURN.match(text)) for text in texts)
    blanks = len(run) - len(texts)  # which no list numbers
    told = going > 0 or turns >= _TURNS * len(texts)
    return told and going + turns + blanks >= max(2, _GOES_ON * len(texts))
