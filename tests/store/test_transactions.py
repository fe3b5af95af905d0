"""A write that an interruption left open is undone by the next, and a write within a write fails."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from quotecli.store.transactions import writing


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE numbers(number)")
        yield connection


def _numbers(db: sqlite3.Connection) -> list[int]:
    return [number for (number,) in db.execute("SELECT number FROM numbers")]


def test_what_an_interruption_left_open_is_undone(db: sqlite3.Connection) -> None:
    """Ctrl-C may come right behind BEGIN, before the block that would undo it; what was read is stored then."""
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO numbers VALUES (1)")
    with writing(db):
        db.execute("INSERT INTO numbers VALUES (2)")
    assert _numbers(db) == [2]


def test_a_write_within_a_write_fails(db: sqlite3.Connection) -> None:
    def within() -> None:
        with writing(db):
            with writing(db):
                db.execute("INSERT INTO numbers VALUES (2)")
            db.execute("INSERT INTO numbers VALUES (3)")

    with pytest.raises(sqlite3.OperationalError, match="no transaction"):
        within()


def test_an_interruption_within_undoes_all(db: sqlite3.Connection) -> None:
    def interrupted() -> None:
        with writing(db):
            db.execute("INSERT INTO numbers VALUES (1)")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert (_numbers(db), db.in_transaction) == ([], False)
