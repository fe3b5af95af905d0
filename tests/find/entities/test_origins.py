"""Where people come from leads to them: "the Spaniard", "the Texan"."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            (
                "Spain's Joan Puig beat the German defender Uwe Kolb on Monday in Rome after three long hours."
                " “I was tired,” the Spaniard said.\n\n“He was quick,” said the German."
            ),
            [("Joan Puig",), ("Uwe Kolb",)],
        ),
        (
            (
                "Joan Puig (Spain) won in Rome on Monday after three long hours. Uwe Kolb wept in the tunnel."
                " The Spaniard said it was “a fine day”."
            ),
            [("Joan Puig",)],
        ),
        (
            (
                "Sen. Ana Ruiz, D-Texas, had waited for two hours in the corridor. Sen. Ned Orr of Kentucky"
                " came out first."
                "\n\n“No,” the Texan said. The Kentuckian did not look up. “Perhaps,” he said."
            ),
            [("Ana Ruiz",), ("Ned Orr",)],
        ),
    ],
)
def test_whoever_comes_from_there_is_meant(
    as_article: ArticleMaker, text: str, speakers: list[tuple[str, ...]]
) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == speakers


def test_another_country_rules_somebody_out(as_article: ArticleMaker) -> None:
    text = (
        "Joan Puig of Spain beat Uwe Kolb on Monday in Rome after three long hours on the clay.\n\n"
        "“I was tired and I was slow,” the Australian said."
    )
    (quotation,) = find_quotes(as_article(text))
    assert "Joan Puig" not in quotation.speakers
