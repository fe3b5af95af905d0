"""Where a name begins behind offices and titles, and titles that are part of a name."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Princess Nokia said the hall was “too small.” “I sang,” Nokia said.", "Princess Nokia"),
        ("Rapper Queen Naija said the hall was “too small.”", "Queen Naija"),
        ("Lady Ashby said the hall was “too small.”", "Ashby"),
        ("Judge Banks said the hall was “too small.”", "Banks"),
        ("Officer Church said the hall was “too small.”", "Church"),
        ("“He ran,” Calder Police Chief Ellen Banks said. “It is sad,” Banks said.", "Ellen Banks"),
        ("The game was cut short. It was “over,” Major League Cricket Commissioner Ron Sayle said.", "Ron Sayle"),
    ],
)
def test_titles_are_part_of_some_names(as_article: ArticleMaker, text: str, name: str) -> None:
    assert {quote.speakers for quote in find_quotes(as_article(text))} == {(name,)}
