"""Filters mean the same whichever command takes them, as options, as arguments or inside a query."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Quotes


@pytest.mark.parametrize(
    "line", ["by rob --by khloe", "search by:rob --by khloe", "search by:rob by:khloe", "export --by rob --by khloe"]
)
def test_two_speakers_are_what_both_said(filled: Quotes, line: str) -> None:
    done = filled(*line.split())
    assert (done.returncode, done.stdout) == (1, "")
    assert "quotes: the store has no quote by " in done.stderr
    assert " together with " in done.stderr


def test_a_second_outlet_or_name_that_fits_too_narrows_no_further(filled: Quotes) -> None:
    everything = filled.json("by", "rob", "--limit", "0")
    assert filled.json("by", "rob", "--by", "kardashian", "--limit", "0") == everything
    assert filled("from", "heavy", "--outlet", "courier").returncode == 1
