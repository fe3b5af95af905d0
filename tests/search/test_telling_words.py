"""Words that anybody says are nobody's quotation altered; words that tell are, whoever is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import Status, check
from quotecli.store import Store

SAID = [
    ("Lena Farkas", "It was a long time ago and the ferry was late."),
    ("Lena Farkas", "We gave away the old lighthouse for one krone."),
    ("Ruben Okoro", "He was in the pump house on the night of the flood."),
    ("Ruben Okoro", "I said that they had the keys of the warehouse."),
    ("Olga Brandt", "We turned a corner, and nobody thanked the divers."),
    (None, "The council is not going to mend the breakwater."),
    ("Olga Brandt", "That is a question for the harbour master."),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("telling") / "quotes.db") as made:
        for place, one in enumerate(SAID):
            made.write(*document(f"said{place}", one))
        for place in range(60):
            made.write(*document(f"other{place}", (f"Speaker N{place}", f"Crate {place} went to dock {place + 100}.")))
        yield made


@pytest.mark.parametrize(
    "text",
    [
        "We gave up,",
        "It was a dog,",
        "It was about the price.",
        "He was in the other one,",
        "I said that they had no idea.",
        "That is a lie,",
        "The council is not going to answer.",
    ],
)
@pytest.mark.parametrize("speakers", [["Tom Ahlberg"], []])
def test_what_shares_words_that_anybody_says_is_not_found(store: Store, text: str, speakers: list[str]) -> None:
    assert check(store, text, speakers).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "speakers", "words"),
    [
        ("turned the corner", ["Olga Brandt"], "a"),
        ("nobody thanked these divers", [], "the"),
        ("We gave away an old lighthouse for one krone.", [], "the"),
        ("He was in the pumphouse on the night of a flood.", ["Tom Ahlberg"], "pump house"),
        ("The council is now going to mend the breakwater.", ["Tom Ahlberg"], "not"),
        ("The council is going to the breakwater.", ["Tom Ahlberg"], "mend"),
        ("Frankly, we gave away the old lighthouse for one krone, notwithstanding.", ["Tom Ahlberg"], ""),
        ("That is no question for the harbour master.", [], "a"),
        ("They had the keys of the wharehouse.", [], "warehouse."),
    ],
)
def test_what_shares_words_that_tell_is_altered(store: Store, text: str, speakers: list[str], words: str) -> None:
    checked = check(store, text, speakers)
    assert checked.status is Status.ALTERED
    assert words in [change.first for change in checked.changes if change.kind != "same"]
