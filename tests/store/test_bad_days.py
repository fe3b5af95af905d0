"""Killed, crowded, locked, full, damaged, foreign: real processes and real files."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.store.making import document

from quotecli.core.errors import DamagedStore, LockedStore, NewerStore, NotAStore, StoreError, StoreFull
from quotecli.store import Store, files, migrations

ROOT = Path(__file__).resolve().parents[2]

FILL = """
import sys
from quotecli.store import Store
from tests.store.making import document
path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with Store.open(path) as store:
    for number in range(first, last):
        said = [("Ada Lovelace", f"Statement {number} of many {place} {number * place}.") for place in range(12)]
        store.write(*document(f"d{number}", *said))
        print(number, flush=True)
"""


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def contents(path: Path) -> list[tuple[str, str]]:
    with Store.open(path, create=False) as store:
        assert store.check() == []
        return sorted((quote.id, quote.text) for quote in store.quotes(range(1, 2000)))


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_lost_and_a_second_run_completes(tmp_path: Path) -> None:
    whole = run(FILL, tmp_path / "whole.db", 0, 60)
    whole.communicate(timeout=60)
    path = tmp_path / "quotes.db"
    for delay in (0.0, 0.005, 0.02, 0.05, 0.1):
        process = run(FILL, path, 0, 60)
        assert process.stdout
        reported = [int(process.stdout.readline())]
        time.sleep(delay)
        process.kill()
        rest, _ = process.communicate(timeout=20)
        reported += [int(line) for line in rest.split()]
        with Store.open(path) as store:
            assert store.check() == []
            sources = set(store.sources())
            assert {f"/press/d{number}.txt" for number in reported} <= sources
            assert store.stats()["quotes"] == 12 * len(sources)
    run(FILL, path, 0, 60).communicate(timeout=60)
    assert contents(path) == contents(tmp_path / "whole.db")


def test_killed_while_it_is_being_created(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    for delay in (0.03, 0.06, 0.09, 0.12):
        process = run(FILL, path, 0, 1)
        time.sleep(delay)
        process.kill()
        process.communicate(timeout=20)
    run(FILL, path, 0, 1).communicate(timeout=20)
    assert len(contents(path)) == 12


def _hot_journal(path: Path) -> None:
    """Leave the journal of a process that was killed before its first page was safe (file format, section 3)."""
    header = bytes.fromhex("d9d505f920a163d7") + struct.pack(">5I", 0, 0, 0, 512, 4096)
    path.with_name(path.name + "-journal").write_bytes(header.ljust(512, b"\0"))


def test_killed_before_the_first_page_was_safe(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    sqlite3.connect(path).execute("PRAGMA journal_mode=WAL").connection.close()
    _hot_journal(path)
    with Store.open(path) as store:
        store.write(*document("first", ("Ada", "A first statement.")))
        assert store.check() == []
    assert len(contents(path)) == 1


def test_another_program_s_file_is_left_alone_beside_its_journal(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    sqlite3.connect(path).execute("CREATE TABLE notes(text)").connection.close()
    _hot_journal(path)
    before = path.read_bytes(), path.with_name("notes.db-journal").read_bytes()
    with pytest.raises(NotAStore, match="another program"):
        Store.open(path)
    assert (path.read_bytes(), path.with_name("notes.db-journal").read_bytes()) == before


def test_several_processes_create_and_fill_one_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    processes = [run(FILL, path, 10 * place, 10 * place + 10) for place in range(4)]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert len(contents(path)) == 4 * 10 * 12
    assert not path.with_name("quotes.db-wal").exists()


def test_readers_and_writers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    with Store.open(path) as store:
        store.write(*document("first", ("Ada", "A first statement.")))
        writers = [run(FILL, path, 100 * place, 100 * place + 20) for place in range(2)]
        while any(writer.poll() is None for writer in writers):
            with Store.open(path, readonly=True) as reader:
                rows = reader.index.match('"statement"', reader.scope(None), 5000)
                assert len(reader.quotes(rows)) == len(rows) > 0
        for writer in writers:
            writer.communicate(timeout=60)
            assert writer.returncode == 0
    assert len(contents(path)) == 1 + 2 * 20 * 12


def test_a_lock_that_stays_ends_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "quotes.db"
    assert files.WAIT < 20
    with Store.open(path) as store:
        store.write(*document("first", ("Ada", "A first statement.")))
    monkeypatch.setattr(files, "WAIT", 0.3)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path) as store:
        with pytest.raises(LockedStore, match="locked by another process"):
            store.write(*document("second", ("Ada", "Another.")))
        assert store.stats()["documents"] == 1
    other.execute("ROLLBACK")
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedStore, match="locked by another process"):
        Store.open(path, readonly=True)
    other.close()


def filled(path: Path, documents: int = 40) -> Path:
    with Store.open(path) as store:
        list(
            store.write_many(
                document(f"d{n}", ("Ada", f"Statement {n} of many, many words.")) for n in range(documents)
            )
        )
    return path


def refused(path: Path, error: type[StoreError], **options: Any) -> str:
    before = path.read_bytes()
    folder = sorted(path.parent.iterdir())
    with pytest.raises(error) as raised:
        Store.open(path, **options)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == folder
    return str(raised.value)


def test_what_is_not_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Not a store at all. " * 100)
    refused(text, NotAStore)
    foreign = tmp_path / "foreign.db"
    other = sqlite3.connect(foreign)
    other.execute("CREATE TABLE music(title)")
    other.commit()
    other.close()
    refused(foreign, NotAStore)
    refused(foreign, NotAStore, readonly=True)
    with pytest.raises(NotAStore):
        Store.open(tmp_path)


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path / "quotes.db")
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version={len(migrations.MIGRATIONS) + 1}")
    db.close()
    refused(path, NewerStore)
    refused(path, NewerStore, readonly=True)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.9])
def test_a_store_cut_short_is_refused_and_left_alone(tmp_path: Path, share: float) -> None:
    path = filled(tmp_path / "quotes.db")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    if share == 0.0:
        assert "empty" in refused(path, StoreError, readonly=True)
    else:
        refused(path, DamagedStore)


def test_overwritten_pages_are_told_and_never_a_traceback(tmp_path: Path) -> None:
    whole = filled(tmp_path / "whole.db", 300).read_bytes()
    page = files._PAGE_SIZE
    for place in range(page, len(whole), page * 3):
        path = tmp_path / "quotes.db"
        path.write_bytes(whole[:place] + b"\xa5" * page + whole[place + page :])
        told = False
        try:
            with Store.open(path, readonly=True) as store:
                told = bool(store.check())
                store.quotes(store.index.match('"statement"', store.scope(None), 400))
        except StoreError:
            told = True
        assert told, f"page at {place}"


def test_a_word_lost_from_the_index_is_found_by_the_doctor(tmp_path: Path) -> None:
    path = filled(tmp_path / "quotes.db")
    db = sqlite3.connect(path)
    db.execute("UPDATE quotes SET text = replace(text, 'Statement', 'Stetement') WHERE id = 7")
    db.commit()
    db.close()
    with Store.open(path) as store:
        assert {problem.check for problem in store.check()} == {"index"}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are POSIX")
def test_a_full_disk_is_one_sentence_and_loses_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "quotes.db")
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n" + FILL
    )
    process = run(limited, path, 1000, 3000)
    _, errors = process.communicate(timeout=60)
    assert "StoreFull" in errors
    with Store.open(path) as store:
        assert store.check() == []
        assert {f"/press/d{n}.txt" for n in range(40)} <= set(store.sources())


def test_a_file_that_may_not_be_written(tmp_path: Path) -> None:
    path = filled(tmp_path / "quotes.db")
    with Store.open(path, readonly=True) as store, pytest.raises(StoreFull, match="read-only"):
        store.write(*document("second", ("Ada", "Another.")))
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with Store.open(path, readonly=True) as store:
            assert store.stats()["documents"] == 40
    finally:
        tmp_path.chmod(0o755)


def test_there_is_no_store_yet(tmp_path: Path) -> None:
    for create, readonly in ((False, False), (True, True)):
        with pytest.raises(StoreError, match=r"no store at .* yet"):
            Store.open(tmp_path / "quotes.db", create=create, readonly=readonly)
    assert list(tmp_path.iterdir()) == []


def test_no_copy_is_kept_of_a_new_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new.db"):
        assert not list(tmp_path.glob("*.v*"))


@pytest.mark.slow
def test_the_log_does_not_grow_without_bound(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    with Store.open(path) as store:
        for number in range(40):
            said = [("Ada", f"Statement {number} {place} with a few more words.") for place in range(120)]
            store.write(*document(f"d{number % 3}", *said))
        assert store.info()["log_size"] < 16 << 20
    assert path.with_name("quotes.db-wal").exists() is False


def test_sigterm_while_writing_leaves_a_sound_store(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    process = run(FILL, path, 0, 100_000)
    assert process.stdout
    process.stdout.readline()
    os.kill(process.pid, signal.SIGTERM)
    process.communicate(timeout=10)
    copy = tmp_path / "copy.db"
    for side in ("", "-wal"):
        if Path(f"{path}{side}").exists():
            shutil.copy(f"{path}{side}", f"{copy}{side}")
    assert contents(copy) == contents(path)


def test_info_tells_whether_the_file_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "quotes.db"
    with Store.open(path) as store:
        store.write(*document("a", ("Ada", "One.")))
    for barred, expected in ((None, False), (path, True), (tmp_path, True)):
        monkeypatch.setattr("os.access", lambda place, _mode, barred=barred: place != barred)
        with Store.open(path, readonly=True) as store:
            assert store.info()["readonly"] is expected
