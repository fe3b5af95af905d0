"""Words without their spaces, as hashtags have them, find the words apart, and the other way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import search
from quotecli.search.joining import apart, cut_up, pieces, runs
from quotecli.store import Store

SAID = [
    "We shall let the herons sleep, and the otters too.",
    "Proud to walk for #LetTheHeronsSleep today!",
    "The otters have no pond to go back to.",
    "Fortifications cost more than the harbour did.",
    "It cautions nobody.",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("together") / "quotes.db") as made:
        for number, words in enumerate(SAID):
            made.write(*document(f"d{number}", ("Ada Vance", words)))
        yield made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("#LetTheHeronsSleep", [(1, ["LetTheHeronsSleep"])]),
        ("lettheheronssleep", [(1, ["LetTheHeronsSleep"])]),
        ("let the herons sleep", [(0, ["let the herons sleep"]), (1, ["LetTheHeronsSleep"])]),
        ("theottershaveno", [(2, ["The otters have no"])]),
        ("otters nopondtogoback", [(2, ["otters", "no pond to go back"])]),
        ("qzxwottershvk", []),
    ],
)
def test_words_without_spaces(store: Store, query: str, found: list[tuple[int, list[str]]]) -> None:
    hits = search(store, query).hits
    assert [
        (SAID.index(hit.quote.text), [hit.quote.text[span.start : span.end] for span in hit.matches]) for hit in hits
    ] == found


def test_a_word_that_ends_as_another_does_is_not_that_one(store: Store) -> None:
    """ "cations" stands within "fortifications", but is "cautions" misspelt."""
    assert [hit.quote.text for hit in search(store, "cations").hits] == [SAID[4]]


def test_a_word_is_cut_into_the_fewest_and_most_frequent_words() -> None:
    counts = {"the": 90, "herons": 3, "hero": 5, "ns": 1, "let": 40, "t": 9, "he": 60}
    assert "a" in pieces("ab")
    assert "b" not in pieces("ab")
    assert cut_up("lettheherons", counts, 100)[0] == ("let", "the", "herons")
    assert cut_up("lettheotter", counts, 100) == []


def test_runs_and_what_is_apart() -> None:
    assert runs(("a", "b", "c")) == {"ab": range(2), "abc": range(3), "bc": range(1, 3)}
    assert [*apart("nowhere", ["or", "no", "where", "now", "here"])] == [range(1, 3), range(3, 5)]
    assert [*apart("nowhere", ["nowhere", "now", "her"])] == []
    assert len(runs(["x"] * 64)) <= 5 * 64
