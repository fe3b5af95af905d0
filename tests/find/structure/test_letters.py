"""Letters to the editor: from a salutation down to a signature they are the words of who signs."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.core.tables import read_table
from quotecli.core.types import Article, Paragraph, Role
from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces

Found = list[tuple[str, str | None]]


def found(article: Article) -> Found:
    """Return the words of each piece in block style, and who the structure names."""
    text = article.text
    pieces = [piece for piece in find_pieces(article) if piece.style == "block"]
    return [(text[piece.start : piece.end], text[slice(*piece.source)] if piece.source else None) for piece in pieces]


def blocks(text: str) -> Article:
    """Return an article whose paragraphs stand between empty lines and may have several lines."""
    paragraphs = []
    at = 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(at, at + len(part)))
        at += len(part) + 2
    return Article(text, tuple(paragraphs))


LETTERS: dict[str, tuple[str, Found]] = {
    "a dash, and words in marks": (
        "Your views\nSir – The toad is no “pest”. Mine sings.\nI feed it.\nAnn Lee\nToad Hall, Upper Mill\nMore news.",
        [("Sir – The toad is no “pest”. Mine sings.", "Ann Lee"), ("I feed it.", "Ann Lee")],
    ),
    "capitals and a comma": (
        "SIR, Toads vote too.\nBOB RAY\nUpper Mill",
        [("SIR, Toads vote too.", "BOB RAY")],
    ),
    "a salutation on a line of its own": (
        "Dear Sirs,\nToads vote too.\nYours faithfully,\nBob Ray",
        [("Toads vote too.", "Bob Ray")],
    ),
    "America": (
        "To the Editor:\nRe “A Toad’s Life” (May 3):\nToads vote.\nAnn Lee\nTulsa\nThe writer keeps toads.",
        [("Re “A Toad’s Life” (May 3):", "Ann Lee"), ("Toads vote.", "Ann Lee")],
    ),
    "two writers, then one with a title and a body": (
        "Madam – Toads vote.\nTed and Moira Poole\nBy email\nSir – They don’t.\nProf A. B. Lee, Toad Institute",
        [("Madam – Toads vote.", "Ted and Moira Poole"), ("Sir – They don’t.", "Prof A. B. Lee")],
    ),
    "nobody who would be named, then a first name": (
        "Dear Editor – I ate one.\nName and address supplied\nOn toads\nDear Editor – So did I!\nKit, Mill Lane",
        [("Dear Editor – I ate one.", "Name and address supplied"), ("Dear Editor – So did I!", "Kit")],
    ),
    "a first name after a courtesy": (
        "Dear Editor: I ate one.\nYours in some shame,\nKit",
        [("Dear Editor: I ate one.", "Kit")],
    ),
    "small letters behind the comma": (
        "Dear Editor, the toad is mine.\nAnn Lee",
        [("Dear Editor, the toad is mine.", "Ann Lee")],
    ),
    "a salutation without a comma": ("Dear Sir\nThe toad is mine.\nAnn Lee", [("The toad is mine.", "Ann Lee")]),
    "a letter without a signature before one that has one": (
        "Sir – Toads vote.\nConcerned reader of long standing\nSir – They don’t.\nAnn Lee",
        [("Sir – They don’t.", "Ann Lee")],
    ),
    "German": (
        "Sehr geehrte Damen und Herren,\nKröten wählen mit.\nMit freundlichen Grüßen\nUte Lang, Bonn",
        [("Kröten wählen mit.", "Ute Lang")],
    ),
}


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_its_signers(name: str, as_article: ArticleMaker) -> None:
    text, expected = LETTERS[name]
    assert found(as_article(text)) == expected


def test_paragraphs_of_a_letter_go_on_from_each_other(as_article: ArticleMaker) -> None:
    pieces = find_pieces(as_article("Sir – One.\nTwo.\nThree.\nAnn Lee\nSir – Four.\nBob Ray"))
    assert [piece.continues for piece in pieces] == [None, 0, 1, None]


@pytest.mark.parametrize(
    "text",
    [
        "Sir – Toads vote.\n\nThey do.\n\nAnn Lee\nToad Hall, Upper Mill",
        "Sir – Toads vote.\n\nThey do.\nAnn Lee\nToad Hall, Upper Mill",
        "Dear Sir,\nToads vote.\nThey do.\nYours sincerely\nAnn Lee (Dr)\nToad Hall",
    ],
)
def test_lines_inside_paragraphs(text: str) -> None:
    first, *more = found(blocks(text))
    assert first[1] == "Ann Lee"
    assert "Toads vote." in first[0]
    assert "Ann" not in first[0]
    assert all(words == "They do." for words, _ in more)


NONE = {
    "a knight": "Sir Ned Poole spoke.\nToads vote.\nAnn Lee\nMore.",
    "an opera": "Madam Butterfly – a review.\nToads sing.\nAnn Lee",
    "no signature": "Sir – Toads vote.\nThey do.\nThen he left the room.\nIt rained.",
    "an editor": "The editor, Ann Lee, resigned.\nToads vote.\nBob Ray, Mill Lane",
    "a heading before the name": "Sir – Toads vote.\nWhat happened next\nIt rained.\nAnn Lee",
    "words in marks": "“Dear Sir, toads vote,” he wrote.\nIt rained.\nAnn Lee",
    "a name far below": "Sir – Toads vote.\n" + "It rained.\n" * 20 + "Ann Lee",
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_letter(name: str, as_article: ArticleMaker) -> None:
    assert found(as_article(NONE[name])) == []


def test_short_lines_of_plain_text_sign_whatever_they_were_taken_for(as_article: ArticleMaker) -> None:
    article = as_article("Sir – Toads vote.\nAnn Lee, Toad Trust\nSir – No.\nBob Ray", roles={1: Role.SUBTITLE})
    assert [source for _, source in found(article)] == ["Ann Lee", "Bob Ray"]


def test_joint_writers_are_both_named_and_the_nameless_is_nobody(as_article: ArticleMaker) -> None:
    text = "Sir – Toads vote.\nTed and Moira Poole\nSir – They don’t.\nName and address supplied"
    both, nobody = find_quotes(as_article(text))
    assert both.speakers == ("Ted Poole", "Moira Poole")
    assert (nobody.speakers, nobody.said_as) == ((), "Name and address supplied")


def test_whoever_signs_far_below_said_it_all(as_article: ArticleMaker) -> None:
    text = (
        "Sir: I cannot sleep.\nE. M. Poole\nLondon N1\nTo the Editor:\nRe “The Toad Upstairs” (front page, May 2):\n"
        "As a nurse, I see this every day. We need more ponds, and we need fewer experts.\nWe also need hats.\n"
        "Moira Van Dyke\nBrooklyn, May 4\nTo the Editor:\nI like toads.\nBob Ray"
    )
    quotations = find_quotes(as_article(text))
    assert [quotation.said_as for quotation in quotations] == ["E. M. Poole", *["Moira Van Dyke"] * 3, "Bob Ray"]


@pytest.mark.slow
def test_time_grows_with_the_text(as_article: ArticleMaker) -> None:
    for line in ("Sir – Toads vote.\n", "Sir – " + "Ann Lee, " * 10, "Dear Sir,\n" + "A. " * 40 + "\n", "Sir, A\n"):
        assert_linear(lambda text: find_pieces(as_article(text)), line.__mul__, 2_500)


def test_table_is_sorted() -> None:
    phrases = [row[0] for row in read_table("quotecli.find", "letters.tsv")]
    assert phrases == sorted(set(phrases))


def test_whom_a_letter_greets_is_not_whom_it_tells_of(as_article: ArticleMaker) -> None:
    text = "Dear Bob,\n\nThe mayor told me: “It is dead.” He said the wall was “a ruin”."
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [(), ()]
