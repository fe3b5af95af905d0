"""What the text says was not said is nobody's speech: denials of the reporter's, and what a correction takes back."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces

TOLD = "Ms. Orr, the keeper of the lock, spoke on Monday. “We stay,” Ms. Orr told the crowd.\n\n"
CASES = {
    "did not say": ("The paper was wrong. Ms. Orr did not say “Locks are a joke.”", []),
    "didn't say that": ("She didn’t say that “locks are a joke” at all.", []),
    "never said": ("Ms. Orr never said “locks are a joke” to anybody.", []),
    "misquoted": (
        "Correction, May 4: We misquoted Ms. Orr as saying the lock was “a joke.” She called it “a yoke.”",
        ["a yoke."],
    ),
    "misquoted directly": ("An earlier version misquoted Ms. Orr as saying “Locks are a joke.” We are sorry.", []),
    "not, in a correction": ("Correction: Ms. Orr said “a yoke,” not “a joke.”", ["a yoke,"]),
    "not, below its heading": ("CLARIFICATION\n\nMs. Orr said “a yoke,” not “a joke.”", ["a yoke,"]),
    "not, elsewhere": ("Ms. Orr said “a yoke,” not “a joke.”", ["a yoke,", "a joke."]),
    "denied": ("Ms. Orr denied saying “locks are a joke” to anybody.", ["locks are a joke"]),
    "her silence on something else": (
        "She did not say when. “I will think about it,” Ms. Orr said.",
        ["I will think about it,"],
    ),
}


@pytest.mark.parametrize(("words", "pieces"), CASES.values(), ids=CASES.keys())
def test_what_was_not_said_is_no_piece(as_article: ArticleMaker, words: str, pieces: list[str]) -> None:
    article = as_article(TOLD + words)
    assert [article.text[piece.start : piece.end] for piece in find_pieces(article)] == ["We stay,", *pieces]


def test_the_others_keep_their_speakers(as_article: ArticleMaker) -> None:
    text = TOLD + "Correction: We misquoted Ms. Orr. She did not say “Locks are a joke.” She said “Locks are a yoke.”"
    found = find_quotes(as_article(text))
    assert [(quotation.text, quotation.speakers) for quotation in found] == [
        ("We stay,", ("Orr",)),
        ("Locks are a yoke.", ("Orr",)),
    ]


def test_denials_without_end_take_time_by_their_length(as_article: ArticleMaker) -> None:
    assert_linear(find_pieces, lambda n: as_article("misquoted A. B as saying never said “no” not " * 100 * n), 5)
    assert_linear(find_pieces, lambda n: as_article(f"She was misquoted {'Mrs.' * n} and “no”"), 2)
