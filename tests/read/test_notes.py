"""What stands beside the running text: notes are read, their marks and what is struck through are not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.read.reading import only_article, paragraphs, read_bytes
from tests.read.samples import MORE, SENTENCE

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx_with_notes(*parts: str) -> bytes:
    import docx

    made: Any = docx.Document()
    made.add_paragraph(SENTENCE)
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out, "a") as package:
        for part in parts:
            kind = part.removesuffix("s")
            package.writestr(
                f"word/{part}.xml",
                f'<w:{part} {_W}><w:{kind} w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
                f'<w:{kind} w:id="1"><w:p><w:r><w:t>{MORE} {part}</w:t></w:r></w:p></w:{kind}>'
                f"</w:{part}>",
            )
    return out.getvalue()


@pytest.mark.parametrize("parts", [(), ("footnotes",), ("endnotes",), ("footnotes", "endnotes")])
def test_notes_of_a_word_document_stand_at_its_end(tmp_path: Path, parts: tuple[str, ...]) -> None:
    article = only_article(read_bytes(tmp_path, "a.docx", docx_with_notes(*parts)))
    assert paragraphs(article) == [SENTENCE, *(f"{MORE} {part}" for part in parts)]


def test_a_damaged_part_of_notes_loses_no_text(tmp_path: Path) -> None:
    out = io.BytesIO(docx_with_notes())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/footnotes.xml", "<w:footnotes")
    assert paragraphs(only_article(read_bytes(tmp_path, "a.docx", out.getvalue()))) == [SENTENCE]


def test_notes_of_an_open_document_text_stand_at_its_end(tmp_path: Path) -> None:
    from odf.opendocument import OpenDocumentText
    from odf.text import Note, NoteBody, NoteCitation, P

    made: Any = OpenDocumentText()
    said, note, body = P(text=SENTENCE), Note(noteclass="footnote"), NoteBody()
    body.addElement(P(text=MORE))
    note.addElement(NoteCitation(text="1"))
    note.addElement(body)
    said.addElement(note)
    made.text.addElement(said)
    made.text.addElement(P(text="The end of it."))
    out = io.BytesIO()
    made.write(out)
    article = only_article(read_bytes(tmp_path, "a.odt", out.getvalue()))
    assert paragraphs(article) == [SENTENCE, "The end of it.", MORE]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It was theirs[^1] 3-1.\n\n[^1]: She said so.", ["It was theirs 3-1.", "She said so."]),
        ("It was theirs[^one] here.\n\n[^one]: http://a.example", ["It was theirs here.", "http://a.example"]),
        ("*So* the {--old--}{++new++} {==lock==}{>>which?<<} stood.", ["So the new lock stood."]),
        ("*So* the [[Lock 4|lock]] of [[Ely]] ==stood== %%till May%% there.", ["So the lock of Ely stood there."]),
        ("So the [[Lock 4|lock]] stood.", ["So the lock stood."]),
        ("*So* a == b, and `==c==` is 5%% of it.", ["So a == b, and ==c== is 5%% of it."]),
        ("The set `[^a]` is *here*.", ["The set [^a] is here."]),
        ("We lost ~~4-1~~ 3-1 there.", ["We lost 3-1 there."]),
        ("We lost <del>4-1</del><ins>3-1</ins> there.", ["We lost 3-1 there."]),
        ("We lost <s>4-*1*</s> 3-1 there.", ["We lost 3-1 there."]),
        ("It is *so*.\n\n<p>We lost <del>4-1</del> 3-1 there.</p>", ["It is so.", "We lost 3-1 there."]),
        ("We lost 3-1 there, <del>*all* of us.\n\nSo it was.", ["We lost 3-1 there,", "So it was."]),
    ],
)
def test_marks_of_notes_and_struck_words_are_no_text_of_markdown(tmp_path: Path, written: str, read: list[str]) -> None:
    assert paragraphs(only_article(read_bytes(tmp_path, "a.md", written.encode()))) == read


def test_hidden_and_struck_words_are_no_text_of_an_open_document_text(tmp_path: Path) -> None:
    from odf.opendocument import OpenDocumentText
    from odf.style import Style, TextProperties
    from odf.text import P, Span

    made: Any = OpenDocumentText()
    said = P(text="We lost ")
    for name, properties in (("T1", {"textlinethroughstyle": "solid"}), ("T2", {"display": "none"}), ("T3", {})):
        style = Style(name=name, family="text")
        style.addElement(TextProperties(**properties))
        made.automaticstyles.addElement(style)
        said.addElement(Span(stylename=style, text={"T1": "4-1 ", "T2": "ask Jo ", "T3": "3-1 "}[name]))
    said.addText("there.")
    made.text.addElement(said)
    out = io.BytesIO()
    made.write(out)
    assert paragraphs(only_article(read_bytes(tmp_path, "a.odt", out.getvalue()))) == ["We lost 3-1 there."]


def test_hidden_and_struck_words_are_no_text_of_a_rich_text_file(tmp_path: Path) -> None:
    text = "{\\rtf1\\ansi We lost {\\strike 4-1 }{\\v\\strike0 ask Jo }\\strike 4-0 \\strike0 3-1 there.\\par}"
    assert paragraphs(only_article(read_bytes(tmp_path, "a.rtf", text))) == ["We lost 3-1 there."]


def test_hidden_and_struck_words_are_no_text_of_a_word_document(tmp_path: Path) -> None:
    import docx

    made: Any = docx.Document()
    said = made.add_paragraph("We lost ")
    said.add_run("4-1 ").font.strike = True
    said.add_run("4-0 ").font.double_strike = True
    said.add_run("ask Jo ").font.hidden = True
    kept = said.add_run("3-1 there.")
    kept.font.strike, kept.bold = False, True
    out = io.BytesIO()
    made.save(out)
    assert paragraphs(only_article(read_bytes(tmp_path, "a.docx", out.getvalue()))) == ["We lost 3-1 there."]


RAISED = (
    "“We stay,",
    "2",
    " and you go,",
    "[3]",
    "” said Ann Lee",
    "4",
    ". It has 30 m",
    "2",
    " since the 1",
    "st",
    ".",
)
"""Words in turn on the line and above it."""
READ = "“We stay, and you go,” said Ann Lee. It has 30 m2 since the 1st."


def test_raised_numbers_of_a_word_document_are_notes_marks(tmp_path: Path) -> None:
    import docx

    made: Any = docx.Document()
    paragraph, out = made.add_paragraph(), io.BytesIO()
    for place, words in enumerate(RAISED):
        paragraph.add_run(words).font.superscript = True if place % 2 else None
    made.save(out)
    assert paragraphs(only_article(read_bytes(tmp_path, "a.docx", out.getvalue()))) == [READ]


def test_raised_numbers_of_an_open_document_text_are_notes_marks(tmp_path: Path) -> None:
    from odf.opendocument import OpenDocumentText
    from odf.style import Style, TextProperties
    from odf.text import P, Span

    made: Any = OpenDocumentText()
    raised = Style(name="T1", family="text")
    raised.addElement(TextProperties(textposition="super 58%"))
    made.automaticstyles.addElement(raised)
    said, out = P(), io.BytesIO()
    for place, words in enumerate(RAISED):
        said.addElement(Span(stylename="T1", text=words)) if place % 2 else said.addText(words)
    made.text.addElement(said)
    made.write(out)
    assert paragraphs(only_article(read_bytes(tmp_path, "a.odt", out.getvalue()))) == [READ]


def test_raised_numbers_of_a_pdf_are_notes_marks(tmp_path: Path) -> None:
    fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes the files")
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    made = fpdf.FPDF()
    made.add_page()
    made.set_font("Times", size=12)
    for place, words in enumerate(RAISED):
        made.char_vpos = "SUP" if place % 2 and words.isdecimal() else "LINE"
        made.write(6, words.replace("“", '"').replace("”", '"').replace("[3]", ""))
    made.char_vpos = "LINE"
    made.write(6, " It has 3 metres")
    made.char_vpos = "SUP"
    made.write(6, "2")
    made.char_vpos = "LINE"
    made.write(6, " and route66.")
    article = only_article(read_bytes(tmp_path, "a.pdf", bytes(made.output())))
    straight = READ.replace("“", '"').replace("”", '"')
    assert paragraphs(article) == [f"{straight} It has 3 metres2 and route66."]
