"""Small documents for the tests of store and search."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from quotecli.core.dates import PartialDate
from quotecli.core.types import Article, Kind, Paragraph, Quotation, Role
from quotecli.store.terms import counted


def document(
    name: str,
    *said: tuple[str | tuple[str, ...] | None, str],
    outlet: str | None = "The Daily Lantern",
    date: str | None = "2020-10-02",
    folder: str = "/press",
    also: str = "",
    kind: Kind = Kind.DIRECT,
    said_on: str | None = None,
) -> tuple[Article, list[Quotation]]:
    """Return a document in which each speaker says the words beside the name, a paragraph each."""
    text = also
    quotations = []
    paragraphs = [Paragraph(0, len(also), Role.BODY)] if also else []
    for speakers, words in said:
        people = (speakers,) if isinstance(speakers, str) else speakers or ()
        if text:
            text += "\n\n"
        start = len(text) + 1
        begin = len(text)
        text += f"“{words}” {' and '.join(people) or 'somebody'} said."
        paragraphs.append(Paragraph(begin, len(text)))
        quotations.append(
            Quotation(
                text=words,
                start=start,
                end=start + len(words),
                kind=kind,
                role=Role.BODY,
                paragraph=len(paragraphs),
                speakers=people,
                said_as=people[0][:3] if people else None,
                cue="said",
                confidence=0.9,
                said_on=PartialDate.parse(said_on) if said_on else None,
            )
        )
    article = Article(
        text=text,
        paragraphs=tuple(paragraphs),
        source=f"{folder}/{name}.txt",
        key=f"{name}.txt",
        title=f"About {name}",
        authors=("Ada Scribe",),
        published=PartialDate.parse(date) if date else None,
        outlet=outlet,
        digest=f"digest of {text}",
    )
    return article, quotations


_OF_CORRECTIONS = ("removed", "same_person", "corrections", "found", "printed")


def make_old(path: Path, version: int) -> None:
    """Turn a store into what an earlier version of the schema left, all wrong that a later one makes anew."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"PRAGMA user_version={version}")
        db.execute("DELETE FROM sketches")
        db.execute("INSERT INTO sketches VALUES(17)")
        db.execute("UPDATE quotes SET family = 2")
        if version < 9:
            db.execute("UPDATE names SET person = 1")
        if version < 6:
            for table in _OF_CORRECTIONS:
                db.execute(f"DROP TABLE {table}")
        if version < 5:
            db.execute("INSERT INTO words(words) VALUES('delete-all')")
            db.execute("INSERT INTO words(rowid, line) VALUES(1, 'zebra')")
            db.execute("INSERT INTO name_words(name_words) VALUES('delete-all')")
            db.execute("DELETE FROM name_blocks WHERE name > 1")
            db.execute("UPDATE names SET person = 1")
        if version < 3:
            counts = [(quotes, word) for word, quotes in counted(db, db.execute("SELECT term, id FROM terms"))]
            db.execute("ALTER TABLE terms ADD COLUMN quotes INTEGER NOT NULL DEFAULT 0")
            db.executemany("UPDATE terms SET quotes = ? WHERE term = ?", counts)
            db.execute("DROP TABLE counts")
        elif version < 5:
            db.execute("UPDATE counts SET quotes = zeroblob(2048)")
        if version == 1:
            db.execute("DROP TABLE sketches")
            db.execute("CREATE TABLE sketches(sketch INTEGER, quote INTEGER, PRIMARY KEY(sketch, quote)) WITHOUT ROWID")
            db.execute("INSERT INTO sketches VALUES(17, 1)")
