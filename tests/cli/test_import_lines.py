"""`quotes import` of lines that are none: each is named, and the others come."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from typing import Any

import pytest
from tests.cli.conftest import Inside, other


def changed(line: dict[str, Any], *path: str | int, to: Any) -> str:
    """Return the line as JSON with one value changed."""
    copy: Any = json.loads(json.dumps(line))
    place = copy
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = to
    return json.dumps(copy)


BAD: dict[str, tuple[Callable[[dict[str, Any]], str | bytes], str]] = {
    "another id": (lambda r: changed(r, "quotes", 0, "id", to="g000000000000000"), "quote 1: its id is"),
    "another key": (lambda r: changed(r, "id", to="b.txt"), "quote 1: its id is"),
    "an id twice": (lambda r: changed(r, "quotes", 1, "id", to=r["quotes"][0]["id"]), "quote 2: its id is"),
    "shifted offsets": (lambda r: changed(r, "quotes", 1, "start", to=r["quotes"][1]["start"] + 1), "quote 2: text is"),
    "offsets beyond": (lambda r: changed(r, "quotes", 1, "end", to=10**6), "quote 2: end is not from"),
    "a huge number": (lambda r: changed(r, "quotes", 0, "start", to=10**400), "quote 1: start is not from"),
    "too many digits": (lambda r: '{"a": ' + "9" * 5000 + "}", "a number of too many digits"),
    "another text": (lambda r: changed(r, "text", to="x" * len(r["text"])), "quote 1: text is not the words"),
    "text a number": (lambda r: changed(r, "text", to=1), "text is a number, not text"),
    "no text": (lambda r: changed(r, "text", to=None), "text is missing"),
    "title a list": (lambda r: changed(r, "title", to=[]), "title is a list, not text"),
    "author text": (lambda r: changed(r, "author", to="Jane"), "author is text, not a list"),
    "quotes an object": (lambda r: changed(r, "quotes", to={}), "quotes is an object, not a list"),
    "a quote null": (lambda r: changed(r, "quotes", 0, to=None), "quote 1: null, not an object"),
    "a date none": (lambda r: changed(r, "date", to="2020-02-30"), "date is no date such as"),
    "said on no day": (
        lambda r: changed(changed_record(r, "quotes", 0, "date_kind", to="said"), "quotes", 0, "date", to="May"),
        "quote 1: date is no date",
    ),
    "another kind": (lambda r: changed(r, "quotes", 0, "kind", to="DIRECT"), "quote 1: kind is none of direct"),
    "sure beyond 1": (
        lambda r: changed(r, "quotes", 0, "confidence", to=1.5),
        "quote 1: confidence is not from 0 to 1",
    ),
    "sure as NaN": (lambda r: changed(r, "quotes", 0, "confidence", to=float("nan")), "NaN is no number of JSON"),
    "sure as infinity": (
        lambda r: changed(r, "quotes", 0, "confidence", to="@").replace('"@"', "1e999"),
        "is too large",
    ),
    "true for a number": (lambda r: changed(r, "quotes", 0, "start", to=True), "start is true or false"),
    "no such paragraph": (lambda r: changed(r, "quotes", 0, "paragraph", to=9), "quote 1: paragraph is not from"),
    "another paragraph": (lambda r: changed(r, "quotes", 0, "paragraph", to=2), "quote 1: paragraph 2 is not where"),
    "no paragraphs": (lambda r: changed(r, "paragraphs", to=None), "paragraphs is missing"),
    "paragraphs crossed": (lambda r: changed(r, "paragraphs", 1, "start", to=3), "paragraph 2: start is before"),
    "a piece of nothing": (lambda r: changed(r, "quotes", 0, "part_of", to="g1"), "quote 1: part_of names no quote"),
    "half a character": (lambda r: changed(r, "title", to="a\ud800"), "title holds half a character"),
    "a list separator": (lambda r: changed(r, "quotes", 0, "names", to=["a\x1fb"]), "holds a control character"),
    "nested deeply": (lambda r: '{"a":' * 100_000, "nested too deeply"),
    "cut short": (lambda r: json.dumps(r)[:-20], "broken JSON"),
    "not JSON": (lambda r: "hello {there}", "not JSON"),
    "a number": (lambda r: "17", "a number, not an object"),
    "not UTF-8": (lambda r: b'{"a": "\xff\xfe"}', "not UTF-8"),
    "a later version's": (lambda r: changed(r, "format", to="quotes/2"), "written by a later version"),
    "of extract": (lambda r: changed(r, "format", to=None), "`quotes extract`"),
    "of search": (lambda r: json.dumps(r["quotes"][0]), "a quote of a listing"),
    "somebody's": (lambda r: '{"a": 1}', "not a document that `quotes export` wrote"),
}


def changed_record(line: dict[str, Any], *path: str | int, to: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(changed(line, *path, to=to))
    return found


@pytest.mark.parametrize("what", BAD)
def test_a_bad_line_is_named_and_the_others_come(small: Inside, record: dict[str, Any], what: str) -> None:
    make_line, reason = BAD[what]
    bad = make_line(record)
    good = changed(changed_record(record, "document", to="/press/good.txt"), "title", to="Good").encode()
    path = small.home / "mixed.jsonl"
    path.write_bytes(b"\n".join([good, bad.encode() if isinstance(bad, str) else bad, json.dumps(record).encode()]))
    new = other(small)
    done = new("import", path)
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith(f"quotes: {path}, line 2: ")
    assert reason in line
    assert done.stdout == "2 documents added, 4 quotes stored, 1 could not be read\n"
    assert new("doctor").returncode == 0


def test_what_is_wrong_with_all_lines_alike_is_told_once(small: Inside) -> None:
    path = small.home / "bad.jsonl"
    path.write_text('{"a": 1}\n' * 1500)
    done = other(small)("import", path)
    assert done.stdout == "0 documents added, 0 quotes stored, 1 could not be read\n"
    told = f"quotes: {path}: none of its 1,500 lines can be read: not a document that `quotes export` wrote\n"
    assert (done.returncode, done.stderr) == (1, told)
    path.write_text('{"a": 1}\n' * 3 + "{\n")
    assert other(small)("import", path).stderr.count(f"{path}, line") == 4


def test_the_report_as_data_names_the_line(small: Inside) -> None:
    path = small.home / "bad.jsonl"
    path.write_text('{"a": 1}\n')
    report = other(small).json("import", path, code=1)
    assert report["failures"] == [{"document": f"{path}, line 1", "error": "not a document that `quotes export` wrote"}]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'[{"a": 1}]', "one JSON value over several lines"),
        (b'{\n  "a": 1\n}\n', "one JSON value over several lines"),
        (b"a,b\n1,2\n", "not JSON Lines of `quotes export`"),
        (b"\x00\x01\x02" * 50, "not JSON Lines of `quotes export`"),
        ("{}".encode("utf-16"), "UTF-16"),
        (b"SQLite format 3\x00" + b"\x00" * 99, "`--db` takes a store"),
        (gzip.compress(b'{"a": 1}\n' * 9000)[:-30], "damaged"),
    ],
)
def test_other_files_are_refused_by_one_reason(inside: Inside, content: bytes, reason: str) -> None:
    (inside.home / "x.jsonl").write_bytes(content)
    done = inside("import", "x.jsonl")
    assert done.returncode == 1
    assert reason in done.stderr.splitlines()[-1]


def test_what_is_no_file_is_named_and_the_others_come(small: Inside) -> None:
    small("export", "-o", "x.jsonl")
    os.mkfifo(small.home / "pipe.jsonl")
    (small.home / "folder").mkdir()
    new = other(small)
    done = new("import", "missing.jsonl", "folder", "pipe.jsonl", "https://x.example/a.jsonl", "x.jsonl")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 4
    assert "1 document added" in done.stdout


@pytest.mark.slow
def test_a_line_beyond_all_bounds_is_passed_over(small: Inside, record: dict[str, Any]) -> None:
    """A text of more than a document may have, and a line of more than the longest export of one."""
    path = small.home / "long.jsonl"
    with path.open("w") as file:
        file.write(changed(record, "text", to="x" * ((64 << 20) + 1)) + "\n")
        file.write(json.dumps(record) + "\n")
    done = other(small)("import", path)
    assert "line 1: its text is larger than 64 MiB" in done.stderr
    assert done.stdout == "1 document added, 2 quotes stored, 1 could not be read\n"


@pytest.mark.slow
def test_a_bomb_ends_at_its_bounds(inside: Inside) -> None:
    with gzip.open(inside.home / "bomb.gz", "wb") as file:
        file.write(b'{"a": "')
        for _ in range(300):
            file.write(b" " * (1 << 20))
    done = inside("import", "bomb.gz")
    assert done.returncode == 1
    assert "unpacks to more than" in done.stderr


def test_thousands_of_bad_lines_end_in_a_count(small: Inside) -> None:
    line = small("export").stdout
    done = other(small)("import", "-", stdin='{"a": 1}\n' * 3000 + line)
    assert len(done.stderr.splitlines()) == 1001
    assert "2,000 more of its lines" in done.stderr
    assert done.stdout.startswith("1 document added")


def test_names_of_files_reach_no_terminal_as_commands(inside: Inside) -> None:
    (inside.home / "x\x1b[2J[b].jsonl").write_text('{"a": 1}\n')
    done = inside("import", "x\x1b[2J[b].jsonl")
    assert "\x1b" not in done.stderr
    assert "[b]" in done.stderr
