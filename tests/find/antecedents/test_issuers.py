"""Whose words the documents are that a text tells of."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("The letter, signed by Ana Ruiz, said the plan was “a poor joke on all of us”.", "Ana Ruiz"),
        ("“The plan is a poor joke,” says the report, published by the Otter Trust.", "Otter Trust"),
        ("The Otter Trust's website says the plan is “a poor joke on all of us”.", "Otter Trust"),
        ("An editorial in The Courier called the plan “a poor joke on all of us”.", "Courier"),
    ],
)
def test_a_document_s_words_are_whose_it_is(as_article: ArticleMaker, text: str, issuer: str) -> None:
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == (issuer,)


@pytest.mark.parametrize("got", ["obtained by The Courier", "released by Reef Watch", "read in court by Bo Lund"])
def test_who_has_got_a_document_did_not_write_it(as_article: ArticleMaker, got: str) -> None:
    [quotation] = find_quotes(as_article(f"The plan is dead. The email, {got}, called it “a poor joke on all of us”."))
    assert quotation.speakers == ()
