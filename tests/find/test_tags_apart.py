"""A reporter's clause in a line of its own, as line breaks of pages and PDFs leave it."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

BEFORE = "Quay vote delayed\nBoth rivals of Tom Orr wrote about the quay to the paper on Monday.\n"


@pytest.mark.parametrize(
    ("lines", "speaker"),
    [
        ("“It is a very sad day,”\nHale told reporters outside.", "Hale"),
        ("“It is a very sad day,”\nsaid Ada Hale, who lost.", "Ada Hale"),
        ("'It is a very sad day',\nsaid Ada Hale, who lost.", "Ada Hale"),
        ("Ada Hale stood by.\n“It is a very sad day,”\nshe said.", "Ada Hale"),
    ],
)
def test_a_clause_behind_a_line_break_tells_who_said_the_line_before(
    as_article: ArticleMaker, lines: str, speaker: str
) -> None:
    article = as_article(BEFORE + lines)
    [found] = find_quotes(article)
    assert (found.text.rstrip(","), found.speakers) == ("It is a very sad day", (speaker,))
    paragraph = article.paragraphs[found.paragraph - 1]
    assert paragraph.start <= found.start < found.end <= paragraph.end


@pytest.mark.parametrize(
    "lines",
    [
        "“It is a very sad day.”\nHale told reporters another thing outside.",  # the sentence has ended
        "“It is a very sad day,”\nAda Hale, 51, a baker from Pier Road",  # a line of a survey
    ],
)
def test_what_is_no_such_clause_stays_a_paragraph(as_article: ArticleMaker, lines: str) -> None:
    article = as_article(BEFORE + lines + "\n“We go on,” said Ben Ito.")
    later = find_quotes(article)[-1]
    assert (later.speakers, later.paragraph) == (("Ben Ito",), 5)
