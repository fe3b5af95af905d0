"""Heads as people save them: who wrote, who printed and when; not who was pictured, or when somebody looked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.reading import only_article, read_bytes

TITLE = "Mayor promises a new library for the port"
TEXT = (
    "“We will open the doors before Christmas,” said Mayor Lena Farkas on Monday in the old town hall of Wexham, where"
    " the council had met. Nobody clapped at first."
)
JANE, DAY, HERALD = ("Jane Roe",), "2020-03-03", "The Wexham Herald"
HEADS = [
    (f"{TITLE}\nBy Jane Roe\nThe Wexham Herald\nPublished 3 March 2020\nAccessed 5 May 2021", JANE, DAY, HERALD),
    (f"{TITLE}\nBy Jane Roe\nThe Wexham Herald\nRetrieved 5 May 2021", JANE, None, HERALD),
    (f"{TITLE}\nDate of publication: 3 March 2020\nReporter: Jane Roe", JANE, DAY, None),
    (f"{TITLE}\nThe Wexham Herald\nIssue date: March 3, 2020", (), DAY, HERALD),
    (f"{TITLE}\nBy Jane Roe\nUpdated 2 years ago", JANE, None, None),
    (f"{TITLE}\nJane Roe\ntheguardian.com, Tuesday 3 March 2020", JANE, DAY, "The Guardian"),
    (f"{TITLE}\nBy Jane Roe\nPhotographs by Tom Reed\nThe Wexham Herald, 3 March 2020", JANE, DAY, HERALD),
    (f"{TITLE}\nPhoto: Tom Reed\nBy Jane Roe, AP\n3 March 2020", JANE, DAY, None),
    (
        f"{TITLE}\nBy Jane Roe in London, Ana Ortiz in Lima and agencies\nTue 3 Mar 2020",
        (*JANE, "Ana Ortiz"),
        DAY,
        None,
    ),
    (f"{TITLE}\nBy Jane Roe for the Wexham Herald\n3 March 2020", JANE, DAY, "Wexham Herald"),
    (f"{TITLE}\nJane Roe Political Editor\nThe Wexham Herald\n3 March 2020", JANE, DAY, HERALD),
    (f"{TITLE}\nJane Roe / Chief Political Correspondent\n3 March 2020", JANE, DAY, None),
    (f"{TITLE}\nJane Roe\nPolitical Editor\n3 March 2020", JANE, DAY, None),
    (f"{TITLE}\nDr Jane Roe\n3 March 2020", JANE, DAY, None),
    (f"{TITLE}\nWords: Jane Roe\n3 March 2020", JANE, DAY, None),
    (f"{TITLE}\nBy Tom Reed, as told to Jane Roe\n3 March 2020", ("Tom Reed",), DAY, None),
    (f"{TITLE}\nSource: The Guardian, 3 March 2020", (), DAY, "The Guardian"),
    (f"{TITLE}\nBy JANE ROE\nAssociated Press Writer", JANE, None, None),
    (f"{TITLE}\nInterview\nBy Jane Roe\n3 March 2020", JANE, DAY, None),
    (f"{TITLE}\nLe Figaro, mardi 3 mars 2020\nPar Jane Roe", JANE, DAY, "Le Figaro"),
    (f"Roe, Jane. “{TITLE}.” The Wexham Herald, 3 March 2020.", JANE, DAY, HERALD),
    (f"This article is more than 4 years old\n{TITLE}\nJane Roe\nTue 3 Mar 2020 10.15 GMT", JANE, DAY, None),
    (f"Democracy Dies in Darkness\n\n{TITLE}\n\nBy Jane Roe\nMarch 3, 2020 at 5:15 p.m. EST", JANE, DAY, None),
    (
        f"{TITLE}\nPublication title: The Wexham Herald\nPublication date: Mar 3, 2020\nAuthor: Roe, Jane",
        JANE,
        DAY,
        HERALD,
    ),
]
NOTES = [
    "# {title}\n\n**Author:** Jane Roe\n**Source:** The Wexham Herald\n**Date:** 3 March 2020",
    "# {title}\n\n- Author: Jane Roe\n- Source: The Wexham Herald\n- Date: 3 March 2020",
    "# {title}\n\n| Author | Jane Roe |\n|---|---|\n| Source | The Wexham Herald |\n| Date | 3 March 2020 |",
    "# {title}\n\n*By Jane Roe*\n*The Wexham Herald*\n*3 March 2020*",
    (
        '---\ntitle: {title}\nauthor: "[[people/jane|Jane Roe]]"\nsource: "[[The Wexham Herald]]"\n'
        "published: 2020-03-03\ndate: 2021-05-05 (saved)\n---"
    ),
]


@pytest.mark.parametrize(("head", "authors", "date", "outlet"), HEADS)
def test_a_head_of_plain_text(
    tmp_path: Path, head: str, authors: tuple[str, ...], date: str | None, outlet: str | None
) -> None:
    found = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{TEXT}"))
    told = (found.title, found.authors, found.published and str(found.published), found.outlet)
    assert told == (TITLE, authors, date, outlet)


@pytest.mark.parametrize("head", NOTES)
def test_a_head_of_markdown(tmp_path: Path, head: str) -> None:
    found = only_article(read_bytes(tmp_path, "a.md", f"{head.format(title=TITLE)}\n\n{TEXT}"))
    told = (found.title, found.authors, str(found.published), found.outlet)
    assert told == (TITLE, JANE, DAY, HERALD)


def test_who_signs_a_block_quotation_is_no_author(tmp_path: Path) -> None:
    block = "> The water rose all night and nobody slept.\n> — Olga Brandt, Herald, 3 March 2021\n"
    text = f"# {TITLE}\n\nJane Roe, The Wexham Herald, 3 March 2020\n\n{TEXT}\n\n{block}"
    found = only_article(read_bytes(tmp_path, "a.md", text))
    assert (found.authors, str(found.published)) == (JANE, DAY)


def test_other_lines_of_markdown_flow_together(tmp_path: Path) -> None:
    found = only_article(
        read_bytes(tmp_path, "a.md", f"# {TITLE}\n\n*Nobody* slept that night,\nand the water rose.\n")
    )
    assert "slept that night, and the water" in " ".join(found.text.split())
    assert len(found.paragraphs) == 2
