"""Who is told to be something, in whatever form, is whom the noun means further down, and not who was named since."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

_FORMS = [
    "Ana Ruiz, Saltmere's {noun}, spoke first.",
    "Ana Ruiz, Saltmere's first female {noun}, spoke first.",
    "Ana Ruiz — the {noun} — spoke first.",
    "Ana Ruiz (the {noun}) spoke first.",
    "Ana Ruiz has been the {noun} since 2010.",
    "Ana Ruiz serves as {noun}.",
    "Ana Ruiz, in her second year as {noun}, spoke first.",
    "Ana Ruiz of Saltmere, a {noun}, spoke first.",
    "Ana Ruiz, from Saltmere, a {noun}, spoke first.",
    "Ana Ruiz, our {noun}, spoke first.",
]
_OTHERS = [
    ("Ana Ruiz founded Kettle in 2010.", "the founder"),
    ("Ana Ruiz owns the mill.", "the owner"),
    ("Ana Ruiz, CEO of Kettle, was there.", "the Kettle boss"),
    ("Ana Ruiz, the captain, led the side out.", "the skipper"),
    ("Det Insp Ana Ruiz was there.", "the detective"),
    ("Ana Ruiz MP was there.", "the MP"),
    ("The Rev Ana Ruiz was there.", "the vicar"),
]
"""Told by a verb, by letters, or by another word."""


@pytest.mark.parametrize("noun", ["mayor", "coach", "curator"])
@pytest.mark.parametrize("form", _FORMS)
def test_who_is_told_to_be_something(as_article: ArticleMaker, form: str, noun: str) -> None:
    text = (
        f"{form.format(noun=noun)}\n\nElla Moss ran the shop next door. “We had no customers,” Moss said.\n\n"
        f"“It was the rain,” the {noun} said."
    )
    assert find_quotes(as_article(text))[-1].speakers == ("Ana Ruiz",)


@pytest.mark.parametrize(("told", "noun"), _OTHERS)
def test_who_is_told_so_by_a_verb_or_another_word(as_article: ArticleMaker, told: str, noun: str) -> None:
    text = f"{told}\n\nElla Moss came later. “We had no trouble,” Moss said.\n\n“It was the rain,” {noun} said."
    assert find_quotes(as_article(text))[-1].speakers == ("Ana Ruiz",)


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Hale Motors", "the carmaker"),
        ("the Office of Rail Safety", "the watchdog"),
        ("Calder Rovers", "the club"),
        ("The Calder Gazette", "the newspaper"),
        ("Marsh Water", "the utility"),
        ("Hale Homes, the housebuilder,", "the housebuilder"),
    ],
)
def test_a_body_goes_by_a_noun_for_its_sort(as_article: ArticleMaker, name: str, noun: str) -> None:
    text = (
        f"A plan by {name} was made public on Monday.\n\nMarlow Systems, which sells bolts, was not pleased. “We had no"
        f" notice,” said its manager, Ella Moss.\n\n“We have to save money,” {noun} said in a statement."
    )
    [speaker] = find_quotes(as_article(text))[-1].speakers
    assert speaker.removeprefix("The ") in name


def test_two_whole_given_names_with_one_short_form_are_two_people(as_article: ArticleMaker) -> None:
    text = "Albert Quill met Robert Quill. “It rained,” said Albert Quill. Robert Quill said “no chance”."
    assert [one.speakers for one in find_quotes(as_article(text))] == [("Albert Quill",), ("Robert Quill",)]


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” said Ana Ruiz, Tom Orr and Bo Lund.",
        "Ana Ruiz, Tom Orr and Bo Lund said: “We won.”",
        "Ana Ruiz, Tom Orr and Bo Lund ran the mill. “We won,” the three said.",
        "A statement came at noon. Ana Ruiz, Tom Orr and Bo Lund said they had “won”.",
    ],
)
def test_whole_names_in_a_row_speak_as_one(as_article: ArticleMaker, text: str) -> None:
    assert find_quotes(as_article(text))[0].speakers == ("Ana Ruiz", "Tom Orr", "Bo Lund")


def test_a_statement_from_two_is_both_s(as_article: ArticleMaker) -> None:
    [quotation] = find_quotes(as_article("A joint statement from Ana Ruiz and Tom Orr said: “We won.”"))
    assert quotation.speakers == ("Ana Ruiz", "Tom Orr")
