"""Reported speech finds what it reports: "they had no soup" is "We had no soup"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import search
from quotecli.store import Store

SOUP = "We had no soup for three days, and nobody told us why."
RESIGN = "I will resign tomorrow if the council doesn’t listen."
BOAT = "I can’t see how my brother is going to pay for this boat."
ASKED = "They have never asked us what we want here."
PIER = "We must rebuild the pier before winter, whatever it costs."
LONG = (
    "What would they do with a mill? They have asked me, and I have told them: nothing. In the evening we resign"
    " ourselves to that, the children sing, and the soup is on the table, and no dog barks in the whole valley."
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("reported") / "quotes.db") as made:
        made.write(*document("d", *(("Ada Finch", text) for text in (SOUP, RESIGN, BOAT, ASKED, PIER, LONG))))
        yield made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("they had no soup", SOUP),
        ("they'd had no soup for three days", SOUP),
        ("she would resign", RESIGN),
        ("she'd resign the next day", RESIGN),
        ("she would resign the following day if the council did not listen", RESIGN),
        ("he couldn't see how his brother was going to pay for that boat", BOAT),
        ("they had never asked them what they wanted there", ASKED),
        ("they had to rebuild the pier", PIER),
    ],
)
def test_reported_speech_finds_what_it_reports(store: Store, query: str, found: str) -> None:
    hits = search(store, query).hits
    assert [hit.quote.text for hit in hits][:1] == [found]
    assert hits[0].matches


@pytest.mark.parametrize("query", ["they had no bread", "he would sell the boat", "we have told them that"])
def test_what_reports_nothing_that_was_said_finds_nothing_by_it(store: Store, query: str) -> None:
    assert all(hit.quote.text == LONG for hit in search(store, query).hits)


def test_the_words_as_typed_go_before_what_they_report(store: Store) -> None:
    hits = search(store, "I will resign tomorrow").hits
    assert (hits[0].quote.text, hits[0].score) == (RESIGN, 100.0)
    assert all(hit.score < 86 for hit in search(store, "she would resign tomorrow").hits)
