"""Each word is known with in how many quotes it stands, whatever comes, goes or fails."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.search.candidates import spelt_alike
from quotecli.store import Store
from quotecli.store.terms import Terms, counted


def many(first: int, number: int) -> str:
    return " ".join(f"word{at}" for at in range(first, first + number))


def counts(store: Store, *words: str) -> dict[str, int]:
    return store.index.counts(words)


def test_words_of_several_blocks_are_counted(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        store.write(*document("a", ("Ada", many(0, 700)), ("Ada", many(500, 700))))
        store.write(*document("b", ("Ada", many(600, 1000))))
        assert counts(store, "word0", "word499") == {"word0": 1, "word499": 1}
        assert counts(store, "word550", "word650", "word1199") == {"word550": 2, "word650": 3, "word1199": 2}
        assert counts(store, "word1599", "word1600") == {"word1599": 1}
        assert store.check() == []


def test_a_word_that_is_in_no_quote_any_more_is_unknown(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        store.write(*document("a", ("Ada", "The harbour of the harbours")))
        store.write(*document("b", ("Ada", "The zebra")))
        assert counts(store, "the", "zebra") == {"the": 2, "zebra": 1}
        store.remove("/press/b.txt")
        assert counts(store, "the", "zebra") == {"the": 1}
        assert store.index.starting("z") == []
        assert spelt_alike(store, "zebras") == []
        store.write(*document("c", ("Ada", "A zebra")))
        assert store.index.starting("z") == [("zebra", 1)]
        assert store.check() == []


def test_the_most_frequent_words_of_a_beginning_come_first(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        store.write(*document("a", *[("Ada", f"{word} it is") for word in ("harm", "harp", "harm", "hard", "harm")]))
        assert store.index.starting("har", limit=1) == [("harm", 3)]


def test_what_was_undone_is_not_remembered(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        article, quotations = document("b", ("Ada", "A zebra crossed"), ("Ada", "It did"))
        wrong = [quotations[0], replace(quotations[1], text="It didn't")]
        with pytest.raises(ValueError, match="not the text's words"):
            list(store.write_many([document("a", ("Ada", "A walrus sang")), (article, wrong)]))
        assert counts(store, "walrus", "zebra") == {}
        store.write(article, quotations)
        assert counts(store, "walrus", "zebra") == {"zebra": 1}
        assert store.check() == []


def test_two_stores_open_at_once_count_together(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as one, Store.open(tmp_path / "a.db") as other:
        for number in range(3):
            one.write(*document(f"a{number}", ("Ada", f"harbour one{number}")))
            other.write(*document(f"b{number}", ("Ada", f"harbour other{number}")))
        assert counts(one, "harbour", "one2", "other2") == {"harbour": 6, "one2": 1, "other2": 1}
        assert one.check() == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE counts SET quotes = CAST(zeroblob(8) || substr(quotes, 9) AS BLOB)",
        "UPDATE counts SET quotes = x'0100'",
        "DELETE FROM counts",
    ],
)
def test_the_doctor_notices_wrong_counts(tmp_path: Path, damage: str) -> None:
    with Store.open(tmp_path / "a.db") as store:
        store.write(*document("a", ("Ada", "The harbour stays")))
    with closing(sqlite3.connect(tmp_path / "a.db")) as db, db:
        db.execute(damage)
    with Store.open(tmp_path / "a.db") as store:
        assert ["table of words" in problem.message for problem in store.check()] == [True]


def test_many_words_are_forgotten_between_batches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("quotecli.store.terms._MOST", 2)
    with Store.open(tmp_path / "a.db") as store:
        for name in "abc":
            store.write(*document(name, ("Ada", "The harbour stays")))
        assert counts(store, "harbour") == {"harbour": 3}
        terms = Terms({"harbour": 1, "the": 2, "stays": 3})
        terms.trim()
        assert not terms
        assert dict(counted(store._db, store._db.execute("SELECT term, id FROM terms"))) == Counter(
            {"harbour": 3, "the": 3, "stays": 3}
        )


def test_counts_of_a_damaged_store_never_fall_below_zero(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        store.write(*document("a", ("Ada", "A zebra crossed")))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM counts")
    with Store.open(path) as store:
        assert any("table of words" in problem.message for problem in store.check())
        store.remove("/press/a.txt")
        assert counts(store, "zebra") == {}
