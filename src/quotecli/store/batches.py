"""Opens batches: one after the other, whichever thread asks."""

from __future__ import annotations

import sqlite3
from _thread import RLock  # that of `threading`, whose import takes longer than opening the store
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotecli.store import files
from quotecli.store.transactions import writing

if TYPE_CHECKING:
    from quotecli.store.shared import Numbers
    from quotecli.store.writing import Batch

__all__ = ["Batches"]


class Batches:
    """The batches of one connection.

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
            except BaseException:
                self._numbers.forget()
                raise
