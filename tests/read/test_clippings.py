"""Articles from newspaper archives and the records of EBSCO, Gale and NewsBank: where each was printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.reading import only_article, paragraphs, read_bytes

from quotecli.core.types import Article
from quotecli.find import find_quotes

TITLE = "Goats climb the chapel for the third time"
STORY = (
    "The goats of Skellby climbed the chapel again on Monday, and the sexton has asked the council for a ladder.\n\n"
    "“They like the view,” said Ada Obi, who keeps eleven of them behind the mill.\n"
)
WORDS = "They like the view,"


def page_told(article: Article) -> str | None:
    return next((one.value for one in article.evidence if one.field == "page" and one.used), None)


@pytest.mark.parametrize(
    ("line", "outlet", "page"),
    [
        ("The Argus (Melbourne, Vic. : 1848 - 1957), Tuesday 14 March 1933, page 5", "The Argus", "5"),
        ("Newspapers.com - The Skellby Post - 14 Mar 1933 - Page 5", "The Skellby Post", "5"),
        ("The Skellby Post (Skellby, Kent), 14 Mar 1933, Tue • Page 5", "The Skellby Post", "5"),
        ("The Skellby post. (Skellby, Kent), March 14, 1933, Page B5, Image 7", "The Skellby post", "B5"),
        ("Papers Past | Skellby Post, 14 March 1933", "Skellby Post", None),
        ("Source: Skellby Post. (Mar. 14, 1933): News: p5.", "Skellby Post", "5"),
        ("Source: Skellby Post. 03/14/1933, p5. 1p.", "Skellby Post", "5"),
        ("6   SKELLBY POST   Tuesday, March 14, 1933   NEWS", "Skellby Post", "6"),
        ("From the Skellby Post, 14 March 1933, p. 5", "Skellby Post", "5"),
    ],
)
def test_where_a_clipping_is_printed(tmp_path: Path, line: str, outlet: str, page: str | None) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", f"{line}\n\n{TITLE}\n\n{STORY}"))
    found = (article.title, article.outlet, str(article.published), page_told(article))
    assert found == (TITLE, outlet, "1933-03-14", page)


@pytest.mark.parametrize(
    "line",
    [
        "Goats were seen on 14 March 1933 by page 5 of them",
        "It rained. The Skellby Post, 14 March 1933, page 5",
        "Skellby Post, March 1933, page 5",
    ],
)
def test_a_sentence_is_no_clipping(tmp_path: Path, line: str) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", f"{line}\n\n{TITLE}\n\n{STORY}"))
    assert page_told(article) is None


@pytest.mark.parametrize(
    "line", ["Author: Jane Roe | Section: News | Page 5", "Jane Roe | Section: News | Page 5", "Jane Roe | 312 words"]
)
def test_facts_that_bars_part(tmp_path: Path, line: str) -> None:
    head = f"{TITLE}\nMarch 14, 2023 | Skellby Post (UK)\n{line}"
    article = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{STORY}"))
    assert (article.title, article.authors, article.outlet) == (TITLE, ("Jane Roe",), "Skellby Post")
    assert page_told(article) == ("5" if "Page" in line else None)


def test_a_title_behind_which_words_are_counted(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", f"{TITLE} | 12 comments\nBy Jane Roe\n\n{STORY}"))
    assert (article.title or "").startswith(TITLE)


def ebsco(number: int, title: str, writer: str) -> str:
    return (
        f"Record: {number}\nTitle:\t{title}.\nAuthors:\t{writer}\nSource:\tSkellby Post. 03/1{number}/2023, p5. 1p.\n"
        f"Document Type:\tArticle\nSubject Terms:\t*GOATS\nAccession Number:\t9FY00000{number}\n"
        f"Database:\tNewspaper Source\n\n{title}\n{STORY}\n"
    )


def test_the_records_of_ebsco(tmp_path: Path) -> None:
    text = ebsco(1, TITLE, "Roe, Jane") + ebsco(2, "Sexton buys a ladder in the market", "Ortiz, Ana")
    first, second = read_bytes(tmp_path, "a.txt", text)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.authors, first.outlet, str(first.published)) == (
        TITLE, ("Jane Roe",), "Skellby Post", "2023-03-11"
    )  # fmt: skip
    assert (second.title, second.authors, str(second.published)) == (
        "Sexton buys a ladder in the market", ("Ana Ortiz",), "2023-03-12"
    )  # fmt: skip
    assert [one.text for one in find_quotes(first)] == [WORDS]


def test_ebscos_line_above_an_article(tmp_path: Path) -> None:
    head = f"{TITLE}. By: Roe, Jane, Skellby Post, 00000001, Mar 14, 2023\nDatabase: Newspaper Source Plus"
    article = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{STORY}"))
    assert (article.title, article.authors, article.outlet, str(article.published)) == (
        TITLE, ("Jane Roe",), "Skellby Post", "2023-03-14"
    )  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    ["Source Citation   (MLA 9th Edition)", "• Citation (APA Style)", "How to cite this article", "Cite this article:"],
)
def test_how_an_article_is_cited_is_none_of_its_words(tmp_path: Path, heading: str) -> None:
    cited = f"{heading}\nRoe, Jane. “{TITLE}.” Skellby Post, 14 Mar. 2023, p. 5."
    article = only_article(
        read_bytes(tmp_path, "a.txt", f"{TITLE}\n\nBy Jane Roe\n14 March 2023\n\n{STORY}\n{cited}\n")
    )
    assert [one.text for one in find_quotes(article)] == [WORDS]
    assert any("Skellby Post" in text for text in paragraphs(article))


def test_the_door_of_a_library_is_no_address(tmp_path: Path) -> None:
    address = "https://www.proquest.com/docview/278000001"
    doors = (f"https://ezproxy.skellby.example/login?url={address}", address)
    for at, door in enumerate(doors):
        article = only_article(read_bytes(tmp_path, f"{at}.txt", f"{TITLE}\nBy Jane Roe\n{door}\n\n{STORY}"))
        assert article.url == address
