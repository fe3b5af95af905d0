"""Hidden and struck words and the marks of notes give no text on a page; superscripts that are words or powers stay."""

from __future__ import annotations

import pytest
from tests.growth import assert_linear
from tests.read.pages import page

GONE = {
    "a reference in brackets": '“The bridge<sup class="reference">[1]</sup> will stand”',
    "a linked reference": '“The bridge<sup id="r1"><a href="#n1">1</a></sup> will stand”',
    "a number behind a word": "“The bridge<sup>1</sup> will stand”",
    "two numbers": "“The bridge<sup>1,2</sup> will stand”",
    "a dagger": "“The bridge<sup>†</sup> will stand”",
    "a note in words": "“The bridge<sup>[citation needed]</sup> will stand”",
    "what a style hides": '“The bridge <span style="display: none">in Fairfold </span>will stand”',
    "what a style makes invisible": '“The bridge <b style="visibility:hidden">in Fairfold </b>will stand”',
    "for screen readers": '“The bridge <span class="sr-only">opens in a window </span>will stand”',
    "for screen readers, in another word": '“The bridge <a class="x visually-hidden">opens </a>will stand”',
    "the attribute": "“The bridge <span hidden>in <i>Fairfold</i> </span>will stand”",
    "struck with s": "“The bridge <s>might </s>will stand”",
    "struck with strike": "“The bridge <strike>might </strike>will stand”",
    "deleted and inserted": "“The bridge <del>might</del> <ins>will</ins> stand”",
    "an advertisement": '“The bridge <span class="inline-ad">Advertisement </span>will stand”',
    "an advertisement of a program": '“The bridge <ins class="adsbygoogle">Shoes </ins>will stand”',
    "a button": '“The bridge <a class="promo-link" href="/x">Read more </a>will stand”',
    "what shows beside a word": '“The bridge <span class="tooltiptext">built in 1911 </span>will stand”',
    "struck by a style": '“The bridge <span style="text-decoration:line-through">might </span>will stand”',
}
KEPT = {
    "a link to another story": ('it fell <a class="related-link" href="/x">in 1911</a> once', "it fell in 1911 once"),
    "a shared sentence": ('it <span class="share-this">fell in 1911</span> once', "it fell in 1911 once"),
    "a word with more beside it": ('it <span class="tooltip">fell</span> once', "it fell once"),
    "an ordinal": ("the 1<sup>st</sup> of May", "the 1st of May"),
    "a square": ("some 30 m<sup>2</sup> of it", "some 30 m2 of it"),
    "a square of a long word": ("some 30 metres<sup>2</sup> of it", "some 30 metres2 of it"),
    "a power": ("10<sup>6</sup> of them", "106 of them"),
    "a word": ("M<sup>lle</sup> Roy and the D<sup>r</sup>", "Mlle Roy and the Dr"),
    "seen by some": ('a <span class="hidden-xs">long </span>day', "a long day"),
    "seen, though not read out": ('a <span aria-hidden="true">long </span>day', "a long day"),
}
AROUND = "<p>The council met on Monday, and the engineers told it what they had found below the water.</p>"


def _text(words: str) -> str:
    return page(f"<html><body><article>{AROUND}<p>{words}, said Ann Lee.</p>{AROUND}</article></body></html>").text


@pytest.mark.parametrize("words", GONE.values(), ids=GONE.keys())
def test_what_nobody_sees_is_no_text(words: str) -> None:
    assert "“The bridge will stand”, said Ann Lee." in _text(words)


@pytest.mark.parametrize(("words", "printed"), KEPT.values(), ids=KEPT.keys())
def test_words_in_superscript_and_words_seen_stay(words: str, printed: str) -> None:
    assert f"{printed}, said Ann Lee." in _text(words)


def test_struck_paragraphs_are_no_text() -> None:
    text = page(f"<article>{AROUND}<del><p>“We won,” said Ann Lee.</p></del><p>{AROUND}</p></article>").text
    assert "We won" not in text
    assert text.count("The council met") == 2


def test_superscripts_without_end_take_time_by_their_length() -> None:
    assert_linear(page, lambda n: "<p>" + "word<sup>1</sup> <s>x</s>" * 40 * n, 20)
