"""Who remembers a word in another form finds it, behind whoever has it as typed; and what matched is marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.core.types import Filters
from quotecli.search import search
from quotecli.search.forms import other_forms
from quotecli.store import Store

SAID = [
    "The organized guilds gave no response to the mayor.",
    "Children were building a raft while the tide was out.",
    "She wrote that the ferry had stopped at dawn.",
    "Our docket is full until the spring.",
    "Pockets, sockets, rockets: we sell them all.",
    "We sell sockets, and nothing but sockets.",
    "The lamps burn all night on the pier.",
    "A lamp burns on the old pier, they say.",
    "Kites and lanterns fill the harbour.",
    "We want long-term, low-cost mooring for the trawlers.",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("forms") / "quotes.db") as made:
        for number, words in enumerate(SAID):
            made.write(*document(f"d{number}", ("Ada Vance" if number == 6 else "Ben Orme", words)))
        yield made


@pytest.mark.parametrize(
    ("query", "first", "marked"),
    [
        ("organizing responses", 0, ["organized", "response"]),
        ("child builds", 1, ["Children", "building"]),
        ("writes ferries stopping", 2, ["wrote", "ferry", "stopped"]),
        ("dockets", 3, ["docket"]),
        ("kite lantern", 8, ["Kites", "lanterns"]),
        ("lamp burns", 7, ["lamp burns"]),
        ("lamps burning", 6, ["lamps burn"]),
        ("long term lowcost moorings", 9, ["long-term, low-cost mooring"]),  # a form, and two words as one
    ],
)
def test_another_form_is_found(store: Store, query: str, first: int, marked: list[str]) -> None:
    hit = search(store, query).hits[0]
    assert hit.quote.text == SAID[first]
    assert [hit.quote.text[span.start : span.end] for span in hit.matches] == marked
    assert hit.reason == ("exact" if query == "lamp burns" else "fuzzy")


def test_where_the_words_stand_as_typed_no_other_form_is_looked_for(store: Store) -> None:
    assert [hit.quote.text for hit in search(store, "lamp").hits] == [SAID[7]]
    assert [hit.quote.text for hit in search(store, "lamp", Filters(by="Ada Vance")).hits] == [SAID[6]]


def test_words_in_marks_are_meant_in_their_form(store: Store) -> None:
    assert search(store, '"organized response"').hits == []


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("walls", "wall"), ("wall", "walls"), ("city", "cities"), ("cities", "city"), ("stop", "stopped"),
        ("stopped", "stopping"), ("hoping", "hoped"), ("carried", "carrying"), ("focus", "focused"),
        ("went", "gone"), ("people", "person"), ("boxes", "box"), ("passing", "pass"),
    ],
)  # fmt: skip
def test_forms(word: str, form: str) -> None:
    assert other_forms((word,))[form] == word


@pytest.mark.parametrize("word", ["news", "evening", "united", "us", "s", "42", "", "ça"])
def test_what_has_no_other_form(word: str) -> None:
    assert other_forms((word,)) == {}
