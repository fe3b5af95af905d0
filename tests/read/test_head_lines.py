"""What plain text and Markdown say of themselves in lines of their own."""

from __future__ import annotations

import pytest

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
    ],
)
def test_a_line_that_says_who_wrote_it(line: str, authors: tuple[str, ...], outlet: str | None) -> None:
    article = article_from_text(f"Ferry to run through the winter\n\n{line}\n\n{BODY}")
    assert (article.authors, article.outlet) == (authors, outlet)


def test_a_headline_may_end_with_a_quotation() -> None:
    headline = 'Harbour master hits back as pilot calls ferry "a bathtub": "Bless him"'
    assert article_from_text(f"{headline}\n\n{BODY}").title == headline
