"""Two names from different documents: how likely are they one person?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.core.names import given_names_agree, same_person

LIKELY = [
    ("Khloe Kardashian", "Khloé Kardashian"),
    ("Kim Kardashian", "Kim Kardashian-West"),
    ("Rob Kardashian", "Robert Kardashian"),
    ("Sen. Ngozi Okafor", "Ngozi Okafor"),
    ("Hillary Clinton", "Hillary Rodham Clinton"),
    ("Luis Moreno Ocampo", "Luis Moreno-Ocampo"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Mohammed Ali", "Muhammad Ali"),
    ("Martin Luther King Jr.", "Martin Luther King, Jr."),
    ("Liz Truss", "Elizabeth Truss"),
    ("J.K. Rowling", "Joanne Rowling"),
    ("George Bush", "George W. Bush"),
]
WEAK = [
    ("Mr. Trump", "Donald Trump"),
    ("Trump", "Donald Trump"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Bill Clinton", "Billy Clinton"),
    ("Smith", "Smith"),
    ("Hillary Rodham", "Hillary Rodham Clinton"),
]
OTHERS = [
    ("Rob Kardashian", "Kim Kardashian"),
    ("Bill Clinton", "Hillary Clinton"),
    ("George W. Bush", "George H.W. Bush"),
    ("Robert Downey Jr.", "Robert Downey Sr."),
    ("Mrs. Trump", "Donald Trump"),
    ("Mr. Clinton", "Hillary Clinton"),
    ("Jane Smith-Jones", "Jane Smith-Brown"),
    ("Elin Suleymanov", "Ilham Aliyev"),
    ("John Smith", "John Brown"),
    ("J. Smith", "Robert Smith"),
    ("", "Donald Trump"),
]


@pytest.mark.parametrize(("a", "b"), LIKELY)
def test_spellings_and_short_forms_of_one_name_are_likely_one_person(a: str, b: str) -> None:
    assert same_person(a, b) >= 0.6


@pytest.mark.parametrize(("a", "b"), WEAK)
def test_a_single_name_or_a_missing_suffix_is_weak_evidence(a: str, b: str) -> None:
    assert 0.1 <= same_person(a, b) <= 0.5


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_other_given_names_suffixes_and_genders_speak_against(a: str, b: str) -> None:
    assert same_person(a, b) <= 0.2


def test_equal_names_are_the_likeliest_but_never_certain() -> None:
    assert same_person("Maria Lopez", "Maria Lopez") == max(same_person(a, b) for a, b in LIKELY)
    assert same_person("Maria Lopez", "Maria Lopez") < 1.0


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_is_symmetric_and_between_0_and_1_for_any_text(a: str, b: str) -> None:
    assert same_person(a, b) == same_person(b, a)
    assert 0.0 <= same_person(a, b) <= 1.0


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("Rob", "Robert", True),
        ("K.", "Kim", True),
        ("Kim", "Khloe", False),
        ("Khloé", "Khloe", True),
        ("J", "Rob", False),
    ],
)
def test_given_names_agree_by_initial_accent_and_short_form(a: str, b: str, agree: bool) -> None:
    assert given_names_agree(a, b) is agree
    assert given_names_agree(b, a) is agree
