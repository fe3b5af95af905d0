"""Writes documents: each whole or not at all, several in one transaction where speed asks for it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import PurePath

from quotecli.core.folding import fold
from quotecli.core.types import Article, Quotation
from quotecli.store import families, people
from quotecli.store.bulk import insert, insert_columns, sought
from quotecli.store.codec import (
    Stored,
    date_code,
    pack_evidence,
    pack_layout,
    storable,
    text_from,
    unpack_layout,
    without_holes,
)
from quotecli.store.columns import (
    COLUMNS,
    DAY,
    FAMILY,
    ID,
    KIND,
    NUMBER,
    PART_OF,
    TEXT,
    VOICE,
    Columns,
    Placed,
    Row,
    columns,
)
from quotecli.store.correcting import FACTS, Corrected, correct
from quotecli.store.corrections import corrected_keys, follow, keep_found, standing
from quotecli.store.document_facts import DOCUMENT_COLUMNS, DocumentFacts, document_facts
from quotecli.store.facts import index_line
from quotecli.store.portable import plain
from quotecli.store.regrouping import regroup
from quotecli.store.rivals import Rival, rivals
from quotecli.store.rows import WriteResult
from quotecli.store.shared import Numbers
from quotecli.store.sketches import Sketches
from quotecli.store.words import index_words

__all__ = ["Batch"]

_PREPARED_AT_ONCE = 1_000
"""Quotes that are prepared column by column; more would leave the processor's cache between two steps."""
_WRITTEN_AT_ONCE = 8
"""Times that many quotes are prepared before they are written; more would take memory."""


class Batch:
    """Documents on their way into the store, inside one transaction that the caller opens and ends.

    `add` and `remove` take documents one by one; `finish` writes what is collected and brings the indexes and the links
    between names up to date, `group` the families.
    """

    def __init__(self, db: sqlite3.Connection, numbers: Numbers) -> None:
        """Take the connection, in a transaction, and the numbers of what quotes share."""
        self._db = db
        self._numbers = numbers
        numbers.trim()
        self._start()
        self._likes: dict[int, list[int]] = {}
        self._touched: set[int] = set()
        self._moved: set[int] = set()
        self._stored: dict[Stored, DocumentFacts | None] = {}
        self._owners: dict[Stored, Stored | None] = {}
        self._corrected = corrected_keys(db)
        self._next_document = self._next("documents")
        self._next_quote = self._next("quotes")

    def _start(self) -> None:
        """Begin collecting."""
        self._documents: list[Row] = []
        self._texts: list[Row] = []
        self._waiting: list[Placed] = []
        self._waiting_quotes = 0
        self._prepared: list[Columns] = []
        self._counts: Counter[str] = Counter()
        self._voices: Counter[int] = Counter()
        self._sketches = Sketches()
        self._rivals: list[Rival] = []
        self._printed: list[Row] = []
        self._sources: set[Stored] = set()
        self._keys: set[Stored] = set()

    def _next(self, table: str) -> int:
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return 1 + (row[0] if row else 0)

    def expect(self, articles: Sequence[Article]) -> None:
        """Look up at once what the store has of documents that will be added."""
        sources = [storable(article.source or article.key) for article in articles]
        keys = [storable(article.key or article.source) for article in articles]
        self._stored = dict.fromkeys(sources)
        self._owners = dict.fromkeys(keys)
        stored = map(
            DocumentFacts._make,
            sought(self._db, f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE source IN ({{}})", sources),
        )
        self._stored.update((document.source, document) for document in stored)
        self._owners.update(sought(self._db, "SELECT key, source FROM documents WHERE key IN ({})", keys))

    def add(
        self,
        article: Article,
        quotations: Sequence[Quotation],
        finder: str,
        kept_key: str | None = None,
        partial: bool = False,
    ) -> WriteResult:
        """Take one document and its quotations; return what that changes.

        Args:
            article: the document.
            quotations: what was found in it.
            finder: version of the finder.
            kept_key: the key that another store gave it, for its ids; taken where it is free.
            partial: these are some of its quotations only, and never take the place of more.

        Raises:
            ValueError: a quotation is not the words of the text at its offsets.
        """
        _check(article.text, quotations)
        source = storable(article.source or article.key)
        if source in self._sources:
            self.finish()
        old = self._old(source)
        key, asked = self._key(article, source, old, kept_key)
        ids: Sequence[int] | None = None
        printed: Sequence[str | None] = ()
        waiting = 0
        if not self._corrected.isdisjoint((key, old.key if old else key)):
            article, quotations, ids, printed, waiting = self._with_corrections(article, quotations, key, old)
        number = old.id if old else self._next_document
        outlet = self._numbers.outlet(article.outlet) if article.outlet else None
        placed = Placed(quotations, number, text_from(key), outlet, date_code(article.published), self._next_quote, ids)
        document = document_facts(article, placed, (source, key, asked), finder)
        layout = (number, _layout(article, quotations), pack_evidence(article.evidence))
        if old:
            result = self._part(old, placed) if partial else self._replace(old, document, layout, placed)
            if result.status in {"unchanged", "refused"}:
                return result
        else:
            result = WriteResult("added", len(quotations), len(quotations), 0, 0)
            self._next_document += 1
            self._documents.append(document)
            self._texts.append(layout)
        self._sources.add(source)
        self._keys.add(key)
        self._rivals += rivals(article.text, number, quotations)
        self._take(placed, printed)
        return result._replace(waiting=waiting)

    def rewrite(self, document: int, article: Article, quotations: Sequence[Quotation], finder: str) -> None:
        """Write a document of the store anew from what was found in it, as its corrections changed."""
        self._corrected.add(self._db.execute("SELECT key FROM documents WHERE id = ?", (document,)).fetchone()[0])
        self.finish()  # what is looked up has to be there
        self.add(article, quotations, finder)

    def _with_corrections(
        self, article: Article, quotations: Sequence[Quotation], key: Stored, old: DocumentFacts | None
    ) -> Corrected:
        """Keep what was found of a document, and return the document as it was corrected by hand."""
        name = text_from(key)
        follow(self._db, text_from(old.key) if old else name, name, quotations)
        self._corrected.add(key)
        keep_found(self._db, name, {fact: plain(getattr(article, fact)) for fact in FACTS}, quotations)
        return correct(article, name, quotations, standing(self._db, name))

    def _old(self, source: Stored) -> DocumentFacts | None:
        """Return the document that the store has from this source."""
        return self._stored[source] if source in self._stored else self._read("source", source)

    def _read(self, column: str, value: Stored | int) -> DocumentFacts | None:
        row = self._db.execute(f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE {column} = ?", (value,)).fetchone()
        return DocumentFacts._make(row) if row else None

    def _key(
        self, article: Article, source: Stored, old: DocumentFacts | None, kept_key: str | None
    ) -> tuple[Stored, Stored | None]:
        """Return the document's key, and what it asked for when another document has that: folders are put before."""
        asked = storable(article.key or article.source)
        if old and asked == (old.key if old.asked_key is None else old.asked_key):
            return old.key, old.asked_key
        if kept_key is not None and self._free(kept := storable(kept_key), source):
            return kept, None if kept == asked else asked
        if self._free(asked, source):
            return asked, None
        name = text_from(asked)
        for folder in reversed(PurePath(text_from(source)).parts[:-1]):
            name = f"{folder}/{name}"
            if self._free(storable(name), source):
                return storable(name), asked
        extra = 2
        while not self._free(storable(f"{name}#{extra}"), source):
            extra += 1
        return storable(f"{name}#{extra}"), asked

    def _free(self, key: Stored, source: Stored) -> bool:
        if key in self._keys:
            return False
        if key in self._owners:
            return self._owners[key] in {None, source}
        row = self._db.execute("SELECT source FROM documents WHERE key = ?", (key,)).fetchone()
        return row is None or row[0] == source

    def _take(self, placed: Placed, printed: Sequence[str | None]) -> None:
        """Take a document's quotes, and what it prints for their words; they are prepared when there are enough."""
        self._printed += [(placed.first + at, storable(words)) for at, words in enumerate(printed) if words is not None]
        self._waiting.append(placed)
        self._next_quote += len(placed.quotations)
        self._waiting_quotes += len(placed.quotations)
        if self._waiting_quotes >= _PREPARED_AT_ONCE:
            self._prepare()

    def _prepare(self) -> None:
        """Prepare what is stored of the quotes that wait."""
        ready = columns(self._waiting, self._numbers)
        self._waiting, self._waiting_quotes = [], 0
        self._prepared.append(ready)
        self._voices.update([voice for voice in ready.voices if voice is not None])
        if len(self._prepared) >= _WRITTEN_AT_ONCE:
            self._insert()

    def _replace(self, old: DocumentFacts, document: DocumentFacts, layout: Row, placed: Placed) -> WriteResult:
        """Clear the place of a document for its newer self; nothing is done when the two are the same."""
        before = self._quotes_of(old)
        rows = list(columns([placed], self._numbers).rows())
        stored = self._db.execute(
            "SELECT document, layout, evidence FROM texts WHERE document = ?", (old.id,)
        ).fetchone()
        same_facts = old._replace(first_quote=document.first_quote) == document
        same_text = stored[::2] == layout[::2] and unpack_layout(stored[1]) == unpack_layout(layout[1])
        if same_facts and same_text and _comparable(before) == _comparable(rows):
            return WriteResult("unchanged", len(rows), 0, 0, len(rows))
        self._drop(before, old.outlet)
        assignments = ", ".join(f"{column} = ?" for column in DocumentFacts._fields[1:])
        self._db.execute(f"UPDATE documents SET {assignments} WHERE id = ?", (*document[1:], old.id))
        self._db.execute("REPLACE INTO texts(document, layout, evidence) VALUES(?, ?, ?)", layout)
        self._db.execute("DELETE FROM rivals WHERE document = ?", (old.id,))
        self._owners.pop(old.key, None)  # its key may be free now
        stayed = len({row[NUMBER] for row in before} & {row[NUMBER] for row in rows})
        return WriteResult("updated", len(rows), len(rows) - stayed, len(before) - stayed, stayed)

    def _part(self, old: DocumentFacts, placed: Placed) -> WriteResult:
        """Tell whether the document that is there has all of these quotes; it stays as it is."""
        before = {row[NUMBER] for row in self._quotes_of(old)}
        new = [row for row in columns([placed], self._numbers).rows() if row[NUMBER] not in before]
        return WriteResult("refused" if new else "unchanged", len(before), 0, 0, len(before))

    def _quotes_of(self, document: DocumentFacts) -> list[Row]:
        return self._db.execute(
            f"SELECT {COLUMNS} FROM quotes WHERE id BETWEEN ? AND ? ORDER BY id",
            (document.first_quote, document.first_quote + document.quotes - 1),
        ).fetchall()

    def remove(self, document: int) -> int:
        """Take a document out with all that hangs on it; return how many quotes it had."""
        self.finish()
        old = self._read("id", document)
        assert old is not None
        before = self._quotes_of(old)
        self._drop(before, old.outlet)
        for table, column in (("texts", "document"), ("rivals", "document"), ("documents", "id")):
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (document,))
        return len(before)

    def corrects(self, key: str) -> None:
        """Learn that the document of this key has corrections."""
        self._corrected.add(storable(key))

    def names(self, *names: str) -> list[int]:
        """Return the numbers of these names, whether a quote has them or not."""
        return [self._numbers.name(name) for name in names]

    def _drop(self, rows: list[Row], outlet: int | None) -> None:
        """Take quotes out of the table and of all indexes."""
        words = []
        for row in rows:
            text = text_from(row[TEXT])
            line = index_line(text, row[NUMBER], row[VOICE], outlet, row[DAY], row[KIND])
            self._db.execute("INSERT INTO words(words, rowid, line) VALUES('delete', ?, ?)", (row[ID], line))
            words.append(" ".join(index_words(fold(text))))
            if row[VOICE] is not None:
                self._voices[row[VOICE]] -= 1
        for table, column in (("quotes", "id"), ("printed", "quote")):
            self._db.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(row[ID],) for row in rows])
        gone = Sketches()
        self._counts.subtract(chain.from_iterable(gone.take([row[ID] for row in rows], words)))
        self._moved |= gone.forget(self._db)
        self._touched.update([row[FAMILY] for row in rows if row[FAMILY] is not None])

    def _insert(self) -> None:
        """Write the rows that are collected, count the words of their quotes and sketch their wordings.

        Each step is done for all of them before the next, so that what it files in stays in the processor's cache.
        """
        db, prepared = self._db, self._prepared
        insert(db, f"INSERT OR FAIL INTO documents({DOCUMENT_COLUMNS})", self._documents)
        insert(db, "INSERT OR FAIL INTO texts(document, layout, evidence)", self._texts)
        insert(db, "INSERT OR FAIL INTO printed(quote, text)", self._printed)
        for part in prepared:
            insert_columns(db, "INSERT OR FAIL INTO quotes", part.filled())
        for part in prepared:
            self._counts.update(chain.from_iterable(self._sketches.take(part.numbers, part.words)))
        db.executemany(
            "INSERT INTO words(rowid, line) VALUES(?, ?)",
            chain.from_iterable([zip(part.numbers, part.lines, strict=True) for part in prepared]),
        )
        self._documents, self._texts, self._printed, self._prepared = [], [], [], []

    def finish(self) -> None:
        """Write what is collected and bring the indexes and the persons up to date."""
        self._prepare()
        self._insert()
        self._numbers.terms.change(self._db, self._counts)
        self._counts.clear()  # what follows takes as much memory
        changes: Counter[int] = Counter()
        for names, change in zip(self._numbers.names(self._voices), self._voices.values(), strict=True):
            for name in names:
                changes[name] += change
        people.update(self._db, changes, self._rivals)
        self._likes |= self._sketches.file(self._db, self._numbers.filed)
        self._start()
        self._stored, self._owners = {}, {}  # what was looked up may have changed

    def group(self) -> None:
        """Bring the families up to date, once, when all is written: each quote that goes asks for its whole family."""
        done = regroup(self._db, self._touched, self._moved) if self._touched or self._moved else ()
        families.link(self._db, {row: likes for row, likes in self._likes.items() if row not in done})


def _check(text: str, quotations: Sequence[Quotation]) -> None:
    """Raise ValueError where a quotation is not the words of the text at its offsets."""
    for quotation in quotations:
        if text[quotation.start : quotation.end] != quotation.text:
            raise ValueError(f"quotation at {quotation.start} is not the text's words")


def _layout(article: Article, quotations: Sequence[Quotation]) -> bytes:
    """Return a document's paragraphs and what is left of its text without its quotations."""
    starts = [quotation.start for quotation in quotations]
    rest = without_holes(article.text, starts, [quotation.end for quotation in quotations])
    return pack_layout(len(article.text), rest, article.paragraphs)


def _comparable(rows: list[Row]) -> list[Row]:
    """Return rows without what depends on where they stand in the table."""
    first = rows[0][ID] if rows else 0
    return [(*row[2:PART_OF], None if row[PART_OF] is None else row[PART_OF] - first, row[TEXT]) for row in rows]
