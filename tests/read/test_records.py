"""JSON, JSON Lines and CSV: texts as they are, field maps, the exports of databases and crawlers."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear
from tests.read import samples
from tests.read.reading import Results, only_article, only_error, read_bytes
from tests.read.samples import MORE, SENTENCE

from quotecli.core.tables import read_table
from quotecli.core.types import Article
from quotecli.read import Bounds, ReadFailure, article_from_text
from quotecli.read.fields import plain_name
from quotecli.read.jsonlist import iter_list


@given(text=st.text(min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_a_line_gives_its_text_as_it_is(tmp_path: Path, text: str) -> None:
    article = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps({"id": "x", "text": text}) + "\n"))
    assert article.text == text.replace("\x00", "\ufffd")
    assert article.source.endswith("a.jsonl#x")
    assert article.key == "x"


def test_a_text_as_it_is_keeps_markup_blanks_and_line_ends() -> None:
    text = "  \n<p>“Yes”</p>\r\n\r\n\tshe said  "
    assert article_from_text(text).text == text


def test_lone_surrogates_and_zeros_are_replaced_one_for_one(tmp_path: Path) -> None:
    article = only_article(
        read_bytes(tmp_path, "a.jsonl", r'{"id": "\ud800", "text": "a\ud800b\u0000c", "title": "\udfff!"}')
    )
    assert article.text == "a\ufffdb\ufffdc"
    assert article.title == "\ufffd!"
    assert article.key == "\ufffd"


def test_lines_are_numbered_where_they_have_no_id(tmp_path: Path) -> None:
    results = read_bytes(tmp_path, "a.jsonl", '{"text": "one"}\n\n{"text": "three", "id": 7}\n{"text": ""}\n')
    assert [result.source.rpartition("#")[2] for result in results if isinstance(result, Article)] == ["1", "7", "4"]
    assert [result.key for result in results if isinstance(result, Article)] == ["a.jsonl#1", "7", "a.jsonl#4"]


def test_a_url_is_the_key_before_the_id(tmp_path: Path) -> None:
    line = {"id": "x", "text": "one", "url": "https://harbour.example/a?utm_source=x"}
    article = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps(line)))
    assert article.key == article.url
    assert article.source.endswith("#x")


EXPORTS: dict[str, dict[str, Any]] = {
    "news-please": {
        "maintext": SENTENCE,
        "title": "Rain",
        "date_publish": "2020-10-02 08:00:00",
        "authors": ["Ada Obi"],
        "source_domain": "harbour.example",
        "url": "https://harbour.example/rain",
        "description": "Short.",
        "filename": "x.json",
    },
    "NewsAPI": {
        "source": {"id": None, "name": "Harbour News"},
        "author": "Ada Obi",
        "title": "Rain",
        "description": "Short.",
        "url": "https://harbour.example/rain",
        "publishedAt": "2020-10-02T08:00:00Z",
        "content": SENTENCE,
    },
    "Guardian": {
        "id": "world/2020/rain",
        "webTitle": "Rain",
        "webPublicationDate": "2020-10-02T08:00:00Z",
        "webUrl": "https://harbour.example/rain",
        "fields": {"bodyText": SENTENCE, "byline": "Ada Obi", "publication": "Harbour News"},
    },
    "New York Times": {
        "headline": {"main": "Rain"},
        "pub_date": "2020-10-02T08:00:00+0000",
        "byline": {"original": "By Ada Obi"},
        "web_url": "https://harbour.example/rain",
        "source": "Harbour News",
        "lead_paragraph": SENTENCE,
    },
    "Event Registry": {
        "uri": "1",
        "title": "Rain",
        "body": SENTENCE,
        "date": "2020-10-02",
        "authors": [{"name": "Ada Obi", "type": "author"}],
        "source": {"uri": "harbour.example", "title": "Harbour News"},
        "url": "https://harbour.example/rain",
    },
    "JSON-LD": {
        "@type": "NewsArticle",
        "headline": "Rain",
        "articleBody": SENTENCE,
        "datePublished": "2020-10-02",
        "author": {"@type": "Person", "name": "Ada Obi"},
        "publisher": {"name": "Harbour News"},
        "mainEntityOfPage": {"@id": "https://harbour.example/rain"},
    },
    "WordPress": {
        "title": {"rendered": "Rain"},
        "content": {"rendered": f"<p>{SENTENCE}</p>\n<p>{MORE}</p>"},
        "date": "2020-10-02T08:00:00",
        "link": "https://harbour.example/rain",
    },
    "Factiva": {
        "AN": "H1",
        "HD": "Rain",
        "BY": "Ada Obi",
        "PD": "2 October 2020",
        "SN": "Harbour News",
        "LP": "It had rained since noon.",
        "TD": SENTENCE,
    },
    "trafilatura": {
        "title": "Rain",
        "author": "Ada Obi",
        "hostname": "harbour.example",
        "date": "2020-10-02",
        "raw_text": SENTENCE,
        "text": SENTENCE,
        "source": "https://harbour.example/rain",
        "source-hostname": "Harbour News",
        "filedate": "2021-01-01",
    },
    "newspaper4k": {
        "title": "Rain",
        "authors": ["Ada Obi"],
        "publish_date": "2020-10-02 08:00:00",
        "text": SENTENCE,
        "url": "https://harbour.example/rain",
        "meta_site_name": "Harbour News",
    },
    "ProQuest": {"Title": "Rain", "Full text": SENTENCE, "pubdate": "Oct 2, 2020", "pubtitle": "Harbour News"},
    "Elasticsearch": {"_id": "9", "_source": {"body": SENTENCE, "title": "Rain", "published": 1601625600}},
}


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_exports_are_known_by_their_fields(tmp_path: Path, name: str) -> None:
    article = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps(EXPORTS[name])))
    assert SENTENCE in article.text
    assert "<p>" not in article.text
    assert (article.title, str(article.published)) == ("Rain", "2020-10-02")
    assert article.authors in {("Ada Obi",), ()}
    assert bool(article.authors) == ("Ada Obi" in json.dumps(EXPORTS[name]))
    assert article.url in {"https://harbour.example/rain", None}
    assert bool(article.url) == ("https" in json.dumps(EXPORTS[name]))
    if "Harbour News" in json.dumps(EXPORTS[name]):
        assert article.outlet == "Harbour News"


@pytest.mark.parametrize(
    "wrap", ['{"articles": %s}', '{"response": {"status": "ok", "docs": %s}}', '{"hits": {"hits": %s}}']
)
def test_lists_within_an_answer(tmp_path: Path, wrap: str) -> None:
    records = json.dumps([EXPORTS["Elasticsearch"], EXPORTS["NewsAPI"]])
    for text in (wrap % records, json.dumps(json.loads(wrap % records), indent=2)):
        results = read_bytes(tmp_path, "a.json", text)
        assert [type(result) for result in results] == [Article, Article]


def test_a_lead_kept_apart_from_the_text_is_read_with_it(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps(EXPORTS["Factiva"])))
    assert article.text == f"It had rained since noon.\n\n{SENTENCE}"


def test_quotes_within_a_record_are_no_documents(tmp_path: Path) -> None:
    error = only_error(read_bytes(tmp_path, "a.jsonl", '{"id": "a", "quotes": [{"text": "Yes"}]}\n{"id": "b"}\n'))
    assert error == "no field holds the text; name it with --map text=FIELD"


def test_field_map(tmp_path: Path) -> None:
    line = {"words": {"all": SENTENCE}, "text": "teaser", "when": "2020-10-02", "paper": "Harbour News"}
    chosen = {"text": "words.all", "date": "when", "outlet": "paper"}
    article = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps(line), field_map=chosen))
    assert (article.text, str(article.published), article.outlet) == (SENTENCE, "2020-10-02", "Harbour News")
    assert "no field" in only_error(read_bytes(tmp_path, "a.jsonl", json.dumps(line), field_map={"text": "none"}))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["Headline", "Publication Date", "Body", "Id"], ["Rain", "2020-10-02", f'"{SENTENCE}\n\n""{MORE}"""', "a1"]]
    data = "\r\n".join(delimiter.join(row) for row in rows) + "\r\n"
    article = only_article(read_bytes(tmp_path, "a.csv", data.encode(encoding)))
    assert article.text == f'{SENTENCE}\n\n"{MORE}"'
    assert (article.title, str(article.published), article.key) == ("Rain", "2020-10-02", "a1")


def test_a_table_without_text_says_what_to_do(tmp_path: Path) -> None:
    error = only_error(read_bytes(tmp_path, "a.csv", "a,b\n1,2\n"))
    assert error == "no column holds the text; name it with --map text=COLUMN"
    article = only_article(read_bytes(tmp_path, "a.csv", "a,b\n1,two words\n", field_map={"text": "b"}))
    assert article.text == "two words"


@pytest.mark.parametrize(
    "text",
    ['{"a":' * 30_000, "[" * 100_000, '[{"a":' + "[" * 99_999, '{"text": 1' + "0" * 5000 + "}", '{"text": "a"', "{]"],
)
def test_broken_and_deep_json(tmp_path: Path, text: str) -> None:
    for name in ("a.json", "a.jsonl"):
        results = read_bytes(tmp_path, name, text)
        assert results
        assert all(isinstance(result, ReadFailure) for result in results)


def test_a_line_too_long_is_passed_over(tmp_path: Path) -> None:
    lines = ['{"text": "one"}', json.dumps({"text": "x" * 5000}), '{"text": "three"}']
    for encoding in ("utf-8", "utf-16"):
        results = read_bytes(tmp_path, "a.jsonl", "\n".join(lines).encode(encoding), bounds=Bounds(document=2000))
        assert [type(result) for result in results] == [Article, ReadFailure, Article]
        assert getattr(results[1], "error", "") == "a line of more than 1.95 KiB"


def test_the_table_of_names_is_sound() -> None:
    rows = read_table("quotecli.read", "fields.tsv")
    assert len({tuple(row) for row in rows}) == len(rows)
    assert all(len(row) == 2 for row in rows)
    parts = [part for _, name in rows for part in name.replace("+", ".").split(".")]
    assert all(plain_name(part) == part for part in parts)
    groups = [row[0] for row in rows]
    assert [group for at, group in enumerate(groups) if group not in groups[:at]] == list(dict.fromkeys(groups))


def test_json_feed(tmp_path: Path) -> None:
    item = {
        "id": "1",
        "url": "https://harbour.example/rain",
        "title": "Rain",
        "content_html": f"<p>{SENTENCE}</p><p>{MORE}</p>",
        "date_published": "2020-10-02T08:00:00+01:00",
        "authors": [{"name": "Ada Obi"}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [item, {**item, "id": "2", "url": None}]}
    first, second = read_bytes(tmp_path, "a.json", json.dumps(feed))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.url, first.title, first.authors) == ("https://harbour.example/rain", "Rain", ("Ada Obi",))
    assert first.text == f"{SENTENCE}\n\n{MORE}"


def read_stdin(data: bytes) -> list[dict[str, str]]:
    """Read standard input in a process of its own."""
    code = (
        "import json, sys\n"
        "from quotecli.read import *\n"
        "for result in read(next(iter_sources(['-'], ReadOptions())), ReadOptions()):\n"
        "    print(json.dumps({name: getattr(result, name, '') for name in ('source', 'key', 'text', 'error')}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_standard_input_of_any_kind() -> None:
    found = read_stdin(json.dumps({"id": "a", "text": SENTENCE}).encode())
    assert [(result["source"], result["key"], result["text"]) for result in found] == [("-#a", "a", SENTENCE)]
    assert [result["text"] for result in read_stdin(samples.packed())] == [SENTENCE, SENTENCE]
    assert read_stdin(samples.zipped())[0]["text"].startswith(SENTENCE)
    assert read_stdin(b"")[0]["error"] == "empty"


def test_two_nameless_documents_are_two_documents() -> None:
    first, again, other = (read_stdin(text.encode())[0] for text in (SENTENCE, SENTENCE, MORE))
    assert first["source"] == again["source"] != other["source"]
    assert first["key"] == again["key"] != other["key"]


@pytest.mark.slow
def test_a_list_is_read_one_record_at_a_time(tmp_path: Path) -> None:
    records = [{"body": f"{number} {SENTENCE * 50}"} for number in range(150)]
    for text in (
        json.dumps(records),
        json.dumps(records, indent=1),
        "\ufeff" + json.dumps(records, ensure_ascii=False),
    ):
        results = read_bytes(tmp_path, "a.json", text, bounds=Bounds(document=100_000))
        assert len(text) > 500_000
        assert [result.text.split()[0] for result in results if isinstance(result, Article)] == [
            str(number) for number in range(150)
        ]


@settings(deadline=None, max_examples=40)
@given(values=st.lists(st.recursive(st.floats(allow_nan=False) | st.text() | st.none(), st.lists), max_size=5))
@pytest.mark.slow
def test_lists_come_back(values: list[Any]) -> None:
    for text in (json.dumps(values), json.dumps(values, indent=2, ensure_ascii=False)):
        assert list(iter_list(Slow(text.encode("utf-8", "replace")), 10_000)) == json.loads(text)


class Slow:
    """A stream that gives few bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self.stream = io.BytesIO(data)

    def read(self, size: int = -1, /) -> bytes:
        return self.stream.read(min(size, 16))


def test_what_comes_before_broken_json_in_a_list_is_read(tmp_path: Path) -> None:
    results = read_bytes(tmp_path, "a.json", json.dumps([{"body": SENTENCE}, {"body": MORE}])[:-3])
    assert [type(result) for result in results] == [Article, ReadFailure]
    assert "broken JSON" in getattr(results[1], "error", "")


def test_failures_are_named_up_to_a_number(tmp_path: Path) -> None:
    assert only_error(read_bytes(tmp_path, "a.json", json.dumps([7] * 5000))) == "no records with fields in this JSON"
    results = read_bytes(tmp_path, "a.jsonl", json.dumps({"text": SENTENCE}) + "\n7" * 5000)
    assert len(results) == 1002
    assert getattr(results[-1], "error", "") == "more than 1,000 of its records can't be read; the rest is left out"


@pytest.mark.parametrize(
    "fields",
    [
        {"Titulo": "Las cabras", "Texto": "«Volvimos».", "Fecha": "2020-05-06", "Medio": "El Puente",
         "Autores": "Ana Ruiz"},
        {"titel": "Las cabras", "inhalt": "«Volvimos».", "datum": "6.5.2020", "quelle": "El Puente",
         "autor": "Ana Ruiz"},
        {"Headline": "Las cabras", "Full Text": "«Volvimos».", "Date": "6 May 2020", "Paper": "El Puente",
         "Author(s)": "Ruiz, Ana"},
        {"titre": "Las cabras", "contenu": "«Volvimos».", "date_publication": "6 mai 2020", "journal": "El Puente",
         "author_name": "Ana Ruiz"},
    ],
)  # fmt: skip
def test_fields_named_in_other_languages(tmp_path: Path, fields: dict[str, str]) -> None:
    article = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps(fields)))
    assert (article.title, article.outlet, article.authors) == ("Las cabras", "El Puente", ("Ana Ruiz",))
    assert str(article.published) == "2020-05-06"
    assert article.text == "«Volvimos»."


def test_where_a_journal_prints_it(tmp_path: Path) -> None:
    fields = {
        "title": "Tarn",
        "text": "It rose.",
        "journal": "Nature",
        "Volume": 5,
        "Issue Number": "2",
        "Pages": "3–4",
    }
    article = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps(fields | {"DOI": "10.1/x"})))
    told = {one.field: one.value for one in article.evidence if one.used}
    assert [told.get(name) for name in ("volume", "issue", "page", "doi")] == ["5", "2", "3-4", "10.1/x"]


def test_tags_left_open_in_a_record_take_time_by_their_number(tmp_path: Path) -> None:
    def read(count: int) -> Results:
        record = json.dumps({"body": f"{SENTENCE} {'<p' * count}"})
        return read_bytes(tmp_path, "a.jsonl", "\n".join([record] * 10))

    assert_linear(read, int, 1_000)


TABLES = {
    "tabs, unquoted": 'Title\tText\nRain\t"No," he said. "Never."\nWind\t"Yes."\n',
    "commas, unquoted": 'Title,Text\nRain,"No\u201a never" he said. ""So be it"\n',
    "backslashes": 'Title,Text,Author\nRain,"He said \\"no, never\\" to it.","Ann Lee"\nWind,"A \\\\ is no mark.",Bo\n',
    "quoted": 'Title,Text\nRain,"""No,"" he said.\nAnd: ""Never."""\nWind,"Yes, ""he"" said"\n',
}
TEXTS = {
    "tabs, unquoted": ['"No," he said. "Never."', '"Yes."'],
    "commas, unquoted": ['"No\u201a never" he said. ""So be it"'],
    "backslashes": ['He said "no, never" to it.', "A \\\\ is no mark."],
    "quoted": ['"No," he said.\nAnd: "Never."', 'Yes, "he" said'],
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_marks_of_tables_that_quote_otherwise(tmp_path: Path, name: str, ends: str) -> None:
    suffix = "tsv" if "tabs" in name else "csv"
    results = read_bytes(tmp_path, f"a.{suffix}", TABLES[name].replace("\n", ends))
    assert [getattr(one, "text", one) for one in results] == TEXTS[name]
