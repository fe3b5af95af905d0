"""Texts that end anywhere: a clipping, a cut feed, a headline alone. Nothing raises, and offsets stay true."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.find import find_quotes

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "attribution"
CUTS = 1_500


@pytest.mark.parametrize(
    "text",
    [
        "It was told by Norman “Nobby” Clarke",
        "The crowd said “no way, none” to Norman “Nobby” Clarke",
        "“No way, none,” said Constable PC",
        "“No way, none,” said Ann Lee, the new director of",
        "“No way, none,” said Ann Lee, the director of policy,",
        "“No way, none,” said Ann Lee.\nCollege",
        "“No way, none,” said the Minister Deputy",
    ],
)
def test_the_text_ends_where_more_was_looked_for(as_article: ArticleMaker, text: str) -> None:
    for quotation in find_quotes(as_article(text), indirect=True, explain=True):
        assert text[quotation.start : quotation.end] == quotation.text


@pytest.mark.parametrize(
    "said",
    [
        "*“It will be a long winter,”* said Ana Ruiz",
        "_“It will be a long winter,”_ said *Ana Ruiz*",
        "“It will be a long winter,” **Ana Ruiz** said",
        "“It will be a long winter,”[2] said Ana Ruiz,[3] who owns a boat",
        "“It will be a long winter,”2 said Ana Ruiz",
    ],
)
def test_marks_of_emphasis_and_numbers_of_notes_stand_between_nobody(as_article: ArticleMaker, said: str) -> None:
    text = f"The bridge is shut, and the council told the papers so.[1] {said}. She has a house beside the bridge."
    (quotation,) = find_quotes(as_article(text))
    assert (quotation.text, quotation.speakers) == ("It will be a long winter,", ("Ana Ruiz",))
    assert text[quotation.start : quotation.end] == quotation.text
    assert text[slice(*quotation.said_as_span or ())] == "Ana Ruiz"
    assert quotation.confidence > 0.8


@pytest.mark.slow
def test_articles_cut_anywhere(as_article: ArticleMaker) -> None:
    draw = random.Random(8)
    paths = sorted(FIXTURES.glob("*.jsonl"))
    texts = [json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    for number in range(CUTS):
        text = draw.choice(texts)
        start = draw.randrange(len(text))
        cut = text[start : start + draw.randrange(5, 700)]
        if number % 3 == 0:
            words = cut.split(" ")
            draw.shuffle(words)
            cut = " ".join(words)
        for quotation in find_quotes(as_article(cut), indirect=number % 2 == 0, explain=number % 5 == 0):
            assert cut[quotation.start : quotation.end] == quotation.text


@pytest.mark.slow
def test_endless_lists_and_interviews_take_time_by_their_length(as_article: ArticleMaker) -> None:
    def of_names(number: int) -> str:
        return "Ann Marlow and " * number + "said no. “We are late,” she said."

    def of_turns(number: int) -> str:
        return "\n\n".join(f"Q. Why did Ana{turn} Ruiz row?\n\nA. She had to." for turn in range(number))

    def of_clauses(number: int) -> str:
        return "— Where to? he asked.\n\n— Go" + ", he said with a nod. The man ran fast" * number

    def of_foreign_pieces(number: int) -> str:
        return "Das sagte die Ministerin am Montag und der Rat war nicht froh. " + "„Wir sind es“, " * number

    for make, number in ((of_names, 1000), (of_turns, 50), (of_clauses, 200), (of_foreign_pieces, 500)):
        assert_linear(lambda text: find_quotes(as_article(text)), make, number)
