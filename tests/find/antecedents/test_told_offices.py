"""Who is told to hold an office or a rank is meant by it later; relatives, branches, and bodies without a noun."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

ASKED = "\n\nJudith Pell of Marsh & Dray asked whether more cuts would come. “I can’t promise there won’t be,” said {}."


@pytest.mark.parametrize(
    ("told", "called"),
    [
        ("Helena Strand, who became mayor in March, blamed the frost.", "the mayor"),
        ("Helena Strand was elected mayor in March. She blamed the frost.", "the mayor"),
        ("Helena Strand has been mayor since March. She blamed the frost.", "the mayor"),
        ("Mayor Helena Strand blamed the frost.", "the mayor"),
        ("Helena Strand was appointed chief executive in March. She blamed the frost.", "the chief executive"),
        ("Helena Strand, the chief executive since March, blamed the frost.", "the CEO"),
        ("Helena Strand, who became chief executive in March, blamed the frost.", "the CEO"),
    ],
)
def test_an_office_means_who_is_told_to_have_got_it(as_article: ArticleMaker, told: str, called: str) -> None:
    (quotation,) = find_quotes(as_article(told + ASKED.format(called)))
    assert (quotation.speakers, quotation.said_as) == (("Helena Strand",), called)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Josie Ferrin, a retired postmistress, died. Her son Declan told the court. His brother Padraig,"
                " a garda sergeant, was there.\n\nAsked whether he knew, Sgt Ferrin replied: “I was run off my feet.”"
            ),
            "Padraig Ferrin",
        ),
        (
            (
                "Josie Ferrin, a postmistress from Ballinahowen, Co Westmeath, died last year.\n\nHer son Declan"
                " told Westmeath Coroner’s Court that she had gone in “on her own two feet”."
            ),
            "Declan Ferrin",
        ),
        (
            "Beatriz Lanza grew up where her mother, Ottavia, kept the shop. “She wrote it down,” said Ottavia.",
            "Ottavia Lanza",
        ),
        (
            "Governor Josphat Ole Sankale smiled. “It is late,” said Mr Ole Sankale.",
            "Josphat Ole Sankale",
        ),
        (
            "The Executive Director, Finance, Hauwa Bello, apologised. “I’m a signatory,” the executive director said.",
            "Hauwa Bello",
        ),
        (
            "Shops in Derby shut at seven. The union, Unite for Bakers, called it “a kick in the teeth”.",
            "Unite for Bakers",
        ),
        (
            "Kenosha County has no such rule. Women for a Fair Share said it was “a start”.",
            "Women for a Fair Share",
        ),
        (
            (
                "Temirtas Coal runs the mine. The company said it would be “gone by May”.\n\n"
                "(Additional reporting by Dana Iskakova in Astana)"
            ),
            "Temirtas Coal",
        ),
    ],
)
def test_ranks_relatives_branches_and_bodies(as_article: ArticleMaker, text: str, speaker: str) -> None:
    (quotation,) = find_quotes(as_article(text))
    assert quotation.speakers == (speaker,)
