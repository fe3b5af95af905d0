"""Lists of sources quote nobody; words without marks below "wrote:" do."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces

SOURCES = (
    "The kiln is cold. “We wait,” Ann Lee said.\nSources\n“Kiln goes out in Denny” — Denny Courier, May 3, 2014\n"
    "Tom Roe. “‘No fire’: potters ask why” — The Valley Post, 3 May 2014\n"
    '"Four refroidi" (French) — Le Courrier, May 4, 2014'
)


def test_titles_in_a_list_of_sources_are_nobodys_words(as_article: ArticleMaker) -> None:
    assert [quotation.text for quotation in find_quotes(as_article(SOURCES))] == ["We wait,"]


def test_without_the_heading_they_are_looked_at(as_article: ArticleMaker) -> None:
    article = as_article(SOURCES.replace("Sources\n", ""))
    assert len(find_pieces(article)) > 1


def test_what_is_said_below_the_heading_stays(as_article: ArticleMaker) -> None:
    article = as_article(f"{SOURCES}\n“We still wait,” Ann Lee said on Friday.")
    assert find_quotes(article)[-1].text == "We still wait,"


TOLD = {
    "a forum's report": "In its report, the Bread Forum wrote:",
    "a post": "In a post on Facebook, Ann Lee wrote:",
    "a comment below a whole office": "Ann Lee, Chief Executive Officer of Bread Holdings, commented:",
    "an email": "A reader, Kit Poole, emails:",
    "a letter, in part": "The letter from Ann Lee reads in part:",
}


@pytest.mark.parametrize("above", TOLD.values(), ids=TOLD.keys())
def test_words_below_a_verb_of_writing_are_quoted(as_article: ArticleMaker, above: str) -> None:
    words = "The oven is gone but the smell remains. We have asked for a yard."
    [quotation] = find_quotes(as_article(f"The bakery closed.\n{above}\n{words}\nThe town has sold the oven."))
    assert quotation.text == words
    assert quotation.said_as is not None


NOT_TOLD = {
    "a list": "The minister said:\n1. Bread is dear.",
    "a label": "The minister said:\nOne reader: no.",
    "a report": "The minister wrote:\nThe oven, she said, was cold.",
    "a heading": "What we know so far:\nThe oven is gone, and we wait.",
    "another list": "The minister said:\n- bread is dear and so is flour.",
}


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_what_else_stands_below_a_colon_is_not(as_article: ArticleMaker, text: str) -> None:
    assert find_pieces(as_article(f"The bakery closed.\n{text}")) == []


def test_a_line_of_names_that_leads_in_is_no_heading(as_article: ArticleMaker) -> None:
    text = (
        "The bakery closed.\nIvo Lund, Chairman of Bread Holdings, said:\n“We looked at every oven we could find.\n"
        "“We thank the town.”\nThe sale is set for May."
    )
    found = find_quotes(as_article(text))
    assert [(quotation.text[:8], quotation.speakers) for quotation in found] == [
        ("We looke", ("Ivo Lund",)),
        ("We thank", ("Ivo Lund",)),
    ]


LETTER = "We have told them that nothing is decided. You will have heard the news by now."
PLEA = "Please come on the 30th. Please bring a chair, as we have only the little ones."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"It rained.\nIn a letter sent home, Lorna Fielding wrote:\n{LETTER}\n{PLEA}\nNobody spoke.", [LETTER, PLEA]),
        (
            f"It sank.\nHe left an email. Gavin Teale wrote to his managers:\nDoor 6 again. It will not latch.\n{PLEA}",
            ["Door 6 again. It will not latch.", PLEA],
        ),
        ("They put out a statement. In full:\nThe club thank Brett for his service.\nAl Reed takes over.", None),
        (f"I drove north.\nIn a letter, Lorna Fielding wrote:\n{LETTER}\nI folded it and drove home.", [LETTER]),
        (f"It rained.\nIn a letter, Lorna Fielding wrote:\n{LETTER}\nThe council had no comment.", [LETTER]),
    ],
)
def test_a_letter_goes_on_as_long_as_it_speaks_of_itself(
    as_article: ArticleMaker, text: str, said: list[str] | None
) -> None:
    found = [quote.text for quote in find_quotes(as_article(text))]
    assert found == (said or ["The club thank Brett for his service."])


def test_a_block_is_said_by_whom_the_sentence_above_is_about(as_article: ArticleMaker) -> None:
    text = (
        "What the inquiry found runs to 412 pages. The chairman, Cuthbert Ansley, wrote the best of it.\n\n"
        "On the drainage board he is harsher, if that is possible:\n\n"
        "> The board met nine times in the year. It discussed the colour of its letterhead at six of them.\n\n"
        "Not everybody was pleased with the report in the end."
    )
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Cuthbert Ansley",)]
