"""The store's schema, as the steps that lead to it.

`PRAGMA user_version` is the number of the last step that a store has gone. Steps are only appended, and each is its own
SQL, which means the same for ever: a step runs no code that may be another one's tomorrow. Where the code reads texts
otherwise than it did, a step says what follows from the texts and is stale; all that is stale after the last step is
made anew once, by today's code (`remaking.py`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["APPLICATION_ID", "MIGRATIONS", "NAMES", "WORDINGS", "WORDS", "Step", "run"]

APPLICATION_ID = 0x71756F74
"""`PRAGMA application_id` of our files: "quot" in ASCII."""

NAMES = "names"
"""What names are found by, and which of them are one person's."""
WORDS = "words"
"""The full-text index, and the table of words with their counts and spellings."""
WORDINGS = "wordings"
"""Under which sketches quotes are filed, and which of them are one family."""


class Step(NamedTuple):
    """A step of the schema.

    Attributes:
        tells: what it is for.
        sql: its statements, each ended by a semicolon at a line's end.
        stale: what has to be made anew after it: of `NAMES`, `WORDS` and `WORDINGS`.
    """

    tells: str
    sql: str = ""
    stale: frozenset[str] = frozenset()


def run(db: sqlite3.Connection, steps: Sequence[Step]) -> frozenset[str]:
    """Go these steps, inside a transaction; return what is stale after them."""
    for step in steps:
        for statement in step.sql.split(";\n"):
            if statement.strip():
                db.execute(statement)
    return frozenset().union(*(step.stale for step in steps))


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

_SKETCHES_IN_ONE_NUMBER = """
DROP TABLE sketches;
CREATE TABLE sketches(
    id INTEGER PRIMARY KEY
);
"""

_COUNTS_IN_BLOCKS = """
CREATE TABLE counts(
    block INTEGER PRIMARY KEY,
    quotes BLOB NOT NULL
);
ALTER TABLE terms DROP COLUMN quotes;
INSERT INTO words(words, rank) VALUES('automerge', 8);
"""

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
# IF NOT EXISTS: versions of quotes whose step 5 linked names made these tables there.

MIGRATIONS: list[Step] = [
    Step("documents, their texts, outlets, names, quotes; indexes over words, spellings and wordings", _INITIAL),
    Step("a sketch and its row in one number: half as costly", _SKETCHES_IN_ONE_NUMBER, frozenset({WORDINGS})),
    Step("counts of words in blocks, and fewer merges: both cost less", _COUNTS_IN_BLOCKS, frozenset({WORDS})),
    Step("sketches of words that stand together: a piece of a statement meets it", stale=frozenset({WORDINGS})),
    Step('"%" is a word; names from other writings are filed by their sounds', stale=frozenset({WORDS, NAMES})),
    Step("corrections by hand, what was found of what is corrected, what was taken out", _CORRECTIONS),
    Step("quotes of frequent words meet by these", stale=frozenset({WORDINGS})),
    Step("opposites are no family, other spellings are", stale=frozenset({WORDINGS})),
    Step("whole given names with a short form alone in common are two people's", stale=frozenset({NAMES})),
    Step("a quote is filed under all that it is looked for by; families follow from rows", stale=frozenset({WORDINGS})),
]
"""All steps, oldest first."""
