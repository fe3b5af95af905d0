"""What Nexis writes around an article, and the head of a speech, as read and as cited."""

from __future__ import annotations

from pathlib import Path

from tests.read.reading import only_article, read_bytes

from quotecli.cite import Source, csl_item
from quotecli.core.types import Article

TEXT = "The tarn is deeper than it was, they say, and nobody has measured it since."


COVER = ("Documents (2)", "1. The tarn is to be measured", "Client/Matter: -None-", "2. Nobody knows it", "")
NEXIS = (
    "{title}\nThe New York Times on the Web\nMarch {day}, 2019 Sunday\nLate Edition - Final\n\n"
    "Section: Section A; Column 1; National Desk; Pg. 1{day}\nLength: 812 words\nByline: Jane Roe\n"
    "Highlight: Nobody has measured it since the port was built.\nBody\n\n{text}\n\nLoad-Date: March 9, 2019\n{end}\n\n"
)


def nexis(title: str, day: int, end: str = "End of Document") -> str:
    return NEXIS.format(title=title, day=day, text=TEXT, end=end)


def test_a_cover_that_lists_the_articles_is_none(tmp_path: Path) -> None:
    both = "\n".join(COVER) + "\n" + nexis("The tarn is to be measured", 3) + nexis("Nobody knows it", 4)
    for text in (both, both.replace("2. Nobody knows it\n", "2. Nobody knows it\n\nEnd of Document\n")):
        found = [one for one in read_bytes(tmp_path, "a.txt", text) if isinstance(one, Article)]
        assert [one.title for one in found] == ["The tarn is to be measured", "Nobody knows it"]
    alone = "\n".join(COVER) + "\n" + nexis("The tarn is to be measured", 3, end="")
    assert only_article(read_bytes(tmp_path, "a.txt", alone)).title == "The tarn is to be measured"


def test_a_long_list_on_the_cover_hides_no_head(tmp_path: Path) -> None:
    cover = "\n".join(["Documents (40)", *(f"{number}. The tarn, part {number}" for number in range(1, 41)), ""])
    article = only_article(read_bytes(tmp_path, "a.txt", cover + "\n" + nexis("The tarn is to be measured", 3, end="")))
    assert (article.title, article.authors) == ("The tarn is to be measured", ("Jane Roe",))


def test_what_nexis_says_of_edition_page_and_site(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", nexis("The tarn is to be measured", 3)))
    assert (article.title, article.outlet, article.section) == (
        "The tarn is to be measured",
        "The New York Times",
        "National Desk",
    )
    source = Source.of_article(article)
    assert (source.section, source.pages, csl_item(source, id="x")["page"]) == ("National Desk", "13", "13")
    untitled = f"Late Edition - Final\n\nMarch 3, 2019\n\nByline: Jane Roe\n\n{TEXT}\n\nLoad-Date: March 9, 2019\n"
    assert only_article(read_bytes(tmp_path, "a.txt", untitled)).title is None
    told = f"Highlight: Nobody knows how deep it is, they say.\nMarch 3, 2019\n\n{TEXT}\n\nLoad-Date: March 9, 2019\n"
    assert only_article(read_bytes(tmp_path, "a.txt", told)).title is None


def test_a_date_below_a_title_is_no_part_of_it(tmp_path: Path) -> None:
    head = "Remarks by the President at the Opening of the Tarn\nMarch 3, 2019"
    article = only_article(read_bytes(tmp_path, "a.txt", f"{head}\n\n{TEXT}\n"))
    assert (article.title, str(article.published)) == (head.split("\n", maxsplit=1)[0], "2019-03-03")
    assert article.media == "speech"
