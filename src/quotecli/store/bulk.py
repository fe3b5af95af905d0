"""Inserts and looks up many rows with few statements: starting one costs about as much as a row that it inserts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import Any

__all__ = ["MOST_SOUGHT", "filled_parts", "insert", "insert_columns", "marks", "parts", "sought"]

_MOST_VALUES = 999
"""Values of one statement that every SQLite takes."""
_MOST_ROWS = 100
_SOME_ROWS = 10
MOST_SOUGHT = 500
"""Values that one statement looks up."""


def insert(db: sqlite3.Connection, into: str, rows: Iterable[tuple[Any, ...]], otherwise: str = "") -> None:
    """Insert rows in their order.

    Not for full-text indexes: a statement of many rows opens a savepoint, at which FTS5 writes out what it has.

    Args:
        db: in a transaction that is undone when this fails.
        into: the statement up to the values: `INSERT INTO table(column, column)`. With `OR FAIL` it needs no savepoint.
        rows: as many values each as there are columns.
        otherwise: what stands behind the values: `ON CONFLICT …`.
    """
    width = into.count(",", into.index("(")) + 1
    values: Iterable[Any] = chain.from_iterable(rows)
    for number in (min(_MOST_VALUES // width, _MOST_ROWS), _SOME_ROWS, 1):
        whole = _Whole(values, number * width)
        db.executemany(_statement(into, width, number, otherwise), whole)
        values = whole.rest
        if not values:
            return


def insert_columns(db: sqlite3.Connection, into: str, columns: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows that are given as columns of one length, by their names: no row has to be put together.

    Args:
        db: as in `insert`.
        into: the statement up to the names of the columns.
        columns: the values of each.
    """
    rows = len(next(iter(columns.values())))
    width = len(columns)
    into = f"{into}({', '.join(columns)})"
    at = 0
    for number in (_MOST_VALUES // width, _SOME_ROWS, 1):
        while rows - at >= number:
            values: list[Any] = [None] * (number * width)
            for place, column in enumerate(columns.values()):
                values[place::width] = column[at : at + number]
            db.execute(_statement(into, width, number, ""), values)
            at += number


@cache
def _statement(into: str, width: int, number: int, otherwise: str) -> str:
    """Return the statement for a number of rows; always the same string, which is looked up faster."""
    row = f"({','.join('?' * width)})"
    return f"{into} VALUES {','.join([row] * number)} {otherwise}"


class _Whole:
    """Parts of a size, as long as there are values for a whole one; afterwards `rest` has what is left."""

    def __init__(self, values: Iterable[Any], size: int) -> None:
        self._values = iter(values)
        self._size = size
        self.rest: list[Any] = []

    def __iter__(self) -> Iterator[list[Any]]:
        while len(part := list(islice(self._values, self._size))) == self._size:
            yield part
        self.rest = part


def marks(values: Sequence[object]) -> str:
    """Return as many `?`, parted by commas, as there are values."""
    return ",".join("?" * len(values))


def sought(db: sqlite3.Connection, sql: str, values: Sequence[Any]) -> Iterator[Any]:
    """Yield the rows of a query for any number of values; they are asked for in parts, and stand where it has `{}`."""
    for part in parts(values):
        # A cursor would be closed with the generator: in vain, where an error let the store be closed before.
        yield from db.execute(sql.format(marks(part)), tuple(part)).fetchall()


def parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield values in parts that a statement can ask for at once."""
    for at in range(0, len(values), MOST_SOUGHT):
        yield values[at : at + MOST_SOUGHT]


def filled_parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield values in parts of few lengths: the last is filled up with its last value, for who may meet that again.

    To prepare a statement for a value anew takes about as long as looking the value up; to look up the same one again
    takes next to nothing.
    """
    for part in parts(values):
        step = max(1, 1 << len(part).bit_length() >> 3)  # four lengths from each power of two to the next
        missing = min(-len(part) % step, MOST_SOUGHT - len(part))
        yield [*part, *[part[-1]] * missing] if missing else part
