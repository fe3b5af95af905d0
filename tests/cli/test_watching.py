"""`quotes add --watch`: goes on with what appears, says so as it was asked to, and stores nothing it should not."""

from __future__ import annotations

import json
import signal
import subprocess

import pytest
from tests.cli.conftest import Quotes

WE_STAY = "“We stay,” said Ngozi Okafor, the mayor.\n"


def test_a_dry_run_goes_with_no_watch(quotes: Quotes) -> None:
    (quotes.home / "a.txt").write_text(WE_STAY, encoding="utf-8")
    done = quotes("add", "a.txt", "--watch", "--dry-run")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--dry-run stores nothing and --watch goes on storing" in done.stderr
    assert not quotes.store.exists()


@pytest.mark.parametrize("source", ["gone", "-", "https://harbour.invalid/a"])
def test_what_can_not_be_watched_is_told_before_anything_is_read(quotes: Quotes, source: str) -> None:
    (quotes.home / "a.txt").write_text(WE_STAY, encoding="utf-8")
    done = quotes("add", "a.txt", source, "--watch")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"quotes: {source}: only folders and files can be watched\n"
    assert not quotes.store.exists()


def test_each_report_is_a_line_of_json_where_json_is_asked_for(quotes: Quotes) -> None:
    folder = quotes.home / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(WE_STAY, encoding="utf-8")
    (folder / "empty.txt").touch()  # told once, not again when the watch reads all that is there
    watching = subprocess.Popen(
        quotes.command("add", "articles", "--watch", "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=quotes.environment,
        cwd=quotes.home,
        text=True,
    )
    assert watching.stdout
    with watching, watching.stdout as out:
        try:
            first = json.loads(out.readline())
            assert (first["added"], len(first["failures"])) == (1, 1)
            (folder / "b.txt").write_text(WE_STAY.replace("stay", "go"), encoding="utf-8")
            assert json.loads(out.readline())["added"] == 1
            watching.send_signal(signal.SIGINT)
            assert watching.wait(timeout=10) == 130
            assert watching.stderr
            assert watching.stderr.read().count("empty.txt") == 1
        finally:
            watching.kill()
    assert quotes.json("stats")["documents"] == 2
