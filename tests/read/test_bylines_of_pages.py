"""Bylines as pages print them in many countries: with posts, days, pictures' credits and embedded posts beside them."""

from __future__ import annotations

import pytest
from tests.read.pages import page, roles
from tests.read.reading import names_in

PROSE = (
    "<p>The ferry council voted on Tuesday night to keep the chain ferry for another ten years, against all advice.</p>"
    "<p>“It has carried us to every wedding,” said Nell Ferrow, who will stand at the rail again when it opens.</p>"
    "<p>The chain is to be renewed before the autumn, and the two landings are to have lamps that burn all night.</p>"
)


def story(lines: str, *, behind: str = "") -> str:
    return (
        f"<html><head><title>The ferry stays</title></head><body><article><h1>The ferry stays</h1>{lines}<div>{PROSE}"
        f"{behind}</div></article></body></html>"
    )


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Text: Tuva Brygga Bild: Olle Kaj", ["Tuva Brygga"]),
        ("Texto de Clara Bento. Fotografia de Rui Lemos", ["Clara Bento"]),
        ("Opracował: Zbigniew Mewa", ["Zbigniew Mewa"]),
        ("Haber: Defne Martı Giriş: 14 Şubat 2023 Salı 20:15", ["Defne Martı"]),
        ("By Ruth Tansley, harbour editor", ["Ruth Tansley"]),
        ("By Ruth Tansley , Lan Do on Thursday, March 7th, 2019 at 10:05 a.m.", ["Ruth Tansley", "Lan Do"]),
        ("Von Karl Berg Do, 3. Mai 2019", ["Karl Berg"]),
    ],
)
def test_names_in_bylines(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>By <a href='/rt'>Ruth Tansley</a>, harbour editor</p>", ("Ruth Tansley",)),
        ("<p>Af Karla Strand Foto: Mads Mole Offentliggjort d. 2. februar 2021 kl. 20.15</p>", ("Karla Strand",)),
        (
            "<p>Texto: Jimena Robledo / Fotos: Hugo Paz Martes, 7 de septiembre de 2021 | 22:40 h.</p>",
            ("Jimena Robledo",),
        ),
        ("<p>Opracował: Jan Mewa Data publikacji: 4 października 2021, 19:30</p>", ("Jan Mewa",)),
        ("<p>Hosted by Imogen Vale. Produced by Sal Brook.</p>", ("Imogen Vale",)),
        (
            "<p>Written by <b>Ruth Tansley</b><br>Fact-checked by <b>Bo Day</b><br>Photography by Jo Lund</p>",
            ("Ruth Tansley",),
        ),
        ("<p>Ruth Tansley @rtansley March 4, 2021, 9:15 PM | 2 min read</p>", ("Ruth Tansley",)),
        ("<p class='firma'>JIMENA ROBLEDO | Caleta</p>", ("Jimena Robledo",)),
    ],
)
def test_who_wrote_it_in_a_line_that_is_no_text(line: str, authors: tuple[str, ...]) -> None:
    read = page(story(line))
    assert read.authors == authors
    assert [role for role, _ in roles(read)].count("body") == 3


def test_a_sentence_that_begins_with_by_and_holds_a_day_names_nobody() -> None:
    line = "<p>By Election Day, 3 November 2020, nobody on either bank would speak of the ferry any more.</p>"
    assert page(story(line)).authors == ()


def test_the_author_of_an_embedded_post_is_not_the_articles() -> None:
    post = (
        "<div class='fb-post'><blockquote class='fb-xfbml-parse-ignore'><p>Friends of the chain, we did it tonight!</p>"
        "Posted by <a>Friends of the Ferry</a> on <a>Tuesday, March 2, 2021</a></blockquote></div>"
    )
    read = page(story("", behind=post))
    assert (read.authors, read.published) == ((), None)
    assert "Posted by Friends of the Ferry on Tuesday, March 2, 2021" in roles(read)[-1][1]
    assert roles(read)[-1][0] == "post"


def test_a_count_of_comments_is_no_writer() -> None:
    line = "<div class='entry-meta'>Posted in News on March 4, 2021 by <a>Ruth Tansley</a> • <a>3 Comments</a></div>"
    assert page(story(line)).authors == ("Ruth Tansley",)
