"""Short phrases of which nothing is close by all of its words: judged by the words that tell, near each other.

Of five words two may be wrong, and the frequent ones are: "phone is a medical instrument" was "his phone is his medical
device". What is left are few words, but words that say what it is about, side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log10

from quotecli.search.letters import likeness, nearest
from quotecli.store.words import COMMON

__all__ = ["LONGEST", "by_telling_words"]

LONGEST = 8
"""Words of a phrase up to which it is judged so; a longer one has enough right words."""
_FREQUENT = 0.25
"""What a frequent word counts for beside the others."""
_LEAST = 2
"""Words that tell of which so many must be there: one alone says little."""
_SPELT = 0.75
"""Least likeness of a word spelt or ended otherwise ("homes", "home")."""
_MORE = 2
"""So many more words than the phrase has may the stretch have in which its words stand."""
_FLOOR, _HIGHEST, _STEEP = 50.0, 65.0, 5.0
"""Least score in a store of `_SMALL` quotes and in any, and what it rises by where a store has ten times the quotes:
the more there are, the more often chance brings such words together. Of phrases from other texts that found nothing,
one in forty finds something so."""
_SMALL = 200
_BEST = 84.0
"""The score that all words and letters would have: below that of a phrase with a misspelt word."""
_JUDGED = 80


def by_telling_words(
    wanted: Sequence[str], weights: Mapping[str, float], texts: Sequence[tuple[int, list[str]]], everything: int
) -> list[tuple[float, int]]:
    """Return (score, row) of the texts that have most of the words that tell near each other, best first.

    Args:
        wanted: the words looked for, in order.
        weights: how rare each of them is.
        texts: (row, words of the quote).
        everything: the quotes of the store.
    """
    weigh = {word: weights[word] * (_FREQUENT if word in COMMON else 1.0) for word in wanted}
    if not _LEAST <= sum(word not in COMMON for word in weigh) <= len(wanted) <= LONGEST:
        return []
    floor = min(_HIGHEST, _FLOOR + _STEEP * max(0.0, log10(max(1, everything) / _SMALL)))
    alike = likeness(" ".join(wanted), [" ".join(words) for _, words in texts])
    order = sorted(range(len(texts)), key=lambda place: (-alike[place], place))[:_JUDGED]
    scored = []
    for place in order:
        row, words = texts[place]
        score = _BEST * (alike[place] + 100.0 * _share(weigh, words, len(wanted) + _MORE)) / 200.0
        if score >= floor:
            scored.append((score, row))
    return sorted(scored, key=lambda pair: -pair[0])


def _share(weigh: Mapping[str, float], words: list[str], size: int) -> float:
    """Return the share of the words' weight in the best stretch of a text; 0 where too few that tell are there."""
    met: list[tuple[int, str, float]] = []
    for word in weigh:
        places = [place for place, one in enumerate(words) if one == word]
        met += [(place, word, 1.0) for place in places]
        if not places and word not in COMMON:
            like, place = nearest(word, words, _SPELT)
            met += [(place, word, like)] if like else []
    best = 0.0
    met.sort()
    for number, (first, _, _) in enumerate(met):
        here: dict[str, float] = {}
        for place, word, like in met[number : number + size + len(weigh)]:  # more don't stand in so many places
            if place < first + size:
                here[word] = max(like, here.get(word, 0.0))
        if sum(word not in COMMON for word in here) >= _LEAST:
            best = max(best, sum(weigh[word] * like for word, like in here.items()))
    return best / sum(weigh.values())
