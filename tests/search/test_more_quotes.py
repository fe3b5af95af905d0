"""How many quotes come after a page of a grouped listing: what its lines stand for is not to come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.making import document

from quotecli.app.listing import Section
from quotecli.core.dates import PartialDate
from quotecli.core.types import Filters, Sort
from quotecli.search import Listing, list_quotes, search
from quotecli.store import Store

REPEATED = "We will rebuild the harbour museum before the winter, whatever the council decides."
OTHERS = [
    f"The harbour {what} was never ours to sell."
    for what in "chapel tower school bakery market prison garden library".split()
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """One statement in four documents, the oldest and the newest among them, between eight others."""
    said = [REPEATED, *OTHERS[:4], REPEATED, *OTHERS[4:], REPEATED, REPEATED]
    with Store.open(tmp_path / "a.db") as made:
        for number, text in enumerate(said):
            made.write(
                *document(f"d{number}", (f"Ada {'ABCDEFGHIJKLM'[number]}ovelace", text), date=str(2000 + number))
            )
        yield made


def more(listing: Listing) -> int:
    return Section(None, tuple(listing.hits), listing.total, listing.before).more


@pytest.mark.parametrize("sort", [Sort.DATE, Sort.RELEVANCE, Sort.SPEAKER])
@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("size", [1, 2, 3, 5, 9, 20])
def test_pages_tell_how_many_quotes_are_left(store: Store, sort: Sort, reverse: bool, size: int) -> None:
    lines = list_quotes(store, sort=sort, reverse=reverse, limit=100).hits
    assert len(lines) == 9
    for offset in range(0, 9, size):
        page = list_quotes(store, sort=sort, reverse=reverse, limit=size, offset=offset)
        assert more(page) == sum(1 + hit.stands_for for hit in lines[offset + size :])


def test_what_filters_leave_out_is_not_counted(store: Store) -> None:
    page = list_quotes(store, Filters(outlet="Lantern", since=PartialDate(2001)), sort=Sort.DATE, limit=1)
    assert more(page) == 8


@pytest.mark.parametrize("size", [1, 2, 4])
def test_pages_of_a_search(store: Store, size: int) -> None:
    lines = search(store, "harbour", limit=100).hits
    for offset in range(0, 9, size):
        page = search(store, "harbour", limit=size, offset=offset)
        assert more(page) == sum(1 + hit.stands_for for hit in lines[offset + size :])


def test_not_grouped_every_quote_is_a_line(store: Store) -> None:
    assert more(list_quotes(store, limit=5, offset=5, group=False)) == 2
