"""What old blogs, forums, frames and print views write around an article, and lines of today's systems seldom met."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles

TITLE = "Second crack keeps the ferry in port"
SENTENCES = (
    "The ferry was tied up for a ninth day on Monday after engineers found a second crack in her rudder post.",
    "“We are not going to gamble with a load of sheep,” said Ingrid Hallam, who runs the line from the quay.",
    "Shopkeepers on the island said that they had milk until Wednesday, and would do without it after that.",
)
PROSE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def story(lines: str = "", behind: str = "", *, title: str = f"{TITLE} - The Quay", lang: str = "en") -> str:
    return (
        f'<html lang="{lang}"><head><title>{title}</title></head><body><article><h1>{TITLE}</h1>{lines}'
        f"<div>{PROSE}{behind}</div></article></body></html>"
    )


def article(markup: str) -> list[str]:
    return [text for role, text in roles(page(markup)) if role not in {"headline", "byline"}]


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        (f"The Quay Notebook &raquo; Blog Archive &raquo; {TITLE}", "The Quay Notebook"),
        (f"Quay Forum :: View topic - {TITLE}", "Quay Forum"),
        ("Grebe Courier :: Printer friendly version", "Grebe Courier"),
        (f"{TITLE} - Grebe Islanders' Forum", "Grebe Islanders' Forum"),
    ],
)
def test_the_title_that_software_makes(title: str, outlet: str) -> None:
    found = page(story(title=title))
    assert (found.title, found.outlet) == (TITLE, outlet)


def test_a_site_before_the_title_is_the_one_whose_host_it_is() -> None:
    markup = story(title=f"Grebe Notebook - {TITLE}")
    assert page(markup, url="http://www.grebenotebook.example/2009/ferry.html").outlet == "Grebe Notebook"
    assert page(markup, url="http://www.another.example/2009/ferry.html").outlet == "another.example"


def test_a_page_of_frames_says_in_noframes_what_it_holds() -> None:
    found = page(
        '<html><head><title>The Weir Weekly</title></head><frameset cols="150,*"><frame src="menu.html"><noframes>'
        f"<body><h1>{TITLE}</h1><p><i>by Cora Blythe, 3 March 1999</i></p>{PROSE}</body></noframes></frameset></html>"
    )
    assert [text for role, text in roles(found) if role == "body"] == list(SENTENCES)
    assert (found.title, found.authors, str(found.published)) == (TITLE, ("Cora Blythe",), "1999-03-03")
    assert found.outlet == "The Weir Weekly"


def test_a_headline_in_bold_with_its_writer_below_it_in_one_paragraph() -> None:
    found = page(
        "<html><head><title>Grebe Courier - Local news - page 4</title></head><body><p><font size=5><b>"
        f"{TITLE}</b></font><br><b>By MAGNUS TWATT</b><br><i>Courier Staff</i></p>{PROSE}</body></html>"
    )
    assert [text for role, text in roles(found) if role == "body"] == list(SENTENCES)
    assert found.authors == ("Magnus Twatt",)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Submitted by jwhitlow on Tue, 07/08/2014 - 13:45", "2014-07-08"),
        ("Posted Thursday, 07/08/2014 at noon", "2014-08-07"),
        ("Posted 07/08/2014 at noon", "2014"),
    ],
)
def test_the_day_of_the_week_tells_day_from_month(written: str, published: str) -> None:
    assert str(page(story(f"<p>{written}</p>")).published) == published


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("<div>Submitted by jwhitlow on Tue, 07/08/2014 - 13:45</div>", ["jwhitlow"]),
        ("<div><span>Joost van der Meulen</span> <span>16 May 2023, 13:03</span></div>", ["Joost van der Meulen"]),
        ("<div><span>Virginia Beach, 14 May 2021</span></div>", []),
        ("<div><span>14 May 2019, 11:05</span> <span>Автор: Ирина Лугова</span> <span>Просмотров: 12</span></div>",
         ["Ирина Лугова"]),
        ('<div class="autor">von <a></a> <span>am 20.06.2018</span></div>', []),
        ('<div class="autor">Prije 26 minuta</div>', []),
        ('<div class="firma">JULIA ARANDA / EFE 16 ABR 2013 - 08:00 CEST</div>', ["Julia Aranda"]),
        ('<a class="bigusername">grebefan</a>', ["grebefan"]),
    ],
)  # fmt: skip
def test_who_wrote_it(lines: str, authors: list[str]) -> None:
    assert list(page(story(lines)).authors) == authors


def test_a_writer_whom_a_class_names_below_the_article() -> None:
    signed = '<div class="author"><span>Elsa Norrby</span><a href="mailto:e@post.example">e@post.example</a></div>'
    assert page(story(behind=signed)).authors == ("Elsa Norrby",)


@pytest.mark.parametrize("house", ["Associated Press", "Grebe Tribune", "Kevin Johnson and Ann McCoy USA TODAY"])
def test_whom_the_writer_writes_for_is_no_text(house: str) -> None:
    assert article(story(f"<div><a>Della Corr</a></div><div>{house}</div><p>1 May 2022</p>")) == list(SENTENCES)


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Ann Roe can be reached at 555-0142 or roe@post.example.</p>",
        "<p>Reach the reporters on Twitter at http://twitter.com/a and http://twitter.com/b.</p>",
        "<p>Follow reporter Della Corr on Twitter: @dcorr.</p>",
        "<p>Article's URL: http://www.post.example/ci_11532<br>Copyright 2009 Grebe Courier.</p>",
        "<div>__________________<br>Never trust a thumb, as my father said.</div>",
        "<p>（编辑：周明）</p>",
        "<p>Фото: Анна Лис</p>",
        "<p>Kaynak: Sisli Ajans</p>",
        "<p>Subscreva as newsletters do Correio da Pedra e receba o melhor da atualidade.</p>",
        "<p>This post may contain affiliate links. See our disclosure policy for details.</p>",
        '<p class="postmetadata">This entry was posted on Tuesday, March 4th, 2008 at 9:14 pm and filed in Boats.</p>',
        "<h2>More in Shipping</h2>",
        "<h2>Written by Peter Cole</h2><p>42 Followers</p><p>Grocer, who writes when the shop is shut.</p>",
        '<div class="post-terms">in Wildlife</div>',
    ],
)  # fmt: skip
def test_lines_that_are_no_part_of_the_article(behind: str) -> None:
    assert article(story(behind=behind)) == list(SENTENCES)


def test_where_readers_are_sent_within_a_report_is_its_text() -> None:
    told = "“Call us before you sail,” the harbour office said. It can be reached at 555-0142 or quay@harbour.example."
    assert article(story(behind=f"<p>{told}</p>")) == [*SENTENCES, told]


def test_a_post_that_ends_with_a_quotation_keeps_its_marks() -> None:
    words = "The count has ended. “You can count to forty with two rangers,” she said. “Beyond that you write fiction.”"
    found = page(
        '<html><head><meta property="og:title" content="Oona Feld (@oona@fell.example)">'
        f'<meta property="og:description" content="{words}"></head><body></body></html>'
    )
    assert found.text == words
