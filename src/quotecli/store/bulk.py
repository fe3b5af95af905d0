"""Inserts and looks up many rows with few statements: starting one costs about as much as a row that it inserts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

__all__ = ["insert", "parts"]

_MOST_VALUES = 999
"""Values of one statement that every SQLite takes."""
_MOST_ROWS = 100
_MOST_SOUGHT = 500


def insert(db: sqlite3.Connection, into: str, rows: Iterable[tuple[Any, ...]], otherwise: str = "") -> None:
    """Insert rows in their order.

    Not for full-text indexes: a statement of many rows opens a savepoint, at which FTS5 writes out what it has.

    Args:
        db: in a transaction that is undone when this fails.
        into: the statement up to the values: `INSERT INTO table(column, column)`. With `OR FAIL` it needs no savepoint.
        rows: as many values each as there are columns.
        otherwise: what stands behind the values: `ON CONFLICT …`.
    """
    values = chain.from_iterable(rows)
    width = into.count(",", into.index("(")) + 1
    many = min(_MOST_VALUES // width, _MOST_ROWS) * width
    row = f"({','.join('?' * width)})"
    rest: list[Any] = []

    def whole_parts() -> Iterator[list[Any]]:
        while len(part := list(islice(values, many))) == many:
            yield part
        rest.extend(part)

    db.executemany(f"{into} VALUES {','.join([row] * (many // width))} {otherwise}", whole_parts())
    db.executemany(f"{into} VALUES {row} {otherwise}", (rest[at : at + width] for at in range(0, len(rest), width)))


def parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield values in parts that a statement can ask for at once."""
    for at in range(0, len(values), _MOST_SOUGHT):
        yield values[at : at + _MOST_SOUGHT]
