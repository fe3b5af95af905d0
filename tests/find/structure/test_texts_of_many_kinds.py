"""Lists of reactions, oral history, excerpts and speeches in full: whose words each piece is."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes


def test_reactions_below_names_in_capitals(as_article: ArticleMaker) -> None:
    text = (
        "What they said: Reactions to the Norwood Accord\n\n"
        "Ninety nations on Wednesday signed the Norwood Accord. Here is a selection of reactions.\n\n"
        "LUKAS BRANDEL, CHAIR OF THE TALKS\n“At four this morning I had a speech about failure in my pocket.”\n\n"
        "SENATOR BILL HASKELL, RANKING MEMBER\n“I’ll be voting no.”\n\n"
        "MEI-LIN OSTROV, HEAD OF THE COUNCIL\nThe industry “will play its part,” Ostrov said."
    )
    speakers = [quotation.speakers for quotation in find_quotes(as_article(text))]
    assert speakers == [("Lukas Brandel",), ("Bill Haskell",), ("Mei-Lin Ostrov",)]


def test_labels_with_an_occupation(as_article: ArticleMaker) -> None:
    text = (
        "The quarry closed in 1981. Their accounts have been lightly edited.\n\n"
        "EILEEN GARRETT, canteen: I made forty breakfasts that morning. Nobody ate.\n\n"
        "NORA FEENEY, wages clerk: We’d known since Easter.\n\n"
        "GARRETT: He took his cap off to me.\n\nFEENEY: I locked the office."
    )
    garrett, feeney = ("Eileen Garrett",), ("Nora Feeney",)
    assert [q.speakers for q in find_quotes(as_article(text))] == [garrett, feeney, garrett, feeney]


def test_an_exchange_quoted_in_a_summary(as_article: ArticleMaker) -> None:
    text = (
        "Guest: Vivienne Stroud, engineer. Hosts: Lena Quist and Omar Tabari.\n\n"
        "What it’s about: Stroud made offices quieter.\n\nThe best exchange comes half an hour in:\n\n"
        "TABARI: So people pay you to sit in a vault.\n\nSTROUD: Fifteen an hour.\n\n"
        "QUIST: And what do they do in there?\n\nSTROUD: Most of them cry.\n\nWhy listen: Quist is patient."
    )
    stroud = ("Vivienne Stroud",)
    speakers = [quotation.speakers for quotation in find_quotes(as_article(text))]
    assert speakers == [("Omar Tabari",), stroud, ("Lena Quist",), stroud]


def test_a_box_of_facts_is_no_exchange(as_article: ArticleMaker) -> None:
    text = (
        "The guild bakes for the school.\n\nTHE SALE: Bread and rolls.\n\nDOORS: From nine until noon.\n\n"
        "PRICES: Two for one.\n\nPARKING: Behind the mill."
    )
    assert find_quotes(as_article(text)) == []


def test_a_speech_in_full_goes_on_until_the_reporter_does(as_article: ArticleMaker) -> None:
    text = (
        "The former astronaut Ines Calder received a degree on Saturday. This is what Calder said, as delivered:\n\n"
        "Thank you. I have seen your fees.\n\n"
        "My grandmother used to say, “Do the next thing.” She cleaned offices. She asked whether I was tidy.\n\n"
        "So that is my advice. Fix it.\n\n"
        "The audience rose. “Somebody told me the sink was dripping,” she explained later."
    )
    quotations = find_quotes(as_article(text))
    assert [q.speakers for q in quotations] == [("Ines Calder",)] * 4
    assert quotations[2].text == "So that is my advice. Fix it."


def test_the_key_passage_is_a_block(as_article: ArticleMaker) -> None:
    text = (
        "Helena Marr, leader of the opposition, has finished her speech. Here’s the key passage:\n\n"
        "The minister signed a contract that he now says he never read. He owes us the truth.\n\n"
        "Marr sat down to loud cheers."
    )
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == ("Helena Marr",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "The Labour Ministry was silent. In its autumn survey, the Warehouse Federation found that members had "
                "turned away business.\n\nThe shortage is “structural,” the survey concludes."
            ),
            "Warehouse Federation",
        ),
        (
            (
                "Shares in Halden & Rye fell.\n\nPre-tax profit dropped.\n\nThe company said in a statement that it "
                "expected profits to be “below” last year’s."
            ),
            "Halden & Rye",
        ),
    ],
)
def test_whose_documents_and_companies(as_article: ArticleMaker, text: str, name: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == (name,)


def test_a_fellow_diner_is_a_diner(as_article: ArticleMaker) -> None:
    [quotation] = find_quotes(as_article("“They shared a pudding,” a fellow diner tells Flash."))
    assert (quotation.said_as, quotation.speakers) == ("a fellow diner", ())
