"""The store's schema, as the steps that lead to it; each runs in one transaction with the record that it ran.

A step is a function `m<number>_<name>`; `PRAGMA user_version` is the number of the last one. Steps are only appended.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

__all__ = ["APPLICATION_ID", "MIGRATIONS"]

APPLICATION_ID = 0x71756F74
"""`PRAGMA application_id` of our files: "quot" in ASCII."""

# A store of a million quotes should cost what their texts cost and little more. So the quotes of a document stand in
# rows that follow each other (documents.first_quote), which needs no index and so no foreign key on quotes.document;
# and speaker, outlet, month and the id's beginning are filed as facts in the full-text index (store.facts), at two
# bytes each where a B-tree takes twelve. The doctor checks both.
# The indexes hold no text of their own (content=''), only row numbers (detail=none, columnsize=0): what they index is
# in the quotes and terms tables. Words are cut by us (store.words), so the plain ascii tokenizer just parts at spaces.
_INITIAL = """
CREATE TABLE outlets(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE documents(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL UNIQUE,
    asked_key TEXT,
    digest TEXT NOT NULL,
    finder TEXT NOT NULL,
    outlet INTEGER REFERENCES outlets(id),
    published INTEGER,
    first_quote INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    title TEXT,
    authors TEXT,
    url TEXT,
    language TEXT,
    section TEXT,
    media TEXT NOT NULL,
    published_at TEXT,
    updated INTEGER,
    archive_url TEXT,
    archived INTEGER,
    accessed INTEGER
);
CREATE INDEX documents_by_outlet ON documents(outlet, published);
CREATE INDEX documents_by_date ON documents(published);
CREATE TABLE texts(
    document INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    layout BLOB NOT NULL,
    evidence BLOB
);
CREATE TABLE names(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    quotes INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES names(id)
);
CREATE INDEX names_by_person ON names(person);
CREATE TABLE name_blocks(
    block TEXT NOT NULL,
    name INTEGER NOT NULL REFERENCES names(id),
    PRIMARY KEY(block, name)
) WITHOUT ROWID;
CREATE INDEX name_blocks_by_name ON name_blocks(name);
CREATE TABLE rivals(
    name INTEGER NOT NULL REFERENCES names(id) ON DELETE CASCADE,
    other TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    PRIMARY KEY(name, other, document)
) WITHOUT ROWID;
CREATE INDEX rivals_by_document ON rivals(document);
CREATE TABLE voices(
    id INTEGER PRIMARY KEY,
    names TEXT NOT NULL UNIQUE
);
CREATE TABLE voice_names(
    name INTEGER NOT NULL REFERENCES names(id),
    voice INTEGER NOT NULL REFERENCES voices(id),
    position INTEGER NOT NULL,
    PRIMARY KEY(name, voice)
) WITHOUT ROWID;
CREATE INDEX voice_names_by_voice ON voice_names(voice, position);
CREATE TABLE phrases(
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);
CREATE TABLE quotes(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL,
    number INTEGER NOT NULL,
    voice INTEGER REFERENCES voices(id),
    day INTEGER,
    said INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    role INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    start INTEGER NOT NULL,
    said_as INTEGER REFERENCES phrases(id),
    cue INTEGER REFERENCES phrases(id),
    via INTEGER REFERENCES phrases(id),
    part_of INTEGER,
    family INTEGER,
    text TEXT NOT NULL
);
CREATE INDEX quotes_by_day ON quotes(day) WHERE said;
CREATE INDEX quotes_by_family ON quotes(family) WHERE family IS NOT NULL;
CREATE TABLE sketches(
    sketch INTEGER NOT NULL,
    quote INTEGER NOT NULL,
    PRIMARY KEY(sketch, quote)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
    line, content='', detail=none, columnsize=0, tokenize='ascii'
);
CREATE TABLE terms(
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE,
    quotes INTEGER NOT NULL
);
CREATE VIRTUAL TABLE spellings USING fts5(
    grams, content='', detail=none, columnsize=0, tokenize='ascii'
);
CREATE VIRTUAL TABLE name_words USING fts5(
    grams, content='', detail=none, columnsize=0, tokenize='ascii'
);
INSERT INTO words(words, rank) VALUES('hashsize', 16777216);
"""


def m001_initial(db: sqlite3.Connection) -> None:
    """Documents, their texts, outlets, names, quotes, and the indexes over words, spellings and wordings."""
    for statement in _INITIAL.split(";\n"):
        if statement.strip():
            db.execute(statement)


_SKETCHES = """
DROP TABLE sketches;
CREATE TABLE sketches(
    id INTEGER PRIMARY KEY
);
"""


def m002_sketches(db: sqlite3.Connection) -> None:
    """Sketches each in one number with its row: half as costly to write and to look up. Step 8 fills the table."""
    for statement in _SKETCHES.split(";\n"):
        if statement.strip():
            db.execute(statement)


_COUNTS = """
CREATE TABLE counts(
    block INTEGER PRIMARY KEY,
    quotes BLOB NOT NULL
);
"""


def m003_blocks(db: sqlite3.Connection) -> None:
    """Counts of words in blocks, and fewer merges: both cost less to write."""
    from quotecli.store.terms import file_counts

    db.execute(_COUNTS)
    file_counts(db, db.execute("SELECT id, quotes FROM terms").fetchall())
    db.execute("ALTER TABLE terms DROP COLUMN quotes")
    db.execute("INSERT INTO words(words, rank) VALUES('automerge', 8)")  # merge less often: searches take no longer


def m004_pieces(db: sqlite3.Connection) -> None:
    """Sketches of words that stand together, so that a piece of a statement meets the whole. Step 8 files them."""
    db.execute("DELETE FROM sketches")


_CORRECTIONS = """
CREATE TABLE IF NOT EXISTS corrections(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL,
    made TEXT NOT NULL,
    action TEXT NOT NULL,
    key TEXT,
    number INTEGER,
    value TEXT NOT NULL,
    before TEXT NOT NULL,
    undone TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS corrections_by_key ON corrections(key) WHERE key IS NOT NULL;
CREATE INDEX IF NOT EXISTS corrections_by_step ON corrections(step);
CREATE TABLE IF NOT EXISTS found(
    key TEXT PRIMARY KEY,
    data BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS printed(
    quote INTEGER PRIMARY KEY,
    text TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS removed(
    correction INTEGER PRIMARY KEY REFERENCES corrections(id),
    data BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS same_person(
    correction INTEGER PRIMARY KEY REFERENCES corrections(id),
    name INTEGER NOT NULL REFERENCES names(id),
    shown INTEGER NOT NULL REFERENCES names(id)
);
CREATE INDEX IF NOT EXISTS same_person_by_name ON same_person(name);
"""


def m005_percents(db: sqlite3.Connection) -> None:
    """The sign for per cent is a word; names from other writings are filed by their sounds, Leo XIV under Leo."""
    from quotecli.store.people import file_anew
    from quotecli.store.recutting import recut

    m006_corrections(db)  # names are linked as today, which asks for links by hand
    recut(db, "%", lambda folded: folded.replace("%", " "))
    file_anew(db)


def m006_corrections(db: sqlite3.Connection) -> None:
    """Corrections by hand, what was found of what is corrected, and documents that were taken out."""
    for statement in _CORRECTIONS.split(";\n"):
        if statement.strip():
            db.execute(statement)


def m007_frequent_words(db: sqlite3.Connection) -> None:
    """Quotes of frequent words meet by these. Step 8 sketches all anew."""
    db.execute("DELETE FROM sketches")


def m008_opposites(db: sqlite3.Connection) -> None:
    """Opposites are no family, other spellings are: all quotes are sketched, and their families found, anew."""
    from quotecli.store.families import link
    from quotecli.store.sketches import of_quotes

    db.execute("DELETE FROM sketches")
    db.execute("UPDATE quotes SET family = NULL WHERE family IS NOT NULL")
    for sketches in of_quotes(db):
        link(db, sketches.file(db))


MIGRATIONS: list[Callable[[sqlite3.Connection], None]] = [
    m001_initial,
    m002_sketches,
    m003_blocks,
    m004_pieces,
    m005_percents,
    m006_corrections,
    m007_frequent_words,
    m008_opposites,
]
"""All steps, oldest first."""
