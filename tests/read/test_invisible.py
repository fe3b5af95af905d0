"""A quotation's words are those that a reader sees, whatever a page, a Word file or an e-mail has between letters."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from tests.read.reading import only_article, read_bytes

from quotecli.find import find_quotes
from quotecli.read.reader import article_from_text

TITLE = "Har\u00adbour plan\u200b"
TEXT = (
    "\u200b“The do\u00adna\u00adtions will\u00a0arrive\u200b on Mon\u2060day,” said Ma\u00adrian Holt\ufeff, the"
    " har\u00adbour master. \u202a“We are ready for 👩\u200d🚒,”\u202c she added."
)
WORDS = ["The donations will arrive on Monday,", "We are ready for 👩\u200d🚒,"]


def _page(text: str) -> bytes:
    head = f"<title>{TITLE}</title><meta name='author' content='To\u00adbias Lind'>"
    return f"<html><head>{head}</head><body><article><h1>{TITLE}</h1><p>{text}</p></article></body></html>".encode()


def _word(text: str) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def _mail(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = TITLE
    message.set_content(text)
    return message.as_bytes()


KINDS: dict[str, Callable[[str], bytes]] = {
    "a.html": _page,
    "a.docx": _word,
    "a.eml": _mail,
    "a.txt": lambda text: f"{TITLE}\n\n{text}".encode(),
    "a.md": lambda text: f"# {TITLE}\n\n*Today.* {text}".encode(),
}


@pytest.mark.parametrize("name", KINDS)
def test_quotations_are_the_words_a_reader_sees(tmp_path: Path, name: str) -> None:
    article = only_article(read_bytes(tmp_path, name, KINDS[name](TEXT)))
    found = find_quotes(article)
    assert [one.text.replace("\u00a0", " ") for one in found] == WORDS
    assert {one.speakers for one in found} == {("Marian Holt",)}
    assert article.title == "Harbour plan"
    assert all(article.text[one.start : one.end] == one.text for one in found)


def test_spaces_of_pages_and_word_files_are_plain(tmp_path: Path) -> None:
    for name in ("a.html", "a.docx"):
        assert "\u00a0" not in only_article(read_bytes(tmp_path, name, KINDS[name](TEXT))).text


def test_the_names_of_writers_are_what_a_reader_sees(tmp_path: Path) -> None:
    assert only_article(read_bytes(tmp_path, "a.html", _page(TEXT))).authors == ("Tobias Lind",)


def test_a_text_given_as_it_is_keeps_its_offsets_and_has_the_same_speakers(tmp_path: Path) -> None:
    text = f"\u200b\n\nFirst, \u00adthe har\u00adbour.\n\n\u200b {TEXT}\u200b"
    record = only_article(read_bytes(tmp_path, "a.jsonl", json.dumps({"id": "a", "text": text}).encode()))
    for article in (record, article_from_text(text)):
        assert article.text == text
        found = find_quotes(article)
        assert [one.text for one in found] == [
            "The do\u00adna\u00adtions will\u00a0arrive\u200b on Mon\u2060day,",
            "We are ready for 👩\u200d🚒,",
        ]
        assert {one.speakers for one in found} == {("Marian Holt",)}
        for one in found:
            paragraph = article.paragraphs[one.paragraph - 1]
            assert text[one.start : one.end] == one.text
            assert paragraph.start <= one.start < one.end <= paragraph.end
        assert found[0].said_as_span is not None
        assert text[slice(*found[0].said_as_span)] == "Ma\u00adrian Holt"
