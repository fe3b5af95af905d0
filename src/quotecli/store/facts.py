"""Facts about a quote that stand among its words in the index: a filter narrows a search as one more word does.

A fact is a word that begins with a mark that no word of a text has, and a letter: `v` voice, `o` outlet, `y` year,
`m` month (00 when only the year is known), `k` kind other than direct, `i` the first three characters of the id.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from quotecli.core.folding import fold
from quotecli.store.codec import DAY, date_from
from quotecli.store.scope import Scope
from quotecli.store.words import MARK, index_words

__all__ = ["any_of", "date_facts", "id_facts", "index_line", "narrowing", "with_facts"]

_MOST_NAMED = 400
"""Voices or outlets that a filter may name in an expression; above that the rows are checked one by one."""
_MOST_MONTHS = 36
"""Dates further apart let so many quotes through that looking at each one found costs less than all their lists."""


@lru_cache(maxsize=16384)
def date_facts(day: int) -> str:
    """Return the facts of a date (as `codec.date_code`), each with a space before it."""
    told = date_from(day)
    assert told is not None
    return f" {MARK}y{told.year} {MARK}m{told.year}{told.month or 0:02}"


def with_facts(
    lines: Iterable[str],
    numbers: Iterable[int],
    voices: Iterable[int | None],
    outlets: Iterable[int | None],
    days: Iterable[int | None],
    kinds: Iterable[int],
) -> list[str]:
    """Return the lines of many quotes with the facts of each behind its words; `numbers` as stored (signed)."""
    first = _first_characters()
    printed = map(_printed, outlets, days, kinds)
    return [
        f"{line}{first[(number >> 52) + 2048]}{other}"
        if voice is None
        else f"{line}{first[(number >> 52) + 2048]} {MARK}v{voice}{other}"
        for line, number, voice, other in zip(lines, numbers, voices, printed, strict=True)
    ]


@cache
def _first_characters() -> list[str]:
    """Return the fact of the first three characters of an id, for each of their values."""
    return [f" {MARK}i{start:03x}" for start in range(4096)]


@lru_cache(maxsize=64)
def _printed(outlet: int | None, day: int | None, kind: int) -> str:
    """Return the facts that most quotes of a document share."""
    line = "" if outlet is None else f" {MARK}o{outlet}"
    if day is not None:
        line += date_facts(day)
    if kind:
        line += f" {MARK}k{kind}"
    return line


def index_line(text: str, number: int, voice: int | None, outlet: int | None, day: int | None, kind: int) -> str:
    """Return the line that the index holds for a quote; taking a quote out of the index needs the very same line."""
    return with_facts([" ".join(index_words(fold(text)))], [number], [voice], [outlet], [day], [kind])[0]


def any_of(words: Iterable[str]) -> str:
    """Return the expression for any of these words."""
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"


def id_facts(low: int, high: int) -> str:
    """Return the expression for the quotes whose number (0 to 2⁶⁴ - 1) may lie in this range."""
    return any_of(f"{MARK}i{start:03x}" for start in range(low >> 52, (high >> 52) + 1))


def narrowing(scope: Scope) -> tuple[str | None, str, bool]:
    """Write a scope as parts of a full-text expression.

    Returns:
        What must also hold (None: nothing can), what must not hold ("" for nothing), and whether the two say all that
        the scope says; else the rows have to be checked as well.
    """
    needed = []
    if not scope.kinds:
        return None, "", True
    whole = not (scope.documents is not None or scope.min_confidence or scope.precision or scope.characters)
    for letter, numbers in (("v", scope.voices), ("o", scope.outlets)):
        if numbers is None:
            continue
        if not numbers:
            return None, "", True
        if len(numbers) <= _MOST_NAMED:
            needed.append(any_of(f"{MARK}{letter}{number}" for number in numbers))
        else:
            whole = False
    if scope.since is not None or scope.until is not None:
        dates = _dates(scope)
        if dates is not None and not dates:
            return None, "", True
        if dates is not None:
            needed.append(any_of(dates))
        whole = whole and dates is not None and _whole_months(scope)
    absent = [kind for kind in range(4) if kind not in scope.kinds]
    if 0 in absent:
        needed.append(any_of(f"{MARK}k{kind}" for kind in scope.kinds))
        absent = []
    return " AND ".join(needed), any_of(f"{MARK}k{kind}" for kind in absent) if absent else "", whole


def _dates(scope: Scope) -> list[str] | None:
    """Return the years and months that cover the scope's dates; None when an end is open or they are many."""
    if scope.since is None or scope.until is None:
        return None
    first, last = _day(scope.since), _day(scope.until)
    if first > last:
        return []
    if 12 * (last.year - first.year) + last.month - first.month > _MOST_MONTHS:
        return None
    found: list[str] = []
    for year in range(first.year, last.year + 1):
        low = first.month if year == first.year else 1
        high = last.month if year == last.year else 12
        if (low, high) == (1, 12):
            found.append(f"{MARK}y{year}")
            continue
        found += [f"{MARK}m{year}{month:02}" for month in range(low, high + 1)]
        if low == 1:
            found.append(f"{MARK}m{year}00")
    return found


def _whole_months(scope: Scope) -> bool:
    """Tell whether the scope's dates begin with a month and end with one, so that the months say all of them."""
    if scope.since is None or scope.until is None:
        return False
    return _day(scope.since).day == 1 and _day(scope.until + DAY).day == 1


def _day(code: int) -> date:
    """Return the first day of a date as `codec.date_code` writes it."""
    return date.fromordinal(min(code // DAY, date.max.toordinal()))
