"""What leaves a store as lines makes the same store again, however odd its documents are."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.making import document

from quotecli.app.config import StorePlace
from quotecli.app.context import Context
from quotecli.app.exporting import ExportRequest, exported_documents, exported_quotes
from quotecli.core.dates import PartialDate
from quotecli.core.errors import ReadError
from quotecli.core.types import Article, Evidence, Filters, Kind, Paragraph, Quotation, Role, Sort, Span
from quotecli.read import Bounds
from quotecli.read.kept_line import read_kept_line
from quotecli.show.kept import kept_record
from quotecli.show.machine import write_jsonl
from quotecli.store import Store

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PARTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1e\x1f"), min_size=1, max_size=8)
DATES = st.none() | st.sampled_from(["1", "0001-01-01", "2020", "2020-10", "2020-10-02", "9999-12-31"]).map(
    PartialDate.parse
)
TEXTS = st.none() | WORDS
NAMES = st.lists(
    st.sampled_from(["Rob", "Rob Kardashian", "R. Kardashian", "Ngozi Okafor", "Okafor"]) | PARTS, max_size=3
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Article, list[Quotation]]:
    """Return a document of any words, its paragraphs with any white space between, quotations anywhere in these."""
    text = ""
    paragraphs = []
    for words in draw(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=4)):
        text += draw(st.sampled_from(["", "\n\n", " \r\n", "\u2028"]))
        start, text = len(text), text + words
        source = draw(st.none() | st.just(Span(0, start)))
        page, time = draw(st.none() | st.integers(0, 2**32 - 2)), draw(st.none() | st.floats(0, 1e6, width=32))
        paragraphs.append(Paragraph(start, len(text), draw(st.sampled_from(Role)), source, page, time))
    quotations = draw(st.lists(inside(text, paragraphs), max_size=5)) if paragraphs else []
    pieces = [draw(st.none() | st.integers(0, at - 1)) if at else None for at in range(len(quotations))]
    article = Article(
        text=text,
        paragraphs=tuple(paragraphs),
        source=draw(st.sampled_from(["/press/a.txt", "/press/b/a.txt", "https://x.example/a", "/press/ü#1"])),
        key=draw(st.sampled_from(["a.txt", "https://x.example/a", ""])),
        title=draw(TEXTS),
        authors=tuple(draw(st.lists(PARTS, max_size=2))),
        published=draw(DATES),
        published_at=draw(TEXTS),
        updated=draw(DATES),
        outlet=draw(TEXTS),
        url=draw(TEXTS),
        language=draw(TEXTS),
        section=draw(TEXTS),
        media=draw(WORDS),
        archive_url=draw(TEXTS),
        archived=draw(DATES),
        accessed=draw(DATES),
        evidence=tuple(draw(st.lists(st.builds(Evidence, PARTS, PARTS, PARTS, st.booleans(), st.none() | PARTS)))),
        digest=draw(WORDS),
    )
    return article, [with_piece(one, piece) for one, piece in zip(quotations, pieces, strict=True)]


def inside(text: str, paragraphs: list[Paragraph]) -> st.SearchStrategy[Quotation]:
    @st.composite
    def quotations(draw: st.DrawFn) -> Quotation:
        number = draw(st.integers(1, len(paragraphs)))
        paragraph = paragraphs[number - 1]
        start = draw(st.integers(paragraph.start, paragraph.end))
        end = draw(st.integers(start, paragraph.end))
        return Quotation(
            text=text[start:end],
            start=start,
            end=end,
            kind=draw(st.sampled_from(Kind)),
            role=draw(st.sampled_from(Role)),
            paragraph=number,
            speakers=tuple(draw(NAMES)),
            said_as=draw(TEXTS),
            cue=draw(TEXTS),
            confidence=draw(st.integers(0, 1000)) / 1000,
            said_on=draw(DATES),
            via=draw(TEXTS),
        )

    return quotations()


def with_piece(quotation: Quotation, first: int | None) -> Quotation:
    return replace(quotation, part_of=first)


def lines(store: Path, **asked: Any) -> str:
    """Return what `quotes export` prints."""
    out = io.StringIO()
    for kept, places in exported_documents(Context(StorePlace(store, "test")), ExportRequest(**asked)):
        write_jsonl([kept_record(kept, places)], out)
    return out.getvalue()


def answers(path: Path) -> list[Any]:
    """Return what a store says of all that it holds.

    Not of families: one may have been joined by a quote that is gone, which no other store has ever met.
    """
    with Store.open(path, readonly=True) as store:
        rows = [row.source for row in store.documents()]
        listed = store.quotes(
            store.index.listing(store.scope(Filters(kinds=tuple(Kind))), Sort.DATE, reverse=False, limit=10**9)
        )
        return [
            [quote._replace(family=None) for quote in listed],
            store.speakers(),
            store.outlets(),
            store.timeline("day"),
            store.stats() | {"families": None},
            [store.article(source) for source in rows],
            [store.digest(source, finder="7") for source in rows],
            store.check(),
        ]


@settings(max_examples=50, deadline=None)
@given(st.lists(documents(), max_size=4), st.sampled_from(["", "7"]))
@pytest.mark.slow
def test_lines_make_the_same_store(made: list[tuple[Article, list[Quotation]]], finder: str) -> None:
    with TemporaryDirectory() as folder:
        first, second = Path(folder, "first.db"), Path(folder, "second.db")
        with Store.open(first) as store:
            for article, quotations in made:
                store.write(article, quotations, finder=finder)
        exported = lines(first)
        kept = [read_kept_line(line.encode(), Bounds()) for line in exported.split("\n")[:-1]]
        with Store.open(second) as store:
            assert {result.status for result in store.restore(kept)} <= {"added"}
            assert {result.status for result in store.restore(kept)} <= {"unchanged"}
        assert lines(second) == exported
        assert answers(second) == answers(first)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """Return a store of three documents, one of them with another key than it asked for, one without quotations."""
    path = tmp_path / "press.db"
    with Store.open(path) as store:
        store.write(*document("a", ("Ngozi Okafor", "We stay."), ("Tom Brill", "We go."), ("Tom Brill", "We stay.")))
        store.write(*document("a", ("Ngozi Okafor", "We leave."), folder="/press/late", date="2021-01-05"))
        store.write(*document("empty", also="Nobody spoke."))
        store.remove("/press/a.txt")
        store.write(*document("b", ("Ngozi Okafor", "We stay."), ("Tom Brill", "We go."), ("Tom Brill", "We stay.")))
    return path


def test_a_key_that_another_document_had_is_kept(press: Path, tmp_path: Path) -> None:
    [line] = [json.loads(line) for line in lines(press).splitlines() if "We leave." in line]
    assert (line["id"], line["key"]) == ("late/a.txt", "a.txt")
    with Store.open(tmp_path / "new.db") as store:
        list(store.restore(read_kept_line(line.encode(), Bounds()) for line in lines(press).splitlines()))
        again, quotations = document("a", ("Ngozi Okafor", "We leave."), folder="/press/late", date="2021-01-05")
        assert store.write(again, quotations).status == "unchanged"
    assert lines(tmp_path / "new.db") == lines(press)


@pytest.mark.parametrize("sort", [None, *Sort])
@pytest.mark.parametrize("reverse", [False, True])
def test_both_forms_hold_the_same_quotes(press: Path, sort: Sort | None, reverse: bool) -> None:
    context = Context(StorePlace(press, "test"))
    request = ExportRequest(sort=sort, reverse=reverse)
    rows = [quote.id for quote in exported_quotes(context, request)]
    grouped = [json.loads(line) for line in lines(press, sort=sort, reverse=reverse).splitlines()]
    assert sorted(rows) == sorted(quote["id"] for line in grouped for quote in line["quotes"])
    assert [line["document"] for line in grouped if not line["quotes"]] == ["/press/empty.txt"]
    first = list(dict.fromkeys(quote.document for quote in exported_quotes(context, request)))
    assert [line["document"] for line in grouped if line["quotes"]] == first


def test_pages_of_an_export_join(press: Path) -> None:
    context = Context(StorePlace(press, "test"))
    whole = [quote.id for quote in exported_quotes(context, ExportRequest())]
    pages = [exported_quotes(context, ExportRequest(limit=2, offset=at)) for at in (0, 2)]
    assert [quote.id for page in pages for quote in page] == whole
    assert len(whole) == 4


def test_an_export_shows_the_store_as_it_was(press: Path) -> None:
    """What others write while it goes on has no part in it."""
    going = exported_documents(Context(StorePlace(press, "test")), ExportRequest())
    first = next(going)
    with Store.open(press) as store:
        store.write(*document("later", ("Ngozi Okafor", "We came late.")))
        store.remove("/press/b.txt")
    rest = [chosen.kept.article.source for chosen in going]
    assert [first.kept.article.source, *rest] == ["/press/late/a.txt", "/press/b.txt", "/press/empty.txt"]


def test_part_of_a_document_takes_the_place_of_no_more(press: Path, tmp_path: Path) -> None:
    part = [read_kept_line(lines(press, filters=Filters(by="Ngozi Okafor")).splitlines()[-1].encode(), Bounds())]
    assert part[0].left_out == 2
    with Store.open(tmp_path / "new.db") as store:
        assert [result.status for result in store.restore(part)] == ["added"]
        assert [result.status for result in store.restore(part)] == ["unchanged"]
        whole = [read_kept_line(line.encode(), Bounds()) for line in lines(press).splitlines()]
        assert [result.status for result in store.restore(whole)] == ["added", "updated", "added"]
        assert [result.status for result in store.restore(part)] == ["unchanged"]
    with Store.open(tmp_path / "less.db") as store:
        store.write(whole[1].article, whole[1].quotations[1:2])
        assert [result.status for result in store.restore(part)] == ["refused"]
        assert store.stats()["quotes"] == 1


def test_equal_words_whose_first_place_is_left_out_are_refused(press: Path) -> None:
    line = lines(press, filters=Filters(by="Tom Brill")).splitlines()[0]
    with pytest.raises(ReadError, match="the same words stood before it"):
        read_kept_line(line.encode(), Bounds())


def test_a_first_piece_that_is_left_out_is_forgotten() -> None:
    article, quotations = document("a", ("Ngozi Okafor", "We stay,"), ("Tom Brill", "and go."))
    record = json.loads(one_line(article, [quotations[0], with_piece(quotations[1], 0)]))
    assert record["quotes"][1]["part_of"] == record["quotes"][0]["id"]
    assert read_kept_line(json.dumps(record).encode(), Bounds()).quotations[1].part_of == 0
    part = record | {"quotes": record["quotes"][1:], "left_out": 1}
    assert read_kept_line(json.dumps(part).encode(), Bounds()).quotations[0].part_of is None
    with pytest.raises(ReadError, match="part_of names no quote"):
        read_kept_line(json.dumps(part | {"left_out": 0}).encode(), Bounds())


def one_line(article: Article, quotations: list[Quotation]) -> str:
    with TemporaryDirectory() as folder:
        with Store.open(Path(folder, "one.db")) as store:
            store.write(article, quotations)
        return lines(Path(folder, "one.db"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(st.data())
@pytest.mark.slow
def test_a_changed_line_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    record = json.loads(LINE)
    place: Any = record
    while True:
        name = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else list(range(len(place)))))
        if not isinstance(place[name], dict | list) or not place[name] or data.draw(st.booleans()):
            break
        place = place[name]
    place[name] = data.draw(JSON)
    line = json.dumps(record).encode()
    if reason := reason_against(line):
        assert "\n" not in reason
        return
    with TemporaryDirectory() as folder:
        with Store.open(Path(folder, "new.db")) as store:
            assert [result.status for result in store.restore([read_kept_line(line, Bounds())])] == ["added"]
            assert store.check() == []
        assert json.loads(lines(Path(folder, "new.db")))["text"] == record["text"]


def reason_against(line: bytes) -> str | None:
    try:
        read_kept_line(line, Bounds())
    except ReadError as error:
        return str(error)
    return None


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_refused_in_a_sentence(line: bytes) -> None:
    with pytest.raises(ReadError, match=r"^[^\n]+$"):
        read_kept_line(line, Bounds())


@pytest.mark.slow
def test_contexts_beyond_reason_are_left_out() -> None:
    """Thousands of quotes in one paragraph would each bring thousands of characters with them."""
    words = "“ab” he said. " * 9_000
    found = [Quotation("ab", at + 1, at + 3, Kind.DIRECT, Role.BODY, 1) for at in range(0, len(words), 14)]
    line = one_line(Article(words, (Paragraph(0, len(words)),), "/a.txt", "a.txt"), found)
    assert len(line) < 10_000_000
    assert json.loads(line)["quotes"][0]["context"] is None
    assert read_kept_line(line.encode(), Bounds()).quotations == tuple(found)


LINE = one_line(
    *document(
        "a", ("Ngozi Okafor", "We stay."), (("Tom Brill", "Ann Lee"), "We go."), (None, "We stay."), said_on="2020-09"
    )
)


def test_paragraphs_and_quotes_of_a_line_follow_the_text() -> None:
    kept = read_kept_line(LINE.encode(), Bounds())
    assert all(one.end < other.start for one, other in pairwise(kept.article.paragraphs))
    assert [kept.article.text[one.start : one.end] for one in kept.quotations] == ["We stay.", "We go.", "We stay."]
