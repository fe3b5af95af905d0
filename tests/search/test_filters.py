"""A filter never hides the quote it lets through, and lets none through that it shouldn't; misspelt or not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bench import corpus
from bench.corruptions import CORRUPTIONS, phrase

from quotecli.core.dates import PartialDate
from quotecli.core.types import Filters, Kind, Quote, Sort
from quotecli.search import scope, search
from quotecli.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("filters") / "quotes.db"
    with Store.open(path) as opened:
        list(opened.write_many(corpus.documents(3000, seed=5)))
        yield opened


def passing(quote: Quote) -> list[Filters]:
    """Return filters that let this quote through, each of another kind."""
    date = quote.date
    assert date is not None
    return [
        Filters(by=quote.speaker),
        Filters(outlet=quote.outlet),
        Filters(on=date),
        Filters(on=PartialDate(date.year)),
        Filters(since=date),
        Filters(until=date),
        Filters(since=PartialDate(2000), until=PartialDate(2024)),
        Filters(since=PartialDate(date.year), until=PartialDate(min(date.year + 2, 2024))),
        Filters(kinds=(Kind.DIRECT,)),
        Filters(document=quote.document),
        Filters(document=quote.document.rsplit("/", 1)[1].upper()),
        Filters(min_confidence=0.5),
    ]


def lets_through(filters: Filters, quote: Quote) -> bool:
    assert quote.date is not None
    return (
        (filters.by is None or quote.speaker == filters.by)
        and (filters.outlet is None or quote.outlet == filters.outlet)
        and (filters.on is None or filters.on.first <= quote.date.first <= filters.on.last)
        and (filters.since is None or quote.date.first >= filters.since.first)
        and (filters.until is None or quote.date.first <= filters.until.last)
        and (filters.document is None or quote.document.lower().endswith("/" + filters.document.lower().lstrip("/")))
        and quote.confidence >= filters.min_confidence
    )


@pytest.mark.parametrize("mistake", ["one typo", None])
def test_filters_and_mistakes_together(store: Store, mistake: str | None) -> None:
    draw = random.Random(2)
    for _ in range(12):
        [quote] = store.quotes([draw.randint(1, store.index.size())])
        words = phrase(quote.text.rstrip(",").split(), draw)
        if len(words) < 5:
            continue
        query = " ".join(CORRUPTIONS[mistake](list(words), draw) if mistake else words)
        for filters in passing(quote):
            hits = search(store, query, filters, limit=50, group=False).hits
            assert quote.id in [hit.quote.id for hit in hits[:10]], (query, filters)
            assert all(lets_through(filters, hit.quote) for hit in hits), (query, filters)


@pytest.mark.parametrize("few", [0, 5, 300])
def test_rows_looked_at_are_those_that_the_lists_tell(store: Store, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotecli.store.index._FEW", few)
    for row in range(1, 400, 20):
        [quote] = store.quotes([row])
        word = max(quote.text.lower().rstrip(",").split(), key=len).strip(".,")
        several = Filters(outlet=quote.outlet, since=quote.date, until=PartialDate(2024), by=quote.speaker)
        for filters in [*passing(quote), several]:
            narrowed = scope(store, filters)
            by_lists = store.index.match(f'"{word}"', narrowed, 40)
            assert store.index.match(f'"{word}"', narrowed, 40, rarest=1) == by_lists, (word, filters)
            assert row in by_lists or len(by_lists) == 40


def test_a_filter_that_lets_nothing_through(store: Store) -> None:
    [quote] = store.quotes([7])
    for filters in (
        Filters(min_confidence=0.99),
        Filters(since=PartialDate(2030)),
        Filters(document="no such document"),
        Filters(kinds=(Kind.POST,)),
        Filters(since=PartialDate(2010), until=PartialDate(2009)),
    ):
        assert search(store, quote.text, filters).hits == []


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ("100%_right.txt", {"/press/100%_right.txt"}),
        ("%_", {"/press/100%_right.txt"}),
        ("PRESS/100x", {"/press/100xyright.txt"}),
        ("100", {"/press/100%_right.txt", "/press/100xyright.txt"}),
        ("\\", {"/press/back\\slash.txt"}),
        ("ÄRGER", {"/press/ärger.txt"}),
        ("x" * 60_000, set()),
    ],
)
@pytest.mark.slow
def test_a_document_is_found_by_any_part_of_its_path(tmp_path: Path, part: str, named: set[str]) -> None:
    paths = ["/press/100%_right.txt", "/press/100xyright.txt", "/press/back\\slash.txt", "/press/ärger.txt"]
    with Store.open(tmp_path / "quotes.db") as opened:
        for path, (article, quotations) in zip(paths, corpus.documents(40, seed=7), strict=False):
            opened.write(replace(article, source=path, key=path), quotations)
        numbers = {row.id: row.source for row in opened.documents()}
        assert {numbers[found] for found in opened.index.documents_named(part)} == named


def test_what_is_named_twice_must_hold_twice(store: Store) -> None:
    def rows(filters: Filters) -> set[int]:
        return set(store.index.listing(scope(store, filters), Sort.RELEVANCE, reverse=False, limit=10_000))

    [quote] = store.quotes([9])
    assert quote.outlet is not None
    one = passing(quote)
    other = [
        Filters(by="nobody at all"),
        Filters(outlet=quote.outlet.split()[-1]),
        Filters(on=PartialDate(2020)),
        Filters(since=PartialDate(2019), kinds=(Kind.POST, Kind.DIRECT)),
        Filters(until=PartialDate(2018)),
        Filters(document=quote.document.rsplit("/", 1)[0], min_confidence=0.7),
        Filters(kinds=(Kind.INDIRECT,)),
        Filters(min_confidence=0.99),
    ]
    for left in one:
        for right in other:
            expected = rows(left) & rows(right)
            if right.kinds == (Kind.INDIRECT,) and not left.kinds:
                expected = rows(right)
            assert rows(left.together(right)) == rows(right.together(left)) == expected, (left, right)
    assert Filters().together(one[0]) == one[0] == one[0].together(Filters()) == one[0].together(one[0])


def test_nothing_of_both_is_told(store: Store) -> None:
    first, other = [quote for quote in store.quotes(range(1, 200)) if quote.speaker][::100]
    found = search(store, f'by:"{first.speaker}"', Filters(by=other.speaker))
    assert (found.hits, found.unknown) == ([], (f"quote by {other.speaker} together with {first.speaker}",))
    assert search(store, f"kind:direct by:zorro by:{first.speaker}").unknown == ("speaker zorro",)
