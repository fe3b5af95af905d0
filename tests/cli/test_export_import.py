"""`quotes export` and `quotes import`: a store moves whole, a table goes to other programs, nothing is half done."""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import DATA, Quotes, make
from tests.cli.test_bad_days import articles, one_sentence

from quotecli.show.records import QUOTE_FIELDS

SAID = "“We stay,” said Ngozi Okafor, the mayor.\n\n“=1+1 goes,” said Tom Brill.\n"


def other(quotes: Quotes, name: str = "other.db") -> Quotes:
    """Return the tool with another store, which is not there yet."""
    return Quotes(quotes.home, quotes.environment | {"QUOTES_DB": str(quotes.home / name)})


@pytest.fixture
def small(quotes: Quotes) -> Quotes:
    """`quotes` with one document of two quotes."""
    (quotes.home / "a.txt").write_text(SAID, encoding="utf-8")
    assert quotes("add", "a.txt", "--outlet", "The Tide", "--date", "2024-05-01").returncode == 0
    return quotes


@pytest.fixture
def record(small: Quotes) -> dict[str, Any]:
    """Return the one line of that store."""
    found: dict[str, Any] = json.loads(small("export").stdout)
    return found


# There and back -----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_store_moves_whole(filled: Quotes, tmp_path: Path) -> None:
    moved = make(tmp_path)
    exported = filled("export").stdout
    assert moved("import", "-", stdin=exported).stdout == "5 documents added, 46 quotes stored\n"
    assert moved("export").stdout == exported
    for command in (
        ("search", "unprovokd attaks", "--json"),
        ("search", "--limit", "0", "--ungroup", "--json"),
        ("by", "rob", "--jsonl"),
        ("from", "north quay", "--csv"),
        ("cite", "--match", "predictable", "--format", "chicago-notes"),
        ("show", json.loads(exported.splitlines()[0])["quotes"][0]["id"], "--why", "--json"),
        ("variants", "pandemic", "--json"),
        ("documents", "--json"),
        ("speakers", "--json"),
        ("outlets", "--json"),
        ("timeline", "--json"),
        ("stats", "--json"),
    ):
        there, here = filled(*command), moved(*command)
        assert (here.returncode, here.stdout) == (there.returncode, there.stdout), command
    assert moved("doctor").returncode == 0
    assert moved("add", DATA).stdout.startswith("0 documents added, 5 unchanged")


@pytest.mark.slow
def test_the_line_is_what_extract_prints_and_more(quotes: Quotes) -> None:
    quotes("add", DATA)
    extracted = [json.loads(line) for line in quotes("extract", DATA).stdout.splitlines()]
    exported = {line["document"]: line for line in map(json.loads, quotes("export").stdout.splitlines())}
    assert len(exported) == len(extracted)
    for line in extracted:
        found = exported[line["quotes"][0]["document"]]
        assert list(found)[: len(line)] == list(line)
        assert found | {"id": line["id"], "quotes": []} == found | line | {"quotes": []}
        linked = {"speaker", "speakers"}  # over all documents of the store
        for ours, theirs in zip(found["quotes"], line["quotes"], strict=True):
            assert {name: ours[name] for name in theirs if name not in linked} == {
                name: value for name, value in theirs.items() if name not in linked
            }
            assert ours["names"] == theirs["speakers"]


@pytest.mark.slow
def test_import_adds_to_what_is_there_and_changes_nothing_again(small: Quotes, tmp_path: Path) -> None:
    small("export", "-o", "small.jsonl")
    full = other(small)
    full("add", DATA)
    before = full("export").stdout
    assert full("import", "small.jsonl").stdout == "1 document added, 2 quotes stored\n"
    assert full("export").stdout == before + (small.home / "small.jsonl").read_text()
    assert full("import", "small.jsonl").stdout == "0 documents added, 1 unchanged, 0 quotes stored\n"
    assert full.json("stats")["documents"] == 6


@pytest.mark.slow
def test_a_document_that_differs_is_replaced(small: Quotes) -> None:
    small("export", "-o", "old.jsonl")
    (small.home / "a.txt").write_text(SAID + "\n“We do,” said Tom Brill.\n", encoding="utf-8")
    small("add", "a.txt")
    ids = {quote["id"] for quote in small.json("search")}
    for arguments in (("--dry-run",), ()):
        report = small.json("import", "old.jsonl", *arguments)
        assert (report["updated"], report["quotes_removed"], report["dry_run"]) == (1, 1, bool(arguments))
    assert len(ids - {quote["id"] for quote in small.json("search")}) == 1
    assert small("export").stdout == (small.home / "old.jsonl").read_text()


def test_a_dry_run_stores_nothing(small: Quotes) -> None:
    small("export", "-o", "small.jsonl")
    new = other(small)
    report = new.json("import", "small.jsonl", "--dry-run")
    assert (report["added"], report["quotes"], report["failures"]) == (1, 2, [])
    assert not new.store.exists()
    assert small.json("import", "small.jsonl", "--dry-run")["unchanged"] == 1


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: b"\xef\xbb\xbf" + data, lambda data: b"\n \n" + data])
@pytest.mark.slow
def test_packed_and_spaced_lines_are_read(small: Quotes, pack: Callable[[bytes], bytes]) -> None:
    (small.home / "x.jsonl.gz").write_bytes(pack(small("export").stdout.encode()))
    new = other(small)
    assert new("import", "x.jsonl.gz").returncode == 0
    assert new("import", "-", stdin=(small.home / "x.jsonl.gz").read_bytes()).stdout.startswith(
        "0 documents added, 1 un"
    )
    assert new("export").stdout == small("export").stdout


def test_a_packed_export_is_the_same_bytes_again(small: Quotes) -> None:
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        assert small("export", "-o", name).returncode == 0
    first, second = ((small.home / name).read_bytes() for name in ("a.jsonl.gz", "b.jsonl.gz"))
    assert first == second
    assert gzip.decompress(first).decode() == small("export").stdout


def test_an_ascii_locale_changes_nothing(small: Quotes) -> None:
    plain = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    exported = small("export", **plain).stdout
    assert exported.isascii()
    new = other(small)
    assert new("import", "-", stdin=exported, **plain).returncode == 0
    assert new("export").stdout == small("export").stdout


# Parts --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "filters",
    [
        ("--by", "rob"),
        ("--outlet", "meridian", "--until", "2020"),
        ("--on", "2020-10"),
        ("--kind", "partial"),
        ("--document", "artsakh", "--min-confidence", "0.9"),
        ("--sort", "date", "--limit", "7", "--offset", "2"),
        ("--sort", "speaker", "--reverse", "--limit", "5"),
        ("--sort", "outlet"),
    ],
    ids=" ".join,
)
@pytest.mark.slow
def test_filters_let_through_what_they_do_in_listings(filled: Quotes, filters: tuple[str, ...]) -> None:
    order = () if "--sort" in filters else ("--sort", "relevance")
    paging = () if "--limit" in filters else ("--limit", "0")
    listed = [quote["id"] for quote in filled.json("search", "--ungroup", *filters, *order, *paging)]
    assert listed
    rows = list(csv.DictReader(filled("export", "--format", "csv", *filters).stdout.splitlines()))
    assert [row["id"] for row in rows] == listed
    documents = [json.loads(line) for line in filled("export", *filters).stdout.splitlines()]
    assert sorted(quote["id"] for line in documents for quote in line["quotes"]) == sorted(listed)
    assert all(line["quotes"] for line in documents)


@pytest.mark.slow
def test_a_part_can_be_imported_and_takes_no_ones_place(filled: Quotes, tmp_path: Path) -> None:
    part = filled("export", "--by", "rob").stdout
    new = make(tmp_path)
    assert new("import", "-", stdin=part).returncode == 0
    ids = {quote["id"] for quote in new.json("search", "--ungroup")}
    assert ids == {quote["id"] for quote in filled.json("by", "rob", "--limit", "0")}
    rest = new("import", "-", stdin=filled("export", "--by", "armenian").stdout)
    assert rest.returncode in {0, 1}
    assert ids <= {quote["id"] for quote in new.json("search", "--ungroup", "--limit", "0")}
    assert new("import", "-", stdin=filled("export").stdout).returncode == 0
    assert new.json("stats")["quotes"] == 46
    again = new("import", "-", stdin=part)
    assert again.stdout.startswith("0 documents added")
    assert new.json("stats")["quotes"] == 46


def test_only_a_whole_export_has_documents_without_quotes_and_indirect_speech(small: Quotes) -> None:
    (small.home / "mute.txt").write_text("Nobody spoke that day.\n", encoding="utf-8")
    (small.home / "told.txt").write_text("Ngozi Okafor said that the town would stay.\n", encoding="utf-8")
    small("add", "mute.txt", "told.txt", "--indirect")
    everything = [json.loads(line) for line in small("export").stdout.splitlines()]
    assert [len(line["quotes"]) for line in everything] == [2, 1, 0]
    some = [
        json.loads(line) for line in small("export", "--since", "1900", "--min-confidence", "0").stdout.splitlines()
    ]
    assert [line["id"] for line in some] == ["a.txt"]
    assert len(small("export", "--kind", "indirect").stdout.splitlines()) == 1


def test_nothing_found(filled: Quotes) -> None:
    done = filled("export", "--by", "Zorro Nobody")
    one_sentence(done, 1)
    assert "no speaker Zorro Nobody" in done.stderr
    table = filled("export", "--since", "2090", "--format", "csv")
    assert (table.returncode, table.stdout.strip()) == (1, ",".join(QUOTE_FIELDS))


# Tables -------------------------------------------------------------------------------------------------------------


def test_csv_has_the_fields_of_the_listings_and_no_formula(small: Quotes) -> None:
    table = small("export", "--format", "csv").stdout
    rows = list(csv.DictReader(table.splitlines()))
    assert list(rows[0]) == QUOTE_FIELDS
    assert [row["text"] for row in rows] == ["We stay,", "'=1+1 goes,"]
    listed = list(csv.DictReader(small("search", "--csv", "--sort", "relevance").stdout.splitlines()))
    assert rows == [{name: row[name] for name in QUOTE_FIELDS} for row in listed]


def test_parquet_is_the_same_table(filled: Quotes, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "all.parquet"
    assert filled("export", "-o", path).returncode == 0
    rows = parquet.read_table(path).to_pylist()
    listed = filled.json("search", "--limit", "0", "--ungroup", "--sort", "relevance")
    assert rows == [{name: quote[name] for name in QUOTE_FIELDS} for quote in listed]
    piped = subprocess.run(
        filled.command("export", "--format", "parquet"), env=filled.environment, capture_output=True, check=True
    )
    assert piped.stdout == path.read_bytes()


def test_a_missing_extra_is_told_in_one_sentence(small: Quotes) -> None:
    (small.home / "shadow/pyarrow").mkdir(parents=True)
    (small.home / "shadow/pyarrow/__init__.py").write_text("raise ImportError", encoding="utf-8")
    done = small("export", "-o", "x.parquet", PYTHONPATH=str(small.home / "shadow"))
    one_sentence(done, 2)
    assert "pip install 'quotecli[parquet]'" in done.stderr
    assert not (small.home / "x.parquet").exists()


@pytest.mark.slow
def test_a_table_can_not_be_imported(small: Quotes) -> None:
    pytest.importorskip("pyarrow")
    for name in ("x.csv", "x.parquet"):
        small("export", "-o", name)
    (small.home / "named.jsonl").write_bytes((small.home / "x.csv").read_bytes())
    for name in ("x.csv", "named.jsonl", "x.parquet"):
        done = small("import", name)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert "holds no texts of documents" in done.stderr
    assert "`quotes add` reads CSV" in small("import", "x.csv").stderr


# Files --------------------------------------------------------------------------------------------------------------


def test_a_file_is_only_overwritten_by_force(small: Quotes) -> None:
    path = small.home / "x.jsonl"
    path.write_text("mine")
    path.chmod(0o600)
    one_sentence(done := small("export", "-o", path), 2)
    assert "--force overwrites it" in done.stderr
    assert path.read_text() == "mine"
    done = small("export", "-o", path, "--force")
    assert (done.stdout, done.stderr) == ("", f"1 document, 2 quotes written to {path}\n")
    assert path.read_text() == small("export").stdout
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("arguments", [("export",), ("cite", "--format", "bibtex")])
def test_a_link_to_a_file_stays_one(small: Quotes, arguments: tuple[str, ...]) -> None:
    (small.home / "real.jsonl").write_text("mine")
    (small.home / "link.jsonl").symlink_to("real.jsonl")
    assert small(*arguments, "-o", "link.jsonl").returncode == 2
    assert small(*arguments, "-o", "link.jsonl", "--force").returncode == 0
    assert (small.home / "link.jsonl").is_symlink()
    assert (small.home / "real.jsonl").read_text() == small(*arguments).stdout


@pytest.mark.parametrize("arguments", [("export", "--format", "csv"), ("cite",)])
def test_a_pipe_with_a_name_stays_one(small: Quotes, arguments: tuple[str, ...]) -> None:
    pipe = small.home / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert small(*arguments, "-o", pipe, "--force").returncode == 0
        assert os.read(reader, 1 << 16).decode() == small(*arguments).stdout
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "x.txt"), "tells no format"),
        (("--format", "xml"), "jsonl, csv, parquet"),
        (("-o", "no/such/x.csv"), "can't be written"),
        (("-o", "."), "tells no format"),
        (("-o", ".", "--format", "csv"), "is a folder"),
        (("--limit", "-1"), "--limit takes 0 or more"),
        (("-o", "x.parquet.gz"), "leave the .gz out"),
    ],
)
@pytest.mark.slow
def test_wrong_usage_of_export(small: Quotes, arguments: tuple[str, ...], told: str) -> None:
    before = sorted(path.name for path in small.home.iterdir())
    done = small("export", *arguments)
    one_sentence(done, 2)
    assert told in done.stderr
    assert sorted(path.name for path in small.home.iterdir()) == before


def test_the_name_tells_the_format_and_the_option_goes_before_it(small: Quotes) -> None:
    small("export", "-o", "x.csv")
    assert (small.home / "x.csv").read_text().startswith("id,text,")
    small("export", "-o", "x.tsv", "--format", "jsonl")
    assert json.loads((small.home / "x.tsv").read_text())["format"] == "quotes/1"
    assert small("export", "-o", "-", "--format", "csv").stdout == small("export", "--format", "csv").stdout


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if "export." in path.name]


@pytest.fixture(scope="module")
def noisy(tmp_path_factory: pytest.TempPathFactory) -> Quotes:
    """`quotes` with documents that can't be packed into little."""
    tool = make(tmp_path_factory.mktemp("noisy"))
    (tool.home / "many").mkdir()
    draw = random.Random(3)
    for number in range(40):
        words = " ".join(f"{draw.getrandbits(32):x}" for _ in range(400))
        (tool.home / "many" / f"{number}.txt").write_text(f"“{words},” said Ngozi Okafor.\n", encoding="utf-8")
    assert tool("add", "many").returncode == 0
    return tool


@pytest.mark.parametrize("name", ["export.jsonl", "export.csv", "export.parquet", "export.jsonl.gz"])
@pytest.mark.slow
def test_a_full_disk_leaves_no_half_file(noisy: Quotes, tmp_path: Path, name: str) -> None:
    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        room = 40_000  # enough for what SQLite keeps beside a store
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(
        noisy.command("export", "-o", tmp_path / name),
        env=noisy.environment,
        preexec_fn=little_room,
        capture_output=True,
        text=True,
        check=False,
    )
    one_sentence(done, 2)
    assert "can't be written: File too large" in done.stderr
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_output_is_told(filled: Quotes, form: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            filled.command("export", "--format", form),
            env=filled.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr
    one_sentence(named := filled("export", "--format", form, "-o", "/dev/full"), 2)
    assert "No space left" in named.stderr
    assert not Path("/dev/full").is_file()


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_a_closed_pipe_is_silent(filled: Quotes, form: str) -> None:
    command = " ".join(filled.command("export", "--format", form)) + " | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}"
    done = subprocess.run(["bash", "-c", command], env=filled.environment, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_stores_are_joined_by_a_pipe(filled: Quotes, tmp_path: Path) -> None:
    new = make(tmp_path)
    ours = " ".join(filled.command("export"))
    theirs = " ".join(new.command("--db", new.store, "import", "-"))
    done = subprocess.run(
        ["bash", "-c", f"{ours} | {theirs}"], env=filled.environment, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("5 documents added, 46 quotes stored\n", "")
    same = " ".join(new.command("import", "-"))
    done = subprocess.run(
        ["bash", "-c", f"{ours} | {same}"], env=new.environment | {"QUOTES_DB": str(filled.store)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("0 documents added, 5 unchanged")


def test_no_store_and_an_empty_one(quotes: Quotes) -> None:
    one_sentence(quotes("export"), 2)
    one_sentence(quotes("export", "-o", "x.jsonl"), 2)
    assert not (quotes.home / "x.jsonl").exists()
    assert not quotes.store.exists()
    (quotes.home / "empty.jsonl").write_bytes(b"")
    assert quotes("import", "empty.jsonl").stdout == "0 documents added, 0 quotes stored\n"
    done = quotes("export")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.slow
def test_a_damaged_store_is_told(quotes: Quotes) -> None:
    quotes("add", DATA)
    whole = quotes.store.read_bytes()
    quotes.store.write_bytes(whole[: len(whole) // 2])
    done = quotes("export", "-o", "x.jsonl")
    one_sentence(done, 2)
    assert "damaged" in done.stderr
    assert not (quotes.home / "x.jsonl").exists()


# Bad lines ----------------------------------------------------------------------------------------------------------


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
@pytest.mark.slow
def test_a_bad_line_is_named_and_the_others_come(small: Quotes, record: dict[str, Any], what: str) -> None:
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


def test_the_report_as_data_names_the_line(small: Quotes) -> None:
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
@pytest.mark.slow
def test_other_files_are_refused_by_one_reason(quotes: Quotes, content: bytes, reason: str) -> None:
    (quotes.home / "x.jsonl").write_bytes(content)
    done = quotes("import", "x.jsonl")
    assert done.returncode == 1
    assert reason in done.stderr.splitlines()[-1]


def test_what_is_no_file_is_named_and_the_others_come(small: Quotes) -> None:
    small("export", "-o", "x.jsonl")
    os.mkfifo(small.home / "pipe.jsonl")
    (small.home / "folder").mkdir()
    new = other(small)
    done = new("import", "missing.jsonl", "folder", "pipe.jsonl", "https://x.example/a.jsonl", "x.jsonl")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 4
    assert "1 document added" in done.stdout


@pytest.mark.slow
def test_a_line_beyond_all_bounds_is_passed_over(small: Quotes, record: dict[str, Any]) -> None:
    """A text of more than a document may have, and a line of more than the longest export of one."""
    path = small.home / "long.jsonl"
    with path.open("w") as file:
        file.write(changed(record, "text", to="x" * ((64 << 20) + 1)) + "\n")
        file.write(json.dumps(record) + "\n")
    done = other(small)("import", path)
    assert "line 1: its text is larger than 64 MiB" in done.stderr
    assert done.stdout == "1 document added, 2 quotes stored, 1 could not be read\n"


@pytest.mark.slow
def test_a_bomb_ends_at_its_bounds(quotes: Quotes) -> None:
    with gzip.open(quotes.home / "bomb.gz", "wb") as file:
        file.write(b'{"a": "')
        for _ in range(300):
            file.write(b" " * (1 << 20))
    done = quotes("import", "bomb.gz")
    assert done.returncode == 1
    assert "unpacks to more than" in done.stderr


def test_thousands_of_bad_lines_end_in_a_count(small: Quotes) -> None:
    line = small("export").stdout
    done = other(small)("import", "-", stdin='{"a": 1}\n' * 3000 + line)
    assert len(done.stderr.splitlines()) == 1001
    assert "2,000 more of its lines" in done.stderr
    assert done.stdout.startswith("1 document added")


def test_names_of_files_reach_no_terminal_as_commands(quotes: Quotes) -> None:
    (quotes.home / "x\x1b[2J[b].jsonl").write_text('{"a": 1}\n')
    done = quotes("import", "x\x1b[2J[b].jsonl")
    assert "\x1b" not in done.stderr
    assert "[b]" in done.stderr


# Killed, interrupted ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_killed_at_any_moment_a_second_import_ends_like_an_undisturbed_one(quotes: Quotes, tmp_path: Path) -> None:
    assert quotes("add", articles(tmp_path / "many", 150)).returncode == 0
    lines = quotes("export").stdout
    (quotes.home / "all.jsonl").write_text(lines, encoding="utf-8")
    new = other(quotes)
    for delay in (0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        with subprocess.Popen(
            new.command("import", quotes.home / "all.jsonl"), env=new.environment, stdout=subprocess.DEVNULL
        ) as process:
            time.sleep(delay)
            process.kill()
    assert new("import", "all.jsonl").returncode == 0
    assert new("export").stdout == lines
    assert new("doctor").returncode == 0


@pytest.mark.slow
def test_killed_between_batches_what_is_stored_stays(quotes: Quotes, tmp_path: Path) -> None:
    """Lines come slowly, so that some are stored when the process dies and the others never come."""
    quotes("add", articles(tmp_path / "many", 6))
    lines = quotes("export").stdout.splitlines(keepends=True)
    new = other(quotes)
    with subprocess.Popen(
        new.command("import", "-"), env=new.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin is not None
        padding = "\n" * (1 << 16)  # what a pipe's reader waits for
        for line in lines[:4]:
            process.stdin.write(line + padding)
            process.stdin.flush()
            time.sleep(1.1)
        process.kill()
    stored = new("export").stdout
    assert stored
    assert "".join(lines).startswith(stored)
    assert new("import", "-", stdin="".join(lines)).returncode == 0
    assert new("export").stdout == "".join(lines)


@pytest.mark.slow
def test_an_interrupted_export_leaves_nothing(quotes: Quotes, tmp_path: Path) -> None:
    quotes("add", articles(tmp_path / "many", 60))
    fifo = tmp_path / "stop"
    os.mkfifo(fifo)
    script = (
        "import sys, quotecli.show.exports as exports\n"
        "plain = exports.kept_record\n"
        "def stopped(*given):\n"
        "    open(sys.argv.pop(1), 'w').close()\n"
        "    import time; time.sleep(30)\n"
        "    return plain(*given)\n"
        "exports.kept_record = stopped\n"
        "from quotecli.cli.run import run\n"
        "run(['export', '-o', 'export.jsonl'])\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, fifo],
        env=quotes.environment,
        cwd=quotes.home,
        stderr=subprocess.PIPE,
        text=True,
    )
    fifo.read_text()  # the first document is being written
    assert any(name.endswith(".part") for name in leftovers(quotes.home))
    process.terminate()
    _, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (130, "quotes: interrupted\n")
    assert leftovers(quotes.home) == []


@pytest.mark.slow
def test_memory_does_not_grow_with_the_store(tmp_path: Path) -> None:
    """Ten times the documents, the same memory but for SQLite's cache (32 MB) and what batches remember."""
    peak: dict[int, list[int]] = {}
    for number in (2_000, 20_000):
        tool = make(tmp_path / str(number))
        tool.home.mkdir()
        corpus = [sys.executable, "bench/corpus.py", str(number), "--store", str(tool.store)]
        subprocess.run(corpus, check=True, cwd=DATA.parent, stdout=subprocess.DEVNULL)
        copy = Quotes(tool.home, tool.environment | {"QUOTES_DB": str(tool.home / "copy.db")})
        peak[number] = [
            most(tool.command("export", "-o", tool.home / "x.jsonl"), tool.environment),
            most(tool.command("export", "-o", tool.home / "x.csv"), tool.environment),
            most(copy.command("import", tool.home / "x.jsonl"), copy.environment),
        ]
    for few, many in zip(*peak.values(), strict=True):
        assert many < few + 60_000


def most(command: list[str], environment: dict[str, str]) -> int:
    """Return the most memory that a process takes, in KB."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    assert status == 0
    return usage.ru_maxrss
