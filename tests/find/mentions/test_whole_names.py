"""Names whose words are also other words, accents written apart, and names that are no mentions at all: credits."""

from __future__ import annotations

import unicodedata

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

LEAD = "Kites banned\n\nThree kites fell on the station in the north, the office said on Friday.\n\n"
POSTER = "Man owns up to posters\n\nA man said on Monday that he had drawn moustaches on Rep. Nora Quill.\n\n"


@pytest.mark.parametrize("name", ["Fan Mingbo", "He Jianbo", "Long Weibo", "Song Meizhu", "You Xiaobo"])
def test_a_family_name_before_a_given_name_may_be_a_word(as_article: ArticleMaker, name: str) -> None:
    text = f"{LEAD}{name}, a guard there, told the media: “They hang on the wires.” “It is windy,” {name} said."
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [(name,), (name,)]


def test_a_pronoun_before_a_name_of_another_kind_stays_one(as_article: ArticleMaker) -> None:
    text = f"{LEAD}Ana Ruiz spoke of her father. He James, she said, was “no friend.”"
    assert find_quotes(as_article(text))[-1].speakers != ("He James",)


def test_a_noun_between_given_and_family_name_is_part_of_the_name(as_article: ArticleMaker) -> None:
    text = (
        "Warden quits\n\nThe museum's director, Kathleen Hawk Ellery, spoke to staff on Monday.\n\n"
        "“We did not see it coming,” Hawk Ellery said."
    )
    assert find_quotes(as_article(text))[-1].speakers == ("Kathleen Hawk Ellery",)


@pytest.mark.parametrize(
    ("mother", "son"), [("Marguerite de Lorne", "Luc de Lorne"), ("Femke van der Ven", "Luc van der Ven")]
)
def test_a_relative_has_the_whole_family_name(as_article: ArticleMaker, mother: str, son: str) -> None:
    text = (
        f"Audit finds nothing\n\nThe founder, {mother}, made no apologies on Tuesday.\n\n"
        "Her son, Luc, resigned on Friday. “I asked for a box,” he said."
    )
    assert find_quotes(as_article(text))[-1].speakers == (son,)


def test_accents_written_behind_their_letters_are_part_of_the_name(as_article: ArticleMaker) -> None:
    composed = "Kettle shows promise\n\nThe trial has ended. “It boils – très bien,” said André Quillé, who led it."
    text = unicodedata.normalize("NFD", composed)
    [found] = find_quotes(as_article(text))
    assert found.speakers == ("André Quillé",)
    assert text[found.start : found.end] == found.text == unicodedata.normalize("NFD", "It boils – très bien,")
    assert found.said_as_span is not None
    said_as = text[found.said_as_span.start : found.said_as_span.end]
    assert unicodedata.normalize("NFC", said_as) == "André Quillé"


@pytest.mark.parametrize("credit", ["25.J. Tim Pell / AP file", "25. (Tim Pell/Getty Images)", "25. Ann Lee / Reuters"])
def test_who_took_the_picture_is_nobody_in_the_text(as_article: ArticleMaker, credit: str) -> None:
    text = f"{POSTER}Rep. Nora Quill speaks at the fair on July {credit}\n\nHe called Quill a “walrus” and a goose."
    assert find_quotes(as_article(text))[-1].speakers == ()


@pytest.mark.parametrize("magazine", ["Tom's Guide", "Women’s Health"])
def test_who_owns_the_rest_of_a_name_is_not_who_is_named(as_article: ArticleMaker, magazine: str) -> None:
    text = (
        "What the critics say\n\nThe phone is out, and reviewers have had it for a week.\n\n"
        f"“It is fast, and it is good for those who want one in the hand.” — {magazine}\n\n"
        "“It is slow, and it is not for those who want one in the hand.” — Ana Ruiz"
    )
    assert find_quotes(as_article(text))[0].speakers == (magazine,)


@pytest.mark.parametrize("where", ["in the journal Reef Letters", "of the study reviewed in the magazine Reef Weekly"])
def test_where_it_was_published_has_not_said_it(as_article: ArticleMaker, where: str) -> None:
    text = (
        f"Study questioned\n\nThe reef is said to be well.\n\nResearchers writing {where} argued that “half is lost.”"
    )
    assert find_quotes(as_article(text))[-1].speakers == ()


def test_an_adverb_between_commas_ends_no_apposition(as_article: ArticleMaker) -> None:
    text = (
        "Clerks fear the lift\n\nMany were told to use the lift again in the autumn.\n\n"
        "Jacinta Moor, policy director of the Guild of Clerks, though, testified that “it hums like a hive.”"
    )
    assert find_quotes(as_article(text))[-1].speakers == ("Jacinta Moor",)
