"""Phrases of which half the words are wrong: found by those that stand at the same places in a quote.

Of five words two may be others, two be put into three, and half of eight be somebody else's. What is left says little
by its weight, but that rare words stand as far from each other in a quote as they were typed comes seldom by chance,
and how seldom can be reckoned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import log10

from quotecli.store.words import COMMON

__all__ = ["LONGEST", "by_places"]

LONGEST = 16
"""Words of a phrase up to which it is judged so; a longer one is looked for in stretches (`stretches.py`)."""
_LEAST = 2
"""Words that tell of which so many must be in place."""
_AWAY = 2
"""So many words from its place may a word stand, as words may be put in or left out before it."""
_PLACES = 10
"""One in so many of the quotes that have a word has it at a given place."""
_FREQUENT, _FREQUENT_AWAY = 0.3, 0.6
"""What a frequent word in place, or near it, counts for: it goes along with its neighbours more than chance has it."""
_MOST, _SHORT, _STEEP = -2.5, 5, 0.5
"""Powers of ten of quotes that may be so by chance, in a phrase of so many words or fewer, and how many less for each
word more: in a longer one chance has more words to bring together."""
_LOWEST, _HIGHEST = 60.0, 69.0
"""Scores of what is found so: the less chance explains it the more, below what has all of the words."""


def by_places(
    wanted: Sequence[str], quotes: Mapping[str, int], texts: Sequence[tuple[int, list[str]]], everything: int
) -> list[tuple[float, int]]:
    """Return (score, row) of the texts that have words of a phrase where they stand in it, best first.

    Args:
        wanted: the words looked for, in order.
        quotes: how many quotes have each of those that the store has.
        texts: (row, words of the quote).
        everything: the quotes of the store.
    """
    tell = [word for word in dict.fromkeys(wanted) if word in quotes and word not in COMMON]
    if not _LEAST <= len(tell) <= len(wanted) <= LONGEST:
        return []
    most = _MOST - _STEEP * max(0, len(wanted) - _SHORT)
    shares = {word: (1 + quotes[word]) / max(1, everything) for word in tell}
    scored = []
    for row, words in texts:
        if sum(word in words for word in tell) >= _LEAST:
            chance = log10(max(1, everything)) + min(_chances(wanted, shares, words), default=0.0)
            if chance <= most:
                scored.append((min(_HIGHEST, _LOWEST + most - chance), row))
    return sorted(scored, key=lambda pair: -pair[0])


def _chances(wanted: Sequence[str], shares: Mapping[str, float], words: Sequence[str]) -> list[float]:
    """Return how seldom any quote has what this one has of a phrase, in powers of ten, by each word held in place."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    found = []
    for at, anchor in enumerate(wanted):
        for place in places.get(anchor, ()) if anchor in shares else ():
            away = {
                number: _steps(places[word], place - at + number)
                for number, word in enumerate(wanted)
                if number != at and word in places
            }
            near = {number: steps for number, steps in away.items() if steps <= _AWAY}
            if any(wanted[number] in shares and wanted[number] != anchor for number in near):
                rest = sum(_chance(shares.get(wanted[number]), steps) for number, steps in near.items())
                found.append(log10(shares[anchor]) + rest)
    return found


def _steps(places: Sequence[int], wanted: int) -> int:
    """Return how far the nearest of these places, in order and one at least, is from the one wanted."""
    behind = bisect_left(places, wanted)
    return min(abs(place - wanted) for place in places[max(0, behind - 1) : behind + 1])


def _chance(share: float | None, away: int) -> float:
    """Return how seldom a word of so many quotes stands so near its place, in powers of ten; None: a frequent one."""
    if share is None:
        return log10(_FREQUENT_AWAY if away else _FREQUENT)
    return log10(min(1.0, share * (1 + 2 * away) / _PLACES))
