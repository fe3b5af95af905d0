"""Who has no name is given none, and who is only described or asked is led to who is meant."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


def speakers(as_article: ArticleMaker, text: str) -> list[tuple[str, ...]]:
    return [quotation.speakers for quotation in find_quotes(as_article(text))]


@pytest.mark.parametrize(
    "paragraphs",
    [
        # the paper asked somebody whom it does not name
        (
            "Ana Ruiz is the mayor of Orrin and has run the town for years.\n\nThe Herald spoke to one mother"
            " whose sons attend the school. “Nobody has called me back,” she said."
        ),
        # who is named only afterwards is told of as another
        (
            "Passengers walked to work on Tuesday as Metro East Trams cut a third of its services.\n\nAt the"
            " Church Street stop a man in his sixties had been waiting for fifty minutes. He had counted the"
            " trams on the board.\n\n“You get to two minutes and it goes blank,” he said.\n\nDale Oxenham, the"
            " state secretary of the drivers' union, agreed."
        ),
        (
            "Golfers scattered on Tuesday when a small plane came down on the fairway.\n\n“I had a choice"
            " between a lake and a par five,” the pilot said.\n\nGus Lindqvist, 81, was about to putt."
        ),
        # a man of 47 is no boy
        (
            "A former treasurer who stole $300,000 was sentenced on Thursday, after a hearing at which a"
            " 10-year-old catcher told him that the team had played in old shirts.\n\n“I don’t hate you,” the"
            " boy said, reading from a sheet of paper.\n\nEverett Slocum, 47, who kept the books, wept."
        ),
        # what has wheels and one word for a name is nobody
        "The county sold it in March. It had been left in a field on Route 9. “I laughed,” he said.",
    ],
    ids=["asked by the paper", "counted the trams", "the pilot", "the boy", "a road"],
)
def test_who_has_no_name_is_not_given_that_of_another(as_article: ArticleMaker, paragraphs: str) -> None:
    assert set(speakers(as_article, paragraphs)) == {()}


def test_a_noun_that_opens_a_sentence_tells_of_who_leads_it(as_article: ArticleMaker) -> None:
    text = (
        "Senator Rosalind Achter was not moved by the company's account. A former prosecutor who spent 14 years"
        " trying fraud cases in Portland, she had spread the emails across the dais.\n\n"
        "Theo Vance said that he did not recognize it. “It is from your own deputy,” the former prosecutor told him."
    )
    assert speakers(as_article, text) == [("Rosalind Achter",)]


def test_a_tractor_of_1951_is_nobody(as_article: ArticleMaker) -> None:
    text = "Sheriff Dale Orr found a 1951 Farmall in the shed behind the old mill. “I laughed,” he said."
    assert speakers(as_article, text) == [("Dale Orr",)]


def test_who_is_asked_answers_and_not_who_asks(as_article: ArticleMaker) -> None:
    drummer = (
        "Cornelius Bohan played the drums on the record. Asked about it thirty years afterward by the German"
        " producer Jon Habicht, he shrugged. “It was a good wedding,” he said."
    )
    witness = (
        "Senator Rosalind Achter, the chairwoman of the panel, was not moved. Bella Fine wept as she told of"
        " the fire. Then the chairwoman asked whether she wanted to stop. “No, ma’am,” she said."
    )
    assert speakers(as_article, drummer) == [("Cornelius Bohan",)]
    assert speakers(as_article, witness) == [("Bella Fine",)]
