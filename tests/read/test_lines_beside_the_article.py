"""Lines of themes, newsrooms and sites' software that stand among an article's paragraphs and are none."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles

PROSE = [
    "The ferry council voted on Tuesday night to keep the chain ferry for another ten years, against all advice.",
    "“It has carried us to every wedding,” said Nell Ferrow, who will stand at the rail again when it opens.",
    "The chain is to be renewed before the autumn, and the two landings are to have lamps that burn all night.",
]


def story(*, above: str = "", between: str = "", below: str = "", outside: str = "") -> list[str]:
    """Return the paragraphs that are read as the article's text."""
    first, *rest = (f"<p>{one}</p>" for one in PROSE)
    read = page(
        "<html><head><title>The ferry stays</title></head><body><article><h1>The ferry stays</h1>"
        f"{above}<div>{first}{between}{''.join(rest)}{below}</div></article>{outside}</body></html>"
    )
    return [text for role, text in roles(read) if role in {"body", "list", "subtitle", "note"}]


@pytest.mark.parametrize(
    "lines",
    [
        "<div><time>March 12, 2024</time></div><p>—</p><p>by</p><div class='author'>Hester Pell</div><p>in</p>",
        "<p>(dpa/lno)</p>",
        "<p>REDAZIONE</p>",
        "<div>Published in<a href='/w'>Wharf Review</a></div>",
        (
            "<figure><img src='f.jpg'><p>The ferry at its landing, before the flood of that spring.</p></figure>"
            "<div>The Harbour Press<br>Published Thursday, March 7, 2019 9:40AM EST</div>"
        ),
    ],
)
def test_lines_above_the_text(lines: str) -> None:
    assert story(above=lines) == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "Mit unserem Newsletter erhalten Sie die wichtigsten Nachrichten jeden Morgen in Ihr Postfach.",
        "Regístrate gratis para seguir leyendo",
        "Was this email forwarded to you? Sign up here.",
        "Have a story? Email our newsdesk at news@ferrypost.example or call 01555 010 011.",
        "Got a news tip? Get in touch with our reporters.",
        "ATENÇÃO: Comentários que faltem com o respeito serão apagados pelo moderador.",
        "All comments are held for moderation before they appear on this page.",
        '[button link="http://ferrypost.example/send" type="big"] Send us YOUR ferry picture[/button]',
        "[/caption]",
        "Views: 1,204",
        "Story continues below",
        "Topics: Ferries, Grebe",
        "The Ferry Post is an independent paper. If you value our work, please consider making a donation.",
        "Share or comment on this article: The ferry stays",
        "Tell us what YOU think…",
    ],
)
def test_lines_between_and_below_the_paragraphs(line: str) -> None:
    assert story(between=f"<p>{line}</p>", below=f"<p>{line}</p>") == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "Have a story to tell your grandchildren, she says, and they will sit still until the lamp goes out.",
        "Comments that he made on Monday about the moderate wing of the council were read out once more.",
        "She asked the neighbours to consider donating a chain, or as much of one as they could spare.",
        "[The chain] was never the trouble, as the keeper tells anybody who will listen to him.",
        "Mit dem Newsletter der Fähre hat sie nie etwas zu tun gehabt. „Den schreibt mein Bruder“, sagte sie.",
    ],
)
def test_sentences_stay(line: str) -> None:
    assert line in story(between=f"<p>{line}</p>")


def test_a_footer_in_another_language_is_no_text() -> None:
    line = "Prefeitura da Enseada - Rua das Velas, 11 - 00000-000 - Fone: (000) 2106-0000"
    assert story(outside=f"<div class='rodape'><div>{line}</div></div>") == PROSE


def test_a_cell_of_other_stories_at_the_end_is_no_text() -> None:
    cell = "<b>Related stories</b><br><a href='x'>The chain, a history</a> (10/30/03)<br><b>Poll</b><br>Should it stay?"
    read = page(
        "<html><head><title>The ferry stays</title></head><body><table><tr><td><h2>The ferry stays</h2>"
        f"{''.join(f'<p>{one}' for one in PROSE)}</td><td>{cell}</td></tr></table></body></html>"
    )
    assert [text for role, text in roles(read) if role == "body"] == PROSE


def test_a_gallerys_captions_are_kept_where_their_class_calls_them_so() -> None:
    slides = (
        "Painters at work on the landing, in the year of the long frost.",
        "The keeper's house as it was before the fire, seen from the quay.",
        "The chain that was hauled up in spring, with mussels upon it.",
    )
    boxes = "".join(f"<div><img src='1.jpg'><div class='gallery-caption'>{one}</div></div>" for one in slides)
    read = page(
        f"<html><head><title>The ferry in pictures</title></head><body><h1>The ferry in pictures</h1>{boxes}</body>"
    )
    assert [text for role, text in roles(read) if role == "caption"] == list(slides)


def test_a_credit_that_a_style_alone_parts_from_the_caption() -> None:
    figure = (
        "<figure><img src='f.jpg'><figcaption>Ferrow at the rail.<span>Jo Lund / The Post</span></figcaption></figure>"
    )
    read = page(
        "<html><head><title>The ferry stays</title></head><body>"
        f"<h1>The ferry stays</h1>{figure}<p>{PROSE[0]}</p></body></html>"
    )
    assert ("caption", "Ferrow at the rail. Jo Lund / The Post") in roles(read)
