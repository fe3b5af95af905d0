"""Words in Cyrillic and Greek letters, held against the same in Latin ones: Петров is Petrov, Ельцин Yeltsin or Jelzin.

A letter is spelt in several ways in Latin, and several letters may be spelt in one. So words aren't rewritten and
compared: it is asked whether the letters of the one can be spelt so, which takes "Гулин" for Gulin and Hulin, but not
for Kulin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from quotecli.core.tables import read_table

__all__ = ["RANGES", "beginnings", "is_latin", "latin", "spelt_so"]

RANGES = (("\u0370", "\u0530"), ("\u1f00", "\u2000"))
"""The first characters of the writings, and those behind their last."""
_LONGEST = 7
"""Letters of the longest spelling of one letter."""
_BEGUN = 3
_Units = Mapping[str, Sequence[str]]


@cache
def _spellings() -> _Units:
    """Return the spellings of letters, and of letters that are spelt together."""
    return {
        letters: ["" if one == "-" else one for one in spellings.split()]
        for letters, spellings in read_table("quotecli.core", "writings.tsv")
    }


@cache
def _letters() -> tuple[_Units, ...]:
    """Return the letters of each spelling, of one writing after the other."""
    found: list[dict[str, list[str]]] = [{}, {}]
    for letters, spellings in _spellings().items():
        for spelling in filter(None, spellings):
            found[letters >= "\u0400"].setdefault(spelling, []).append(letters)
    return tuple(found)


def is_latin(word: str) -> bool:
    """Tell whether a folded word has no letter of another writing that is known here."""
    return word.isascii() or not any(first <= char < end for char in word for first, end in RANGES)


@lru_cache(maxsize=4096)
def spelt_so(word: str, spelling: str) -> tuple[bool, bool]:
    """Tell whether a word can be spelt so in Latin letters, and whether the one may be the beginning of the other.

    Args:
        word: folded, in letters of another writing.
        spelling: folded, in Latin letters.
    """
    units = _spellings()
    reached: list[set[int]] = [set() for _ in range(len(word) + 1)]
    reached[0].add(0)
    for at, ends in enumerate(reached[:-1]):
        if not ends:
            continue
        if at and word[at] == word[at - 1]:
            reached[at + 1] |= ends  # of a doubled letter one may be left out
        for size in (1, 2):
            for other in units.get(word[at : at + size], ()) if at + size <= len(word) else ():
                reached[at + size].update(end + len(other) for end in ends if spelling.startswith(other, end))
    last = len(spelling)
    begun = bool(reached[-1]) or any(last in ends for ends in reached[1:])
    return last in reached[-1], begun


def latin(word: str) -> str:
    """Return the most usual spelling of a folded word in Latin letters."""
    units = _spellings()
    out, at = "", 0
    while at < len(word):
        size = 2 if word[at : at + 2] in units else 1
        out += units.get(word[at : at + size], [word[at : at + size]])[0]
        at += size
    return out


@lru_cache(maxsize=1024)
def beginnings(word: str) -> frozenset[str]:
    """Return how a folded word may begin in the other writings: of a Latin one in each of them, else in Latin letters.

    They have three letters, or fewer where the word ends before.
    """
    if not is_latin(word):
        return frozenset(_begun(word, _spellings()))
    return frozenset().union(*(_begun(word, units) for units in _letters()))


def _begun(word: str, units: _Units) -> set[str]:
    """Return all that the word may begin with, spelt by these units."""
    found: set[str] = set()
    ahead = {("", 0)}
    while ahead:
        begun, at = ahead.pop()
        if len(begun) >= _BEGUN or at >= len(word):
            found.add(begun[:_BEGUN])
            continue
        for size in range(1, min(_LONGEST, len(word) - at) + 1):
            ahead |= {(begun + other, at + size) for other in units.get(word[at : at + size], ())}
    return found - {""}
