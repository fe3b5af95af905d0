"""PDFs that a browser printed: title, address and day stand in the pages' margins; and other heads of printed pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.read.reading import only_article, paragraphs, read_bytes

fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes the files")
pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

TITLE = "Goats climb the chapel again"
URL = "https://www.skellbypost.example/news/goats"
STORY = [
    f"On day {number} the goats of Skellby climbed the chapel, and the sexton wrote their number into a book that he"
    f" keeps in the tower. “They like the view {number} times over,” said Ada Obi, who keeps eleven of them.".translate(
        str.maketrans("“”", '""')
    )
    for number in range(3)
]


def printed(top: list[str], bottom: list[str], pages: int = 1) -> Any:
    """Return a PDF whose margins hold these texts, from left to right; "#" is the page's number."""
    document = fpdf.FPDF()
    document.set_auto_page_break(auto=False)
    for number in range(1, pages + 1):
        document.add_page()
        document.set_font("Helvetica", size=7)
        for row, height in ((top, 6), (bottom, 292)):
            for place, text in enumerate(row):
                document.text((10, 60, 140)[place], height, text.replace("#", str(number)))
        document.set_y(15)
        if number == 1:
            document.set_font("Helvetica", size=20)
            document.multi_cell(0, 9, TITLE, new_x="LMARGIN", new_y="NEXT")
            document.set_font("Helvetica", size=10)
            for line in ("By Jane Roe", "14 March 2023"):
                document.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
        document.ln(4)
        for text in STORY:
            document.multi_cell(0, 6, text.replace("On day", f"On page {number}, day"), new_x="LMARGIN", new_y="NEXT")
            document.ln(3)
    return document


@pytest.mark.parametrize("pages", [1, 2])
@pytest.mark.parametrize(
    ("top", "bottom"),
    [
        (["28/05/2024, 10:15", f"{TITLE} | Skellby Post"], [URL, "", "#/{}"]),
        (["5/28/24, 10:15 AM", f"{TITLE} - Skellby Post"], [URL, "", "#/{}"]),
        ([f"{TITLE} | Skellby Post", "", URL], ["# of {}", "", "28/05/2024, 10:15"]),
        ([], [URL, "", "28.05.2024, 10:15"]),
    ],
    ids=["Chrome", "Chrome, American", "Firefox", "Safari"],
)
def test_what_a_browser_prints_around_a_page(tmp_path: Path, top: list[str], bottom: list[str], pages: int) -> None:
    document = printed(top, [one.format(pages) for one in bottom], pages)
    article = only_article(read_bytes(tmp_path, "a.pdf", bytes(document.output())))
    assert (article.title, article.authors, str(article.published)) == (TITLE, ("Jane Roe",), "2023-03-14")
    assert (article.url, str(article.accessed)) == (URL, "2024-05-28")
    assert article.outlet == ("Skellby Post" if top else "skellbypost.example")
    assert not any(URL in text or "10:15" in text or "Skellby Post" in text for text in paragraphs(article))


def test_an_address_in_the_last_line_is_a_text_s_own(tmp_path: Path) -> None:
    document = printed([], ["Write to https://www.goats.example/help"])
    texts = paragraphs(only_article(read_bytes(tmp_path, "a.pdf", bytes(document.output()))))
    assert any("goats.example" in text for text in texts)


def test_turns_whose_lines_are_numbered(tmp_path: Path) -> None:
    turns = ["JUSTICE ORR: Yes, Ms Penn.", "MS PENN: I call Ada Obi, my Lord.", "Q. When did you first see the goats?",
             "A. In May. There were four.", "Q. And who told you of the ladder?", "A. Nobody. I read it in the paper.",
             "JUSTICE ORR: Which paper was it?", "A. The Post, my Lord."]  # fmt: skip
    document = fpdf.FPDF()
    document.add_page()
    document.set_font("Courier", size=10)
    for number, turn in enumerate(turns, 1):
        document.text(20, 10 + 8 * number, str(number))
        document.text(30, 10 + 8 * number, turn)
    article = only_article(read_bytes(tmp_path, "a.pdf", bytes(document.output())))
    assert " ".join(paragraphs(article)) == " ".join(turns)


@pytest.mark.parametrize(
    "above",
    ["1 Mill Road, Skellby SK1 1AA", "220 Chapel Street, Skellby, NY 10001", "News Sport Opinion Weather Subscribe"],
)
def test_an_address_and_a_menu_are_no_titles(tmp_path: Path, above: str) -> None:
    text = f"{above}\n\n14 March 2023\n\n{TITLE.upper()}\n\n{STORY[0]}\n"
    article = only_article(read_bytes(tmp_path, "a.txt", text))
    assert (article.title, article.outlet) == (TITLE.upper(), None)


def test_a_street_may_be_in_a_title(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "a.txt", f"10 Downing Street calls the goats home\n\n{STORY[0]}\n"))
    assert article.title == "10 Downing Street calls the goats home"
