"""The same statement in several documents and wordings is one family; others are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.store import Store

FIRST = "We will rebuild the harbour museum before the winter, whatever the council decides."
SAME = [
    FIRST,
    "We will rebuild the harbor museum before the winter, whatever the council decides",
    "... will rebuild the harbour museum before the winter, whatever the council decides.",
    "We will rebuild the harbour museum before the winter …",
    "We will rebuild the [old] harbour museum before the winter, whatever the council decides.",
    "WE WILL REBUILD THE HARBOUR MUSEUM BEFORE THE WINTER — WHATEVER THE COUNCIL DECIDES!",
    "[They] will rebuild the harbour museum … whatever the council decides.",
]
OTHERS = [
    "We will rebuild the railway station before the summer, whatever the mayor decides.",
    "Whatever happens, the museum stays.",
    "The harbour was never ours to sell, and the council knows it.",
]


def families(path: Path, said: list[tuple[str, str]]) -> list[int | None]:
    with Store.open(path) as store:
        for number, pair in enumerate(said):
            store.write(*document(f"d{number}", pair))
        assert store.check() == []
        return [quote.family for quote in store.quotes(range(1, len(said) + 1))]


@pytest.mark.parametrize("other", SAME)
def test_wordings_of_one_statement_meet(tmp_path: Path, other: str) -> None:
    first, second = families(tmp_path / "a.db", [("Ada Lovelace", FIRST), ("Ada Lovelace", other)])
    assert first == second is not None


@pytest.mark.parametrize("other", OTHERS)
def test_other_statements_do_not(tmp_path: Path, other: str) -> None:
    assert families(tmp_path / "a.db", [("Ada Lovelace", FIRST), ("Ada Lovelace", other)]) == [None, None]


def test_a_few_words_are_one_statement_only_from_one_mouth(tmp_path: Path) -> None:
    said = [("Ada Lovelace", "No comment."), ("Ben Bell", "No comment"), ("Ada Lovelace", "No comment,")]
    first, other, third = families(tmp_path / "a.db", said)
    assert first == third is not None
    assert other is None


def test_a_family_of_one_is_none(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        for name in "ab":
            store.write(*document(name, ("Ada", FIRST)))
        assert store.stats()["families"] == 1
        store.remove("/press/a.txt")
        assert store.stats()["families"] == 0
        assert store.quotes([2])[0].family is None
        store.write(*document("c", ("Ada", FIRST)))
        assert store.stats()["families"] == 1
