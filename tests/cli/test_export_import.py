"""`quotes export` and `quotes import`: a store moves whole, a part of one takes nothing away."""

from __future__ import annotations

import csv
import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import DATA, SAID, Inside, Quotes, articles, leftovers, make, one_sentence, other

from quotecli.show.records import QUOTE_FIELDS


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
def test_the_line_is_what_extract_prints_and_more(inside: Inside) -> None:
    inside("add", DATA)
    extracted = [json.loads(line) for line in inside("extract", DATA).stdout.splitlines()]
    exported = {line["document"]: line for line in map(json.loads, inside("export").stdout.splitlines())}
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
    tool = make(small.home)
    exported = tool("export", **plain).stdout
    assert exported.isascii()
    new = other(tool)
    assert new("import", "-", stdin=exported, **plain).returncode == 0
    assert new("export").stdout == small("export").stdout


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
