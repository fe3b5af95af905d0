"""A store of an earlier schema is brought up to date whole or not at all, and a copy of it kept."""

from __future__ import annotations

import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.store.making import document, make_old

from quotecli.core.errors import StoreError
from quotecli.store import Store, files
from quotecli.store.migrations import MIGRATIONS, Step
from quotecli.store.remaking import make_anew

VERSION = len(MIGRATIONS)
OPEN = "import sys\nfrom quotecli.store import Store\nStore.open(sys.argv[1]).close()"
STATEMENT = "We will rebuild the harbour museum before the winter, whatever the council decides."
INDEXED = ("words", "name_words", "spellings")


def filled(path: Path, documents: int = 0) -> Path:
    with Store.open(path) as store:
        store.write(*document("first", ("Ada Lovelace", STATEMENT), ("Xi Jinping", "Rents rose by 12% here.")))
        store.write(*document("second", ("Lovelace", STATEMENT[:58]), ("Zoë Ngāta", "The café’s £7 tea is “gone”.")))
        said = [
            [(f"Ada B{n} Sy", f"Statement {n} has {n * 7 + at} words of {at}.") for at in range(20)]
            for n in range(documents)
        ]
        list(store.write_many(document(f"d{number}", *some) for number, some in enumerate(said)))
    return path


def held(path: Path) -> dict[str, Any]:
    """Return what a store holds, whatever numbers its words have."""
    with Store.open(path) as store:
        assert store.check() == []
    with closing(sqlite3.connect(path)) as db:
        found: dict[str, Any] = {}
        for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            if not table.startswith(("sqlite", "terms", "counts", *INDEXED)):
                found[table] = sorted(map(repr, db.execute(f"SELECT * FROM {table}")))
        for index in INDEXED:
            db.execute(f"CREATE VIRTUAL TABLE temp.v_{index} USING fts5vocab(main, {index}, row)")
            found[index] = db.execute(f"SELECT term, doc FROM temp.v_{index}").fetchall()
        return found


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_store_of_each_earlier_schema_comes_up_to_date(tmp_path: Path, version: int) -> None:
    path = filled(tmp_path / "a.db")
    now = held(path)
    make_old(path, version)
    assert held(path) == now
    with Store.open(path) as store:
        assert [quote.family for quote in store.quotes(range(1, 5))] == [1, None, 1, None]
        assert store.index.counts(["harbour", "percent", "zebra"]) == {"harbour": 2, "percent": 1}
        assert [row.quotes for row in store.speakers()] == [2, 1, 1]
        store.write(*document("again", ("Ada Lovelace", STATEMENT)))
        assert store.quotes([5])[0].family == 1
        assert store.index.counts(["harbour"]) == {"harbour": 3}
    with closing(sqlite3.connect(tmp_path / f"a.v{version}.db")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (version,)
        assert copy.execute("SELECT count(*) FROM quotes").fetchone() == (4,)


def test_people_whom_an_earlier_version_took_for_one_are_two(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.write(*document("first", ("Albert Quillby", STATEMENT)))
        store.write(*document("second", ("Robert Quillby", "Rents rose by 12% here.")))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE names SET person = 1")
        db.execute("PRAGMA user_version=8")
    with Store.open(path) as store:
        assert [row.name for row in store.speakers()] == ["Albert Quillby", "Robert Quillby"]


@pytest.mark.slow
@pytest.mark.parametrize("version", [1, 7])
def test_killed_at_any_moment_it_is_old_or_up_to_date(tmp_path: Path, version: int) -> None:
    path = filled(tmp_path / "a.db", 300)
    now = held(path)
    make_old(path, version)
    began = time.monotonic()
    old = path.read_bytes()
    subprocess.run([sys.executable, "-c", OPEN, path], check=True)
    whole = time.monotonic() - began
    found = set()
    for share in range(1, 8):
        for left in tmp_path.iterdir():
            left.unlink()
        path.write_bytes(old)
        process = subprocess.Popen([sys.executable, "-c", OPEN, path])
        time.sleep(whole * share / 7)
        process.kill()
        process.wait()
        with closing(sqlite3.connect(path)) as db:
            found.add(db.execute("PRAGMA user_version").fetchone()[0])
        assert held(path) == now
        assert len(list(tmp_path.glob("*.v*"))) == 1
    assert found <= {version, VERSION}
    assert version in found


def test_two_processes_bring_one_store_up_to_date_once(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db", 30)
    now = held(path)
    make_old(path, 4)
    processes = [subprocess.Popen([sys.executable, "-c", OPEN, path]) for _ in range(3)]
    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0]
    assert held(path) == now
    assert [found.name for found in tmp_path.glob("*.v*")] == ["a.v4.db"]


def test_what_is_stale_is_made_anew_once_after_the_last_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "a.db")
    make_old(path, 1)
    done: list[frozenset[str]] = []

    def observed(db: sqlite3.Connection, stale: frozenset[str]) -> None:
        done.append(stale)
        make_anew(db, stale)

    monkeypatch.setattr("quotecli.store.remaking.make_anew", observed)
    Store.open(path).close()
    Store.open(path).close()
    Store.open(tmp_path / "new.db").close()
    assert done == [frozenset({"names", "words", "wordings"})]


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "a.db")
    notes = Step("notes", "CREATE TABLE notes(text);\n")
    before = held(path)
    monkeypatch.setattr(files, "MIGRATIONS", [*MIGRATIONS, notes, Step("broken", "INSERT INTO nowhere VALUES(1);\n")])
    for _ in range(2):
        with pytest.raises(StoreError):
            Store.open(path)
    monkeypatch.setattr(files, "MIGRATIONS", MIGRATIONS)
    assert held(path) == before
    monkeypatch.setattr(files, "MIGRATIONS", [*MIGRATIONS, notes])
    assert held(path) == before | {"notes": []}
    assert [found.name for found in tmp_path.glob("*.v*")] == [f"a.v{VERSION}.db"]


def test_each_store_that_stood_there_has_its_copy(tmp_path: Path) -> None:
    path = tmp_path / "a[1].db"
    part = tmp_path / "a[1].v7.db.4711.part"
    for name in ("first", "second", "second"):
        path.unlink(missing_ok=True)
        with Store.open(path) as store:
            store.write(*document(name, ("Ada", STATEMENT)))
        make_old(path, 7)
        path.chmod(0o600)
        part.write_text("what a killed process left")
        Store.open(path).close()
    assert sorted(found.name for found in tmp_path.glob("*.v*")) == ["a[1].v7-2.db", "a[1].v7.db"]
    assert {found.stat().st_mode & 0o777 for found in tmp_path.glob("*.v*")} == {0o600}


def test_what_a_killed_process_left_of_its_copy_is_cleared_away(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db", 3)
    make_old(path, 7)
    for left in ("a.v7.db.99.part", "a.v7.db.99.part-journal"):
        (tmp_path / left).write_bytes(b"half")
    Store.open(path).close()
    assert sorted(file.name for file in tmp_path.glob("*.v*")) == ["a.v7.db"]


@pytest.mark.parametrize("room", [66_000, 130_000])
def test_a_full_disk_leaves_the_store_as_it_was_and_nothing_beside_it(tmp_path: Path, room: int) -> None:
    path = filled(tmp_path / "a.db", 60)
    make_old(path, 7)
    before = path.read_bytes()

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [sys.executable, "-m", "quotecli", "--db", str(path), "stats"]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=little_room, check=False)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if "part" in file.name] == []
    assert len(held(path)["documents"]) == 62
