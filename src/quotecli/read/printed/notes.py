"""Marks of notes ("gone.[1]", "gone.¹"): which raised words are one, and text that was copied with them → without."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["is_note_mark", "without_note_marks"]

_MARK = re.compile(r"\[[^\[\]]*\]|\(\d{1,3}\)|[*†‡§¶]{1,3}")
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*")
_BEFORE_NUMBER = re.compile(
    r"(?:[.,;:!?…)\]\"'”’»]|(?<![^\W_])(?:it|us|me|he|we|so|up|to|of|on|by|is|as|no|do|go|be|my|or|if|an|at|(?:1[5-9]|20)\d\d"
    r"|(?!(?:miles?|yards?|feet|foot|inch|inches|(?:kilo|centi|milli)?met(?:er|re)s?|acres?|sec|secs|seconds?)\Z)[^\W\d_]{3,}))\s?\Z",
    re.IGNORECASE,
)
"""Behind which a small number is a note's: a word or a stop, not m², 10⁶ or x²."""
_LOOK_BACK = 40  # characters before a superscript
_BEHIND = r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?…”\"’')\]¹²³⁰⁴-⁹]))"
"""A word or a stop: "m²" is an area, and "[2]" behind a blank a word that somebody put in."""
_BRACKETED = re.compile(rf"{_BEHIND}\[(?P<number>\d{{1,3}})\](?!\()")
_RAISED = re.compile(rf"{_BEHIND}(?P<number>[¹²³⁰⁴-⁹]{{1,3}})(?![^\W_])")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FEWEST = 2
_FEWEST_AMID = 3
"""Of a text that was cut out of a longer one, whose first note is not the first."""


def is_note_mark(words: str, before: str) -> bool:
    """Tell whether raised words are a note's mark, given the line before them: [1], *, a number; not m² and 1st."""
    number = _NUMBERS.fullmatch(words) is not None
    return bool(_MARK.fullmatch(words) or (number and _BEFORE_NUMBER.search(before[-_LOOK_BACK:])))


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
