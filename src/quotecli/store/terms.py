"""The table of words: each with in how many quotes it stands, and the groups of letters that a misspelt one shares.

A batch of documents changes the counts of half of all words. So counts stand apart from their words, in blocks of many,
which a batch writes whole: a row for each word takes about twice as long.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Mapping
from itertools import count, filterfalse

from quotecli.store.bulk import filled_parts, insert, marks
from quotecli.store.words import grams

__all__ = ["Terms", "counted", "file_counts"]

_MOST = 100_000
"""Words that are remembered between batches, which takes some 15 MB."""
_BITS = 9
_BLOCK = struct.Struct(f"<{1 << _BITS}I")
_COUNT = struct.Struct("<I")
_IN_BLOCK = (1 << _BITS) - 1


class Terms(dict[str, int]):
    """The numbers of the words that were met, which lead to their counts without a search for each."""

    def trim(self) -> None:
        """Forget all when they have become too many; to be called between batches."""
        if len(self) > _MOST:
            self.clear()

    def change(self, db: sqlite3.Connection, changes: Mapping[str, int]) -> None:
        """Bring words and counts up to date.

        Args:
            db: in a transaction; when it is undone, what is remembered has to be forgotten.
            changes: in how many quotes more or fewer each word stands.
        """
        unmet = list(filterfalse(self.__contains__, changes))
        for part in filled_parts(unmet):
            self.update(db.execute(f"SELECT term, id FROM terms WHERE term IN ({marks(part)})", part))
        self._add(db, filterfalse(self.__contains__, unmet))
        file_counts(db, zip(map(self.__getitem__, changes), changes.values(), strict=True))

    def _add(self, db: sqlite3.Connection, words: Iterable[str]) -> None:
        """Give new words their numbers."""
        last = db.execute("SELECT coalesce(max(id), 0) FROM terms").fetchone()[0]
        new = list(zip(count(last + 1), sorted(words)))
        insert(db, "INSERT OR FAIL INTO terms(id, term)", new)
        spelt = [(number, " ".join(grams(word))) for number, word in new]
        db.executemany("INSERT INTO spellings(rowid, grams) VALUES(?, ?)", [row for row in spelt if row[1]])
        self.update((word, number) for number, word in new)


def file_counts(db: sqlite3.Connection, changes: Iterable[tuple[int, int]]) -> None:
    """Change the counts of words, given as (number of the word, change); none falls below 0, as in a damaged store."""
    blocks = _Blocks(db)
    for number, change in changes:
        blocks[number >> _BITS][number & _IN_BLOCK] += change
    db.executemany(
        "REPLACE INTO counts(block, quotes) VALUES(?, ?)",
        [
            (number, _BLOCK.pack(*(block if min(block) >= 0 else [max(quotes, 0) for quotes in block])))
            for number, block in sorted(blocks.items())
        ],
    )


class _Blocks(dict[int, list[int]]):
    """The blocks of counts that were asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __missing__(self, number: int) -> list[int]:
        block = self[number] = list(_BLOCK.unpack(_block(self._db, number)))
        return block


def _block(db: sqlite3.Connection, number: int) -> bytes:
    """Return a block of counts as it is stored; one that is missing or broken counts none, and the doctor tells."""
    found = db.execute("SELECT quotes FROM counts WHERE block = ?", (number,)).fetchone()
    return found[0] if found and len(found[0]) == _BLOCK.size else bytes(_BLOCK.size)


def counted(db: sqlite3.Connection, words: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return (word, in how many quotes it stands) of words given as (word, number); those in none are left out."""
    blocks: dict[int, bytes] = {}
    found = []
    for word, number in words:
        block = number >> _BITS
        if block not in blocks:
            blocks[block] = _block(db, block)
        quotes = _COUNT.unpack_from(blocks[block], (number & _IN_BLOCK) * _COUNT.size)[0]
        if quotes:
            found.append((word, quotes))
    return found
