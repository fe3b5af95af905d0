"""Comparing letters in plain Python gives what rapidfuzz gives; what is compared is no part of the answer."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from tests.growth import assert_linear

from quotecli.search import letters
from quotecli.search.scoring import rank

WORDS = st.text("abcdé", min_size=1, max_size=9)
LINES = st.text("abc é", min_size=1, max_size=40)


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the functions believe that rapidfuzz has not been loaded."""
    monkeypatch.setattr(letters, "_loaded", lambda: False)


@given(LINES, LINES)
def test_a_phrase_is_found_in_a_line_as_rapidfuzz_finds_it(phrase: str, line: str) -> None:
    expected = fuzz.ratio(phrase, line) if len(line) < len(phrase) else fuzz.partial_ratio(phrase, line)
    assert letters.likeness(phrase, [line]) == [pytest.approx(expected)]
    assert letters.likeness(phrase, [line] * 9) == [pytest.approx(expected)] * 9


@given(WORDS, st.lists(WORDS, min_size=1, max_size=8), st.sampled_from([0.5, 0.6, 0.7]))
@example("aaaaa", ["aaa"], 0.6)
def test_the_nearest_word_is_the_one_that_rapidfuzz_takes(word: str, others: list[str], least: float) -> None:
    alike = [OSA.normalized_similarity(word, other, score_cutoff=least - 1e-6) for other in others]
    best = max(alike)
    found, place = letters.nearest(word, others, least)
    assert found == pytest.approx(best)
    assert place == (alike.index(best) if best else 0)


@given(st.text("abyz", min_size=1, max_size=6), st.text("abyz", min_size=1, max_size=6))
def test_words_one_letter_off_are_those_at_distance_one(word: str, other: str) -> None:
    assert (other in letters.one_letter_off(word)) == (OSA.distance(word, other) == 1)


def test_which_letters_are_doubled_is_what_differs() -> None:
    others = ["tariffs", "tarifs", "tariff", "tarrifs", "terrifs", ""]
    assert letters.doubled_otherwise("tarrifs", others) == ["tariffs", "tarifs", "tarrifs"]
    assert letters.doubled_otherwise("", others) == [""]


def test_a_text_of_one_word_is_ranked_in_time_in_proportion() -> None:
    def rank_it(size: int) -> None:
        wanted = ["never", "lamp"] * size
        text = ["never"] * (size * 50) + ["lamp"]
        rank(wanted, dict.fromkeys(wanted, 1.0), [(1, text)], 57.0)

    assert_linear(rank_it, int, 250)
