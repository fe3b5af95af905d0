"""Dates that documents tell roughly, beside another date, or of something else than themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.reading import only_article, read_bytes

from quotecli.read.metadata.dates import parse_date

BODY = (
    "The tarn is deeper than it was, they say, and nobody has measured it since the port was built below it.",
    "The council will look at it again in spring, when the water is lower than it is today.",
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("May/June 2019", "2019-05"),
        ("May–June 2019", "2019-05"),
        ("July and August 2019", "2019-07"),
        ("December/January 2020", "2019-12"),
        ("Winter 2019", "2019"),
        ("Winter 2018/19", "2018"),
        ("Frühjahr 2019", "2019"),
        ("c. 1890", "1890"),
        ("circa 1890", "1890"),
    ],
)
def test_rough_dates(text: str, date: str, tmp_path: Path) -> None:
    found = parse_date(text)
    assert found
    assert str(found.date) == date
    for line in (text, f"Date: {text}"):
        head = f"The tarn is to be measured again\nBy Tom Ek\n{line}"
        article = only_article(read_bytes(tmp_path, "a.txt", "\n\n".join((head, *BODY))))
        assert (article.title, str(article.published)) == ("The tarn is to be measured again", date)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("令和4年3月8日", "2022-03-08"),
        ("令和元年5月1日", "2019-05-01"),
        ("昭和64年1月7日", "1989-01-07"),
        ("民國111年3月8日", "2022-03-08"),
        ("8 มีนาคม พ.ศ. 2565", "2022-03-08"),
        ("8 มี.ค. 2565", "2022-03-08"),
        ("۲ تیر ۱۳۹۹", "2020-06-22"),
        ("1399/12/30", "2021-03-20"),  # of a leap year
        ("1 فروردین 1404", "2025-03-21"),
        ("الجمعة 24 نيسان / أبريل 2020", "2020-04-24"),
    ],
)
def test_days_of_other_calendars(text: str, date: str, tmp_path: Path) -> None:
    found = parse_date(text)
    assert found
    assert str(found.date) == date
    article = only_article(read_bytes(tmp_path, "a.html", page(f"<div>{text}</div>")))
    assert str(article.published) == date


@pytest.mark.parametrize("text", ["令和4年13月8日", "31 مهر 1399", "1399/13/01", "30 กุมภาพันธ์ 2565", "1250/01/01"])
def test_days_that_no_other_calendar_has(text: str) -> None:
    assert parse_date(text) is None


def test_a_year_within_a_line_is_no_rough_date() -> None:
    assert parse_date("In Winter 2019 nobody came") is None


def page(lines: str) -> str:
    return f"<title>Tarn</title><article><h1>The tarn measured</h1>{lines}<p>{'</p><p>'.join(BODY)}</p></article>"


def test_a_line_of_both_dates_tells_both(tmp_path: Path) -> None:
    line = "Sat, Feb 2, 2019, 01:00 Updated: Sun, Feb 3, 2019, 12:00"
    text = "\n\n".join((f"The tarn is to be measured again\nBy Tom Ek\n{line}", *BODY))
    for article in (
        only_article(read_bytes(tmp_path, "a.html", page(f"<p class='dates'>{line}</p>"))),
        only_article(read_bytes(tmp_path, "a.txt", text)),
    ):
        assert (str(article.published), str(article.updated)) == ("2019-02-02", "2019-02-03")


def test_a_day_in_a_list_is_not_the_pages(tmp_path: Path) -> None:
    listed = "<ul><li>The tarn is deep.<ul><li>Speech (2 March 1990)</li><li>2 March 1991</li></ul></li></ul>"
    assert only_article(read_bytes(tmp_path, "a.html", page(listed))).published is None


@pytest.mark.parametrize("line", ["FOR IMMEDIATE RELEASE: March 3, 2019", "For Immediate Release – 3 March 2019"])
def test_the_date_of_a_press_release(line: str, tmp_path: Path) -> None:
    head = f"{line}\nThe tarn is to be measured again"
    article = only_article(read_bytes(tmp_path, "a.txt", "\n\n".join((head, *BODY))))
    assert (article.title, str(article.published)) == ("The tarn is to be measured again", "2019-03-03")
    assert article.media == "press release"
