"""Several articles in one file are several documents, each with its own day, outlet, writers and title."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from tests.growth import assert_linear
from tests.read.reading import Results, read_bytes

from quotecli.core.types import Article

TEXT = (
    "The keeper of the ferry counted {0} boats on Monday, and none of them had asked to be counted by anybody.\n\n"
    "“We have never seen {0} boats in one tide,” said Ottoline Brack, who keeps the ferry with her brother."
)
TITLES = (
    "Boats crowd the narrow ferry at dusk",
    "Tide leaves the mill without a wheel",
    "Third lamp is lit on the quay",
)
PAPERS = ("The Guardian", "The Calder Post", "The Times")
DAYS = ("3 March 2020", "14 April 2019", "9 May 2018")
WRITERS = ("Jane Roe", "Tom Pell", "Ana Ortiz")
DATES = ("2020-03-03", "2019-04-14", "2018-05-09")


def each(form: str, between: str = "\n\n") -> str:
    """Fill a form of an article for each of the three."""
    return between.join(
        form.format(
            n=n + 1,
            title=TITLES[n],
            paper=PAPERS[n],
            day=DAYS[n],
            writer=WRITERS[n],
            text=TEXT.format(n + 5),
            iso=DATES[n],
        )
        for n in range(3)
    )


NEXIS = (
    "               {n} of 3 DOCUMENTS\n\n\n               {paper}\n\n                    {day}\n\n{title}\n\n"
    "BYLINE: {writer}\n\nSECTION: NEWS; Pg. 14\n\nLENGTH: 812 words\n\n{text}\n\nLOAD-DATE: March 20, 2021\n\n"
    "LANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n          Copyright 2020 Reed\n          All Rights Reserved\n"
)
NEXIS_UNI = (
    "{title}\n{paper}\n{day}\nCopyright 2020 Reed All Rights Reserved\nSection: NEWS; Pg. 14\nLength: 812 words\n"
    "Byline: {writer}\nBody\n\n{text}\n\nLoad-Date: March 20, 2021\n\nEnd of Document\n"
)
FACTIVA = (
    "{title}\n\nBy {writer}\n812 words\n{day}\n{paper}\nGRDN\n14\nEnglish\nCopyright 2020. Reed.\n\n{text}\n\n"
    "Document GRDN00000202003{n}3eg33000a1\n"
)
PROQUEST = (
    "________________________________________________\n\nDocument {n} of 3\n\n{title}\n\nAuthor: {writer}\n\n"
    "Publication title: {paper}\n\nPublication date: {day}\n\nFull text: {text}\n\n"
    "ProQuest document ID: 23456{n}\n\nDatabase: Newsstream\n"
)
RULED = "{title}\n\nBy {writer}\n{paper}\n{day}\n\n{text}\n"
LABELLED = "Title: {title}\nAuthor: {writer}\nSource: {paper}\nDate: {day}\n\n{text}\n"
MATTER = '---\ntitle: "{title}"\nauthor: {writer}\nsource: {paper}\ndate: {iso}\n---\n\n{text}\n'
HEADINGS = "# {title}\n\nBy {writer}\n\n{paper}, {day}\n\n{text}\n"
FILES = [
    ("nexis.txt", each(NEXIS)),
    ("loaded.txt", each(NEXIS.replace("{n} of 3 DOCUMENTS", ""))),
    ("nexis-uni.txt", each(NEXIS_UNI)),
    ("factiva.txt", each(FACTIVA) + "\n\nSearch Summary\nText\tferry\nDate\tAll Dates\n"),
    ("proquest.txt", each(PROQUEST) + "_" * 60 + "\n\nContact ProQuest\n\nCopyright 2020 ProQuest LLC.\n"),
    ("unnumbered.txt", each(PROQUEST.replace("Document {n} of 3\n\n", ""))),
    ("ruled.txt", each(RULED, "\n\n--------\n\n")),
    ("stars.txt", each(RULED, "\n\n* * *\n\n")),
    ("labelled.txt", each(LABELLED, "\n\n")),
    ("below-titles.txt", each("{title}\n" + LABELLED.partition("\n")[2], "\n\n\n")),
    ("matter.md", each(MATTER, "\n\n")),
    ("headings.md", each(HEADINGS)),
    ("labelled.md", each("# {title}\n\n**Author:** {writer}\n**Source:** {paper}\n**Date:** {day}\n\n{text}\n")),
]


def told(results: Results) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for one in results:
        assert isinstance(one, Article), one
        found.append((one.title, one.authors, one.outlet, str(one.published)))
        assert one.text.count("said Ottoline Brack") == 1
    return found


EXPECTED = [(TITLES[n], (WRITERS[n],), PAPERS[n], DATES[n]) for n in range(3)]


@pytest.mark.parametrize(("name", "text"), FILES, ids=[name for name, _ in FILES])
def test_each_article_is_a_document(tmp_path: Path, name: str, text: str) -> None:
    results = read_bytes(tmp_path, name, text)
    assert told(results) == EXPECTED
    assert len({one.key for one in results if isinstance(one, Article)}) == 3
    assert all(one.source.startswith(f"{tmp_path / name}#") for one in results if isinstance(one, Article))


@pytest.mark.parametrize("form", [NEXIS, NEXIS_UNI, FACTIVA, LABELLED])
@pytest.mark.parametrize("lines", ["paragraphs", "breaks"])
def test_a_word_file_of_several_articles(tmp_path: Path, form: str, lines: str) -> None:
    document = Document()
    for paragraph in each(form).split("\n\n" if lines == "breaks" else "\n"):
        document.add_paragraph(paragraph.strip("\n"))
    out = io.BytesIO()
    document.save(out)
    assert told(read_bytes(tmp_path, "download.docx", out.getvalue())) == EXPECTED


@pytest.mark.parametrize("form", [NEXIS, NEXIS_UNI, FACTIVA, PROQUEST, RULED, LABELLED])
def test_one_article_stays_one_document(tmp_path: Path, form: str) -> None:
    text = form.format(
        n=1, title=TITLES[0], paper=PAPERS[0], day=DAYS[0], writer=WRITERS[0], text=TEXT.format(5), iso=DATES[0]
    )
    (found,) = read_bytes(tmp_path, "one.txt", text)
    assert isinstance(found, Article)
    assert (found.source, found.key, found.text) == (str(tmp_path / "one.txt"), "one.txt", text)


def test_ids_of_a_database_name_its_documents(tmp_path: Path) -> None:
    found = [
        one.source.partition("#")[2] for one in read_bytes(tmp_path, "a.txt", each(FACTIVA)) if isinstance(one, Article)
    ]
    assert found == [f"GRDN00000202003{n}3eg33000a1" for n in (1, 2, 3)]
    twice = read_bytes(tmp_path, "b.txt", each(FACTIVA.replace("{n}", "1")))
    assert len({one.source for one in twice if isinstance(one, Article)}) == 3


FIRST = f"{TITLES[0]}\n\nBy Jane Roe\n{PAPERS[0]}\n3 March 2020\n\n{TEXT}\n"
SECTIONS = [
    f"{FIRST}\n\n* * *\n\n{TEXT}\n\n* * *\n\n{TEXT}\n",
    f"{FIRST}\n----------\n\nJane Roe writes on boats, and on those who have none at all.\n",
    f"{FIRST}\nEnd of Document\n",
    f"{FIRST}\nDocument 3 of 7\n\nThe file that the clerk showed us was torn, and the rest of it is gone.\n",
    f"{FIRST}\nTitle: Boats\nDate: then\n\n{TEXT}\n\nQ: Author?\n\nSource: none that we may name here.\n\n{TEXT}\n",
]


@pytest.mark.parametrize("text", SECTIONS)
def test_sections_are_no_documents(tmp_path: Path, text: str) -> None:
    assert len(read_bytes(tmp_path, "a.txt", text)) == 1
    assert len(read_bytes(tmp_path, "a.md", text)) == 1


def test_a_cover_is_no_article(tmp_path: Path) -> None:
    cover = (
        "User Name: A. Reader\nDate and Time: Tuesday, March 9, 2021 10:15:00 AM\nJob Number: 1234\n\nDocuments (3)\n"
        f"1. {TITLES[0]}\nClient/Matter: -None-\nSearch Terms: ferry\nSearch Type: Natural Language\nNarrowed by:\n\n"
    )
    assert told(read_bytes(tmp_path, "a.txt", cover + each(NEXIS_UNI))) == EXPECTED


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    ["1 of 9 DOCUMENTS\n", "End of Document\n", "LOAD-DATE: x\n", "_" * 30 + "\n", "Title: a\nDate: 2020\n", "---\n",
     "# a\n", "Document AAAA000020200303eg33000a1\n" + "a" * 50 + "\n"],
)  # fmt: skip
def test_megabytes_of_marks_take_time_by_their_length(tmp_path: Path, line: str) -> None:
    name = "a.md" if line[0] == "#" else "a.txt"
    assert_linear(
        lambda text: read_bytes(tmp_path, name, text), lambda size: line * (size // len(line)), 125_000, times=8
    )
