"""Many rows a statement insert what one row a statement would."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from quotecli.store.bulk import MOST_SOUGHT, filled_parts, insert, insert_columns, sought


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as made:
        yield made


@pytest.mark.parametrize("rows", [0, 1, 99, 100, 101, 250])
@pytest.mark.parametrize("width", [1, 17])
def test_every_row_is_inserted_in_order(db: sqlite3.Connection, rows: int, width: int) -> None:
    columns = ", ".join(f"c{column}" for column in range(width))
    db.execute(f"CREATE TABLE t({columns})")
    given = [tuple(range(row, row + width)) for row in range(rows)]
    insert(db, f"INSERT INTO t({columns})", given)
    assert db.execute("SELECT * FROM t ORDER BY rowid").fetchall() == given


@pytest.mark.parametrize("rows", [0, 1, 58, 59, 250])
def test_columns_are_inserted_row_by_row(db: sqlite3.Connection, rows: int) -> None:
    names = [f"c{column}" for column in range(17)]
    db.execute(f"CREATE TABLE t({', '.join(names)}, left_out)")
    given = [[column + row for row in range(rows)] for column in range(17)]
    insert_columns(db, "INSERT INTO t", dict(zip(names, given, strict=True)))
    assert db.execute("SELECT * FROM t ORDER BY rowid").fetchall() == [(*row, None) for row in zip(*given, strict=True)]


def test_what_is_there_may_be_changed_instead(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE t(word TEXT PRIMARY KEY, times INTEGER)")
    for _ in range(2):
        insert(
            db,
            "INSERT INTO t(word, times)",
            [(f"w{number}", number) for number in range(150)],
            "ON CONFLICT(word) DO UPDATE SET times = times + excluded.times",
        )
    assert db.execute("SELECT count(*), sum(times) FROM t").fetchone() == (150, 149 * 150)


def test_parts_are_filled_up_to_few_lengths() -> None:
    lengths = set()
    for number in range(3 * MOST_SOUGHT):
        found = list(filled_parts(range(number)))
        assert [value for part in found for value in dict.fromkeys(part)] == list(range(number))
        assert all(len(part) <= 1.25 * len(set(part)) for part in found)
        lengths |= set(map(len, found))
    assert len(lengths) < 40
    assert max(lengths) == MOST_SOUGHT


def test_rows_that_nobody_asks_for_any_more_are_no_matter_when_the_store_is_closed() -> None:
    """Damage that was met amid a listing was told twice: by us, and by Python with a traceback."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE t(id)")
    insert(db, "INSERT INTO t(id)", [(row,) for row in range(9)])
    rows = sought(db, "SELECT id FROM t WHERE id IN ({})", range(9))
    assert next(rows) == (0,)
    db.close()
    assert next(rows) == (1,)
