"""Corrections by hand: they outlive re-reading, leave no index behind, and undone they leave the store as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.making import document

from quotecli.core.errors import UnknownId
from quotecli.core.types import Quote
from quotecli.store import Amendment, Store
from quotecli.store.people import file_anew

FIRST = document(
    "budget",
    ("Rosa Okafor", "We cannot go on paying for two libraries."),
    ("Peter Hale", "That is nonsense."),
    ("Okafor", "The money is gone."),
)
SECOND = document(
    "protest",
    ("Peter Hale", "I will fight for every shelf."),
    ("Pete Hale", "They never asked us."),
    (None, "We cannot go on paying for two libraries."),
    outlet="Harbour Gazette",
    date="2021-03",
)
ARTICLES = (FIRST, SECOND)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "q.db") as opened:
        for article, quotations in ARTICLES:
            opened.write(article, quotations, finder="1")
        yield opened


def everything(store: Store) -> list[Quote]:
    """All quotes, document by document, families left out: those are numbered as they are met."""
    return [quote._replace(family=None) for source in store.sources() for quote in store.quotes_of(source)]


def known(store: Store) -> dict[str, tuple[int, tuple[str, ...]]]:
    return {row.name: (row.quotes, row.spellings) for row in store.speakers()}


def said_by(store: Store, words: str) -> tuple[str, ...]:
    return next(quote.speakers for quote in everything(store) if quote.text == words)


def amend(store: Store, quote: Quote, **value: Any) -> None:
    store.amend([Amendment(quote.document, quote.id, value)], made="2026-01-02T03:04:05+00:00")


def of_document(store: Store, at: int, **value: Any) -> None:
    store.amend([Amendment(ARTICLES[at][0].source, None, value)], made="2026-01-02T03:04:05+00:00")


def test_a_speaker_corrected_is_found_under_the_right_name_alone(store: Store) -> None:
    quote = everything(store)[1]
    amend(store, quote, speakers=["Mina Petrova"])
    corrected = store.quote(quote.id)
    assert (corrected.speakers, corrected.confidence, corrected.said_as) == (("Mina Petrova",), 1.0, None)
    assert known(store)["Mina Petrova"][0] == 1
    assert store.check() == []


def test_a_mention_that_names_nobody_stays_when_the_speaker_is_corrected(tmp_path: Path) -> None:
    article, quotations = FIRST
    quotations = [replace(quotation, said_as="she") for quotation in quotations]
    with Store.open(tmp_path / "q.db") as store:
        store.write(article, quotations)
        quote = everything(store)[0]
        amend(store, quote, speakers=["Ada Brand"])
        assert store.quote(quote.id).said_as == "she"


def test_a_speaker_may_be_corrected_to_nobody_or_to_two(store: Store) -> None:
    first, second = everything(store)[:2]
    amend(store, first, speakers=[])
    amend(store, second, speakers=["Peter Hale", "Ada Brand"])
    assert (store.quote(first.id).speaker, store.quote(first.id).confidence) == (None, 0.0)
    assert store.quote(second.id).speaker == "Peter Hale and Ada Brand"
    assert store.check() == []


def test_corrections_stand_when_the_document_is_read_anew(store: Store) -> None:
    article, quotations = FIRST
    quote = everything(store)[0]
    amend(store, quote, speakers=["Ada Brand"], date="2020-09-30")
    of_document(store, 0, outlet="Harbour Gazette", published="2020-10-03", title="Shelves", authors=["B. Noor"])
    before = everything(store)
    assert store.write(article, quotations, finder="1").status == "unchanged"
    more = replace(article, text=article.text + "\n\nThe vote is on Monday.", digest="another")
    assert store.write(more, [replace(one, confidence=0.5) for one in quotations], finder="2").kept == 3
    after = everything(store)
    assert [one.speakers for one in after] == [one.speakers for one in before]
    assert (after[0].outlet, str(after[0].published), str(after[0].date), after[0].title, after[0].authors) == (
        "Harbour Gazette",
        "2020-10-03",
        "2020-09-30",
        "Shelves",
        ("B. Noor",),
    )
    assert (after[0].confidence, after[1].confidence) == (1.0, 0.5)
    assert store.check() == []


def test_a_document_taken_out_and_added_again_is_still_corrected(store: Store) -> None:
    quote = everything(store)[0]
    amend(store, quote, speakers=["Ada Brand"])
    store.remove(FIRST[0].source)
    store.write(*FIRST, finder="1")
    assert store.quote(quote.id).speakers == ("Ada Brand",)


def test_a_quote_found_with_other_ends_keeps_its_corrections(store: Store) -> None:
    article, quotations = FIRST
    amend(store, everything(store)[0], speakers=["Ada Brand"])
    shorter = quotations[0].text[:-1]
    cut = replace(quotations[0], text=shorter, end=quotations[0].end - 1)
    store.write(article, [cut, *quotations[1:]], finder="2")
    assert said_by(store, shorter) == ("Ada Brand",)


def test_a_document_that_gets_another_key_keeps_its_corrections(store: Store) -> None:
    article, quotations = FIRST
    amend(store, everything(store)[0], speakers=["Ada Brand"])
    of_document(store, 0, outlet="Harbour Gazette")
    store.write(replace(article, key="https://lantern.example/budget"), quotations, finder="2")
    quote = everything(store)[0]
    assert (quote.speakers, quote.outlet) == (("Ada Brand",), "Harbour Gazette")


def test_words_the_document_prints_move_the_ends_and_stay_its_own(store: Store) -> None:
    quote = everything(store)[0]
    amend(store, quote, text="go on paying for TWO libraries")
    mended = store.quote(quote.id)
    assert (mended.text, mended.printed) == ("go on paying for two libraries", None)
    assert store.article(quote.document).text[mended.start : mended.end] == mended.text


def test_words_the_document_does_not_print_leave_its_text_alone(store: Store) -> None:
    quote = everything(store)[1]
    amend(store, quote, text="That is utter nonsense.")
    mended = store.quote(quote.id)
    assert (mended.text, mended.printed) == ("That is utter nonsense.", "That is nonsense.")
    assert store.article(quote.document).text == FIRST[0].text
    assert store.article(quote.document).text[mended.start : mended.end] == mended.printed
    assert store.index.counts(["utter"]) == {"utter": 1}
    assert store.check() == []


def test_what_is_no_quotation_is_left_out_and_its_statement_goes_on(tmp_path: Path) -> None:
    article, quotations = FIRST
    pieces = [quotations[0], *(replace(quotation, part_of=0) for quotation in quotations[1:])]
    with Store.open(tmp_path / "q.db") as store:
        store.write(article, pieces)
        first, second, third = everything(store)
        amend(store, first, speech=False)
        left = everything(store)
        assert [(quote.id, quote.part_of) for quote in left] == [(second.id, None), (third.id, second.id)]
        store.write(article, pieces, finder="2")
        assert everything(store) == left
        assert store.check() == []
        store.undo(1, made="later")
        assert everything(store) == [first, second, third]


def test_two_speakers_made_one_stay_one_for_quotes_yet_to_come(store: Store) -> None:
    store.link("merge", "Peter Hale", "Rosa Okafor", made="now")
    assert known(store)["Rosa Okafor"][0] == 4
    store.write(*document("later", ("Peter Hale", "So be it."), ("Rosa Okafor", "Well said, all of you.")))
    assert known(store)["Rosa Okafor"][0] == 6
    assert "Peter Hale" not in known(store)


def test_an_alias_is_found_though_no_quote_has_it(store: Store) -> None:
    store.link("alias", "The Librarian", "Rosa Okafor", made="now")
    assert store.known_as("The Librarian") == "Rosa Okafor"
    store.write(*document("later", ("The Librarian", "Silence, please.")))
    assert known(store)["Rosa Okafor"][0] == 3


def test_links_in_a_row_lead_to_the_last(store: Store) -> None:
    store.link("alias", "Mme X", "Peter Hale", made="now")
    store.link("merge", "Peter Hale", "Rosa Okafor", made="now")
    assert store.known_as("Mme X") == "Rosa Okafor"
    store.undo(1, made="later")
    assert (store.known_as("Mme X"), store.known_as("Peter Hale")) == (None, "Rosa Okafor")


def test_names_of_neither_go_with_the_nearer_spelling_when_two_are_parted(store: Store) -> None:
    names = ["Bob Sorley", "Robert Sorley", "Bob T. Sorley", "Bobby Sorley", "Robert Thomas Sorley"]
    for number, name in enumerate(names):
        store.write(*document(f"later{number}", (name, "Let us see who is the last to leave.")))
    assert store.known_as("Bob Sorley") == store.known_as("Robert Thomas Sorley")
    store.link("part", "Bob Sorley", "Robert Sorley", made="now")
    assert {frozenset(spellings) for _, spellings in known(store).values() if "Sorley" in spellings[0]} == {
        frozenset({"Bob Sorley", "Bob T. Sorley", "Bobby Sorley"}),
        frozenset({"Robert Sorley", "Robert Thomas Sorley"}),
    }
    assert store.check() == []


def test_of_links_and_partings_the_later_stands(store: Store) -> None:
    for action in ("merge", "part", "merge", "part"):
        store.link(action, "Ada Brand", "Peter Hale", made="now")
    shown = ["Ada Brand"]
    for step in (4, 3, 2, 1):
        store.undo(step, made="later")
        shown.append(store.known_as("Ada Brand") or "nobody")
    assert shown == ["Ada Brand", "Peter Hale", "Ada Brand", "Peter Hale", "nobody"]


def test_a_document_taken_out_comes_back_as_it_was_with_its_corrections(store: Store) -> None:
    quote = everything(store)[0]
    amend(store, quote, speakers=["Ada Brand"])
    before = everything(store), known(store), store.article(FIRST[0].source)
    sources = [article.source for article, _ in ARTICLES]
    assert store.remove_many(sources, made="now") == 6
    assert everything(store) == []
    store.undo(2, made="later")
    assert (everything(store), known(store), store.article(FIRST[0].source)) == before
    assert store.check() == []


def test_a_document_added_again_since_is_not_replaced_by_an_undo(store: Store) -> None:
    article, quotations = FIRST
    store.remove_many([article.source], made="now")
    newer = replace(article, title="Another title")
    store.write(newer, quotations)
    store.undo(1, made="later")
    assert store.article(article.source).title == "Another title"


def test_what_was_removed_for_good_leaves_nothing(store: Store) -> None:
    store.remove_many([FIRST[0].source], made="now", keep=False)
    assert store.corrections() == []


def test_an_unknown_document_among_others_changes_nothing(store: Store) -> None:
    before = everything(store)
    with pytest.raises(UnknownId):
        store.remove_many([FIRST[0].source, "/nowhere"], made="now")
    with pytest.raises(UnknownId):
        store.amend(
            [Amendment(before[0].document, before[0].id, {"speakers": []}), Amendment("/nowhere", None, {"url": None})],
            made="now",
        )
    assert everything(store) == before
    assert store.corrections() == []


def test_what_stands_so_already_is_no_correction(store: Store) -> None:
    quote = everything(store)[1]
    amend(store, quote, kind=str(quote.kind), text=quote.text)
    assert store.corrections() == []


def test_a_speaker_that_stands_so_but_can_be_doubted_is_confirmed_once(store: Store) -> None:
    quote = everything(store)[1]
    assert quote.confidence < 1
    amend(store, quote, speakers=["Peter Hale"])
    assert (everything(store)[1].speaker, everything(store)[1].confidence) == ("Peter Hale", 1.0)
    amend(store, quote, speakers=["Peter Hale"])
    assert [one.value for one in store.corrections()] == [{"speakers": ["Peter Hale"]}]


def test_a_document_told_to_be_of_an_outlet_has_no_quote_first_said_there(tmp_path: Path) -> None:
    article, quotations = FIRST
    told = [replace(quotations[0], via="The Echo"), replace(quotations[1], via="BBC"), *quotations[2:]]
    with Store.open(tmp_path / "q.db") as opened:
        opened.write(replace(article, outlet=None), told, finder="1")
        opened.amend([Amendment(article.source, None, {"outlet": "Alnbeck Echo"})], made="2026-01-02T03:04:05+00:00")
        assert [quote.via for quote in everything(opened)] == [None, "BBC", None]
        amend(opened, everything(opened)[0], via="The Echo")
        assert [quote.via for quote in everything(opened)] == ["The Echo", "BBC", None]
        opened.undo(2, made="later")
        assert [quote.via for quote in everything(opened)] == [None, "BBC", None]
        opened.undo(1, made="later")
        assert [quote.via for quote in everything(opened)] == ["The Echo", "BBC", None]


def test_the_log_tells_what_stood_before(store: Store) -> None:
    quote = everything(store)[0]
    amend(store, quote, speakers=["Ada Brand"])
    amend(store, quote, speakers=["Mina Petrova"])
    told = [(one.step, one.before["speakers"], one.value["speakers"]) for one in store.corrections()]
    assert told == [(1, ["Rosa Okafor"], ["Ada Brand"]), (2, ["Ada Brand"], ["Mina Petrova"])]
    store.undo(1, made="later")
    assert store.quote(quote.id).speakers == ("Mina Petrova",)
    store.undo(2, made="later")
    assert store.quote(quote.id).speakers == ("Rosa Okafor",)


_NAMES = st.sampled_from(["Rosa Okafor", "Peter Hale", "Pete Hale", "Okafor", "Ada Brand", "R. Okafor", "Mr Hale"])
_VALUES = st.one_of(
    st.fixed_dictionaries({"speakers": st.lists(_NAMES, max_size=2, unique=True)}),
    st.fixed_dictionaries({"text": st.sampled_from(["nonsense", "money is gone", "no such words", "We can’t \ud800"])}),
    st.fixed_dictionaries({"date": st.sampled_from([None, "1999", "2020-10-02"]), "via": st.sampled_from([None, "X"])}),
    st.just({"speech": False}),
    st.fixed_dictionaries({"kind": st.sampled_from(["partial", "post", "indirect"])}),
)
_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "outlet": st.sampled_from([None, "Harbour Gazette", "New Paper"]),
        "published": st.sampled_from([None, "1999-12"]),
        "title": st.sampled_from([None, "[/b] \x1b title"]),
        "authors": st.lists(_NAMES, max_size=2),
        "url": st.sampled_from([None, "https://example.org/a"]),
    },
)


def _edit_quote(at: int, value: dict[str, Any]) -> Callable[[Store], None]:
    def act(store: Store) -> None:
        quotes = everything(store)
        if quotes:
            amend(store, quotes[at % len(quotes)], **value)

    return act


def _edit_document(at: int, value: dict[str, Any]) -> Callable[[Store], None]:
    return lambda store: of_document(store, at, **value) if ARTICLES[at][0].source in store.sources() else None


def _link(action: str, name: str, other: str) -> Callable[[Store], None]:
    def act(store: Store) -> None:
        if name != other:
            store.link(action, name, other, made="now")

    return act


def _remove(at: int) -> Callable[[Store], None]:
    def act(store: Store) -> None:
        if ARTICLES[at][0].source in store.sources():
            store.remove_many([ARTICLES[at][0].source], made="now")

    return act


def _write_again(at: int) -> Callable[[Store], None]:
    def act(store: Store) -> None:
        if ARTICLES[at][0].source in store.sources():
            store.write(*ARTICLES[at], finder="1")

    return act


_ACTIONS = st.lists(
    st.one_of(
        st.builds(_edit_quote, st.integers(0, 5), _VALUES),
        st.builds(_edit_document, st.integers(0, 1), _FACTS),
        st.builds(_link, st.sampled_from(["merge", "part"]), _NAMES, _NAMES),
        st.builds(_remove, st.integers(0, 1)),
        st.builds(_write_again, st.integers(0, 1)),
    ),
    max_size=7,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=_ACTIONS, order=st.randoms(use_true_random=False))
@pytest.mark.slow
def test_whatever_is_corrected_and_undone_in_any_order_leaves_the_store_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, actions: Sequence[Callable[[Store], None]], order: Any
) -> None:
    with Store.open(tmp_path_factory.mktemp("any") / "q.db") as store:
        for article, quotations in ARTICLES:
            store.write(article, quotations, finder="1")
        before = everything(store), known(store), [store.article(article.source) for article, _ in ARTICLES]
        for act in actions:
            act(store)
        assert store.check() == []
        persons = known(store)
        with store._db:
            file_anew(store._db)
        assert known(store) == persons
        steps = sorted({one.step for one in store.corrections()})
        order.shuffle(steps)
        for step in steps:
            store.undo(step, made="later")
        after = everything(store), known(store), [store.article(article.source) for article, _ in ARTICLES]
        assert after == before
        assert store.check() == []
