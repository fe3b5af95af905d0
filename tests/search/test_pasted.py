"""What is pasted as a query may be coded, or quoted with ellipses and brackets, and finds what it quotes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import parse_query, search
from quotecli.search.pasted import decoded
from quotecli.store import Store

SAID = [
    "We'll mend the old pier before winter, and the lamps as well.",
    "They painted the pier; we'll mend nothing until the council pays.",
    "He [the warden] never came back … and nobody asked.",
    "Rob & Kim own 50% of the “Gull” today.",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("pasted") / "quotes.db") as made:
        for number, words in enumerate(SAID):
            made.write(*document(f"d{number}", ("Ada Vance", words)))
        yield made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mend%20the%20old%20pier", [0]),
        ("mend+the%20old+pier", [0]),
        ("We%E2%80%99ll+mend+the+old", [0]),
        ("by:vance mend%20the%20old", [0]),
        ("we&rsquo;ll mend nothing until", [1]),
        ("we&#39;ll mend nothing until", [1]),
        ("we&#x27;ll mend nothing until", [1]),
        ("&quot;mend the old pier&quot;", [0]),
        ("<p>We&rsquo;ll <b>mend</b> the <a href='https://gull.example/x'>old pier</a></p>", [0]),
        ("<em>painted</em> the pier; we'll mend nothing<br/>", [1]),
        ("painted the [pier](https://gull.example/pier); we'll mend", [1]),
        ("weâ€™ll mend nothing until", [1]),
        ("50% of the gull", [3]),
        ("Rob &amp; Kim", [3]),
        ("“We'll mend the old pier … the lamps as well”", [0]),
        ('"We\'ll mend [...] the lamps"', [0]),
        ('"[w]e\'ll mend the old [stone] pier"', [0]),
        ('"mend[ed] the old [sic] pier"', [0]),
        ('she said "mend the old … as well" again', [0]),
        ('"never came back … and nobody asked"', [2]),
        ('"mend the old … nobody"', []),
        ('"the old mended … pier"', []),
        ('"mended pier" [sic] "', []),
    ],
)
def test_pasted_text_finds_what_it_quotes(store: Store, query: str, found: list[int]) -> None:
    assert [SAID.index(hit.quote.text) for hit in search(store, query).hits] == found


def test_what_the_store_has_with_its_brackets_is_exact(store: Store) -> None:
    (hit,) = search(store, '"He [the warden] never came back …"').hits
    assert hit.reason == "exact"


def test_marks_that_find_nothing_are_offered_without_them_if_that_finds_something_close(store: Store) -> None:
    offered = search(store, '"we shall mend the old pier before the winter comes, and all the lamps"').suggestions
    assert [SAID.index(search(store, one).hits[0].quote.text) for one in offered] == [0]
    assert search(store, '"no such words stand anywhere in this"').suggestions == []


@pytest.mark.parametrize(
    "text",
    [
        "100%",
        "5%ff",
        "%",
        "a %20 b",
        "AT&T",
        "fish & chips;",
        "&nosuchthing;",
        "&#;",
        "50%",
        "",
        "\ud800%zz",
        "1+1",
        "<b>",
        "a < b > c",
    ],
)
def test_what_is_not_coded_stays(text: str) -> None:
    assert decoded(text) == text


def test_any_code_is_legal() -> None:
    for text in ("&#0;", "&#9999999;", "%00", "%ED%A0%80", "&#xD800;", "%2B"):
        parse_query(text)
