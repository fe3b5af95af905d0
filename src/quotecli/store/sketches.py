"""Where quotes of like wording meet: sketches, numbers made of three of a quote's longest words, which are its rarest.

A quote is filed under the sketches of its first three and its second three; it is looked for under those that lie
between as well, so that quotes meet though a word was dropped, added or changed.

A sketch and the row filed under it stand in one number, the row in its low bits. So they are sorted, written and looked
up as plain integers, which costs half of what pairs cost.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import repeat
from operator import rshift

from quotecli.store.bulk import insert_column, parts
from quotecli.store.codec import text_from
from quotecli.store.vocabulary import TELLING_NOTHING, Vocabulary
from quotecli.store.words import fold_and_cut

__all__ = ["LEAST_WORDS", "Sketches", "of_quotes"]

LEAST_WORDS = 5
"""A statement of fewer words is the same only word by word, and from the same mouth."""
_BITS = 28
_MASK = (1 << _BITS) - 1
_MOST_MET = 24
"""How many quotes of one sketch are looked at; more share a turn of phrase, not a statement."""


class Sketches:
    """The sketches of quotes: what they are filed under (`filed`), and under what else they are looked for."""

    def __init__(self) -> None:
        """Begin without quotes."""
        self._begin()

    def _begin(self) -> None:
        self.filed: list[int] = []
        self._between: list[int] = []

    def add(self, rows: Iterable[int], wordings: Iterable[AbstractSet[int]]) -> None:
        """Take quotes: the row of each, and the numbers of its words."""
        filed, between = self.filed.append, self._between.append
        for row, words in zip([row & _MASK for row in rows], wordings, strict=True):
            own, others = _sketches(sorted(words))
            for sketch in own:
                filed((sketch & _MASK) << _BITS | row)
            for sketch in others:
                between((sketch & _MASK) << _BITS | row)

    def file(self, db: sqlite3.Connection) -> dict[int, list[int]]:
        """Write the sketches; return the rows of each quote's likes, for the quotes that have any, and begin anew.

        Both lists go through the table in its order, so that each of its pages is met once.
        """
        self.write(db)
        self._between.sort()
        met = [*_shared(db, self.filed), *_shared(db, self._between)]
        self._begin()
        return _likes(db, met)

    def write(self, db: sqlite3.Connection) -> None:
        """Write the sketches that quotes are filed under."""
        self.filed.sort()
        insert_column(db, "INSERT OR IGNORE INTO sketches(id)", self.filed)

    def forget(self, db: sqlite3.Connection) -> None:
        """Take the sketches of quotes that are deleted out of the table, and begin anew."""
        db.executemany("DELETE FROM sketches WHERE id = ?", zip(self.filed, strict=True))
        self._begin()


def of_quotes(db: sqlite3.Connection, vocabulary: Vocabulary) -> Iterator[Sketches]:
    """Yield the sketches of all quotes of the store, some thousands at a time."""
    quotes = db.execute("SELECT id, text FROM quotes")
    while part := quotes.fetchmany(4_000):
        _, lines = fold_and_cut([text_from(text) for _, text in part])
        sketches = Sketches()
        sketches.add([row for row, _ in part], vocabulary.number(lines))
        yield sketches
        vocabulary.trim()


def _sketches(words: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return sums of three of these sorted words: those that a quote is filed under, and the others it is looked for.

    Written out, as every new quote passes here.
    """
    telling = bisect_left(words, TELLING_NOTHING)
    if telling < 3 or len(words) < LEAST_WORDS:
        return ((sum(words),), ()) if words else ((), ())
    if telling == 3:
        return (sum(words[:3]),), ()
    if telling == 4:  # few words: what one changed word leaves may not stand side by side
        a, b, c, d = words[:4]
        return (a + b + c, b + c + d, a + b + d, a + c + d), ()
    if telling == 5:
        a, b, c, d, e = words[:5]
        return (a + b + c, c + d + e), (b + c + d, a + b + d, a + c + d, b + d + e)
    a, b, c, d, e, f = words[:6]
    left, right = b + c, d + e
    return (a + left, right + f), (left + d, c + right)


def _shared(db: sqlite3.Connection, sketches: Sequence[int]) -> list[int]:
    """Return those of the sketches under which another quote is filed."""
    found = []
    for part in parts(sketches):
        found += db.execute(
            f"WITH own(id) AS (VALUES {','.join(['(?)'] * len(part))}) SELECT id FROM own WHERE EXISTS(SELECT 1 FROM"
            f" sketches s WHERE s.id BETWEEN own.id >> {_BITS} << {_BITS} AND own.id | {_MASK} AND s.id != own.id)",
            part,
        ).fetchall()
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
