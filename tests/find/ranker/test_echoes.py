"""Headlines quote what the text says: its speaker is theirs."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes
from quotecli.core.types import Role

_TEXT = (
    "The council met on Monday to vote on the old pier and its future.\n\n"
    "“You can’t sell us the sea and keep the sand,” said Ana Ruiz, a baker, to cheers. Clerk Leo Brandt called the talk"
    " “sour”."
)


def _headline(as_article: ArticleMaker, headline: str) -> list[tuple[str, tuple[str, ...]]]:
    found = find_quotes(as_article(f"{headline}\n\n{_TEXT}", {0: Role.HEADLINE}))
    return [(quotation.text, quotation.speakers) for quotation in found if quotation.role is Role.HEADLINE]


@pytest.mark.parametrize(
    ("headline", "words", "speaker"),
    [
        ("‘You can’t sell us the sea’: fury as pier goes", "You can’t sell us the sea", "Ana Ruiz"),
        (
            "‘You can’t sell us the sea and the sand’: fury as pier goes",
            "You can’t sell us the sea and the sand",
            "Ana Ruiz",
        ),
        ("Clerk hits out at ‘sour’ talk of the pier", "sour", "Leo Brandt"),
    ],
)
def test_whoever_says_it_in_the_text(as_article: ArticleMaker, headline: str, words: str, speaker: str) -> None:
    assert _headline(as_article, headline) == [(words, (speaker,))]


@pytest.mark.parametrize("headline", ["A ‘sea’ of trouble for the pier", "‘Golden Sand’ week goes on at the pier"])
def test_a_word_that_only_stands_in_a_speech_is_no_quotation(as_article: ArticleMaker, headline: str) -> None:
    assert _headline(as_article, headline) == []


def test_two_who_say_the_same_are_told_apart_by_nobody(as_article: ArticleMaker) -> None:
    said = "“It never rains here at all,” said {}.".format
    text = "\n\n".join(["‘It never rains here at all’: row", said("Ana Ruiz"), said("Leo Brandt")])
    first, *_ = find_quotes(as_article(text, {0: Role.HEADLINE}))
    assert (first.text, first.speakers) == ("It never rains here at all", ())
