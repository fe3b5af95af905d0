"""Which names are bodies', and which "and" is their own."""

from __future__ import annotations

import pytest

from quotecli.core.bodies import begins_with_body, is_body, is_one_body
from quotecli.core.folding import fold
from quotecli.core.names import parse_name
from quotecli.core.tables import read_table


def test_the_table_is_sorted_folded_and_whole() -> None:
    rows = read_table("quotecli.core", "body_words.tsv")
    keys = [row[0] for row in rows]
    assert keys == sorted(set(keys))
    assert [key for key in keys if fold(key) != key] == []
    assert all(row[1:] in ([], ["surname"]) for row in rows)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Department of Health and Social Care", True),
        ("Department for Environment, Food and Rural Affairs", True),
        ("The Office for Standards & Quality", True),
        ("Department of Health", False),
        ("Department of Health, London", False),
        ("Department of Health and Jane Smith", False),
        ("Department of Health and Reuters", False),
        ("Ministry of Health and Ministry of Finance", False),
        ("Jane Smith and Rob Roe", False),
        ("", False),
    ],
)
def test_an_and_within_one_body(text: str, one: bool) -> None:
    assert is_one_body(text) is one


def test_a_persons_name_begins_no_body() -> None:
    assert not begins_with_body("Jane Smith for The Weekly")
    assert not begins_with_body("… of for")
    assert not begins_with_body("\u200b of x")
    assert not is_body("Jane Smith")
    assert not is_body("A. M. Homes")
    assert not is_body("Noor Albion")


def test_a_suffix_behind_a_name_turned_round() -> None:
    assert parse_name("King, Martin Luther, Jr.").full == "Martin Luther King Jr."
    assert parse_name("Roe, Bob, III").suffix == "III"
    assert parse_name("Roe" + ", Jr." * 5000).suffix == "Jr."
