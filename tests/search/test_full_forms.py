"""What is written short is found by its full form, and the other way, behind what is written as typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.growth import assert_linear
from tests.store.making import document

from quotecli.core.tables import read_table
from quotecli.search import search
from quotecli.search.full_forms import in_full, words_in_full
from quotecli.store import Store

SAID = [
    "We don’t trust the ferry company.",  # 0
    "They do not trust anyone any more.",  # 1
    "I won't resign over a parking ticket.",  # 2
    "You’re late for the vote.",  # 3
    "The tunnels were late by a decade.",  # 4
    "The tunnel took $7bn of public money.",  # 5
    "Nobody had 7 billion lying about.",  # 6
    "The U.N. sent observers.",  # 7
    "The U.S. Navy sent a ship.",  # 8
    "They never asked us before they dug.",  # 9
    "A delegation of the EU came.",  # 10
    "You are early for once.",  # 11
    "She will not organise another march.",  # 12
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("full") / "quotes.db") as made:
        for number, said in enumerate(SAID):
            made.write(*document(f"d{number}", ("Ada Lovelace", said)))
        yield made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("do not trust", [(1, ["do not trust"]), (0, ["don’t trust"])]),
        ("don't trust", [(0, ["don’t trust"]), (1, ["do not trust"])]),
        ("dont trust the ferry", [(0, ["don’t trust the ferry"])]),
        ("they don't", [(1, ["They do not"])]),
        ("will not resign", [(2, ["won't resign"])]),
        ("won't organize", [(12, ["will not organise"])]),
        ("you are late", [(3, ["You’re late"])]),
        ("you're early", [(11, ["You are early"])]),
        ("we are late", []),  # "were late" is no "we're late"
        ("7 billion", [(6, ["7 billion"]), (5, ["7bn"])]),
        ("$7bn", [(5, ["7bn"]), (6, ["7 billion"])]),
        ("UN", [(7, ["U.N"])]),
        ("un", [(7, ["U.N"])]),
        ("USA", [(8, ["U.S"])]),
        ("US", [(9, ["us"]), (8, ["U.S"])]),
        ("us", [(9, ["us"])]),
        ("U.S.", [(8, ["U.S"])]),  # not "asked us"
        ("E.U.", [(10, ["EU"])]),
    ],
)
def test_short_and_full_forms_find_each_other(store: Store, query: str, found: list[tuple[int, list[str]]]) -> None:
    hits = [hit for hit in search(store, query).hits if hit.score > 85]
    marked = [
        (SAID.index(hit.quote.text), [hit.quote.text[span.start : span.end] for span in hit.matches]) for hit in hits
    ]
    assert marked == found


def test_exact_words_are_exact(store: Store) -> None:
    assert [hit.quote.text for hit in search(store, '"do not trust"').hits] == [SAID[1]]


def test_the_words_as_typed_are_exact_and_the_others_less(store: Store) -> None:
    assert [hit.score for hit in search(store, "do not trust").hits[:2]] == [100, 98]


def test_words_that_only_look_like_contractions_stay() -> None:
    assert words_in_full("Well, hell, its shell were ill.") == ["well", "hell", "its", "shell", "were", "ill"]
    assert words_in_full("We’ll say it’s 3bn in the US") == "we will say it is 3 billion in the u s".split()
    assert words_in_full("JOIN US NOW") == ["join", "us", "now"]
    assert in_full("harbour pension", ("harbour", "pension")) is None


def test_the_table_is_sorted_and_gives_two_words_for_one() -> None:
    rows = read_table("quotecli.core", "contractions.tsv")
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert all(len(row[1].split()) == 2 for row in rows)


def test_single_letters_without_end_take_time_by_their_number() -> None:
    """Each of ten thousand letters was held against all behind it, for an abbreviation of up to four."""
    assert_linear(lambda words: in_full(" ".join(words), words), lambda number: ("a",) * number, 1_000)
