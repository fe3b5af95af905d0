"""Who answers: words without a tag behind a question."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes

_MEETING = "Ana Ruiz and Leo Brandt met at the mill.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It was a fair fight,” Ruiz said. Would she do it again? “In a hat, yes.”", "Ana Ruiz"),
        (
            "“It was a fair fight,” Ruiz said.\n\nWould she do it again?\n\n“In a hat, yes.”\n\nBrandt told us to go.",
            "Ana Ruiz",
        ),
        ("“I sold it,” Ruiz said.\n\n“Did you count the sacks?” Brandt asked.\n\n“Twice.”", "Ana Ruiz"),
        ("“I’ll sell it,” Ruiz said.\n\nThe tide rose.\n\n“To whom?” asked Brandt.\n\n“To whoever swims.”", "Ana Ruiz"),
    ],
)
def test_who_was_asked_answers(as_article: ArticleMaker, text: str, speaker: str) -> None:
    assert find_quotes(as_article(_MEETING + text))[-1].speakers == (speaker,)


def test_a_tag_of_its_own_tells_more_than_the_question(as_article: ArticleMaker) -> None:
    text = _MEETING + "“It was a fair fight,” Ruiz said. Would she do it again? “She would,” said Brandt."
    assert find_quotes(as_article(text))[-1].speakers == ("Leo Brandt",)


def test_who_has_no_name_answers_as_well(as_article: ArticleMaker) -> None:
    text = (
        "“There are rolls on the road,” the woman told a dispatcher.\n\n“Is anyone hurt?” the dispatcher asked.\n\n"
        "“No. But people take them.”\n\nOfficer Ida Frost saw the van."
    )
    assert find_quotes(as_article(text))[-1].said_as == "the woman"


def test_a_question_about_another_is_not_surely_answered_by_who_spoke(as_article: ArticleMaker) -> None:
    text = _MEETING + "“It was a fair fight,” Ruiz said. Did Brandt agree? “In a hat, yes.”"
    answer = find_quotes(as_article(text))[-1]
    assert answer.speakers != ("Ana Ruiz",) or answer.confidence < 0.9  # marked as doubtful
