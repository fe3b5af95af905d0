"""Parts of names, given names that may be one person's, and spellings of names from other writings."""

from __future__ import annotations

import pytest

from quotecli.core.names import given_names_agree, is_numeral, may_be_one_given_name, parse_name, strip_titles
from quotecli.core.tables import read_table
from quotecli.core.transliteration import TRANSLITERATIONS, given_from_elsewhere, sound


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
    ("a", "b", "agree"),
    [
        ("Rob", "Robert", True),
        ("Bob", "Rob", True),
        ("Robert", "Richard", False),
        ("K.", "Kim", True),
        ("Kim", "Khloe", False),
        ("Khloé", "Khloe", True),
        ("J", "Rob", False),
        ("Evgeny", "Yevgeny", True),
    ],
)
def test_given_names_agree_by_initial_accent_short_form_and_transliteration(a: str, b: str, agree: bool) -> None:
    assert given_names_agree(a, b) is agree
    assert given_names_agree(b, a) is agree


@pytest.mark.parametrize("number", "II III IV VI VII VIII IX XI XIV XVI XX XXIII".split())
def test_a_numeral_behind_a_name_is_no_family_name(number: str) -> None:
    assert is_numeral(number)
    assert parse_name(f"Leo {number}") == ((), "", (), "Leo", number)


@pytest.mark.parametrize("word", "I V X Xi Vi MIX IIII Ivi li".split())
def test_other_words_are_no_numerals(word: str) -> None:
    assert not is_numeral(word)


@pytest.mark.parametrize(
    "spellings",
    [
        "zelenskyy zelensky zelenskiy zelenskyi",
        "gaddafi qaddafi gadhafi kadafi",
        "yanukovych yanukovich",
        "tymoshenko timoshenko",
        "soleimani suleimani",
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: str) -> None:
    assert len({sound(spelling) for spelling in spellings.split()}) == 1


def test_each_given_name_from_elsewhere_has_one_row() -> None:
    spellings = [row[0] for row in read_table("quotecli.core", TRANSLITERATIONS)]
    others = [other for row in read_table("quotecli.core", TRANSLITERATIONS) for other in row[1].split()]
    assert len({*spellings, *others}) == len(spellings) + len(others)
    assert given_from_elsewhere("evgeny") == given_from_elsewhere("yevgeny") == "yevgeny"
    assert given_from_elsewhere("john") == ""


@pytest.mark.parametrize(("man", "woman"), [("Robert", "Roberta"), ("Alexander", "Alexandra"), ("Daniel", "Danielle")])
def test_a_man_s_name_and_a_woman_s_are_two_though_both_are_shortened_alike(man: str, woman: str) -> None:
    assert not given_names_agree(man, woman)


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Albert", "Robert", False),
        ("Harold", "Henry", False),
        ("Bert", "Albert", True),
        ("Bob", "Robbie", True),
        ("Susan", "Susannah", True),
        ("Katherine", "Catherine", True),
        ("R.", "Robert", True),
        ("", "Robert", True),
    ],
)
def test_whole_given_names_with_a_short_form_in_common_are_two(a: str, b: str, one: bool) -> None:
    assert may_be_one_given_name(a, b) is one
    assert may_be_one_given_name(b, a) is one
