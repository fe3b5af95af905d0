"""Words of a phrase far from each other in a very long quote say nothing, and don't hide what was meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import search
from quotecli.store import Store

LAMP = "He said you have a lamp for every goat on this hill."
ROPE = "Cut the rope and put those two words on the invoice."
LONG = (
    "When he came up to us he had a look at the gate, and I just said that it was not for sale. "
    "You can put it in the book if you like, and they will tell two of their friends over a word in the pub. "
    "We have been here for so long that my mother could have sworn the bridge was built after us. "
    "Would you have let them in? I did, and then they were all over the place, like hens on a carpet. "
    "No other farm has that, and if it rains on the market nobody says a thing about the parking any more. "
    "That is how it goes, so go home, I told them, and come back with a vet who has been to school."
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("scattered") / "quotes.db") as made:
        made.write(*document("d", ("Ada Finch", LAMP), ("Tom Brill", ROPE), ("Nell Orme", LONG)))
        for number in range(60):
            said = f"Row {number} of the barley came in late, and the miller weighed it by candle."
            made.write(*document(f"e{number}", ("Nell Orme", said)))
        yield made


@pytest.mark.parametrize(
    "query",
    [
        "he would not go with us",
        "you and I have said that before",
        "can you tell them what it was like",
        "nobody was with you when they put it on",
    ],
)
def test_frequent_words_all_over_a_long_quote_are_no_hit(store: Store, query: str) -> None:
    assert not search(store, query).hits


@pytest.mark.parametrize(
    ("query", "meant"), [("he just said you have a", LAMP), ("put those two word on the", ROPE)]
)  # all of these words stand in the long quote
def test_what_was_meant_goes_before_a_long_quote_of_all_the_words(store: Store, query: str, meant: str) -> None:
    hits = search(store, query).hits
    assert [hit.quote.text for hit in hits][:1] == [meant]


@pytest.mark.parametrize(
    "query",
    [
        "about the parking",  # few words are no phrase
        "mother bridge hens carpet",  # those that tell may stand anywhere
        "like hens on a carpet",  # and any where they stand together
        "like a carpet on hens",
        "like the hens on a carpet",
    ],
)
def test_words_that_tell_find_a_long_quote(store: Store, query: str) -> None:
    hits = search(store, query).hits
    assert [hit.quote.text for hit in hits][:1] == [LONG]
