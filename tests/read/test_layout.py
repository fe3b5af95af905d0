"""PDF: reading order over columns, paragraphs, hyphens, running heads, pages."""

from __future__ import annotations

import sys
import textwrap
import zlib
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.read.reading import only_article, only_error, paragraphs, read_bytes

from quotecli.core.types import Article, Role
from quotecli.read import Bounds
from quotecli.read.office import pdf
from quotecli.read.printed.layout import Line, blocks, columns, join_lines, running_heads

fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes the files")
pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

WORDS = (
    "the minister said that nothing would change before parliament returned in autumn although several international"
    " organisations had warned repeatedly about consequences for harbour towns along our northern coast where people"
    " wait each spring with growing anger because no canal was ever finished and every promise broken since"
).split()


def sentence(number: int, words: int = 40) -> str:
    """Return a sentence of its own for each number."""
    picked = Random(number).choices(WORDS, k=words)
    return f'Number {number} "is {" ".join(picked)}" she said.'


def made(lines: Any = None, **options: Any) -> Any:
    document = fpdf.FPDF(**options)
    document.set_font("Times", size=11)
    return document


def read_pdf(folder: Path, document: Any) -> Article:
    return only_article(read_bytes(folder, "a.pdf", bytes(document.output())))


def test_paragraphs_parted_by_space(tmp_path: Path) -> None:
    document = made()
    document.add_page()
    for number in range(5):
        document.multi_cell(0, 5, sentence(number))
        document.ln(4)
    assert paragraphs(read_pdf(tmp_path, document)) == [sentence(number) for number in range(5)]


def test_paragraphs_parted_by_indents(tmp_path: Path) -> None:
    document = made()
    document.add_page()
    top = 30
    for number in range(5):
        lines = textwrap.wrap(sentence(number), 90)
        for place, line in enumerate(lines):
            document.text(20 + (5 if place == 0 else 0), top, line)
            top += 5
    assert paragraphs(read_pdf(tmp_path, document)) == [sentence(number) for number in range(5)]


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_another(tmp_path: Path, count: int) -> None:
    document = made()
    document.add_page()
    document.set_font("Helvetica", size=22)
    document.multi_cell(0, 10, "A headline over all columns")
    document.ln(4)
    document.set_font("Times", size=10)
    with document.text_columns(ncols=count, gutter=7, text_align="J") as text:
        for number in range(24):
            text.write(sentence(number) + "\n\n")
    article = read_pdf(tmp_path, document)
    assert article.title == "A headline over all columns"
    assert article.paragraphs[0].role is Role.HEADLINE
    assert paragraphs(article)[1:] == [sentence(number) for number in range(24)]


def test_an_introduction_over_both_columns_stays_whole(tmp_path: Path) -> None:
    document = made()
    document.add_page()
    document.multi_cell(0, 5, sentence(100, 60))
    document.ln(5)
    with document.text_columns(ncols=2, gutter=7, text_align="J") as text:
        for number in range(12):
            text.write(sentence(number) + "\n\n")
    assert paragraphs(read_pdf(tmp_path, document)) == [sentence(100, 60), *(sentence(number) for number in range(12))]


def test_columns_drawn_line_by_line_across_the_page(tmp_path: Path) -> None:
    document = made()
    document.add_page()
    left = [f"left line {number} goes on and on here" for number in range(12)]
    right = [f"right line {number} goes on and on too" for number in range(12)]
    for number, (one, two) in enumerate(zip(left, right, strict=True)):
        document.text(20, 30 + 5 * number, one)
        document.text(110, 30 + 5 * number, two)
    text = read_pdf(tmp_path, document).text.replace("\n\n", " ")
    assert text == " ".join(left + right)


def test_pages_and_running_heads(tmp_path: Path) -> None:
    class Paper(fpdf.FPDF):  # type: ignore[misc,name-defined]
        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"The Daily Paper - https://paper.example/rain - {self.page_no()}")
            self.ln(12)

        def footer(self) -> None:
            self.set_y(-15)
            self.cell(0, 8, f"Page {self.page_no()} of 3")

    document = Paper()
    document.set_font("Times", size=11)
    for number in range(3):
        document.add_page()
        document.set_font("Times", size=11)
        for part in range(3):
            document.multi_cell(0, 5, sentence(number * 3 + part))
            document.ln(4)
    article = read_pdf(tmp_path, document)
    assert paragraphs(article) == [sentence(number) for number in range(9)]
    assert [part.page for part in article.paragraphs] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
    assert article.url == "https://paper.example/rain"


def test_what_a_page_ends_and_another_begins_with_is_no_running_head(tmp_path: Path) -> None:
    document = made()
    told = [["Q. Were you there at all that night?", "A. Yes."], ["A. Yes.", "Q. And the others?", "A. Yes."]]
    for number, lines in enumerate(told, 1):
        document.add_page()
        document.text(180, 10, str(number))
        for place, line in enumerate(lines):
            document.text(20, 30 + 10 * place, line)
    assert paragraphs(read_pdf(tmp_path, document)) == [line for lines in told for line in lines]


def test_numbers_of_lines_of_two_pages_side_by_side(tmp_path: Path) -> None:
    document = made()
    document.add_page()
    document.set_font("Courier", size=8)
    pages = [
        ["Q. What did the mate say to you?", 'A. He said, "Cut the line before the', 'boat goes under," so I cut it.'],
        ["Q. And did he say anything besides?", "A. No. He went below and I did not", "see him again that night."],
    ]
    for column, lines in enumerate(pages):
        for place, line in enumerate([*lines, "Q. And then what happened there?", "A. Nothing.", "Q. Are you sure?"]):
            document.text(15 + 95 * column, 20 + 5 * place, f"{place + 1:2d}")
            document.text(23 + 95 * column, 20 + 5 * place, line)
    ends = ["Q. And then what happened there?", "A. Nothing.", "Q. Are you sure?"]
    assert paragraphs(read_pdf(tmp_path, document)) == [
        one for lines in pages for one in (lines[0], " ".join(lines[1:]), *ends)
    ]


def test_a_sentence_over_two_pages_is_one_paragraph(tmp_path: Path) -> None:
    document = made(format=(150, 60))
    document.set_auto_page_break(auto=True, margin=10)
    document.add_page()
    document.multi_cell(0, 5, sentence(1, 160))
    article = read_pdf(tmp_path, document)
    assert paragraphs(article) == [sentence(1, 160)]
    assert document.page_no() > 1


def test_hyphens_at_line_ends(tmp_path: Path) -> None:
    document = made()
    document.add_page()
    for place, line in enumerate(
        ["The parlia-", "ment was well-", "known, she said: a well-known house in North-", "Holland."]
    ):
        document.text(20, 30 + 5 * place, line)
    assert read_pdf(tmp_path, document).text == (
        "The parliament was well-known, she said: a well-known house in North-Holland."
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["co-", "operation"], "cooperation"),
        (["a — ", "b"], "a — b"),
        (["2010-", "2020"], "2010- 2020"),
        (["word—", "word"], "word—word"),
        (["one", "", "two"], "one two"),
        ([], ""),
        (["-", "x"], "- x"),
    ],
)
def test_lines_are_joined(lines: list[str], text: str) -> None:
    assert join_lines(lines, Counter()) == text


def test_layout_of_nothing() -> None:
    assert list(columns([])) == []
    assert list(blocks([], 1)) == []
    assert running_heads([[]]) == [set()]


def test_numbered_points_are_no_column() -> None:
    lines = [Line(f"{number}.", 50, 58, 20 * number, 10) for number in range(8)]
    lines += [Line(f"text {number}", 90, 500, 20 * number, 10) for number in range(8)]
    assert len(list(columns(lines))) == 1


def test_pictures_of_pages_say_what_is_needed(tmp_path: Path) -> None:
    document = made()
    document.add_page()
    document.rect(10, 10, 50, 50)
    assert "OCR" in only_error(read_bytes(tmp_path, "a.pdf", bytes(document.output())))


def test_encrypted_and_damaged_files(tmp_path: Path) -> None:
    assert only_error(read_bytes(tmp_path, "a.pdf", b"%PDF-1.7\nnonsense")) == "a damaged PDF"


@pytest.mark.parametrize(
    ("title", "author"),
    [("Microsoft Word - draft3.docx", "user"), ("(anonymous)", "(anonymous)"), ("untitled", "anonymous")],
)
def test_properties_of_programs_are_no_metadata(tmp_path: Path, title: str, author: str) -> None:
    document = made()
    document.set_title(title)
    document.set_author(author)
    document.add_page()
    document.multi_cell(0, 5, sentence(1))
    article = read_pdf(tmp_path, document)
    assert (article.title, article.authors, article.published) == (None, (), None)


def bomb(content: bytes, filters: int = 1) -> bytes:
    """Return a PDF of one page whose content is packed."""
    for _ in range(filters):
        content = zlib.compress(content, 9)
    resources = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources" + resources + b">>",
        b"<</Length %d/Filter[%s]>>stream\n" % (len(content), b"/FlateDecode " * filters) + content + b"\nendstream",
    ]
    body = b"".join(b"%d 0 obj%s\nendobj\n" % (number, made) for number, made in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 5/Root 1 0 R>>"


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = b"BT /F1 12 Tf 50 700 Td (Hello world) Tj ET"
    assert only_article(read_bytes(tmp_path, "a.pdf", bomb(shown))).text == "Hello world"
    assert only_error(read_bytes(tmp_path, "a.pdf", bomb(b" " * 10_000_000, 2)))
    monkeypatch.setattr(pdf, "_PAGE_CHARACTERS", 5_000)
    many = b"BT /F1 12 Tf 50 700 Td " + b"(Hello world) Tj " * 600 + b"ET"
    assert only_error(read_bytes(tmp_path, "a.pdf", bomb(many))) == "more than 5,000 characters on one page"


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is bounded on Linux only")
def test_what_needs_too_much_memory_or_time_harms_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bomb(b"BT /F1 12 Tf 50 700 Td (Hello world) Tj ET")
    monkeypatch.setattr(pdf, "_MEMORY", 1 << 20)
    assert only_error(read_bytes(tmp_path, "a.pdf", data)) == "a PDF that needs too much memory or time, or is damaged"
    error = only_error(read_bytes(tmp_path, "a.pdf", data, bounds=Bounds(seconds=0.001)))
    assert error == "took longer than 0.001 s to read"
