"""Dates as pages print them in many countries, and what stands in the same line."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles

PROSE = (
    "<p>The ferry council voted on Tuesday night to keep the chain ferry for another ten years, against all advice.</p>"
    "<p>“It has carried us to every wedding,” said Nell Ferrow, who will stand at the rail again when it opens.</p>"
    "<p>The chain is to be renewed before the autumn, and the two landings are to have lamps that burn all night.</p>"
)
DENSE = (
    "<p>渡船议会周二晚间决定，铁链渡船将继续运行十年，市民对此反应热烈，码头上挤满了人。</p>"
    "<p>议会主席马静安说：“每一场婚礼都是它载我们去的。”</p>"
)


def story(line: str, *, lang: str = "", head: str = "", prose: str = PROSE) -> str:
    return (
        f'<html lang="{lang}"><head><title>The ferry stays</title>{head}</head><body><article><h1>The ferry stays</h1>'
        f"{line}<div>{prose}</div></article></body></html>"
    )


@pytest.mark.parametrize(
    ("line", "lang", "day"),
    [
        ("<p>03/04/21 9:15 PM EST</p>", "en", "2021-03-04"),
        ("<p>03/04/2021 at 9:15 p.m. PDT</p>", "", "2021-03-04"),
        ("<p>03/04/21 9:15 PM EST</p>", "en-GB", "2021-04-03"),
        ("<p>03/04/21 21:15</p>", "en", "2021"),
        ("<p>21/03/04 08:15</p>", "ja", "2021-03-04"),
        ("<p>21-03-04</p>", "zh-TW", "2021-03-04"),
        ("<p>21/03/04</p>", "fr", "2004-03-21"),
        ("<p>Martes, 7 de septiembre de 2021 | Caleta de la Sal y del Norte | 22:40 h.</p>", "es", "2021-09-07"),
        ("<p>Nell Ferrow<br>@nferrow<br>Caleta del Norte Chico, 07/09/2021 a las 22:40h.</p>", "es", "2021-09-07"),
        ("<p>Von Karl Berg am 01.09.2021, 22:40 Uhr | Lesezeit: 3 Min.</p>", "de", "2021-09-01"),
        ("<p>Argued October 9, 2018. Decided March 4, 2019.</p>", "", "2019-03-04"),
        ("<p>Mise en ligne : 3 avril 2021</p>", "fr", "2021-04-03"),
    ],
)
def test_days_in_lines(line: str, lang: str, day: str) -> None:
    assert str(page(story(line, lang=lang)).published) == day


def test_a_year_goes_first_where_the_text_is_chinese_though_the_page_names_no_language() -> None:
    read = page(story("<p>21/03/04 08:15 来源：灯塔周刊</p>", prose=DENSE))
    assert (str(read.published), read.language) == ("2021-03-04", "zh")


def test_a_moment_with_seconds_of_one_figure_is_in_greenwich_as_others_are() -> None:
    head = '<meta property="article:published_time" content="2020-12-05T23:15:0Z">'
    head += '<meta itemprop="datePublished" content="2020-12-06">'
    head += '<meta property="article:modified_time" content="2020-12-05T23:15:0Z">'  # no witness of when it came out
    read = page(story("<p>6 dicembre 2020</p>", lang="it", head=head))
    assert str(read.published) == "2020-12-06"


def test_an_hour_without_a_zone_in_other_metadata_tells_the_readers_day() -> None:
    head = '<meta name="parsely-pub-date" content="2021-03-05T02:15:00Z">'
    head += '<meta name="sailthru.date" content="2021-03-04 21:15">'
    assert str(page(story("", head=head)).published) == "2021-03-04"
    same = head.replace("2021-03-04 21:15", "2021-03-04 21:52")
    assert str(page(story("", head=same)).published) == "2021-03-05"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Von Karl Berg am 01.09.2021, 22:40 Uhr | Lesezeit: 3 Min.</p>",
        "<p>Tue 11 Oct 2022 20.10 BST<br>First published on Tue 11 Oct 2022 09.00 BST</p>",
        "<p>7 de septiembre de 2021, 22:40 h.</p>",
        "<p>2022年11月8日 21時30分 更新：2022年11月9日 6時00分</p>",
    ],
)
def test_a_line_that_tells_when_is_no_text(line: str) -> None:
    assert [role for role, _ in roles(page(story(line)))].count("body") == 3


def test_what_was_changed_in_japanese() -> None:
    read = page(story("<p>2022年11月8日 21時30分 更新：2022年11月9日 6時00分</p>", lang="ja"))
    assert (str(read.published), str(read.updated)) == ("2022-11-08", "2022-11-09")
