"""Several misspelt words of a short query, or one misspelt twice, are found wherever in a quote they stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import search
from quotecli.store import Store

ELEPHANT = (
    "The elephant at the western gate was the first thing that our youngest visitors drew, and by the evening they"
    " had covered both floors of the school with pictures that left the caretaker aghast and their mothers laughing."
)
WINTER = (
    "Every autumn the guild of carpenters sends us a chimney sweep who refuses to be paid in coins, and we feed him at"
    " the long table in the kitchen until he has told us all that he knows of the families across the river."
)
OTHERS = ["Nobody sweeps the gate of a museum in the afternoon.", "The visitors were paid for an autumn of silence."]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("misspelt") / "quotes.db") as made:
        made.write(*document("d", *(("Ada Vance", words) for words in (ELEPHANT, WINTER, *OTHERS))))
        yield made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("elephnat aghats laughign", ELEPHANT),
        ("motehrs yuongest elepahnt", ELEPHANT),
        ("caretaker wetsren", ELEPHANT),
        ("laughing mohtres elephant", ELEPHANT),
        ("famlies refusse kitchne", WINTER),
        ("guild families kicthne", WINTER),
        ("chimney kicthne", WINTER),
    ],
)
def test_misspelt_words_that_stand_apart_are_found(store: Store, query: str, found: str) -> None:
    hits = search(store, query).hits
    assert [hit.quote.text for hit in hits] == [found]
    assert 57 <= hits[0].score < 72


@pytest.mark.parametrize("query", ["elephnat carpneters", "kicthne museum", "gaet sweeep muzeum thing", "kicthne"])
def test_of_words_that_no_quote_has_together_nothing_is_found(store: Store, query: str) -> None:
    assert not search(store, query).hits
