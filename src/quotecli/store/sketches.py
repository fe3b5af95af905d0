"""Where quotes of like wording meet: sketches, numbers made of three words that stand close together in a quote.

The words that every other quote has are left out, and of three words in a row the longest tell most. A quote is filed
under all that are as heavy as their neighbours, which is told by what stands around them alone: as winnowing picks
fingerprints (Schleimer et al. 2003). So a statement and what is left of it, cut at either end or in the middle, are
filed alike where they say the same. Two quotes meet where they share a sketch, whichever was stored first.

A sketch and the row filed under it stand in one number, the row in its low bits. So they are sorted, written and looked
up as plain integers, which costs half of what pairs cost.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
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
"""How many quotes of one sketch, the oldest, the others are held against; more share a turn of phrase, no statement."""
_TOO_FEW, _PLAIN, _LONG = 3, 8, 4
"""Of a quote of so few telling words, but so many words, the frequent ones with so many letters tell as well."""
_SHORT_COMMON = frozenset(word for word in COMMON if len(word) < _LONG)
_NUMBERS = frozenset({*FIGURES, *IN_WORDS})
"""Numbers that papers print in words or in figures: a short quote with some is filed under both."""
_SHORT = 9
"""Telling words up to which a quote is filed under all its threes: one of them may be all that a change leaves."""


class Sketches:
    """The sketches of quotes, under which they are filed."""

    def __init__(self) -> None:
        """Begin without quotes."""
        self.filed: list[int] = []

    def take(self, rows: Iterable[int], lines: Iterable[str]) -> Iterator[Collection[str]]:
        """Take quotes: the row of each, and its words parted by spaces.

        Written out, as every new quote passes here.

        Yields:
            The distinct words of each quote, for who counts them: to make them once more would cost as much.
        """
        filed = self.filed
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
                some = _of_few(words, telling)
                if not _NUMBERS.isdisjoint(words):
                    some = [*some, *_with_other_numbers(words)]
            else:
                some = list(map(" ".join, zip(telling, telling[1:], telling[2:], strict=False)))
                if len(telling) > _SHORT:
                    some = _peaks(some)
            filed += [crc32(sketch.encode()) >> 4 << _BITS | low for sketch in some]

    def file(self, db: sqlite3.Connection, known: Filed | None = None) -> dict[int, list[int]]:
        """Write the sketches; return the older likes of each quote, for the quotes that have any, and begin anew.

        What is sought is looked up close behind what is written, in the table's order, so that each page is met once.

        Args:
            db: in a transaction.
            known: what is filed already, as far as it is remembered between the batches of one connection.
        """
        self.filed.sort()
        sought = self.filed if known is None else known.may_meet(db, self.filed)
        at = 0
        met = []
        for end in self._write(db):
            ready = bisect_right(sought, end, at) - at
            upto = at + ready - ready % MOST_SOUGHT  # statements of one length, as each other one is prepared anew
            met += _with_older(db, sought[at:upto])
            at = upto
        met += _with_older(db, sought[at:])
        self.filed = []
        return _likes(db, met)

    def _write(self, db: sqlite3.Connection) -> Iterator[int]:
        """Write the sketches in the table's order; yield the last of each part."""
        for part in filled_parts(self.filed):
            db.execute(_filing(len(part)), part)
            yield part[-1]

    def near(self, db: sqlite3.Connection) -> dict[int, set[int]]:
        """Return the likes, older and newer, of each quote taken; the quotes are filed already."""
        found: dict[int, set[int]] = {}
        postings: dict[int, list[int]] = {}
        for number in self.filed:
            sketch, row = number >> _BITS, number & _MASK
            if sketch not in postings:
                postings[sketch] = _rows(db, sketch, -1)
            rows = postings[sketch]
            found.setdefault(row, set()).update(rows if row in rows[:_MOST_MET] else rows[:_MOST_MET])
        return found

    def forget(self, db: sqlite3.Connection) -> set[int]:
        """Take the sketches of quotes that are deleted out of the table, and begin anew.

        Returns:
            The rows of quotes that are among the oldest of a sketch now, and were not before.
        """
        db.executemany("DELETE FROM sketches WHERE id = ?", zip(self.filed, strict=True))
        gone: dict[int, set[int]] = {}
        for number in self.filed:
            gone.setdefault(number >> _BITS, set()).add(number & _MASK)
        self.filed = []
        moved: set[int] = set()
        for sketch, rows in gone.items():
            oldest = _rows(db, sketch, _MOST_MET)
            if len(oldest) + len(rows) > _MOST_MET:
                moved.update(set(oldest).difference(sorted([*oldest, *rows])[:_MOST_MET]))
        return moved


def _rows(db: sqlite3.Connection, sketch: int, limit: int) -> list[int]:
    """Return the rows of a sketch, the oldest first; all of them with a limit of -1."""
    where = "SELECT id FROM sketches WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"
    return [row[0] & _MASK for row in db.execute(where, (sketch << _BITS, sketch << _BITS | _MASK, limit))]


def of_quotes(db: sqlite3.Connection) -> Iterator[Sketches]:
    """Yield the sketches of all quotes of the store, some thousands at a time."""
    quotes = db.execute("SELECT id, text FROM quotes")
    while part := quotes.fetchmany(4_000):
        _, lines = fold_and_cut([text_from(text) for _, text in part])
        sketches = Sketches()
        deque(sketches.take([row for row, _ in part], lines), maxlen=0)
        yield sketches


def _peaks(threes: Sequence[str]) -> list[str]:
    """Return those that are as heavy as their neighbours, or heavier: which they are is told by what is near alone."""
    weights = list(map(len, threes))
    return [
        three
        for three, before, here, after in zip(threes, [0, *weights], weights, [*weights[1:], 0], strict=False)
        if before <= here >= after
    ]


def _of_few(words: Collection[str], telling: Sequence[str]) -> Sequence[str]:
    """Return the sketches, not yet numbers, of a quote with few telling words.

    What one changed word leaves may not stand side by side, so other threes of the words are among them.
    """
    number = len(telling)
    if number == 5:
        a, b, c, d, e = telling
        return f"{a} {b} {c}", f"{c} {d} {e}", f"{b} {c} {d}", f"{a} {b} {d}", f"{a} {c} {d}", f"{b} {d} {e}"
    if number == 4 and len(words) >= LEAST_WORDS:
        a, b, c, d = telling
        return f"{a} {b} {c}", f"{b} {c} {d}", f"{a} {b} {d}", f"{a} {c} {d}"
    if number == 3 and len(words) >= LEAST_WORDS:
        found = [" ".join(telling)]
    else:
        found = [" ".join(sorted(words))] if words else []
    if number > _TOO_FEW or len(words) < _PLAIN:
        return found
    long = [word for word in words if word not in _SHORT_COMMON]
    return [*found, *map(" ".join, zip(long, long[1:], long[2:], strict=False))]


def _with_other_numbers(words: Collection[str]) -> Iterator[str]:
    """Yield the sketches of a quote with few telling words with its numbers in figures, or in words."""
    for table in (FIGURES, IN_WORDS):
        other = dict.fromkeys(table.get(word, word) for word in words)
        if other != words:
            yield from _of_few(other, [word for word in other if word not in COMMON])


@cache
def _filing(number: int) -> str:
    """Return the statement that files this many sketches; one string for each, as a new one is hashed and compared."""
    return f"INSERT OR IGNORE INTO sketches(id) VALUES {','.join(['(?)'] * number)}"


@cache
def _meeting(number: int) -> str:
    """Return the statement that asks which of this many sketches an older quote is filed under."""
    return (
        f"WITH own(id) AS (VALUES {','.join(['(?)'] * number)}) SELECT id FROM own WHERE EXISTS("
        f"SELECT 1 FROM sketches s WHERE s.id >= own.id >> {_BITS} << {_BITS} AND s.id < own.id)"
    )


def _with_older(db: sqlite3.Connection, sketches: Sequence[int]) -> list[int]:
    """Return those of the numbers under whose sketch an older quote is filed."""
    found = []
    for part in filled_parts(sketches):
        found += db.execute(_meeting(len(part)), part).fetchall()
    return [row[0] for row in found]


def _likes(db: sqlite3.Connection, met: Sequence[int]) -> dict[int, list[int]]:
    """Return for each quote of these numbers the older ones among the oldest quotes that share a sketch with it."""
    oldest = {sketch: _rows(db, sketch, _MOST_MET) for sketch in set(map(rshift, met, repeat(_BITS)))}
    likes: dict[int, set[int]] = {}
    for number in met:
        row = number & _MASK
        likes.setdefault(row, set()).update([other for other in oldest[number >> _BITS] if other < row])
    return {row: sorted(others) for row, others in sorted(likes.items())}
