"""Words typed in part or with the wrong letter doubled are found; where nothing is, what is offered finds something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotecli import Filters, PartialDate, Store, add
from quotecli.search import search

TEXT = """"The vaccine is safe, and tariffs are a tax on distance," said Ann Berg.

"A pension is a promise and no lottery," said Bo Lund.

"We have seventy years behind us," said Cy Dahl.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Store.open(tmp_path / "words.db") as opened:
        add(opened, tmp_path / "a.txt", date="2020-10-02")
        yield opened


@pytest.mark.parametrize(
    ("query", "speaker", "marked"),
    [
        ("vac", "Ann Berg", ["vaccine"]),
        ("vacc", "Ann Berg", ["vaccine"]),
        ("vacc saf", "Ann Berg", ["vaccine", "safe"]),
        ("tax dist", "Ann Berg", ["tax", "distance"]),
        ("prom lott", "Bo Lund", ["promise", "lottery"]),
        ("tarrifs", "Ann Berg", ["tariffs"]),
        ("lotery is a promisse", "Bo Lund", None),
    ],
)
def test_beginnings_and_doubled_letters_are_found(
    store: Store, query: str, speaker: str, marked: list[str] | None
) -> None:
    hits = search(store, query).hits
    assert [hit.quote.speaker for hit in hits] == [speaker]
    if marked is not None:
        assert [hits[0].quote.text[start:end] for start, end in hits[0].matches] == marked


@pytest.mark.parametrize("query", ["va", "ax", "1/6", "zzzz", "NEAR(war", "7", "to be or not"])
def test_nothing_is_offered_where_nothing_is_near(store: Store, query: str) -> None:
    found = search(store, query)
    assert (found.hits, found.suggestions) == ([], [])


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("penshun", ["pension"]),
        ('"pensoin is"', ["pension is"]),
        ('"safe vaccine"', ["safe vaccine"]),
        ("who said tariffs", ["tariffs"]),
        ("purple vaccine of the safe walrus", ["vaccine safe"]),
        ("pension tariffs", ["pension", "tariffs"]),
    ],
)
def test_what_is_offered_finds_something(store: Store, query: str, offered: list[str]) -> None:
    found = search(store, query)
    assert found.hits == []
    assert sorted(found.suggestions) == sorted(offered)
    assert all(search(store, one).hits for one in found.suggestions)


def test_what_the_filters_shut_out_is_not_offered(store: Store) -> None:
    later = Filters(since=PartialDate.parse("2021"))
    assert search(store, "penshun", later).suggestions == []
