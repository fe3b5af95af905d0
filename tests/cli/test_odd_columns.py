"""Values that another program put into the store's file: one clear sentence, no traceback, and the doctor tells."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from tests.cli.conftest import Inside

COLUMNS = {
    "quotes": tuple("document voice day said kind role confidence paragraph start part_of family".split()),
    "documents": ("published", "first_quote", "quotes"),
    "names": ("quotes", "person"),
    "voice_names": ("position",),
    "texts": ("layout",),
}
VALUES = {"text": "'noon'", "blob": "x'00ff'", "real": "1.5", "below zero": "-5", "endless": "9e999"}
COMMANDS = (
    ("search", "harbour"),
    ("search", "--json"),
    ("search", "--sort", "date"),
    ("by", "okafor"),
    ("show", "1", "--why"),
    ("speakers",),
    ("documents",),
    ("timeline",),
    ("cite", "--format", "bibtex"),
    ("variants", "harbour"),
    ("export",),
    ("check", "a.txt"),
)
SAID = "“We will mend the harbour,” said Ngozi Okafor.\n\n“The wall,” said Tom Brill, “is older than the harbour.”\n"


@pytest.fixture
def said(inside: Inside) -> Inside:
    for name in ("a.txt", "b.txt"):
        (inside.home / name).write_text(SAID, encoding="utf-8")
    assert inside("add", "a.txt", "b.txt", "--outlet", "The Tide", "--date", "2024-05-01").returncode == 0
    return inside


def damage(quotes: Inside, table: str, column: str, value: str) -> None:
    with closing(sqlite3.connect(quotes.store)) as db, db:
        db.execute("PRAGMA foreign_keys=OFF")
        if value == "NULL":
            db.execute("PRAGMA writable_schema=ON")
            db.execute("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '') WHERE name = ?", (table,))
    with closing(sqlite3.connect(quotes.store)) as db, db:
        of_one = "" if table == "voice_names" else f" WHERE rowid = (SELECT max(rowid) FROM {table})"
        db.execute(f"UPDATE {table} SET {column} = {value}{of_one}")


def told(quotes: Inside) -> None:
    """Ask everything of a damaged store: no command may end in what was not foreseen, and the doctor has to tell."""
    for command in COMMANDS:
        done = quotes(*command)
        assert "unforeseen" not in done.stderr, (command, done.stderr)
        assert "Traceback" not in done.stderr
    doctor = quotes("doctor")
    assert doctor.returncode == 1
    assert "nobody wrote" in doctor.stdout + doctor.stderr or "not there" in doctor.stdout + doctor.stderr


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("start", "'noon'"),
        ("confidence", "NULL"),
        ("paragraph", "x'00ff'"),
        ("confidence", "'much'"),
        ("start", "NULL"),
    ],
)
def test_a_row_with_a_value_of_a_wrong_type(said: Inside, column: str, value: str) -> None:
    damage(said, "quotes", column, value)
    told(said)
    done = said("search", "harbour", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "is damaged" in done.stderr
    assert f"1 quotes have a {column} of a type that nobody wrote" in done.stderr
    assert "doctor" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize(("table", "column"), [(table, one) for table, columns in COLUMNS.items() for one in columns])
def test_any_column_of_numbers(said: Inside, table: str, column: str, value: str) -> None:
    damage(said, table, column, value)
    for command in COMMANDS:
        assert "unforeseen" not in (done := said(*command)).stderr, (command, done.stderr)
    assert said("doctor").returncode == 1


def test_a_sound_store_is_not_blamed_for_an_error_of_its_user(said: Inside) -> None:
    from quotecli import Store

    with pytest.raises(KeyError), Store.open(said.store):
        raise KeyError("harbour")
