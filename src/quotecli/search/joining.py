"""Words written as one that others part: "make tea again" is "#MakeTeaAgain", "light-house" is "lighthouse"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from quotecli.store.words import LONGEST_WORD

__all__ = ["LEAST_RUN_TOGETHER", "apart", "cut_up", "pieces", "runs"]

_LONGEST_RUN = 6
"""Words of a query that may be one in a quote."""
LEAST_RUN_TOGETHER = 8
"""Letters of a word that the store has not from which it may be several."""
_LONGEST_PIECE = 16
_ALONE = frozenset("ai")
"""Letters that are words."""
_WAYS = 3
"""Ways in which a word is cut that are looked for: a store has odd words, "targetspecific" among them."""
_EACH = 3.0
"""What each word more is held against a way of cutting: as much as one that is twenty times as rare."""


def runs(words: Sequence[str]) -> dict[str, range]:
    """Return what the words of a query may be as one word, two to six of them, each with their places."""
    found: dict[str, range] = {}
    for first in range(len(words) - 1):
        for last in range(first + 2, min(first + _LONGEST_RUN, len(words)) + 1):
            found.setdefault("".join(words[first:last])[:LONGEST_WORD], range(first, last))
    return found


def apart(word: str, words: Sequence[str]) -> Iterator[range]:
    """Yield each place of words of a text, two or more in a row, that are this one together."""
    for first, begin in enumerate(words):
        if not word.startswith(begin):
            continue
        joined, last = begin, first + 1
        while len(joined) < len(word) and last < len(words) and word.startswith(joined + words[last]):
            joined += words[last]
            last += 1
        if joined == word and last > first + 1:
            yield range(first, last)


def pieces(word: str) -> set[str]:
    """Return what may be a word of several that are written as one."""
    ends = range(1, len(word) + 1)
    found = {word[start:end] for end in ends for start in range(max(0, end - _LONGEST_PIECE), end)}
    return {piece for piece in found if len(piece) > 1 or piece in _ALONE}


def cut_up(word: str, counts: Mapping[str, int], everything: int) -> list[tuple[str, ...]]:
    """Return the words that one is made of, some ways, first those of as few and as frequent words as may be.

    Args:
        word: as typed, folded.
        counts: in how many quotes each of its `pieces` stands.
        everything: the quotes of the store.
    """
    best: list[list[tuple[float, tuple[str, ...]]]] = [[(0.0, ())]]
    for end in range(1, len(word) + 1):
        ways = [
            (cost + _EACH + log(1 + everything / counts[piece]), (*before, piece))
            for start in range(max(0, end - _LONGEST_PIECE), end)
            if (piece := word[start:end]) in counts
            for cost, before in best[start]
        ]
        best.append(sorted(ways)[:_WAYS])
    return [parts for _, parts in best[-1]]
