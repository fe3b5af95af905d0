"""Text with the marks of its notes ("gone.[1]", "gone.¹"), as it is copied from pages and books → text without them."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["without_note_marks"]

_BEHIND = r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?…”\"’')\]¹²³⁰⁴-⁹]))"
"""A word or a stop: "m²" is an area, and "[2]" behind a blank a word that somebody put in."""
_BRACKETED = re.compile(rf"{_BEHIND}\[(?P<number>\d{{1,3}})\](?!\()")
_RAISED = re.compile(rf"{_BEHIND}(?P<number>[¹²³⁰⁴-⁹]{{1,3}})(?![^\W_])")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FEWEST = 2
_FEWEST_AMID = 3
"""Of a text that was cut out of a longer one, whose first note is not the first."""


def without_note_marks(text: str) -> str:
    """Return the text without the marks of notes, where they count on from one to the next; else as it is."""
    for form in (_BRACKETED, _RAISED):
        found = (mark["number"].translate(_DIGITS) for mark in form.finditer(text))
        if _count_on(int(number) for number in found):
            text = form.sub("", text)
    return text


def _count_on(numbers: Iterable[int]) -> bool:
    """Tell whether each number is a note's: the next one, or one that stood before."""
    first = last = 0
    for number in numbers:
        first = first or number
        if last and number > last + 1:
            return False
        last = max(last, number)
    return last - first + 1 >= (_FEWEST if first == 1 else _FEWEST_AMID)
