"""A text longer than any article is read in stretches; what is found has the offsets of the whole."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.core.quotes import as_quotes
from quotecli.find import find_quotes, long_texts

SCENE = (
    "Ngozi Okafor met the council on Monday. “We will not sell the harbour,” she said. “It is ours.”\n\n"
    "Thomas Brill, the mayor, called it “a matter of weeks.”\n\n"
)


@pytest.mark.parametrize("longest", [200, 500, 5_000])
def test_stretches_find_what_the_whole_holds(
    as_article: ArticleMaker, monkeypatch: pytest.MonkeyPatch, longest: int
) -> None:
    article = as_article(SCENE * 20)
    whole = find_quotes(article)
    monkeypatch.setattr(long_texts, "LONGEST", longest)
    parts = long_texts.in_stretches(article, find_quotes)
    assert [(one.start, one.end, one.text, one.paragraph, one.speakers, one.part_of) for one in parts] == [
        (one.start, one.end, one.text, one.paragraph, one.speakers, one.part_of) for one in whole
    ]
    for quote in parts:
        assert article.text[quote.start : quote.end] == quote.text
        assert quote.said_as_span is not None
        assert article.text[quote.said_as_span.start : quote.said_as_span.end] == quote.said_as


def test_a_paragraph_without_end_is_cut_behind_a_sentence(
    as_article: ArticleMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = as_article("“We will not sell,” Ngozi Okafor said. It rained. " * 100)
    monkeypatch.setattr(long_texts, "LONGEST", 1_000)
    monkeypatch.setattr(long_texts, "_LOOKED_THROUGH", 200)
    found = long_texts.in_stretches(article, find_quotes)
    assert [article.text[one.start : one.end] for one in found] == ["We will not sell,"] * 100
    assert {one.paragraph for one in found} == {1}


def test_quotes_of_one_endless_line_share_no_endless_context(as_article: ArticleMaker) -> None:
    article = as_article("“We will not sell,” Ngozi Okafor said. It rained. " * 1_000)
    quotes = as_quotes(article, find_quotes(article))
    assert len(quotes) == 1_000
    for quote in quotes:
        at = quote.start - quote.context_start
        assert quote.context[at : at + len(quote.text)] == quote.text
        assert len(quote.context) < 2_500
        assert quote.context.startswith(("“", "It rained."))
        assert quote.context.endswith("It rained.")
