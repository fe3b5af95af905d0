"""What a person sees while documents are read: on a terminal how many there are so far, and elsewhere nothing."""

from __future__ import annotations

import json
import re
import shlex
import sys
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import ARTICLE, Inside, Quotes, articles, other
from tests.serve.browser.test_terminal import Terminal
from tests.store.making import make_old


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


def on_a_terminal(quotes: Quotes, script: str) -> bytes:
    """Return what a shell's script writes on a terminal."""
    terminal = Terminal(quotes, command=["sh", "-c", f"{script}; echo ended"])
    with closing(terminal):
        terminal.read_until(b"ended")
    return re.sub(rb"\x1b\[[\d;]*m", b"", terminal.written)


def test_an_export_that_takes_its_time_is_counted(quotes: Quotes) -> None:
    quotes("add", records(quotes.home / "many.jsonl", 300))
    export = shlex.join(quotes.command("export"))
    shown = on_a_terminal(quotes, f"{export} | (sleep 2; cat >/dev/null)")  # the pipe holds a part of it
    assert re.search(rb"writing \d+ documents", shown)
    assert b"writing" not in on_a_terminal(quotes, f"{export} 2>/dev/null | wc -c")


def test_what_takes_its_time_is_told_on_a_terminal_alone(quotes: Quotes) -> None:
    program = (
        "import time; from quotecli.show.progress import Waiting; from quotecli.show.terminal import detect\n"
        "with Waiting(detect(), 'checking'): time.sleep(1.2)"
    )
    script = shlex.join([sys.executable, "-c", program])
    assert b"checking" in on_a_terminal(quotes, script)
    assert b"checking" not in on_a_terminal(quotes, f"{script} 2>&1 | cat")


def test_what_is_new_in_a_changed_document_is_told(quotes: Quotes) -> None:
    file = quotes.home / "a.txt"
    file.write_text(ARTICLE.format(1), encoding="utf-8")
    quotes("add", file)
    file.write_text(ARTICLE.format(1) + "\n\n“We stay,” said Tom Brill.\n", encoding="utf-8")
    assert quotes("add", file).stdout == "0 documents added, 1 updated, 3 quotes stored (1 new)\n"
    file.write_text("“We stay,” said Tom Brill.\n", encoding="utf-8")
    report = quotes.json("add", file)
    assert (report["quotes"], report["quotes_new"], report["quotes_removed"]) == (1, 0, 2)


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


def test_a_migration_that_takes_its_time_is_told_on_a_terminal_alone(quotes: Quotes) -> None:
    quotes("add", records(quotes.home / "few.jsonl", 3))
    program = (
        "import sys, time; from quotecli.cli import main; from quotecli.store import remaking\n"
        "real, pace = remaking.make_anew, sys.argv.pop()\n"
        "def slow(*given): time.sleep(1.2 if pace == 'slow' else 0); real(*given)\n"
        "remaking.make_anew = slow; main()"
    )
    for pace, redirected, told in (("slow", "", True), ("fast", "", False), ("slow", " 2>&1 | cat", False)):
        make_old(quotes.store, 7)
        shown = on_a_terminal(quotes, shlex.join([sys.executable, "-c", program, "stats", pace]) + redirected)
        assert (b"being brought up to date" in shown) is told, (pace, redirected, shown)
        assert re.search(rb"quotes\s+6", shown), shown
