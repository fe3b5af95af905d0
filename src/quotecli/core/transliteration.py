"""Names that come from other writings, and are spelt in several ways in Latin letters: Zelenskyy, Zelensky."""

from __future__ import annotations

from functools import cache

from quotecli.core.tables import read_table

TRANSLITERATIONS = "transliterations.tsv"
"""The table of given names from other writings, with their spellings."""

_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("ck", "k"), ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("zh", "j"),
    ("ts", "c"), ("tz", "c"), ("yy", "y"), ("iy", "y"), ("ii", "y"), ("ij", "y"), ("yi", "y"), ("ie", "y"), ("ye", "e"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("w", "v"), ("q", "k"), ("x", "ks"), ("j", "y"), ("ey", "y"), ("ei", "y"),
    ("ai", "y"), ("ay", "y"), ("i", "y"), ("g", "k"), ("o", "u"),
)  # fmt: skip
"""Spellings of one sound, in the order in which they are replaced (Zelenskyy, Zelensky; Gaddafi, Qaddafi)."""


def sound(word: str) -> str:
    """Return a folded family name's sounds, roughly: its spellings in Latin letters come out alike."""
    for spelling, like in _SOUNDS:
        word = word.replace(spelling, like)
    out: list[str] = []
    for letter in word:
        if not out or out[-1] != letter:
            out.append(letter)
    return "".join(out)


@cache
def _given() -> dict[str, str]:
    return {
        spelling: given
        for given, others in read_table("quotecli.core", TRANSLITERATIONS)
        for spelling in (given, *others.split())
    }


def given_from_elsewhere(given: str) -> str:
    """Return one spelling for all those of a folded given name from another writing, "" for any other name."""
    return _given().get(given, "")


@cache
def _all_spellings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for spelling, given in _given().items():
        found.setdefault(given, set()).add(spelling)
    return {given: frozenset(spellings) for given, spellings in found.items()}


def spellings_from_elsewhere(given: str) -> frozenset[str]:
    """Return all spellings of a folded given name from another writing, none for any other name."""
    return _all_spellings().get(given_from_elsewhere(given), frozenset())
