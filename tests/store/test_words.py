"""Texts folded and cut together are as if each had been alone, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear

from quotecli.core.folding import fold
from quotecli.store.words import LONGEST_WORD, fold_and_cut, index_words

ODD = ["~", "a ~ b", " a", "b ", "a  b", "a\tb", "a\nb", "\x00", "", "’", "Rob's", "ROB’S", "naïve", "日本", "don`t"]


def together(texts: list[str]) -> tuple[list[str], list[list[str]]]:
    folded, lines = fold_and_cut(texts)
    return folded, [line.split() for line in lines]


def alone(texts: list[str]) -> tuple[list[str], list[list[str]]]:
    folded = [fold(text) for text in texts]
    return folded, [index_words(text) for text in folded]


@pytest.mark.parametrize("odd", ODD)
def test_one_odd_text_among_plain_ones(odd: str) -> None:
    for texts in ([odd], [odd, "We’ll see."], ["Rob's here", odd], ["It is.", odd, "No: it isn't."]):
        assert together(texts) == alone(texts)


def test_no_text() -> None:
    assert together([]) == ([], [])


def test_a_word_is_cut_only_where_it_is_longer_than_words_are() -> None:
    for size in (LONGEST_WORD, LONGEST_WORD + 1):
        for texts in (["a" * size], ["b " + "a" * size + "'s", "c"]):
            assert together(texts) == alone(texts)


@given(st.lists(st.text("aB~ '’“–…`.é£\t-9", max_size=12), max_size=5))
def test_any_texts(texts: list[str]) -> None:
    assert together(texts) == alone(texts)


def test_one_long_word_beside_a_possessive_takes_time_by_its_length() -> None:
    assert_linear(index_words, lambda number: f"the lock's key {'1' * number}", 2_000)
