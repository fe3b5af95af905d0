"""Transcripts that are set as tables, in Word, on pages and in Markdown: each row is a turn."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from tests.read.reading import only_article, paragraphs, read_bytes

from quotecli.find import find_quotes

TURNS = [
    ("Wim van Dekken", "Why do we need cold water, in a town with two heated pools?"),
    ("Petra Marlow", "Because warm water never taught anybody anything, and certainly not to swim."),
    ("Wim van Dekken", "Really?"),
    ("Petra Marlow", "Really. Ask the children."),
]
HEADS: dict[str, tuple[str, ...]] = {
    "none": (),
    "times": (),
    "named": ("Speaker", "Transcript"),
    "named, times": ("Time", "Speaker", "Text"),
}


def rows_of(kind: str, turns: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    timed: list[tuple[str, ...]] = [
        (f"00:0{at}:10", *turn) if "times" in kind else turn for at, turn in enumerate(turns)
    ]
    return [HEADS[kind], *timed] if HEADS.get(kind) else timed


def word(rows: list[tuple[str, ...]]) -> bytes:
    document = Document()
    document.add_heading("A talk by the water", 0)
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("The tape ends here.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def html(rows: list[tuple[str, ...]]) -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = "<title>A talk by the water</title><body><h1>A talk by the water</h1>"
    return f"{head}<table>{cells}</table><p>The tape ends here.</p></body>".encode()


def markdown(rows: list[tuple[str, ...]]) -> bytes:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(
        ["# A talk by the water", "", lines[0], "|" + "---|" * len(rows[0]), *lines[1:], "", "The tape ends here."]
    ).encode()


@pytest.mark.parametrize(("name", "made"), [("a.docx", word), ("a.html", html)])
@pytest.mark.parametrize("kind", HEADS)
def test_each_row_is_a_turn(tmp_path: Path, name: str, made: object, kind: str) -> None:
    assert callable(made)
    article = only_article(read_bytes(tmp_path, name, made(rows_of(kind, TURNS))))
    texts = paragraphs(article)
    assert texts[-5:] == [*(f"{speaker}: {words}" for speaker, words in TURNS), "The tape ends here."]
    assert [(one.speakers, one.text) for one in find_quotes(article)][:4] == [((who,), words) for who, words in TURNS]


def test_a_table_of_markdown(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.md", markdown(rows_of("named", TURNS))))
    assert [(one.speakers, one.text) for one in find_quotes(article)][:4] == [((who,), words) for who, words in TURNS]


@pytest.mark.parametrize(
    "rows",
    [
        [("Ferry", "10.15"), ("Boat", "11.15"), ("Ferry", "12.15")],
        [("Tarn", "It is deep."), ("Mere", "It is shallow."), ("Lough", "It is long.")],
        [("Said on Monday, in the hall", "We will not go, they said."), ("Ann", "No."), ("Ann", "No, never again.")],
        [("Ann Lee", "Yes, we will.", "1"), ("Ann Lee", "No, we won’t.", "x")],
    ],
)
@pytest.mark.parametrize(("name", "made"), [("a.docx", word), ("a.html", html)])
def test_other_tables_stay_as_they_are(tmp_path: Path, rows: list[tuple[str, ...]], name: str, made: object) -> None:
    assert callable(made)
    text = only_article(read_bytes(tmp_path, name, made(rows))).text
    assert not any(f"{row[0]}: " in text for row in rows)
    assert all(cell in text for row in rows for cell in row)


def test_a_turn_of_several_paragraphs(tmp_path: Path) -> None:
    cells = "".join(
        f"<tr><td>{who}</td><td><p>{words}</p><p>And so on, <b>as ever</b>.</p></td></tr>" for who, words in TURNS
    )
    page = f"<title>Talk</title><body><h1>Talk</h1><table>{cells}</table></body>"
    texts = paragraphs(only_article(read_bytes(tmp_path, "a.html", page)))
    assert texts[1:3] == [f"{TURNS[0][0]}: {TURNS[0][1]}", "And so on, as ever."]


@pytest.mark.parametrize("named", ["swimmer77 wrote:", "Originally posted by swimmer77", "swimmer77 schrieb:"])
def test_whom_a_forum_quotes(tmp_path: Path, named: str) -> None:
    posts = "<p>Has anybody heard of it, and what do the people of the town say about the ferry?</p>" * 3
    page = (
        f"<title>The ferry</title><body><h1>The ferry</h1>{posts}<blockquote><cite>{named}</cite><p>They will close it"
        " before the winter.</p></blockquote><p>So it is, I am afraid, and nobody will tell us why.</p></body>"
    )
    found = find_quotes(only_article(read_bytes(tmp_path, "a.html", page)))
    assert [one.said_as for one in found] == ["swimmer77"]


def test_a_byline_in_small_letters(tmp_path: Path) -> None:
    page = (
        "<title>The ferry</title><body><article><h1>The ferry</h1><p class='byline'>by Jane Roe, Political Editor</p>"
        "<p>The ferry will close before the winter, and nobody on the island has been told why it should.</p>"
        "<p class='by-the-sea'>by Tom Pell, who rows, there is another boat.</p></article></body>"
    )
    assert only_article(read_bytes(tmp_path, "a.html", page)).authors == ("Jane Roe",)


def definitions(turns: list[tuple[str, str]]) -> str:
    listed = "".join(f"<dt>{name}</dt><dd><p>{words}</p></dd>" for name, words in turns)
    title = "A talk by the water"
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><dl>{listed}</dl></body></html>"


def test_a_definition_list_of_speakers_is_a_transcript(tmp_path: Path) -> None:
    found = paragraphs(only_article(read_bytes(tmp_path, "talk.html", definitions(TURNS))))
    assert [f"{name}: {words}" for name, words in TURNS] == found[-len(TURNS) :]


def test_a_list_of_what_words_mean_stays_as_it_is(tmp_path: Path) -> None:
    meanings = [("Weir", "A low dam across a river."), ("Lock", "A chamber for boats."), ("Quay", "A landing place.")]
    assert "Weir:" not in only_article(read_bytes(tmp_path, "words.html", definitions(meanings))).text
