"""What of a damaged store can't be read: found out before an export, and collected while it reads what is left."""

from __future__ import annotations

import sqlite3
from collections import Counter

__all__ = ["Losses", "look_for_losses", "set_damage_apart"]

_HELD = {
    "documents": "documents",
    "texts": "texts of documents",
    "quotes": "quotes",
    "names": "speakers' names",
    "voices": "speakers' names",
    "voice_names": "speakers' names",
    "outlets": "outlets",
    "phrases": "mentions (said_as), reporting verbs and places (via)",
    "printed": "words that corrections replaced",
    "corrections": "corrections",
    "same_person": "corrections",
    "found": "corrections",
}
"""The tables that an export reads, and what stands in them."""
_SALVAGED = {
    "outlets": ("id",),
    "phrases": ("id",),
    "names": ("id", "person"),
    "voice_names": ("voice",),
    "printed": ("quote",),
    "corrections": ("key", "id"),
    "same_person": ("correction",),
    "found": ("key",),
}
"""Tables of which what can be read does for a document, and the columns by which they are looked up."""
_DANGLING = {
    "text": "SELECT count(*) FROM documents d JOIN corrections c ON c.key = d.key WHERE d.id = ?"
    " AND c.undone = '' AND c.number IS NOT NULL AND c.value LIKE '%\"text\"%'",
    "outlet": "SELECT count(*) FROM documents d LEFT JOIN outlets o ON o.id = d.outlet"
    " WHERE d.id = ? AND d.outlet IS NOT NULL AND o.id IS NULL",
    **{
        field: f"SELECT count(*) FROM documents d JOIN quotes q ON q.id >= d.first_quote"
        f" AND q.id < d.first_quote + d.quotes LEFT JOIN {table} t ON t.{key} = q.{field}"
        f" WHERE d.id = ? AND q.{field} IS NOT NULL AND t.{key} IS NULL"
        for field, table, key in (("said_as", "phrases", "id"), ("cue", "phrases", "id"), ("via", "phrases", "id"))
    },
    "speakers": "SELECT count(*) FROM documents d JOIN quotes q ON q.id >= d.first_quote"
    " AND q.id < d.first_quote + d.quotes WHERE d.id = ? AND q.voice IS NOT NULL AND NOT EXISTS (SELECT 1"
    " FROM voice_names w JOIN names n ON n.id = w.name JOIN names p ON p.id = n.person WHERE w.voice = q.voice)",
}
"""Per document: what refers to a row that is not there."""


class Losses:
    """What could not be read.

    Attributes:
        tables: tables that are damaged.
        documents: paths and URLs of documents that could not be read, or their numbers.
        fields: how many documents lack some of a field.
    """

    def __init__(self, tables: frozenset[str] = frozenset()) -> None:
        """Begin with what is known to be damaged."""
        self.tables = tables
        self.documents: list[str] = []
        self.fields: Counter[str] = Counter()

    def __bool__(self) -> bool:
        """Tell whether anything is lost, or may be."""
        return bool(self.tables or self.documents or self.fields)

    def take_over(self, other: Losses) -> None:
        """Make what `other` knows of one's own."""
        self.tables, self.documents, self.fields = other.tables, other.documents, other.fields

    def held(self) -> list[str]:
        """Return in words what stands in the damaged tables."""
        return list(dict.fromkeys(words for table, words in _HELD.items() if table in self.tables))

    def look_at(self, db: sqlite3.Connection, document: int) -> None:
        """Note the fields of a document that refer to what is not there; only a damaged store is looked at so."""
        for field, sql in _DANGLING.items():
            if field == "text" and "printed" not in self.tables:
                continue
            try:
                found = db.execute(sql, (document,)).fetchone()
            except sqlite3.DatabaseError:
                found = (1,)
            if found and found[0]:
                self.fields[field] += 1


def look_for_losses(db: sqlite3.Connection) -> Losses:
    """Look through the tables that an export reads, in time by their size, and return those that are damaged."""
    return Losses(frozenset(table for table in _HELD if not _is_sound(db, table)))


def _is_sound(db: sqlite3.Connection, table: str) -> bool:
    check = "quick_check" if table in {"documents", "texts", "quotes"} else "integrity_check"
    try:
        lines = [line for row in db.execute(f"PRAGMA {check}('{table}')") for line in str(row[0]).splitlines()]
    except sqlite3.DatabaseError:
        return False
    return lines == ["ok"]


def set_damage_apart(db: sqlite3.Connection, losses: Losses) -> bool:
    """Put what is still read of damaged tables into temporary ones, which are then read instead; for this connection.

    The transaction in which the store is read begins anew.

    Returns whether there was any such table.
    """
    only_reading = db.execute("PRAGMA query_only").fetchone()[0]
    tables = sorted(losses.tables & _SALVAGED.keys())
    db.execute("ROLLBACK")  # SQLite makes no table in a transaction that has met damage
    db.execute("PRAGMA query_only=OFF")
    try:
        for table in tables:
            _copy(db, table)
    finally:
        db.execute(f"PRAGMA query_only={only_reading}")
        db.execute("BEGIN")
    return bool(tables)


def _copy(db: sqlite3.Connection, table: str) -> None:
    """Copy a table's rows, from the first on and from the last back, each way as far as they can be read."""
    columns = [row[1] for row in db.execute(f"PRAGMA main.table_info({table})")]
    db.execute(f"CREATE TEMP TABLE {table} ({', '.join(columns)})")
    seen: set[tuple[object, ...]] = set()
    for order in ("", "ORDER BY rowid DESC"):
        try:
            for row in db.execute(f"SELECT * FROM main.{table} NOT INDEXED {order}"):
                if row in seen:
                    break
                seen.add(row)
                db.execute(f"INSERT INTO temp.{table} VALUES ({','.join('?' * len(columns))})", row)
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            continue
    for column in _SALVAGED[table]:
        db.execute(f"CREATE INDEX temp.salvaged_{table}_{column} ON {table}({column})")
