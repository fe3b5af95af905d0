"""How well a quote's words fit the words looked for; the only judge of order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from math import log, sqrt

from quotecli.search.joining import apart, runs
from quotecli.search.letters import doubled_otherwise, likeness, nearest
from quotecli.store.words import COMMON

__all__ = [
    "CLOSE", "EXACT", "MISSPELT", "OTHER_FORM", "PHRASE", "TOGETHER", "WORDS", "in_order", "is_phrase", "otherwise",
    "rank", "weight",
]  # fmt: skip

EXACT = 100.0
"""Score of the exact words, one after the other."""
WORDS = 86.0
"""From here all words stand in the quote as typed; how close together decides up to 99."""
TOGETHER = 90.0
"""From here they stand so near each other that chance does not explain it."""
CLOSE = 80.0
"""From here a fuzzy hit is the phrase but for a misspelt word or so."""
_FUZZY = 85.0
"""Below this: words misspelt, missing or more."""
_SAME = 0.98
"""What a score counts for where a word is written otherwise ("harbor" for "harbour")."""
OTHER_FORM = 0.84
"""The same where a word stands in another form ("wall" for "walls"): all of them together are less than `WORDS`."""
MISSPELT = 0.7
"""The same where a word is spelt otherwise, and all of them may stand anywhere."""
_JOINED = 0.95
"""What two words written as one, or one as two, count for."""
_BEGUN = 0.9
"""What the beginning of a word counts for, and one with the wrong letters doubled."""
_SPELT = 0.6
"""Least likeness of a misspelt word, 0 to 1."""
_PLACED = 8.0
"""What a phrase gains of which most words stand in one stretch, in order ("shall" for "will")."""
_SHORT = range(3, 16)
"""Words of a phrase that gains so: of two words one says too little, and a longer one has enough right words."""
_PAIR = 2
_PLACED_ONE_IN = 3
"""One in so many words may be another or too many, and one of any short phrase."""
_JUDGED = 80
"""Texts whose words are looked at one by one."""
_LONG = 30
"""Words of a quote from which a phrase is held against a stretch of it: words far from each other say nothing."""
_DOUBTFUL = 12.0
"""Above the floor, where a quote is looked at once more so."""
PHRASE = 4
"""Words of a query from which all of them, but far from each other in a long quote, are no hit unless they tell."""
_TELLING, _VERY_LONG = 2, 100
"""Words that tell, of which so many are enough wherever they stand; and the words of a quote in which one more is."""


def weight(quotes: int, everything: int) -> float:
    """Return how telling a word is that stands in so many of all quotes."""
    return sqrt(log(2 + everything / (1 + quotes)))


def is_phrase(score: float) -> bool:
    """Tell whether a score is that of all the words, one after the other or nearly: as typed, or one misspelt."""
    return score >= EXACT or CLOSE <= score <= _FUZZY


def _nearness(wanted: Sequence[str], words: list[str]) -> float:
    """Return 0 to 1: how close together and how much in order the wanted words stand, all of which are there."""
    if len(wanted) == 1:
        return 1.0
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    steps = 0
    at = -1
    for word in wanted:
        here = places.get(word)
        if not here:  # indexed as the owner of a possessive
            steps += 3
            continue
        after = bisect_left(here, at + 1)
        before = after == len(here) or (after > 0 and at + 1 - here[after - 1] <= here[after] - at - 1)
        nearest = here[after - before]
        steps += min(abs(nearest - at - 1), 12) if at >= 0 else 0
        at = nearest
    return 1.0 / (1.0 + steps / len(wanted))


def _have_by_chance(wanted: Collection[str], words: Sequence[str]) -> bool:
    """Tell whether a quote is so long that it may well have all these words: most of them any such quote has."""
    if len(wanted) < PHRASE or len(words) <= _LONG:
        return False
    telling = sum(word not in COMMON for word in wanted)
    return telling < _TELLING + (len(words) > _VERY_LONG)


def _coverage(
    wanted: Sequence[str],
    weights: Mapping[str, float],
    words: list[str],
    joined: str,
    unknown: Collection[str],
    together: Mapping[str, range],
) -> float:
    """Return 0 to 1: the share of the wanted words' weight that the quote has, misspelt and begun ones in part."""
    have = set(words)
    as_one = {place for run in have & together.keys() for place in together[run]}
    total = found = 0.0
    for place, word in enumerate(wanted):
        weight = weights[word]
        total += weight
        if word in have:
            found += weight
            continue
        if place in as_one or (word in joined and any(apart(word, words))):
            found += weight * _JOINED
            continue
        if word in unknown and _begun_or_doubled(word, words):
            found += weight * _BEGUN
            continue
        alike, _ = nearest(word, words, _SPELT)
        found += weight * alike * alike
    return found / total if total else 0.0


def _most_in_order(wanted: Sequence[str], words: list[str]) -> bool:
    """Tell whether all words of a phrase but one, or one in three, stand in one stretch in order; one of them tells."""
    least = len(wanted) - max(1, len(wanted) // _PLACED_ONE_IN)
    for place, word in enumerate(wanted):
        if word in COMMON or word not in words:
            continue
        for at, other in enumerate(words):
            if other == word:
                first = max(at - place, 0)
                if in_order(wanted, words[first : at - place + len(wanted)]) >= least:
                    return True
    return False


def in_order(wanted: Sequence[str], words: list[str]) -> int:
    """Return how many words the longest sequence has that both have in this order.

    The wanted words are bits of a number, and each of the others takes one step (Hyyrö 2004).
    """
    places: dict[str, int] = {}
    for place, word in enumerate(wanted):
        places[word] = places.get(word, 0) | 1 << place
    everything = (1 << len(wanted)) - 1
    left = everything
    for word in words:
        here = left & places.get(word, 0)
        left = (left + here) | (left - here)
    return len(wanted) - (left & everything).bit_count()


def _stretch(wanted: Sequence[str], weights: Mapping[str, float], words: list[str]) -> list[str]:
    """Return the part of a text, twice as long as the phrase, that has the most of its words by their weight."""
    size = 2 * len(wanted)
    starts = [max(place - len(wanted) // 2, 0) for place, word in enumerate(words) if word in weights]
    return max(
        (words[start : start + size] for start in starts),
        key=lambda part: sum(weights[word] for word in weights.keys() & set(part)),
        default=words[:size],
    )


def _begun_or_doubled(word: str, words: list[str]) -> bool:
    return any(other.startswith(word) for other in words) or bool(doubled_otherwise(word, words))


def otherwise(
    wanted: Sequence[str],
    weights: Mapping[str, float],
    texts: Sequence[tuple[int, list[str]]],
    floor: float,
    same: Mapping[str, str],
    counts_for: float = _SAME,
) -> list[tuple[float, int]]:
    """Rank texts that may write some of the words otherwise: as `rank`, but what is not as typed scores less.

    Args:
        wanted: the words looked for, in order.
        weights: how telling each of them is.
        texts: (row, words of the quote).
        floor: the least score that counts as a hit, before it is lessened.
        same: words that may stand for one that is wanted, with that one (`equivalents`, `other_forms`).
        counts_for: by what a score is lessened.
    """
    meant = [(row, [same.get(word, word) for word in words]) for row, words in texts]
    return [(counts_for * score, row) for score, row in rank(wanted, weights, meant, floor)]


def rank(
    wanted: Sequence[str],
    weights: Mapping[str, float],
    texts: Sequence[tuple[int, list[str]]],
    floor: float,
    unknown: Collection[str] = (),
) -> list[tuple[float, int]]:
    """Return (score, row) of the texts that fit, best first; equal ones in the order given.

    Args:
        wanted: the words looked for, in order.
        weights: how telling each of them is.
        texts: (row, words of the quote).
        floor: the least score that counts as a hit.
        unknown: words that the store has not: beginnings, or misspelt.
    """
    phrase = " ".join(wanted)
    padded = f" {phrase} "
    needed = set(wanted)
    scored: list[tuple[float, int]] = []
    rest: list[tuple[int, list[str], str]] = []
    by_chance: set[int] = set()
    for row, words in texts:
        line = " ".join(words)
        if padded in f" {line} ":
            scored.append((EXACT, row))
            continue
        if needed.issubset(words):
            score = WORDS + (99.0 - WORDS) * _nearness(wanted, words)
            if score >= TOGETHER or not _have_by_chance(needed, words):
                scored.append((score, row))
                continue
            by_chance.add(row)
        rest.append((row, words, line))
    if rest:
        scored += _fuzzy(wanted, phrase, weights, rest, floor, unknown, by_chance)
    scored.sort(key=lambda pair: -pair[0])
    return scored


def _fuzzy(
    wanted: Sequence[str],
    phrase: str,
    weights: Mapping[str, float],
    rest: list[tuple[int, list[str], str]],
    floor: float,
    unknown: Collection[str],
    by_chance: Collection[int],
) -> list[tuple[float, int]]:
    """Judge texts that lack a word: first by the letters of the whole phrase, and only the best by each word.

    So are the rows of `by_chance`, whose words say nothing but where they stand in one stretch.
    """
    found = []
    least = floor - _PLACED if len(wanted) in _SHORT else floor
    alike = likeness(phrase, [line for _, _, line in rest])
    together = runs(wanted)
    order = sorted(range(len(rest)), key=lambda place: (alike[place], place), reverse=True)
    for place in order[:_JUDGED]:
        if _FUZZY * (alike[place] / 200.0 + 0.5) < least:
            break
        row, words, line = rest[place]
        covered = _coverage(wanted, weights, words, line.replace(" ", ""), unknown, together)
        score = _FUZZY * (alike[place] / 200.0 + 0.5 * covered)
        if len(wanted) in _SHORT and score < CLOSE - _PLACED and _most_in_order(wanted, words):
            score += _PLACED
        doubtful = len(words) > _LONG and len(wanted) > _PAIR and floor <= score < floor + _DOUBTFUL
        if doubtful or row in by_chance:
            stretch = _stretch(wanted, weights, words)
            covered -= _coverage(wanted, weights, stretch, "".join(stretch), unknown, together)
            score -= _FUZZY * 0.5 * covered
        if score >= floor:
            found.append((score, row))
    return found
