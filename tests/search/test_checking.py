"""A quotation held against the store: the same words or not, and the same mouth or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.making import document

from quotecli.search import Status, check
from quotecli.store import Store

SAID = "We will not leave the harbour workers without a pension, and nobody asked us to."
LOOKING_LATIN = str.maketrans("aeopcxy", "аеорсху")
OTHER = "The ferry will be late; the children’s boats won’t wait."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("checking") / "quotes.db") as made:
        made.write(*document("a", ("Lena Farkas", SAID), ("Ruben Okoro", OTHER)))
        made.write(*document("b", ("Olga Brandt", "It is a very sad day for all of the fishing families.")))
        made.write(*document("c", (None, "Nobody knows who painted the lighthouse in the night.")))
        yield made


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (SAID, Status.EXACT),
        (SAID[:-1] + ",", Status.EXACT),
        (SAID.upper(), Status.FORMATTING),
        ("We will not leave [them] without a pension, and nobody asked us to.", Status.FORMATTING),
        ("[W]e will not leave the harbour workers without a pension, and nobody asked us to", Status.FORMATTING),
        (SAID.translate(LOOKING_LATIN), Status.FORMATTING),
        ("we will not lеave the hаrbour workers", Status.TRUNCATED),
        ("we will never lеave the hаrbour workers without a pension", Status.ALTERED),
        ("we will not leave the harbour workers", Status.TRUNCATED),
        ("the harbour workers without a pension", Status.TRUNCATED),
        ("We will not leave the harbour workers … and nobody asked us to.", Status.TRUNCATED),
        ("We will not leave … without a pension [...] nobody asked us", Status.TRUNCATED),
        ("without a pension & nobody asked us", Status.TRUNCATED),
        ("[They] will not leave the harbour workers", Status.TRUNCATED),
        ("We will never leave the harbour workers without a pension, and nobody asked us to.", Status.ALTERED),
        ("We will leave the harbour workers without a pension, and nobody asked us to.", Status.ALTERED),
        ("We will not leave without a pension, and nobody asked us to.", Status.ALTERED),
        ("nobody asked us to … We will not leave the harbour workers", Status.ALTERED),
        ("The trains will run on time from the first of May.", Status.NOT_FOUND),
        ("harbour workers", Status.TRUNCATED),
        ("harbour crane", Status.NOT_CHECKED),
        ("!?", Status.NOT_CHECKED),
        ("", Status.NOT_CHECKED),
    ],
)
def test_the_words(store: Store, text: str, status: Status) -> None:
    assert check(store, text, ["Lena Farkas"]).status is status


def test_what_is_altered_is_told_word_by_word(store: Store) -> None:
    checked = check(store, "will never leave the harbour folk without", ["Farkas"])
    assert checked.quote is not None
    assert checked.quote.text == SAID
    told = [(change.kind, change.first, change.text) for change in checked.changes if change.kind != "same"]
    assert told == [("instead", "not", "never"), ("instead", "workers", "folk")]


@pytest.mark.parametrize(
    ("text", "speakers", "status"),
    [
        (SAID, ["Ruben Okoro"], Status.OTHER_SPEAKER),
        ("the harbour workers without a pension", ["Ruben Okoro"], Status.OTHER_SPEAKER),
        (SAID, ["Somebody Else"], Status.OTHER_SPEAKER),
        (SAID, [], Status.EXACT),
        (SAID, ["Farkas"], Status.EXACT),
        (SAID, ["Lena Farkass"], Status.EXACT),
        (SAID, ["Ruben Okoro", "Lena Farkas"], Status.OTHER_SPEAKER),
        (SAID, ["Lena Farkas", "Somebody Else"], Status.OTHER_SPEAKER),
        ("We will never leave the harbour workers", ["Lena Farkas", "Ruben Okoro"], Status.ALTERED),
        ("harbour workers", ["Lena Farkas", "Ruben Okoro"], Status.OTHER_SPEAKER),
        ("Nobody knows who painted the lighthouse in the night.", ["Lena Farkas"], Status.EXACT),
        ("sad day", ["Lena Farkas"], Status.NOT_CHECKED),
        ("sad day", ["Olga Brandt"], Status.TRUNCATED),
    ],
)
def test_the_mouth(store: Store, text: str, speakers: list[str], status: Status) -> None:
    assert check(store, text, speakers).status is status


@pytest.mark.parametrize(
    ("stored", "named", "status"),
    [
        ("Bosch", "Henry Bosch", Status.EXACT),  # as a transcript's label has it
        ("Henry", "Henry Bosch", Status.EXACT),
        ("Ana Ruiz", "Ana Ruiz-Bosch", Status.EXACT),
        ("Ana Ruiz Bosch", "Ana Bosch", Status.EXACT),
        ("Henry W. Bosch", "Henry Walter Bosch", Status.EXACT),
        ("Henry W. Bosch", "Henry D. Bosch", Status.OTHER_SPEAKER),
        ("Bosch", "Henry Boschert", Status.OTHER_SPEAKER),
        ("Ana Bosch", "Henry Bosch", Status.OTHER_SPEAKER),
    ],
)
def test_a_name_that_says_less_is_not_held_against_one_that_says_more(
    tmp_path: Path, stored: str, named: str, status: Status
) -> None:
    with Store.open(tmp_path / "a.db") as store:
        store.write(*document("a", (stored, SAID)))
        assert check(store, SAID, [named]).status is status


def test_what_the_one_named_nearly_said_goes_before_a_part_of_somebody_elses(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        store.write(*document("a", ("Olga Brandt", "I’m a big fan of the mayor and his dog.")))
        store.write(*document("b", ("Lena Farkas", "I am not a big fan of the mayor.")))
        for words in ("I am a big fan of the mayor.", "I’m a big fan of the mayor."):
            checked = check(store, words, ["Lena Farkas"])
            assert checked.status is Status.ALTERED
            assert checked.quote is not None
            assert checked.quote.speaker == "Lena Farkas"
        whole = check(store, "I’m a big fan of the mayor and his dog.", ["Lena Farkas"])
        assert whole.status is Status.OTHER_SPEAKER
        assert check(store, "fan of the mayor and his dog", ["Ruben Okoro"]).status is Status.OTHER_SPEAKER


def test_of_those_who_said_it_together_one_may_be_named(tmp_path: Path) -> None:
    from dataclasses import replace

    article, quotations = document("a", ("Raymond Acosta", SAID))
    both = [replace(quotations[0], speakers=("Raymond Acosta", "Kathleen Voss"))]
    with Store.open(tmp_path / "a.db") as store:
        store.write(article, both)
        assert check(store, SAID, ["Kathleen Voss"]).status is Status.EXACT
        assert check(store, SAID, ["Kathleen Voss", "Raymond Acosta"]).status is Status.EXACT
        assert check(store, SAID, ["Kathleen Voss", "Lena Farkas"]).status is Status.OTHER_SPEAKER


def test_what_is_no_speech_is_only_found_never_missed(store: Store) -> None:
    assert check(store, "War and Peace in Our Time", [], speech=False).status is Status.NOT_CHECKED
    assert check(store, "the harbour workers without a pension", [], speech=False).status is Status.TRUNCATED


def test_a_manuscript_in_the_store_proves_nothing_of_itself(store: Store) -> None:
    assert check(store, SAID, ["Lena Farkas"], document="/press/a.txt").status is Status.NOT_FOUND


def test_the_pieces_of_a_split_statement_are_one(tmp_path: Path) -> None:
    from dataclasses import replace

    article, quotations = document("a", ("Ada Lovelace", "The engine weaves,"), ("Ada Lovelace", "as the loom does."))
    split = [quotations[0], replace(quotations[1], part_of=0)]
    with Store.open(tmp_path / "a.db") as store:
        store.write(article, split)
        assert check(store, "The engine weaves as the loom does", ["Ada Lovelace"]).status is Status.FORMATTING
        assert check(store, "engine weaves as the loom", ["Ada Lovelace"]).status is Status.TRUNCATED


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abc […]“”.\n%:*\"'", max_size=80))
@pytest.mark.slow
def test_any_words_have_a_status(store: Store, text: str) -> None:
    assert check(store, text, ["Lena Farkas"]).status in Status
    assert check(store, f"{SAID} {text}", []).status in Status


@pytest.mark.slow
def test_a_long_quotation_ends(tmp_path: Path) -> None:
    words = " ".join(f"word{number % 977} of the {number}th line" for number in range(20_000))
    with Store.open(tmp_path / "a.db") as store:
        store.write(*document("a", ("Ada Lovelace", words)))
        assert check(store, words.partition(" 10001th")[0], []).status is Status.TRUNCATED
        assert check(store, words.replace("line", "verse"), []).status is Status.ALTERED


def test_a_statement_with_words_put_to_it_is_altered_where_the_same_person_made_it(store: Store) -> None:
    more = " and the mayor and the whole council know it and they laugh about it over dinner in town."
    checked = check(store, "It is a very sad day for all of the fishing families" + more, ["Olga Brandt"])
    assert checked.status is Status.ALTERED
    assert [change.text for change in checked.changes if change.kind in {"added", "instead"}] == [
        "and the mayor and the whole council know it and they laugh about it over dinner in town."
    ]
    assert check(store, "Very sad" + more, ["Olga Brandt"]).status is Status.NOT_FOUND
