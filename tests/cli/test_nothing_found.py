"""Where nothing is found, each command says why, and what to leave out or to ask instead."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Inside

TEXT = '"The vaccine is safe," said Ngozi Okafor.\n\n"It is boring," said Thomas Brill.\n'


@pytest.fixture
def asked(inside: Inside) -> Inside:
    (inside.home / "a.txt").write_text(TEXT, encoding="utf-8")
    assert inside("add", "a.txt", "--outlet", "The Tide", "--date", "2020-10-02").returncode == 0
    return inside


@pytest.mark.parametrize(
    "command",
    [
        ("speakers",),
        ("outlets",),
        ("documents",),
        ("timeline",),
        ("variants", "vaccine"),
        ("cite",),
        ("export",),
        ("search", "vaccine"),
    ],
)
def test_a_name_that_is_not_known_is_told_everywhere(asked: Inside, command: tuple[str, ...]) -> None:
    done = asked(*command, "--by", "Zorro")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("the store has no speaker Zorro") == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("search", "vaccine", "--offset", "9"), "an offset of 9 leaves out all"),
        (("by", "okafor", "--offset", "9"), "an offset of 9 leaves out all"),
        (("timeline", "--offset", "9"), "an offset of 9 leaves out all"),
        (("variants", "vaccine", "--offset", "9"), "an offset of 9 leaves out all"),
        (("export", "--offset", "9"), "an offset of 9 leaves out all"),
        (("search", "--since", "2022", "--until", "2020-05"), "no date is since 2022 and until 2020-05"),
        (("search", "since:2022 until:2020 vaccine"), "no date is since 2022 and until 2020"),
        (("search", "vaccine", "--since", "2023"), "without the filters something is found"),
        (("by", "okafor", "vaccine", "--since", "2023"), "without the filters something is found"),
        (("by", "okafor", "boring"), "without “boring” something is found"),
        (("from", "tide", "walrus"), "without “walrus” something is found"),
        (("documents", "--since", "2023"), "without the filters something is found"),
        (("search", "since:2020-13 vaccine"), "since: takes a date"),
        (("search", "kind:post-it vaccine"), "kind: takes direct, partial, post, indirect"),
        (("search", "by: okafor"), "by: takes a name, without a space before it"),
        (("search", ","), "letters, digits and signs such as 🎉 or § are looked for"),
        (("search", "okafr"), "did you mean: quotes by Ngozi Okafor?"),
    ],
)
def test_the_reason_is_told(asked: Inside, line: tuple[str, ...], told: str) -> None:
    done = asked(*line)
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr


@pytest.mark.parametrize(
    "line",
    [
        ("search", "walrus"),
        ("search", "--since", "2023", "walrus"),
    ],
)
def test_no_reason_is_made_up(asked: Inside, line: tuple[str, ...]) -> None:
    done = asked(*line)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "line", [("--since", "2020-05", "--until", "2020"), ("--since", "2020-10-02", "--until", "2020-10")]
)
def test_an_end_that_holds_the_beginning_is_no_contradiction(asked: Inside, line: tuple[str, ...]) -> None:
    assert asked("search", *line).returncode == 0


def test_tables_are_shown_in_part(asked: Inside) -> None:
    names = [record["speaker"] for record in asked.json("speakers")]
    assert len(names) == 2
    assert [record["speaker"] for record in asked.json("speakers", "-n", "1")] == names[:1]
    assert [record["speaker"] for record in asked.json("speakers", "--offset", "1")] == names[1:]
    done = asked("documents", "--offset", "9")
    assert (done.returncode, done.stdout) == (1, "")
    assert "an offset of 9 leaves out all" in done.stderr


def test_nothing_to_undo_is_nothing_found(small: Inside) -> None:
    done = small("undo")
    assert (done.returncode, done.stdout, "nothing to undo" in done.stderr) == (1, "", True)
    assert small.json("undo", code=1) == []
