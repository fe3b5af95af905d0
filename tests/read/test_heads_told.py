"""Titles, writers, outlets and days in the heads of pastes, Markdown, word processors' files and pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from tests.read.pages import page
from tests.read.reading import only_article, read_bytes

from quotecli.core.types import Article
from quotecli.find import find_quotes

TITLE = "Ferry keepers count the boats again"
STORY = (
    "The keeper of the ferry counted nine boats on Monday, and none of them had asked to be counted by anybody.\n\n"
    "“We have never seen nine boats in one tide,” said Ottoline Brack, who keeps the ferry with her brother.\n"
)
DAY = "2020-03-03"
ONE = ("Jane Roe",)
ONE_BODY = ("Skellby Mills plc",)
TWO = ("Jane Roe", "Ana Ortiz")


def told(found: Article) -> tuple[str | None, tuple[str, ...], str | None, str | None]:
    return found.title, found.authors, found.outlet, found.published and str(found.published)


def of_text(folder: Path, head: str, name: str = "a.txt") -> Article:
    found = only_article(read_bytes(folder, name, f"{head}\n\n{STORY}"))
    assert [quote.speakers for quote in find_quotes(found)] == [("Ottoline Brack",)]
    return found


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Sea change\n\nBy Jane Roe\n3 March 2020", "Sea change"),
        ("Brack resigns\nBy Jane Roe\n3 March 2020", "Brack resigns"),
        ("Politics\n\nSea change\n\nBy Jane Roe\n3 March 2020", "Sea change"),
        ("Politics\n\nBy Jane Roe\n3 March 2020", None),
        ("Sea change\n==========\n\nBy Jane Roe\n3 March 2020", "Sea change"),
        ("* * *\n\nBrack resigns\n-------------\nBy Jane Roe\n3 March 2020", "Brack resigns"),
        ("The Tide\n\nBy Jane Roe\n3 March 2020", None),
        (
            "Brack knew that the sea wall could fail. It failed.\n\nBy Jane Roe\n3 March 2020",
            "Brack knew that the sea wall could fail. It failed.",
        ),
        (f"This article is more than 4 years old\n\n{TITLE}\n\nBy Jane Roe\n3 March 2020", TITLE),
        (f"Democracy Dies in Darkness\nSkip to main content\n{TITLE}\nBy Jane Roe\n3 March 2020", TITLE),
        (f"World | Europe\nShare\nAdvertisement\nExclusive\n{TITLE}\nBy Jane Roe\n3 March 2020", TITLE),
        (f"Listen to article (4 minutes)\n\n{TITLE}\n\nBy Jane Roe\n3 March 2020", TITLE),
        (f"{TITLE};\nNine came with one tide, and none was asked\n\nBYLINE: Jane Roe\n\n3 March 2020", TITLE),
        (f"HEADLINE: {TITLE}; Nine came with one tide\n\nBYLINE: Jane Roe\n\nDATE: 3 March 2020", TITLE),
    ],
)
def test_titles(tmp_path: Path, head: str, title: str | None) -> None:
    assert told(of_text(tmp_path, head)) == (title, ONE, None, DAY)


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_codes_of_factiva(tmp_path: Path, gap: str) -> None:
    fields = [("HD", TITLE), ("BY", "By Jane Roe"), ("WC", "80 words"), ("PD", "3 March 2020"), ("SN", "The Times")]
    head = "\n".join(f"{code}{gap}{value}" for code, value in [*fields, ("ED", "1"), ("LA", "English")])
    found = of_text(tmp_path, f"{head}\nLP{gap}A line that leads into it, and names nobody.")
    assert told(found) == (TITLE, ONE, "The Times", DAY)
    assert any(found.text[one.start :].startswith("A line that leads") for one in found.paragraphs)


@pytest.mark.parametrize(
    "head",
    [
        f"# {TITLE}\n\n**Author:** Jane Roe\n**Source:** The Wexham Herald\n**Date:** 3 March 2020",
        f"# {TITLE}\n\n- **Author:** Jane Roe\n- **Source:** The Wexham Herald\n- **Date:** 3 March 2020",
        f"# {TITLE}\n\n| Author | Jane Roe |\n|---|---|\n| Source | The Wexham Herald |\n| Date | 3 March 2020 |",
        f"# {TITLE}\n\n| Author | Source | Date |\n|---|---|---|\n| Jane Roe | The Wexham Herald | 3 March 2020 |",
        f'---\ntitle: {TITLE}\nauthor:\n  - "[[Jane Roe]]"\nsource: "[[p|The Wexham Herald]]"\ndate: {DAY}\n---',
    ],
)
def test_markdown(tmp_path: Path, head: str) -> None:
    assert told(of_text(tmp_path, head, "a.md")) == (TITLE, ONE, "The Wexham Herald", DAY)


def test_a_signature_is_a_block_quotations(tmp_path: Path) -> None:
    quoted = "> We will not sell the ferry to anybody who asks for it.\n> — Ana Ruiz, The Wexham Herald, 3 March 2020"
    found = only_article(read_bytes(tmp_path, "a.md", f"# {TITLE}\n\nBy Jane Roe\n\n4 May 2021\n\n{quoted}\n\n{STORY}"))
    assert told(found) == (TITLE, ONE, None, "2021-05-04")
    assert [quote.speakers for quote in find_quotes(found)] == [("Ana Ruiz",), ("Ottoline Brack",)]


def test_a_word_files_byline_goes_before_who_saved_it(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.author = "Sam Clerk"
    document.add_paragraph(f"{TITLE}\nBy Jane Roe\nThe Wexham Herald\n3 March 2020")
    for paragraph in STORY.split("\n\n"):
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    assert told(only_article(read_bytes(tmp_path, "a.docx", out.getvalue()))) == (TITLE, ONE, "The Wexham Herald", DAY)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Accessed 5 May 2021", None),
        ("Printed from the paper’s pages on 5 May 2021", None),
        ("Updated 2 years ago", None),
        ("Retrieved 5 May 2021\n3 March 2020", DAY),
        ("3 March 2020 (archived 5 May 2021)", DAY),
        ("Saved: 5 May 2021\nDate of publication: 3 March 2020", DAY),
        ("Issue date: 3 March 2020", DAY),
        ("Publication date: 3 March 2020\nLoad-Date: March 9, 2021", DAY),
        ("Updated 3 March 2020, 10:15", DAY),
        ("Updated 5 March 2020, 10:15\nPublished 3 March 2020, 10:15", DAY),
    ],
)
def test_dates(tmp_path: Path, line: str, date: str | None) -> None:
    assert told(of_text(tmp_path, f"{TITLE}\nBy Jane Roe\n{line}")) == (TITLE, ONE, None, date)


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("Photographs by Ana Ortiz", ()),
        ("Photo: Ana Ortiz", ()),
        ("As told to Ana Ortiz", ()),
        ("By Jane Roe, as told to Ana Ortiz", ONE),
        ("Par Jane Roe (Bruxelles", ONE),
        ("By Jane Roe and AP", ONE),
        ("By Jane Roe, Reuters", ONE),
        ("Jane Roe\n1 hour ago", ONE),
        ("By Jane Roe in London, Ana Ortiz in Lima and agencies", TWO),
        ("Jane Roe Political Editor", ONE),
        ("Jane Roe / Political Editor", ONE),
        ("Jane Roe\nPolitical Editor", ONE),
        ("Dr Jane Roe", ONE),
        ("Reporter: Jane Roe", ONE),
        ("Words: Jane Roe\nPhotography: Ana Ortiz", ONE),
        ("By JANE ROE\nBy Jane Roe", ONE),
    ],
)
def test_writers(tmp_path: Path, lines: str, authors: tuple[str, ...]) -> None:
    assert told(of_text(tmp_path, f"{TITLE}\n{lines}\n3 March 2020")) == (TITLE, authors, None, DAY)


@pytest.mark.parametrize(
    ("lines", "outlet", "date"),
    [
        ("Source: The Guardian, 3 March 2020", "The Guardian", DAY),
        ("theguardian.com, Tuesday 3 March 2020", "The Guardian", DAY),
        ("Publication title: The Wexham Herald", "The Wexham Herald", None),
        ("Le Figaro, jeudi 14 septembre 2023", "Le Figaro", "2023-09-14"),
        ("Die Zeit, Donnerstag, 14. September 2023", "Die Zeit", "2023-09-14"),
        ("El País, jueves 14 de septiembre de 2023", "El País", "2023-09-14"),
        ("Corriere della Sera, giovedì 14 settembre 2023", "Corriere della Sera", "2023-09-14"),
        ("Interview\n3 March 2020", None, DAY),
        ("World News, 3 March 2020", None, DAY),
        ("Associated Press Writer\n3 March 2020", None, DAY),
        ("@wexherald\n3 March 2020", None, DAY),
        ("\nLONDON (AP) — The ferry is not for sale.", "Associated Press", None),
        ("The Calder Post, 3 March 2020\n\nLONDON (AP) — The ferry is not for sale.", "The Calder Post", DAY),
    ],
)
def test_outlets(tmp_path: Path, lines: str, outlet: str | None, date: str | None) -> None:
    found = of_text(tmp_path, f"{TITLE}\n{lines}")
    assert (found.title, found.outlet, found.published and str(found.published)) == (TITLE, outlet, date)


@pytest.mark.parametrize(
    "line",
    [
        f"Roe, Jane. “{TITLE}.” The Wexham Herald, 3 March 2020.",
        f'Roe, Jane. "{TITLE}." The Wexham Herald, 3 Mar. 2020. Accessed 5 May 2021.',
        f"Roe, Jane (2020, March 3). {TITLE}. The Wexham Herald.",
    ],
)
def test_a_citation_above_the_text(tmp_path: Path, line: str) -> None:
    assert told(of_text(tmp_path, line)) == (TITLE, ONE, "The Wexham Herald", DAY)


BODY = "".join(
    f"<p>On day {n} the lamp was lit, and people came from far away to look at it for hours.</p>" for n in range(8)
)


@pytest.mark.parametrize(
    ("title", "more", "outlet"),
    [
        (
            f"{TITLE} | The Wexham Herald",
            '<link rel="canonical" href="https://www.wexhamherald.com/x/y">',
            "The Wexham Herald",
        ),
        (f"{TITLE} - Wexham Herald", '<link rel="canonical" href="https://wexhamherald.co.uk/x">', "Wexham Herald"),
        (f"{TITLE} - Politics", '<link rel="canonical" href="https://politics.example/x">', "politics.example"),
        (f"{TITLE} - The Wexham Herald", "", "The Wexham Herald"),  # behind the very headline
        (f"{TITLE} | Ash Tree Forum", "", "Ash Tree Forum"),
        (f"{TITLE} - Havelkurier", "", "Havelkurier"),
        (f"{TITLE} – Skärgårdsbladet", "", "Skärgårdsbladet"),
        (f"Opinion | {TITLE}", "", None),
        (f"{TITLE} - Wikinews, the free news source", "", "Wikinews"),
        (f"{TITLE} - Jane Roe", "", None),
        (f"{TITLE} - Press Release", "", None),
        (f"{TITLE} - And no end", "", None),
    ],
)
def test_the_end_of_a_pages_title(title: str, more: str, outlet: str | None) -> None:
    found = page(f"<head><title>{title}</title>{more}</head><body><h1>{TITLE}</h1>{BODY}</body>")
    assert (found.title, found.outlet) == (TITLE, outlet)


def test_where_a_browser_saved_a_page_from() -> None:
    saved = "<!-- saved from url=(0051)https://www.theguardian.com/world/2020/mar/03/ferry -->"
    found = page(
        f"<!DOCTYPE html>{saved}<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{BODY}</body></html>"
    )
    assert (found.outlet, str(found.published)) == ("The Guardian", DAY)


@pytest.mark.parametrize(
    "box",
    [
        '<aside class="related-stories"><a href="/1">O</a> <span class="byline author vcard">Tom Pell</span></aside>',
        '<div class="more-from"><h2>More stories</h2><p>By <a rel="author" href="/t">Tom Pell</a></p></div>',
        '<div><h3>Related stories</h3><ul><li><a href="/1">Of mills</a><p>By Tom Pell</p></li></ul></div>',
    ],
)
def test_writers_of_other_stories(box: str) -> None:
    found = page(f"<title>{TITLE}</title><article><h1>{TITLE}</h1><p>By Jane Roe</p>{BODY}{box}</article>")
    assert found.authors == ONE
    found = page(f"<title>{TITLE}</title><article><h1>{TITLE}</h1>{box}{BODY}</article>")
    assert found.authors == ()


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Harbour Tide", "The Harbour Tide"),
        ("The Port Ellis Lantern", "The Port Ellis Lantern"),
        ("The Saturday Interview", None),
        ("The Big Read", None),
        ("The Long Read", None),
        ("The Hague", None),
        ("Harbour Street", None),
        ("The harbour tide", None),
    ],
)
def test_a_paper_that_nobody_knows_stands_between_writer_and_date(
    tmp_path: Path, line: str, outlet: str | None
) -> None:
    assert told(of_text(tmp_path, f"{TITLE}\n\nBy Jane Roe\n{line}\n3 March 2020")) == (TITLE, ONE, outlet, DAY)
    assert told(of_text(tmp_path, f"{TITLE}\n\n{line}\nBy Jane Roe\n3 March 2020"))[2] is None


def test_a_paper_that_nobody_knows_gives_way_to_a_label(tmp_path: Path) -> None:
    head = f"{TITLE}\n\nBy Jane Roe\nThe Harbour Tide\n3 March 2020\n\nSource: The Fenland Observer"
    assert of_text(tmp_path, head).outlet == "The Fenland Observer"


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n\nReuters, 3 March 2020\n\nBy Jane Roe",
        f"{TITLE}\n\n3 March 2020 – Reuters\n\nBy Jane Roe",
        f"{TITLE}\nJane Roe | Associated Press | 3 March 2020",
    ],
)
def test_an_agency_is_the_outlet_where_nobody_else_prints_its_report(tmp_path: Path, head: str) -> None:
    agency = "Associated Press" if "Associated" in head else "Reuters"
    assert told(of_text(tmp_path, head)) == (TITLE, ONE, agency, DAY)
    assert of_text(tmp_path, f"{head}\n\nSource: The Fenland Observer").outlet == "The Fenland Observer"
    (address,) = read_bytes(tmp_path, "b.txt", f"https://www.fenland.example/a\n\n{head}\n\n{STORY}")
    assert only_article([address]).outlet == "fenland.example"
    (flagged,) = read_bytes(tmp_path, "c.txt", f"{head}\n\n{STORY}", outlet="The Fenland Observer")
    assert only_article([flagged]).outlet == "The Fenland Observer"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Minutes of the meeting held on Tuesday 3 March 2020 at 7 pm in the Corn Hall", DAY),
        ("Speech by the Minister for Boats, Aldous Orr, at the ferry pier, 3 March 2020", DAY),
        ("Statement by the Skellby Ferry Company on the boats (3 March 2020)", DAY),
        ("The debate begun on 3 March 2020 is not over yet", None),
        ("Ferry keepers remember the night of the flood, 3 March 2020", None),
        ("Minutes of the spring meetings of the ferry keepers, March 2020", None),
    ],
)
def test_what_was_spoken_is_headed_by_its_day(tmp_path: Path, title: str, day: str | None) -> None:
    assert told(of_text(tmp_path, title)) == (title, (), None, day)
    dated = of_text(tmp_path, f"{title}\n\nPublished: 9 May 2021")
    assert told(dated) == (title, (), None, "2021-05-09")


def test_a_ministrys_note_is_no_part_of_a_title(tmp_path: Path) -> None:
    assert told(of_text(tmp_path, f"{TITLE} (check against delivery)")) == (TITLE, (), None, None)


def test_the_head_of_an_interview_is_no_turn_of_it(tmp_path: Path) -> None:
    head = (
        "Oral History of the Fens\n\nInterviewee: Petra Oldershaw\nInterviewer: Wim van Dekken\n"
        "Date of interview: 3 March 2020\nTranscribed by: Ana Ortiz"
    )
    turns = "WD: Tell me how it began.\n\nPO: It was raining, and it always is.\n\nWD: Why?\n\nPO: Nobody knows."
    (article,) = read_bytes(tmp_path, "a.txt", f"{head}\n\n{turns}\n")
    assert isinstance(article, Article)
    assert (article.authors, str(article.published)) == (("Wim van Dekken",), DAY)
    roles = [one.role for one in article.paragraphs]
    assert roles[1:5] == ["byline"] * 4
    assert roles[5:] == ["body"] * 4


def test_who_asks_names_no_author(tmp_path: Path) -> None:
    turns = "Interviewer: Why?\n\nPetra: It rains.\n\nInterviewer: Tell me more.\n\nPetra: It rains still.\n"
    assert only_article(read_bytes(tmp_path, "a.txt", turns)).authors == ()


RELEASE = (
    "{head}{place} Skellby Mills {kind} today opened the ferry pier, built in 1931 and dry for six years."
    "\n\n“This is a wet day,” said Ottoline Brack, chief executive of Skellby Mills.\n\n{foot}\n"
)


@pytest.mark.parametrize(
    ("head", "place", "foot", "outlet", "authors"),
    [
        ("", "SKELLBY, England, March 3, 2020 /PRNewswire/ --", "SOURCE Skellby Mills plc", "PR Newswire", ONE_BODY),
        ("", "SKELLBY, March 03, 2020 (GLOBE NEWSWIRE) --", "About Skellby Mills\nIt makes cloth.",
         "GlobeNewswire", ()),
        ("FOR IMMEDIATE RELEASE\n\n", "Skellby, Kent (March 3, 2020) –", "About Skellby Mills\nIt makes cloth.",
         "Skellby Mills", ()),
        ("PRESS RELEASE\n\n", "Skellby, 3 March 2020 –", "About the ferry\nIt is wet.", None, ()),
        ("", "Skellby, England, March 3, 2020 –", "About Skellby Mills\nIt makes cloth.", None, ()),
    ],
)  # fmt: skip
def test_who_issues_a_press_release(
    tmp_path: Path, head: str, place: str, foot: str, outlet: str | None, authors: tuple[str, ...]
) -> None:
    text = RELEASE.format(head=head, place=place, kind="plc", foot=foot)
    found = only_article(read_bytes(tmp_path, "a.txt", f"Skellby Mills opens the old ferry pier\n\n{text}"))
    assert (found.outlet, found.authors, str(found.published)) == (outlet, authors, DAY)
    assert (found.media == "press release") == ("RELEASE" in head or outlet is not None)
