"""What matched is marked: the words that tell, and the frequent ones that belong to them, but not every "the"."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.search import search
from quotecli.store import Store

SAID = "They tried to drag the barge through the mud of our old river, while the council paid to see it from the pier."


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("drag the through barge", ["drag the barge through the"]),
        ("council laughed paid the", ["the council paid"]),
        ("barge river to the", ["the barge", "river"]),
        ("to the", ["to", "the", "the", "the", "to", "the"]),  # nothing tells: all are marked
    ],
)
def test_frequent_words_are_marked_where_they_belong_to_others(tmp_path: Path, query: str, marked: list[str]) -> None:
    with Store.open(tmp_path / "quotes.db") as store:
        store.write(*document("a", ("Lena Farkas", SAID)))
        hit = search(store, query).hits[0]
    found = [hit.quote.text[span.start : span.end] for span in hit.matches]
    assert found == marked
