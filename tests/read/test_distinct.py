"""Records of one file don't lose each other: not by a bad line, not by an id or a number that another has."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from tests.read.reading import Results, read_bytes

from quotecli.core.types import Article
from quotecli.read import ReadFailure, distinct

GOOD = [json.dumps({"id": name, "text": f"“We stay,” said {name}."}) for name in ("Ann", "Bo")]


def names(results: Results) -> list[str]:
    return [result.source.rpartition("#")[2] for result in results if isinstance(result, Article)]


def read_lines(folder: Path, *lines: object, name: str = "a.jsonl") -> Results:
    return read_bytes(folder, name, "\n".join(map(json.dumps, lines)))


@pytest.mark.parametrize("bad", ["[1, 2]", "[]", "5", "null", '"so"', "{bad", "[1, {", "]"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_bad_line_is_named_and_the_others_come(tmp_path: Path, bad: str, place: int) -> None:
    if bad == "[1, {" and place == 0:
        return  # a list that is broken off, as far as anyone can tell
    lines = [*GOOD[:place], bad, *GOOD[place:]]
    results = read_bytes(tmp_path, "a.jsonl", "\n".join(lines) + "\n")
    assert names(results) == ["Ann", "Bo"]
    assert [one.display.rpartition("#")[2] for one in results if isinstance(one, ReadFailure)] == [str(place + 1)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_what_stands_behind_a_list_is_not_passed_over(tmp_path: Path, name: str) -> None:
    results = read_bytes(tmp_path, name, f"[{GOOD[0]},\n{GOOD[1]}]\n{GOOD[1]}")
    assert names(results) == ["Ann", "Bo"]
    assert isinstance(results[-1], ReadFailure)
    assert "more behind its list" in results[-1].error


def test_of_two_texts_with_one_id_the_first_keeps_it(tmp_path: Path) -> None:
    results = read_lines(tmp_path, {"id": "1", "text": "one"}, {"id": "1", "text": "two"}, {"id": "1", "text": "two"})
    first, notice, second = results
    assert isinstance(first, Article)
    assert (first.source.rpartition("#")[2], first.key) == ("1", "1")
    assert isinstance(second, Article)
    assert second.key.startswith("1.")
    assert second.source.endswith(f"#{second.key}")
    assert isinstance(notice, ReadFailure)
    assert not notice.lost
    assert notice.error == f"line 2 has the id of line 1 and is another document: it is kept as {second.key}"


def test_the_name_of_a_later_one_is_that_of_its_text(tmp_path: Path) -> None:
    later = ["two", "three", "four"]
    given = set()
    for order in permutations(later):
        results = read_lines(tmp_path, *({"id": "1", "text": text} for text in ["one", *order]))
        given.add(tuple(sorted((one.text, one.key) for one in results if isinstance(one, Article))))
    assert len(given) == 1


def test_what_is_the_same_is_the_same_document(tmp_path: Path) -> None:
    record = {"id": "1", "text": "one"}
    assert names(read_lines(tmp_path, record, record)) == ["1"]
    assert len(names(read_lines(tmp_path, record, {**record, "outlet": "The Tide"}))) == 2


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
def test_a_number_is_not_taken_for_an_id(tmp_path: Path, order: list[int]) -> None:
    records = [{"text": "none", "x": 0}, {"id": "2", "text": "two"}]
    pair = [records[at] for at in order]
    lines = pair if order == [1, 0] else [{"id": "first", "text": "first"}, *pair]
    results = read_lines(tmp_path, *lines)
    articles = [one for one in results if isinstance(one, Article)]
    assert articles == results
    assert len({one.source for one in articles}) == len(lines)
    assert {one.key for one in articles if one.text in {"none", "two"}} == {"a.jsonl#2", "2"}


def test_rows_and_lists_and_lists_on_lines_are_told_apart_too(tmp_path: Path) -> None:
    assert len(names(read_bytes(tmp_path, "a.csv", "id,text\n1,one\n1,two\n"))) == 2
    assert len(names(read_bytes(tmp_path, "a.json", '[{"id": 1, "text": "one"}, {"id": 1, "text": "two"}]'))) == 2
    listed = [[{"text": "one"}, {"text": "two"}], [{"text": "three"}, {"text": "four"}], [{"text": "five"}]]
    assert len(set(names(read_lines(tmp_path, *listed)))) == 5


def test_many_with_one_id_are_told_and_read_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distinct, "_NAMED", 100)
    results = read_lines(tmp_path, *({"id": "1", "text": str(number)} for number in range(153)))
    assert len(set(names(results))) == 153
    told = [one for one in results if isinstance(one, ReadFailure)]
    assert len(told) == 101
    assert told[-1].error == "52 more of its records have the id of another"
