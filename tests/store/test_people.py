"""Names of one person meet over all documents; of two they never do."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.store import Store

ONE = [
    ("Khloe Kardashian", "Khloé Kardashian"),
    ("Kim Kardashian", "Kim Kardashian-West"),
    ("Kim Kardashian-West", "Kim Kardashian West"),
    ("Rob Kardashian", "Robert Kardashian"),
    ("Donald Trump", "Donald J. Trump"),
    ("Donald Trump", "Trump"),
    ("Donald Trump", "Mr. Trump"),
    ("Hillary Clinton", "Hillary Rodham Clinton"),
    ("J.K. Tarn", "JK Tarn"),
    ("J. K. Tarn", "JK Tarn"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Vladimir Zelenskiy", "Volodymyr Zelenskyy"),
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Frederic Quillby", "Frederick Quillby"),
]
TWO = [
    ("Rob Kardashian", "Kim Kardashian"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Donald Trump", "Ivanka Trump"),
    ("Donald Trump", "Mrs. Trump"),
    ("Bank of England", "Bank of New England"),
    ("Supreme Court", "Supreme State Court"),
    ("George W. Bush", "George H. W. Bush"),
    ("John Smith", "John Smyth"),
    ("Sergei Lavrov", "Sergei Lavrin"),
    ("Leo XIII", "Leo XIV"),
    ("Charles III", "Charles Farr"),
    ("Albert Quillby", "Robert Quillby"),  # both may be Bert, but neither was called so
    ("Edward Quillby", "Theodore M. Quillby"),
    ("Richard Quillby", "Frederick Quillby"),
]


def people(path: Path, names: list[str], also: str = "") -> set[frozenset[str]]:
    with Store.open(path) as store:
        for number, name in enumerate(names):
            store.write(*document(f"d{number} {name}", (name, f"Statement number {number}."), also=also))
        return {frozenset(row.spellings) for row in store.speakers()}


@pytest.mark.parametrize("pair", ONE)
def test_one_person(tmp_path: Path, pair: tuple[str, str]) -> None:
    assert people(tmp_path / "a.db", [*pair]) == people(tmp_path / "b.db", [*pair[::-1]]) == {frozenset(pair)}


@pytest.mark.parametrize("pair", TWO)
def test_two_persons(tmp_path: Path, pair: tuple[str, str]) -> None:
    two = {frozenset({name}) for name in pair}
    assert people(tmp_path / "a.db", [*pair]) == people(tmp_path / "b.db", [*pair[::-1]]) == two


def test_a_short_name_that_fits_two_is_neither(tmp_path: Path) -> None:
    names = ["Donald Trump", "Ivanka Trump", "Trump", "George Bush", "George W. Bush", "George H. W. Bush"]
    assert people(tmp_path / "a.db", names) == {frozenset({name}) for name in names}


def test_mr_is_the_only_man_of_his_surname(tmp_path: Path) -> None:
    names = ["Donald Trump", "Ivanka Trump", "Mr. Trump", "Trump", "Mrs. Trump"]
    found = people(tmp_path / "a.db", names)
    assert found == people(tmp_path / "b.db", names[::-1])
    assert found == {*map(frozenset, [{"Donald Trump", "Mr. Trump"}, {"Ivanka Trump", "Mrs. Trump"}, {"Trump"}])}
    assert frozenset({"Mr. Trump"}) in people(tmp_path / "c.db", [*names, "Eric Trump"])


@pytest.mark.parametrize(
    ("one", "other", "persons"), [("she", "he", 2), ("he", "he", 1), ("Vane", "he", 1), ("she", "Mr. Vane", 2)]
)
def test_a_woman_and_a_man_of_one_short_name_are_two(tmp_path: Path, one: str, other: str, persons: int) -> None:
    with Store.open(tmp_path / "a.db") as store:
        for name, told in (("Chris Vane", one), ("Christopher Vane", other)):
            article, (quotation,) = document(name, (name, f"Nobody told {name}."))
            store.write(article, [replace(quotation, said_as=told)])
        assert len(list(store.speakers())) == persons


def test_a_document_that_tells_father_from_son_keeps_them_apart(tmp_path: Path) -> None:
    also = "Rob Kardashian is the son of Robert Kardashian."
    assert len(people(tmp_path / "a.db", ["Rob Kardashian", "Robert Kardashian"], also)) == 2


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    names = [name for pair in ONE + TWO for name in pair] + ["Bush", "George Bush", "Robert Kardashian Jr."]
    names = list(dict.fromkeys(names))
    found = []
    for seed in range(6):
        random.Random(seed).shuffle(names)
        found.append(people(tmp_path / f"{seed}.db", names))
    assert all(result == found[0] for result in found)


def test_the_most_frequent_full_spelling_is_shown(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        for number, name in enumerate(["Trump", "Trump", "Trump", "Donald J. Trump", "Donald Trump", "Donald Trump"]):
            store.write(*document(f"d{number}", (name, f"Statement number {number}.")))
        assert [(row.name, row.quotes) for row in store.speakers()] == [("Donald Trump", 6)]
        assert {quote.speaker for quote in store.quotes(range(1, 9))} == {"Donald Trump"}
        for number in (4, 5):
            store.remove(f"/press/d{number}.txt")
        assert [(row.name, row.quotes) for row in store.speakers()] == [("Donald J. Trump", 4)]


@pytest.mark.parametrize(
    "names",
    [
        ["Bert Quillby", "Albert Quillby", "Robert Quillby"],
        ["Albert Quillby", "Bert Quillby", "Robert Quillby"],
        ["Edward Quillby", "Theodore Quillby", "Ted Quillby"],
    ],
)
def test_a_short_form_that_two_may_have_joins_nobody(tmp_path: Path, names: list[str]) -> None:
    assert people(tmp_path / "a.db", names) == {frozenset({name}) for name in names}


def test_a_short_form_that_one_may_have_is_his(tmp_path: Path) -> None:
    names = ["Bert Quillby", "Albert Quillby", "Henry Quillby"]
    assert people(tmp_path / "a.db", names) == {frozenset(names[:2]), frozenset(names[2:])}
