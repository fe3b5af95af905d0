"""The doctor's cost, which grows as the store does, counted in steps of SQLite's machine; and beside a writer."""

from __future__ import annotations

import io
import sqlite3
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli import search
from quotecli.cli.run import finish
from quotecli.store import Store, health

ROOT = Path(__file__).resolve().parents[2]


def _steps(path: Path, documents: int) -> int:
    with Store.open(path) as store:
        said = [
            document(f"d{number}", ("Ada", f"Statement {number}."), ("Bo", f"No {number}."))
            for number in range(documents)
        ]
        list(store.write_many(said))
    db = sqlite3.connect(path)
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    db.set_progress_handler(count, 100)
    try:
        assert health.check(db, path) == []
    finally:
        db.close()
    return steps


def test_four_times_the_documents_cost_the_doctor_about_four_times_the_steps(tmp_path: Path) -> None:
    small, large = _steps(tmp_path / "small.db", 400), _steps(tmp_path / "large.db", 1600)
    assert large < 6 * small


CHANGE = """
import sys
from quotecli.store import Store
from tests.store.making import document
with Store.open(sys.argv[1]) as store:
    while True:
        for turn in range(40):
            said = [("Ada", f"Statement {turn} of {n} has words enough to be filed at {n + turn}.") for n in range(9)]
            store.write(*document("changing", *said[turn % 2 :]))
            print(turn, flush=True)
"""


def test_who_reads_beside_a_writer_sees_one_moment(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    _steps(path, 400)
    writer = subprocess.Popen([sys.executable, "-c", CHANGE, path], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with writer, Store.open(path, readonly=True) as store:
        try:
            assert writer.stdout
            writer.stdout.readline()
            for _ in range(8):
                assert store.check() == []
                rows = store.index.match('"statement"', store.scope(None), -1)
                assert all(quote.text in quote.context for quote in store.quotes(rows[-9:]))
        finally:
            writer.kill()


@pytest.mark.parametrize(
    "line", [("search", "statement"), ("cite", "--match", "statement"), ("export", "--format", "csv"), ()]
)
def test_what_is_found_is_still_there_when_it_is_read(tmp_path: Path, line: tuple[str, ...]) -> None:
    """What another process took out between the two ended a command as something unforeseen."""
    path = tmp_path / "quotes.db"
    _steps(path, 40)
    writer = subprocess.Popen([sys.executable, "-c", CHANGE, path], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with writer:
        try:
            assert writer.stdout
            writer.stdout.readline()
            for _ in range(25):
                if line:
                    out, err = io.StringIO(), io.StringIO()
                    with redirect_stdout(out), redirect_stderr(err):
                        assert finish(["--db", str(path), *line]) == 0, err.getvalue()
                else:
                    with Store.open(path, readonly=True) as store:
                        assert search(store, "statement", limit=1000)
        finally:
            writer.kill()
