"""What is spelt in two ways, or in figures, is found by either, behind what is written as typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.core.tables import read_table
from quotecli.search import search
from quotecli.search.equivalents import equivalents
from quotecli.store import Store, words

SAID = [
    "The harbour workers get their pension.",
    "No harbor has ever paid so little.",
    "We must organise before they do.",
    "They organized us out of our jobs.",
    "Two boats came back that night.",
    "Only 2 boats went out the next day.",
    "Wages rose by 4% while prices doubled.",
    "Rents rose by 4 percent, and nobody asked why.",
    "Fares rose by 4 per cent in the north.",
    "He filed the report, and the room filled.",
]


def make(path: Path) -> None:
    with Store.open(path) as made:
        for number, said in enumerate(SAID):
            made.write(*document(f"d{number}", ("Ada Lovelace", said)))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("equivalents") / "quotes.db"
    make(path)
    with Store.open(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", [(0, ["harbour"]), (1, ["harbor"])]),
        ("harbor", [(1, ["harbor"]), (0, ["harbour"])]),
        ("organised", [(3, ["organized"])]),
        ("organize", [(2, ["organise"])]),
        ("two boats", [(4, ["Two boats"]), (5, ["2 boats"])]),
        ("2 boats", [(5, ["2 boats"]), (4, ["Two boats"])]),
        ("4%", [(6, ["4%"]), (7, ["4 percent"]), (8, ["4 per cent"])]),
        ("rose by four percent", [(7, ["rose by 4 percent"]), (6, ["rose by 4%"])]),
        ("filed", [(9, ["filed"])]),
    ],
)
def test_either_way_of_writing_finds_the_other(store: Store, query: str, found: list[tuple[int, list[str]]]) -> None:
    hits = search(store, query).hits
    listed = [
        (SAID.index(hit.quote.text), [hit.quote.text[span.start : span.end] for span in hit.matches]) for hit in hits
    ]
    assert sorted(listed[: len(found)]) == sorted(found)
    assert listed[0] in found


def test_exact_words_are_meant_as_they_are_spelt(store: Store) -> None:
    assert [hit.quote.text for hit in search(store, '"harbor"').hits] == [SAID[1]]


def test_what_is_written_otherwise_never_goes_before_the_word_itself(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        for number in range(300):
            store.write(*document(f"a{number}", (f"Ada {number}", f"The harbor number {number} is dark tonight.")))
        store.write(*document("b", ("Ben Bell", "A harbour.")))
        hits = search(store, "harbour", limit=5, group=False).hits
        assert hits[0].quote.text == "A harbour."
        assert len(hits) == 5


@pytest.mark.parametrize("word", ["filled", "prize", "size", "rise", "for", "the", "house", "telling", ""])
def test_words_of_one_spelling_have_no_other(word: str) -> None:
    assert equivalents((word,)) == {}


def test_the_table_has_each_spelling_once_and_no_two_words_that_differ_in_meaning() -> None:
    rows = read_table("quotecli.core", "spellings.tsv")
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert len({row[1] for row in rows}) == len(rows)


@pytest.mark.parametrize("version", [1, 3, 4])
def test_a_store_that_knew_no_percent_learns_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int) -> None:
    path = tmp_path / "quotes.db"
    with monkeypatch.context() as older:
        older.setattr(words, "_SPELT_OUT", " ")
        make(path)
        if version < 4:
            from tests.store.making import make_old

            make_old(path, version)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version={version}")
        db.commit()
    with Store.open(path) as store:
        assert store.check() == []
        assert SAID[6] in [hit.quote.text for hit in search(store, "wages 4 percent").hits]
