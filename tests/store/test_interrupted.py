"""A run of `quotes add` that is killed, and run again, ends exactly where an undisturbed one does."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.test_families_follow import said

from quotecli.store import Store

_ALL = (
    "SELECT q.id, d.source, d.key, q.number, q.start, q.text, q.family, v.names,"
    " (SELECT group_concat(p.name) FROM voice_names w JOIN names n ON n.id = w.name JOIN names p ON p.id = n.person"
    " WHERE w.voice = q.voice) FROM quotes q JOIN documents d ON d.id = q.document LEFT JOIN voices v ON v.id = q.voice"
    " ORDER BY q.id"
)
"""Quotes in their order, with their families and persons."""


def write(folder: Path, seed: int) -> None:
    """Write articles in which a few people say much the same, pieces of it, and the contrary."""
    draw = random.Random(seed)
    folder.mkdir(exist_ok=True)
    for number in range(90):
        paragraphs = [f"The council of Northhaven met again on day {number} of a long spring."]
        for _ in range(draw.randrange(2, 7)):
            speaker, words = said(draw)
            paragraphs.append(f"“{words}” {speaker or 'a fisherman'} said on Monday.")
        (folder / f"a{number:02}.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")


def add(path: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "quotecli", "--db", str(path), "add", "--jobs", "2", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def whole(path: Path) -> tuple[list[tuple[object, ...]], bytes]:
    """Return all that a store tells of its quotes, and its export."""
    with Store.open(path) as store:
        assert store.check() == []
    command = [sys.executable, "-m", "quotecli", "--db", str(path), "export"]
    lines = subprocess.run(command, capture_output=True, check=True).stdout
    with closing(sqlite3.connect(path)) as db:
        return db.execute(_ALL).fetchall(), lines


@pytest.mark.slow
def test_killed_at_random_and_run_again_it_ends_where_an_undisturbed_run_does(tmp_path: Path) -> None:
    draw = random.Random(17)
    folder = tmp_path / "articles"
    paths = [tmp_path / f"{number}.db" for number in range(3)]
    seconds = 0.0
    for edition in (1, 2):  # the second changes every article
        write(folder, edition)
        began = time.monotonic()
        assert add(paths[0], folder).wait(timeout=120) == 0
        seconds = time.monotonic() - began
        expected = whole(paths[0])
        assert len({row[6] for row in expected[0]}) > 5
        for path in paths[1:]:
            for _ in range(2):
                process = add(path, folder)
                time.sleep(draw.uniform(0.2, 0.9) * seconds)
                process.send_signal(signal.SIGKILL)
                process.wait(timeout=20)
            assert add(path, folder).wait(timeout=120) == 0
            assert whole(path) == expected
