from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.core.dates import PartialDate
from quotecli.core.folding import fold, fold_with_map
from quotecli.core.ids import format_id, id_range, quote_numbers
from quotecli.core.names import given_names_agree, parse_name, strip_titles

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s “naïve” – CAFÉ…", 'it\'s "naive" - cafe...'),
        ("two\u00a0 spaces\nline", "TWO SPACES LINE"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Straße", "STRASSE"),
        ("Łódź Ærø", "lodz aero"),
    ],
)
def test_what_people_mix_up_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(ANY_TEXT)
def test_the_map_leads_back(text: str) -> None:
    folded, offsets = fold_with_map(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert fold(text) == folded
    for index, char in enumerate(folded):
        assert char in fold_with_map("x" + text[offsets[index]])[0] or char == " "


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ["2020-13", "2020-02-30", "20", "2020-1-1-1", "", "last year", "0000", "２０２０"])
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert PartialDate.parse(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-9-5", "2020-09-05", "2020-09-05"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_partial_date_is_a_range(text: str, first: str, last: str) -> None:
    date = PartialDate.parse(text)
    assert date is not None
    assert (str(date.first), str(date.last)) == (first, last)


@given(st.integers(0, 2**64 - 1), st.integers(1, 16))
def test_a_prefix_finds_its_id(number: int, length: int) -> None:
    identity = format_id(number)
    assert len(identity) == 16
    assert not identity[0].isdigit()
    bounds = id_range(identity[:length].upper())
    assert bounds is not None
    assert bounds[0] <= number <= bounds[1]
    assert id_range(identity) == (number, number)


@pytest.mark.parametrize("text", ["", "12", "zz", "g' OR 1", "g0000000000000000"])
def test_what_is_no_id(text: str) -> None:
    assert id_range(text) is None


def test_ids_depend_on_document_words_and_occurrence() -> None:
    quotes = [("a", "b", 0), ("a", "b", 1), ("a", "c", 0), ("b", "b", 0)]
    numbers = quote_numbers(*zip(*quotes, strict=True))
    assert len(set(numbers)) == 4
    assert quote_numbers(["a"], ["c"], [0]) == [numbers[2]]


@pytest.mark.parametrize(
    ("text", "given_name", "family", "suffix"),
    [
        ("Sen. Ngozi Okafor", "Ngozi", "Okafor", ""),
        ("Okafor, Ngozi", "Ngozi", "Okafor", ""),
        ("Ludwig van der Berg Jr.", "Ludwig", "van der Berg", "Jr."),
        ("Prime Minister Ana da Silva", "Ana", "da Silva", ""),
        ("Mr. Trump", "", "Trump", ""),
        ("Cher", "", "Cher", ""),
    ],
)
def test_parts_of_a_name(text: str, given_name: str, family: str, suffix: str) -> None:
    name = parse_name(text)
    assert (name.given, name.family, name.suffix) == (given_name, family, suffix)


def test_titles_are_no_part_of_a_name() -> None:
    assert strip_titles("Dr. Eric Esrailian") == "Eric Esrailian"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Rob", "Robert", True),
        ("Bob", "Rob", True),
        ("Khloé", "Khloe", True),
        ("K.", "Kim", True),
        ("Kim", "Khloe", False),
        ("Robert", "Richard", False),
    ],
)
def test_given_names_that_may_be_one_persons(one: str, other: str, agree: bool) -> None:
    assert given_names_agree(one, other) is agree
