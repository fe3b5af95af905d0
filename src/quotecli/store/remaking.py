"""Makes anew what follows from the documents: persons, the indexes over words, families.

Steps of the schema say which of it is stale (`migrations.py`); this is today's code, and runs once, after all of them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any

from quotecli.store import families, people
from quotecli.store.codec import text_from
from quotecli.store.facts import with_facts
from quotecli.store.filed import Filed
from quotecli.store.migrations import NAMES, WORDINGS, WORDS
from quotecli.store.sketches import Sketches
from quotecli.store.terms import Terms
from quotecli.store.words import fold_and_cut

__all__ = ["make_anew"]

_AT_ONCE = 4_000
_MOST_COUNTED = 100_000
"""Words that are counted before their counts are written; more would take memory."""
_EMPTY = {
    WORDS: (
        "INSERT INTO words(words) VALUES('delete-all')",
        "INSERT INTO spellings(spellings) VALUES('delete-all')",
        "DELETE FROM terms",
        "DELETE FROM counts",
    ),
    WORDINGS: (
        "DELETE FROM sketches",
        "UPDATE quotes SET family = NULL WHERE family IS NOT NULL",
    ),
}
_QUOTES = """
SELECT q.id, q.text, q.number, q.voice, d.outlet, q.day, q.kind
FROM quotes q JOIN documents d ON d.id = q.document WHERE q.id > ? ORDER BY q.id LIMIT ?
"""


def make_anew(db: sqlite3.Connection, stale: Collection[str]) -> None:
    """Make anew what is stale of `NAMES`, `WORDS` and `WORDINGS` (see `migrations`).

    Args:
        db: inside a transaction, its schema that of today.
        stale: what of it.
    """
    if NAMES in stale:  # first, as a piece of a statement joins it where one person said both
        people.file_anew(db)
    for what, statements in _EMPTY.items():
        if what in stale:
            for statement in statements:
                db.execute(statement)
    words = _Words(db) if WORDS in stale else None
    filed = Filed.of_nothing(db) if WORDINGS in stale else None
    for part in _quotes(db) if words or filed else ():
        rows, texts, *facts = part
        _, lines = fold_and_cut([text_from(text) for text in texts])
        sketches = Sketches()
        distinct = list(sketches.take(rows, lines))
        if words:
            words.file(rows, distinct, with_facts(lines, *facts))
        if filed:
            families.link(db, sketches.file(db, filed))
    if words:
        words.finish()


def _quotes(db: sqlite3.Connection) -> Iterator[Collection[Any]]:
    """Yield all quotes, some thousands at a time, as columns: row, text, and what their facts are made of."""
    last = 0
    while part := db.execute(_QUOTES, (last, _AT_ONCE)).fetchall():
        last = part[-1][0]
        yield list(zip(*part, strict=True))


class _Words:
    """Fills the index over words and the table of words, both empty."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._terms = Terms()
        self._counts: Counter[str] = Counter()

    def file(self, rows: Collection[int], distinct: Collection[Collection[str]], lines: Collection[str]) -> None:
        """Take quotes: their rows, the distinct words of each, and the lines that the index holds."""
        self._counts.update(chain.from_iterable(distinct))
        if len(self._counts) > _MOST_COUNTED:
            self.finish()
        self._db.executemany("INSERT INTO words(rowid, line) VALUES(?, ?)", zip(rows, lines, strict=True))

    def finish(self) -> None:
        """Write what is counted."""
        self._terms.trim()
        self._terms.change(self._db, self._counts)
        self._counts.clear()
