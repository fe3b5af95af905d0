"""Outlets are found by their initials, hosts and short names, and none that is merely alike is taken for certain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.core.types import Filters, Shown
from quotecli.search import fitting, list_quotes, resolve_outlet
from quotecli.store import Store

OUTLETS = [
    "The North Quay Times", "Skerry News", "The Lantern", "Die Laterne", "La Presse", "Die Presse", "Le Phare",
    "Harbour Press", "HP", "St. Brigid Post-Dispatch", "El Faro", "Evening Anchor",
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("outlets") / "quotes.db") as made:
        for number, outlet in enumerate(OUTLETS):
            made.write(*document(f"d{number}", ("Ana Ruiz", f"Statement number {number}."), outlet=outlet))
        yield made


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("NQ Times", ["The North Quay Times"]),
        ("N.Q. Times", ["The North Quay Times"]),
        ("nqtimes", ["The North Quay Times"]),
        ("www.nqtimes.com", ["The North Quay Times"]),
        ("https://news.northquaytimes.co.uk/", ["The North Quay Times"]),
        ("https://www.nqtimes.com/2021/03/a-storm?x=1#top", ["The North Quay Times"]),
        ("skerry.com/about", ["Skerry News"]),
        ("north quay times online", ["The North Quay Times"]),
        ("thelantern", ["The Lantern"]),
        ("thelantern.org", ["The Lantern"]),
        ("skerry", ["Skerry News"]),
        ("skerry.com", ["Skerry News"]),
        ("Skerry News Online", ["Skerry News"]),
        ("laterne", ["Die Laterne"]),
        ("phare", ["Le Phare"]),
        ("elfaro", ["El Faro"]),
        ("presse", ["Die Presse", "La Presse"]),
        ("la presse", ["La Presse"]),
        ("Die Presse", ["Die Presse"]),
        ("hp", ["HP", "Harbour Press"]),
        ("post-dispatch", ["St. Brigid Post-Dispatch"]),
    ],
)
def test_an_outlet_as_it_is_remembered(store: Store, typed: str, meant: list[str]) -> None:
    hits = fitting(resolve_outlet(store, typed))
    assert [hit.name for hit in hits] == meant
    assert all(hit.fits for hit in hits)


def test_with_a_word_before_its_name_it_is_offered(store: Store) -> None:
    assert fitting(resolve_outlet(store, "Skerry Evening Anchor")) == []
    assert resolve_outlet(store, "Skerry Evening Anchor")[0].name == "Evening Anchor"


def test_as_shown_it_is_no_other(store: Store) -> None:
    assert list_quotes(store, Filters(outlet="hp")).total == 2
    assert list_quotes(store, Filters(outlet=Shown("HP"))).total == 1


@pytest.mark.parametrize("typed", ["", "???", "a.b", "..", "x" * 5000 + ".com", "-." * 3000 + "com"])
def test_what_names_nothing_is_none(store: Store, typed: str) -> None:
    assert fitting(resolve_outlet(store, typed)) == []
