"""Offices as they stand: former ones, deputies, and titles that belong to the name beside them alone."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


def speakers(as_article: ArticleMaker, text: str) -> list[tuple[str, ...]]:
    return [quotation.speakers for quotation in find_quotes(as_article(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "Former Gov. Hal Bishop endorsed Gov. Rita Stone. “She has earned it,” Bishop said. “I am humbled,” the"
                " governor said. The former governor waved. “I am old,” the former governor said."
            ),
            ["Hal Bishop", "Rita Stone", "Hal Bishop"],
        ),
        (
            (
                "Deputy Mayor Ana Cole filled in for Mayor Ron Hill. “He is sick,” the deputy mayor said. The mayor,"
                " reached by phone, said he was “fine.”"
            ),
            ["Ana Cole", "Ron Hill"],
        ),
        (
            (
                "President Ada Novak met Prime Minister Juri Salo. “A good talk,” the president said. “A long one,” the"
                " prime minister said."
            ),
            ["Ada Novak", "Juri Salo"],
        ),
        (
            "Lawyer Tim Fox represents Ella Brand. “She did not do it,” the lawyer said.",
            ["Tim Fox"],
        ),
    ],
)
def test_an_office_is_held_by_whom_the_text_says_now(as_article: ArticleMaker, text: str, names: list[str]) -> None:
    assert speakers(as_article, text) == [(name,) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "Rosa Méndez, 72, sells tamales outside the station. Her daughter Inés helps on Sundays. “My mother"
                " never rests,” Inés said. “I rest when I am dead,” Méndez said."
            ),
            ["Inés Méndez", "Rosa Méndez"],
        ),
        (
            (
                "Sarah Kim, 34, a nurse, and her sister Jenny, 29, were at the march. “I brought soup,” Jenny said."
                " “She always brings soup,” Kim said."
            ),
            ["Jenny Kim", "Sarah Kim"],
        ),
    ],
)
def test_a_relative_by_the_given_name_has_not_the_surname_alone(
    as_article: ArticleMaker, text: str, names: list[str]
) -> None:
    assert speakers(as_article, text) == [(name,) for name in names]


def test_who_is_asked_answers(as_article: ArticleMaker) -> None:
    text = "Defense lawyer Kim Pruitt asked the detective, Sam Boyd, whether he had taken notes. “No,” he said."
    assert speakers(as_article, text) == [("Sam Boyd",)]


def test_a_seat_tells_the_party(as_article: ArticleMaker) -> None:
    text = (
        "Sen. Ana Ruiz, R-Otway, sat with Sen. Lee Marsh, D-Loma. “He offered me half,” said the Republican. “I did,”"
        " the Democrat said."
    )
    assert speakers(as_article, text) == [("Ana Ruiz",), ("Lee Marsh",)]
