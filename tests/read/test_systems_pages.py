"""What the content systems of the world print around an article: names, dates and lines that are no part of it."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles

TITLE = "Goats take over the island school"
PROSE = "<p>The goats came down at dawn and stayed in the yard until the bell rang twice that morning.</p>" * 3
SAID = "<p>“They ate the register,” said the head teacher, Nell Ferrow, when we rang her.</p>"

LISTED = """<script type="application/ld+json">{"@type":"Article","author":{"name":"Pia Lund"}}</script>
<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Pia Lund, Ansel Gray">"""


def story(lines: str = "", head: str = "", behind: str = "", lang: str = "en") -> str:
    return (
        f'<html lang="{lang}"><head><title>{TITLE}</title>{head}</head><body><main><article><h1>{TITLE}</h1>{lines}'
        f"{PROSE}{SAID}</article>{behind}</main></body></html>"
    )


@pytest.mark.parametrize(
    ("lines", "head", "authors"),
    [
        ("<p>Autor: Bożena Wójt-Mroź <span>28 lutego 2021, 12:40</span></p>", "", ["Bożena Wójt-Mroź"]),
        ("<p>Autora: Inés Quiral</p>", "", ["Inés Quiral"]),
        ("<p>Ein Bericht von Jörg Stein und Maike Peters</p>", "", ["Jörg Stein", "Maike Peters"]),
        ("<p>Propos recueillis par Yann Le Bihan</p>", "", ["Yann Le Bihan"]),
        ("<p>Texto: Lucía Peña / Fotos: Iván Gil</p>", "", ["Lucía Peña"]),
        ("<p>By Mae Stokes, Special to the Valley Voice</p>", "", ["Mae Stokes"]),
        ("<p>文・山本桜</p>", "", ["山本桜"]),
        ('<p class="byline">Flora Banks · 3 hours ago</p>', "", ["Flora Banks"]),
        ("<p>By Inés Quiral</p>", '<meta name="author" content="Super User">', ["Inés Quiral"]),
        ("", '<meta name="author" content="Nordlicht, Hannes Tied"><meta property="og:site_name" content="Nordlicht">',
         ["Hannes Tied"]),
        ("", LISTED, ["Pia Lund", "Ansel Gray"]),
        ("<p>By Pia Lund and Anna Gray</p>", '<meta name="author" content="Pia Lund">', ["Pia Lund", "Anna Gray"]),
        ("<p>By Pia Lund and Goat Foundation</p>", '<meta name="author" content="Pia Lund">', ["Pia Lund"]),
    ],
)  # fmt: skip
def test_who_wrote_it(lines: str, head: str, authors: list[str]) -> None:
    assert list(page(story(lines, head)).authors) == authors


@pytest.mark.parametrize(
    ("lines", "head", "published"),
    [
        ("<p>By Ann Roe | Oct. 3, 2021 4:05 p.m. ET</p><p>Updated Oct. 5, 2021 9:00 a.m. ET</p>", "", "2021-10-03"),
        ("<p>Gepubliceerd: 19 maart 2020, 14:32 | Laatst bijgewerkt: 20 maart 2020</p>", "", "2020-03-19"),
        ("<p>Ostatnia aktualizacja: 20 marca 2020</p><p>19 marca 2020</p>", "", "2020-03-19"),
        ('<time datetime="2022-01-04T13:30:00Z">Wed 5 Jan 2022 at 12:30am</time>',
         '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-01-04T13:30:00Z"}</script>',
         "2022-01-05"),
    ],
)  # fmt: skip
def test_when_it_came_out(lines: str, head: str, published: str) -> None:
    assert str(page(story(lines, head)).published) == published


def test_a_copy_of_the_wayback_machine() -> None:
    bar = '<div id="wm-ipp-base"><p>14 captures</p><p>6 Apr 2013 - 2 Jan 2020</p></div>'
    link = (
        '<link rel="canonical" href="https://web.archive.org/web/20130406112233/http://lochnews.example/2013/04/05/a/">'
    )
    markup = (
        story(head=link).replace(f"<title>{TITLE}", f"<title>{TITLE} | Loch News").replace("<main>", bar + "<main>")
    )
    found = page(markup)
    assert (str(found.published), found.outlet, found.url) == (
        "2013-04-05",
        "Loch News",
        "http://lochnews.example/2013/04/05/a/",
    )


def test_a_blog_whose_name_stands_before_the_title() -> None:
    found = page(
        "<html><head><title>Notes from the Weir: Goats again</title></head><body><h1>Notes from the Weir</h1>"
        f'<div class="post"><h3 class="post-title entry-title">Goats again</h3>{PROSE}'
        '<abbr itemprop="datePublished" title="2016-02-07T10:41:00+01:00">10:41</abbr></div></body></html>'
    )
    assert (found.title, found.outlet, str(found.published)) == ("Goats again", "Notes from the Weir", "2016-02-07")


@pytest.mark.parametrize(
    "behind",
    [
        '<div class="komentarze"><h3>Komentarze (2)</h3><p>„No wreszcie” – napisał ktoś, kto to widział.</p></div>',
        "<div><h3>Reacties (2)</h3><p>‘Een schande’, schreef iemand die het zelf had gezien.</p></div>",
        '<div class="leggi-anche"><p>«Mai più», promette il ministro di un altro paese, ieri sera.</p></div>',
        "<p>You are receiving this email because you said “yes” to us once.</p>",
        "<p>Already a subscriber? “Sign in,” as they say.</p>",
        "<p>2 min read</p>",
        '<h2><span class="mw-headline">Sources</span><span class="mw-editsection">[<a href="#">edit</a>]</span></h2>',
    ],
)
def test_what_is_no_part_of_the_article(behind: str) -> None:
    found = page(story(behind=behind))
    prose = " ".join(text for role, text in roles(found) if role in {"body", "list", "blockquote", "post", "subtitle"})
    assert "register" in prose
    assert not any(
        word in prose for word in ("wreszcie", "schande", "Mai più", "receiving", "subscriber", "min read", "[edit]")
    )
