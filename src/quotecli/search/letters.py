"""How alike words and phrases are by their letters.

rapidfuzz does it for many at once. Loading it takes as long as comparing a few in plain Python, and most searches
compare a few: so these functions compare in Python first, and go on with rapidfuzz where there is more. Both give the
same numbers.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

__all__ = ["doubled_otherwise", "likeness", "nearest", "one_letter_off", "single_letters"]

_FEW_PHRASES = 4
"""Phrases that are compared before rapidfuzz is loaded."""
_SLACK = 1e-6
"""What a likeness may lack for rounding: rapidfuzz finds two wrong letters of five less alike than 0.6."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_letter_off(word: str) -> list[str]:
    """Return all words of plain letters that are `word` with one letter wrong, missing, too many or swapped."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {before + after[1:] for before, after in parts if after}
    found.update(before + after[1] + after[0] + after[2:] for before, after in parts if len(after) > 1)
    found.update(before + letter + after[1:] for before, after in parts if after for letter in _LETTERS)
    found.update(before + letter + after for before, after in parts for letter in _LETTERS)
    found.discard(word)
    return sorted(found)


def single_letters(word: str) -> str:
    """Return a word with no letter doubled: which of them are is what is most often misspelt."""
    return "".join(letter for place, letter in enumerate(word) if letter != word[place - 1 : place])


def doubled_otherwise(word: str, others: Iterable[str]) -> list[str]:
    """Return those of the words that are this one with other letters doubled, or none."""
    single = single_letters(word)
    ends = word[:1], word[-1:]  # spares most words being looked at letter by letter
    return [other for other in others if (other[:1], other[-1:]) == ends and single_letters(other) == single]


def _distance(one: str, other: str) -> int:
    """Return how many letters are wrong, missing, too many or swapped with their neighbours (OSA)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        above, before, row = before, row, [at + 1]
        for to, against in enumerate(other):
            cost = min(row[to] + 1, before[to + 1] + 1, before[to] + (letter != against))
            if at and to and letter == other[to - 1] and one[at - 1] == against:
                cost = min(cost, above[to - 1] + 1)
            row.append(cost)
    return row[-1]


def nearest(word: str, others: Sequence[str], least: float) -> tuple[float, int]:
    """Return the likeness (0 to 1) and the place of the first of the words most like `word`; 0 below `least`."""
    if _loaded():
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extractOne

        found = extractOne(word, others, scorer=OSA.normalized_similarity, score_cutoff=least - _SLACK)
        return (found[1], found[2]) if found else (0.0, 0)
    best, place = 0.0, 0
    for at, other in enumerate(others):
        longest = max(len(word), len(other))
        most = longest * (1.0 - max(least, best)) + _SLACK
        if abs(len(word) - len(other)) > most:
            continue
        wrong = _distance(word, other)
        if wrong <= most and (alike := 1.0 - wrong / longest) > best:
            best, place = alike, at
    return best, place


def likeness(phrase: str, lines: Sequence[str]) -> list[float]:
    """Return how well each line holds the phrase, or what it can of it, letter by letter: 0 to 100."""
    if len(lines) > _FEW_PHRASES or _loaded():
        from rapidfuzz import fuzz

        return [(fuzz.ratio if len(line) < len(phrase) else fuzz.partial_ratio)(phrase, line) for line in lines]
    return [_likeness(phrase, line) for line in lines]


def _loaded() -> bool:
    return "rapidfuzz.fuzz" in sys.modules


def _likeness(phrase: str, line: str) -> float:
    if len(line) <= len(phrase):
        windows: Iterable[str] = (line,)
        if len(line) == len(phrase):
            return max(_best(phrase, line), _best(line, phrase))
        return _ratio(phrase, windows)
    return _best(phrase, line)


def _best(phrase: str, line: str) -> float:
    """Return the ratio of the phrase and the part of the line most like it, of its length or cut by an end."""
    size = len(phrase)
    whole = [line[at : at + size] for at in range(len(line))]
    return _ratio(phrase, [*whole, *(line[:end] for end in range(1, size))])


def _ratio(phrase: str, windows: Iterable[str]) -> float:
    """Return the best share, 0 to 100, of letters that the phrase and a window have in common, in order.

    The longest common subsequence by bits: one addition for each letter of the window (Hyyrö 2004).
    """
    where: dict[str, int] = {}
    for at, letter in enumerate(phrase):
        where[letter] = where.get(letter, 0) | 1 << at
    every = (1 << len(phrase)) - 1
    best = 0.0
    get = where.get
    for window in windows:
        rest = every
        for letter in window:
            met = rest & get(letter, 0)
            rest = (rest + met) | (rest - met)
        common = len(phrase) - (rest & every).bit_count()
        best = max(best, 200.0 * common / (len(phrase) + len(window)))
    return best
