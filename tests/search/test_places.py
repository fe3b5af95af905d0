"""Phrases of which half the words are wrong: rare words that stand where they were typed find the quote."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.growth import assert_linear
from tests.store.making import document

from quotecli.search import search
from quotecli.search.places import by_places
from quotecli.search.short import by_telling_words
from quotecli.store import Store

FERRY = "Nobody paints a ferry in November unless somebody has promised them a thunderstorm of money."
CELLAR = "My grandmother buried two accordions below the cellar and never told a single bailiff where they lay."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("places") / "quotes.db") as made:
        made.write(*document("d", ("Ada Finch", FERRY), ("Tom Brill", CELLAR)))
        for number in range(400):
            said = f"Item {number}: the gravel of row {number} was weighed, and the council laughed about a ladder."
            made.write(*document(f"e{number}", ("Nell Orme", said)))
        yield made


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("council paints weighed ferry laughed", FERRY),
        ("weighed ferry laughed November council", FERRY),
        ("somebody has promised them a grandmother buried two accordions", FERRY),  # halves of two quotes
        ("unless somebody has promised told a single bailiff where", FERRY),
        ("unless somebody has promised them a two accordions below the cellar and", FERRY),  # of six words each
    ],
)
def test_words_in_place_find_a_quote(store: Store, query: str, text: str) -> None:
    hits = search(store, query).hits
    assert hits
    assert hits[0].quote.text == text
    assert hits[0].score < 70  # never as sure as most of the words


@pytest.mark.parametrize(
    "query",
    [
        "thunderstorm gravel November ladder row",  # far from each other in the quote
        "a council of November ladder people",
        "nobody ever told the council where",
    ],
)
def test_words_out_of_place_find_nothing_new(store: Store, query: str) -> None:
    assert not {FERRY, CELLAR} & {hit.quote.text for hit in search(store, query).hits}


def test_one_word_that_tells_is_never_enough() -> None:
    texts = [(1, "the lantern of the harbour was out".split())]
    assert by_places(["the", "lantern", "of", "the"], {"the": 900, "lantern": 1, "of": 800}, texts, 1_000_000) == []
    assert by_places(["lantern", "of", "x", "harbour"], {"lantern": 1, "harbour": 1, "of": 9}, texts, 1_000_000)
    twice = [(1, "lantern lantern".split())]
    assert by_places(["lantern", "lantern"], {"lantern": 1}, twice, 1_000_000) == []


def test_the_more_quotes_have_the_words_the_less_they_say() -> None:
    texts = [(1, "the lantern of the harbour was out".split())]
    wanted = ["lantern", "of", "some", "harbour"]
    assert by_places(wanted, {"lantern": 5, "harbour": 5}, texts, 10_000)
    assert not by_places(wanted, {"lantern": 900, "harbour": 900}, texts, 10_000)


def test_a_quote_of_two_words_without_end_takes_time_by_its_length() -> None:
    """Each place of a word was held against all places of the others, and of the phrase."""
    wanted = ["barley", "zebra", "oats", "lion"]
    weights = dict.fromkeys(wanted, 1.0)

    def work(words: list[str]) -> object:
        texts = [(1, words)]
        return by_places(wanted, dict.fromkeys(wanted, 1), texts, 9), by_telling_words(wanted, weights, texts, 9)

    assert_linear(work, lambda number: ["barley", "oats"] * number, 1_000)
