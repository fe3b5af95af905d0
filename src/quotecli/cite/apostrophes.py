"""Apostrophes that look like single quotation marks: `rock 'n' roll`, `the '60s`, `'tis`, `the players' union`."""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.tables import read_table

__all__ = ["apostrophes", "may_be_apostrophe"]

_MARK = "['‘’]"
_AND = re.compile(rf"{_MARK}n{_MARK}(?!\w)|(?<=\w){_MARK}n{_MARK}(?=\w)", re.IGNORECASE)
_YEARS = re.compile(rf"(?<!\w){_MARK}(?=\d\d(?:s|ers?)?(?!\w))")
_BEFORE_WORD = re.compile(rf"(?<!\w){_MARK}(?=([^\W\d_]{{1,12}}))")
_WORD = 20
"""Characters of a word's end that are looked at."""
_LAST_WORD = re.compile(r"[^\W_]{1,20}$")
_CUT_SHORT = re.compile(r".*[sxz]|.*[^\W\d_]in|an|de|fo|i|l|ma|mo|o|ol|po|t|tha|th|wi|yo|\d+", re.IGNORECASE)
"""Words that an apostrophe follows: plurals and names (workers', Cox'), clipped ones (goin', an', ol'), feet (5')."""


@cache
def _elisions() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.cite", "elisions.tsv"))


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.cite", "whole_words.tsv"))


def apostrophes(text: str) -> set[int]:
    """Return the places of marks that stand for left out letters or digits, and are no quotation marks."""
    places = {place for found in _AND.finditer(text) for place in (found.start(), found.end() - 1)}
    places |= {found.start() for found in _YEARS.finditer(text)}
    return places | {found.start() for found in _BEFORE_WORD.finditer(text) if found[1].lower() in _elisions()}


def may_be_apostrophe(text: str, place: int) -> bool:
    """Tell whether the mark at the end of a word may be that word's apostrophe rather than a closing mark."""
    word = _LAST_WORD.search(text[max(0, place - _WORD) : place])
    return word is not None and _CUT_SHORT.fullmatch(word[0]) is not None and word[0].lower() not in _whole_words()
