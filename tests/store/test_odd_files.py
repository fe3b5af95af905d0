"""Write-protected, linked, on a full disk, without its log, with values that nobody wrote: a store as it may stand."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.core.errors import DamagedStore, StoreError
from quotecli.store import Store

ROOT = Path(__file__).resolve().parents[2]


def filled(path: Path) -> Path:
    with Store.open(path) as store:
        for name in ("d0", "d1"):
            store.write(*document(name, ("Ada", f"Statement {name} of many, many words.")))
    return path


def sound(path: Path) -> int:
    """Return how many quotes a sound store holds."""
    with Store.open(path, create=False) as store:
        assert store.check() == []
        return len(store.quotes(range(1, 100)))


KILLED = """
import os, sys
from quotecli.store import Store
from tests.store.making import document
store = Store.open(sys.argv[1])
store.write(*document("a", ("Ada", "One statement.")))
os.kill(os.getpid(), 9)
"""


def kill_a_writer(path: Path) -> None:
    """Leave a store whose changes stand in its log."""
    assert subprocess.run([sys.executable, "-c", KILLED, path], check=False, cwd=ROOT).returncode == -9


def test_a_store_that_was_read_while_it_was_write_protected_can_be_written_again(tmp_path: Path) -> None:
    path = filled(tmp_path / "quotes.db")
    log, shared = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    for left in (log, shared):  # as SQLite leaves them, with the permissions that the store had
        left.write_bytes(bytes(32768 if left == shared else 0))
        left.chmod(0o444)
    with Store.open(path) as store:
        store.write(*document("another", ("Ada", "Another statement.")))
        assert [left.stat().st_mode & 0o200 for left in (log, shared)] == [0o200, 0o200]
    assert sound(path) == 3


def test_a_log_beside_what_a_link_leads_to_counts(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    path = tmp_path / "far" / "real.db"
    link = tmp_path / "link.db"
    link.symlink_to(path)
    kill_a_writer(link)
    with Store.open(link, readonly=True) as store:
        assert store.info()["log_size"] == path.with_name("real.db-wal").stat().st_size > 0
    assert sound(link) == 1
    assert sorted(found.name for found in tmp_path.iterdir()) == ["far", "link.db"]


def test_a_full_disk_keeps_nobody_from_reading(tmp_path: Path) -> None:
    path = filled(tmp_path / "quotes.db")

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    def quotes(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "quotecli", "--db", str(path), *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, preexec_fn=no_room)

    assert [quotes(*line.split()).returncode for line in ("search statement", "doctor", "export")] == [0, 0, 0]
    assert quotes("remove", "/press/d1.txt").stderr == f"quotes: the store {path} can't grow: the disk is full\n"
    assert sound(path) == 2


def read_all(store: Store) -> None:
    store.quotes([1])
    store.documents()


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE texts SET layout = substr(layout, 1, 12)", "texts"),
        ("UPDATE texts SET layout = zeroblob(9)", "texts"),
        ("UPDATE documents SET title = CAST(x'41f8' AS TEXT)", "documents"),
        ("UPDATE documents SET title = x'41f8'", "documents"),
        ("UPDATE quotes SET text = x'f8f8'", "quotes"),
        ("UPDATE quotes SET day = 1", "quotes"),
        ("UPDATE quotes SET kind = 9", "quotes"),
        ("UPDATE quotes SET role = -1", "quotes"),
        ("UPDATE documents SET published = 1 << 40", "documents"),
    ],
)
def test_values_that_nobody_wrote_are_damage(tmp_path: Path, statement: str, table: str) -> None:
    path = filled(tmp_path / "quotes.db")
    with closing(sqlite3.connect(path)) as db, db:
        assert db.execute(statement).rowcount == db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    with Store.open(path) as store:
        with pytest.raises(DamagedStore, match="is damaged"):
            read_all(store)
        assert store.check()


def test_a_schema_that_is_no_text_is_damage(tmp_path: Path) -> None:
    path = filled(tmp_path / "quotes.db")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE voices", b"CREATE \xf8ABLE voices"))
    with pytest.raises(DamagedStore, match="is damaged"):
        Store.open(path, readonly=True).stats()


def test_a_log_that_can_t_be_read_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    kill_a_writer(folder / "quotes.db")
    (folder / "quotes.db-shm").unlink()
    folder.chmod(0o555)
    as_anybody = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everywhere")
        as_anybody = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]
    command = [*as_anybody, sys.executable, "-m", "quotecli", "--db", str(folder / "quotes.db"), "search", "statement"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    folder.chmod(0o755)
    assert done.returncode == 2
    assert "stand in its log, which can't be read where nothing can be written" in done.stderr


def test_a_store_is_a_file_and_never_one_of_sqlites_own_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="a store is a file"):
        Store.open(":memory:")
    assert list(tmp_path.iterdir()) == []
