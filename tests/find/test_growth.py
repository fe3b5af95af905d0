"""Texts of many of a kind take time by their length: names, letters, offices, relatives without end."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.core.types import Article
from quotecli.find import find_quotes

SENTENCES = {
    "letters in brackets": "The Dock and Harbour Workers Union{n} (DHWU) said “no.” The DHWU said “yes.” ",
    "nicknames": "Ada Cole{n} answers to “Sarge{n}.” “No,” Sarge{n} said. ",
    "whose coach": "Brandt{n}'s coach, Gus Pell{n}, was happy. Orr{n}'s coach said it was “so.” ",
    "whose mother": "Toby Crane{n} sat. Crane{n}'s mother wept. “Good,” she said. ",
    "former governors": "Former Gov. Hal Bishop{n} met Gov. Rita Stone{n}. “Well,” the governor said. ",
    "brothers and sisters": "Brother and sister Hamish{n} and Gwen Dorrity{n} said “no.” His sister said “yes.” ",
    "whose name is kept back": "The woman, who declined to give her name because of Ann Lee{n}, said “no.” ",
}


MANY_SENTENCES = {
    "nouns for bodies": "{n} Corp left.\nThe union said “no.”\n",
    "judges": "Judge Ann {n} sat. “Yes,” the judge said.\n",
    "labels": "THE CHAIR: I do, so there.\n{N} {N}: We need it now, I think.\n",
    "who speak together": "Ann {n} left. She and Bob {n} said “yes.”\n",
    "firms' names": "{n}'s said no. {n}'s said “so.”\n",
}
"""Cheap by themselves: what all others of the text cost them shows in many alone."""
_SYLLABLES = "ba do ki lu me no pa ri so tu va we zo fe gi hu".split()


@pytest.mark.slow
@pytest.mark.parametrize("kind", MANY_SENTENCES)
def test_very_many_of_a_kind_take_time_by_the_length(as_article: ArticleMaker, kind: str) -> None:
    def make(number: int) -> Article:
        names = ("".join(_SYLLABLES[at >> shift & 15] for shift in (0, 4, 8, 12)).title() for at in range(number))
        return as_article("".join(MANY_SENTENCES[kind].format(n=name, N=name.upper()) for name in names))

    assert_linear(find_quotes, make, 500)


@pytest.mark.slow
@pytest.mark.parametrize("kind", SENTENCES)
def test_many_of_a_kind_take_time_by_the_length(as_article: ArticleMaker, kind: str) -> None:
    def make(number: int) -> Article:
        marks = (chr(97 + at % 26) + chr(97 + at // 26 % 26) for at in range(number))
        return as_article("".join(SENTENCES[kind].format(n=mark) for mark in marks))

    assert_linear(find_quotes, make, 75)
