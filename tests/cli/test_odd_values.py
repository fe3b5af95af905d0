"""Values that nobody means: numbers without end, texts of variables that aren't set, pipes closed at the far end."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import Inside, Quotes, make

from quotecli import Store, search

HUGE = "9" * 20


@pytest.fixture
def small(inside: Inside) -> Inside:
    (inside.home / "a.txt").write_text('"We like the harbour," said Ngozi Okafor.\n', encoding="utf-8")
    assert inside("add", "a.txt", "--outlet", "The Tide").returncode == 0
    return inside


@pytest.mark.parametrize(
    "command",
    [
        ("search",),
        ("search", "harbour"),
        ("by", "okafor"),
        ("from", "tide"),
        ("variants", "harbour"),
        ("timeline",),
        ("cite",),
        ("export", "--format", "csv"),
        ("export", "--format", "csv", "--sort", "date"),
    ],
)
def test_a_limit_without_end_is_all_and_an_offset_without_end_nothing(small: Inside, command: tuple[str, ...]) -> None:
    done = small(*command, "--limit", HUGE)
    assert (done.returncode, bool(done.stdout)) == (0, True), done.stderr
    done = small(*command, "--offset", HUGE)
    assert done.returncode == 1, done.stderr
    assert "unforeseen" not in done.stderr


def test_the_library_takes_a_limit_without_end(small: Inside) -> None:
    with Store.open(small.store, readonly=True) as store:
        for query in ("", "harbour"):
            assert len(search(store, query, limit=10**30)) == 1


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (("search", "--by", ""), "--by"),
        (("search", "harbour", "--outlet", " "), "--outlet"),
        (("search", "--since", ""), "--since"),
        (("by", ""), "NAME"),
        (("from", "", "harbour"), "OUTLET"),
        (("variants", ""), "ID|QUERY"),
        (("stats", "--db", ""), "--db"),
        (("--db", "", "stats"), "--db"),
        (("export", "-o", ""), "--output"),
        (("cite", "--match", ""), "--match"),
        (("add", "a.txt", "--outlet", ""), "--outlet"),
    ],
)
def test_an_empty_value_is_wrong_usage_and_says_of_what(small: Inside, line: tuple[str, ...], named: str) -> None:
    done = small(*line)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"an empty {named} names nothing" in done.stderr


def test_an_empty_correction_and_an_empty_query_mean_something(small: Inside) -> None:
    assert small("search", "").returncode == 0
    assert small("by", "okafor", "").returncode == 0
    assert small("edit", "1", "--outlet", "", "--speaker", "").returncode == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("search", "-n", "few"), "'few' is not a whole number"),
        (("search", "--min-confidence", "90%"), "'90%' is not a number"),
        (("add", "a.txt", "--jobs", "0"), "'0' is less than 1"),
        (("undo", "last"), "'last' is not a whole number"),
    ],
)
def test_what_is_no_number_is_told_in_plain_words(small: Inside, line: tuple[str, ...], told: str) -> None:
    done = small(*line)
    assert done.returncode == 2
    assert told in done.stderr


@pytest.fixture(scope="module")
def long_quotes(tmp_path_factory: pytest.TempPathFactory) -> Quotes:
    """A store whose listing is longer than a pipe holds."""
    tool = make(tmp_path_factory.mktemp("long"))
    for number in range(4):
        text = f'"{" ".join(f"word{number * place}" for place in range(3000))}," said Ann Berg.\n'
        (tool.home / f"{number}.txt").write_text(text, encoding="utf-8")
    assert tool("add", ".").returncode == 0
    return tool


@pytest.mark.parametrize("line", [("search", ""), ("search", "--", "words"), ("search", "--help")])
def test_a_pipe_closed_at_the_far_end_is_silent_and_no_failure(long_quotes: Quotes, line: tuple[str, ...]) -> None:
    """Also where Typer reads the line, which has an answer of its own to it."""
    running = subprocess.Popen(
        long_quotes.command(*line),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=long_quotes.environment,
        cwd=long_quotes.home,
    )
    assert running.stdout is not None
    running.stdout.close()
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, b"")


@pytest.mark.slow
def test_workers_are_as_many_as_do_good(quotes: Quotes, tmp_path: Path) -> None:
    """As many as were asked for would take all memory before the first of them has read a document."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.txt").write_text(f'"It is {number} o\'clock," said Ann Berg.\n', encoding="utf-8")
    done = quotes("add", folder, "--jobs", "100000")
    assert done.returncode == 0, done.stderr
    assert "12 documents added" in done.stdout


@pytest.mark.parametrize("line", [("edit", "1", "--speaker"), ("search", "--limit"), ("timeline", "--nope")])
def test_wrong_usage_names_the_help_of_its_command(inside: Inside, line: tuple[str, ...]) -> None:
    done = inside(*line)
    assert done.returncode == 2
    assert f"`quotes {line[0]} --help`" in done.stderr


@pytest.mark.parametrize(
    ("typed", "meant"), [("people", "speakers"), ("list", "search"), ("rm", "remove"), ("serch", "search")]
)
def test_a_command_of_other_programs_is_told_ours(inside: Inside, typed: str, meant: str) -> None:
    done = inside(typed, "x")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"Did you mean '{meant}'" in done.stderr
