"""An obituary is about whoever has died, and so is "he" in it."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes

_LIFE = (
    "Osric Vane, who mended clocks for six decades, died on Friday at his home in Ludden. He was 91.\n\n"
    "“He never once hurried,” said Hugo Marsh, a rival of his. “It drove me out of the trade.”\n\n"
    "{born}His father, a ferryman, taught him to swim.\n\n"
    "He opened his shop in 1951. “I hear a clock before I see it,” he liked to say.\n\n"
    "He is survived by a daughter."
)


def _last(as_article: ArticleMaker, born: str) -> tuple[str, ...]:
    return find_quotes(as_article(_LIFE.format(born=born)))[-1].speakers


def test_he_has_died(as_article: ArticleMaker) -> None:
    assert _last(as_article, "Vane was born in a lighthouse. ") == ("Osric Vane",)


@pytest.mark.parametrize("born", ["Vane was born in a lighthouse. ", ""])
def test_his_father_is_nobody_who_has_a_name(as_article: ArticleMaker, born: str) -> None:
    text = _LIFE.format(born=born).replace("taught him to swim", "said he was “a slow boy”")
    [words] = [quotation for quotation in find_quotes(as_article(text)) if quotation.text == "a slow boy"]
    assert words.speakers == ()


def test_his_brother_is_told_of_in_the_paragraph(as_article: ArticleMaker) -> None:
    text = _LIFE.format(born="Vane was born in a lighthouse. ").replace(
        "He opened his shop in 1951. “I hear a clock before I see it,” he liked to say.",
        "Hugo Marsh opened a shop next door. “I hear a clock before I see it,” he liked to say.",
    )
    assert find_quotes(as_article(text))[-1].speakers == ("Hugo Marsh",)


def test_who_spoke_in_the_paragraph_above_may_go_on(as_article: ArticleMaker) -> None:
    text = _LIFE.format(born="Vane was born in a lighthouse. ").replace(
        "a rival of his. “It drove me out of the trade.”", "a rival of his.\n\n“It drove me out of the trade,” he said."
    )
    [words] = [quotation for quotation in find_quotes(as_article(text)) if quotation.text.startswith("It drove")]
    assert words.speakers == ("Hugo Marsh",)


def test_an_accident_is_no_life(as_article: ArticleMaker) -> None:
    text = (
        "Osric Vane, a diver, died on Friday off Ludden. “The sea was flat,” said Hugo Marsh, who steered.\n\n"
        "He had warned of the current. “I told them so,” he said.\n\nVane is survived by a daughter."
    )
    assert find_quotes(as_article(text))[-1].speakers == ("Hugo Marsh",)
