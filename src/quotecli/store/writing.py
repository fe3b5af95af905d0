"""Writes documents: each whole or not at all, several in one transaction where speed asks for it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import PurePath
from typing import Any

from quotecli.core.folding import fold
from quotecli.core.ids import quote_number
from quotecli.core.types import Article, Quotation
from quotecli.store import families, people
from quotecli.store.codec import (
    KINDS,
    ROLES,
    date_code,
    date_from,
    join_list,
    pack_evidence,
    pack_layout,
    signed,
    storable,
    text_from,
    without_holes,
)
from quotecli.store.rows import WriteResult
from quotecli.store.words import FACT, cut, grams, index_words

__all__ = ["Batch", "index_line"]

Row = tuple[Any, ...]

_DOCUMENT_COLUMNS = (
    "source, key, asked_key, digest, finder, outlet, published, title, authors, url, language, section, media,"
    " published_at, updated, archive_url, archived, accessed, quotes"
)
_QUOTE_COLUMNS = (
    "id, document, number, voice, day, said, kind, role, confidence, paragraph, start, said_as, cue, via, part_of,"
    " family, text"
)
_INSERT_QUOTE = f"INSERT INTO quotes({_QUOTE_COLUMNS}) VALUES({','.join('?' * 17)})"
_FORGET_WORDS = "INSERT INTO words(words, rowid, line) VALUES('delete', ?, ?)"
_ID, _DOCUMENT, _NUMBER, _VOICE, _DAY, _KIND, _FAMILY, _TEXT = 0, 1, 2, 3, 4, 6, 15, 16


def facts(voice: int | None, outlet: int | None, day: int | None, kind: int) -> str:
    """Return the words of the index that a quote can be filtered by."""
    found = f" {FACT}k{kind}" if kind else ""
    if voice is not None:
        found += f" {FACT}v{voice}"
    if outlet is not None:
        found += f" {FACT}o{outlet}"
    if day is not None:
        found += date_facts(day)
    return found


def date_facts(day: int) -> str:
    """Return the words for a date's year and month; month 00 stands for a year alone."""
    date = date_from(day)
    assert date is not None
    return f" {FACT}y{date.year} {FACT}m{date.year}{date.month or 0:02}"


def index_line(text: str, voice: int | None, outlet: int | None, day: int | None, kind: int) -> str:
    """Return the line that the index holds for a quote; taking a quote out of the index needs the very same line."""
    return " ".join(index_words(fold(text))) + facts(voice, outlet, day, kind)


class Batch:
    """Documents on their way into the store, inside one transaction that the caller opens and ends.

    `add` takes documents one by one; `finish` writes what is collected and brings the indexes, the links between
    names and the families up to date. Numbers of voices, phrases and outlets are remembered in `memory`, which the
    caller empties when the transaction is undone.
    """

    def __init__(self, db: sqlite3.Connection, memory: dict[tuple[str, Any], int]) -> None:
        """Take the connection, in a transaction, and the memory."""
        self._db = db
        self._memory = memory
        self._documents: list[Row] = []
        self._texts: list[Row] = []
        self._quotes: list[Row] = []
        self._lines: list[tuple[int, str]] = []
        self._words: list[Iterable[str]] = []
        self._lost_words: list[Iterable[str]] = []
        self._names: Counter[int] = Counter()
        self._blocks: set[str] = set()
        self._wordings: list[families.Wording] = []
        self._sources: set[str | bytes] = set()
        self._keys: set[str | bytes] = set()
        self._next_document = self._next("documents")
        self._next_quote = self._next("quotes")
        self._dates: dict[int, str] = {}

    def _next(self, table: str) -> int:
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return 1 + (row[0] if row else 0)

    # Documents -----------------------------------------------------------------------------------------------------

    def add(self, article: Article, quotations: Sequence[Quotation], finder: str) -> WriteResult:
        """Take one document and its quotations; return what that changes.

        Raises:
            ValueError: a quotation is not the words of the text at its offsets.
        """
        for quotation in quotations:
            if article.text[quotation.start : quotation.end] != quotation.text:
                raise ValueError(f"quotation at {quotation.start} is not the text's words")
        source = storable(article.source or article.key)
        if source in self._sources:
            self._insert()
        old = self._db.execute(f"SELECT id, {_DOCUMENT_COLUMNS} FROM documents WHERE source = ?", (source,)).fetchone()
        key, asked = self._key(article, source, old)
        number = old[0] if old else self._next_document
        outlet = self._number("outlets", "name", storable(article.outlet)) if article.outlet else None
        document = self._document_row(article, source, key, asked, finder, outlet, len(quotations))
        rest = without_holes(article.text, [(q.start, q.text) for q in quotations])
        layout = pack_layout(len(article.text), rest, article.paragraphs)
        evidence = pack_evidence(article.evidence)
        rows = self._quote_rows(article, quotations, number, text_from(key))
        if old:
            return self._replace(old, (number, *document), (number, layout, evidence), rows)
        self._next_document += 1
        self._sources.add(source)
        self._keys.add(key)
        self._documents.append((number, *document))
        self._texts.append((number, layout, evidence))
        self._take(rows, {}, outlet, article)
        return WriteResult("added", len(rows), len(rows), 0, 0)

    def _key(self, article: Article, source: str | bytes, old: Row | None) -> tuple[str | bytes, str | bytes | None]:
        """Return the document's key, and what it asked for when another document has that: folders are put before."""
        asked = storable(article.key or article.source)
        if old and asked == (old[2] if old[3] is None else old[3]):
            return old[2], old[3]
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

    def _free(self, key: str | bytes, source: str | bytes) -> bool:
        if key in self._keys:
            return False
        row = self._db.execute("SELECT source FROM documents WHERE key = ?", (key,)).fetchone()
        return row is None or row[0] == source

    def _document_row(
        self,
        article: Article,
        source: str | bytes,
        key: str | bytes,
        asked: str | bytes | None,
        finder: str,
        outlet: int | None,
        quotes: int,
    ) -> Row:
        def text(value: str | None) -> str | bytes | None:
            return None if value is None else storable(value)

        return (
            source,
            key,
            asked,
            article.digest,
            finder,
            outlet,
            date_code(article.published),
            text(article.title),
            join_list(article.authors),
            text(article.url),
            text(article.language),
            text(article.section),
            article.media,
            text(article.published_at),
            date_code(article.updated),
            text(article.archive_url),
            date_code(article.archived),
            date_code(article.accessed),
            quotes,
        )

    def _quote_rows(
        self, article: Article, quotations: Sequence[Quotation], document: int, key: str
    ) -> list[tuple[str, Row]]:
        """Return (folded text, row) of each quotation; ids and what refers to ids are filled in by `_take`."""
        seen: Counter[str] = Counter()
        published = date_code(article.published)
        rows = []
        for quotation in quotations:
            folded = fold(quotation.text)
            occurrence = seen[folded]
            seen[folded] += 1
            said = date_code(quotation.said_on)
            row = (
                None,
                document,
                signed(quote_number(key, folded, occurrence)),
                self._voice(quotation.speakers) if quotation.speakers else None,
                published if said is None else said,
                int(said is not None),
                KINDS.index(quotation.kind),
                ROLES.index(quotation.role),
                round(quotation.confidence * 1000),
                quotation.paragraph,
                quotation.start,
                self._phrase(quotation.said_as),
                self._phrase(quotation.cue),
                self._phrase(quotation.via),
                quotation.part_of,
                None,
                storable(quotation.text),
            )
            rows.append((folded, row))
        return rows

    def _replace(self, old: Row, document: Row, text: Row, rows: list[tuple[str, Row]]) -> WriteResult:
        """Put a document in the place of its older self; quotes whose words stayed keep their row and id."""
        number = old[0]
        before = self._db.execute(
            f"SELECT {_QUOTE_COLUMNS} FROM quotes WHERE document = ? ORDER BY id", (number,)
        ).fetchall()
        old_text = self._db.execute("SELECT document, layout, evidence FROM texts WHERE document = ?", (number,))
        places = {row[_ID]: place for place, row in enumerate(before)}
        plain_before = [(*row[1:14], places.get(row[14]), row[_TEXT]) for row in before]
        plain_after = [(*row[1:15], row[_TEXT]) for _, row in rows]
        if old == document and old_text.fetchone() == text and plain_before == plain_after:
            return WriteResult("unchanged", len(rows), 0, 0, len(rows))
        self._drop(before, old[6])
        assignments = ", ".join(f"{column.strip()} = ?" for column in _DOCUMENT_COLUMNS.split(","))
        self._db.execute(f"UPDATE documents SET {assignments} WHERE id = ?", (*document[1:], number))
        self._db.execute("REPLACE INTO texts(document, layout, evidence) VALUES(?, ?, ?)", text)
        self._db.execute("DELETE FROM rivals WHERE document = ?", (number,))
        reuse = {row[_NUMBER]: (row[_ID], row[_FAMILY]) for row in before}
        kept = sum(row[_NUMBER] in reuse for _, row in rows)
        self._take(rows, reuse, document[6], None)
        return WriteResult("updated", len(rows), len(rows) - kept, len(before) - kept, kept)

    def remove(self, document: int) -> int:
        """Take a document out with all that hangs on it; return how many quotes it had."""
        self._insert()
        outlet = self._db.execute("SELECT outlet FROM documents WHERE id = ?", (document,)).fetchone()[0]
        before = self._db.execute(f"SELECT {_QUOTE_COLUMNS} FROM quotes WHERE document = ?", (document,)).fetchall()
        self._drop(before, outlet)
        self._db.execute("DELETE FROM documents WHERE id = ?", (document,))
        return len(before)

    def _drop(self, rows: list[Row], outlet: int | None) -> None:
        """Take quotes out of the table and of all indexes."""
        for row in rows:
            text = text_from(row[_TEXT])
            line = index_line(text, row[_VOICE], outlet, row[_DAY], row[_KIND])
            self._db.execute(_FORGET_WORDS, (row[_ID], line))
            folded = fold(text)
            self._lost_words.append(set(index_words(folded)))
            self._db.executemany(
                "DELETE FROM sketches WHERE sketch = ? AND quote = ?",
                [(sketch, row[_ID]) for sketch in families.sketches(cut(folded))],
            )
            if row[_VOICE] is not None:
                self._count_names(row[_VOICE], -1)
        self._db.executemany("DELETE FROM quotes WHERE id = ?", [(row[_ID],) for row in rows])

    # Quotes ----------------------------------------------------------------------------------------------------------

    def _take(
        self,
        rows: list[tuple[str, Row]],
        reuse: dict[int, tuple[int, int | None]],
        outlet: int | None,
        article: Article | None,
    ) -> None:
        ids = []
        for _, row in rows:
            known = reuse.get(row[_NUMBER])
            ids.append(known[0] if known else self._next_quote)
            self._next_quote += not known
        for (folded, row), number in zip(rows, ids, strict=True):
            part_of = None if row[14] is None else ids[row[14]]
            family = reuse.get(row[_NUMBER], (0, None))[1]
            self._quotes.append((number, *row[1:14], part_of, family, row[_TEXT]))
            words = index_words(folded)
            voice, day = row[_VOICE], row[_DAY]
            line = " ".join(words) + (f" {FACT}k{row[_KIND]}" if row[_KIND] else "")
            if voice is not None:
                line += f" {FACT}v{voice}"
                self._count_names(voice, 1)
            if outlet is not None:
                line += f" {FACT}o{outlet}"
            if day is not None:
                line += self._dates.get(day) or self._dates.setdefault(day, date_facts(day))
            self._lines.append((number, line))
            self._words.append(set(words))
            self._wordings.append((number, folded, voice))

    def _count_names(self, voice: int, change: int) -> None:
        names = self._memory.get(("names", voice))
        if names is None:
            found = self._db.execute("SELECT name FROM voice_names WHERE voice = ? ORDER BY position", (voice,))
            names = self._memory["names", voice] = tuple(row[0] for row in found)  # type: ignore[assignment]
        for name in names:  # type: ignore[union-attr]
            self._names[name] += change

    # Tables of words that many rows share ----------------------------------------------------------------------------

    def _number(self, table: str, column: str, value: str | bytes) -> int:
        known = self._memory.get((table, value))
        if known is None:
            found = self._db.execute(f"SELECT id FROM {table} WHERE {column} = ?", (value,)).fetchone()
            if found:
                known = found[0]
            else:
                known = self._db.execute(f"INSERT INTO {table}({column}) VALUES(?)", (value,)).lastrowid
            assert known is not None
            self._memory[table, value] = known
        return known

    def _phrase(self, text: str | None) -> int | None:
        return None if text is None else self._number("phrases", "text", storable(text))

    def _voice(self, speakers: tuple[str, ...]) -> int:
        known = self._memory.get(("voices", speakers))
        if known is not None:
            return known
        names = tuple(dict.fromkeys(speakers))
        joined = join_list(names)
        found = self._db.execute("SELECT id FROM voices WHERE names = ?", (joined,)).fetchone()
        if found:
            voice: int = found[0]
        else:
            voice = self._db.execute("INSERT INTO voices(names) VALUES(?)", (joined,)).lastrowid or 0
            rows = [(self._name(name), voice, position) for position, name in enumerate(names)]
            self._db.executemany("INSERT OR IGNORE INTO voice_names(name, voice, position) VALUES(?, ?, ?)", rows)
        self._memory["voices", speakers] = voice
        return voice

    def _name(self, name: str) -> int:
        value = storable(name)
        found = self._db.execute("SELECT id FROM names WHERE name = ?", (value,)).fetchone()
        if found:
            return int(found[0])
        number = self._db.execute(
            "INSERT INTO names(name, block, quotes) VALUES(?, ?, 0)", (value, people.block(name))
        ).lastrowid
        assert number is not None
        words = cut(fold(name))
        line = " ".join(chain.from_iterable(grams(word) or [word] for word in words))
        self._db.execute("INSERT INTO name_words(rowid, grams) VALUES(?, ?)", (number, line))
        return number

    # Writing what was collected --------------------------------------------------------------------------------------

    def _insert(self) -> None:
        db = self._db
        places = ",".join("?" * (_DOCUMENT_COLUMNS.count(",") + 2))
        db.executemany(f"INSERT INTO documents(id, {_DOCUMENT_COLUMNS}) VALUES({places})", self._documents)
        db.executemany("INSERT INTO texts(document, layout, evidence) VALUES(?, ?, ?)", self._texts)
        db.executemany(_INSERT_QUOTE, self._quotes)
        db.executemany("INSERT INTO words(rowid, line) VALUES(?, ?)", self._lines)
        self._documents, self._texts, self._quotes, self._lines = [], [], [], []
        self._sources.clear()
        self._keys.clear()

    def finish(self) -> None:
        """Write what is collected and bring the indexes up to date."""
        self._insert()
        self._update_terms()
        db = self._db
        db.executemany(
            "UPDATE names SET quotes = quotes + ? WHERE id = ?",
            sorted((change, name) for name, change in self._names.items() if change),
        )
        people.relink(db, self._names)
        families.link(db, self._wordings)

    def _update_terms(self) -> None:
        db = self._db
        counts = Counter(chain.from_iterable(self._words))
        counts.subtract(Counter(chain.from_iterable(self._lost_words)))
        last = db.execute("SELECT coalesce(max(id), 0) FROM terms").fetchone()[0]
        db.executemany(
            "INSERT INTO terms(term, quotes) VALUES(?, ?)"
            " ON CONFLICT(term) DO UPDATE SET quotes = quotes + excluded.quotes",
            sorted((term, change) for term, change in counts.items() if change),
        )
        new = db.execute("SELECT id, term FROM terms WHERE id > ?", (last,)).fetchall()
        lines = [(number, " ".join(grams(term))) for number, term in new]
        db.executemany("INSERT INTO spellings(rowid, grams) VALUES(?, ?)", [line for line in lines if line[1]])
