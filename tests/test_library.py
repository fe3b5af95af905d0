"""`import quotecli`: the same job in Python."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import quotecli

DATA = Path(__file__).resolve().parents[1] / "data"


def test_names_are_sorted_and_there() -> None:
    assert quotecli.__all__ == sorted(quotecli.__all__)
    for name in quotecli.__all__:
        assert getattr(quotecli, name) is not None
        assert name in dir(quotecli)
    with pytest.raises(AttributeError):
        quotecli.nothing  # noqa: B018


@pytest.mark.parametrize("given", ["“We will sail,” said Ana Ruiz.", Path("page.html"), b"text", None])
def test_a_text_or_a_path_is_no_article_and_told_so(given: Any, tmp_path: Path) -> None:
    with pytest.raises(quotecli.UsageError, match=r"quotecli\.article\(text\).+quotecli\.read\(path\)"):
        quotecli.find_quotes(given)
    with quotecli.Store.open(tmp_path / "q.db") as store, pytest.raises(quotecli.UsageError, match="article is wanted"):
        quotecli.check(store, given)


def test_importing_costs_nothing() -> None:
    heavy = ("quotecli.", "typer", "rich", "sqlite3")
    code = f"import sys, quotecli; sys.exit(any(name.startswith({heavy}) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_error_and_every_type_in_a_signature_is_a_name_of_the_library() -> None:
    from quotecli.core import errors
    from quotecli.store import rows

    assert set(errors.__all__) | set(rows.__all__) <= set(quotecli.__all__)
    functions = [
        quotecli.add,
        quotecli.article,
        quotecli.check,
        quotecli.cite,
        quotecli.find_quotes,
        quotecli.read,
        quotecli.read_all,
        quotecli.search,
    ]
    fields = [
        getattr(quotecli, name) for name in quotecli.__all__ if hasattr(getattr(quotecli, name), "__annotations__")
    ]
    named = {
        word
        for one in [*functions, *fields]
        for annotation in one.__annotations__.values()
        for word in re.findall(r"\b[A-Z][a-z]+[A-Za-z]*", str(annotation))
    }
    ours = {name for name in named if name in import_module("quotecli.core.types").__all__}
    assert {"Span", "Evidence", "Why"} <= ours <= set(quotecli.__all__)


def test_read_find_store_search(tmp_path: Path) -> None:
    with quotecli.Store.open(tmp_path / "quotes.db") as store:
        assert quotecli.add(store, DATA / "2020-10-02-three-kardashians-artsakh.txt") > 5
        hits = quotecli.search(store, "unprovoked", by="rob")
        assert hits
        assert {hit.quote.speaker for hit in hits} == {"Rob Kardashian"}


def test_what_cannot_be_read_raises_or_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "b.txt").write_text("“We stay,” said Ngozi Okafor.\n", encoding="utf-8")
    with quotecli.Store.open(tmp_path / "quotes.db") as store:
        with pytest.raises(quotecli.ReadError, match=r"a\.pdf: "):
            quotecli.add(store, folder)
        assert quotecli.add(store, folder, skip_unreadable=True) == 1


def test_one_article_of_text() -> None:
    text = "“We stay,” said Ngozi Okafor, the mayor of Port Harcourt.\n"
    article = quotecli.article(text, outlet="Delta Daily", date="2024-05-01")
    [quotation] = quotecli.find_quotes(article)
    assert text[quotation.start : quotation.end] == quotation.text == "We stay,"
    assert quotation.speakers == ("Ngozi Okafor",)
    assert str(article.published) == "2024-05-01"


def test_read_gives_the_one_document(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("“We stay,” said Ngozi Okafor.\n", encoding="utf-8")
    assert quotecli.read(file).text == file.read_text(encoding="utf-8")
    with pytest.raises(quotecli.ReadError):
        quotecli.read(tmp_path / "missing.txt")
    with pytest.raises(quotecli.UsageError):
        quotecli.read(DATA)
    assert len(list(quotecli.read_all(DATA))) == 5


def test_one_name_is_one_author(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("“We stay,” said Ngozi Okafor.\n", encoding="utf-8")
    assert quotecli.read(file, author="Jane Smith").authors == ("Jane Smith",)
    assert quotecli.read(file, author=["Jane Smith", "Bob Roe"]).authors == ("Jane Smith", "Bob Roe")
    assert quotecli.article("Rain.", author="Jane Smith", id="a1").authors == ("Jane Smith",)
    assert quotecli.article("Rain.", id="a1").key == "a1"
    with quotecli.Store.open(tmp_path / "quotes.db") as store:
        quotecli.add(store, file, author="Jane Smith")
        assert store.article(str(file)).authors == ("Jane Smith",)


def test_filters_are_given_in_words_or_as_types(tmp_path: Path) -> None:
    text = "“We stay,” said Ngozi Okafor.\n"
    with quotecli.Store.open(tmp_path / "quotes.db") as store:
        article = quotecli.article(text, date="2020-05-01", url="https://tide.example/a")
        store.write(article, quotecli.find_quotes(article))
        for since in ("2020", 2020, dt.date(2020, 5, 1), quotecli.PartialDate(2020)):
            assert len(quotecli.search(store, since=since)) == 1
        assert quotecli.search(store, until="2020-04") == []
        for kinds in ("direct", quotecli.Kind.DIRECT, ["direct", "post"], (quotecli.Kind.DIRECT,)):
            assert len(quotecli.search(store, kinds=kinds, sort="date")) == 1
        assert len(quotecli.search(store, document="https://tide.example/a")) == 1
        assert quotecli.search(store, document="https://tide.example/b") == []
        wrong: list[dict[str, Any]] = [
            {"since": "yesterday"},
            {"since": 20},
            {"since": True},
            {"on": "2020-13"},
            {"kinds": "song"},
            {"sort": "best"},
            {"min_confidence": 7},
        ]
        for filters in wrong:
            with pytest.raises(quotecli.UsageError):
                quotecli.search(store, **filters)


def test_the_processor_serves_those_who_come_only_for_it() -> None:
    items = [{"id": "a", "type": "book", "title": "Sea Walls", "author": [{"family": "Okafor", "given": "Ngozi"}],
              "issued": {"date-parts": [[2019]]}, "publisher": "Tide Press"}]  # fmt: skip
    processor = quotecli.csl.CitationProcessor("apa", items)
    assert processor.cite([[{"id": "a"}]]) == ["(Okafor, 2019)"]
    assert processor.bibliography(output="html")


def test_a_search_gives_twenty_or_as_many_as_are_asked_for(tmp_path: Path) -> None:
    said = "\n\n".join(f"“Ferry number {number} was late again today,” said Ann Berg." for number in range(23))
    (tmp_path / "a.txt").write_text(said, encoding="utf-8")
    with quotecli.Store.open(tmp_path / "x.db") as store:
        quotecli.add(store, tmp_path / "a.txt")
        for limit, found in ((20, 20), (3, 3), (0, 0), (None, 23)):
            assert len(quotecli.search(store, "ferry", limit=limit)) == found
        assert len(quotecli.search(store, limit=None, offset=20)) == 3


def test_a_search_goes_on_and_turns_round(tmp_path: Path) -> None:
    text = "".join(f'"We have {word} harbours," said Ann Berg.\n\n' for word in ("two", "three", "four"))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with quotecli.Store.open(tmp_path / "x.db") as store:
        quotecli.add(store, tmp_path / "a.txt")
        whole = [hit.quote.id for hit in quotecli.search(store, "harbours")]
        assert [hit.quote.id for hit in quotecli.search(store, "harbours", offset=1, limit=1)] == whole[1:2]
        assert [hit.quote.id for hit in quotecli.search(store, "harbours", reverse=True)] == whole[::-1]


@pytest.mark.parametrize("date", ["2020-13", "2020-02-30", "soon"])
def test_a_date_that_is_none_is_refused_and_one_in_words_is_taken(tmp_path: Path, date: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text("“We stay,” said Ngozi Okafor.\n", encoding="utf-8")
    with pytest.raises(quotecli.UsageError, match="date takes a date"):
        quotecli.read(file, date=date)
    assert str(quotecli.read(file, date="2 October 2020").published) == "2020-10-02"


def test_threads_share_a_store(tmp_path: Path) -> None:
    def write(thread: int) -> None:
        for place in range(12):
            text = f"“We count to {thread} and {place},” said Ngozi Okafor. “Nobody counts on.”"
            article = quotecli.article(text, id=f"{thread}-{place}")
            store.write(article, quotecli.find_quotes(article))
            counted.append(store.stats()["documents"])

    counted: list[int] = []
    with quotecli.Store.open(tmp_path / "quotes.db") as store:
        with ThreadPoolExecutor(6) as threads:
            assert list(threads.map(write, range(6))) == [None] * 6
        assert store.stats()["documents"] == max(counted) == 72
        assert not store.check()


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[quotecli.Store]:
    said = "“We will not close the harbour before spring,” Lena Farkas told the board. “The crews need it.”\n"
    with quotecli.Store.open(tmp_path / "quotes.db") as store:
        article = quotecli.article(said, title="Harbour stays", outlet="The Tide", date="2024-05-01", author="Ada Obi")
        store.write(article, quotecli.find_quotes(article))
        yield store


def test_a_manuscript_is_checked_as_the_command_does_it(harbour: quotecli.Store) -> None:
    draft = quotecli.article(
        "Lena Farkas said: “We will not close the harbour before summer.”\n\n“The crews need it,” she said.\n"
    )
    altered, exact = quotecli.check(harbour, draft)
    assert altered.checked.status == quotecli.Status.ALTERED
    assert [(change.text, change.first) for change in altered.checked.changes if change.kind == "instead"] == [
        ("summer.", "spring,")
    ]
    assert exact.checked.status == quotecli.Status.EXACT
    assert exact.checked.quote is not None
    assert draft.text[exact.start : exact.end] == exact.text


def test_what_was_found_is_cited_as_the_command_does_it(harbour: quotecli.Store) -> None:
    hits = quotecli.search(harbour, "spring")
    [reference] = quotecli.cite(harbour, hits)
    assert reference == "Obi, A. (2024, May 1). Harbour stays. The Tide."
    quote = hits[0].quote
    assert quotecli.cite(harbour, quote.id) == quotecli.cite(harbour, [quote]) == [reference]
    [whole] = quotecli.cite(harbour, hits, "mla", form="quote", output="html")
    assert "before spring" in whole
    [file] = quotecli.cite(harbour, hits, "ris")
    assert file.startswith("TY  - ")
    assert quotecli.cite(harbour, []) == []
    for wrong in ({"form": "sonnet"}, {"output": "pdf"}, {"locale": "xx-YY"}, {"style": "nosuch"}, {"quotes": "zz"}):
        with pytest.raises(quotecli.UsageError):
            quotecli.cite(harbour, **({"quotes": hits} | wrong))  # type: ignore[arg-type]


def test_a_closed_store_and_a_wrong_period_are_told_as_our_own_errors(tmp_path: Path) -> None:
    store = quotecli.Store.open(tmp_path / "quotes.db")
    with store, pytest.raises(quotecli.UsageError, match="not 'week'"):
        store.timeline("week")
    draft = quotecli.article("“We shall stay at the pier until the morning,” said Ngozi Okafor.")
    for asked in (lambda: quotecli.search(store, "pier"), lambda: quotecli.check(store, draft), store.stats):
        with pytest.raises(quotecli.StoreError, match="closed"):
            asked()
