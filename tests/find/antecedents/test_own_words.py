"""Whom the words of “…,” she said name is not she; nor is he whose name the tag stands beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.growth import assert_linear

from quotecli.core.types import Article
from quotecli.find import find_quotes

ArticleMaker = Callable[..., Article]

SISTERS = "Greta Holm runs the mill. Ada Lund keeps the books."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{SISTERS} “Ada is quicker than I am,” she said.", "Greta Holm"),
        (f"{SISTERS} “Ms. Lund is quicker than I am,” she said.", "Greta Holm"),
        # who introduces herself, or tells what others said, may be called by name
        (f"{SISTERS} “I’m Ada, and I count,” she said.", "Ada Lund"),
        (f"{SISTERS} “My mother said, ‘Ada, count it again,’ and I do,” she said.", "Ada Lund"),
        (f"{SISTERS} “He said no, Ada, count it again,” she recalled.", "Ada Lund"),
        (f"{SISTERS} “Ada told me about it, and I believed Ada,” she said.", "Greta Holm"),
        # whoever asks her is not who answers
        ("Ada Lund met Greta Holm. Lund asked her why it had stopped. “It is old,” she said.", "Greta Holm"),
        (
            "Ada Lund met Greta Holm. Lund, who keeps the books, then asked her if it had stopped. “No,” she said.",
            "Greta Holm",
        ),
        ("Ada Lund met Greta Holm. Lund asked her to stop it. “It is ours,” she said.", "Ada Lund"),
        # nor who asked above
        (f"{SISTERS}\n“Did it stop?” asked Lund.\n“No,” she said.", "Greta Holm"),
        # a tag inside the sentence stands beside whom it tells of
        ("Tom Hale came in. It was Ned Orr, he said, who had “hidden the key.”", "Tom Hale"),
        ("Tom Hale came in with Ned Orr. Orr, he said, was “a poor sailor.”", "Tom Hale"),
    ],
)
def test_who_is_named_is_not_who_speaks(as_article: ArticleMaker, text: str, speaker: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == (speaker,)


def test_where_all_are_named_nobody_is_guessed(as_article: ArticleMaker) -> None:
    [found] = find_quotes(as_article(f"{SISTERS} “Greta and Ada have been thieves since May,” she said."))
    assert found.speakers == ()


def test_who_asks_is_not_who_answers(as_article: ArticleMaker) -> None:
    text = "Tom Hale runs the ferry. Asked by the reporter Ned Orr whether it would sail, he said: “Not this year.”"
    [found] = find_quotes(as_article(text))
    assert found.speakers == ("Tom Hale",)


def test_where_only_who_asks_is_named_nobody_is_guessed(as_article: ArticleMaker) -> None:
    [found] = find_quotes(as_article("Asked by Ned Orr of the Ledger whether it would sail, he said: “Not this year.”"))
    assert found.speakers == ()


@pytest.mark.slow
@pytest.mark.parametrize("end", [",", "."])
def test_who_asks_is_looked_for_in_time_by_the_length(as_article: ArticleMaker, end: str) -> None:
    def make(number: int) -> Article:
        return as_article(
            "“So,” said Tom Hale. " + f"Asked by Ned Orr of the Ledger, he said so{end} " * number + "“No.”"
        )

    assert_linear(find_quotes, make, 250)
