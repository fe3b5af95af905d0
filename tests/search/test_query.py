"""Any text is a query; filters and exact phrases are understood, all else is words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.making import document

from quotecli.core.dates import PartialDate
from quotecli.core.types import Filters, Kind
from quotecli.search import parse_query, search
from quotecli.store import Store


def test_words_phrases_and_filters() -> None:
    query = parse_query('by:rob outlet:"daily mail" since:2020-05 kind:post The “Great Wall” falls')
    assert query.words == ("the", "great", "wall", "falls")
    assert query.phrases == (("great", "wall"),)
    expected = Filters(by="rob", outlet="daily mail", since=PartialDate(2020, 5), kinds=(Kind.POST,))
    assert query.filters == expected


def test_every_filter_and_the_same_one_again() -> None:
    query = parse_query(
        "by:rob on:2020 document:x.txt min-confidence:0.5 BY:kim kind:post kind:direct min-confidence:1"
    )
    assert query.filters == Filters(
        by="rob",
        on=PartialDate(2020),
        document="x.txt",
        kinds=(Kind.POST, Kind.DIRECT),
        min_confidence=0.5,
        also=(Filters(by="kim"), Filters(min_confidence=1)),
    )
    assert query.blank
    assert not parse_query("by:rob war").blank


@pytest.mark.parametrize(
    "text",
    [
        "min-confidence:2",
        "min-confidence:nan",
        "since:noon",
        "kind:nothing",
        "col:umn",
        "NEAR(a b)",
        "a by:",
        'outlet:""',
        "http://by.example/by:",
    ],
)
def test_what_only_looks_like_a_filter_is_text(text: str) -> None:
    assert parse_query(text).filters == Filters()


ODD = ['"', '""', "*", "NEAR(", "col:", "%", "_", "\x00", "😀", "a" * 5000, "wall " * 10_000, "-wall", "wall*", "^wall"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("query") / "quotes.db"
    with Store.open(path) as made:
        made.write(
            *document("a", ("Ada Lovelace", "Build the wall — it’s “NEAR” the café 😀, 100 % sure."), ("Ben", "_*"))
        )
    return path


@pytest.mark.parametrize(
    "text", [*ODD, " AND ".join(ODD), "wall OR", "AND", "NOT wall", "{wall}", "wall) --", "'; DROP"]
)
def test_no_query_is_an_error(store: Path, text: str) -> None:
    with Store.open(store, readonly=True) as opened:
        search(opened, text)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=60) | st.lists(st.sampled_from([*ODD[:10], "by:", "wall", "café", '"'])).map(" ".join))
@pytest.mark.slow
def test_any_text_is_legal_and_marks_stay_in_bounds(store: Path, text: str) -> None:
    with Store.open(store, readonly=True) as opened:
        for hit in search(opened, text).hits:
            assert 0 < hit.score <= 100
            end = 0
            for span in hit.matches:
                assert end <= span.start < span.end <= len(hit.quote.text)
                end = span.end
