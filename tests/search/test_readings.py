"""A query may be typed with letters that look like others, on another keyboard, with its letters apart, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.search import resolve_speaker, search
from quotecli.store import Store

BRIDGE = "In 2010 the bridge cost us $2,500 a week, and 52 percent of it was paint."
FERRY = "Loyal pilots never leave the ferry before the last passenger walks ashore."
RUSSIAN = "Мы никогда не бросим этот старый маяк на северном берегу."
HOLDINGS = "The 5m mark was passed by 3 million herons over the marsh last autumn."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("readings") / "quotes.db") as made:
        said = [("Ada Vance", BRIDGE), ("Piet Sorokin", FERRY), ("Ivo Brandt", RUSSIAN), ("Mary Quill", HOLDINGS)]
        made.write(*document("d", *said))
        yield made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("lоуаl рilоts nеvеr lеаvе thе fеrrу", FERRY),
        ("the 1ast passenger wa1ks ashore", FERRY),
        ("In 2OlO the bridge", BRIDGE),
        ('"In 2OlO the bridge"', BRIDGE),
        ("in two thousand ten the bridge", BRIDGE),
        ("in twenty ten the bridge cost us two thousand five hundred dollars", BRIDGE),
        ("fifty-two percent of it was paint", BRIDGE),
        ("three million herons over the marsh", HOLDINGS),
        ("the 5m mark was passed", HOLDINGS),
        ("F E R R Y  B E F O R E", FERRY),
        ("p a s s e n g e r walks", FERRY),
        ("Loyalpilotsneverleavetheferrybeforethelastpassengerwalksashore", FERRY),
        (" ".join("Loyalpilotsneverleavetheferrybeforethelastpassenger"), FERRY),
        ("дщнфд зшдщеы тумук дуфму еру ауккн", FERRY),
        ("loqal pilots neer leqve the ferry", FERRY),
        ("loyql pilots leqve the lqst pqssenger", FERRY),
        ("cnfhsq vfzr yf ctdthyjv", RUSSIAN),
    ],
)
def test_it_is_read_as_it_was_meant(store: Store, query: str, found: str) -> None:
    hits = search(store, query).hits
    assert [hit.quote.text for hit in hits][:1] == [found]


@pytest.mark.parametrize("query", ["ghbdtn vjq lheu", "жшпп ща цфк", "two hundred and ten gulls", "z q x j v k w"])
def test_what_is_in_no_reading_stays_nothing(store: Store, query: str) -> None:
    assert not search(store, query).hits


def test_letters_as_the_store_has_them_are_left(tmp_path: Path) -> None:
    with Store.open(tmp_path / "quotes.db") as store:
        store.write(*document("d", ("Ada Vance", "Our old gаrdеn wall has stood here since the war.")))
        store.write(*document("e", ("Ada Vance", "Every garden wall needs a mason in the spring.")))
        assert search(store, "gаrdеn wall").hits[0].quote.text.startswith("Our old")
        assert search(store, "garden wall").hits[0].quote.text.startswith("Every")


@pytest.mark.parametrize(
    "name",
    [
        "Рiеt Sоrоkin",
        "Piet Sorokin (D-Ohio)",
        "Piet Sorokin, the harbour master",
        "Piet Sorokin [left]",
        "Piet Sorokin's",
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(store: Store, name: str) -> None:
    hits = resolve_speaker(store, name)
    assert [(hit.name, hit.fits) for hit in hits] == [("Piet Sorokin", True)]
