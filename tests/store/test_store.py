"""What the store keeps, and what it gives back."""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.making import document

from quotecli.core.dates import PartialDate
from quotecli.core.errors import AmbiguousId, UnknownId
from quotecli.core.types import Article, Evidence, Filters, Kind, Paragraph, Quotation, Role, Span
from quotecli.store import Store, WriteResult, files, last_listing, save_listing, writing


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "quotes.db") as opened:
        yield opened
        assert opened.check() == []


def test_a_document_comes_back_as_it_was_written(store: Store) -> None:
    text = "Headline “one”\n\n“Two “nested” words,” she said. “Three.”\n\n\ud800 odd \x00 text"
    article = Article(
        text=text,
        paragraphs=(
            Paragraph(0, 14, Role.HEADLINE),
            Paragraph(16, 52, Role.POST, source=Span(40, 44), page=3, time=1.5),
            Paragraph(55, len(text)),
        ),
        source="/press/\udcff.txt",
        key="odd.txt",
        title="A title",
        authors=("Ada Scribe", "Ben Writer"),
        published=PartialDate(2020, 10),
        published_at="2020-10-02T10:00:00+02:00",
        updated=PartialDate(2021),
        outlet="The Daily Lantern",
        url="https://lantern.example/a",
        language="en",
        section="News",
        media="interview",
        archive_url="https://archive.example/a",
        archived=PartialDate(2022, 1, 1),
        accessed=PartialDate(2023, 2, 3),
        evidence=(
            Evidence("title", "A title", "og:title", used=True),
            Evidence("published", "2020-10", "byline", note="ambiguous"),
        ),
        digest="00ff",
    )
    spans = [(10, 13), (17, 36), (22, 28), (48, 54)]
    quotations = [
        Quotation(text[a:b], a, b, Kind.DIRECT, Role.BODY, 2, ("Ada Scribe",), part_of=1 if a == 48 else None)
        for a, b in spans
    ]
    assert store.write(article, quotations) == WriteResult("added", 4, 4, 0, 0)
    assert store.article(article.source) == article
    assert store.article(store.documents()[0].id) == article
    assert list(store.sources()) == [article.source]


def test_a_quote_has_the_facts_of_its_document(store: Store) -> None:
    store.write(*document("wall", ("Ada Lovelace", "We will build it,"), said_on="2020-09"))
    quote = store.quotes([1])[0]
    assert (quote.text, quote.speaker, quote.said_as) == ("We will build it,", "Ada Lovelace", "Ada")
    assert (str(quote.date), quote.date_kind, str(quote.published)) == ("2020-09", "said", "2020-10-02")
    assert (quote.outlet, quote.title, quote.authors) == ("The Daily Lantern", "About wall", ("Ada Scribe",))
    assert quote.context == "“We will build it,” Ada Lovelace said."
    assert quote.context[quote.start - quote.context_start : quote.end - quote.context_start] == quote.text
    assert store.quote(quote.id) == store.quote(quote.id[:7].upper()) == quote


def test_adding_twice_adds_nothing_and_a_change_keeps_what_stayed(store: Store) -> None:
    first = document("a", ("Ada", "One word."), ("Ada", "Two words here."), ("Ben", "Three."))
    assert store.write(*first).status == "added"
    ids = {quote.text: quote.id for quote in store.quotes([1, 2, 3])}
    assert store.write(*first) == WriteResult("unchanged", 3, 0, 0, 3)
    changed = document("a", ("Ben", "A new one."), ("Ada", "Two words here."), ("Ben", "Three."))
    assert store.write(*changed) == WriteResult("updated", 3, 1, 1, 2)
    after = {quote.text: quote.id for quote in store.quotes(range(1, 20))}
    assert set(after) == {"A new one.", "Two words here.", "Three."}
    assert after["Three."] == ids["Three."]
    assert after["Two words here."] == ids["Two words here."]
    with pytest.raises(UnknownId):
        store.quote(ids["One word."])


def test_ids_are_the_same_in_any_store_and_order(tmp_path: Path) -> None:
    documents = [document(name, ("Ada", "The same words."), ("Ben", f"Words of {name}.")) for name in "abc"]
    found = []
    for name, order in (("one", documents), ("two", documents[::-1])):
        with Store.open(tmp_path / f"{name}.db") as store:
            list(store.write_many(order))
            found.append({(q.document, q.text): q.id for q in store.quotes(range(1, 10))})
    assert found[0] == found[1]
    assert len(set(found[0].values())) == 6


def test_documents_of_one_name_in_two_folders_have_ids_of_their_own(store: Store) -> None:
    for folder in ("/press/may", "/press/june"):
        store.write(*document("same", ("Ada", "The same words."), ("Ada", "The same words."), folder=folder))
    quotes = store.quotes([1, 2, 3, 4])
    assert len({quote.id for quote in quotes}) == 4
    assert [row.key for row in store.documents()] == ["june/same.txt", "same.txt"]


def test_documents_are_found_by_their_places_in_a_few_steps_of_a_large_store(store: Store) -> None:
    """A command may name thousands: to look through all documents for each took minutes."""
    names = [f"d{number}" for number in range(1500)]
    deque(store.write_many([document(name, ("Ada", f"We count to {name}.")) for name in names]), maxlen=0)
    looks: list[int] = []
    store._db.set_progress_handler(lambda: looks.append(1), 100)  # every hundred steps of SQLite's
    assert store.sources_at("/press/d700.txt") == ["/press/d700.txt"]
    assert store.sources_at("/press/d7", inside="0") == [f"/press/d70{end}.txt" for end in ("", *range(10))]
    assert store.sources_at("/press/none") == []
    store._db.set_progress_handler(None, 0)
    assert len(looks) < 10
    assert len(store.sources_at("/press", inside="/")) == 1500


def test_removing_takes_all_that_hangs_on_a_document(store: Store) -> None:
    store.write(*document("a", ("Ada", "Something unprovoked.")))
    store.write(*document("b", ("Ben", "Something else.")))
    assert store.remove("/press/a.txt") == 1
    assert [row.name for row in store.speakers()] == ["Ben"]
    assert store.index.match('"unprovoked"', store.scope(None), 10) == []
    with pytest.raises(UnknownId):
        store.remove("/press/a.txt")


def test_a_digest_tells_whether_to_read_again(store: Store) -> None:
    article, quotations = document("a", ("Ada", "Words."))
    store.write(article, quotations, finder="1")
    assert store.digest(article.source, finder="1") == article.digest
    assert store.digest(article.source, finder="2") is None
    assert store.digest("/press/unknown.txt", finder="1") is None


def test_ids_that_fit_none_or_several_are_named(store: Store) -> None:
    list(store.write_many(document(f"d{n}", ("Ada", f"Words number {n}.")) for n in range(200)))
    with pytest.raises(AmbiguousId) as several:
        store.quote("g")
    assert several.value.hint
    with pytest.raises(UnknownId):
        store.quote("zz top")
    some = store.quotes([1])[0].id
    wrong = some[:-1] + ("0" if some[-1] != "0" else "1")
    with pytest.raises(UnknownId) as near:
        store.quote(wrong)
    assert some in (near.value.hint or "")


def test_counts(store: Store) -> None:
    store.write(*document("a", ("Ada Lovelace", "One."), (("Ada Lovelace", "Ben Bell"), "Two."), (None, "Three.")))
    store.write(*document("b", ("Ben Bell", "Four."), outlet=None, date="2021", kind=Kind.INDIRECT))
    stats = store.stats()
    assert {name: stats[name] for name in ("documents", "quotes", "speakers", "outlets", "unattributed")} == {
        "documents": 2,
        "quotes": 4,
        "speakers": 2,
        "outlets": 1,
        "unattributed": 1,
    }
    assert [(row.name, row.quotes) for row in store.speakers()] == [("Ada Lovelace", 2), ("Ben Bell", 1)]
    assert [(row.name, row.quotes, row.documents) for row in store.outlets()] == [("The Daily Lantern", 3, 1)]
    assert [(str(row.date), row.quotes) for row in store.timeline("month")] == [("2020-10", 3)]
    counted = [
        [(row.source, row.quotes) for row in store.documents(filters)]
        for filters in (None, Filters(), Filters(until=PartialDate(2020)), Filters(by="Ben Bell"))
    ]
    assert counted == [
        [("/press/a.txt", 3), ("/press/b.txt", 1)],
        [("/press/a.txt", 3), ("/press/b.txt", 0)],
        [("/press/a.txt", 3)],
        [("/press/a.txt", 1)],
    ]


def test_many_at_once_is_the_same_as_one_by_one(tmp_path: Path) -> None:
    documents = [document(f"d{n}", ("Ada", f"Words number {n}."), ("Ben", "Again.")) for n in range(30)]
    documents += [document("d3", ("Ada", "Changed."))]
    with Store.open(tmp_path / "one.db") as one, Store.open(tmp_path / "many.db") as many:
        assert [one.write(*pair) for pair in documents] == list(many.write_many(documents))
        rows = [store.quotes(range(1, 100)) for store in (one, many)]
        assert rows[0] == rows[1]
        assert one.check() == many.check() == []


def test_a_quotation_that_is_not_in_the_text_is_refused_and_nothing_written(store: Store) -> None:
    article, quotations = document("a", ("Ada", "Words."))
    with pytest.raises(ValueError, match="not the text's words"):
        store.write(article, [*quotations, Quotation("Other", 0, 5, Kind.DIRECT, Role.BODY, 1)])
    assert store.stats()["documents"] == 0


def test_the_last_listing_is_remembered_beside_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert last_listing(tmp_path / "quotes.db") is None
    save_listing(tmp_path / "quotes.db", ["g000000000000001", "h000000000000002"])
    assert last_listing(tmp_path / "quotes.db") == ["g000000000000001", "h000000000000002"]
    assert last_listing(tmp_path / "other.db") is None


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.tuples(words, words), max_size=4), min_size=1, max_size=4))
def test_whatever_is_written_updated_and_removed_the_indexes_stay_true(
    tmp_path_factory: pytest.TempPathFactory, versions: list[list[tuple[str, str]]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "quotes.db"
    with Store.open(path) as store:
        for version in versions:
            article, quotations = document("a", *version)
            store.write(article, quotations)
            assert store.article(article.source) == article
            assert store.check() == []
        store.remove("/press/a.txt")
        assert store.check() == []
        assert store.stats()["quotes"] == 0


def test_documents_of_one_batch_are_as_if_written_one_by_one(tmp_path: Path) -> None:
    """Also where one frees the key that the next asks for, comes twice, or shares names and words with others."""
    first = [document("same", ("Ada Lovelace", "The engine weaves patterns."), folder="/june")]
    freed = first[0][0]
    later = [
        (dataclasses.replace(freed, key="other.txt"), first[0][1]),
        document("same", ("Ben Bell", "The engine weaves patterns."), folder="/july"),
        document("same", ("Lovelace", "The engine weaves patterns."), folder="/may"),
        document("b", ("Ada Lovelace", "No comment."), ("A. Lovelace", "No comment.")),
        document("b", ("Ada Lovelace", "No comment.")),
    ]
    seen = []
    for name, at_once in (("one.db", False), ("many.db", True)):
        with Store.open(tmp_path / name) as store:
            store.write(*first[0])
            results = list(store.write_many(later)) if at_once else [store.write(*pair) for pair in later]
            assert store.check() == []
            documents = sorted((row.source, row.key, row.quotes) for row in store.documents())
            quotes = sorted((q.id, q.text, q.speakers) for q in store.quotes(range(1, 20)))
            seen.append((results, documents, quotes, store.speakers()))
    assert seen[0] == seen[1]
    assert ("/july/same.txt", "same.txt", 1) in seen[1][1]


def test_a_large_batch_is_written_in_pieces_and_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_PREPARED_AT_ONCE", 3)
    monkeypatch.setattr(writing, "_WRITTEN_AT_ONCE", 2)
    pairs = [document(f"d{n}", *[("Ada", f"Sentence {n} and {m} of many.") for m in range(3)]) for n in range(5)]
    bad = dataclasses.replace(pairs[4][0], text="something else")
    with Store.open(tmp_path / "a.db") as store:
        with pytest.raises(ValueError, match="not the text's words"):
            list(store.write_many([*pairs[:4], (bad, pairs[4][1])]))
        assert store.documents() == []
        list(store.write_many(pairs))
        assert store.check() == []
        assert store.stats()["quotes"] == 15


def test_a_store_of_smaller_pages_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    monkeypatch.setattr(files, "_PAGE_SIZE", 4096)
    with Store.open(old) as store:
        store.write(*document("a", ("Ada", "The harbour stays")))
    monkeypatch.undo()
    for path, size in ((old, 4096), (new, 8192)):
        with Store.open(path) as store:
            store.write(*document("b", ("Ada", "The museum stays")))
            assert store.info()["page_size"] == size
            assert store.check() == []
