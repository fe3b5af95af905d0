"""Odd surroundings and wrong usage: pipes, closed streams, locales, no home; each failure is one sentence."""

from __future__ import annotations

import json
import subprocess

import pytest
from tests.cli.conftest import Inside, Quotes


def test_a_closed_pipe_is_silent(filled: Quotes) -> None:
    command = " ".join(filled.command("search", "--limit", "0", "--json"))
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} | head -c 10"],
        env=filled.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""


def test_a_full_output_is_told(filled: Quotes) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            filled.command("search", "--json"),
            env=filled.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "can't be written" in done.stderr


def test_closed_streams(filled: Quotes) -> None:
    command = " ".join(filled.command("search", "unprovoked"))
    for closing in (">&-", "2>&-", "<&-", "<&- >&- 2>&-"):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{command} {closing}"],
            env=filled.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert "Traceback" not in done.stderr
        assert done.returncode == (2 if ">&-" in closing.split() else 0), closing


@pytest.mark.parametrize("line", ["add -", "check -", "extract -", "import -", "show -", "cite -", "cite --items -"])
def test_a_closed_input_is_an_empty_one(filled: Quotes, line: str) -> None:
    command = " ".join(filled.command(*line.split()))
    closed, empty = (
        subprocess.run(
            ["/bin/sh", "-c", f"{command} {given}"],
            env=filled.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        for given in ("<&-", "</dev/null")
    )
    assert (closed.returncode, closed.stdout, closed.stderr) == (empty.returncode, empty.stdout, empty.stderr)
    assert "unforeseen" not in closed.stderr


@pytest.mark.parametrize("line", ["search unprovoked", "export --format csv", "--version"])
def test_a_closed_output_is_told(filled: Quotes, line: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", " ".join(filled.command(*line.split())) + " >&-"],
        env=filled.environment,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (2, "quotes: the output can't be written: it is closed\n")


@pytest.mark.parametrize("line", ["stats", "info", "doctor", "config", "config db", "remove --dry-run heavy"])
def test_an_object_a_line(filled: Quotes, line: str) -> None:
    name, *rest = line.split()
    [as_line] = filled(name, *rest, "--jsonl").stdout.splitlines()
    assert json.loads(as_line) == json.loads(filled(name, *rest, "--json").stdout)
    assert filled(name, *rest, "--json", "--jsonl").returncode == 2


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"TERM": "dumb", "FORCE_COLOR": "1"},
        {"COLUMNS": "1", "FORCE_COLOR": "1"},
        {"COLUMNS": "100000", "FORCE_COLOR": "1"},
        {"COLUMNS": "no", "FORCE_COLOR": "1"},
        {"HOME": ""},
    ],
    ids=str,
)
@pytest.mark.slow
def test_odd_surroundings(filled: Inside, surroundings: dict[str, str]) -> None:
    outside = filled.outside
    for arguments in (
        ("search", "unprovoked"),
        ("search", "unprovoked", "--json"),
        ("speakers",),
        ("info",),
        ("cite", "--format", "apa"),
    ):
        done = outside(*arguments, **surroundings)
        assert done.returncode == 0, done.stderr


def test_no_home_no_store_named(quotes: Quotes) -> None:
    environment = {name: value for name, value in quotes.environment.items() if name not in {"HOME", "QUOTES_DB"}}
    done = subprocess.run(
        quotes.command("stats"),
        env=environment | {"XDG_DATA_HOME": str(quotes.home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("serch",),
        ("search", "--since", "yesterday"),
        ("search", "--kind", "shouted"),
        ("search", "--limit", "-1"),
        ("search", "--min-confidence", "2"),
        ("search", "--json", "--csv"),
        ("search", "--sort", "size"),
        ("show",),
        ("add",),
        ("cite", "--as", "haiku"),
        ("search", "--no-such-option"),
        ("timeline", "--per", "minute"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_sentence_and_exit_2(filled: Quotes, arguments: tuple[str, ...]) -> None:
    done = filled(*arguments, XDG_STATE_HOME=str(filled.home / "empty"))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("quotes: ")
