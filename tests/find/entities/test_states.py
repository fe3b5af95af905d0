"""Senators and their states: who is elected where is told apart by it."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


@pytest.mark.parametrize(
    ("both", "one", "other"),
    [
        ("Sen. Dale Pruitt, R-Neb., and Sen. Tobias Hale, D-Md.,", "the senator from Nebraska", "the Maryland senator"),
        (
            "Sen. Dale Pruitt (R-Neb.) and Sen. Tobias Hale (D-N.J.)",
            "the Nebraska Republican",
            "the New Jersey Democrat",
        ),
        (
            "Nebraska Sen. Dale Pruitt and South Dakota Rep. Tobias Hale",
            "the Nebraska lawmaker",
            "the South Dakota lawmaker",
        ),
    ],
)
def test_who_is_elected_where(as_article: ArticleMaker, both: str, one: str, other: str) -> None:
    text = f"{both} spoke. “We need time,” Hale said.\n\n“I want a bill,” {one} said. “So do I,” said {other}."
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [
        ("Tobias Hale",),
        ("Dale Pruitt",),
        ("Tobias Hale",),
    ]
