"""Whatever dates are asked for, those quotes and no others are found: by the index, by the days' documents, by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.making import document

from quotecli.core.dates import PartialDate
from quotecli.core.types import Filters
from quotecli.store import Store

DAYS: tuple[str, ...] = (
    "2019",
    "2019-12",
    "2019-12-31",
    "2020",
    "2020-01",
    "2020-01-01",
    "2020-01-30",
    "2020-01-31",
    "2020-02",
)
DAYS += ("2020-02-01", "2020-02-29", "2020-03-01", "2021-01-01", "2024-12-31")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("dates") / "quotes.db") as opened:
        for place, printed in enumerate((*DAYS, None)):
            for number, said in enumerate((None, None, DAYS[place - 1], "2020-01-31")):
                words = f"the harbour {place} stays open {number}"
                opened.write(*document(f"{place}-{number}", ("Ana Ruiz", words), date=printed, said_on=said))
        yield opened


def asked() -> st.SearchStrategy[PartialDate]:
    day = st.dates(date(2019, 11, 28), date(2021, 2, 3))
    return st.one_of(
        st.sampled_from(DAYS).map(PartialDate.parse).filter(bool),
        day.map(lambda d: PartialDate(d.year, d.month, d.day)),
        day.map(lambda d: PartialDate(d.year, d.month)),
    )


@given(since=st.none() | asked(), until=st.none() | asked(), on=st.none() | asked())
def test_dates_let_through_what_lies_within_them(
    store: Store, since: PartialDate | None, until: PartialDate | None, on: PartialDate | None
) -> None:
    filters = Filters(since=since, until=until, on=on)
    rows = range(1, store.index.size() + 1)
    expected = [row for row, quote in zip(rows, store.quotes(rows), strict=True) if lets_through(filters, quote.date)]
    narrowed = store.index.scope(filters, None, None, None)
    assert sorted(store.index.match('"harbour"', narrowed, 1000)) == expected
    assert sorted(store.index.match('"harbour"', narrowed, 1000, rarest=1)) == expected
    assert store.index.count(narrowed) == len(expected)
    assert store.index.match('"harbour"', narrowed, 3) == store.index.match('"harbour"', narrowed, 1000)[:3]


def lets_through(filters: Filters, told: PartialDate | None) -> bool:
    if told is None:
        return filters == Filters()
    on = filters.on
    as_precise = on is None or (bool(told.month) >= bool(on.month) and bool(told.day) >= bool(on.day))
    return (
        as_precise
        and (on is None or on.first <= told.first <= on.last)
        and (filters.since is None or told.first >= filters.since.first)
        and (filters.until is None or told.first <= filters.until.last)
    )
