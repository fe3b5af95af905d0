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
MORE = (
    "The yard at Stenness has cast rudder posts since before there was a harbour, and it keeps the moulds in a loft.",
    "Nobody there could say on Monday what had made the crack, which was no longer than a thumb and as thin as a hair.",
    "A smaller boat will carry mail and medicine until the new post is cast, which may take all of the month.",
    "The council has asked for a second boat in each of the last nine years and has been told to wait for it.",
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
        ("<p>Posted on February 2, 2023 at 9:05 pm by Ann Roe</p>", ["Ann Roe"]),
        ("<p>2 février 2023 par Ann Roe</p>", ["Ann Roe"]),
        ("<p><a>Leave a Comment</a> / <a>News</a> / By <a>Ann Roe</a></p>", ["Ann Roe"]),
        ("<p><time>12.02.2020</time> <span class='author'>Von Wiebke Sander</span> <span>Lokales</span></p>",
         ["Wiebke Sander"]),
        ('<div class="autor">von <a></a> <span>am 20.06.2018</span></div>', []),
        ('<div class="autor">Prije 26 minuta</div>', []),
        ('<div class="firma">JULIA ARANDA / EFE 16 ABR 2013 - 08:00 CEST</div>', ["Julia Aranda"]),
        ('<a class="bigusername">grebefan</a>', ["grebefan"]),
    ],
)  # fmt: skip
def test_who_wrote_it(lines: str, authors: list[str]) -> None:
    assert list(page(story(lines)).authors) == authors


def test_the_number_of_comments_beside_the_day() -> None:
    assert str(page(story("<p>By Ann Roe / April 19, 2022 / <a>3 Comments</a></p>")).published) == "2022-04-19"


def test_parts_that_fold_are_parts_of_one_text() -> None:
    menu = "".join(f"<li><a href='/{number}'>Section {number}</a></li>" for number in range(40))
    folded = f"<details><summary>1. Apologies</summary><p>{MORE[0]}</p></details>"
    found = page(
        f"<html><head><title>{TITLE}</title></head><body><ul>{menu}</ul><main><h1>{TITLE}</h1>{folded}"
        f"<details open><summary>2. Rudder</summary>{PROSE * 2}{PROSE}</details></main></body></html>"
    )
    assert MORE[0] in found.text


def test_marks_that_stand_around_a_q_already() -> None:
    said = article(story(behind="<p>She wrote “<q>no</q>” in the book and <q>yes</q> in the other on Monday.</p>"))
    assert said[-1] == "She wrote “no” in the book and “yes” in the other on Monday."


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
        "<p>Have you been affected by this? Share your experiences by emailing quay@news.example.</p>",
        "<p>Do you have an opinion on the issues raised in this article? Write to letters@quay.example.</p>",
        "<p>Already subscribed? <a>Log in</a></p>",
        "<p>Want more? Get the Ledger's free newsletter.</p>",
        "<p>412 total views, 3 views today</p>",
        "<p><b>Media Contact:</b><br>Isla Rendall<br>isla@yard.example<br>+44 1856 000000</p>",
        "<h5>Se vuoi restare aggiornato sulle notizie iscriviti gratis alla <a>newsletter</a>. Ogni sabato.</h5>",
        '<div class="saboxplugin-wrap"><div>Hester sings second soprano and writes of it.</div></div>',
    ],
)  # fmt: skip
def test_lines_that_are_no_part_of_the_article(behind: str) -> None:
    assert article(story(behind=behind)) == list(SENTENCES)


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Mo Lind contributed reporting from Grebe Island.</p>",
        "<p>SOURCE Stenness Yard Ltd</p>",
        "<p><em>Della Corr is a reporter for the Grebe Courier and lives with two cats.</em></p>",
    ],
)
def test_lines_on_who_made_it_are_kept_apart_from_the_text(behind: str) -> None:
    found = roles(page(story(f"<p>{'</p><p>'.join(MORE)}</p>", behind)))
    assert found[-1][0] == "byline"
    assert [text for role, text in found if role == "body"] == [*MORE, *SENTENCES]


def test_a_byline_in_small_boxes_is_no_text() -> None:
    lines = (
        '<div class="byline-block"><div><div>Della Corr</div><div>Transport correspondent, Isle News</div></div></div>'
    )
    found = page(story(lines))
    assert article(story(lines)) == list(SENTENCES)
    assert found.authors == ("Della Corr",)


def test_a_portal_gives_way_to_where_the_article_first_appeared() -> None:
    credit = "<p><em>This article originally appeared on Grebe Herald: Ferry kept in port</em></p>"
    head = '<meta property="og:site_name" content="Yahoo News"></head>'
    found = page(story(behind=credit, title=TITLE).replace("</head>", head))
    assert found.outlet == "Grebe Herald"
    assert article(story(behind=credit)) == list(SENTENCES)


def test_an_old_page_whose_head_is_one_block_behind_a_long_menu() -> None:
    menu = "".join(f"<li><a href='/{number}'>Section {number}</a></li>" for number in range(40))
    found = page(
        f"<html><head><title>Grebe Courier Online: News: {TITLE}</title></head><body><ul>{menu}</ul><table><tr><td>"
        f"<span>{TITLE}</span><br>Ann Lowry<br>Courier Staff Writer<br>Saturday, April 19, 2003{PROSE}</td></table>"
    )
    assert (found.title, found.authors, str(found.published)) == (TITLE, ("Ann Lowry",), "2003-04-19")


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
