"""What two texts share is found in a time that grows with their length, and is what difflib finds of ordinary ones."""

from __future__ import annotations

import random
import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.core.alignment import matching_blocks

SENTENCE = "we will mend the old harbour wall again and again until it stands ".split()
LONG = SENTENCE * 220


def _changed(words: list[str], places: list[int], word: str = "quay") -> list[str]:
    return [word if place in places else old for place, old in enumerate(words)]


@given(st.lists(st.sampled_from("abcdefg"), max_size=60), st.lists(st.sampled_from("abcdefg"), max_size=60))
def test_short_texts_are_aligned_as_difflib_does(first: list[str], second: list[str]) -> None:
    assert matching_blocks(first, second) == SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()


@given(st.integers(0, 2**32), st.integers(0, 12), st.integers(0, 400))
def test_blocks_of_long_texts_are_words_in_common_in_order(seed: int, changes: int, cut: int) -> None:
    draw = random.Random(seed)
    first = LONG[cut:]
    second = _changed(LONG, draw.choices(range(len(LONG)), k=changes), draw.choice(SENTENCE))
    blocks = matching_blocks(first, second)
    at, to = 0, 0
    for block in blocks:
        assert block.a >= at
        assert block.b >= to
        at, to = block.a + block.size, block.b + block.size
        assert first[block.a : at] == second[block.b : to]
    assert blocks[-1] == (len(first), len(second), 0)


def test_changed_words_are_what_is_left() -> None:
    places = [100, 101, 900, 1700]
    blocks = matching_blocks(LONG, _changed(LONG, places))
    assert sum(block.size for block in blocks) == len(LONG) - len(places)


def test_a_word_that_is_new_in_both_at_different_places_joins_nothing() -> None:
    blocks = matching_blocks(_changed(LONG, [500]), _changed(LONG, [900]))
    assert sum(block.size for block in blocks) == len(LONG) - 2


def test_a_middle_that_was_left_out_of_a_long_speech_is_seen() -> None:
    draw = random.Random(7)
    frequent = ["the", "of", "and", "to", "we"]
    speech = [draw.choice(frequent) if draw.random() < 0.6 else f"word{draw.randrange(4000)}" for _ in range(6000)]
    shorter = speech[:2000] + speech[3000:]
    assert sum(block.size for block in matching_blocks(shorter, speech)) == len(shorter)


@pytest.mark.parametrize("changes", [0, 1, 60])
def test_time_grows_with_the_length(changes: int) -> None:
    draw = random.Random(changes)
    took = []
    for words in (LONG * 2, LONG * 8):
        other = _changed(words, draw.choices(range(len(words)), k=changes * len(words) // len(LONG)))
        began = time.process_time()
        matching_blocks(words, other)
        took.append(time.process_time() - began)
    assert took[1] < 12 * took[0] + 0.05
