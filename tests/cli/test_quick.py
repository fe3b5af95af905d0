"""The reader of ordinary command lines gives the values that Typer gives, or leaves the line to Typer."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import Quotes

from quotecli.cli.commands import COMMANDS, load
from quotecli.cli.parameters import Command, Option
from quotecli.cli.quick import read_arguments, read_command_line
from quotecli.cli.typer_root import as_typer

VALUES = [
    "war",
    "",
    "-",
    "2020-10",
    "0",
    "5",
    "-1",
    "0.5",
    "1e3",
    "nan",
    "٣",
    "a b",
    "it's",
    "--",
    "-x",
    "/",
    "=",
    "5 ",
]


class Probe(Command):
    """A command that keeps the values it is called with."""

    def __call__(self, given: Any) -> int:
        self.given = dict(given)
        return 0


def by_typer(name: str, arguments: list[str]) -> dict[str, Any] | None:
    """Return the values that Typer gives; None where it has something to say."""
    probe = Probe.__new__(Probe)
    probe.__dict__.update(load(name).command.__dict__)
    try:
        as_typer(name, probe).main(args=arguments, prog_name="quotes", standalone_mode=False)
    except Exception:  # noqa: BLE001 (a usage error of any kind)
        return None
    return probe.__dict__.get("given")  # none after --help


def lines(name: str) -> st.SearchStrategy[list[str]]:
    """Return command lines of this command: its options whole, cut short and joined to values, among any words."""
    names = [one for p in load(name).command.parameters if isinstance(p.spec, Option) for one in p.spec.names]
    values = st.sampled_from(VALUES) | st.text(max_size=8).filter(lambda text: "\0" not in text)
    option = st.sampled_from(names)
    pair = st.tuples(option, values)
    piece = st.one_of(
        values.map(lambda value: [value]),
        option.map(lambda one: [one]),
        pair.map(list),
        pair.map(lambda both: ["=".join(both)]),
        pair.map(lambda both: ["".join(both)]),
        option.map(lambda one: [one[:-1]]),
        st.sampled_from([["--help"], ["--no-such"], ["--"]]),
    )
    return st.lists(piece, max_size=5).map(lambda pieces: [word for one in pieces for word in one])


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.slow
def test_both_ways_give_the_same_values(name: str) -> None:
    parameters = load(name).command.parameters

    @settings(max_examples=150, deadline=None)
    @given(lines(name))
    @example(["war", "--db", "/tmp"])
    @example([])
    @example([""])
    def check(arguments: list[str]) -> None:
        values = read_arguments(parameters, arguments)
        if values is not None:
            typed = by_typer(name, arguments)
            assert values == typed
            assert [type(value) for value in values.values()] == [type(typed[key]) for key in values]

    check()


@pytest.mark.parametrize(
    "line",
    [
        "search war",
        "search misremembered words --limit 5 --json",
        "search war --since 2020-10 --kind direct --kind=partial -n 3 --min-confidence 0.5 --reverse --db x.db",
        "by rob",
        "from heavy war --sort date --jsonl",
        "show 2 --why",
        "cite 2 3 --format mla --as in-text -o out.txt",
        "cite -",
        "stats --json",
    ],
)
def test_everyday_lines_are_ordinary(line: str) -> None:
    name, *arguments = line.split()
    read = read_command_line([name, *arguments])
    assert read is not None
    assert read[1] == by_typer(name, arguments)


@pytest.mark.parametrize("line", ["--db x search war", "serch war", "search --help", "search --lim 5", "search -- -x"])
def test_others_are_left_to_typer(line: str) -> None:
    assert read_command_line(line.split()) is None


def test_completion_is_left_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_QUOTES_COMPLETE", "complete_bash")
    assert read_command_line(["search", "war"]) is None


LOADED = """
import sys
from quotecli.cli.run import run
try:
    run(sys.argv[1:])
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize("line", ["search unprovoked", "by rob", "from courier", "show 1", "cite 1"])
def test_an_everyday_command_loads_no_typer(filled: Quotes, line: str) -> None:
    filled("search", "unprovoked")
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *line.split()],
        env=filled.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.split())
    assert not loaded & {"typer", "rich", "pydantic"}
    if line.startswith("search"):
        assert not loaded & {"inspect", "dataclasses", "platformdirs", "json", "rapidfuzz", "shutil", "tomllib"}
        assert len([name for name in loaded if name.startswith("quotecli")]) < 57
