"""Words written as one, as two or with a hyphen find each other, and what matched is marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.search import search
from quotecli.store import Store

SAID = [
    "The light-house must be painted before the winter.",
    "They told us that the lighthouse would be sold.",
    "The house was full of light that evening.",
    "There is nowhere else to go for the children.",
    "No where else is like it, and they were right.",
    "It is our duty to keep at it.",
    "The cease-fire has held since Monday.",
    "東京は大きい都市です。",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("joined") / "quotes.db") as made:
        for number, words in enumerate(SAID):
            made.write(*document(f"d{number}", ("Ada Lovelace", words)))
        yield made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("lighthouse", [(1, ["lighthouse"]), (0, ["light-house"])]),
        ("light-house", [(0, ["light-house"]), (2, ["house", "light"]), (1, ["lighthouse"])]),
        ("ceasefire", [(6, ["cease-fire"])]),
        ("ceasefire held", [(6, ["cease-fire", "held"])]),
        ("nowhere", [(3, ["nowhere"]), (4, ["No where"])]),
        ("no where else", [(4, ["No where else"]), (3, ["nowhere else"])]),
        ("itis our", [(5, ["It is our"])]),
        ("都市", [(7, ["都市"])]),
    ],
)
def test_joined_and_split(store: Store, query: str, found: list[tuple[int, list[str]]]) -> None:
    hits = search(store, query).hits
    assert [
        (SAID.index(hit.quote.text), [hit.quote.text[span.start : span.end] for span in hit.matches]) for hit in hits
    ] == found


def test_what_is_written_apart_never_goes_before_the_word_itself(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        for number in range(30):
            store.write(*document(f"a{number}", (f"Ada {number}", f"The light-house number {number} is dark tonight.")))
        store.write(*document("b", ("Ben Bell", "A lighthouse.")))
        hits = search(store, "lighthouse", limit=5).hits
        assert hits[0].quote.text == "A lighthouse."
        assert [hit.reason for hit in hits] == ["exact", *["fuzzy"] * 4]
