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


@pytest.mark.parametrize(
    ("text", "said_as", "speakers"),
    [
        ("Ruth Arden runs a school. She said a roofer sent by the town told her it was “tired”.", "a roofer", ()),
        ("Joe Hale told the board that in July a supplier had assured him it came “within a week”.", "a supplier", ()),
        ("Ruth Arden called. She said the operator told her: “Let nobody in.”", "the operator", ()),
        (
            "Ruth Arden, 59, said Joe Hale called her in, shut the door and told her, “Nobody will complain.”",
            "Joe Hale",
            ("Joe Hale",),
        ),
        (
            "Ravi Gill, prosecuting, said Joe Hale had told the daughter, Susan Finch, that he was “buying things”.",
            "Joe Hale",
            ("Joe Hale",),
        ),
        ("Ruth Arden sells ice. Her agent, she said, was kind and had described it as “total.”", "Her agent", ()),
        ("Her colleague, Ruth Arden said, had rung to tell her that the squid were “sulking”.", "Her colleague", ()),
        (
            "Joe Hale came in. He asked her, Ruth Arden said, if she had “a pound about the house”.",
            "He",
            ("Joe Hale",),
        ),
        ("The pup was, as Ruth Arden put it, “a handful”.", "Ruth Arden", ("Ruth Arden",)),
        (
            "Ruth Arden recalled her late father, Joe Hale, telling her: “Lend nothing.”",
            "her late father",
            ("Joe Hale",),
        ),
        (
            "Ruth Arden is here. Joe Hale accused her of telling a group that it was “exhausting.”",
            "her",
            ("Ruth Arden",),
        ),
    ],
)
def test_who_tells_somebody_in_a_report_said_it(
    as_article: ArticleMaker, text: str, said_as: str, speakers: tuple[str, ...]
) -> None:
    (quotation,) = find_quotes(as_article(text))
    assert (quotation.said_as, quotation.speakers) == (said_as, speakers)


@pytest.mark.parametrize(
    "text",
    [
        "Joe Hale said he has seen schools that reminded him of “a foreign land”.",
        "The Courier, Joe Hale said, called the notice “highly significant.”",
        "Joe Hale got a man who told him the road was “closed”. “It was not,” Joe Hale said.",
    ],
)
def test_what_only_looks_so_is_not_taken_for_a_report(as_article: ArticleMaker, text: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == ("Joe Hale",)
