"""Killed and interrupted runs, and several at once: nothing stored is lost, and no process is left behind."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Quotes, articles, listing, until


@pytest.mark.slow
def test_killed_at_any_moment_a_second_run_ends_like_an_undisturbed_one(quotes: Quotes, tmp_path: Path) -> None:
    folder = articles(tmp_path / "many", 120)
    undisturbed = Quotes(quotes.home, quotes.environment | {"QUOTES_DB": str(tmp_path / "whole.db")})
    assert undisturbed("add", folder).returncode == 0
    stored: set[str] = set()
    for delay in (0.15, 0.3, 0.4, 0.5, 0.7):
        process = subprocess.Popen(
            quotes.command("add", folder), env=quotes.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(delay)
        process.kill()
        process.wait()
        if quotes.store.exists():
            now = quotes("search", "--jsonl", "--limit", "0", "--ungroup")
            ids = {json.loads(line)["id"] for line in now.stdout.splitlines()}
            assert stored <= ids, "a later kill lost what was stored before"
            stored = ids
    assert quotes("add", folder).returncode == 0
    assert listing(quotes) == listing(undisturbed)
    assert quotes("doctor").returncode == 0


AMID_A_CLASS = """
import os, signal
from quotecli.cli import run

class Late:
    def __set_name__(self, *_):
        os.kill(os.getpid(), signal.SIGTERM)

run._dispatch = lambda _: type("Loaded", (), {"late": Late()})  # as a library's module does when it is loaded
run.run(["mcp"])
"""


AMID_A_VALIDATOR = """
from pydantic_core import SchemaError
from quotecli.cli import run

def load(_):  # what the protocol's library was once seen to make of a signal
    raise SchemaError('Error building "default" validator: SchemaError: … validator: KeyboardInterrupt: ')

run._dispatch = load
run.run(["mcp"])
"""


@pytest.mark.parametrize("script", [AMID_A_CLASS, AMID_A_VALIDATOR])
def test_an_interruption_while_modules_are_loaded_ends_cleanly(quotes: Quotes, script: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script], env=quotes.environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "quotes: interrupted\n")


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interruption_ends_cleanly(quotes: Quotes, tmp_path: Path, which: signal.Signals) -> None:
    with adding(quotes, articles(tmp_path / "many", 1500)) as process:
        until(lambda: documents(quotes))
        process.send_signal(which)
        out, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert "Traceback" not in err
    tells_what_is_stored(quotes, out)
    assert quotes("doctor").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("milliseconds", range(0, 600, 60))
def test_what_an_interrupted_run_tells_is_what_it_stored(quotes: Quotes, tmp_path: Path, milliseconds: int) -> None:
    """What was stored just when the interruption came was told as unchanged."""
    with adding(quotes, articles(tmp_path / "many", 1500)) as process:
        until(lambda: documents(quotes))
        time.sleep(milliseconds / 1000)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=10)
    tells_what_is_stored(quotes, out)


def test_a_terminal_that_is_closed_is_outlived_where_that_is_asked_for(quotes: Quotes, tmp_path: Path) -> None:
    folder = articles(tmp_path / "many", 60)
    with subprocess.Popen(["nohup", *quotes.command("add", folder)], env=quotes.environment, **PIPES) as process:
        until(lambda: written(quotes))
        process.send_signal(signal.SIGHUP)
        out, _ = process.communicate(timeout=60)
    assert (process.returncode, out.split(",")[0]) == (0, "60 documents added")


PIPES: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}


@pytest.mark.parametrize("milliseconds", range(0, 60, 4))
@pytest.mark.slow
def test_an_interruption_while_workers_start_is_heard(quotes: Quotes, tmp_path: Path, milliseconds: int) -> None:
    with adding(quotes, articles(tmp_path / "many", 300)) as process:
        until(lambda: written(quotes), pause=0.001)
        time.sleep(milliseconds / 1000)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "unforeseen" not in err


@contextmanager
def adding(quotes: Quotes, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `quotes add`; it outlives no failing test."""
    with subprocess.Popen(
        quotes.command("add", folder),
        env=quotes.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def tells_what_is_stored(quotes: Quotes, out: str) -> None:
    """Assert that an interrupted run has told how many documents and quotes are stored now."""
    told = re.match(r"interrupted; so far ([\d,]+) documents? added, ([\d,]+) quotes? stored; run", out)
    assert told, out
    held = quotes.json("stats")
    assert [int(number.replace(",", "")) for number in told.groups()] == [held["documents"], held["quotes"]]


def documents(quotes: Quotes) -> int:
    """Return how many documents are stored; 0 also where there is no store yet."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"file:{quotes.store}?mode=ro", uri=True)) as reader:
        return int(reader.execute("SELECT count(*) FROM documents").fetchone()[0])
    return 0


def written(quotes: Quotes) -> int:
    """Return how many bytes the store and its log have; a journal may be gone between its listing and a look at it."""
    size = 0
    for file in quotes.store.parent.glob(f"{quotes.store.name}*"):
        with suppress(FileNotFoundError):
            size += file.stat().st_size
    return size


def test_no_worker_outlives_a_killed_parent(quotes: Quotes, tmp_path: Path) -> None:
    folder = articles(tmp_path / "many", 600)
    mark = f"QUOTES_TEST_{os.getpid()}_{random.random()}"
    process = subprocess.Popen(
        quotes.command("add", folder, "--jobs", "2"),
        env=quotes.environment | {mark: "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def alive() -> list[str]:
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if mark.encode() in (entry / "environ").read_bytes():
                    found.append(entry.name)
            except OSError:
                continue
        return found

    until(lambda: len(alive()) > 1)
    process.kill()
    process.wait()
    until(lambda: not alive(), pause=0.2)


@pytest.mark.slow
def test_several_at_once_at_the_first_creation(quotes: Quotes, tmp_path: Path) -> None:
    folders = [articles(tmp_path / f"f{number}", 12) for number in range(4)]
    processes = [
        subprocess.Popen(quotes.command("add", folder), env=quotes.environment, stderr=subprocess.PIPE, text=True)
        for folder in folders
    ]
    for process in processes:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    assert quotes.json("stats")["documents"] == 48
    assert quotes("doctor").returncode == 0


def test_documents_that_are_added_together_cost_little_of_the_log(quotes: Quotes, tmp_path: Path) -> None:
    """One by one short articles took 370 KB each, so that a corpus of 40 MB wrote 20 GB."""
    assert quotes("add", articles(tmp_path / "few", 1)).returncode == 0
    with closing(sqlite3.connect(quotes.store)) as reader:  # while it reads the log can't begin anew: it shows all
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        assert quotes("add", articles(tmp_path / "many", 100), "--jobs", "1").returncode == 0
        log = quotes.store.with_name(quotes.store.name + "-wal").stat().st_size
    assert log < 100 * 40_000
