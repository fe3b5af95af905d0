"""What plain text and Markdown say of themselves in lines of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.reading import only_article, read_bytes

from quotecli.core.types import Role
from quotecli.read import article_from_text
from quotecli.read.markdown import draft_from_markdown

BODY = (
    "The council voted on Monday night to keep the ferry running through the winter, after three hours of argument.\n"
)


@pytest.mark.parametrize(
    ("head", "date", "outlet"),
    [
        ("PORT HARCOURT, 3 May 2024 (Delta Wire) – ", "2024-05-03", "Delta Wire"),
        ("Galway, May 3, 2024 — ", "2024-05-03", None),
        ("GENEVA (12 May 2021) – ", "2021-05-12", None),
        ("The ferry, 3 May 2024 boats strong, sails: ", None, None),
    ],
)
def test_a_dateline_gives_day_and_agency(head: str, date: str | None, outlet: str | None) -> None:
    article = article_from_text(f"Ferry to run through the winter\n\n{head}{BODY}")
    assert (str(article.published) if article.published else None, article.outlet) == (date, outlet)


@pytest.mark.parametrize(
    ("line", "date", "outlet"),
    [
        ("The Guardian | 3 May 2024", "2024-05-03", "The Guardian"),
        ("May 3, 2024 • The New York Times", "2024-05-03", "The New York Times"),
        ("Port Ellis Courier, 3 May 2024", "2024-05-03", "Port Ellis Courier"),
        # with an article and a date a paper that no table holds; but The Hague is a town
        ("The Harbour Tide, 3 May 2024", "2024-05-03", "The Harbour Tide"),
        ("The Hague, 3 May 2024", "2024-05-03", None),
        ("Port Ellis, 3 May 2024", "2024-05-03", None),
        ("Leeds (3 May 2024)", "2024-05-03", None),
        ("The vote of 3 May 2024 stands", None, None),
        ("Hale, 3 May 2024, in tears", None, None),
    ],
)
def test_a_name_and_a_date_on_a_line_of_their_own(line: str, date: str | None, outlet: str | None) -> None:
    article = article_from_text(f"Ferry to run through the winter\n\n{line}\n\n{BODY}")
    assert (str(article.published) if article.published else None, article.outlet) == (date, outlet)


def test_an_address_on_a_line_of_its_own_is_the_documents() -> None:
    article = article_from_text(f"Ferry to run all winter\nhttps://tide.example/news/ferry\n\n{BODY}")
    assert article.url == "https://tide.example/news/ferry"


@pytest.mark.parametrize(
    "markup", ["![A ferry](ferry.jpg)\n\n*Afloat: the ferry on Monday*", "![A ferry](ferry.jpg)\n*Afloat: the ferry*"]
)
def test_italics_under_a_picture_are_its_caption(markup: str) -> None:
    draft = draft_from_markdown(f"# Ferry to run\n\n{BODY}\n{markup}\n\n*Nobody* spoke against it.\n")
    roles = {draft.text[p.start : p.end]: p.role for p in draft.paragraphs}
    assert [text for text, role in roles.items() if role is Role.CAPTION] != []
    assert roles["Nobody spoke against it."] is Role.BODY


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("Tamsin Okoro, Staff Writer", ("Tamsin Okoro",), None),
        ("By Carly Finch For Gossipline", ("Carly Finch",), "Gossipline"),
        ("Exclusive by Stella Maddern, Health Editor", ("Stella Maddern",), None),
        ("Reviewed by Felix Ostrander", ("Felix Ostrander",), None),
        ("Interview by Noel Farrant", ("Noel Farrant",), None),
        ("Words: Ann Lowry. Pictures: Tim Oke.", ("Ann Lowry",), None),
        ("Pictures: Tim Oke. Words: Ann Lowry.", ("Ann Lowry",), None),
        ("Words: Ann Lowry | Photography: Tim Oke", ("Ann Lowry",), None),
        ("Words by Ann Lowry, photographs by Tim Oke", ("Ann Lowry",), None),
        ("Words: Ann Lowry and Bea Holt Photos: Tim Oke", ("Ann Lowry", "Bea Holt"), None),
    ],
)
def test_a_line_that_says_who_wrote_it(line: str, authors: tuple[str, ...], outlet: str | None) -> None:
    article = article_from_text(f"Ferry to run through the winter\n\n{line}\n\n{BODY}")
    assert (article.authors, article.outlet) == (authors, outlet)


def test_a_byline_with_paper_and_day_has_one_writer() -> None:
    head = "Ferry to run through the winter\n\nBy Kim Lee, The Harbour Tide, 3 May 2024\n\n"
    article = article_from_text(head + BODY)
    assert (article.authors, article.outlet, str(article.published)) == (("Kim Lee",), "The Harbour Tide", "2024-05-03")


def test_a_headline_may_end_with_a_quotation() -> None:
    headline = 'Harbour master hits back as pilot calls ferry "a bathtub": "Bless him"'
    assert article_from_text(f"{headline}\n\n{BODY}").title == headline


STORY = (
    "Karl Dunn and Peter Voss met at the depot on Monday. Voss had driven the line for ten years before Dunn bought it."
    "\n\n“It was never about the money,” Dunn said, as the two men shook hands before the cameras.\n"
)
TITLE = "Old foes meet at the tram depot"
HEADS = [
    f"{TITLE}\nBy Jane Roe\n{{}}\nJune 3, 2024",
    f"{{}}\n\n{TITLE}\n\nBy Jane Roe\n\nJune 3, 2024",
    f"{TITLE}\nBy Jane Roe, {{}}\nJune 3, 2024",
    f"{TITLE}\n\nBy Jane Roe | {{}}\n\nPublished: June 3, 2024",
    f"{TITLE}\nJane Roe\n{{}}\n3 June 2024",
    f"{TITLE}\n{{}}\n3 June 2024\nJane Roe",
    f"{TITLE}\n\nJane Roe, {{}}\n\nMon 3 Jun 2024 10.15 BST",
    f"{TITLE}\n\nJane Roe | {{}} | 3 June 2024",
]


@pytest.mark.parametrize("outlet", ["The Guardian", "The Calder Post", "Port Ellis Gazette"])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_who_wrote_and_printed_it_and_when(tmp_path: Path, head: str, outlet: str, suffix: str) -> None:
    lines = head.format(outlet)
    if suffix == ".md":
        lines = "\n\n".join(line.replace(TITLE, f"# {TITLE}") for line in lines.split("\n") if line)
    found = only_article(read_bytes(tmp_path, f"a{suffix}", f"{lines}\n\n{STORY}"))
    assert (found.title, found.authors, found.outlet, str(found.published)) == (
        TITLE,
        ("Jane Roe",),
        outlet,
        "2024-06-03",
    )


@pytest.mark.parametrize(
    ("head", "title", "authors", "outlet"),
    [
        ("By Jane Roe\nThe Calder Post\nJune 3, 2024", None, ("Jane Roe",), "The Calder Post"),
        ("By Jane Roe\nSlate Harbour\nJune 3, 2024", None, ("Jane Roe",), None),
        (f"{TITLE}\n\nTHE CALDER POST\n\nJUNE 3, 2024", TITLE, (), "The Calder Post"),
        (f"{TITLE}\n\nPort Ellis, June 3, 2024", TITLE, (), None),
        (f"{TITLE}\nBy Jane Roe\nThe Calder Post\nAugust 2024", TITLE, ("Jane Roe",), "The Calder Post"),
        (f"{TITLE}\nBy Jane Roe, Associated Press\nJune 3, 2024", TITLE, ("Jane Roe",), None),
        ("Times are hard at the tram depot\nBy Jane Roe", "Times are hard at the tram depot", ("Jane Roe",), None),
        (
            "The Sun\n\nThe Sun is the star that everybody knows, and the one that nobody has ever looked at.",
            None,
            (),
            None,
        ),
        ("3 June 2024\n\nMary Smith", None, (), None),
        ("Winds of the New Times\n\nThe wind blew.", "Winds of the New Times", (), None),
    ],
)
def test_a_head_tells_no_more_than_it_says(
    tmp_path: Path, head: str, title: str | None, authors: tuple[str, ...], outlet: str | None
) -> None:
    found = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{STORY}"))
    assert (found.title, found.authors, found.outlet) == (title, authors, outlet)


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Updated 14 April 2022; published 12 April 2022", "2022-04-12", "2022-04-14"),
        ("Published 12 April 2022; updated 14 April 2022", "2022-04-12", "2022-04-14"),
        ("Updated: 14 April 2022 | Published: 12 April 2022", "2022-04-12", "2022-04-14"),
        ("Last updated: 14 April 2022, first published: 12 April 2022", "2022-04-12", "2022-04-14"),
        ("Published: 12 April 2022 (updated 14 April 2022)", "2022-04-12", "2022-04-14"),
        ("Updated 14 April 2022", "2022-04-14", "2022-04-14"),
    ],
)
def test_a_line_with_both_dates_tells_when_it_came_out_and_when_it_was_changed(
    line: str, published: str, updated: str
) -> None:
    article = article_from_text(f"Ferry to run through the winter\n\nBy Ann Lowry | Staff writer\n{line}\n\n{BODY}")
    assert (str(article.published), str(article.updated)) == (published, updated)


@pytest.mark.parametrize("label", ["PRESS RELEASE", "Press release", "News Release", "FOR IMMEDIATE RELEASE"])
def test_what_a_document_is_called_is_no_outlet_and_no_title(label: str) -> None:
    article = article_from_text(f"{label}\n3 May 2024\n\nFerry to run through the winter\n\n{BODY}")
    assert (article.outlet, article.title, article.media) == (None, "Ferry to run through the winter", "press release")


@pytest.mark.parametrize(
    "line",
    [
        "Contact: Joy Abiola, press@roofield.example, 020 7946 0000",
        "Media contact: Joy Abiola, 020 7946 0000, Roofield Homes plc",
        "For further information, please contact: Joy Abiola of Roofield",
        "Joy Abiola at Roofield Homes, press@roofield.example",
    ],
)
def test_whom_to_ask_is_no_title(line: str) -> None:
    article = article_from_text(f"FOR IMMEDIATE RELEASE\n{line}\n\nFerry to run through the winter\n\n{BODY}")
    assert article.title == "Ferry to run through the winter"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("From The Alnbeck Echo, 3 May 2024, p. 4", "The Alnbeck Echo"),
        ("From the Alnbeck Echo, 3 May 2024", "Alnbeck Echo"),
        ("From The Guardian, 3 May 2024", "The Guardian"),
        ("The Fenwick Register\n3 May 2024", "The Fenwick Register"),
        ("The Marlin County News-Record\n3 May 2024", "The Marlin County News-Record"),
    ],
)
def test_from_a_paper_names_the_paper(line: str, outlet: str) -> None:
    article = article_from_text(f"Ferry to run through the winter\n\n{line}\n\n{BODY}")
    assert (article.outlet, str(article.published)) == (outlet, "2024-05-03")


@pytest.mark.parametrize("heading", ["", "# "])
@pytest.mark.parametrize(
    ("first", "title", "outlet"),
    [
        ("Bridge to close | The Guardian", "Bridge to close", "The Guardian"),
        ("Bridge to close - BBC News", "Bridge to close", "BBC News"),
        ("Bridge to close | Daily Mail Online", "Bridge to close", "Daily Mail"),
        ("Bridge to close on Monday | Alnbeck Echo", "Bridge to close on Monday", "Alnbeck Echo"),
        ("Bridge to close | Cllr Okafor", "Bridge to close | Cllr Okafor", None),
    ],
)
def test_an_outlet_behind_the_title_is_no_part_of_it(
    tmp_path: Path, heading: str, first: str, title: str, outlet: str | None
) -> None:
    text = f"{heading}{first}\n\nBy Ann Lowry\n\n{BODY}"
    draft = draft_from_markdown(text)
    found = [one.value for one in draft.candidates if one.field == "title"]
    assert found == [title]
    article = only_article(read_bytes(tmp_path, "bridge.md", text))
    assert (article.title, article.outlet, article.authors) == (title, outlet, ("Ann Lowry",))


def test_the_parties_of_a_court_are_no_writers(tmp_path: Path) -> None:
    head = "COUNTY COURT OF ELLERY\n\nHARBOUR TRUST LTD.,        )\n       Plaintiff,          )   Case No. 3-871\n"
    head += "    vs.                    )\nEDDA LOHR,                 )   March 12, 2024\n"
    head += "       Defendant.          )   9:04 a.m.\n\n"
    article = only_article(read_bytes(tmp_path, "a.txt", f"{head}{BODY}"))
    assert (article.authors, str(article.published)) == ((), "2024-03-12")


def test_an_agencys_name_for_a_report_is_not_its_title(tmp_path: Path) -> None:
    head = "BC-EU--Ferry Vote, 2nd Ld-Writethru,480\nFerry to run through the winter\nBy TOM OKE\nAssociated Press\n\n"
    article = only_article(read_bytes(tmp_path, "a.txt", f"{head}{BODY}"))
    assert (article.title, article.authors) == ("Ferry to run through the winter", ("Tom Oke",))


def test_a_message_of_a_chat_is_not_its_title(tmp_path: Path) -> None:
    chat = "[12/03/2024, 21:14:44] Tom Oke: Did they print it?\n"
    chat += "[12/03/2024, 21:15:02] Edda Lohr: They did, twice over, and "
    article = only_article(read_bytes(tmp_path, "a.txt", f"{chat}they printed the wrong name beneath the picture.\n"))
    assert article.title is None
