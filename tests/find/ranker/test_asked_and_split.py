"""Who asks and who answers, and statements that the reporter's words split."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.core.types import Kind
from quotecli.find import find_quotes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Colin Voss asked Joan Tarry, the mayor: “Do you regret it?” She answered: “No. I regret you.”",
            [("Colin Voss", "Colin Voss"), ("She", "Joan Tarry")],
        ),
        (
            "A reporter asked Joan Tarry, “Do you regret the bridge?” Tarry answered, “Not for a minute.”",
            [("A reporter", None), ("Tarry", "Joan Tarry")],
        ),
        (
            "Joan Tarry came late. Asked by a reporter “Do you regret it?”, Joan Tarry said no.",
            [("a reporter", None)],
        ),
        ("Colin Voss says Joan Tarry told him: “Sit down!”", [("Joan Tarry", "Joan Tarry")]),
    ],
)
def test_who_asks_and_who_answers(as_article: ArticleMaker, text: str, who: list[tuple[str, str | None]]) -> None:
    found = find_quotes(as_article(text))
    assert [(quote.said_as, " and ".join(quote.speakers) or None) for quote in found] == who


@pytest.mark.parametrize(
    "text",
    [
        "“We tried everything,” said Ines Lopez, “and we lost.”",
        "“We tried everything,” Ines Lopez, the captain of the team, said on Monday, “and then I fell asleep.”",
    ],
)
def test_a_short_second_piece_belongs_to_the_first(as_article: ArticleMaker, text: str) -> None:
    first, second = find_quotes(as_article(text))
    assert (first.kind, second.kind, second.part_of) == (Kind.DIRECT, Kind.DIRECT, 0)


@pytest.mark.parametrize(
    "text",
    [
        "“We tried everything,” said Ines Lopez, who called it “a mess.”",
        "“We tried everything,” said Ines Lopez, calling it “a mess.”",
    ],
)
def test_a_fragment_behind_is_none_of_the_statement(as_article: ArticleMaker, text: str) -> None:
    assert {quote.part_of for quote in find_quotes(as_article(text))} == {None}
