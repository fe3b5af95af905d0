"""Documents out of a store with all that it keeps of them, one after the other, in little memory."""

from __future__ import annotations

import sqlite3
import struct
import zlib
from collections.abc import Iterator, Sequence
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
from quotecli.store.codec import (
    NotWritten,
    date_from,
    kind_from,
    role_from,
    storable,
    text_from,
    text_or_none,
    unsigned,
)
from quotecli.store.documents import read_article
from quotecli.store.losses import Losses, look_for_losses, set_damage_apart
from quotecli.store.moving_by_hand import with_corrections
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
        self._losses: Losses | None = None
        self._is_apart = False

    def past_damage(self, losses: Losses) -> None:
        """Go on past documents that can't be read, from now on, and note in `losses` all that is damaged."""
        losses.take_over(look_for_losses(self._db))
        self._losses = losses

    def documents(self) -> Iterator[Chosen]:
        """Yield all documents with all their quotations; those without one come last."""
        seen: set[int] = set()
        try:
            for document in self._in_order():
                seen.add(document)
                yield from self._whole(document)
        except DamagedStore:
            if self._losses is None:
                raise
            for document in self._all_left(seen):  # the quotes' own order is damaged
                yield from self._whole(document)
        yield from self.without_quotes()

    def _in_order(self) -> Iterator[int]:
        """Yield the documents that have quotations, in the order of these."""
        after = 0
        while found := self._one(
            "SELECT q.id, q.document, d.first_quote + d.quotes FROM quotes q JOIN documents d ON d.id = q.document"
            " WHERE q.id >= ? ORDER BY q.id LIMIT 1",
            after,
        ):
            first, document, end = found
            yield document
            after = max(end, first + 1)

    def _all_left(self, seen: set[int]) -> list[int]:
        with files.plainly(self._path):
            rows = self._db.execute("SELECT id FROM documents WHERE quotes > 0 ORDER BY first_quote").fetchall()
        return [document for (document,) in rows if document not in seen]

    def without_quotes(self) -> Iterator[Chosen]:
        """Yield the documents that have no quotation."""
        after = 0
        while found := self._one("SELECT id FROM documents WHERE id > ? AND quotes = 0 ORDER BY id LIMIT 1", after):
            after = found[0]
            yield from self._whole(after)

    def within(self, scope: Scope, limit: int = 0, offset: int = 0) -> Iterator[Chosen]:
        """Yield the documents of the quotes that a scope lets through, at most `limit` of these unless it is 0."""
        where, values = overview.condition(scope)
        with files.plainly(self._path):
            rows = self._db.execute(
                f"SELECT q.document, q.id FROM quotes q WHERE {where} ORDER BY q.id LIMIT ? OFFSET ?",
                (*values, limit or -1, offset),
            )
            for document, found in groupby(rows, key=itemgetter(0)):
                yield from self._chosen(document, [row for _, row in found])

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
            yield from self._chosen(document, sorted(its))

    def document(self, source: str) -> Kept | None:
        """Return the document of this path or URL; None where the store has none."""
        found = self._one("SELECT id FROM documents WHERE source = ?", storable(source))
        return self._read(found[0])[0] if found else None

    def _one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        with files.plainly(self._path):
            found: tuple[Any, ...] | None = self._db.execute(sql, values).fetchone()
        return found

    def _whole(self, document: int) -> Iterator[Chosen]:
        for kept, rows in self._readable(document):
            yield Chosen(kept, range(len(rows)))

    def _chosen(self, document: int, wanted: Sequence[int]) -> Iterator[Chosen]:
        for kept, rows in self._readable(document):
            place = {row: at for at, row in enumerate(rows)}
            yield Chosen(kept, [place[row] for row in wanted if row in place])

    def _readable(self, document: int) -> Iterator[tuple[Kept, list[int]]]:
        """Yield a document and the rows of its quotes; nothing, but a note, where it is damaged and we go past that."""
        try:
            found = self._read_past_damage(document)
        except DamagedStore:
            if self._losses is None:
                raise
            self._losses.documents.append(self._source_of(document))
            return
        if self._losses is not None and self._losses.tables:
            self._losses.look_at(self._db, document)
        yield found

    def _read_past_damage(self, document: int) -> tuple[Kept, list[int]]:
        try:
            return self._read(document)
        except DamagedStore:
            if self._losses is None or self._is_apart:
                raise
            self._is_apart = True
            with files.plainly(self._path):
                if not set_damage_apart(self._db, self._losses):
                    raise
            return self._read(document)

    def _source_of(self, document: int) -> str:
        try:
            found = self._one("SELECT source FROM documents WHERE id = ?", document)
        except DamagedStore:
            found = None
        return text_from(found[0]) if found else f"number {document}"

    def _read(self, document: int) -> tuple[Kept, list[int]]:
        """Return a document and the rows of its quotes."""
        try:
            with files.plainly(self._path):
                kept, rows = read_kept(self._db, document)
                _hold(kept)
                return with_corrections(self._db, kept), rows
        except (zlib.error, struct.error, ValueError, LookupError, TypeError, AttributeError) as error:
            message = f"the store {self._path} is damaged: a document can't be read"
            raise DamagedStore(message, hint=files.DAMAGE_HINT) from error


def _hold(kept: Kept) -> None:
    """Raise NotWritten where a document's numbers are none, or lead out of it."""
    paragraphs, quotations = range(1, len(kept.article.paragraphs) + 1), range(len(kept.quotations))
    for one in kept.quotations:
        numbers = one.start, one.end, one.paragraph, one.part_of or 0
        if not all(isinstance(number, int) for number in numbers) or one.paragraph not in paragraphs:
            raise NotWritten("a quote stands nowhere in its document")
        if one.part_of is not None and one.part_of not in quotations:
            raise NotWritten("a quote is a piece of none of its document")
    if not isinstance(kept.article.media, str):
        raise NotWritten("a document is of no kind")


def read_kept(db: sqlite3.Connection, document: int) -> tuple[Kept, list[int]]:
    """Return a document as it stands in the store, corrected or not, and the rows of its quotes."""
    key, finder, first, quotes = db.execute(
        "SELECT key, finder, first_quote, quotes FROM documents WHERE id = ?", (document,)
    ).fetchone()
    found = db.execute(_QUOTES, (first, first + quotes)).fetchall()
    if len(found) != quotes:  # the words of those that are gone are gone from its text as well
        raise DamagedStore(f"the store is damaged: quotes of {text_from(key)} are gone", hint=files.DAMAGE_HINT)
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
    return Quotation(
        text=text,
        start=start,
        end=start + len(text_or_none(printed) or text),
        kind=kind_from(kind),
        role=role_from(role),
        paragraph=paragraph,
        speakers=speakers,
        said_as=text_or_none(said_as),
        cue=text_or_none(cue),
        confidence=confidence / 1000,
        part_of=None if part_of is None else part_of - first,
        said_on=date_from(day) if said else None,
        via=text_or_none(via),
    )
