"""Brings the indexes of an older store up to date where quotes are cut into other words than they were."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain

from quotecli.core.folding import fold
from quotecli.store.codec import text_from
from quotecli.store.facts import with_facts
from quotecli.store.families import link
from quotecli.store.sketches import Sketches
from quotecli.store.terms import Terms
from quotecli.store.words import index_words

__all__ = ["recut"]

_AT_ONCE = 4_000


def recut(db: sqlite3.Connection, mark: str, before: Callable[[str], str]) -> None:
    """File anew all quotes whose folded texts have a mark that is read otherwise now.

    Args:
        db: inside a transaction.
        mark: what such texts have.
        before: makes, of a folded text, one that is cut now as the text was cut before.
    """
    read = db.execute("SELECT id, text FROM quotes")
    touched = []
    while part := read.fetchmany(_AT_ONCE):
        touched += [row for row, text in part if mark in fold(text_from(text))]
    for start in range(0, len(touched), _AT_ONCE):
        _refile(db, touched[start : start + _AT_ONCE], before)


def _refile(db: sqlite3.Connection, numbers: Sequence[int], before: Callable[[str], str]) -> None:
    rows = [
        db.execute(
            "SELECT q.text, q.number, q.voice, d.outlet, q.day, q.kind FROM quotes q JOIN documents d"
            " ON d.id = q.document WHERE q.id = ?",
            (number,),
        ).fetchone()
        for number in numbers
    ]
    folded = [fold(text_from(row[0])) for row in rows]
    old = [" ".join(index_words(before(text))) for text in folded]
    new = [" ".join(index_words(text)) for text in folded]
    facts = list(zip(*(row[1:] for row in rows), strict=True))
    changes: Counter[str] = Counter()
    gone, come = Sketches(), Sketches()
    changes.subtract(chain.from_iterable(gone.take(numbers, old)))
    changes.update(chain.from_iterable(come.take(numbers, new)))
    db.executemany(
        "INSERT INTO words(words, rowid, line) VALUES('delete', ?, ?)",
        zip(numbers, with_facts(old, *facts), strict=True),
    )
    db.executemany("INSERT INTO words(rowid, line) VALUES(?, ?)", zip(numbers, with_facts(new, *facts), strict=True))
    Terms().change(db, changes)
    gone.forget(db)
    link(db, come.file(db))
