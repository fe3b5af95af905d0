"""Where quotes of like wording meet: sketches, numbers made of three words that stand close together in a quote.

The words that every other quote has are left out, and of three words in a row the longest tell most. A quote is filed
under the weightiest three of its first and of its second half, a long one of each third, and so on; it is looked for
under all that are weightier than their neighbours. So a statement and what is left of it, cut at either end or in the
middle, meet where what one is filed under stands in the other as well: as winnowing picks fingerprints by what stands
around them (Schleimer et al. 2003).

A sketch and the row filed under it stand in one number, the row in its low bits. So they are sorted, written and looked
up as plain integers, which costs half of what pairs cost.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat
from operator import rshift
from zlib import crc32

from quotecli.core.spelling import FIGURES, IN_WORDS, spelt_in_two_ways
from quotecli.store.bulk import MOST_SOUGHT, filled_parts
from quotecli.store.codec import text_from
from quotecli.store.filed import Filed
from quotecli.store.words import COMMON, fold_and_cut

__all__ = ["LEAST_WORDS", "Sketches", "of_quotes"]

LEAST_WORDS = 5
"""A statement of fewer words is the same only word by word, and from the same mouth."""
_BITS = 28
_MASK = (1 << _BITS) - 1
_MOST_MET = 24
"""How many quotes of one sketch are looked at; more share a turn of phrase, not a statement."""
_PEAK = 1000
"""Added to what is weightier than its neighbours; three words have fewer letters."""
_TOO_FEW, _PLAIN, _LONG = 3, 8, 4
"""Of a quote of so few telling words, but so many words, the frequent ones with so many letters tell as well."""
_SHORT_COMMON = frozenset(word for word in COMMON if len(word) < _LONG)
_NUMBERS = frozenset({*FIGURES, *IN_WORDS})
"""Numbers that papers print in words or in figures: a short quote with some is looked for under both."""
_SHORT = 9
"""Telling words up to which a quote is looked for under all its threes."""


class Sketches:
    """The sketches of quotes: what they are filed under (`filed`), and under what else they are looked for."""

    def __init__(self) -> None:
        """Begin without quotes."""
        self._begin()

    def _begin(self) -> None:
        self.filed: list[int] = []
        self._between: list[int] = []

    def take(self, rows: Iterable[int], lines: Iterable[str]) -> Iterator[Collection[str]]:
        """Take quotes: the row of each, and its words parted by spaces.

        Written out, as every new quote passes here.

        Yields:
            The distinct words of each quote, for who counts them: to make them once more would cost as much.
        """
        filed, between = self.filed.append, self._between.append
        spelt = spelt_in_two_ways()
        in_one_spelling = spelt.keys().isdisjoint
        for row, line in zip(rows, lines, strict=True):
            words = dict.fromkeys(line.split())
            yield words
            telling = [word for word in words if word not in COMMON]
            if not in_one_spelling(telling):
                words = dict.fromkeys([spelt.get(word, word) for word in words])
                telling = [word for word in words if word not in COMMON]
            low = row & _MASK
            if len(telling) < 6:
                under, others = _of_few(words, telling)
                for sketch in under:
                    filed(crc32(sketch.encode()) >> 4 << _BITS | low)
                for sketch in others if _NUMBERS.isdisjoint(words) else (*others, *_with_other_numbers(words)):
                    between(crc32(sketch.encode()) >> 4 << _BITS | low)
                continue
            threes = list(map(" ".join, zip(telling, telling[1:], telling[2:], strict=False)))
            weights = list(map(len, threes))
            before, here = 0, weights[0]
            for at, after in enumerate([*weights[1:], 0]):
                if before <= here >= after:
                    weights[at] = here + _PEAK
                before, here = here, after
            start = 0
            for end in _stretches(len(weights)):
                at = weights.index(max(weights[start:end]), start)
                weights[at] = 0
                filed(crc32(threes[at].encode()) >> 4 << _BITS | low)
                start = end
            least = 1 if len(telling) <= _SHORT else _PEAK  # of a short one all threes: one of them may be left alone
            for weight, three in zip(weights, threes, strict=True):
                if weight >= least:
                    between(crc32(three.encode()) >> 4 << _BITS | low)

    def file(self, db: sqlite3.Connection, known: Filed | None = None) -> dict[int, list[int]]:
        """Write the sketches; return the rows of each quote's likes, for the quotes that have any, and begin anew.

        What is sought is looked up close behind what is written, in the table's order, so that each page is met once.

        Args:
            db: in a transaction.
            known: what is filed already, as far as it is remembered between the batches of one connection.
        """
        self.filed.sort()
        if known is None:
            sought = sorted([*self._between, *self.filed])
        else:
            sought = known.may_meet(db, self.filed, self._between)
        self._between = []  # what is left of it takes less memory
        at = 0
        met = []
        for end in self._write(db):
            ready = bisect_left(sought, end, at) - at
            upto = at + ready - ready % MOST_SOUGHT  # statements of one length, as each other one is prepared anew
            met += _shared(db, sought[at:upto])
            at = upto
        met += _shared(db, sought[at:])
        met += self._firsts(set(map(rshift, met, repeat(_BITS))))
        self._begin()
        return _likes(db, met)

    def _firsts(self, sketches: Iterable[int]) -> list[int]:
        """Return of each of these sketches the first number that is filed under it now, if any is."""
        places = {sketch: bisect_left(self.filed, sketch << _BITS) for sketch in sketches}
        return [
            self.filed[at]
            for sketch, at in places.items()
            if at < len(self.filed) and self.filed[at] >> _BITS == sketch
        ]

    def _write(self, db: sqlite3.Connection) -> Iterator[int]:
        """Write the sketches in the table's order; yield after each part the end of what is complete."""
        for part in filled_parts(self.filed):
            db.execute(_filing(len(part)), part)
            yield part[-1] >> _BITS << _BITS

    def forget(self, db: sqlite3.Connection) -> None:
        """Take the sketches of quotes that are deleted out of the table, and begin anew."""
        db.executemany("DELETE FROM sketches WHERE id = ?", zip(self.filed, strict=True))
        self._begin()


def of_quotes(db: sqlite3.Connection) -> Iterator[Sketches]:
    """Yield the sketches of all quotes of the store, some thousands at a time."""
    quotes = db.execute("SELECT id, text FROM quotes")
    while part := quotes.fetchmany(4_000):
        _, lines = fold_and_cut([text_from(text) for _, text in part])
        sketches = Sketches()
        deque(sketches.take([row for row, _ in part], lines), maxlen=0)
        yield sketches


@cache
def _stretches(size: int) -> tuple[int, ...]:
    """Return the ends of the stretches of equal length, each of which has one sketch, of a quote of so many threes."""
    number = max(2, (size + 2) // 4)
    return tuple(size * part // number for part in range(1, number + 1))


def _of_few(words: Collection[str], telling: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the sketches of a quote with few telling words, not yet numbers: filed under, and looked for besides.

    What one changed word leaves may not stand side by side, so other threes of the words are looked for.
    """
    number = len(telling)
    if number == 5:
        a, b, c, d, e = telling
        return (f"{a} {b} {c}", f"{c} {d} {e}"), (f"{b} {c} {d}", f"{a} {b} {d}", f"{a} {c} {d}", f"{b} {d} {e}")
    if number == 4 and len(words) >= LEAST_WORDS:
        a, b, c, d = telling
        return (f"{a} {b} {c}", f"{b} {c} {d}", f"{a} {b} {d}", f"{a} {c} {d}"), ()
    if number == 3 and len(words) >= LEAST_WORDS:
        under = [" ".join(telling)]
    else:
        under = [" ".join(sorted(words))] if words else []
    if number > _TOO_FEW or len(words) < _PLAIN:
        return under, ()
    long = [word for word in words if word not in _SHORT_COMMON]
    others = list(map(" ".join, zip(long, long[1:], long[2:], strict=False)))
    sizes = list(map(len, others))
    start = 0
    places = []
    for end in _stretches(len(sizes)):
        if start < end:
            places.append(sizes.index(max(sizes[start:end]), start))
        start = end
    under += map(others.__getitem__, places)
    for at in reversed(places):
        del others[at]
    return under, others


def _with_other_numbers(words: Collection[str]) -> Iterator[str]:
    """Yield what a quote with few telling words would be filed under with its numbers in figures, or in words."""
    for table in (FIGURES, IN_WORDS):
        other = dict.fromkeys(table.get(word, word) for word in words)
        if other != words:
            yield from _of_few(other, [word for word in other if word not in COMMON])[0]


@cache
def _filing(number: int) -> str:
    """Return the statement that files this many sketches; one string for each, as a new one is hashed and compared."""
    return f"INSERT OR IGNORE INTO sketches(id) VALUES {','.join(['(?)'] * number)}"


@cache
def _meeting(number: int) -> str:
    """Return the statement that asks which of this many sketches another quote is filed under."""
    return (
        f"WITH own(id) AS (VALUES {','.join(['(?)'] * number)}) SELECT id FROM own WHERE EXISTS(SELECT 1 FROM"
        f" sketches s WHERE s.id BETWEEN own.id >> {_BITS} << {_BITS} AND own.id | {_MASK} AND s.id != own.id)"
    )


def _shared(db: sqlite3.Connection, sketches: Sequence[int]) -> list[int]:
    """Return those of the sketches under which another quote is filed."""
    found = []
    for part in filled_parts(sketches):
        found += db.execute(_meeting(len(part)), part).fetchall()
    return [row[0] for row in found]


def _likes(db: sqlite3.Connection, met: Sequence[int]) -> dict[int, list[int]]:
    """Return for each quote of these sketches the rows of the oldest quotes that share one with it."""
    filed = {
        sketch: [
            row[0] & _MASK
            for row in db.execute(
                "SELECT id FROM sketches WHERE id BETWEEN ? AND ? LIMIT ?",
                (sketch << _BITS, sketch << _BITS | _MASK, _MOST_MET),
            )
        ]
        for sketch in set(map(rshift, met, repeat(_BITS)))
    }
    likes: dict[int, set[int]] = {}
    for number in met:
        likes.setdefault(number & _MASK, set()).update(filed[number >> _BITS])
    return {row: sorted(others - {row}) for row, others in sorted(likes.items())}
