"""Transactions: to write all or nothing, and to read what stands in a store at one moment."""

from __future__ import annotations

import sqlite3
from _thread import RLock  # that of `threading`, whose import takes longer than opening the store
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotecli.store.shared import Numbers
    from quotecli.store.writing import Batch

__all__ = ["Batches", "at_one_moment", "writing"]


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one transaction that holds the write lock from its beginning; undone on any exception.

    What an interruption left open between a beginning and its block is undone first. (A transaction within another
    would end that, and its end would fail.)
    """
    if db.in_transaction:
        db.execute("ROLLBACK")
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK")
        raise


@contextmanager
def at_one_moment(db: sqlite3.Connection) -> Iterator[None]:
    """Let the block read the store as it is at one moment, whatever others write meanwhile."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        if db.in_transaction:  # damage may have ended it, or keeps SQLite from it
            with suppress(sqlite3.DatabaseError):
                db.execute("ROLLBACK")


class Batches:
    """Opens the batches of one connection: one after the other, whichever thread asks.

    Attributes:
        alone: held while a transaction is open; a connection has one at a time.
    """

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        """Take the connection, and the store's path for what is said of errors."""
        self.alone = RLock()
        self._db = db
        self._path = path
        self._numbers: Numbers | None = None

    @contextmanager
    def __call__(self) -> Iterator[Batch]:
        """Open a transaction and what collects changes in it; finish both, or undo all on any exception."""
        from quotecli.store import files
        from quotecli.store.shared import Numbers
        from quotecli.store.writing import Batch

        with self.alone:
            if self._numbers is None:
                self._numbers = Numbers(self._db)
            try:
                with files.plainly(self._path), writing(self._db):
                    batch = Batch(self._db, self._numbers)
                    yield batch
                    batch.finish()
                    batch.group()
                    files.check_in_place(self._db, self._path)
            except BaseException:
                self._numbers.forget()
                raise
