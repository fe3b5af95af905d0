"""Phrases of which some words are others, or too many: the rest stands in one stretch, in order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq
from tests.store.making import document

from quotecli.search import search
from quotecli.search.scoring import in_order, rank
from quotecli.store import Store

QUOTES = (
    "We shall prevail together, whatever the winter brings.",
    "Pattern matching is nothing the harbour was built for.",
    "And I can’t blame the ferrymen for leaving before dawn.",
    "She kept a shortage of lanterns from the council for years.",
    "Oh my goat, the neighbours have found the cheese again.",
    "The council of the harbour said nothing of lanterns at all.",
    "Nobody ever told the ferrymen what the winter would bring to the pier.",
    "A long letter came from the north, and the pier was never mended.",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("short") / "quotes.db") as made:
        made.write(*document("d", *(("Ada Finch", text) for text in QUOTES)))
        for number in range(60):  # so that the words of the phrases below are no rare ones
            said = (
                f"Item {number}: the gravel of row {number} was weighed, temper and all, on a scrupulously clean scale."
            )
            made.write(*document(f"e{number}", ("Tom Brill", said)))
        yield made


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("we will prevail together", 0),
        ("we ferrymen prevail", 0),
        ("cant winter the", 2),
        ("oh my ferrymen", 4),
        ("ferrymen came from", 7),
        ("kept a scrupulously of", 3),
        ("kept a winter of", 3),
        ("the north scrupulously the", 7),
    ],
)
def test_all_words_but_one_in_their_places(store: Store, query: str, place: int) -> None:
    hits = search(store, query).hits
    assert hits
    assert hits[0].quote.text == QUOTES[place]
    assert hits[0].score < 80  # never as sure as a phrase that is only misspelt


def test_one_word_in_three_may_be_another(store: Store) -> None:
    hits = search(store, "she kept a scrupulously of weighed").hits
    assert [hit.quote.text for hit in hits] == [QUOTES[3]]
    assert hits[0].score < 80


@pytest.mark.parametrize(
    "query",
    [
        "has put a trumpet on marrow so the",  # two of eight are others
        "gulls a plan saxophone for us to velvet press",  # two too many
    ],
)
def test_rare_words_that_are_wrong_weigh_less_than_the_order_of_the_others(query: str) -> None:
    said = "he has put a lamp on it so the gulls may see and i had a plan for us to press on".split()
    scattered = sorted(said)
    words = query.split()
    weights = {word: 1.0 if word in said else 2.0 for word in words}
    found = rank(words, weights, [(1, scattered), (2, said)], 57.0)
    assert [row for _, row in found] == [2]


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=15))
def test_words_in_order_are_those_of_the_longest_common_sequence(wanted: list[str], words: list[str]) -> None:
    assert in_order(wanted, words) == LCSseq.similarity(wanted, words)


@pytest.mark.parametrize("query", ["the gallows of tin", "we will and they", "scrupulously gallant tinsmiths"])
def test_frequent_words_in_their_places_say_nothing(store: Store, query: str) -> None:
    assert not any(hit.quote.text in QUOTES for hit in search(store, query).hits)


def test_what_stands_there_as_typed_comes_first(store: Store) -> None:
    assert search(store, "shall prevail together").hits[0].score == 100.0


def test_what_chance_brings_together_in_a_long_quote_is_no_hit() -> None:
    wanted = "the mayor would never have sold a harbour".split()
    weights = {word: 2.0 if word in {"mayor", "sold", "harbour"} else 0.4 for word in wanted}
    near = "the mayor would not in all her days have let go of a harbour".split()
    beside = "my aunt first told us that our valley had mills which burned in some year of flood and winter".split()
    assert [row for _, row in rank(wanted, weights, [(1, near), (2, 3 * beside + near)], 57.0)] == [1, 2]
    far = [*near[:6], *(3 * beside), *near[6:], *beside]
    assert rank(wanted, weights, [(3, far)], 57.0) == []
    assert [row for _, row in rank(["habrour"], {"habrour": 2.0}, [(2, 99 * beside + ["harbour"])], 57.0)] == [2]
