"""Which rows a few days hold: the index knows months only, and of a month's quotes a day has one in thirty."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable

from quotecli.store.scope import Scope

__all__ = ["rows_of_days"]


def rows_of_days(db: sqlite3.Connection, scope: Scope) -> Callable[[int], bool]:
    """Return what tells whether a row may be of these days: its document is, or it has such a date of its own.

    A quote with a date of its own may be of another day than its document, so that the rows have to be checked as well.
    """
    days = (scope.since, scope.until)
    spans = db.execute(
        "SELECT first_quote, first_quote + quotes FROM documents WHERE published BETWEEN ? AND ? AND quotes > 0"
        " ORDER BY first_quote",
        days,
    ).fetchall()
    own = {row[0] for row in db.execute("SELECT id FROM quotes WHERE said AND day BETWEEN ? AND ?", days)}
    starts = [first for first, _ in spans]
    ends = [-1, *(end for _, end in spans)]
    return lambda row: row < ends[bisect_right(starts, row)] or row in own
