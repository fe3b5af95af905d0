"""Quotations that a signature names: behind them, in the paragraph below, on the last line inside the marks."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces

OPENING = "The debate ran late. Anna Clayton and Omar Diallo spoke.\n"
SIGNED = {
    "a surname and a full stop below": (
        "“I was the one.”\n- Clayton.\nShe overstates it.",
        "I was the one.",
        "Clayton",
    ),
    "a hyphen without a space": (
        "“The idea is silly.”\n-Michelle Marsh, Tulsa.\nOn it went.",
        "The idea is silly.",
        "Michelle Marsh",
    ),
    "a title": (
        "“She is ready.”\n-Mayor Omar Diallo, posting at noon.\nOn it went.",
        "She is ready.",
        "Mayor Omar Diallo",
    ),
    "the last line inside the marks": (
        "“We all believe it.\nDonald Marsh.”\nOr leave it.",
        "We all believe it.",
        "Donald Marsh",
    ),
}


@pytest.mark.parametrize("name", SIGNED)
def test_a_signature_names_the_speaker_and_is_no_part_of_the_words(as_article: ArticleMaker, name: str) -> None:
    text, words, signature = SIGNED[name]
    article = as_article(OPENING + text)
    (piece,) = find_pieces(article)
    assert article.text[piece.start : piece.end] == words
    assert piece.source is not None
    assert article.text[slice(*piece.source)] == signature


@pytest.mark.parametrize(
    "text",
    [
        "“I was the one.”\n- Really.\nShe overstates it.",
        "“I was the one.”\nClayton left.\nShe overstates it.",
        "“I was the one.\nBoats at Night.”\nShe overstates it.",
        "“I was the one\nAnna Clayton.”\nShe overstates it.",
    ],
)
def test_other_words_below_are_no_signature(as_article: ArticleMaker, text: str) -> None:
    assert all(piece.source is None for piece in find_pieces(as_article(OPENING + text)))


def test_a_signed_quotation_is_the_signers(as_article: ArticleMaker) -> None:
    (quotation,) = find_quotes(as_article(OPENING + SIGNED["a title"][0]))
    assert quotation.speakers == ("Omar Diallo",)
