"""Vox pops: a line that is a name before each quotation, or after each."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.core.types import Article, Paragraph, Role
from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces


def sources(article: Article) -> list[str | None]:
    """Return whom the structure names for each piece."""
    return [article.text[slice(*piece.source)] if piece.source else None for piece in find_pieces(article)]


SERIES = {
    "before each": (
        "We asked.\nAnn Lee, 63, Denny\n“No way.”\nBob Ray, 22, student\n“Why not?”\nIt rained.",
        ["Ann Lee", "Bob Ray"],
    ),
    "after each": (
        "We asked.\n“No way.”\nAnn Lee, 63, Denny\n“Why not?”\nBob Ray, 22, student\nIt rained.",
        ["Ann Lee", "Bob Ray"],
    ),
    "two people, and one named with a post": (
        "Ann and Bob Poole, both 74, from Denny\n“No way.”\nDr C. D. Ray, head of Denny Primary\n“Why not?”",
        ["Ann and Bob Poole", "Dr C. D. Ray"],
    ),
    "over paragraphs": (
        "Ann Lee, 63\n“No way.\n“Not ever.”\nBob Ray, 22\n“Why not?”\n“Go on.”",
        ["Ann Lee", "Ann Lee", "Bob Ray", "Bob Ray"],
    ),
    "names alone": ("Ann Lee\n“No way.”\nBob Ray\n“Why not?”", ["Ann Lee", "Bob Ray"]),
    "colons": ("Ann Lee, 63:\n“No way.”\nBob Ray, 22:\n“Why not?”", ["Ann Lee", "Bob Ray"]),
    "a heading that looks like a name": (
        "Market Voxpop\n“No way.”\nAnn Lee, 63\n“Why not?”\nBob Ray, 22",
        ["Ann Lee", "Bob Ray"],
    ),
    "below a quotation of the reporter's": (
        "“It is late,” she said.\nAnn Lee, 63\n“No way.”\nBob Ray, 22\n“Why not?”",
        [None, "Ann Lee", "Bob Ray"],
    ),
    "below a quotation that is introduced": (
        "She said:\n“It is late.”\nAnn Lee, 63\n“No way.”\nBob Ray, 22\n“Why not?”",
        [None, "Ann Lee", "Bob Ray"],
    ),
}


@pytest.mark.parametrize("name", SERIES)
def test_how_a_series_begins_and_ends_tells_its_direction(name: str, as_article: ArticleMaker) -> None:
    text, expected = SERIES[name]
    assert sources(as_article(text)) == expected


NONE = {
    "one alone": "Ann Lee, 63\n“No way.”\nIt rained.",
    "topics": "Climate Change\n“No way.”\nGun Control\n“Why not?”",
    "days": "Tuesday, May 3\n“No way.”\nFriday, May 6\n“Why not?”",
    "sentences": "Ann Lee sighed.\n“No way.”\nBob Ray smiled.\n“Why not?”",
    "both ends alike": "“No way.”\nAnn Lee, 63\n“Why not?”\nBob Ray, 22\n“Go on.”",
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_series(name: str, as_article: ArticleMaker) -> None:
    assert set(sources(as_article(NONE[name]))) == {None}


def test_lines_of_one_paragraph() -> None:
    text = "Ann Lee, 63\n“No way.”\n\nBob Ray, 22\n“Why not?”"
    middle = text.index("\n\n")
    article = Article(text, (Paragraph(0, middle), Paragraph(middle + 2, len(text))))
    assert sources(article) == ["Ann Lee", "Bob Ray"]


def test_the_names_of_a_series_are_the_speakers(as_article: ArticleMaker) -> None:
    text = (
        "We asked.\nAnn Poole, 63, Denny\n“I won’t pay.”\nTed and Moira Ray, both 74\n“We will, I think.”\nIt rained."
    )
    article = as_article(text, roles={1: Role.SUBTITLE, 3: Role.SUBTITLE})
    one, two = find_quotes(article)
    assert (one.speakers, two.speakers) == (("Ann Poole",), ("Ted Ray", "Moira Ray"))


@pytest.mark.slow
def test_time_grows_with_the_text(as_article: ArticleMaker) -> None:
    for line in ("Ann Lee, 63\n“No.”\n", "“No.” " + "Ann Lee " * 14, "Ann Lee\n", "“No.”\n"):
        assert_linear(lambda text: find_pieces(as_article(text)), line.__mul__, 2_500)
