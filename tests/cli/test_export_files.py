"""What `quotes export` writes: tables for other programs, and files that are whole or not there."""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import signal
import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import DATA, Inside, Quotes, leftovers, make, one_sentence

from quotecli.show.records import QUOTE_FIELDS


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
    done = make(small.home)("export", "-o", "x.parquet", PYTHONPATH=str(small.home / "shadow"))
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


def test_no_store_and_an_empty_one(inside: Inside) -> None:
    one_sentence(inside("export"), 2)
    one_sentence(inside("export", "-o", "x.jsonl"), 2)
    assert not (inside.home / "x.jsonl").exists()
    assert not inside.store.exists()
    (inside.home / "empty.jsonl").write_bytes(b"")
    assert inside("import", "empty.jsonl").stdout == "0 documents added, 0 quotes stored\n"
    done = inside("export")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.slow
def test_a_damaged_store_is_told(inside: Inside) -> None:
    inside("add", DATA)
    whole = inside.store.read_bytes()
    inside.store.write_bytes(whole[: len(whole) // 2])
    done = inside("export", "-o", "x.jsonl")
    one_sentence(done, 2)
    assert "damaged" in done.stderr
    assert not (inside.home / "x.jsonl").exists()
