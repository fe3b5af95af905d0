"""Depositions and hearings: "A." is the witness whom the transcript names, "Q." who examines, from line to line."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.find import find_quotes
from quotecli.read.reader import article_from_text

DEPOSITION = """\
    HARBOUR TOWAGE LTD. v. OLDPORT QUAYS INC.

    DEPOSITION OF JANE ROE

    For the plaintiff: MR. PETER SMITH, Smith & Lowe

    JANE ROE, called as a witness, having been duly sworn, was examined and testified as follows:

    EXAMINATION BY MR. SMITH:

    Q. Where did you work?

    A. At the quays.

    MS. VANCE: Objection to form.

    THE WITNESS: Every day.

    CROSS-EXAMINATION

    BY MS. VANCE:

    Q. Were you on the phone?

    A. No. I don't own one.

    TOBIAS LIND,

    called on behalf of the board, having been first duly affirmed, testified as follows:

    BY THE COURT:

    Q. And you?

    A. I was out.
    """
HEADS = {
    "whereupon": "Whereupon,\n      DR. INGA HOLT\nwas called as a witness and, having first been duly sworn, said:\n",
    "a label": "VIDEOTAPED DEPOSITION OF: Inga Holt\nTAKEN ON: 4 June 2024\n",
    "on the next line": "DEPOSITION OF\nINGA HOLT\n",
    "with who examines": "EXAMINATION OF INGA HOLT BY MS. HALE:\n",
    "in brackets": "MS INGA HOLT (affirmed)\n",
    "of age": "INGA HOLT,\nof lawful age, being first duly sworn, was examined and testified as follows:\n",
}


def _said(text: str) -> list[tuple[str, str | None]]:
    found = find_quotes(article_from_text(text))
    return [(one.text, one.speakers[0] if one.speakers else None) for one in found]


def test_labels_are_those_whom_the_lines_above_name() -> None:
    assert _said(dedent(DEPOSITION)) == [
        ("Where did you work?", "Peter Smith"),
        ("At the quays.", "Jane Roe"),
        ("Objection to form.", "Vance"),
        ("Every day.", "Jane Roe"),
        ("Were you on the phone?", "Vance"),
        ("No. I don't own one.", "Jane Roe"),
        ("And you?", None),
        ("I was out.", "Tobias Lind"),
    ]


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_who_answers_is_told_by_a_head(head: str) -> None:
    lines = "\nQ. Did you sign it?\n\nA. Every page.\n\nQ. Why?\n\nA. I was asked to.\n"
    assert [who for _, who in _said(head + lines)[1::2]] == ["Inga Holt"] * 2


@pytest.mark.parametrize(
    "head", ["BY MS. HALE:", "Examined by MS HALE", "Further questions from MS HALE", "(BY MS. HALE)"]
)
def test_who_examines_answers_nothing(head: str) -> None:
    text = f"{head}\n\nQ. Did you sign it?\n\nA. Every page.\n\nMR. TULK: I object.\n\nQ. Why?\n\nA. I was asked to.\n"
    assert [who for _, who in _said(text)] == ["Hale", None, "Tulk", "Hale", None]


def test_a_question_may_tell_who_asks() -> None:
    text = "Q. (By Ms. Hale) Alone?\n\nA. With my son.\n\nQ. (By Mr. Tulk) Since when?\n\nA. Since noon.\n"
    assert _said(text)[::2] == [("Alone?", "Hale"), ("Since when?", "Tulk")]


def test_an_interview_is_its_writers_and_whom_it_is_about(as_article: ArticleMaker) -> None:
    text = (
        "Inga Holt on the harbour\n\nInga Holt was sworn in as harbour master in May.\n\nQ. Are you new here?\n\n"
        "A. I was born here.\n\nQ. And the slipway?\n\nA. It stays."
    )
    found = find_quotes(as_article(text, authors=("Ada Obi",)))
    assert [one.speakers for one in found] == [("Ada Obi",), ("Inga Holt",)] * 2


def test_a_head_that_is_set_in_is_nobodys() -> None:
    text = (
        "MR BEER:  I call Inga Holt, please.\n             INGA HOLT (affirmed)\n            Questioned by MR BEER\n"
        "MR BEER:  Your name?\nA.  Inga Mary Holt.\nQ.  You live here?\nA.  I do.\n"
    )
    assert _said(text) == [
        ("I call Inga Holt, please.", "Beer"),
        ("Your name?", "Beer"),
        ("Inga Mary Holt.", "Inga Holt"),
        ("You live here?", "Beer"),
        ("I do.", "Inga Holt"),
    ]


def test_who_is_told_to_have_sworn_in_an_answer_is_no_witness() -> None:
    text = (
        "JANE ROE, having been duly sworn, testified as follows:\nQ. Who was there?\nA. I think that\n"
        "Tobias Lind was there, who had been sworn in\nas harbour master.\nQ. Anna Holt, being duly sworn, said what?\n"
        "A. Nothing.\n"
    )
    assert [who for _, who in _said(text)][-1] == "Jane Roe"


def test_many_examinations_take_time_by_their_length() -> None:
    def text(size: int) -> str:
        return "INGA HOLT, having been duly sworn, testified:\n\nBY MR. TULK:\n\nQ. And?\n\nA. No.\n\n" * (20 * size)

    assert_linear(lambda given: find_quotes(article_from_text(given)), text, 4)
