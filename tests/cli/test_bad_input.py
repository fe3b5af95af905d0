"""Input that is none, or hostile: one bad document never stops the rest, and nothing of it reaches a terminal."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from tests.cli.conftest import SAID, Inside, Quotes, articles, listing


def test_one_bad_input_never_stops_the_rest(inside: Inside, tmp_path: Path) -> None:
    folder = articles(tmp_path / "mixed", 3)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a zip at all")
    (folder / "latin.txt").write_bytes("“Café au lait,” said Ngozi Okafor.".encode("cp1252"))
    (folder / "wide.txt").write_bytes("“Wide words,” said Ngozi Okafor.".encode("utf-16"))
    (folder / "nul.txt").write_bytes("“Nul\x00 words,” said Ngozi Okafor.".encode())
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    done = inside("add", folder, tmp_path / "missing.txt")
    assert done.returncode == 1
    for name in ("binary.txt", "broken.docx", "missing.txt"):
        assert sum(name in line for line in done.stderr.splitlines()) == 1, done.stderr
    texts = {quote["text"] for quote in listing(inside)}
    assert {"Café au lait,", "Wide words,", "We stay,"} <= texts


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "*",
        "NEAR(",
        "col:",
        "%",
        "_",
        "a\x00b".replace("\x00", "\u2400"),
        "🙂",
        "'; DROP TABLE quotes; --",
        "by:",
        "since:x",
        "-",
        "--",
        "(",
        "AND OR NOT",
        '"unclosed',
        "^",
        "x" * 5000,
        "word " * 10_000,
        "\u202e",
        "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    ],
    ids=lambda query: repr(query[:12]),
)
def test_any_query_is_legal(filled: Quotes, query: str) -> None:
    done = Inside(filled.home, filled.environment)("search", "--json", "--", query)
    assert done.returncode in {0, 1}, done.stderr
    assert isinstance(json.loads(done.stdout), list)


def test_nothing_of_a_document_reaches_the_terminal_as_a_command(inside: Inside, tmp_path: Path) -> None:
    evil = "“Pay \x1b[31mred\x1b]0;owned\x07 [/b] [sic] :smile: \u202egnp \x9b2J now,” said Ngozi \x1b[5mOkafor.\n"
    file = tmp_path / "evil\x1b[2J\n.txt"
    file.write_text(evil, encoding="utf-8")
    inside("add", file)
    for arguments in (
        ("search", "pay"),
        ("search",),
        ("documents",),
        ("show", "1", "--why"),
        ("cite", "1"),
        ("speakers",),
    ):
        for extra in ({}, {"FORCE_COLOR": "1"}):
            done = inside(*arguments, **extra)
            shown = done.stdout + done.stderr
            assert "\x1b]" not in shown
            assert "\x1b[2J" not in shown
            assert "\x1b[5m" not in shown
            assert "\x9b" not in shown
            assert "\u202e" not in shown
    shown = inside("search", "pay", FORCE_COLOR="1", COLUMNS="200").stdout
    assert "[sic]" in shown
    assert "[/b]" in shown
    assert ":smile:" in shown
    assert "\x1b" in inside.json("search", "pay")[0]["text"]


def test_csv_cells_start_no_formula(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“=1+1 is two, and so we stay,” said Ngozi Okafor.\n", encoding="utf-8")
    inside("add", tmp_path / "a.txt")
    assert "'=1+1" in inside("search", "--csv").stdout


@pytest.mark.slow
def test_megabytes_of_marks_end_in_seconds(quotes: Quotes, tmp_path: Path) -> None:
    shapes = ["“" * 300_000, "\"'" * 200_000, "“a” 'b " * 8_000, "x" * 5_000_000, "”" * 300_000, "(“" * 150_000]
    for number, text in enumerate(shapes):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    started = time.monotonic()
    done = quotes("add", *(tmp_path / f"{number}.txt" for number in range(len(shapes))))
    assert done.returncode in {0, 1}
    assert time.monotonic() - started < 60


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--csv", ""])
@pytest.mark.parametrize("command", ["search wall", "variants wall", "documents", "check a.jsonl", "extract a.jsonl"])
def test_no_form_of_a_listing_gives_a_terminal_commands(inside: Inside, command: str, form: str) -> None:
    said = "“The \u202ewall\u202c costs \x1b[31mus \x9b31mtwice\x7f what we\nwere told,” said Joan Tolliver on Monday."
    line = {"id": "a", "title": "A \u202egnp\u202c \x9b31mwall \x1b]0;x\x07", "text": said}
    (inside.home / "a.jsonl").write_text(json.dumps(line))
    inside("add", "a.jsonl")
    if command.startswith("extract") and form == "--csv":
        return
    printed = inside(*command.split(), *([form] if form else [])).stdout
    assert "wall" in printed.lower()
    assert not [char for char in printed if char not in "\n\r\t" and not char.isprintable()], printed
    if command == "search wall" and form == "--json":
        assert json.loads(printed)[0]["text"] == said[1 : said.index("”")]


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--csv"])
def test_a_listing_of_ours_beside_the_articles_is_no_document(inside: Inside, form: str) -> None:
    (inside.home / "press").mkdir()
    (inside.home / "press" / "a.txt").write_text(SAID, encoding="utf-8")
    assert inside("add", "press").returncode == 0
    for number, command in enumerate((("search",), ("by", "okafor"), ("show", "1"), ("check", "press/a.txt"))):
        listed = inside(*command, form).stdout
        assert listed
        (inside.home / "press" / f"listing-{number}.{form.strip('-')}").write_text(listed, encoding="utf-8")
    done = inside("add", "press")
    assert done.returncode == 1
    assert done.stdout == "0 documents added, 1 unchanged, 0 quotes stored, 4 could not be read\n"
    assert done.stderr.count("quotes that this tool listed, not documents") == 4
    mapped = inside.json("add", inside.home / "press" / f"listing-0.{form.strip('-')}", "--map", "text=context")
    assert mapped["added"] == 2, "who says where the text stands means it"
