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


def test_what_stands_second_behind_a_name_is_told_of_it_too(as_article: ArticleMaker) -> None:
    text = (
        "Mr. Fenn, a Republican from Hale and a retired Marine colonel, is not known for losing his temper. When Walter"
        " Dubrov described the matter as a variance, Mr. Orr looked up.\n\n“I can,” the retired colonel said."
    )
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Fenn",)]


def test_the_union_s_negotiator_is_a_person_and_no_union(as_article: ArticleMaker) -> None:
    text = (
        "Mo Pell, the union’s lead negotiator, brought the paragraph with him and read it aloud. “That’s me they’re"
        " talking about,” the negotiator said."
    )
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Mo Pell",)]


def test_the_age_that_somebody_was_called_by_means_him_again(as_article: ArticleMaker) -> None:
    text = (
        "Bobby Crane is angry, and sister Darcy has joined him. ‘They dig with the other hand,’ wrote the 35-year-old"
        " comic.\n\nDarcy, 39, wept.\n\n‘Move your money,’ the 35-year-old added."
    )
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Bobby Crane",)] * 2
