"""Documents out of a store with all that it keeps of them, one after the other, in little memory."""

from __future__ import annotations

import sqlite3
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from quotecli.core.errors import DamagedStore
from quotecli.core.ids import format_id
from quotecli.core.kept import Chosen, Kept
from quotecli.core.types import Quotation
from quotecli.store import files, overview
from quotecli.store.bulk import marks, parts
from quotecli.store.codec import KINDS, ROLES, date_from, storable, text_from, unsigned
from quotecli.store.moving_by_hand import with_corrections
from quotecli.store.reading import read_article
from quotecli.store.scope import Scope

__all__ = ["Moving", "read_kept"]

_QUOTES = """
SELECT q.id, q.number, q.voice, q.day, q.said, q.kind, q.role, q.confidence, q.paragraph, q.start, s.text, c.text,
    v.text, q.part_of, q.text, p.text
FROM quotes q
LEFT JOIN phrases s ON s.id = q.said_as
LEFT JOIN phrases c ON c.id = q.cue
LEFT JOIN phrases v ON v.id = q.via
LEFT JOIN printed p ON p.quote = q.id
WHERE q.id >= ? AND q.id < ? ORDER BY q.id
"""
_NAMES = """
SELECT w.voice, n.name, p.name FROM voice_names w JOIN names n ON n.id = w.name JOIN names p ON p.id = n.person
WHERE w.voice IN ({}) ORDER BY w.voice, w.position
"""


class Moving:
    """Reads whole documents, in the order of their quotes, which is that in which a store lists them.

    A store that documents were written to in this order gives the same answers as this one.
    """

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        """Take the store's connection and path."""
        self._db = db
        self._path = path

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read the store as it is now, whatever others write until the block ends."""
        with files.plainly(self._path):
            self._db.execute("BEGIN")
        try:
            yield
        finally:
            with files.plainly(self._path):
                self._db.execute("ROLLBACK")

    def documents(self) -> Iterator[Chosen]:
        """Yield all documents with all their quotations; those without one come last."""
        after = 0
        while found := self._one(
            "SELECT q.id, q.document, d.first_quote + d.quotes FROM quotes q JOIN documents d ON d.id = q.document"
            " WHERE q.id >= ? ORDER BY q.id LIMIT 1",
            after,
        ):
            first, document, end = found
            yield self._whole(document)
            after = max(end, first + 1)
        yield from self.without_quotes()

    def without_quotes(self) -> Iterator[Chosen]:
        """Yield the documents that have no quotation."""
        after = 0
        while found := self._one("SELECT id FROM documents WHERE id > ? AND quotes = 0 ORDER BY id LIMIT 1", after):
            after = found[0]
            yield self._whole(after)

    def within(self, scope: Scope, limit: int = 0, offset: int = 0) -> Iterator[Chosen]:
        """Yield the documents of the quotes that a scope lets through, at most `limit` of these unless it is 0."""
        where, values = overview.condition(scope)
        with files.plainly(self._path):
            rows = self._db.execute(
                f"SELECT q.document, q.id FROM quotes q WHERE {where} ORDER BY q.id LIMIT ? OFFSET ?",
                (*values, limit or -1, offset),
            )
            for document, found in groupby(rows, key=itemgetter(0)):
                yield self._chosen(document, [row for _, row in found])

    def of_rows(self, rows: Sequence[int]) -> Iterator[Chosen]:
        """Yield the documents of the quotes of these rows, in the order in which the rows first name them."""
        chosen: dict[int, list[int]] = {}
        for part in parts(list(rows)):
            with files.plainly(self._path):
                found = self._db.execute(f"SELECT id, document FROM quotes WHERE id IN ({marks(part)})", part)
                documents = dict(found.fetchall())
            for row in part:
                chosen.setdefault(documents[row], []).append(row)
        for document, its in chosen.items():
            yield self._chosen(document, sorted(its))

    def document(self, source: str) -> Kept | None:
        """Return the document of this path or URL; None where the store has none."""
        found = self._one("SELECT id FROM documents WHERE source = ?", storable(source))
        return self._whole(found[0]).kept if found else None

    def _one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        with files.plainly(self._path):
            found: tuple[Any, ...] | None = self._db.execute(sql, values).fetchone()
        return found

    def _whole(self, document: int) -> Chosen:
        kept, rows = self._read(document)
        return Chosen(kept, range(len(rows)))

    def _chosen(self, document: int, wanted: Sequence[int]) -> Chosen:
        kept, rows = self._read(document)
        place = {row: at for at, row in enumerate(rows)}
        return Chosen(kept, [place[row] for row in wanted])

    def _read(self, document: int) -> tuple[Kept, list[int]]:
        """Return a document and the rows of its quotes."""
        try:
            with files.plainly(self._path):
                kept, rows = read_kept(self._db, document)
                return with_corrections(self._db, kept), rows
        except (zlib.error, struct.error, ValueError, LookupError, TypeError) as error:
            message = f"the store {self._path} is damaged: a document can't be read"
            raise DamagedStore(message, hint=files.DAMAGE_HINT) from error


def read_kept(db: sqlite3.Connection, document: int) -> tuple[Kept, list[int]]:
    """Return a document as it stands in the store, corrected or not, and the rows of its quotes."""
    key, finder, first, quotes = db.execute(
        "SELECT key, finder, first_quote, quotes FROM documents WHERE id = ?", (document,)
    ).fetchone()
    found = db.execute(_QUOTES, (first, first + quotes)).fetchall()
    own, shown = _names(db, [row[2] for row in found])
    kept = Kept(
        article=read_article(db, document),
        quotations=tuple(_quotation(row, own.get(row[2], ()), first) for row in found),
        ids=tuple(format_id(unsigned(row[1])) for row in found),
        key=text_from(key),
        finder=finder,
        shown=tuple(shown.get(row[2], ()) for row in found),
    )
    return kept, [row[0] for row in found]


def _names(
    db: sqlite3.Connection, voices: Sequence[int | None]
) -> tuple[dict[int | None, tuple[str, ...]], dict[int | None, tuple[str, ...]]]:
    """Return, for each voice, the names that its document has, and those that the store shows for them."""
    own: dict[int | None, tuple[str, ...]] = {}
    shown: dict[int | None, tuple[str, ...]] = {}
    for part in parts(sorted({voice for voice in voices if voice is not None})):
        for voice, names in groupby(db.execute(_NAMES.format(marks(part)), part), key=itemgetter(0)):
            pairs = [(text_from(name), text_from(person)) for _, name, person in names]
            own[voice] = tuple(name for name, _ in pairs)
            shown[voice] = tuple(dict.fromkeys(person for _, person in pairs))
    return own, shown


def _quotation(row: tuple[Any, ...], speakers: tuple[str, ...], first: int) -> Quotation:
    _, _, _, day, said, kind, role, confidence, paragraph, start, said_as, cue, via, part_of, words, printed = row
    text = text_from(words)

    def read(value: str | bytes | None) -> str | None:
        return None if value is None else text_from(value)

    return Quotation(
        text=text,
        start=start,
        end=start + len(read(printed) or text),
        kind=KINDS[kind],
        role=ROLES[role],
        paragraph=paragraph,
        speakers=speakers,
        said_as=read(said_as),
        cue=read(cue),
        confidence=confidence / 1000,
        part_of=None if part_of is None else part_of - first,
        said_on=date_from(day) if said else None,
        via=read(via),
    )
