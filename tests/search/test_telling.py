"""Words looked up together find a phrase whichever of its words are wrong, and take no more than may be spent."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.search import telling
from quotecli.search.telling import by_chance

EVERYTHING = 10_000
QUOTES = st.lists(st.integers(1, EVERYTHING), min_size=1, max_size=7).map(sorted)


@given(QUOTES, st.integers(0, 3))
def test_whichever_words_are_wrong_a_set_of_right_ones_is_left(quotes: list[int], wrong: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(telling, "_LEAST", 100 * telling._LEAST)
        sets = list(telling.telling(quotes, EVERYTHING, wrong))
    for lacking in combinations(range(len(quotes)), min(wrong, len(quotes) - 1)):
        assert any(not set(places) & set(lacking) for places in sets)
    assert len(sets) == len(set(sets))


@given(QUOTES, st.integers(0, 3))
def test_a_set_has_no_more_words_than_it_takes_to_tell(quotes: list[int], wrong: int) -> None:
    for *before, _ in telling.telling(quotes, EVERYTHING, wrong):
        assert not before or by_chance([quotes[place] for place in before], EVERYTHING) > 100


def test_rare_words_stand_alone_and_frequent_ones_together() -> None:
    assert list(telling.telling([3, 40, 5000, 6000], EVERYTHING, 1)) == [(0,), (1,)]
    assert list(telling.telling([900, 1000, 5000], EVERYTHING, 1)) == [(0, 1), (0, 2), (1, 2)]


def test_what_is_too_much_to_look_through_is_left_out() -> None:
    many = 100_000_000
    assert 1 < len(list(telling.telling([many // 100] * 64, many, 16))) < 17
    assert list(telling.telling([many] * 64, many, 16)) == [tuple(range(64))]
    assert list(telling.telling([], 0, 2)) == []
