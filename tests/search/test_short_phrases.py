"""Short phrases of which one word is another: all but one stand in their places."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import search
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


@pytest.mark.parametrize("query", ["the gallows of tin", "we will and they", "scrupulously gallant tinsmiths"])
def test_frequent_words_in_their_places_say_nothing(store: Store, query: str) -> None:
    assert not any(hit.quote.text in QUOTES for hit in search(store, query).hits)


def test_what_stands_there_as_typed_comes_first(store: Store) -> None:
    assert search(store, "shall prevail together").hits[0].score == 100.0
