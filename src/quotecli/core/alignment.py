"""The words that two texts have in common, in order, in a time that grows with their length.

difflib looks at each pair of equal words, over and over: of two texts that say one sentence a hundred times these are
too many. Where they are many, the texts are parted where three words stand once in each of them, as patience diff does
with lines, and what says the same words throughout is held against the other stretch by stretch.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import TypeVar

__all__ = ["matching_blocks"]

_MANY = 100_000
"""Pairs of equal words that are looked at in some hundredths of a second."""
_STRETCH = 64

Word = TypeVar("Word", bound=Hashable)


def matching_blocks(first: Sequence[Word], second: Sequence[Word]) -> list[Match]:
    """Return what `difflib.SequenceMatcher.get_matching_blocks` does, or nearly so of long texts with few words."""
    if not _many(first, second, _MANY):
        return SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    start = _common(first, second)
    end = _common(first[start:][::-1], second[start:][::-1])
    last_a, last_b = len(first) - end, len(second) - end
    blocks = [Match(0, 0, start)]
    anchors = [(start - 1, start - 1), *_anchors(first[start:last_a], second[start:last_b], start), (last_a, last_b)]
    for (a, b), (next_a, next_b) in pairwise(anchors):
        blocks += _between(first, second, a + 1, next_a, b + 1, next_b)
        blocks.append(Match(next_a, next_b, 1 if (next_a, next_b) != (last_a, last_b) else end))
    return [*_joined(blocks), Match(len(first), len(second), 0)]


def _many(first: Sequence[Hashable], second: Sequence[Hashable], most: int) -> bool:
    if len(first) * len(second) <= most:
        return False
    here, there = Counter(first), Counter(second)
    return sum(number * there[word] for word, number in here.items()) > most


def _common(first: Sequence[Hashable], second: Sequence[Hashable]) -> int:
    """Return how many words two texts have in common at their beginnings."""
    size = min(len(first), len(second))
    return next((at for at in range(size) if first[at] != second[at]), size)


def _anchors(first: Sequence[Hashable], second: Sequence[Hashable], start: int) -> list[tuple[int, int]]:
    """Return the places of three words in a row that stand once in each text, as many as have one order in both."""
    threes, others = (list(zip(words, words[1:], words[2:], strict=False)) for words in (first, second))
    here, there = Counter(threes), Counter(others)
    places = {three: place for place, three in enumerate(others) if there[three] == 1}
    pairs = [(at, places[three]) for at, three in enumerate(threes) if here[three] == 1 and three in places]
    ends: list[int] = []  # the longest rising run of the second places
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        last[at : at + 1] = [number]
    chosen: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chosen.append((pairs[number][0] + start, pairs[number][1] + start))
        number = before[number]
    return chosen[::-1]


def _between(
    first: Sequence[Hashable], second: Sequence[Hashable], a: int, end_a: int, b: int, end_b: int
) -> Iterator[Match]:
    """Yield the blocks of a part of both texts, stretch by stretch where equal words are many."""
    whole = not _many(first[a:end_a], second[b:end_b], _STRETCH * _STRETCH)
    while a < end_a and b < end_b:
        next_a, next_b = (end_a, end_b) if whole else (min(a + _STRETCH, end_a), min(b + _STRETCH, end_b))
        matcher = SequenceMatcher(None, first[a:next_a], second[b:next_b], autojunk=False)
        found = [Match(block.a + a, block.b + b, block.size) for block in matcher.get_matching_blocks()[:-1]]
        yield from found
        if found and (next_a, next_b) != (end_a, end_b):
            a, b = found[-1].a + found[-1].size, found[-1].b + found[-1].size
        else:
            a, b = next_a, next_b


def _joined(blocks: Sequence[Match]) -> list[Match]:
    """Return blocks with those made one that follow each other, and without empty ones."""
    joined: list[Match] = []
    for block in blocks:
        if joined and (block.a, block.b) == (joined[-1].a + joined[-1].size, joined[-1].b + joined[-1].size):
            joined[-1] = joined[-1]._replace(size=joined[-1].size + block.size)
        elif block.size:
            joined.append(block)
    return joined
