"""Where quotes of like wording meet: sketches, numbers made of three of a quote's longest words, which are its rarest.

A quote is filed under the sketches of its first three and its second three; it is looked for under those that lie
between as well, so that quotes meet though a word was dropped, added or changed.

A sketch and the row filed under it stand in one number, the row in its low bits. So they are sorted, written and looked
up as plain integers, which costs half of what pairs cost.
"""

from __future__ import annotations

import sqlite3
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
_APART = ((0, 1, 3), (0, 2, 3), (1, 3, 4))
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
            longest = sorted(words)[:6]
            if len(longest) < 6 or longest[5] >= TELLING_NOTHING:
                own, others = _of_few(words, longest)
                self.filed += [sketch << _BITS | row for sketch in own]
                self._between += [sketch << _BITS | row for sketch in others]
                continue
            a, b, c, d, e, f = longest  # what most quotes have, written out for speed
            left, right = b + c, d + e
            filed((a + left & _MASK) << _BITS | row)
            filed((right + f & _MASK) << _BITS | row)
            between((left + d & _MASK) << _BITS | row)
            between((c + right & _MASK) << _BITS | row)

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


def _of_few(words: AbstractSet[int], longest: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the sketches of a quote with few telling words: those it is filed under, the others it is looked for."""
    telling = [word for word in longest if word < TELLING_NOTHING]
    if len(words) < LEAST_WORDS or len(telling) < 3:
        return ([sum(words) & _MASK], []) if words else ([], [])
    found = [sum(telling[at : at + 3]) & _MASK for at in range(len(telling) - 2)]
    # few words: what one changed word leaves may not stand side by side
    apart = [sum(telling[at] for at in places) & _MASK for places in _APART if places[2] < len(telling)]
    if len(telling) == 4:
        return found + apart, []
    return [found[0], found[-1]], found[1:-1] + apart


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
