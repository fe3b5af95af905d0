"""Stable ids and their beginnings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.core.ids import format_id, id_range, quote_numbers


@given(st.integers(0, 2**64 - 1), st.integers(1, 16))
def test_a_prefix_finds_its_id(number: int, length: int) -> None:
    identity = format_id(number)
    assert len(identity) == 16
    assert not identity[0].isdigit()
    bounds = id_range(identity[:length].upper())
    assert bounds is not None
    assert bounds[0] <= number <= bounds[1]
    assert id_range(identity) == (number, number)


@pytest.mark.parametrize("text", ["", "12", "zz", "g' OR 1", "g0000000000000000"])
def test_what_is_no_id(text: str) -> None:
    assert id_range(text) is None


def test_ids_depend_on_document_words_and_occurrence() -> None:
    quotes = [("a", "b", 0), ("a", "b", 1), ("a", "c", 0), ("b", "b", 0)]
    numbers = quote_numbers(*zip(*quotes, strict=True))
    assert len(set(numbers)) == 4
    assert quote_numbers(["a"], ["c"], [0]) == [numbers[2]]
