"""Words inside another's report are whose words they are."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


def _speakers(as_article: ArticleMaker, text: str) -> list[tuple[str, ...]]:
    return [quotation.speakers for quotation in find_quotes(as_article(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Arden blasted Rep. Joe Hale for saying that the divers were “not sailors.”",
        "Ruth Arden accused Joe Hale of telling donors that the law was “dead.”",
        "Ruth Arden mocked Joe Hale’s claim that he was “a very steady hand.”",
        "Ruth Arden said Joe Hale has called her “a puppet.”",
        "Detective Ruth Arden said Joe Hale admitted he was “out of control” that night.",
        "Ruth Arden reminded voters that Joe Hale had once called the tide “a hoax.”",
        "The Courier reported that Joe Hale told donors the law was “a joke.”",
        "“I did it,” Joe Hale told police, according to Detective Ruth Arden.",
        "“I did it,” Joe Hale told police, according to the affidavit.",
        "Ruth Arden resigned. Joe Hale told the board, according to the report, that the mill was “running on fumes.”",
        "Ruth Arden resigned. “We will go on,” said Joe Hale, president of the Fell Fund.",
    ],
)
def test_the_inner_clause_tells_who_said_it(as_article: ArticleMaker, text: str) -> None:
    assert _speakers(as_article, text) == [("Joe Hale",)]


@pytest.mark.parametrize(
    "text",
    [
        "Joe Hale said Ruth Arden thinks the law is “dead.”",
        "Joe Hale called Ruth Arden’s claim that it fell “absurd.”",
        "Joe Hale said Ruth Arden’s plan would give money to “the idle rich.”",
        "Joe Hale criticized Ruth Arden, saying the law was “dead.”",
    ],
)
def test_what_somebody_only_thinks_or_does_in_a_report_is_the_reporters_words(
    as_article: ArticleMaker, text: str
) -> None:
    assert _speakers(as_article, text) == [("Joe Hale",)]


def test_whoever_yelled_was_heard_and_has_no_name(as_article: ArticleMaker) -> None:
    text = "Lena Ode said she heard a man yell “Get back!” from the roof."
    (quotation,) = find_quotes(as_article(text))
    assert (quotation.said_as, quotation.speakers) == ("a man", ())


def test_who_behind_a_body_is_the_person_who_serves_it(as_article: ArticleMaker) -> None:
    text = "“We will fight,” said Ada Holm, president of the Fell Fund, who called it “a gift to the idle.”"
    assert _speakers(as_article, text) == [("Ada Holm",)] * 2
