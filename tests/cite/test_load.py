"""Lists of CSL items from other programs."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cite import samples

from quotecli.cite import EXPORTERS, load_items
from quotecli.core.errors import UsageError

ITEM = {"id": "a", "type": "book", "title": "T", "author": [{"family": "F"}], "issued": {"date-parts": [[2020, 1]]}}


@pytest.mark.parametrize(
    "data", [[ITEM], ITEM, {"items": [ITEM]}, {"references": [ITEM]}], ids=["list", "one", "items", "references"]
)
def test_lists_and_their_wrappings(data: Any) -> None:
    assert load_items(json.dumps(data)) == [ITEM]


def test_a_byte_order_mark_is_no_matter() -> None:
    assert load_items("\ufeff" + json.dumps([ITEM])) == [ITEM]


def test_numbers_are_ids_too_and_a_missing_one_is_its_place() -> None:
    assert [item["id"] for item in load_items('[{"id": 7, "type": "book"}, {"type": "book"}]')] == ["7", "2"]


@pytest.mark.parametrize("printed", ["10.5555/x(1)", "https://doi.org/10.5555/x(1)", "doi: 10.5555/x(1)"])
def test_a_doi_is_kept_without_its_address(printed: str) -> None:
    (item,) = load_items(json.dumps([ITEM | {"DOI": printed}]))
    assert item["DOI"] == "10.5555/x(1)"


def test_yaml() -> None:
    text = "references:\n- id: a\n  type: book\n  title: T\n  issued: 2020-01-02\n"
    assert load_items(text) == [{"id": "a", "type": "book", "title": "T", "issued": "2020-01-02"}]


def test_what_we_export_we_read() -> None:
    for name in ("csl-json", "csl-yaml"):
        assert len(load_items(EXPORTERS[name].export(samples.EVERYTHING))) == len(samples.ALL)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("[]", "empty"),
        ("{}", "no list"),
        ("3", "no list"),
        ("[3]", "Item 1 of the list is no CSL item but a number"),
        ('[{"id": "a", "type": 3}]', "The type of item 'a' must be text, not a number"),
        ('[{"id": {}, "type": "book"}]', "The id of item 1 must be text or a number, not an object"),
        ('[{"id": "a", "type": "book", "author": "Jo"}]', "In item 'a', author must be a list of names"),
        ('[{"id": "a", "type": "book", "author": [3]}]', "In item 'a', author must be a list of names"),
        ('[{"id": "a", "type": "book", "issued": [2020]}]', "In item 'a', issued must be a date"),
        ('[{"id": "a", "type": "book", "issued": {"date-parts": 3}}]', "In item 'a', issued must be a date"),
        ('[{"id": "a", "type": "book", "title": ["T"]}]', "In item 'a', title must be text or a number, not a list"),
        ('[{"id": "a", "type": "book"}, {"id": "a", "type": "book"}]', "Two items have the id 'a'"),
        ("[" * 100_000, "nested too deeply"),
        ("[1,", "not CSL-JSON"),
        ("a: [", "neither CSL-JSON nor CSL-YAML"),
        ("a: &x [1]\nb: *x\n", "aliases"),
        ("- - " * 5000 + "x", "nested too deeply"),
    ],
)
def test_what_is_no_list_of_items_is_one_sentence(text: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_items(text)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.one_of(samples.text, st.recursive(st.none() | st.integers() | samples.text, st.lists).map(json.dumps)))
def test_any_text_is_items_or_a_sentence(text: str) -> None:
    items = []
    with suppress(UsageError):  # any other exception fails the test
        items = load_items(text)
    assert all(isinstance(item["id"], str) and isinstance(item["type"], str) for item in items)
