"""Quotations over several paragraphs are one speaker's, wherever the text tells whose they are."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

FERRY = "“When I was young we had a ferry that ran four times a day."
SANK = "“It sank on a Tuesday and nobody from the council came."


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"Residents met on Monday.\n{FERRY}\n{SANK}\n“Now we have nothing,” said Colin Voss.", ["Colin Voss"] * 3),
        (f"Joan Tarry said: “No.”\n{FERRY}\n“It sank,” said Colin Voss.", ["Joan Tarry", "Colin Voss", "Colin Voss"]),
        (f"Joan Tarry was angry. “We go,” she said. “We row.\n{SANK}\n“They never do.”", ["Joan Tarry"] * 4),
        (f"Joan Tarry said:\n{FERRY}\n{SANK}”", ["Joan Tarry"] * 2),
        (f"It rained all day.\n{FERRY}\n{SANK}”\nThere was no more to say.", [None] * 2),
    ],
)
def test_paragraphs_of_one_statement(as_article: ArticleMaker, text: str, speakers: list[str | None]) -> None:
    found = find_quotes(as_article(text))
    assert [" and ".join(quote.speakers) or None for quote in found] == speakers
    goes_on = [number for number, quote in enumerate(found) if quote.part_of is not None]
    assert goes_on[-1] == len(found) - 1


def test_paragraphs_that_nothing_tells_go_on_from_whoever_spoke(as_article: ArticleMaker) -> None:
    text = (
        "“I kept the lamp for thirty years,” Omar Haddad said. Sailors would wave to him.\n"
        "“Some of them rowed over with bread and asked me what I did up there in the winter.\n"
        "“I told them that I was never bored, and that I never slept.”\n"
        "Leila Haddad says she had a letter from the harbour. “It was long,” she said."
    )
    found = [quote.speakers for quote in find_quotes(as_article(text))]
    assert found == [("Omar Haddad",)] * 3 + [("Leila Haddad",)]
