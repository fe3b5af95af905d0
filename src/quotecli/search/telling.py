"""Which words of a phrase to look up together, when some of them may be wrong.

A phrase is found by some of its words that few quotes have together by chance. Which of its words are right is not
known: so sets of words are made such that a quote that lacks any of the words, up to some number, still has all of one
set. Rare words are sets of their own; frequent ones come in twos, threes or more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isqrt

__all__ = ["by_chance", "telling"]

_FEW = 100
"""Quotes that a set of words may have by chance; where it has more, one more word is added."""
_LEAST = 1_000_000
"""Entries of the words' lists that are looked through for one query in a small store; each takes 5 to 10 ns."""
_GROWTH = 2_500
"""The same in a large one, for each time the root of its quotes: ten times the quotes take three times as long."""
_BEGINNING = 20_000
"""What looking up anything takes besides, as entries."""


def by_chance(quotes: Sequence[int], everything: int) -> float:
    """Return how many quotes have all of some words by chance, given how many have each."""
    expected = float(everything)
    for number in quotes:
        expected *= min(1.0, (1 + number) / everything)
    return expected


def telling(quotes: Sequence[int], everything: int, wrong: int) -> Iterator[tuple[int, ...]]:
    """Yield sets of words, as places in `quotes`: first where none is left out as wrong, then one, and so on.

    Of those that leave out as many, what takes the least to look up comes first. They end when what may be looked
    through is spent.

    Args:
        quotes: how many quotes have each word, the rarest first.
        everything: the quotes of the store.
        wrong: so many words may be left out.
    """
    most = max(_LEAST, _GROWTH * isqrt(everything))
    spent = 0
    for out in range(wrong + 1):
        sets = _leaving_out(out, quotes, everything, (), 0)
        for cost, places in sorted((_BEGINNING + sum(quotes[one] for one in places), places) for places in sets):
            if spent and spent + cost > most:
                return
            spent += cost
            yield places


def _leaving_out(
    out: int, quotes: Sequence[int], everything: int, taken: tuple[int, ...], place: int
) -> Iterator[tuple[int, ...]]:
    """Yield sets that begin with the places taken and leave out so many before their last one."""
    if place == len(quotes) or (taken and by_chance([quotes[one] for one in taken], everything) <= _FEW):
        if taken and not out:
            yield taken
        return
    yield from _leaving_out(out, quotes, everything, (*taken, place), place + 1)
    if out:
        yield from _leaving_out(out - 1, quotes, everything, taken, place + 1)
