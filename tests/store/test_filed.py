"""What is remembered of the sketches that are filed leaves no family out, and spares the look-ups."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.store import Store, sketches
from quotecli.store.filed import Filed

SAID = "We will rebuild the harbour museum before the winter, whatever the council decides."


def family(store: Store, row: int) -> int | None:
    return store.quotes([row])[0].family


def test_first_and_second_of_one_batch_meet(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        list(store.write_many([document("a", ("Ada", SAID)), document("b", ("Ada", SAID))]))
        assert family(store, 1) == family(store, 2) == 1


def test_what_another_connection_files_is_met(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store, Store.open(tmp_path / "a.db") as other:
        store.write(*document("a", ("Ada", "The ferries were late again this morning, every single one.")))
        other.write(*document("b", ("Ada", SAID)))
        store.write(*document("c", ("Ada", SAID)))
        assert family(store, 2) == family(store, 3) == 2


def test_what_was_undone_is_no_harm(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        article, quotations = document("a", ("Ada", SAID))
        with pytest.raises(ValueError, match="text's words"):
            list(store.write_many([(article, quotations), (document("b", ("Ada", "No."))[0], quotations)]))
        list(store.write_many([(article, quotations), document("b", ("Ada", SAID))]))
        assert family(store, 1) == family(store, 2) == 1


def test_a_store_that_is_there_is_read_when_that_pays(tmp_path: Path) -> None:
    words = [f"word{number:03}" for number in range(400)]
    draw = random.Random(3)
    said = [" ".join(draw.sample(words, 9)) for _ in range(200)]
    with Store.open(tmp_path / "a.db") as store:
        list(store.write_many(document(f"a{at}", ("Ada", text)) for at, text in enumerate(said)))
    with Store.open(tmp_path / "a.db") as store:
        list(store.write_many(document(f"b{at}", ("Ada", text)) for at, text in enumerate(said)))
        assert all(family(store, 200 + row) == row for row in range(1, 201))


def test_few_are_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[int] = []
    with_older = sketches._with_older

    def counting(db: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
        sought.extend(numbers)
        return with_older(db, numbers)

    monkeypatch.setattr(sketches, "_with_older", counting)
    with Store.open(tmp_path / "a.db") as store:
        list(store.write_many(document(f"a{at}", ("Ada", f"{SAID} word{at} more{at} last{at}")) for at in range(3)))
        common = len(sought)
        list(store.write_many([document("b", ("Ada", "Nobody asked the lighthouse keeper about lanterns or gulls."))]))
    assert common
    assert len(sought) == common


def test_marks_are_made_only_when_they_pay(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        said = [("Ada", f"{SAID} word{at}") for at in range(50)]
        store.write(*document("a", *said))
        known = Filed()
        assert known.may_meet(store._db, [1, 2, 3]) == [1, 2, 3]
        assert known._marks is None
        assert known.may_meet(store._db, list(range(100))) is not None
        assert known._marks
