"""A day of the year is found however it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotecli import Store, add, search
from quotecli.search.days import days_in_full, other_ways

TEXT = """"Everything changed on September 11, and we knew it," said Ann Berg.

"Nobody at home talks of 9/11," said Bo Lund.

"It was the eleventh of September when we left," said Cy Dahl.

"We were 9 of 11 who came," said Di Moen.

"The fair opens on 3 May," said Ed Foss.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Store.open(tmp_path / "days.db") as opened:
        add(opened, tmp_path / "a.txt")
        yield opened


@pytest.mark.parametrize(
    "query",
    ["September 11", "9/11", "sept 11", "Sep. 11th", "11 september", "september eleventh", "the 11th of September"],
)
def test_each_way_of_writing_finds_all(store: Store, query: str) -> None:
    said = {hit.quote.speaker for hit in search(store, query)}
    assert {"Ann Berg", "Bo Lund"} <= said


def test_as_typed_comes_first_and_what_is_another_way_is_marked(store: Store) -> None:
    first, *others = search(store, "9/11")
    assert (first.quote.speaker, first.score) == ("Bo Lund", 100.0)
    other = next(hit for hit in others if hit.quote.speaker == "Ann Berg")
    assert other.score < first.score
    assert [other.quote.text[start:end] for start, end in other.matches] == ["September 11"]


def test_days_stand_within_longer_phrases(store: Store) -> None:
    assert search(store, "changed on 9/11")[0].quote.speaker == "Ann Berg"
    assert search(store, "the fair opens on may 3rd")[0].quote.speaker == "Ed Foss"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("on sept. 11th, we", "on september 11, we"),
        ("twenty-first of june", "june 21"),
        ("on 4 july 2001", "on july 4 2001"),
        ("1/6", "january 6"),
    ],
)
def test_days_are_read(written: str, read: str) -> None:
    assert days_in_full(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "open 24/7",
        "3/4 of them",
        "i may second that",
        "march first",
        "9/11/2001",
        "february 30",
        "june 2019",
        "may 3.5m",
    ],
)
def test_what_is_no_day_stays(text: str) -> None:
    assert days_in_full(text) == text


@pytest.mark.parametrize(("month", "day"), [("september", "31"), ("harbour", "3"), ("may", "0"), ("may", "²")])
def test_what_is_no_day_is_written_in_no_other_way(month: str, day: str) -> None:
    assert other_ways(month, day) == ([], [])
