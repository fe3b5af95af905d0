"""Where mentions begin and end: a verb is no part of the noun or name that it belongs to."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find.pieces import find_pieces
from quotecli.find.scene import Scene


def mentions(as_article: ArticleMaker, text: str) -> list[str]:
    """Return the words of the mentions of a text."""
    article = as_article(text)
    return [article.text[m.start : m.end] for m in Scene(article, find_pieces(article)).mentions]


@pytest.mark.parametrize(
    ("text", "said_as"),
    [
        ("The corporation advised citizens to take “due caution”.", "The corporation"),
        ("The newspaper took note of it: “We know.”", "The newspaper"),
        ("The Harbour Times reports: “It is bad.”", "Harbour Times"),
        ("On Monday the Times reports that “it” fell.", "Times"),
        ("A bulletin to his supporters notes that it “is late”.", "his supporters"),
        ("A present from eight-year-old Poppy Hale, who said “here”.", "Poppy Hale"),
        ("“It fell,” the Easton Post reported on Monday.", "Easton Post"),
        ("Brogan BLASTS Ana: “No.”", "Brogan"),
        ("The 41-year-old diving star said “no”.", "The 41-year-old diving star"),
        ("There is a question Democrats avoid, “why?”", "Democrats"),
        ("Amid reports that “he left”, the minister said no.", "the minister"),
    ],
)
def test_a_mention_ends_before_its_verb(as_article: ArticleMaker, text: str, said_as: str) -> None:
    assert said_as in mentions(as_article, text)


@pytest.mark.parametrize(
    "text",
    [
        "It was the exchange the company attributed the “loss” to.",
        "A worry widely shared among left-leaning economists.",
    ],
)
def test_no_mention_runs_over_a_preposition_or_a_second_determiner(as_article: ArticleMaker, text: str) -> None:
    assert all(len(words.split()) <= 2 for words in mentions(as_article, text))
