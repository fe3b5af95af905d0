"""Where the documents come from: their paths and URLs, and the bytes that they were read from."""

from __future__ import annotations

import sqlite3
from pathlib import PurePath

from quotecli.store.codec import storable, text_from

__all__ = ["digest", "last_digest", "move", "read_from"]

_SHOWN = 32
"""Characters of a digest; what was said of the document stands behind them."""


def digest(db: sqlite3.Connection, source: str, finder: str) -> str | None:
    """Return the digest of a document that this version of the finder read; None of any other."""
    row = db.execute(
        "SELECT digest FROM documents WHERE source = ? AND finder = ?", (storable(source), finder)
    ).fetchone()
    return row[0] or None if row else None


def last_digest(db: sqlite3.Connection, source: str) -> str | None:
    """Return what `digest` does, whatever finder read the document; of a container, that of a document in it."""
    row = db.execute(
        "SELECT digest FROM documents WHERE source = ?1 OR (source > ?1 || '#' AND source < ?1 || '$') LIMIT 1",
        (storable(source),),
    ).fetchone()
    return row[0] or None if row else None


def read_from(db: sqlite3.Connection, digest: str) -> list[tuple[str, str]]:
    """Return path or URL and stored digest of the documents that were read from the bytes of this one.

    Of those that were there when the connection asked first: an index on digests would cost every store its room, so
    that one is made for the connection alone.
    """
    if not db.execute("SELECT 1 FROM sqlite_temp_schema WHERE name = 'read_from'").fetchone():
        db.execute(
            "CREATE TEMP TABLE read_from(digest TEXT, document INTEGER, PRIMARY KEY(digest, document)) WITHOUT ROWID"
        )
        db.execute(f"INSERT INTO read_from SELECT substr(digest, 1, {_SHOWN}), id FROM documents WHERE digest != ''")
    rows = db.execute(
        "SELECT d.source, d.digest FROM temp.read_from r JOIN documents d ON d.id = r.document"
        f" WHERE r.digest = ?1 AND substr(d.digest, 1, {_SHOWN}) = ?1 ORDER BY d.source",
        (digest[:_SHOWN],),
    )
    return [(text_from(source), shown) for source, shown in rows]


def move(db: sqlite3.Connection, old: str, new: str, inside: str) -> bool:
    """Let a document be the one of another path, inside a transaction; it keeps its key, and so do its quotes.

    Args:
        db: the store.
        old: path of the file that it was read from.
        new: path of the file that has it now.
        inside: what follows these in its source, where the file is a container of it.

    Returns whether it is there, and its new place free.
    """
    row = db.execute("SELECT id, key, asked_key FROM documents WHERE source = ?", (storable(old + inside),)).fetchone()
    if row is None or db.execute("SELECT 1 FROM documents WHERE source = ?", (storable(new + inside),)).fetchone():
        return False
    document, key, asked = row
    if (key if asked is None else asked) == storable(PurePath(old).name + inside):  # it is named by its file
        asked = storable(PurePath(new).name + inside)
    db.execute(
        "UPDATE documents SET source = ?, asked_key = ? WHERE id = ?",
        (storable(new + inside), None if asked == key else asked, document),
    )
    return True
