"""A sentence pasted from an article without its marks finds the quote in it, whatever the reporter says around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.core.types import Filters
from quotecli.search import search
from quotecli.store import Store

SAID = [
    "We painted every boat in the harbour twice, and the rain took the colour off again.",
    "At the end of the day it is what it is, and that is all there is to say.",
    "The lighthouse keeper has three goats and a very loud trumpet.",
]
BEFORE = "Standing beside the slipway on Thursday morning before a small crowd of visitors, the mayor remembered how "
AFTER = " while several photographers climbed onto neighbouring roofs for better pictures of his embarrassed deputies"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("stretches") / "quotes.db") as made:
        for number, words in enumerate(SAID):
            made.write(*document(f"d{number}", ("Ada Vance", words)))
        yield made


@pytest.mark.parametrize("times", [1, 5])
def test_a_quote_within_a_longer_query_is_found_and_marked(store: Store, times: int) -> None:
    part = "every boat in the harbour twice, and the rain"
    (hit,) = search(store, f"{BEFORE * times}we painted {part}{AFTER}").hits
    assert hit.quote.text == SAID[0]
    assert [hit.quote.text[span.start : span.end] for span in hit.matches] == [f"We painted {part}"]
    assert hit.reason == "fuzzy"
    assert search(store, f"{BEFORE}we painted {part}{AFTER}", Filters(by="Nobody Known")).hits == []


def test_a_whole_quote_needs_fewer_words(tmp_path: Path) -> None:
    said = ["She had a goat and one of mine.", "It is what it is and that is that."]
    with Store.open(tmp_path / "quotes.db") as made:
        made.write(*document("d", *(("Ada Vance", words) for words in (*said, *SAID))))
        hits = search(made, f"{BEFORE}{said[0]} She added: {said[1]}{AFTER}").hits
        assert [hit.quote.text for hit in hits] == said[:1]  # no word of the other tells
        assert not search(made, f"{BEFORE}she had a goat and one of ours{AFTER}").hits


@pytest.mark.parametrize("part", ["at the end of the day it is what it is", "the lighthouse keeper has three"])
def test_words_that_anybody_says_and_a_few_words_are_no_quote(store: Store, part: str) -> None:
    assert search(store, f"{BEFORE}{part}{AFTER}").hits == []


@pytest.mark.parametrize(
    "paste",
    [
        "“Nobody asked the council,” he told them{}, and “the weather has been kind to everybody this year,” he added",
        "He gave an emphatic “yes” to the committee when visitors came by on Thursday{}, said one of his deputies",
        "The deputy called the whole affair “a kind of weather” on Thursday morning, “in a way” he said{} and so on",
        "She said, “Nobody asked me about the slipway. On Thursday morning{} several photographers came by",
    ],
)
def test_marks_in_a_paste_ask_for_no_exact_words(store: Store, paste: str) -> None:
    part = " we painted every boat in the harbour twice, and the rain"
    assert [hit.quote.text for hit in search(store, paste.format(part)).hits] == [SAID[0]]
    assert not search(store, paste.format(" while nobody looked at the boats")).hits


def test_words_in_marks_with_few_beside_them_are_exact(store: Store) -> None:
    wrong = "we painted every single boat in the harbour twice, and the rain took the colour off again"
    assert not search(store, f'the mayor said "{wrong}"').hits
