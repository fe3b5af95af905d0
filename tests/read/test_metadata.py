"""Metadata is chosen in one order, and all that was found stays as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from tests.read.pages import finished, page, plain, used
from tests.read.reading import names_in

from quotecli.cite import Source, csl_item
from quotecli.core.dates import PartialDate
from quotecli.read.draft import DraftBuilder, MetaCandidate, Rank
from quotecli.read.metadata.urls import canonical, split_archive
from quotecli.read.outlets import find_outlet

PROSE = "<p>The water rose all night, and nobody on the quay had slept when the morning came at last.</p>" * 3


def html(head: str = "", body: str = "", language: str = "en") -> str:
    article = f"<article><h1>The water rose</h1>{body}{PROSE}</article>"
    return f'<html lang="{language}"><head>{head}</head><body>{article}</body></html>'


SOURCES = [
    ("JSON-LD", '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-01-02"}</script>', ""),
    ("article:published_time", '<meta property="article:published_time" content="2026-01-03T10:00:00+01:00">', ""),
    ("parsely-pub-date", '<meta name="parsely-pub-date" content="2026-01-04">', ""),
    ("date near the headline", "", "<p>Published 5 January 2026</p>"),
]


@pytest.mark.parametrize("first", range(len(SOURCES)))
def test_the_order_of_sources(first: int) -> None:
    rest = SOURCES[first:]
    markup = html("".join(head for _, head, _ in reversed(rest)), "".join(body for _, _, body in rest))
    article = page(markup, url="https://example.org/2026/01/06/water")
    assert article.published == PartialDate(2026, 1, 2 + first)
    [(_, source)] = used(article, "published")
    assert source.startswith(rest[0][0])
    assert len([one for one in article.evidence if one.field == "published"]) >= len(rest) + 1


def test_the_path_of_the_url_is_believed_when_the_page_is_silent() -> None:
    article = page(html(), url="https://example.org/2026/01/06/water")
    assert used(article, "published") == [("2026-01-06", "path of the URL")]


def test_flags_fill_in_and_override_only_when_forced() -> None:
    markup = html('<meta property="article:published_time" content="2026-01-03">')
    flags: dict[str, Any] = {
        "date": PartialDate(2020, 5, 5),
        "author": ("Ada Obi",),
        "title": "Mine",
        "outlet": "Mine Times",
    }
    filled = page(markup, **flags)
    assert (filled.published, filled.authors, filled.outlet) == (PartialDate(2026, 1, 3), ("Ada Obi",), "Mine Times")
    assert filled.title == "The water rose"
    forced = page(markup, **flags, force_meta=True)
    assert (forced.published, forced.title) == (PartialDate(2020, 5, 5), "Mine")
    assert ("2026-01-03", False) in [(one.value, one.used) for one in forced.evidence if one.field == "published"]


def test_a_record_goes_before_what_the_text_says() -> None:
    builder = DraftBuilder()
    builder.add("The water rose.")
    builder.candidate("published", "2026-01-03", "byline", rank=Rank.BYLINE)
    builder.candidate("published", "2026-01-02", "field date", rank=Rank.RECORD)
    assert finished(builder.build()).published == PartialDate(2026, 1, 2)


@dataclass(frozen=True)
class Dated:
    words: str
    date: str | None
    note: str | None = None
    language: str = "en"


@pytest.mark.parametrize(
    "case",
    [
        Dated("03/04/2026", "2026", "ambiguous: 3 April or 4 March"),
        Dated("03/04/2026", "2026-03-04", language="en-US"),
        Dated("03/04/2026", "2026-04-03", language="en-GB"),
        Dated("03/04/2026", "2026-04-03", language="fr"),
        Dated("23/04/2026", "2026-04-23"),
        Dated("04/23/2026", "2026-04-23"),
        Dated("2026-02-30", None),
        Dated("31 February 2026", None),
        Dated("2199-01-01", None),
    ],
)
def test_dates_are_read_honestly(case: Dated) -> None:
    article = page(html(f'<meta name="date" content="{case.words}">', language=case.language))
    assert (str(article.published) if article.published else None) == case.date
    evidence = [one for one in article.evidence if one.source == "date"]
    assert [one.used for one in evidence] == [case.date is not None]
    if case.note:
        assert evidence[0].note == case.note


def test_an_ambiguous_date_is_settled_by_a_witness_that_agrees() -> None:
    markup = html('<meta name="date" content="03/04/2026">')
    assert page(markup, url="https://example.org/2026/03/04/water").published == PartialDate(2026, 3, 4)


def test_the_day_is_the_readers_not_greenwich_s() -> None:
    markup = html('<meta property="article:published_time" content="2026-03-05T02:10:00Z">', "<p>March 4, 2026</p>")
    assert page(markup, url="https://example.org/2026/03/04/water").published == PartialDate(2026, 3, 4)


def test_times_keep_their_zone() -> None:
    markup = html('<meta property="article:published_time" content="2026-03-05T02:10:00-05:00">')
    assert page(markup).published_at == "2026-03-05T02:10:00-05:00"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By KIM LEE and Ana Ortiz in Lima, Staff Writer | Oct. 2, 2020", ["Kim Lee", "Ana Ortiz"]),
        ("Staff", []),
        ("By EXAMPLE POST STAFF", []),
        ("admin", []),
        ("The Associated Press", ["The Associated Press"]),
        ("Smith, John", ["John Smith"]),
        ("Martin Luther King, Jr.", ["Martin Luther King Jr."]),
        ("Jane Doe, Health Editor", ["Jane Doe"]),
        ("Jane Doe, John Roe, Kim Lee", ["Jane Doe", "John Roe", "Kim Lee"]),
        ("Jane Doe and AP", ["Jane Doe"]),
        ("https://example.org/jane", []),
        ("Von Hans Müller und Eva Groß", ["Hans Müller", "Eva Groß"]),
        ("by Ana de Armas in New York and Bo Li in Beijing", ["Ana de Armas", "Bo Li"]),
        ("Jane Doe, PhD, RN", ["Jane Doe"]),
        ("October 2, 2020", []),
        ("", []),
        ("de la Cruz, María", ["María de la Cruz"]),
        ("van der Berg, Jan", ["Jan van der Berg"]),
        ("García Márquez, Gabriel", ["Gabriel García Márquez"]),
        ("King, Martin Luther, Jr.", ["Martin Luther King Jr."]),
        ("Davis, Sammy, Jr. and Martin, Dean", ["Sammy Davis Jr.", "Dean Martin"]),
        ("Müller, Karl-Heinz von der", ["Karl-Heinz von der Müller"]),
        ("New York, Jane Smith", ["New York", "Jane Smith"]),
        ("Jane Smith, Washington", ["Jane Smith"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Juan Rodríguez y García", ["Juan Rodríguez y García"]),
        ("Pedro Calderón de la Barca y Henao", ["Pedro Calderón de la Barca y Henao"]),
        ("Ana Pérez y Luis Gómez", ["Ana Pérez", "Luis Gómez"]),
        ("Ines y Ana", ["Ines", "Ana"]),
        ("Ana Pérez y EFE", ["Ana Pérez"]),
        ("Ana Pérez y Redacción", ["Ana Pérez"]),
        ("Department of Health and Social Care", ["Department of Health and Social Care"]),
        (
            "Department for Environment, Food and Rural Affairs",
            ["Department for Environment, Food and Rural Affairs"],
        ),
        (
            "Jane Smith, Department of Health and Social Care, London",
            ["Jane Smith", "Department of Health and Social Care"],
        ),
        ("Department of Health and Jane Smith", ["Department of Health", "Jane Smith"]),
        ("Ministry of Health and Ministry of Finance", ["Ministry of Health", "Ministry of Finance"]),
        ("Bill & Melinda Gates Foundation", ["Bill & Melinda Gates Foundation"]),
        ("Food and Drug Administration", ["Food and Drug Administration"]),
        ("Office for National Statistics", ["Office for National Statistics"]),
        ("Smith & Sons", ["Smith & Sons"]),
        ("Jane & Luis", ["Jane", "Luis"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe for The Example Post", ["Jane Doe"]),
    ],
)
def test_bylines(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


def test_an_outlet_is_no_author_of_itself() -> None:
    article = page(
        html('<meta property="og:site_name" content="Example Times"><meta name="author" content="Example Times">')
    )
    assert article.authors == ()


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The mayor resigned, the Hill reported.", None),
        ("The mayor resigned, according to People.", None),
        ("A Vox report says that the mayor resigned.", None),
        ("“I resign,” the mayor told Newsweek.", None),
        ("“I resign,” the mayor told Newsweek. He told Newsweek that he was tired.", "Newsweek"),
        ("The mayor resigned. Newsweek has contacted the mayor's office for comment.", "Newsweek"),
        ("The mayor resigned.\n\nAda Obi is a Newsweek senior reporter based in Leeds.", "Newsweek"),
        ("LONDON (AP) — The mayor resigned on Monday.", "Associated Press"),
        ("The mayor resigned. Bo Li is a reporter for the Guardian.", "The Guardian"),
    ],
)
def test_what_the_text_gives_away(text: str, outlet: str | None) -> None:
    assert plain(text).outlet == outlet


def test_the_writer_is_found_in_the_lines_about_the_writer() -> None:
    filler = "The water rose all night, and nobody on the quay had slept.\n\n" * 4
    assert plain(f"{filler}About the author\n\nAda Obi is a Newsweek reporter.").authors == ("Ada Obi",)


def test_a_date_at_the_head_of_a_text() -> None:
    assert plain(" date 2020-10-02 The water rose all night.").published == PartialDate(2020, 10, 2)
    assert plain("The water rose on 2 October 2020 and fell.").published is None


def test_the_host_of_a_picture_is_the_only_trace() -> None:
    text = "---\ntitle: T\nimage: https://i.dailymail.co.uk/1/x.jpg\ndate: 2020-09-30-07-42-47\n---\nThe water rose."
    article = plain(text)
    assert (article.outlet, str(article.published)) == ("Daily Mail", "2020-09-30")
    assert article.published_at == "2020-09-30T07:42:47"
    assert used(article, "outlet") == [("Daily Mail", "host of its picture")]


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\ntitle: Bomb",
        "title: Unbalanced: [ {",
        "!!python/object/apply:os.system ['true']",
        "- a\n- list",
    ],
)
def test_front_matter_runs_nothing_and_breaks_nothing(front: str) -> None:
    article = plain(f"---\n{front}\n---\nThe water rose.")
    assert article.text.endswith("The water rose.")


def test_of_damaged_front_matter_a_field_without_a_value_takes_none_from_the_next_line() -> None:
    article = plain("---\ntitle: Water: it rose\noutlet:\nauthor: Jane Roe\n---\nThe water rose.")
    assert (article.title, article.outlet, article.authors) == ("Water: it rose", None, ("Jane Roe",))


def test_toml_front_matter() -> None:
    article = plain('+++\ntitle = "T"\ndate = 2026-01-02\nauthor = "Ada Obi"\n+++\nThe water rose.')
    assert (article.title, article.authors, article.published) == ("T", ("Ada Obi",), PartialDate(2026, 1, 2))


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://Example.org/a?utm_source=x&id=1#top", "https://example.org/a?id=1"),
        ("https://web.archive.org/web/20200930074247/https://example.org/a", "https://example.org/a"),
        ("https://www.google.com/amp/s/example.org/a", "https://example.org/a"),
        ("https://example-org.cdn.ampproject.org/c/s/example.org/a", "https://example.org/a"),
        ("/relative", None),
        ("javascript:alert(1)", None),
        ("https://[bad", None),
        ("http://localhost/a", None),
    ],
)
def test_canonical_urls(url: str, clean: str | None) -> None:
    assert canonical(url) == clean


def test_archived_copies() -> None:
    copy = "https://web.archive.org/web/20200930074247/https://example.org/a"
    assert split_archive(copy) == ("https://example.org/a", copy, PartialDate(2020, 9, 30))
    article = page(html(), url=copy)
    assert (article.url, article.archive_url, article.archived) == (
        "https://example.org/a",
        copy,
        PartialDate(2020, 9, 30),
    )


def test_the_front_page_is_no_canonical_url() -> None:
    markup = html('<link rel="canonical" href="https://example.org/">')
    assert page(markup, url="https://example.org/a").url == "https://example.org/a"


def test_the_key_is_the_canonical_url() -> None:
    assert page(html('<link rel="canonical" href="https://example.org/a?utm_medium=x">')).key == "https://example.org/a"
    assert page(html()).key == "page"


def test_evidence_has_one_used_candidate_a_field_or_none() -> None:
    article = page(
        html('<meta name="author" content="Ada Obi"><meta property="og:site_name" content="E">'),
        url="https://a.example/b",
    )
    for field in ("title", "published", "outlet", "url", "language", "section"):
        assert len(used(article, field)) <= 1


def test_candidates_of_a_sidecar_go_before_the_page() -> None:
    from quotecli.read.html import draft_from_html
    from quotecli.read.metadata import finish
    from quotecli.read.options import ReadOptions

    said = MetaCandidate("title", "Sidecar", "sidecar title", Rank.RECORD)
    article = finish(draft_from_html(html()), options=ReadOptions(), source="/a", key="a", extra=[said])
    assert article.title == "Sidecar"


def test_a_text_without_a_language_tells_it() -> None:
    french = plain(
        "La maire a promis une nouvelle bibliothèque aux enfants du port. Elle a dit que les portes seraient ouvertes"
        " avant la fin de l'année, et que le quartier attendait depuis dix ans."
    )
    assert french.language == "fr"
    assert used(french, "language") == [("fr", "its words")]


def test_a_journals_volume_and_pages_are_kept_for_citing() -> None:
    names = {"journal_title": "Nature", "volume": "5", "issue": "2", "firstpage": "3", "lastpage": "9", "doi": "10.1/x"}
    article = page(html("".join(f'<meta name="citation_{name}" content="{value}">' for name, value in names.items())))
    source = Source.of_article(article)
    assert (source.outlet, source.volume, source.issue, source.pages) == ("Nature", "5", "2", "3-9")
    assert (source.doi, csl_item(source, id="x")["type"]) == ("10.1/x", "article-journal")


def test_the_name_of_a_site_is_its_outlets() -> None:
    names = {name: find_outlet(name) for name in ("Le Monde.fr", "Corriere.it", "Jane Roe.fr")}
    assert [one.name if one else None for one in names.values()] == ["Le Monde", "Corriere della Sera", None]


def test_an_article_of_a_substack_is_no_note() -> None:
    assert page(html(), url="https://tarn.substack.com/p/deep").media == "blog"


@pytest.mark.parametrize(
    ("head", "kind", "author", "year", "container"),
    [
        (
            {"authors": "Moss, I.; Reed, D.", "year": "2016", "journal_title": "Annals of Tarns", "volume": "3"},
            "article-journal",
            [{"family": "Moss", "given": "I."}, {"family": "Reed", "given": "D."}],
            2016,
            "Annals of Tarns",
        ),
        (
            {"author": "Moss, Ida", "cover_date": "2017", "dissertation_institution": "University of Tarn"},
            "webpage",
            [{"family": "Moss", "given": "Ida"}],
            2017,
            "University of Tarn",
        ),
    ],
)
def test_what_repositories_call_year_writers_and_institution(
    head: dict[str, str], kind: str, author: list[dict[str, str]], year: int, container: str
) -> None:
    metas = "".join(f'<meta name="citation_{name}" content="{value}">' for name, value in head.items())
    made = csl_item(Source.of_article(page(html(metas), url="https://tarn.example/9")), id="x")
    assert (made["type"], made["author"], made["container-title"]) == (kind, author, container)
    assert made["issued"]["date-parts"][0][0] == year
