"""A phrase of which one quote has the beginning and the next the end: the reporter broke it there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import search
from quotecli.store import Store

BAND = "They gave the harbour to a consultant and the band to my cousin,"
DRUM = "so I sold the drum before he could lose it."
OTHER = "And nobody asked the fishermen what they wanted."
GULL = "We shall keep the gull as a witness."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("beside") / "quotes.db") as made:
        made.write(*document("d", ("Ada Finch", BAND), ("Ada Finch", DRUM), ("Tom Brill", OTHER), ("Ada Finch", GULL)))
        for number in range(300):
            said = f"The band of ward {number} sold its drum to a cousin, and so the harbour slept before noon."
            made.write(*document(f"e{number}", ("Nell Orme", said)))
        yield made


@pytest.mark.parametrize(
    "query",
    [
        "the band to my cousin, so I sold the drum before he",
        "to my cousin so I sold",
        "band to my cousin so I slod the drum",  # misspelt
    ],
)
def test_two_quotes_in_a_row_have_a_phrase_together(store: Store, query: str) -> None:
    hits = search(store, query, limit=2, group=False).hits
    assert {hit.quote.text for hit in hits} == {BAND, DRUM}
    assert all(hit.score < 86 and hit.matches for hit in hits)  # below what has all the words


@pytest.mark.parametrize(
    "query",
    [
        "before he could lose it and nobody asked the fishermen",  # another speaker goes on
        "what they wanted we shall keep the gull",
    ],
)
def test_what_two_speakers_said_is_no_phrase(store: Store, query: str) -> None:
    assert all(hit.score < 75 for hit in search(store, query).hits)


def test_one_quote_that_has_the_phrase_goes_first(store: Store) -> None:
    hits = search(store, "and the band to my cousin").hits
    assert (hits[0].quote.text, hits[0].score) == (BAND, 100.0)
