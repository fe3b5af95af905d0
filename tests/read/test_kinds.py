"""Each kind, written by other people's writers where there are any, is read with its text, roles and metadata."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.growth import assert_linear
from tests.read import samples
from tests.read.reading import only_article, only_error, paragraphs, read_bytes
from tests.read.samples import MORE, SAMPLES, SENTENCE

from quotecli.core.types import Article, Role
from quotecli.read import ReadFailure
from quotecli.read.sniff import Kind, kind_by_name, sniff


# The table's nameless twin is plain text: nothing in its content says that it is none.
@pytest.mark.parametrize("name", [*sorted(SAMPLES), *(f"no {name}" for name in sorted(SAMPLES))])
def test_every_kind_is_told_by_its_content(tmp_path: Path, name: str) -> None:
    real = name.removeprefix("no ")
    results = read_bytes(tmp_path, name if name == real else "nameless", SAMPLES[real]())
    assert all(isinstance(result, Article) for result in results), results
    sentence = SENTENCE.replace("“", '"').replace("”", '"') if real == "a.pdf" else SENTENCE
    assert any(sentence in result.text for result in results if isinstance(result, Article))


@pytest.mark.parametrize("name", ["a.jpg.txt", "a.md", "a.csv", "a.zip", "a.pdf", "a.jsonl"])
def test_a_wrong_name_does_not_mislead(tmp_path: Path, name: str) -> None:
    article = only_article(read_bytes(tmp_path, name, samples.html()))
    assert article.title == "Rain or not"


def test_names() -> None:
    assert kind_by_name("a.jsonl.gz") is Kind.JSON
    assert kind_by_name("a.gz") is Kind.GZIP
    assert kind_by_name("A.HTML") is Kind.HTML
    assert kind_by_name("a") is None
    assert kind_by_name(".html") is None


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xef\xbb\xbf<!doctype html>", Kind.HTML),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<html xmlns='http://www.w3.org/1999/xhtml'>", Kind.HTML),
        ("<!DOCTYPE html><p>".encode("utf-16"), Kind.HTML),
        (b"<?xml version='1.0'?><rdf:RDF xmlns:rdf='x'>", Kind.FEED),
        (b"---\ntitle: x\n---\nText", Kind.MARKDOWN),
        (b"[Sic] he said", Kind.TEXT),
        (b"{brackets} in text", Kind.TEXT),
        (b'{"text": "x"}', Kind.JSON),
        (b"From the start: it rained.\nSubject: none\n", Kind.TEXT),
        (b"Date: 2020-10-02\nTitle: x\n\nText", Kind.TEXT),
        (b"From: a\nSubject: b\nDate: c\n\nd", Kind.MAIL),
        (b"junk\n%PDF-1.4", Kind.PDF),
    ],
)
def test_sniffing(head: bytes, kind: Kind) -> None:
    assert sniff(head) is kind


def test_a_ruler_above_lines_that_end_as_windows_has_them_is_looked_at_once() -> None:
    """Each line was tried in two ways, so that thirty of them kept `add` busy for ever."""
    assert_linear(sniff, lambda count: b"---\r\n" + b"The water rose.\r\n" * count, 3, times=7)
    assert sniff(b"---\r\n" + b"The water rose.\r\n" * 3000) is Kind.TEXT
    assert sniff(b"---\r\ntitle: Tarn\r\n---\r\nThe water rose.\r\n") is Kind.MARKDOWN


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "an image"),
        (b"\x7fELF" + bytes(50), "a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "old Office file"),
        (bytes(range(256)) * 4, "not a document"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "an image"),
        (b"<?xml version='1.0'?><svg xmlns='x'/>", "XML file of a kind"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, head: bytes, reason: str) -> None:
    for name in ("a.txt", "a.html", "a"):
        assert reason in only_error(read_bytes(tmp_path, name, head))


def test_mail(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.eml", samples.mail()))
    assert article.title == "Rain or not — today’s letter"
    assert str(article.published) == "2020-10-02"
    assert article.published_at == "2020-10-02T10:00:00+01:00"
    assert article.authors == ("Ada Obi",)
    assert article.outlet == "Harbour Letters"
    assert article.media == "email"
    assert SENTENCE in paragraphs(article)


def test_mailbox(tmp_path: Path) -> None:
    results = read_bytes(tmp_path, "a.mbox", samples.mailbox())
    assert [result.source.rpartition("#")[2] for result in results if isinstance(result, Article)] == [
        "1@harbour.example",
        "1@harbour.example",
    ]


def test_mail_in_old_encodings(tmp_path: Path) -> None:
    head = b"From: =?iso-8859-1?q?Andr=E9?= <a@b.c>\r\nSubject: =?bad?x?y?=\r\nDate: nonsense\r\nMIME-Version: 1.0\r\n"
    body = b"Content-Type: text/plain; charset=windows-1252; format=flowed\r\n\r\n\x93We will \r\nnot,\x94 he said.\r\n"
    article = only_article(read_bytes(tmp_path, "a.eml", head + body))
    assert article.text.strip() == "“We will not,” he said."
    assert article.authors == ("André",)
    assert article.published is None


def test_saved_page(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.mhtml", samples.saved_page()))
    assert article.url == "https://harbour.example/rain"
    assert str(article.accessed) == "2020-10-04"
    assert article.published is None
    assert SENTENCE in paragraphs(article)


def test_rss(tmp_path: Path) -> None:
    results = read_bytes(tmp_path, "rss.xml", samples.rss())
    first, second = (result for result in results if isinstance(result, Article))
    assert (first.title, str(first.published), first.authors) == ("Rain or not", "2020-10-02", ("Ada Obi",))
    assert (first.url, first.key) == ("https://harbour.example/rain", "https://harbour.example/rain")
    assert first.outlet == "Harbour News"
    assert first.source.endswith("rss.xml#tag:1")
    assert paragraphs(first) == [SENTENCE, MORE]
    assert second.text == MORE


def test_atom(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "atom.xml", samples.atom()))
    assert article.title == "Rain & sun"
    assert article.url == "https://harbour.example/rain"
    assert (str(article.published), str(article.updated)) == ("2020-10-02", "2020-10-03")
    assert article.text == SENTENCE


def test_a_feed_with_small_mistakes_is_mended(tmp_path: Path) -> None:
    broken = (
        samples.rss().replace(b"Rain or not", b"Rain & not\x0b&nbsp;now").replace(b"<language>", b"<language>&mdash;")
    )
    first = read_bytes(tmp_path, "rss.xml", broken)[0]
    assert isinstance(first, Article)
    assert first.title == "Rain & not now"


def test_docx(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.docx", samples.docx()))
    assert [(part.role, words) for part, words in zip(article.paragraphs, paragraphs(article), strict=True)] == [
        (Role.HEADLINE, "Rain or not"),
        (Role.BODY, SENTENCE),
        (Role.BLOCKQUOTE, "A harbour is a promise."),
        (Role.LIST, "first point"),
        (Role.BODY, MORE),
    ]
    assert (article.title, article.authors, article.published) == ("Rain or not", ("Ada Obi",), None)


def test_odt(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.odt", samples.odt()))
    assert [(part.role, words) for part, words in zip(article.paragraphs, paragraphs(article), strict=True)] == [
        (Role.HEADLINE, "Rain or not"),
        (Role.BODY, SENTENCE),
        (Role.BODY, "One  two\nthree"),
        (Role.LIST, "first point"),
    ]


def test_epub(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.epub", samples.epub()))
    assert paragraphs(article) == [SENTENCE, MORE]
    assert (article.title, article.authors, article.outlet) == ("The Canal", ("Ada Obi",), "Harbour Press")
    assert (str(article.published), article.media, article.language) == ("2019-05-01", "book", "en")


def test_warc(tmp_path: Path) -> None:
    results = read_bytes(tmp_path, "a.warc.gz", samples.warc())
    pages = [result for result in results if isinstance(result, Article)]
    assert len(pages) == len(results) == 2
    assert [page.url for page in pages] == ["https://harbour.example/rain", "https://harbour.example/packed"]
    assert all(SENTENCE in paragraphs(page) and page.accessed for page in pages)
    assert len({page.source for page in pages}) == 2


def test_zip_members_are_named_and_read_by_their_kinds(tmp_path: Path) -> None:
    results = read_bytes(tmp_path, "a.zip", samples.zipped())
    assert [result.source.partition("#")[2] for result in results if isinstance(result, Article)] == [
        "one/a.txt",
        "two/b.html",
        "two/c.jsonl.gz#a",
        "two/c.jsonl.gz#b",
    ]


def test_sidecar(tmp_path: Path) -> None:
    (tmp_path / "a.txt.meta.toml").write_text('title = "Rain"\ndate = 2020-10-02\noutlet = "BBC"\nauthor = ["A B"]\n')
    article = only_article(read_bytes(tmp_path, "a.txt", samples.text()))
    assert (article.title, str(article.published), article.authors) == ("Rain", "2020-10-02", ("A B",))
    (tmp_path / "a.txt.meta.toml").write_text("title = ")
    assert only_error(read_bytes(tmp_path, "a.txt", samples.text())) == "its sidecar a.txt.meta.toml is no TOML"


@pytest.mark.parametrize(("module", "name", "extra"), [("pypdfium2", "a.pdf", "pdf")])
def test_a_missing_extra_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    failure = read_bytes(tmp_path, name, SAMPLES[name]())
    assert only_error(failure) == f"PDF files need an extra: pip install 'quotecli[{extra}]'"


def test_one_bad_member_never_stops_the_rest(tmp_path: Path) -> None:
    bad = ['{"id": 2, "text": ', '{"id": 3, "text": "cut', "7"]
    lines = [json.dumps({"id": 1, "text": SENTENCE}), *bad, json.dumps({"id": 4, "text": MORE})]
    results = read_bytes(tmp_path, "a.jsonl", "\n".join(lines))
    assert [type(result) for result in results] == [Article, *[ReadFailure] * 3, Article]
    assert [getattr(result, "error", None) for result in results][1:4] == [
        "broken JSON: expecting value at line 1, column 19",
        "broken JSON: unterminated string starting at line 1, column 19",
        "not an object with fields",
    ]


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("The Shore » Feed", "The Shore"),
        ("The Shore - Latest", "The Shore"),
        ("The Shore - All Posts", "The Shore"),
        ("World | The Shore", "The Shore"),
        ("The Shore: Top Stories", "The Shore"),
        ("Shore RSS", "Shore"),
        ("The Shore | Notes of a Ferryman", "The Shore | Notes of a Ferryman"),
    ],
)
def test_the_outlet_in_a_feeds_title(tmp_path: Path, title: str, outlet: str) -> None:
    item = f"<item><description>{SENTENCE}</description></item>"
    feed = f"<rss version='2.0'><channel><title>{title}</title>{item}</channel></rss>"
    assert only_article(read_bytes(tmp_path, "a.rss", feed)).outlet == outlet


def test_the_notes_of_a_book(tmp_path: Path) -> None:
    book = tmp_path / "notes.epub"
    chapter = (
        "<html><body><h1>One</h1><p>“First,” said Ivy Plum.<a href='#n1'>1</a> See chapter <a href='#c2'>2</a>.</p>"
        "<p>She left<a href='n.xhtml#n2' epub:type='noteref'>2</a> on Monday.</p>"
        "<aside epub:type='footnote' id='n1'><p>“A note,” said Otto Frey.</p></aside></body></html>"
    )
    with ZipFile(io.BytesIO(samples.epub())) as old, ZipFile(book, "w") as new:
        for name in old.namelist():
            new.writestr(name, chapter if name.endswith(".xhtml") else old.read(name))
    text = only_article(read_bytes(tmp_path, "notes.epub", book.read_bytes())).text
    assert "said Ivy Plum. See chapter 2." in text
    assert "She left on Monday." in text
    assert "“A note,” said Otto Frey." in text
