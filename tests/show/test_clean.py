from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear

from quotecli.show.clean import clean_block, clean_line, clean_same_length

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain [sic] [/b] :smile: {x}", "plain [sic] [/b] :smile: {x}"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07after", "after"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jcleared", "cleared"),
        ("a\u202egnp.exe\u202c", "agnp.exe"),
        ("a\rb\nc\td", "a b c d"),
        ("bell\x07 back\x08space del\x7f nul\x00", "bell backspace del nul"),
        ("har\u00adbour\u200b mas\u2060ter", "harbour master"),
        ("family 👩‍👩‍👧 stays", "family 👩‍👩‍👧 stays"),
        ("half \ud800 surrogate", "half \ufffd surrogate"),
    ],
)
def test_what_a_terminal_sees(raw: str, shown: str) -> None:
    assert clean_line(raw) == shown


@given(ANY_TEXT)
def test_nothing_harmful_is_left(text: str) -> None:
    for cleaned in (clean_line(text), clean_block(text), clean_same_length(text)):
        for char in cleaned:
            assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}
            assert unicodedata.bidirectional(char) not in {
                "LRE",
                "RLE",
                "LRO",
                "RLO",
                "PDF",
                "LRI",
                "RLI",
                "FSI",
                "PDI",
            }
        cleaned.encode("utf-8")  # raises where a lone surrogate is left
    assert "\n" not in clean_line(text)
    assert len(clean_same_length(text)) == len(text)


def test_what_is_marked_by_its_place_shows_nothing_of_an_escape_sequence() -> None:
    assert clean_same_length("a \x1b[31mred\x1b[0m wall") == "a      red     wall"


@pytest.mark.parametrize("opener", ["\x9d", "\x1b]", "\x1b[", "\x9b1"])
def test_sequences_without_end_take_time_by_their_number(opener: str) -> None:
    assert_linear(clean_line, lambda number: f"{opener * number}\x1bX", 2_000)
    assert clean_line(f"{opener * 3}\x1bX").isprintable()
