"""Tells what a store's file is, and whether it is sound."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

from quotecli.core.folding import fold
from quotecli.store.codec import NotWritten, text_from
from quotecli.store.files import beside, log_size
from quotecli.store.odd_values import odd_values
from quotecli.store.rows import Problem
from quotecli.store.sketches import of_quotes
from quotecli.store.terms import counted
from quotecli.store.words import MARK, index_words

__all__ = ["check", "info", "links"]


def info(db: sqlite3.Connection, path: Path) -> dict[str, Any]:
    """Return facts about the file; `readonly` says that it, or the folder that its log stands in, can't be written."""
    return {
        "path": str(path),
        "size": path.stat().st_size,
        "log_size": log_size(path),
        "version": db.execute("PRAGMA user_version").fetchone()[0],
        "application_id": db.execute("PRAGMA application_id").fetchone()[0],
        "page_size": db.execute("PRAGMA page_size").fetchone()[0],
        "sqlite": sqlite3.sqlite_version,
        "readonly": not all(os.access(place, os.W_OK) for place in (path, beside(path).parent)),
    }


def check(db: sqlite3.Connection, path: Path) -> list[Problem]:
    """Return what is wrong: the file's structure first, then its values; the rest is only asked of sound ones."""
    try:
        problems = _file(db) or list(odd_values(db))
        return problems or [*links(db), *_index(db), *_sketches(db), *_texts(db)]
    except sqlite3.DatabaseError as error:
        return [Problem("file", f"SQLite can't read {path}: {error}")]
    except NotWritten as error:
        return [Problem("values", f"{path} has values that nobody wrote: {error}")]


def _file(db: sqlite3.Connection) -> list[Problem]:
    found = [line for row in db.execute("PRAGMA integrity_check(20)") for line in row[0].splitlines()]
    return [Problem("file", line) for line in found if line != "ok" and not line.startswith("***")]


def links(db: sqlite3.Connection) -> list[Problem]:
    """Return which rows refer to rows that are not there, or are counted wrongly."""
    problems = [
        Problem("links", f"row {row} of {table} refers to a row of {parent} that is not there")
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check")
    ]
    orphans = {
        "quotes that are not in the rows of their document": (
            "SELECT count(*) FROM quotes q LEFT JOIN documents d ON d.id = q.document"
            " AND q.id >= d.first_quote AND q.id < d.first_quote + d.quotes WHERE d.id IS NULL"
        ),
        "quotes without a text": "SELECT count(*) FROM quotes WHERE document NOT IN (SELECT document FROM texts)",
        "documents whose count of quotes is wrong": (
            "SELECT count(*) FROM documents d LEFT JOIN"
            " (SELECT document, count(*) AS held FROM quotes GROUP BY document) c"
            " ON c.document = d.id WHERE d.quotes != coalesce(c.held, 0)"
        ),
        "names whose count of quotes is wrong": (
            "SELECT count(*) FROM names n LEFT JOIN (SELECT w.name AS name, count(*) AS said FROM quotes q"
            " JOIN voice_names w ON w.voice = q.voice GROUP BY w.name) c ON c.name = n.id"
            " WHERE n.quotes != coalesce(c.said, 0)"
        ),
        "families that are not called by their oldest quote, or have no other": (
            "SELECT count(*) FROM (SELECT family FROM quotes WHERE family IS NOT NULL"
            " GROUP BY family HAVING min(id) != family OR count(*) < 2)"
        ),
        "pieces of statements whose first piece is gone": (
            "SELECT count(*) FROM quotes WHERE part_of IS NOT NULL AND part_of NOT IN (SELECT id FROM quotes)"
        ),
        "printed words of quotes that are gone": (
            "SELECT count(*) FROM printed WHERE quote NOT IN (SELECT id FROM quotes)"
        ),
    }
    for what, sql in orphans.items():
        number = db.execute(sql).fetchone()[0]
        if number:
            problems.append(Problem("links", f"{number} {what}"))
    return problems


def _index(db: sqlite3.Connection) -> list[Problem]:
    """Hold the full-text index and the table of words against the texts: each word in as many quotes as it should."""
    texts: Counter[str] = Counter()
    for (text,) in db.execute("SELECT text FROM quotes"):
        texts.update(set(index_words(fold(text_from(text)))))
    problems = []
    only_reading = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA query_only=OFF")
    try:
        db.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)")
        try:
            index = {row[0]: row[1] for row in db.execute("SELECT term, doc FROM temp.vocabulary")}
        finally:
            db.execute("DROP TABLE temp.vocabulary")
    finally:
        db.execute(f"PRAGMA query_only={only_reading}")
    facts = sum(count for term, count in index.items() if term.startswith(f"{MARK}y"))
    dated = db.execute("SELECT count(*) FROM quotes WHERE day IS NOT NULL").fetchone()[0]
    if facts != dated:
        problems.append(Problem("index", f"{abs(facts - dated)} quotes are filed under a wrong date"))
    words = {term: count for term, count in index.items() if not term.startswith(MARK)}
    wrong = [word for word in words.keys() | texts.keys() if words.get(word, 0) != texts.get(word, 0)]
    if wrong:
        problems.append(Problem("index", f"the full-text index is wrong for {len(wrong)} words, such as {wrong[0]!r}"))
    table = dict(counted(db, db.execute("SELECT term, id FROM terms")))
    wrong = [word for word in table.keys() | texts.keys() if table.get(word, 0) != texts.get(word, 0)]
    if wrong:
        problems.append(Problem("index", f"the table of words is wrong for {len(wrong)} words, such as {wrong[0]!r}"))
    return problems


def _sketches(db: sqlite3.Connection) -> list[Problem]:
    """Hold what the quotes' wordings are filed under against their texts; the sum tells whether any two differ."""
    number = total = 0
    for sketches in of_quotes(db):
        own = set(sketches.filed)
        number += len(own)
        total += sum(own)
    for (sketch,) in db.execute("SELECT id FROM sketches"):
        number -= 1
        total -= sketch
    return [Problem("index", "the wordings of quotes are filed wrongly")] if number or total else []


def _texts(db: sqlite3.Connection) -> list[Problem]:
    """Put every document's text together and find each quote in it."""
    from quotecli.store.documents import read_article

    problems = []
    for document, source in db.execute("SELECT id, source FROM documents").fetchall():
        try:
            article = read_article(db, document)
            text, paragraphs = article.text, len(article.paragraphs)
        except Exception as error:  # noqa: BLE001 (whatever a broken blob brings up is the finding)
            problems.append(Problem("texts", f"{source} can't be read: {error}"))
            continue
        rows = db.execute(
            "SELECT q.start, coalesce(p.text, q.text), q.paragraph FROM documents d JOIN quotes q"
            " ON q.id >= d.first_quote AND q.id < d.first_quote + d.quotes"
            " LEFT JOIN printed p ON p.quote = q.id WHERE d.id = ?",
            (document,),
        )
        lost = sum(
            not (text.startswith(text_from(words), start) and 0 < paragraph <= paragraphs)
            for start, words, paragraph in rows
        )
        if lost:
            problems.append(Problem("texts", f"{lost} quotes of {source} are not in its text"))
    return problems
