"""What is written short or in full: "don't" is "do not", "3bn" is "3 billion", "UN" is "U.N.", "9/11" "September 11".

Both the words looked for and those of a quote are read in full, so that either way of writing finds the other. As the
index joins words at their apostrophes ("we're" is `were`), only the text itself tells which of them are contractions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.folding import fold
from quotecli.core.spelling import contractions
from quotecli.core.tables import read_table
from quotecli.search import candidates, scoring
from quotecli.search.days import days_in_full, other_ways
from quotecli.search.equivalents import known_equivalents
from quotecli.store.words import LONGEST_WORD, cut

if TYPE_CHECKING:
    from quotecli.store import Scope, Store

__all__ = ["InFull", "in_full", "with_full", "word_in_full", "words_in_full"]

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|%")
_SCALES = {"bn": "billion", "m": "million", "mn": "million", "tn": "trillion"}
_SHORT_NUMBER = re.compile(r"(\d{1,12})(bn|mn?|tn)")
_CAPITALS = re.compile(r"\b[A-Z]{2,4}\b")
_LONGEST_ABBREVIATION = 4
_ABBREVIATIONS = frozenset({"eu", "uk", "un", "usa"})
"""Taken for such in small letters too; "us" is a word."""


_LOOKED_AT = 200
"""Quotes that have the words in any way of writing: more are only looked at where they have the phrase."""


class InFull(NamedTuple):
    """A query in full.

    Attributes:
        words: in order.
        short: what may be written for some of them: each short form, as the index has it, with the places it covers.
        shortest: the words with every short form in place of what it covers, an apostrophe being `_`.
        same: what may be written for the month and the number of a day, with that word.
    """

    words: tuple[str, ...]
    short: tuple[tuple[str, range], ...]
    shortest: str
    same: Mapping[str, str] = {}


def in_full(text: str, words: Sequence[str]) -> InFull | None:
    """Return a query in full; None where nothing in it is written short or could be.

    Args:
        text: as typed, without filters.
        words: the same, folded and cut.
    """
    long = tuple(words_in_full(text, typed=True))
    short: list[tuple[str, range]] = []
    shortest: list[str] = []
    covered = 0
    for place, word in enumerate(long):
        here = [(each, range(place, place + size)) for each, size in _short_forms(long, place)]
        short += [(each.replace("'", ""), places) for each, places in here]
        if here and place >= covered:
            shortest.append(here[0][0].replace("'", "_"))
            covered = here[0][1].stop
        elif place >= covered:
            shortest.append(word)
    days = _days_otherwise(long)
    if not short and not days and long == tuple(words):
        return None
    return InFull(long, (*short, *days), " ".join(shortest), {written: long[places.start] for written, places in days})


def _days_otherwise(words: Sequence[str]) -> list[tuple[str, range]]:
    """Return what may be written for the months and numbers of days among the words, each with its place."""
    found = []
    for place, (month, day) in enumerate(pairwise(words)):
        for at, others in enumerate(other_ways(month, day), place):
            found += [(other, range(at, at + 1)) for other in others]
    return found


def with_full(
    store: Store, full: InFull, scope: Scope, pairs: Sequence[tuple[float, int]], floor: float
) -> tuple[list[int], list[tuple[float, int]]]:
    """Return the rows that have a query's words short or in full, and the (score, row) with these, best first.

    Args:
        store: the store.
        full: the query.
        scope: the filters.
        pairs: what was found for the words as typed.
        floor: the least score that counts as a hit.
    """
    same = known_equivalents(store, full.words)
    rows = _rows(store, full, same, scope)
    counts = store.index.counts(list(full.words))
    everything = store.index.size()
    weights = {word: scoring.weight(counts.get(word, 0), everything) for word in full.words}
    texts = [(row, words_in_full(text)) for row, text in store.index.texts(rows)]
    scores = {row: score for score, row in pairs}
    for score, row in scoring.otherwise(full.words, weights, texts, floor, same):
        scores[row] = max(score, scores.get(row, 0.0))
    return rows, sorted(((score, row) for row, score in scores.items()), key=lambda pair: -pair[0])


def _rows(store: Store, full: InFull, same: Mapping[str, str], scope: Scope) -> list[int]:
    """Return rows that have every word of a query, written short or in full, or otherwise (`equivalents`)."""
    forms: dict[str, list[str]] = {}
    for short, places in full.short:
        for place in places:
            forms.setdefault(full.words[place], []).append(short)
    counts = store.index.counts(sorted({short for short, _ in full.short}))
    found = []
    for group in candidates.groups(store, full.words, same=same):
        more = [short for short in dict.fromkeys(forms.get(group.word, ())) if short in counts]
        quotes = group.quotes + sum(counts[short] for short in more)
        found.append(group._replace(forms=(*group.forms, *((short,) for short in more)), quotes=quotes))
    found.sort(key=lambda group: group.quotes)
    rows = candidates.all_words(store, found, scope, _LOOKED_AT)
    if len(rows) == _LOOKED_AT:
        for saying in (full.shortest, " ".join(full.words)):
            rows += candidates.all_words(store, found, scope, _LOOKED_AT, saying=saying)
    return list(dict.fromkeys(rows))


def words_in_full(text: str, *, typed: bool = False) -> list[str]:
    """Return the words of a text, in order, each that is written short in full.

    Args:
        text: as printed.
        typed: by a user, who writes "un" for the United Nations.
    """
    if not (typed and text.strip().lower() in _ABBREVIATIONS) and (
        not text.isupper() or len(text) <= _LONGEST_ABBREVIATION
    ):
        text = _CAPITALS.sub(_dotted, text)
    known = contractions()
    found: list[str] = []
    for word in _WORD.findall(days_in_full(fold(text))):
        if full := known.get(word):
            found += full
        elif typed and word in _ABBREVIATIONS:
            found += word.removesuffix("a")  # "USA" is "U.S."
        elif word.isascii() and word.isalpha():
            found.append(word[:LONGEST_WORD])
        else:
            found += _number(word) or cut(word)
    return found


def word_in_full(printed: str, folded: str) -> Sequence[str]:
    """Return the words for which one word of a text stands, given as printed and folded; empty for itself."""
    if _CAPITALS.fullmatch(printed):
        return [*folded]
    return contractions().get(folded, ()) or _number(folded)


def _dotted(found: re.Match[str]) -> str:
    return " ".join(found[0])


def _number(word: str) -> Sequence[str]:
    """Return the words of "3bn"; empty for what is no such number."""
    number = _SHORT_NUMBER.fullmatch(word)
    return (number[1], _SCALES[number[2]]) if number else ()


def _short_forms(words: Sequence[str], place: int) -> list[tuple[str, int]]:
    """Return what may be written for the words from this place on, the usual first, and for how many of them."""
    found = [(short, 2) for short in _contracted().get(tuple(words[place : place + 2]), ())]
    if words[place].isdigit() and place + 1 < len(words):
        found += [(words[place] + short, 2) for short, scale in _SCALES.items() if scale == words[place + 1]]
    size = 0
    for word in words[place : place + _LONGEST_ABBREVIATION + 1]:
        if len(word) > 1 or not word.isalpha():
            break
        size += 1
    if 2 <= size <= _LONGEST_ABBREVIATION and (place == 0 or len(words[place - 1]) > 1):
        found.append(("".join(words[place : place + size]), size))
    return found


@cache
def _contracted() -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for row in read_table("quotecli.core", "contractions.tsv"):
        found.setdefault(tuple(row[1].split()), []).append(row[0])
    return found
