"""Values that no version of the tool writes: a text in a column of numbers, a year 0, a text in no encoding.

SQLite keeps whatever another program puts in. What such a value breaks, far from where it is read, is told as damage:
the store is asked for them where something unforeseen happened, which costs nothing where nothing did.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from quotecli.core.dates import PartialDate
from quotecli.core.errors import DamagedStore
from quotecli.store.codec import KINDS, ROLES, NotWritten, date_code, text_from
from quotecli.store.files import DAMAGE_HINT
from quotecli.store.migrations import MIGRATIONS, run
from quotecli.store.portable import unpack
from quotecli.store.rows import Problem

__all__ = ["explain", "odd_values"]

_TYPES = {"INTEGER": ("integer",), "TEXT": ("text", "blob"), "BLOB": ("blob",)}
"""What SQLite may say of a value in a column of such a type; a text that UTF-8 can't hold is kept as bytes."""
_MOST = 1 << 31
_ANY = 0, _MOST
_UNFORESEEN = (TypeError, ValueError, ArithmeticError, AttributeError, LookupError)


def explain(db: sqlite3.Connection, path: Path, error: BaseException | None) -> None:
    """Raise DamagedStore where an unforeseen error may come of values that nobody wrote, or of rows that are gone."""
    if not isinstance(error, _UNFORESEEN):
        return
    from quotecli.store.health import links

    try:
        found = next(odd_values(db), None) or next(iter(links(db)), None)
        told = found.message if found else None
    except sqlite3.DatabaseError as damage:
        told = str(damage) if (damage.sqlite_errorcode & 0xFF) == sqlite3.SQLITE_CORRUPT else None
    if told:
        raise DamagedStore(f"the store {path} is damaged ({told})", hint=DAMAGE_HINT) from error


def odd_values(db: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what is wrong with the types of values, then with those of a right type that stand for nothing."""
    wrong = False
    for table, columns in _columns().items():
        for column, types in columns.items():
            if number := _count(db, table, f"typeof({column}) NOT IN ({', '.join(map(repr, types))})"):
                wrong = True
                yield Problem("values", f"{number} {table} have a {column} of a type that nobody wrote")
    if wrong:
        return
    for table, ranges in _ranges().items():
        outside = " OR ".join(f"{column} NOT BETWEEN {low} AND {high}" for column, (low, high) in ranges.items())
        if number := _count(db, table, outside):
            yield Problem("values", f"{number} {table} have values that nobody wrote")
    if number := _count(db, "quotes", "said AND day IS NULL"):
        yield Problem("values", f"{number} quotes were said on a day that is not there")
    yield from _undecodable(db)
    yield from _unreadable(db)


def _count(db: sqlite3.Connection, table: str, where: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0])


@cache
def _columns() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the types that values of each column of our tables may have, by the schema as the steps make it."""
    db = sqlite3.connect(":memory:")
    try:
        run(db, MIGRATIONS)
        own = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for (table,) in db.execute(own).fetchall():
            for _, column, declared, needed, _, key in db.execute(f"PRAGMA table_info({table})"):
                types = _TYPES.get(declared)
                if types:
                    found.setdefault(table, {})[column] = types if needed or key else (*types, "null")
        return found
    finally:
        db.close()


def _ranges() -> dict[str, dict[str, tuple[int, int]]]:
    """Return the least and the greatest value that a number may have."""
    first, last = date_code(PartialDate(1)), date_code(PartialDate(9999, 12, 31))
    assert first is not None
    assert last is not None
    return {
        "quotes": {
            "day": (first, last),
            "said": (0, 1),
            "kind": (0, len(KINDS) - 1),
            "role": (0, len(ROLES) - 1),
            "confidence": (0, 1000),
            "paragraph": _ANY,
            "start": _ANY,
            "family": (1, _MOST << 8),
        },
        "documents": dict.fromkeys(("published", "updated", "archived", "accessed"), (first, last))
        | {"first_quote": (0, _MOST << 8), "quotes": _ANY},
        "names": {"quotes": _ANY},
        "voice_names": {"position": _ANY},
    }


def _undecodable(db: sqlite3.Connection) -> Iterator[Problem]:
    """Find bytes in the place of texts that are none."""
    for table, columns in _columns().items():
        for column, types in columns.items():
            if "text" not in types:
                continue
            number = 0
            for (value,) in db.execute(f"SELECT {column} FROM {table} WHERE typeof({column}) = 'blob'"):
                try:
                    text_from(value)
                except (NotWritten, UnicodeDecodeError):
                    number += 1
            if number:
                yield Problem("values", f"{number} {table} have a {column} that is no text")


def _unreadable(db: sqlite3.Connection) -> Iterator[Problem]:
    """Find what is kept of corrections, as JSON or packed, that can't be read."""
    for table, columns, read in (
        ("corrections", ("value", "before"), json.loads),
        ("found", ("data",), unpack),
        ("removed", ("data",), unpack),
    ):
        for column in columns:
            if number := sum(not _is_object(read, value) for (value,) in db.execute(f"SELECT {column} FROM {table}")):
                yield Problem("values", f"{number} {table} have a {column} that can't be read")


def _is_object(read: Callable[[Any], Any], value: str | bytes) -> bool:
    try:
        return isinstance(read(value), dict)
    except (ValueError, zlib.error):
        return False
