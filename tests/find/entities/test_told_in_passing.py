"""Whom names and nouns mean by what stands in passing: "identified as", "and its deputy, Bo Ray", "a group that"."""

from __future__ import annotations

from typing import Protocol

import pytest

from quotecli.core.types import Article
from quotecli.find import find_quotes


class ArticleMaker(Protocol):
    def __call__(self, text: str) -> Article: ...


def speakers(article: Article) -> list[tuple[str, ...]]:
    return [quotation.speakers for quotation in find_quotes(article)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "Loretta Whitten asked for the tape on Friday. She wept when it came. What can be heard after the"
                " shots is a woman. She has been identified by neighbors as Simone Acheson, a nurse who lives "
                "across the street. “Why is he still on the ground?” she yells."
            ),
            ("Simone Acheson",),
        ),
        (
            (
                "The board’s chairman, Warren Choi, and its vice chairwoman, Deborah Salt, said in a joint "
                "statement that the decision had been “hers alone” and nobody else's."
            ),
            ("Warren Choi", "Deborah Salt"),
        ),
        (
            (
                "The company’s chairman, Piet van der Aa, and its harbour master, Joan Tolliver, said in a joint"
                " statement that they were “sorry, and learning”."
            ),
            ("Piet van der Aa", "Joan Tolliver"),
        ),
        (
            (
                "A team led by Nora Tallis has painted numbers on six hundred snails in a garden. She and co-"
                "author Sven Holm write that the result is “difficult to explain by smell alone” in their paper."
            ),
            ("Nora Tallis", "Sven Holm"),
        ),
        (
            (
                "Heartland Forward, a group that supports Ms. Prewitt, has spent money on an advertisement. The "
                "Teague campaign demanded that stations stop it. The group responded that it stood by “every "
                "frame” of it."
            ),
            ("Heartland Forward",),
        ),
        (
            (
                "An inquest has heard how a farmer went back into a burning shed. His brother, Tom Furlan, told "
                "the coroner that the two had been feeding cattle. Asked by the coroner whether the door had been"
                " bolted, the witness replied: “It was never bolted in our time.”"
            ),
            ("Tom Furlan",),
        ),
        (
            (
                "Hetty and Barney Clew met over a blocked drain and still run a firm together. Across the river, "
                "Ruth Okon and her wife Maggie Vane keep bees. Ruth found the first hive. Both described "
                "themselves as “understudies to the queen” when they were asked."
            ),
            ("Ruth Okon", "Maggie Vane"),
        ),
        (
            (
                "Tiffani Brock stormed out of her father’s party on Friday. Asked about it in the morning, Tiff "
                "snapped: “No comment from me.”"
            ),
            ("Tiffani Brock",),
        ),
        (
            (
                "Veterans’ groups were less restrained. “This is a drawer that did not exist,” Veterans United "
                "for Reform said on its website."
            ),
            ("Veterans United for Reform",),
        ),
        (
            (
                "Not so fast, says The Valley Record. The bill had been scored by the governor’s own office. "
                "“Forty-one cents,” the Record repeated."
            ),
            ("Valley Record",),
        ),
        (
            (
                "On Friday Dana Pruitt gave a talk in the town hall. And The Montrose Leader asked its readers to"
                " consider that she might mean it. “I do mean it,” she wrote in the evening."
            ),
            ("Dana Pruitt",),
        ),
        (
            (
                "In 1946 Hiram Vance married the actress Lotte Brand, whose name he added to his own because, in "
                "her words, “somebody had to be able to pronounce him”."
            ),
            ("Lotte Brand",),
        ),
        (
            (
                "The council voted on Tuesday to close the library. Ada Quill, left, was glad of it. Mrs Hartley,"
                " right, is not so sure: “I shall miss the stove and the newspapers.”"
            ),
            ("Hartley",),
        ),
    ],
)
def test_what_is_told_in_passing_leads_to_who_speaks(as_article: ArticleMaker, text: str, who: tuple[str, ...]) -> None:
    assert speakers(as_article(text)) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "The Market Women’s Forum has faulted him. In a communiqué signed by its secretary, Mrs Comfort Eleojo,"
                " the forum said: “Our members stood outside and watched their sweat burn.”"
            ),
            ("Market Women’s Forum",),
        ),
        (
            (
                "Vantry Partners said on Monday that it would buy Bluegate Media. In a joint statement, the two"
                " companies said that the deal would create “a durable home” for news."
            ),
            ("Vantry Partners", "Bluegate Media"),
        ),
        (
            (
                "Dunmore Rail has asked Loma City Council for a lease, and Crown Trust has objected to it. The two"
                " companies said the talks were “going well” on Friday."
            ),
            (),
        ),
        (
            (
                "Kritik kam aus dem Förderverein. Dessen Vorsitzender Jens Ostermoor warf der Bürgermeisterin vor, die"
                " Schäden „jahrelang schöngeredet“ zu haben."
            ),
            ("Jens Ostermoor",),
        ),
        (
            (
                "She had me put my palm on the rail of the bridge and asked what I felt. Cold, I said. A man walking a"
                " beagle stopped to look at us. “You two all right?” he asked."
            ),
            (),
        ),
    ],
)
def test_bodies_and_bearers_are_told_from_what_stands_beside(
    as_article: ArticleMaker, text: str, who: tuple[str, ...]
) -> None:
    assert speakers(as_article(text)) == [who]


@pytest.mark.parametrize(
    "text",
    [
        (
            "A voice tells her to go inside, neighbors of Simone Acheson said. “Ma’am, the ambulance is on its "
            "way,” the voice says."
        ),
        (
            "Eine Nachbarin, die seit dem Stillstand endlich durchschläft, hofft auf ein Scheitern. Ihren Namen "
            "will sie nicht in der Zeitung lesen. Der Wirt hat schon reserviert. „Für vier Leute“, sagt er."
        ),
        (
            "Au café, Loïc Trévenec prend son verre avec les habitués du village. « Moi, je mange quand j’ai faim"
            " », lui répond la patronne, qui range les verres du matin."
        ),
    ],
)
def test_what_is_no_name_and_no_subject_speaks_as_nobody(as_article: ArticleMaker, text: str) -> None:
    assert speakers(as_article(text)) == [()]


@pytest.mark.parametrize("client", ["Mr. Hale", "the Senate", "Wexley County", "Ada Quill"])
def test_lawyers_for_somebody_are_no_body_of_that_name(as_article: ArticleMaker, client: str) -> None:
    text = f"Lawyers for {client} said the charge was “a joke from start to finish” and asked the court to wait."
    assert speakers(as_article(text)) == [()]


@pytest.mark.parametrize("name", ["Lawyers for Good Government", "Students for Fair Fares"])
def test_lawyers_for_a_cause_are_one(as_article: ArticleMaker, name: str) -> None:
    text = f"{name} said the charge was “a joke from start to finish” and asked the court to wait for the report."
    assert speakers(as_article(text)) == [(name,)]


def test_who_asks_is_not_who_answers(as_article: ArticleMaker) -> None:
    text = (
        "Joanna Prewitt, who turned 54 last week, told a luncheon in the capital that the vote was wrong. Did she"
        " think of it as a question of policy, a reporter wondered afterward? “No,” she said. “It’s a matter of "
        "character.”"
    )
    assert speakers(as_article(text)) == [("Joanna Prewitt",), ("Joanna Prewitt",)]


def test_who_does_something_with_an_opponent_is_none(as_article: ArticleMaker) -> None:
    text = (
        "Amara Diallo is not giving up her race for governor. Chip Wentz, who is advising her opponent, is not "
        "impressed. “She has one good county,” her opponent said on Friday."
    )
    assert ("Chip Wentz",) not in speakers(as_article(text))


@pytest.mark.parametrize("noun", ["the Fox News host", "the Associated Press reporter", "the Valley Record columnist"])
def test_a_noun_behind_a_papers_name_keeps_its_article(as_article: ArticleMaker, noun: str) -> None:
    text = f"“It is late for that now,” {noun} said on Friday, to nobody in particular, before the show ended."
    assert [quotation.said_as for quotation in find_quotes(as_article(text))] == [noun]
