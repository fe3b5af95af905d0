"""Groups anew, when quotes go, the quotes whose families may have followed from theirs.

These are all that are reached from one to the next by being one statement. They are taken apart and joined again in the
order of their rows, as if what is gone had never been there.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Collection, Mapping

from quotecli.store.bulk import parts, sought
from quotecli.store.codec import text_from
from quotecli.store.families import Said, link, one_statement, read_said
from quotecli.store.sketches import Sketches
from quotecli.store.words import fold_and_cut

__all__ = ["regroup"]

_MOST = 5_000
"""Quotes that are looked at; where there are more, families stay as they are but for what is gone."""


def regroup(db: sqlite3.Connection, touched: Collection[int], moved: Collection[int]) -> Collection[int]:
    """Bring families up to date after quotes were deleted.

    Args:
        db: in a transaction.
        touched: the families that quotes went from.
        moved: rows that came to be among the oldest of a sketch (see `Sketches.forget`).

    Returns:
        The rows that were held against their older likes, new ones that have no family yet among them.
    """
    likes = _reached(db, _members(db, touched) | set(moved))
    if likes is None:
        _trim(db, touched)
        return ()
    db.executemany("UPDATE quotes SET family = NULL WHERE id = ? AND family IS NOT NULL", [(row,) for row in likes])
    link(db, {row: sorted(other for other in likes[row] if other < row) for row in sorted(likes)})
    return likes


def _members(db: sqlite3.Connection, families: Collection[int]) -> set[int]:
    return {row[0] for row in sought(db, "SELECT id FROM quotes WHERE family IN ({})", sorted(families))}


def _reached(db: sqlite3.Connection, start: set[int]) -> dict[int, set[int]] | None:
    """Return all quotes reached from these by being one statement, each with its likes; None of too many."""
    likes: dict[int, set[int]] = {}
    known: dict[int, Said] = {}
    ahead = start
    while ahead:
        near = _near(db, ahead)
        likes |= near
        outside = set().union(*near.values()) - likes.keys()
        if len(likes) + len(outside) > _MOST:
            return None
        meeting = {row for row, others in near.items() if not outside.isdisjoint(others)}
        known |= read_said(db, (outside | meeting) - known.keys())
        found = _of_one_statement(near, outside, known)
        ahead = (found | _members(db, {family for row in found if (family := known[row].family)})) - likes.keys()
    return likes


def _near(db: sqlite3.Connection, rows: Collection[int]) -> dict[int, set[int]]:
    """Return those of the rows that are there, each with its likes."""
    found: dict[int, set[int]] = {}
    for part in parts(sorted(rows)):
        read = list(sought(db, "SELECT id, text FROM quotes WHERE id IN ({})", part))
        numbers = [row for row, _ in read]
        _, lines = fold_and_cut([text_from(text) for _, text in read])
        sketches = Sketches()
        deque(sketches.take(numbers, lines), maxlen=0)
        found |= {row: set() for row in numbers} | sketches.near(db)
    return found


def _of_one_statement(near: Mapping[int, set[int]], outside: Collection[int], known: Mapping[int, Said]) -> set[int]:
    """Return those of the quotes outside that are one statement with a quote to which they are near."""
    found: set[int] = set()
    for row, others in near.items():
        for other in others.intersection(outside) - found:
            if other in known and one_statement(known[row], known[other]):
                found.add(other)
    return found


def _trim(db: sqlite3.Connection, families: Collection[int]) -> None:
    """Let families bear the number of the oldest quote that is left; one quote alone is none."""
    for family in sorted(families):
        oldest, number = db.execute("SELECT min(id), count(*) FROM quotes WHERE family = ?", (family,)).fetchone()
        if number:
            db.execute("UPDATE quotes SET family = ? WHERE family = ?", (oldest if number > 1 else None, family))
