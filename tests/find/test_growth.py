"""Texts of many of a kind take time by their length: names, letters, offices, relatives without end."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.core.types import Article
from quotecli.find import find_quotes
from quotecli.find.mentions.firms import firms_with_s
from quotecli.find.mentions.tokens import Stream

SENTENCES = {
    "letters in brackets": "The Dock and Harbour Workers Union{n} (DHWU) said “no.” The DHWU said “yes.” ",
    "nicknames": "Ada Cole{n} answers to “Sarge{n}.” “No,” Sarge{n} said. ",
    "whose coach": "Brandt{n}'s coach, Gus Pell{n}, was happy. Orr{n}'s coach said it was “so.” ",
    "whose mother": "Toby Crane{n} sat. Crane{n}'s mother wept. “Good,” she said. ",
    "former governors": "Former Gov. Hal Bishop{n} met Gov. Rita Stone{n}. “Well,” the governor said. ",
    "brothers and sisters": "Brother and sister Hamish{n} and Gwen Dorrity{n} said “no.” His sister said “yes.” ",
    "whose name is kept back": "The woman, who declined to give her name because of Ann Lee{n}, said “no.” ",
}


TOLD_AND_SAID = {
    "nouns for bodies": ("{n} Corp left. ", "The union said “no.”\n"),
    "judges": ("Judge Ann {n} sat. Judge Bob {n} sat. ", "“Yes,” the judge said.\n"),
    "labels": ("Ann {n} left. Bob {n} left. ", "THE CHAIR: I do, so there.\nTHE CLERK: I do, too.\n"),
    "who speak together": ("", "Ann {n} left. She and Bob {n} said “yes.”\n"),
}
"""Cheap by themselves: what each of the first costs each of the second shows in very many alone."""
_SYLLABLES = "ba do ki lu me no pa ri so tu va we zo fe gi hu".split()


def _names(number: int) -> list[str]:
    return ["".join(_SYLLABLES[at >> shift & 15] for shift in (0, 4, 8, 12)).title() for at in range(number)]


@pytest.mark.slow
@pytest.mark.parametrize("kind", TOLD_AND_SAID)
def test_very_many_of_a_kind_take_time_by_the_length(as_article: ArticleMaker, kind: str) -> None:
    def make(number: int) -> Article:
        parts = ("".join(form.format(n=name) for name in _names(number)) for form in TOLD_AND_SAID[kind])
        return as_article("\n".join(parts))

    assert_linear(find_quotes, make, 500)


@pytest.mark.slow
def test_very_many_firms_take_time_by_the_length(as_article: ArticleMaker) -> None:
    def make(number: int) -> Stream:
        return Stream(as_article("".join(f"{name}'s said no. {name}'s said so. " for name in _names(number))), [])

    assert_linear(lambda stream: firms_with_s(stream, ()), make, 1_000)


@pytest.mark.slow
@pytest.mark.parametrize("kind", SENTENCES)
def test_many_of_a_kind_take_time_by_the_length(as_article: ArticleMaker, kind: str) -> None:
    def make(number: int) -> Article:
        marks = (chr(97 + at % 26) + chr(97 + at // 26 % 26) for at in range(number))
        return as_article("".join(SENTENCES[kind].format(n=mark) for mark in marks))

    assert_linear(find_quotes, make, 75)
