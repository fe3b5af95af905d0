"""Whether what a quotation leaves out or puts in [brackets] turns the sense of what was said.

An honest bracket names who "they" are or changes a tense. One that takes away a "not", or says "all" for "some", is
another statement, and so is one made by an ellipsis that swallows a "no".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quotecli.core.tables import read_table
from quotecli.search.full_forms import word_in_full
from quotecli.search.signs import turning_words
from quotecli.store.opposites import opposed

__all__ = ["bracket_turns", "cut_turns", "is_negation", "omission_turns", "rank_turns"]

_BESIDE = frozenset({"sic", "?"})
"""What a bracket says about the words before it: it can't stand for any."""
_ORDINAL = re.compile(r"\d*(?:2nd|3rd|\dth)")
_SUPERLATIVE = ("est", "least", "most", "worst")
_OTHER_CLAUSE = frozenset({"but", "so", "yet"})
_JOINS = _OTHER_CLAUSE | {"and", "or"}


def is_negation(word: str) -> bool:
    """Tell whether a word (as `with_signs` gives it) denies: "not", "never", "don't"."""
    return word in turning_words("negation") or "not" in word_in_full("", word)


def omission_turns(omitted: Sequence[str]) -> bool:
    """Tell whether words that an ellipsis leaves out of a sentence turn it: those hold a negation.

    "Without" turns it where what it governs is kept: "live without [a pension]".
    """
    return any(map(is_negation, omitted)) or not turning_words("before").isdisjoint(omitted[-2:])


def cut_turns(before: Sequence[str]) -> bool:
    """Tell whether the beginning of a sentence, cut off without a word, turns the rest: "I can't say that …".

    What is joined by "but" or ends with "and" is a clause of its own.
    """
    if before and before[-1] in _JOINS:
        return False
    last = max((place for place, word in enumerate(before) if word in _OTHER_CLAUSE), default=-1)
    return any(map(is_negation, before[last + 1 :]))


def bracket_turns(replaced: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether words in a bracket turn the sense.

    Args:
        replaced: the words of the statement for which the bracket stands; none where it is put in.
        words: those in the bracket.
    """
    if not words or any(map(is_negation, replaced)) != any(map(is_negation, words)):
        return True
    if not replaced:
        return False
    if _BESIDE.issuperset(words):
        return True
    had, has = _amounts(replaced), _amounts(words)
    named = turning_words("pointing").issuperset(replaced)  # "they" may be "the two sisters"
    return bool(had - has or (has - had and not named)) or any(
        _opposite(one, other) for one in replaced if one not in words for other in words if other not in replaced
    )


def rank_turns(words: Sequence[str], behind: str) -> bool:
    """Tell whether words in a bracket make what is called the best, in the word behind them, the second-best."""
    return bool(words) and _ORDINAL.fullmatch(words[-1]) is not None and behind.endswith(_SUPERLATIVE)


def _amounts(words: Sequence[str]) -> set[str]:
    same = _quantities()
    return {same.get(word, word) for word in words if word in same or any(map(str.isdigit, word))}


@cache
def _quantities() -> dict[str, str]:
    rows = [words.split() for kind, words in read_table("quotecli.search", "turning.tsv") if kind == "quantity"]
    return {word: row[0] for row in rows for word in row}


def _opposite(one: str, other: str) -> bool:
    return opposed(one, other) or f"{one} {other}" in _modals() or f"{other} {one}" in _modals()


@cache
def _modals() -> frozenset[str]:
    return frozenset(words for kind, words in read_table("quotecli.search", "turning.tsv") if kind == "modal")
