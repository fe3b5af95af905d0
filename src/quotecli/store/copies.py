"""The copy of a store that is kept beside it before a migration."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from filecmp import cmp
from glob import escape
from pathlib import Path

from quotecli.core.errors import StoreError
from quotecli.store.files import WAIT, beside, uri

__all__ = ["keep_copy"]

_PART = ".part"
"""Ends the name of a copy that is not whole yet."""


def keep_copy(path: Path, version: int) -> None:
    """Copy the store as it is before a migration, from `quotes.db` to `quotes.v1.db`, unless that is what it is.

    The caller holds the write lock, so that what another process has begun to copy was left by one that was killed.
    """
    path = beside(path)
    copy = path.with_name(f"{path.stem}.v{version}{path.suffix}")
    for left in path.parent.glob(f"{escape(copy.name)}.*{_PART}*"):  # SQLite's journal of one as well
        left.unlink(missing_ok=True)
    part = copy.with_name(f"{copy.name}.{os.getpid()}{_PART}")
    try:
        part.touch(stat.S_IMODE(path.stat().st_mode))
        with (
            closing(sqlite3.connect(uri(path, "mode=ro"), uri=True, timeout=WAIT)) as source,
            closing(sqlite3.connect(part)) as target,
        ):
            source.backup(target)
        number = 1
        while copy.exists() and not cmp(copy, part, shallow=False):
            number += 1
            copy = path.with_name(f"{path.stem}.v{version}-{number}{path.suffix}")
        part.replace(copy)
    except OSError as error:
        why = f"no copy of the store {path} can be kept, so it is not updated: {error.strerror}"
        raise StoreError(why, hint="an older store is copied beside itself before it is updated") from error
    finally:
        for left in part.parent.glob(f"{escape(part.name)}*"):  # on a full disk the journal as well
            left.unlink(missing_ok=True)
