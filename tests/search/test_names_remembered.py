"""Names typed as people remember them: with a word too many or few, letters doubled or swapped, words run together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.core.types import Filters, Shown
from quotecli.search import Status, check, fitting, list_quotes, resolve_speaker
from quotecli.store import Store
from quotecli.store.words import grams

PEOPLE = [
    "Ana Ruiz", "Owen Rees-Tarn", "Ottavia Locasio-Merle", "Walter B. Kade Jr.", "Omar Gaddani", "Petra Ganthi",
    "Samir el-Bakri", "Pyotr Orlov", "Marine Le Quint", "J.K. Tarlow", "Jean-Paul Vasser", "Henry W. Bosch",
    "Henry D.W. Bosch", "Lars de Maupin", "Macey's",
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("remembered") / "quotes.db") as made:
        for number, name in enumerate(PEOPLE):
            made.write(*document(f"d{number}", (name, f"Statement number {number}.")))
        yield made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ana Maria Ruiz", "Ana Ruiz"),
        ("Crown Princess Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz MP", "Ana Ruiz"),
        ("Henry Walter Bosch", "Henry W. Bosch"),
        ("Bosch, Henry W.", "Henry W. Bosch"),
        ("reestarn", "Owen Rees-Tarn"),
        ("owen reestarn", "Owen Rees-Tarn"),
        ("LeQuint", "Marine Le Quint"),
        ("OLM", "Ottavia Locasio-Merle"),
        ("O. L. M.", "Ottavia Locasio-Merle"),
        ("W.B.K. Jr.", "Walter B. Kade Jr."),
        ("wbk jr", "Walter B. Kade Jr."),
        ("Gadani", "Omar Gaddani"),
        ("gaddanni", "Omar Gaddani"),
        ("Ghanti", "Petra Ganthi"),
        ("al-Bakri", "Samir el-Bakri"),
        ("J-P Vasser", "Jean-Paul Vasser"),
        ("Ana Ruiz's", "Ana Ruiz"),
        ("ruiz’s", "Ana Ruiz"),
        ("Macey's", "Macey's"),
        ("Maceys", "Macey's"),
    ],
)
def test_a_name_as_it_is_remembered(store: Store, typed: str, meant: str) -> None:
    assert [hit.name for hit in fitting(resolve_speaker(store, typed))] == [meant]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Peter Orlov", "Pyotr Orlov"), ("Berta Ruiz", "Ana Ruiz"), ("Ana Ruiz-Castell", "Ana Ruiz")],
)
def test_who_has_the_family_name_is_offered_and_not_taken(store: Store, typed: str, meant: str) -> None:
    hits = resolve_speaker(store, typed)
    assert hits[0].name == meant
    assert not hits[0].fits
    assert hits[0].score < 80  # what `quotes by` takes for a misspelling


@pytest.mark.parametrize("typed", ["Ana Ruis", "Walter Cade Jr.", "Ottavia Locasio-Merla"])
def test_a_misspelt_word_is_no_fit_however_well_the_rest_fits(store: Store, typed: str) -> None:
    [hit] = fitting(resolve_speaker(store, typed))
    assert hit.score >= 80  # taken for a misspelling, and told
    assert not hit.fits


def test_who_has_another_initial_is_somebody_else(store: Store) -> None:
    assert [hit.name for hit in fitting(resolve_speaker(store, "Walter K. Kade"))] == []
    assert resolve_speaker(store, "Walter K. Kade")[0].name == "Walter B. Kade Jr."
    assert [hit.name for hit in fitting(resolve_speaker(store, "Omar X. Gaddani"))] == ["Omar Gaddani"]


@pytest.mark.parametrize("typed", ["kevin", "@kingjaime", "Jokull", "Ana Orlov", "Pyotr Orlov & Ana Ruiz"])
def test_initials_alone_and_words_of_two_names_are_nobody(store: Store, typed: str) -> None:
    assert not any(hit.fits for hit in resolve_speaker(store, typed))


def test_who_is_called_by_one_word_hides_nobody_of_that_name(tmp_path: Path) -> None:
    with Store.open(tmp_path / "quotes.db") as made:
        said = {"Ruiz": 3, "Ana Ruiz": 2, "Bruno Ruiz": 1}
        for name, number in said.items():
            for at in range(number):
                made.write(*document(f"{name} {at}", (name, f"The {'first second third'.split()[at]} word of {name}.")))
        people = fitting(resolve_speaker(made, "ruiz"))
        assert [(hit.name, hit.quotes) for hit in people] == [("Ruiz", 3), ("Ana Ruiz", 2), ("Bruno Ruiz", 1)]
        assert list_quotes(made, Filters(by="Ruiz"), limit=0).total == 6
        assert list_quotes(made, Filters(by=Shown("Ruiz")), limit=0).total == 3  # as shown, it is nobody else
        assert [hit.name for hit in fitting(resolve_speaker(made, "Ana Ruiz"))] == ["Ana Ruiz"]


def test_a_manuscript_may_name_by_one_word_who_has_two_in_the_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "quotes.db") as made:
        made.write(*document("a", ("Ana Ruiz", "We have nothing to hide from the inspectors.")))
        for at in ("old", "new"):
            made.write(*document(at, ("Ruiz", f"The {at} pier of the harbour is shut for good.")))
        assert check(made, "We have nothing to hide from the inspectors.", ["Ruiz"]).status is Status.EXACT


def test_a_misspelt_name_is_found_among_many_that_share_letters_with_it(tmp_path: Path) -> None:
    ends = [f"{a}{b}" for a in "bdfgklmnprst" for b in "aeiou"]
    many = [f"Marta {first}{second}son" for first in (e.capitalize() for e in ends) for second in ends]
    with Store.open(tmp_path / "quotes.db") as made:
        made.write(*document("many", *((name, f"Words of {name}.") for name in [*many, "Zelda Quarnow"])))
        for typed in ("Zelda Quanrow", "quarnov", "Zlda Quarnow", "Marta Quarnow"):
            assert "Zelda Quarnow" in [hit.name for hit in resolve_speaker(made, typed)], typed


def test_names_that_share_little_with_what_is_typed_are_not_looked_at(tmp_path: Path) -> None:
    with Store.open(tmp_path / "quotes.db") as store:
        names = ("Ana Ruizmann", "Bob Hausmann", "Cora Ruizman")
        store.write(*document("d", *((name, f"The lamp of {name} was lit again last night.") for name in names)))
        sharing = grams("ruizmann")
        assert {name for _, name, _ in store.index.names_like(sharing)} == set(names)
        assert {name for _, name, _ in store.index.names_like(sharing, least=0.5)} == set(names) - {"Bob Hausmann"}


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    names = ["Pietro M. Garworth", "Pietro MacFenley", "Jonas Quellmar", "Ute Quellmar", "Lotte van der Brisk"]
    with Store.open(tmp_path_factory.mktemp("namesakes") / "quotes.db") as made:
        for number, name in enumerate(names):
            made.write(*document(f"n{number}", (name, f"Statement number {number}.")))
        yield made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Pietro McFenley", "Pietro MacFenley"),  # no Pietro M. Garworth, whose family name was not typed
        ("Pietro Marius Garworth", "Pietro M. Garworth"),
        ("@jquellmar", "Jonas Quellmar"),
        ("uquellmar", "Ute Quellmar"),
        ("@lvanderbrisk", "Lotte van der Brisk"),
    ],
)
def test_a_family_name_is_no_initial_and_a_handle_may_begin_with_one(namesakes: Store, typed: str, meant: str) -> None:
    assert resolve_speaker(namesakes, typed)[0].name == meant
    assert [hit.name for hit in fitting(resolve_speaker(namesakes, typed))] == [meant]
