"""Text folded for comparison, and the map back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.core.folding import fold, fold_with_map

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s “naïve” – CAFÉ…", 'it\'s "naive" - cafe...'),
        ("two\u00a0 spaces\nline", "TWO SPACES LINE"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Straße", "STRASSE"),
        ("Łódź Ærø", "lodz aero"),
    ],
)
def test_what_people_mix_up_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(ANY_TEXT)
def test_the_map_leads_back(text: str) -> None:
    folded, offsets = fold_with_map(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert fold(text) == folded
    for index, char in enumerate(folded):
        assert char in fold_with_map("x" + text[offsets[index]])[0] or char == " "


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
