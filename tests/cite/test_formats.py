"""What stands where in each export format: templates, tags, selectors and links, one source at a time."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import mwparserfromhell
import pytest
from tests.cite import samples
from tests.cite.test_exporters import export

from quotecli.cite import Cited, Source


def one(name: str, cited: Cited) -> Any:
    return json.loads(export(name, [cited]))


SAID = samples.cited(
    samples.NEWS, "We stand together", "Rob Marlow", "Kim Marlow", before="Rob and Kim said: “", after="” Others left."
)


def test_jsonld_names_the_speakers_and_the_article() -> None:
    node = one("jsonld", SAID)["@graph"][0]
    assert (
        node["spokenByCharacter"]
        == node["creator"]
        == [
            {"@type": "Person", "name": "Rob Marlow"},
            {"@type": "Person", "name": "Kim Marlow"},
        ]
    )
    assert node["position"] == "para. 4"
    assert node["isPartOf"] == {
        "@type": "NewsArticle",
        "headline": "Harbour towns & the storm",
        "author": {"@type": "Person", "name": "Jane Smith"},
        "datePublished": "2020-10-02",
        "dateModified": "2020-10-03",
        "articleSection": "World",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "The Daily Gazette"},
        "url": samples.NEWS.url,
        "archivedAt": samples.NEWS.archive_url,
    }


def test_web_annotation_has_prefix_and_suffix() -> None:
    (note,) = one("webannotation", SAID)["items"]
    assert note["target"] == {
        "source": samples.NEWS.url,
        "selector": {
            "type": "TextQuoteSelector",
            "exact": "We stand together",
            "prefix": "Rob and Kim said: “",
            "suffix": "” Others left.",
        },
    }
    assert [body["value"] for body in note["body"]] == ["Rob Marlow", "Kim Marlow"]


def wiki(cited: Cited) -> dict[str, str]:
    (template,) = mwparserfromhell.parse(export("wikipedia", [cited])).filter_templates()
    return {"": str(template.name).strip(), **{str(p.name).strip(): str(p.value).strip() for p in template.params}}


def test_cite_news_has_quote_and_archive() -> None:
    assert wiki(SAID) == {
        "": "cite news",
        "last1": "Smith",
        "first1": "Jane",
        "url": samples.NEWS.url,
        "title": "Harbour towns & the storm",
        "work": "The Daily Gazette",
        "department": "World",
        "date": "2020-10-02",
        "access-date": "2020-10-05",
        "language": "en",
        "archive-url": samples.NEWS.archive_url,
        "archive-date": "2020-10-04",
        "url-status": "live",
        "at": "para. 4",
        "quote": "We stand together",
    }


def test_cite_tweet_has_user_and_number() -> None:
    fields = wiki(samples.cited(samples.POST, "Today we start work", "Olivia Vance"))
    assert (fields[""], fields["user"], fields["number"]) == ("cite tweet", "oliviavance", "31415")
    assert (fields["last1"], fields["first1"]) == ("Vance", "Olivia")


@pytest.mark.parametrize(
    ("source", "template"),
    [
        (samples.PAGE, "cite news"),
        (samples.BODY, "cite web"),
        (samples.MAGAZINE, "cite magazine"),
        (samples.BLOG, "cite web"),
        (samples.RELEASE, "cite press release"),
        (samples.INTERVIEW, "cite interview"),
        (samples.SPEECH, "cite speech"),
        (samples.BOOK, "cite book"),
    ],
)
def test_templates(source: Any, template: str) -> None:
    assert wiki(samples.cited(source))[""] == template


def test_wikitext_is_as_editors_write_it() -> None:
    source = Source("a", "Jo O'Brien's plan for R&D", ("Jo O'Brien",), outlet="AT&T Weekly")
    fields = wiki(samples.cited(source, "It's ''mine'' & 'yours': &amp; 'tis", "Jo O'Brien"))
    assert (fields["last1"], fields["title"]) == ("O'Brien", "Jo O'Brien's plan for R&D")
    assert fields["quote"] == "It's &#39;&#39;mine&#39;&#39; & 'yours': &#38;amp; 'tis"
    assert wiki(samples.cited(source, "'Tis the workers'"))["quote"] == "&#39;Tis the workers&#39;"


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("“We were never asked”: islanders on the bridge", "‘We were never asked’: islanders on the bridge"),
        ("Hafen zu: „Niemand hat gefragt“", "Hafen zu: ‘Niemand hat gefragt’"),
        ('The "old" pier', "The ‘old’ pier"),
        ("The 'old' pier", "The 'old' pier"),
    ],
)
def test_double_marks_turn_over_within_those_that_wikipedia_sets(title: str, printed: str) -> None:
    made = wiki(samples.cited(Source("a", title, outlet="The Guardian"), title))
    assert (made["title"], made["quote"]) == (printed, printed)
    assert wiki(samples.cited(Source("a", title, media="speech")))["title"] == title


def test_the_pages_of_an_article_leave_no_room_for_another_place() -> None:
    """CS1 shows an error where `at` or `page` stands beside `pages`."""
    said = samples.cited(replace(samples.MAGAZINE, pages="34-41"))
    by_paragraph, by_page = wiki(said), wiki(Cited(said.source, said.quote, page=36))
    assert by_paragraph["pages"] == by_page["pages"] == "34-41"
    assert "at" not in by_paragraph
    assert (by_page["quote-page"], "page" in by_page) == ("36", False)


def test_page_and_time_have_their_own_fields() -> None:
    said = samples.cited(samples.BOOK)
    assert wiki(Cited(said.source, said.quote, page=12))["page"] == "12"
    assert wiki(Cited(said.source, said.quote, time=3723.5))["time"] == "1:02:03"


@pytest.mark.parametrize(
    ("outlet", "authors", "expected"),
    [
        ("Reuters", ("Reuters",), {"work": "Reuters"}),
        ("NPR", ("Associated Press",), {"work": "NPR", "agency": "Associated Press"}),
        ("NPR", ("Jane Doe Jr.", "AP"), {"last1": "Doe", "first1": "Jane Jr.", "work": "NPR", "agency": "AP"}),
        ("NPR", ("Riverton Council",), {"author1": "Riverton Council", "work": "NPR"}),
    ],
)
def test_who_is_author_agency_or_work_in_citation_style_1(
    outlet: str, authors: tuple[str, ...], expected: dict[str, str]
) -> None:
    made = wiki(Cited(Source("a", "Pier closed", authors, outlet=outlet)))
    assert made == {"": "cite news", "title": "Pier closed"} | expected


def test_wikipedia_knows_no_bare_year_and_month() -> None:
    assert wiki(samples.cited(samples.PAGE))["date"] == "June 2021"


def test_ris_of_a_newspaper_article() -> None:
    assert export("ris", [SAID]).split("\r\n") == [
        "TY  - NEWS",
        "ID  - smith2020harbour",
        "AU  - Smith, Jane",
        "TI  - Harbour towns & the storm",
        "T2  - The Daily Gazette",
        "PY  - 2020",
        "DA  - 2020/10/02",
        "SE  - World",
        "LA  - en",
        f"UR  - {samples.NEWS.url}",
        "Y2  - 2020/10/05",
        "N1  - “We stand together” — Rob Marlow and Kim Marlow (para. 4)",
        "N1  - Updated 2020-10-03",
        f"N1  - Archived on 2020-10-04 at {samples.NEWS.archive_url}",
        "ER  - ",
        "",
    ]


def test_csv_columns_hold_what_they_say() -> None:
    said = samples.cited(samples.NEWS, "=1+1", "Rob Marlow", via="Instagram", date_kind="said", date=samples.D(2020, 9))
    (row,) = csv.DictReader(io.StringIO(export("csv", [said]), newline=""))
    assert row["text"] == "'=1+1"
    assert (row["speaker"], row["via"], row["locator"], row["date"]) == (
        "Rob Marlow",
        "Instagram",
        "para. 4",
        "2020-09",
    )
    assert (row["title"], row["outlet"]) == ("Harbour towns & the storm", "The Daily Gazette")
    assert (row["archive_url"], row["document"]) == (samples.NEWS.archive_url, "news.html")


def test_notes_say_where_it_was_first_posted() -> None:
    said = samples.cited(samples.NEWS, "Stand up", "Rob Marlow", via="Instagram")
    assert "N1  - “Stand up” — Rob Marlow, via Instagram (para. 4)\r\n" in export("ris", [said])


@pytest.mark.parametrize(
    ("pages", "bibtex", "ris", "wikipedia"),
    [
        ("12–15", "{12--15}", ["SP  - 12", "EP  - 15"], "|pages=12-15 "),
        ("A1", "{A1}", ["SP  - A1"], "|page=A1 "),
        ("1-B", "{1-B}", ["SP  - 1-B"], "|page=1-B "),
        ("A1, A14", "{A1, A14}", ["SP  - A1, A14"], "|pages=A1, A14 "),
        ("12-15, 20", "{12--15, 20}", ["SP  - 12-15, 20"], "|pages=12-15, 20 "),
    ],
)
def test_pages_are_a_range_or_one(pages: str, bibtex: str, ris: list[str], wikipedia: str) -> None:
    source = [Cited(replace(samples.NEWS, pages=pages))]
    assert f"pages = {bibtex}" in export("bibtex", source)
    assert [line for line in export("ris", source).splitlines() if line[:2] in ("SP", "EP")] == ris
    assert wikipedia in export("wikipedia", source)


def test_web_addresses_in_markdown_are_links_but_within_a_link() -> None:
    source = replace(samples.NEWS, title="See https://a.example/b_c")
    printed = export("markdown", [samples.cited(source, "Go to https://a.example/b_c?d=1&e=2.", "Rob Marlow")])
    assert "> Go to <https://a.example/b_c?d=1&e=2>.\n" in printed
    assert "[“See https://a.example/b\\_c”](https://gazette.example/storm" in printed


def test_markdown_and_html_link_into_the_page() -> None:
    fragment = "#top:~:text=Kim%20said%3A%20%E2%80%9C-,We%20stand%20together,-%E2%80%9D%20Others%20left."
    assert fragment in export("markdown", [SAID])
    assert fragment in export("html", [SAID])
