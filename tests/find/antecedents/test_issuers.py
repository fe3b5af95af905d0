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


def test_a_body_goes_on_by_it(as_article: ArticleMaker) -> None:
    text = (
        "Eva Palm took the decision to “discontinue the investigation”, the Norland Prosecution Authority said.\n\n"
        "“The evidence has weakened considerably,” it added."
    )
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [
        ("Norland Prosecution Authority",),
        ("Norland Prosecution Authority",),
    ]


def test_a_titled_post_is_by_who_wrote_in_it(as_article: ArticleMaker) -> None:
    text = (
        "In a blog post titled “What happened on June 8,” chief technology officer Ludmila Osterhagen wrote that an"
        " engineer had “pushed a file containing one extra character.”\n\n"
        "“The engineer did everything we ask engineers to do,” the post continues."
    )
    found = find_quotes(as_article(text))
    assert [quotation.speakers for quotation in found] == [("Ludmila Osterhagen",)] * 2
    assert "What happened" not in found[0].text
