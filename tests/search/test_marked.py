"""What stands in quotation marks must be there; the words beside it rank, and shut nothing out that has it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.making import document

from quotecli.search import search
from quotecli.store import Store

SAID = [
    ("Ngozi Okafor", "We will rebuild every school in the valley."),
    ("Thomas Brill", "They promised that we will rebuild, and left on Tuesday."),
    ("Ada Vance", "Nobody can rebuild what the flood took."),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("marked") / "quotes.db"
    with Store.open(path) as made:
        for number, said in enumerate(SAID):
            made.write(*document(f"d{number}", said))
        yield made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('she said "we will rebuild"', [0, 1]),
        ("According to the minister, “we will rebuild every school,” she said on Monday", [0]),
        ('Brill: "we will rebuild"', [1, 0]),
        ('"we will rebuild" minister tuesday', [1, 0]),
        ('"we will rebuild" "every school" he added', [0]),
        ('"we will rebuild" promised', [1]),  # one has the word beside as well
        ('he said "we shall rebuild"', []),
        ('a cathedral "the"', []),  # says nothing
    ],
)
def test_the_words_in_marks_must_be_there_and_the_others_rank(store: Store, query: str, found: list[int]) -> None:
    hits = search(store, query).hits
    assert [[text for _, text in SAID].index(hit.quote.text) for hit in hits] == found
    assert all(hit.score < 100 for hit in hits)


def test_what_stands_in_marks_is_what_is_highlighted(store: Store) -> None:
    (hit,) = search(store, "we heard her say “every school”").hits
    assert [hit.quote.text[span.start : span.end] for span in hit.matches] == ["every school"]
