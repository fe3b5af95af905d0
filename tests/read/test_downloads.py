"""A download of a press database is as many documents as it holds articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.reading import read_bytes

from quotecli.core.types import Article
from quotecli.find import find_quotes

ARTICLES = [
    ("Mayor promises a new library for the port", "Jane Roe", ("March 3, 2020 Tuesday", "3 March 2020", "03 Mar 2020"),
     "“We will open the doors before Christmas,” said Mayor Lena Farkas on Monday in the old town hall."),
    ("Fishing families ask for a pension and a pier", "Ana Ortiz",
     ("March 5, 2020 Thursday", "5 March 2020", "05 Mar 2020"),
     "“Nobody asked us about the pier,” said Olga Brandt, who has fished from the harbour for thirty years."),
    ("Farkas resigns", "Tom Reed", ("April 7, 2020 Tuesday", "7 April 2020", "07 Apr 2020"),
     "“I am going home to my family,” said Lena Farkas on Monday, and left the town hall by the back door."),
]  # fmt: skip
PAPER = "The Wexham Herald"
DATES = ["2020-03-03", "2020-03-05", "2020-04-07"]


def nexis_counted() -> str:
    parts = [
        f"{number} of 3 DOCUMENTS\n\n{PAPER}\n\n{dates[0]}\nMet 2 Edition\n\n{title}\n\nBYLINE: {writer}\n\n"
        f"SECTION: News; Pg. 4\n\nLENGTH: 312 words\n\n{text}\n\nLOAD-DATE: {dates[0]}\n\nLANGUAGE: ENGLISH\n\n\n"
        for number, (title, writer, dates, text) in enumerate(ARTICLES, 1)
    ]
    return "Job number 17, three documents\n\n" + "".join(parts)


def nexis_closed() -> str:
    return "".join(
        f"{title}\n{PAPER}\n{dates[0]}\n\nCopyright 2020 Herald Press\nSection: NEWS; Pg. 4\nLength: 312 words\n"
        f"Byline: {writer}\nBody\n\n{text}\n\nLoad-Date: {dates[0]}\n\nEnd of Document\n\n"
        for title, writer, dates, text in ARTICLES
    )


def factiva() -> str:
    return "".join(
        f"HD\n{title}\nBY\nBy {writer}\nWC\n312 words\nPD\n{dates[1]}\nSN\n{PAPER}\n"
        f"SC\nWXHD\nLA\nEnglish\nLP\n{text}\nTD\nThe council meets.\nAN\nDocument WXHD000020200303eg33000{number}\n\n"
        for number, (title, writer, dates, text) in enumerate(ARTICLES, 10)
    )


def proquest() -> str:
    return "".join(
        f"{'_' * 60}\n\n{title}\n\n{writer.split()[1]}, {writer.split()[0]}. {PAPER}; Wexham (UK) [Wexham (UK)]."
        f" {dates[2]}: 4.\n\nProQuest document link\n\nABSTRACT (ENGLISH)\n\n{text}\n\nFULL TEXT\n\n{text}\n\n"
        f"DETAILS\n\nProQuest document ID: 2{number}\n\n"
        for number, (title, writer, dates, text) in enumerate(ARTICLES)
    )


DOWNLOADS = {"counted": nexis_counted, "closed": nexis_closed, "Factiva": factiva, "ProQuest": proquest}


@pytest.mark.parametrize("kind", DOWNLOADS)
def test_each_article_is_a_document_with_its_own_facts(tmp_path: Path, kind: str) -> None:
    found = list(read_bytes(tmp_path, "download.txt", DOWNLOADS[kind]()))
    articles = [one for one in found if isinstance(one, Article)]
    assert [article.title for article in articles] == [title for title, *_ in ARTICLES]
    assert [str(article.published) for article in articles] == DATES
    assert [article.outlet for article in articles] == [PAPER] * 3
    assert [article.authors for article in articles] == [(writer,) for _, writer, *_ in ARTICLES]
    assert len({article.source for article in articles} | {article.key for article in articles}) == 6
    speakers = [[quotation.speakers for quotation in find_quotes(article)] for article in articles]
    assert speakers == [[("Lena Farkas",)], [("Olga Brandt",)], [("Lena Farkas",)]]


def test_factiva_names_its_articles(tmp_path: Path) -> None:
    sources = [one.source for one in read_bytes(tmp_path, "a.txt", factiva()) if isinstance(one, Article)]
    assert [source.partition("#")[2] for source in sources] == [f"WXHD000020200303eg33000{n}" for n in (10, 11, 12)]


STORY = "“Nobody asked us about the pier,” said Olga Brandt, who has fished from the harbour for thirty years. " * 3


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}\n\n* * *\n\n{STORY}\n\n* * *\n\n{STORY}",
        f"Page 1 of 2\n\n{STORY}\n\nPage 2 of 2\n\n{STORY}",
        f"1 of 3 DOCUMENTS\n\n{STORY}",
        f"1 of 3 DOCUMENTS\n\n{STORY}\n\n7 of 9 DOCUMENTS\n\n{STORY}",
        f"{STORY}\n\nEnd of Document\n",
        f"{STORY}\n\n{'_' * 60}\n\n{STORY}",
        f"{STORY}\n\nDocument 1 of 2 shows that\n\n{STORY}\n\nDocument 2 of 2 does not\n\n{STORY}",
    ],
)
def test_what_anybody_may_write_parts_nothing(tmp_path: Path, text: str) -> None:
    assert len(read_bytes(tmp_path, "a.txt", text)) == 1
