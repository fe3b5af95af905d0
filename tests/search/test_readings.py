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
NUMBERS = [
    "Three hundred and twelve sheep signed the petition against the ferry.",
    "Milk fell from 7.8% to 6.2% of what the valley drinks.",
    "A litre of paint costs €1.89 here and twice that on the island.",
    "The bill for the weathercock came to £3.4m before lunch.",
    "The first 100 days at sea were the easy ones.",
    "Since September 11 I have kept a whistle in my handbag.",
    "It is the second-largest barn between here and the coast.",
    "One thousand five hundred gulls can't be wrong about a harbour.",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("readings") / "quotes.db") as made:
        said = [("Ada Vance", BRIDGE), ("Piet Sorokin", FERRY), ("Ivo Brandt", RUSSIAN), ("Mary Quill", HOLDINGS)]
        made.write(*document("d", *said))
        made.write(*document("e", *(("Nell Orme", text) for text in NUMBERS)))
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


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("312 sheep signed the petition", 0),
        ("fell from 7.8 per cent to 6.2 per cent", 1),
        ("seven point eight per cent", 1),
        ("paint costs 1.89 euros here", 2),
        ("one point eight nine euros", 2),
        ("3.4 million pounds", 3),
        ("the first hundred days at sea", 4),
        ("nine eleven whistle handbag", 5),
        ("the 2nd-largest barn", 6),
        ("1,500 gulls", 7),
    ],
)
def test_a_number_is_found_however_it_is_written(store: Store, query: str, found: int) -> None:
    hits = search(store, query).hits
    assert [hit.quote.text for hit in hits][:1] == [NUMBERS[found]]
    assert hits[0].score >= 80


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
