"""Filters mean the same whichever command takes them, as options, as arguments or inside a query."""

from __future__ import annotations

import csv
import io
import json
from subprocess import CompletedProcess

import pytest
from tests.cli.conftest import Inside, Quotes, make

from quotecli.cli.quick import read_command_line


@pytest.mark.parametrize(
    "line", ["by rob --by khloe", "search by:rob --by khloe", "search by:rob by:khloe", "export --by rob --by khloe"]
)
def test_two_speakers_are_what_both_said(filled: Quotes, line: str) -> None:
    done = filled(*line.split())
    assert (done.returncode, done.stdout) == (1, "")
    assert "quotes: the store has no quote by " in done.stderr
    assert " together with " in done.stderr


def test_filters_within_a_query_give_the_order_of_those_beside_it(inside: Inside) -> None:
    for day in ("2021-05-02", "2023-05-02", "2022-05-02"):
        said = f"“The ferry of {day[:4]} was late again,” said Olga Marsh.\n"
        assert inside("add", "-", "--date", day, stdin=said).returncode == 0
    beside = [hit["date"] for hit in inside.json("search", "--by", "marsh")]
    assert beside == [hit["date"] for hit in inside.json("search", "by:marsh")]
    assert beside == ["2023-05-02", "2022-05-02", "2021-05-02"]


def test_a_second_outlet_or_name_that_fits_too_narrows_no_further(filled: Quotes) -> None:
    everything = filled.json("by", "rob", "--limit", "0")
    assert filled.json("by", "rob", "--by", "kardashian", "--limit", "0") == everything
    assert filled("from", "heavy", "--outlet", "courier").returncode == 1


@pytest.mark.parametrize(
    "command",
    [
        "search home",
        "cite",
        "cite --match home",
        "export",
        "variants home",
        "timeline",
        "speakers",
        "outlets",
        "documents",
    ],
)
def test_a_name_that_nobody_has_is_told_where_another_is_taken_for_it(wires: Inside, command: str) -> None:
    near = wires(*command.split(), "--by", "ada obbi", "--outlet", "harbour pots")
    assert near.returncode == 0
    assert "taking ada obbi for Ada Obi; taking harbour pots for Harbour Post\n" in near.stderr
    known = wires(*command.split(), "--by", "obi", "--outlet", "harbour")
    assert known.stdout == near.stdout
    assert "taking" not in known.stderr


def test_names_within_a_query_are_told_of_as_well(wires: Inside) -> None:
    assert "taking obbi for Ada Obi" in wires("search", "home by:obbi").stderr
    assert "taking obbi for Ada Obi" in wires("variants", "home by:obbi").stderr
    assert "taking obbi for Ada Obi; taking ancor for Anchor" in wires("by", "obbi", "--outlet", "ancor").stderr


@pytest.fixture(scope="module")
def wires(tmp_path_factory: pytest.TempPathFactory) -> Inside:
    """A store of one statement that four outlets print in three wordings."""
    made = make(tmp_path_factory.mktemp("wires"))
    tool = Inside(made.home, made.environment)
    for day, outlet, words in (
        (4, "The Tide", "Nobody will lose a single home to this water, whatever it costs."),
        (2, "Harbour Post", "Nobody will lose a home to this water, whatever it costs us."),
        (1, "Lamp Letters", "Nobody will lose a single home to the water, whatever it costs."),
        (3, "Anchor", "Nobody will lose a single home to this water, whatever it costs."),
    ):
        (tool.home / f"{day}.txt").write_text(f"“{words}” Ada Obi said.\n", encoding="utf-8")
        tool("add", f"{day}.txt", "--outlet", outlet, "--date", f"2024-05-0{day}")
    return tool


def days(done: CompletedProcess[str]) -> list[int]:
    """Return the days of a table of wordings."""
    assert done.returncode == 0, done.stderr
    return [int(row["date"][-1]) for row in csv.DictReader(io.StringIO(done.stdout))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", [1, 2, 3, 4]),
        ("--reverse", [4, 3, 2, 1]),
        ("--limit 2 --offset 1", [2, 3]),
        ("--sort outlet", [3, 4, 2, 1]),
        ("--since 2024-05-02 --until 2024-05-03", [2, 3]),
        ("outlet:tide", [4]),
    ],
)
def test_filters_choose_the_wordings_that_are_shown(wires: Quotes, line: str, expected: list[int]) -> None:
    assert days(wires("variants", *line.split(), "nobody", "will", "lose", "--csv")) == expected


def test_wordings_that_are_not_shown_are_counted(wires: Quotes) -> None:
    [only] = wires.json("variants", "nobody will lose", "--outlet", "harbour")
    assert [(quote["outlet"], only["changes"]) for quote in only["quotes"]] == [("Harbour Post", [])]
    shown = wires("variants", "nobody will lose", "--outlet", "harbour", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "one wording, in 1 document" in shown
    assert "3 more quotes of this statement" in shown
    [known] = only["quotes"]
    assert wires("variants", known["id"], "--outlet", "tide", "--limit", "1").stdout.count("\n") == 1
    assert wires("variants", known["id"], "--outlet", "guardian").returncode == 1


def test_a_timeline_has_a_page_and_an_order(wires: Quotes) -> None:
    def dates(*arguments: str) -> list[str]:
        return [row["date"] for row in wires.json("timeline", "--per", "day", *arguments)]

    assert dates("--limit", "2", "--sort", "date") == ["2024-05-01", "2024-05-02"]
    assert dates("--reverse", "--offset", "1", "--limit", "2") == ["2024-05-03", "2024-05-02"]
    assert wires("timeline", "--sort", "outlet").returncode == 2


def test_cite_has_a_page_and_an_order(wires: Quotes) -> None:
    def outlets(*arguments: str) -> list[str]:
        done = wires("cite", "--format", "csl-json", *arguments)
        assert done.returncode == 0, done.stderr
        return [item["container-title"] for item in json.loads(done.stdout)]

    assert outlets("--sort", "date", "--limit", "1") == ["The Tide"]
    assert outlets("--match", "home", "--sort", "date", "--reverse", "--offset", "1") == [
        "Harbour Post",
        "Anchor",
        "The Tide",
    ]
    done = wires("cite", "a", "--sort", "date")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_one_quote_whole_as_a_table(wires: Quotes) -> None:
    [quote] = wires.json("search", "--outlet", "tide")
    [plain] = csv.DictReader(io.StringIO(wires("show", quote["id"], "--csv").stdout))
    assert (plain["id"], plain["text"], plain["corrections"]) == (quote["id"], quote["text"], "")
    [row] = csv.DictReader(io.StringIO(wires("show", quote["id"], "--why", "--csv").stdout))
    assert json.loads(row["why"])["cue"] == "said"
    assert {one["field"] for one in json.loads(row["evidence"])} >= {"published", "outlet"}


@pytest.mark.parametrize("line", ["speakers", "outlets", "documents", "timeline", "search", "variants unprovoked"])
def test_a_table_has_its_header_and_one_without_rows_is_nothing(
    filled: Quotes, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def written(*arguments: str) -> str:
        read = read_command_line([*line.split(), *arguments])
        assert read is not None
        command, values = read
        command(values)
        return capsys.readouterr().out

    for name, value in filled.environment.items():
        monkeypatch.setenv(name, value)
    some = list(csv.reader(io.StringIO(written("--csv"))))
    assert len(some) > 1
    [first, *_] = json.loads(written("--json"))
    if not line.startswith("variants"):
        assert some[0] == list(first)
    assert written("--until", "1900", "--csv") == written("--until", "1900", "--jsonl") == ""
    assert json.loads(written("--until", "1900", "--json")) == []
