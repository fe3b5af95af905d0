"""An export of a store with a damaged page tells what it could not read, goes on past it, and never exits with 0."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from tests.cli.conftest import Inside

PAGE = 8192
LINES = [
    {
        "id": f"d{at}",
        "outlet": "Fairfold Post",
        "date": "2026-05-04",
        "text": f"“We stay for {at} days,” said Lena Farkas.",
    }
    for at in range(12)
]


def _damage(path: Path, table: str, *, whole: bool) -> None:
    """Overwrite the first page of a table, or the half of it in which its rows stand."""
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    db.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * PAGE + (0 if whole else PAGE // 2))
        file.write(b"\x00" * (PAGE if whole else PAGE // 2))


@pytest.fixture
def holding(inside: Inside) -> Inside:
    (inside.home / "all.jsonl").write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    inside("add", "all.jsonl")
    first = json.loads(inside("search", "--jsonl", "--limit", "1").stdout)["id"]
    inside("edit", first, "--text", "We went.")
    return inside


@pytest.mark.parametrize("whole", [True, False], ids=["page", "half a page"])
@pytest.mark.parametrize(
    ("table", "named"),
    [
        ("outlets", "outlet"),
        ("names", "speakers"),
        ("phrases", "said_as"),
        ("printed", "text"),
        ("corrections", "corrections"),
        ("found", "corrections"),
        ("quotes", "quotes"),
        ("texts", "texts"),
    ],
)
def test_what_cannot_be_read_is_told(holding: Inside, table: str, named: str, whole: bool) -> None:
    _damage(holding.store, table, whole=whole)
    done = holding("export")
    assert done.returncode in {1, 2}
    assert "damaged" in done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode == 2) == (not lines)
    assert not lines or named in done.stderr
    assert len(lines) + done.stderr.count("not exported") == len(LINES) or not lines
    for line in lines:
        assert line["text"] == next(one["text"] for one in LINES if one["id"] == line["id"]) or table == "printed"


@pytest.mark.parametrize("table", ["outlets", "names", "phrases"])
def test_the_rest_of_the_documents_is_exported(holding: Inside, table: str) -> None:
    _damage(holding.store, table, whole=True)
    done = holding("export", "-o", "saved.jsonl")
    assert done.returncode == 1
    lines = [json.loads(line) for line in (holding.home / "saved.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(LINES)


def test_nothing_readable_replaces_no_file(holding: Inside) -> None:
    holding("export", "-o", "saved.jsonl")
    before = (holding.home / "saved.jsonl").read_bytes()
    _damage(holding.store, "texts", whole=True)
    assert holding("export", "-o", "saved.jsonl", "--force").returncode == 2
    assert (holding.home / "saved.jsonl").read_bytes() == before


def test_a_table_of_quotes_tells_it_too(holding: Inside) -> None:
    _damage(holding.store, "names", whole=False)
    for options in ((), ("--sort", "date")):
        done = holding("export", "-f", "csv", *options)
        assert done.returncode in {1, 2}
        assert "damaged" in done.stderr
