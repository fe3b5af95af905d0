"""A store is made by the first document that comes into it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Inside, other

SAID = "“The harbour wall will cost us twice what we were told in spring,” said Joan Tolliver on Monday.\n"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


@pytest.fixture
def odd(inside: Inside) -> Inside:
    """A folder of files that can't be read, and none of a store."""
    (inside.home / "picture.png").write_bytes(PICTURE)
    (inside.home / "noise.txt").write_bytes(PICTURE)
    (inside.home / "lines.jsonl").write_text("{\n")
    (inside.home / "empty").mkdir()
    return inside


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["add", "gone.txt"], 1),
        (["add", "picture.png", "noise.txt", "--jobs", "1"], 1),
        (["add", "gone.txt", "lines.jsonl", "--json"], 1),
        (["add", "empty"], 0),
        (["import", "gone.jsonl"], 1),
        (["import", "noise.txt", "lines.jsonl", "empty"], 1),
    ],
)
def test_where_nothing_can_be_read_no_store_is_left(
    odd: Inside, arguments: list[str], code: int, tmp_path: Path
) -> None:
    tool = Inside(odd.home, odd.environment | {"QUOTES_DB": str(tmp_path / "new" / "quotes.db")})
    done = tool(*arguments)
    assert done.returncode == code, done.stderr
    assert not tool.store.parent.exists()


def test_what_is_read_behind_it_makes_one(odd: Inside) -> None:
    (odd.home / "said.txt").write_text(SAID, encoding="utf-8")
    report = odd.json("add", "gone.txt", "noise.txt", "said.txt", "picture.png", "said.txt", code=1)
    assert (report["added"], report["quotes"], len(report["failures"])) == (1, 1, 3)
    assert odd.json("stats")["quotes"] == 1
    assert odd.json("add", "said.txt")["unchanged"] == 1


def test_an_import_goes_on_behind_what_can_t_be_read(odd: Inside) -> None:
    (odd.home / "said.txt").write_text(SAID, encoding="utf-8")
    odd("add", "said.txt")
    (odd.home / "kept.jsonl").write_text(odd("export").stdout + "[\n")
    new = other(odd)
    report = new.json("import", "gone.jsonl", "kept.jsonl", "noise.txt", code=1)
    assert (report["added"], report["quotes"]) == (1, 1)
    assert len(report["failures"]) > 2
    assert new("search", "harbour").stdout == odd("search", "harbour").stdout


def test_documents_of_one_line_each_all_come(odd: Inside) -> None:
    lines = [json.dumps({"id": str(at), "text": SAID.replace("twice", f"{at} times")}) for at in range(2, 40)]
    (odd.home / "many.jsonl").write_text("{\n" + "\n".join(lines), encoding="utf-8")
    report = odd.json("add", "many.jsonl", code=1)
    assert (report["added"], len(report["failures"])) == (38, 1)
    assert odd("doctor").returncode == 0
