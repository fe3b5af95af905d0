"""PDF: the paper and the day that stand at the edges of all pages."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tests.read.reading import only_article, read_bytes

from quotecli.core.types import Article

fpdf = pytest.importorskip("fpdf", reason="fpdf2 writes the files")
pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

WORDS = "keeper ferry chain landing lamp winter council bridge rail harbour morning letter answer promise night".split()


def printed(folder: Path, *head: tuple[float, str]) -> Article:
    """Read three pages of prose below these words, each at its place from the left."""
    document = fpdf.FPDF()
    document.set_font("Times", size=11)
    for number in range(3):
        document.add_page()
        for left, words in head:
            document.text(left, 10, words)
        document.set_y(30)
        for place in range(4):
            words = " ".join(Random(10 * number + place).choices(WORDS, k=60))
            document.multi_cell(0, 5, f"The {words}, as Nell Ferrow said.")
            document.ln(4)
    return only_article(read_bytes(folder, "a.pdf", bytes(document.output())))


@pytest.mark.parametrize(
    "head",
    [
        ((10.0, "THE GREBE HERALD"), (120.0, "Thursday, March 4, 2021")),
        ((10.0, "The Grebe Herald | Thursday, March 4, 2021 | Local"),),
    ],
)
def test_the_paper_and_its_day(tmp_path: Path, head: tuple[tuple[float, str], ...]) -> None:
    article = printed(tmp_path, *head)
    assert (article.outlet, str(article.published)) == ("The Grebe Herald", "2021-03-04")
    assert "Herald" not in article.text


@pytest.mark.parametrize("head", ["Printed on March 4, 2021", "Revised March 4, 2021", "Chapter 3, the ferry of 1921"])
def test_other_heads_tell_nothing(tmp_path: Path, head: str) -> None:
    article = printed(tmp_path, (10.0, head))
    assert (article.outlet, article.published) == (None, None)
