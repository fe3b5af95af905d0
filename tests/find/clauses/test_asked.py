"""Whom the reporter's own question is about answers it."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes

_TOLD = "Tom Hale met Ada Quill at the gate on Friday and gave her the letter from the council. "


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Does she regret what came of it? “Not for a moment.”", ("Ada Quill",)),
        ("Does she regret it? “Hello to you, and no, not for a moment.”", ("Ada Quill",)),
        ("And has he read it? “Every word of it.”", ("Tom Hale",)),
        ("Did Quill want it? “I had waited for nine years.”", ("Ada Quill",)),
    ],
)
def test_who_is_asked_about_answers(as_article: ArticleMaker, question: str, who: tuple[str, ...]) -> None:
    found = find_quotes(as_article(_TOLD + question))
    assert [quotation.speakers for quotation in found] == [who]


def test_a_tag_tells_more_than_the_question(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article(_TOLD + "Does she regret what came of it? “Not for a moment,” said Hale."))
    assert [quotation.speakers for quotation in found] == [("Tom Hale",)]


def test_an_answer_about_somebody_else_is_not_theirs(as_article: ArticleMaker) -> None:
    found = find_quotes(
        as_article(
            _TOLD + "Did she sign it? “She did.”",
        ),
        explain=True,
    )
    assert all(quotation.why is None or "question" not in quotation.why.decided_by for quotation in found)
