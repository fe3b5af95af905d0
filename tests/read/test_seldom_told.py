"""What few documents tell, and where: each rule by one document that needs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.read.pages import page, used
from tests.read.reading import only_article, read_bytes

from quotecli.core.types import Role
from quotecli.read.metadata.dates import date_in_path, parse_date

PROSE = "<p>The water rose all night, and nobody on the quay had slept when the morning came at last.</p>" * 40
TEXT = "The water rose all night, and nobody on the quay slept."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1601625600", "2020-10-02"),
        ("1601625600123", "2020-10-02"),
        ("2020年10月2日", "2020-10-02"),
        ("2020년 10월 2일 09:30", "2020-10-02"),
        ("2020年13月40日", None),
        ("20201399", None),
        ("99/99/2020", None),
    ],
)
def test_dates_in_numbers(text: str, date: str | None) -> None:
    found = parse_date(text)
    assert (str(found.date) if found else None) == date


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("/ann/status/1311892190680014849", "2020-10-02"),
        ("/2020/oct/02/rain", "2020-10-02"),
        ("/2020/10/rain", "2020-10"),
        ("/2020/rain", None),
    ],
)
def test_dates_in_paths(path: str, date: str | None) -> None:
    found = date_in_path(path)
    assert (str(found) if found else None) == date


def ld(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def test_a_film_is_as_old_as_its_upload() -> None:
    article = page(f"<head>{ld(**{'@type': 'VideoObject'}, name='Rain', uploadDate='2020-10-02')}</head>{PROSE}")
    assert str(article.published) == "2020-10-02"


def test_a_blogs_posting_and_its_address_by_its_id() -> None:
    said = {"@type": "BlogPosting", "headline": "Rain", "mainEntityOfPage": {"@id": "https://tarn.example/rain"}}
    article = page(f"<head>{ld(**said)}</head>{PROSE}", url="")
    assert (article.media, article.url) == ("blog", "https://tarn.example/rain")


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ('<script>var x = {"publishedAt":"2020-10-02T10:00:00Z"};</script>', "script: publishedAt"),
        ('<meta property="og:image" content="https://tarn.example/2020/10/02/a.jpg">', "path of its picture"),
    ],
)
def test_the_last_resorts_for_a_date(head: str, source: str) -> None:
    article = page(f"<head>{head}</head><body><h1>Rain</h1>{PROSE}</body>")
    assert used(article, "published") == [("2020-10-02", source)]


def test_what_stands_between_the_headline_and_the_text() -> None:
    front = (
        '<div class="share"><a href="/x">Share this with others</a></div><p class="standfirst">Nobody slept.</p>'
        "<figure><img src=a><figcaption>The quay at four in the morning</figcaption></figure><p>By Ann Roe</p>"
    )
    head = "<title>Rain at last on Tarn</title>"
    markup = (
        f"<head>{head}</head><body><div><h1>Rain at last on Tarn</h1>{front}</div><article>{PROSE}</article></body>"
    )
    article = page(markup)
    found = {article.text[one.start : one.end]: one.role for one in article.paragraphs}
    assert found["Nobody slept."] is Role.SUBTITLE
    assert found["The quay at four in the morning"] is Role.CAPTION
    assert found["By Ann Roe"] is Role.BYLINE
    assert article.authors == ("Ann Roe",)


def test_the_footers_copyright_names_the_site_at_the_end_of_the_title() -> None:
    markup = f"<head><title>Rain at last - Tarnside</title></head><body>{PROSE}<footer>© 2020 Tarnside</footer></body>"
    assert page(markup, url="https://t.example/a").outlet == "Tarnside"


def test_navigation_by_its_role_is_no_text() -> None:
    article = page(f'<body><div role="navigation"><p>Here is where to go on, please.</p></div>{PROSE}</body>')
    assert "go on" not in article.text


def test_lines_set_as_they_are_stay_lines() -> None:
    article = page(f"<body>{PROSE}<pre>Rain, he said,\nis no news.</pre></body>")
    assert "Rain, he said,\nis no news." in article.text


def test_the_address_in_brackets_behind_a_feeds_author(tmp_path: Path) -> None:
    item = (
        f"<item><title>Rain</title><author>ann@tarn.example (Ann Roe)</author><description>{TEXT}</description></item>"
    )
    feed = f'<rss version="2.0"><channel><title>Tarn</title>{item}</channel></rss>'
    assert only_article(read_bytes(tmp_path, "a.rss", feed)).authors == ("Ann Roe",)


def test_apples_mail_has_its_length_in_front(tmp_path: Path) -> None:
    mail = f"From: Ann Roe <a@b.example>\nSubject: Rain\nDate: Fri, 2 Oct 2020 10:00:00 +0000\n\n{TEXT}\n"
    article = only_article(read_bytes(tmp_path, "a.emlx", f"{len(mail)}\n{mail}"))
    assert (article.title, article.authors, str(article.published)) == ("Rain", ("Ann Roe",), "2020-10-02")


@pytest.mark.parametrize(
    ("sender", "outlet", "authors"),
    [
        ("The Guardian <morning@theguardian.example>", "The Guardian", ("Ann Roe",)),
        ("Reuters <daily@mail.example>", "Reuters", ("Ann Roe",)),
        ("The Tarn Gazette <news@tarn.example>", "The Tarn Gazette", ("Ann Roe",)),
        ("Bea Moss <bea@tarn.example>", None, ("Bea Moss",)),
        ("Emily Post <emily@tarn.example>", None, ("Emily Post",)),
    ],
)
def test_a_paper_that_sends_a_letter_is_its_outlet(
    tmp_path: Path, sender: str, outlet: str | None, authors: tuple[str, ...]
) -> None:
    mail = f"From: {sender}\nSubject: Rain\nDate: Fri, 2 Oct 2020 10:00:00 +0000\n\nBy Ann Roe\n\n{TEXT}\n"
    article = only_article(read_bytes(tmp_path, "a.eml", mail))
    assert (article.outlet, article.authors) == (outlet, authors)


def test_proquests_publication_info(tmp_path: Path) -> None:
    lines = [
        "Title: Rain at last",
        "Publication info: The Tarn Herald ; Tarn (UK) [Tarn (UK)]. 02 Oct 2020: 14.",
        f"Full text: {TEXT}",
        "ProQuest document ID: 123456",
    ]
    article = only_article(read_bytes(tmp_path, "a.txt", "\n\n".join(lines)))
    assert (article.outlet, str(article.published)) == ("The Tarn Herald", "2020-10-02")


def test_a_text_in_paragraphs_and_a_time_no_calendar_has(tmp_path: Path) -> None:
    record = {"text": [TEXT, "It fell."], "date": 9999999999999, "feedback": "none"}
    article = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps(record)))
    assert article.text == f"{TEXT}\n\nIt fell."
    assert article.published is None


def test_what_front_matter_says_a_note_is(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.md", f"---\ntitle: Rain\ntype: press-release\n---\n{TEXT}"))
    assert article.media == "press release"


def test_a_release_wires_page_is_a_press_release() -> None:
    assert page(PROSE, url="https://www.prnewswire.com/rain.html").media == "press release"
