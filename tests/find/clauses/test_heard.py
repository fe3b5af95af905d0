"""What somebody is told is not what he says; whom somebody quotes is who said it."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


def _speakers(as_article: ArticleMaker, text: str) -> list[tuple[str, ...]]:
    return [quotation.speakers for quotation in find_quotes(as_article(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Joe Hale was told: “You are finished here.” He left the club on Friday.",
        "Joe Hale was told he was “finished”. He left the club on Friday.",
        "Joe Hale was asked, “Where did the money go?” He did not stop.",
        "Ruth Arden said that when he rang he was told: “Unplug what you are not using.”",
        "Joe Hale dismissed claims that he was “unfit for office”.",
    ],
)
def test_who_hears_words_is_not_who_says_them(as_article: ArticleMaker, text: str) -> None:
    assert _speakers(as_article, text) in ([()], [])


@pytest.mark.parametrize(
    "text",
    [
        "Told he would “never walk again”, Joe Hale said: “Watch me.”",
        "Joe Hale said he was told the pier was “unsafe”. “So I stayed away,” he said.",
        "Joe Hale was seen. Joe’s told pals: “I’ve had enough.” Joe said: “Enough.”",
    ],
)
def test_who_tells_what_he_heard_says_it(as_article: ArticleMaker, text: str) -> None:
    assert _speakers(as_article, text) == [("Joe Hale",)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Arden, the captain, quoted Joe Hale: “Never give in.”",
        "Ruth Arden quoted Joe Hale as saying that it was “a long road”.",
        "Ruth Arden quoted Joe Hale, who died in May, as saying that it was “a long road”.",
        "“He had the keys all along,” Ruth Arden, a clerk, said Joe Hale had told her.",
        "“He had the keys all along,” Ruth Arden said that Joe Hale told her.",
    ],
)
def test_whom_another_quotes_said_it(as_article: ArticleMaker, text: str) -> None:
    assert _speakers(as_article, text) == [("Joe Hale",)]


def test_whom_nobody_names_may_be_quoted(as_article: ArticleMaker) -> None:
    (quotation,) = find_quotes(as_article("Ruth Arden quoted her grandfather: “Never lend a ladder.”"))
    assert (quotation.said_as, quotation.speakers) == ("her grandfather", ())


@pytest.mark.parametrize(
    "text",
    [
        "The wall at Port Arkle “will not last ten winters”, a public inquiry was told on Monday.",
        "The wall at Port Arkle “will not last ten winters”, a court heard on Monday.",
        "A nurse was “playing God”, a jury has been told.",
    ],
)
def test_what_a_court_hears_is_said_though_nobody_is_named(as_article: ArticleMaker, text: str) -> None:
    assert _speakers(as_article, text) == [()]
