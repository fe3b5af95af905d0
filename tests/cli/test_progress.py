"""What a person sees while documents are read: on a terminal how many there are so far, and elsewhere nothing."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import ARTICLE, Inside, Quotes, articles, other
from tests.serve.browser.test_terminal import Terminal


def records(path: Path, number: int) -> Path:
    lines = (json.dumps({"id": f"r{place}", "text": ARTICLE.format(place)}) for place in range(number))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def shown(quotes: Quotes, *arguments: str | Path) -> bytes:
    """Return what a command writes on a terminal, without its colours."""
    terminal = Terminal(quotes, command=quotes.command(*arguments))
    with closing(terminal):
        terminal.read_until(b"60 documents added")
        assert terminal.wait() == 0
    return re.sub(rb"\x1b\[[\d;]*m", b"", terminal.written)


def test_one_file_of_many_documents_is_counted(quotes: Quotes) -> None:
    source = records(quotes.home / "many.jsonl", 60)
    assert b"reading 60 documents" in shown(quotes, "add", source, "--jobs", "1")


def test_an_import_is_counted(inside: Inside) -> None:
    inside("add", records(inside.home / "many.jsonl", 60), "--jobs", "1")
    inside("export", "-o", "many.export.jsonl")
    assert b"reading 60 documents" in shown(other(inside), "import", inside.home / "many.export.jsonl")


def test_in_a_pipe_nothing_is_drawn(quotes: Quotes) -> None:
    done = quotes("add", records(quotes.home / "many.jsonl", 30))
    assert (done.stdout, done.stderr) == ("30 documents added, 60 quotes stored\n", "")


def test_of_many_documents_whose_files_are_gone_some_are_named(inside: Inside) -> None:
    folder = articles(inside.home / "press", 50)
    inside("add", folder)
    for file in sorted(folder.iterdir())[5:]:
        file.unlink()
    done = inside("add", folder)
    lines = done.stderr.splitlines()
    assert sum("no longer there" in line for line in lines) == 20
    assert "and 25 more; --json names them all" in lines
    assert len(inside.json("add", folder)["gone"]) == 45
