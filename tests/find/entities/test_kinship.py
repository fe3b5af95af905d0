"""Relatives are told apart and found: "Mrs Vane" behind "Vane … her mother, Edith", "her husband"; titles are nouns."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

MOTHER = (
    "Clara Vane rowed home alone. Vane said she had been “too stubborn to drown.”\n\n"
    "Her mother, Edith, kept the lamp lit."
)
COUPLE = "Omar and Lucy Petrov keep the light. “I saw a flare,” said Lucy."
FLOODS = "“It floods,”"
SHOP = "The shop was Tom Pell's. Tom Pell's son, Nick, wants it. Tom Pell's daughter, Ellen Marsh, runs it."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{MOTHER} “I counted the waves,” Mrs Vane said.", "Edith Vane"),
        (f"{MOTHER} “I counted the waves,” Mrs Vane said.\n\n“All of them?” asked her daughter.", "Clara Vane"),
        (f"{MOTHER}\n\n“I had the oar,” Vane said.", "Clara Vane"),
        (f"{COUPLE}\n\n“I saw a star,” insisted her husband.", "Omar Petrov"),
        (f"{COUPLE}\n\n“She needs glasses,” her brother said.", None),
        (f"Omar and Lucy Petrov keep the light. The Petrovs' mother, Ada, said: {FLOODS}", "Ada Petrov"),
        (f"{SHOP}\n\n“No,” Nick told the court.\n\n{FLOODS} said his sister.", "Ellen Marsh"),
        (f"Enid and Jem Orrery keep the light. {FLOODS} said Mrs Orrery.", "Enid Orrery"),
        (
            f"Enid and Jem Orrery keep the light. {FLOODS} said Mrs Orrery.\n\n“It does,” said her husband.",
            "Jem Orrery",
        ),
        (f"MOSS QUILL has left his son, Dara, at home.\n\n{FLOODS} Dara said.", "Dara Quill"),
        (f"Bee, Sugar and Big Brenda are a couple and a dog. Sugar came.\n\n{FLOODS} Sugar said.", "Sugar"),
        (f"Nora Hale sells eggs.\n\nGus Hale, Nora’s husband, farms by the sea. {FLOODS} Hale said.", "Gus Hale"),
        (f"Cyrus Bell swam out twice, he says.\n\nThe boy was Dan Orr. {FLOODS} the boy says.", "Dan Orr"),
    ],
)
def test_relatives(as_article: ArticleMaker, text: str, speaker: str | None) -> None:
    last = find_quotes(as_article(text))[-1]
    assert last.speakers == ((speaker,) if speaker else ())


@pytest.mark.parametrize(
    ("title", "noun"),
    [("Gov.", "governor"), ("Sen.", "senator"), ("Prof.", "professor"), ("Capt.", "captain"), ("Rep.", "lawmaker")],
)
def test_a_title_tells_what_its_bearer_is_called(as_article: ArticleMaker, title: str, noun: str) -> None:
    text = (
        f"{title} Rosa Lindt shook every hand in the hall. Arthur Moss, a baker, was the last.\n\n"
        f"“I believe we have met,” said Moss.\n\n“Not since the flood,” the {noun} said."
    )
    assert find_quotes(as_article(text))[-1].speakers == ("Rosa Lindt",)


def test_who_wrote_the_article_is_nobody_it_tells_of(as_article: ArticleMaker) -> None:
    text = (
        "Minister sinks the ferry plan\n\nBy Giles Rowan\n\nThe plan was torn up on Monday, when the shadow chancellor "
        "called it “a raft with a bill.”\n\nPhilippa Stone, who was summoned at noon, said she was “told to float.”"
    )
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Philippa Stone",)] * 2


def test_who_is_a_friend_of_somebody_is_not_them(as_article: ArticleMaker) -> None:
    text = "Dan Orr swam out with Cyrus Bell, a baker.\n\nThe baker was Dan’s friend. “It floods,” the baker says."
    assert find_quotes(as_article(text))[-1].speakers == ("Cyrus Bell",)


OWNERS = "Tove Brandt keeps bees. Emil Saar lost his boat to the storm."
OF_MANY = (
    "Piet Roos sat on the wall. Emil Saar came by.\n\n“I lost it,” Saar said. “Piet saw it go.”\n\nHe and his wife,"
    " Anna, had heard a bang. The two Rooses ran."
)
BROTHERS = (
    "Tom Vail, 29, was found at noon. Sgt Rob Hext saw him.\n\nVail’s brother Aidan stood beside Hext with their"
    " father, Gerald."
)
BOTH_TITLED = "Ms Oakes, 48, drives the bus. Sandra Oakes likes it. Her mother, Joyce, sold tickets."
COUSINS = "Martin Kell was fined on Monday. His cousin Derek Kell had written to the council.\n\nKell shook his head."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{OWNERS}\n\nHer mother, Ingrid, shook her head. “So was I,” she said.", "Ingrid Brandt"),
        (f"{OF_MANY}\n\n“I fell,” Anna said.", "Anna Roos"),
        (f"{BROTHERS} “We knew,” Gerald said.", "Gerald Vail"),
        (f"{BOTH_TITLED}\n\n“I was never late,” said Mrs Oakes.", "Joyce Oakes"),
        (f"{COUSINS} “He wants the shop,” he said.", "Martin Kell"),
        ("Emil Saar went home. His niece Anna stayed. “I like it here,” Anna said.", "Anna"),
        # nothing tells whose husband he is but the name
        ("Keith Orr rose. Ann Orr, 40, sat down. “No,” she said.\n\n“Thank you,” said her husband.", "Keith Orr"),
    ],
)
def test_whose_relative_is_named(as_article: ArticleMaker, text: str, speaker: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == (speaker,)


def test_a_father_with_a_short_form_of_the_name_is_another(as_article: ArticleMaker) -> None:
    first, last = find_quotes(
        as_article("“Thirteen,” said Sam Ito. She left. “Fourteen,” said Samuel Ito, her father.")
    )
    assert (first.speakers, last.speakers) == (("Sam Ito",), ("Samuel Ito",))


def test_who_was_called_by_an_age_is_called_so_again(as_article: ArticleMaker) -> None:
    text = (
        "Her mother, Joyce Oakes, sold tickets. The 77-year-old brings soup each day.\n\nAt the town hall, Ayesha Nair,"
        " the member for transport, read the offer. “No,” said Ms Nair.\n\n“Then eat,” said the 77-year-old."
    )
    assert find_quotes(as_article(text))[-1].speakers == ("Joyce Oakes",)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Joyce Oakes wrote to the mayor in May. “Nobody was asked,” the letter said.", "Joyce Oakes"),
        ("Joyce Oakes has emailed the mayor. The email read: “Nobody was asked.”", "Joyce Oakes"),
        ("Joyce Oakes wrote a novel. “Nobody was asked,” the letter said.", None),
    ],
)
def test_whose_letter_speaks(as_article: ArticleMaker, text: str, speaker: str | None) -> None:
    assert find_quotes(as_article(text))[-1].speakers == ((speaker,) if speaker else ())


def test_a_brother_and_a_sister_are_named_in_this_order(as_article: ArticleMaker) -> None:
    text = (
        "Brother and sister Hamish and Gwen Dorrity had brought a goose. “It is our green,” said Mr Dorrity, 67. His"
        " sister was blunter. “Park on it,” she warned, “and you will walk home.”"
    )
    names = [quotation.speakers for quotation in find_quotes(as_article(text))]
    assert names == [("Hamish Dorrity",), ("Gwen Dorrity",), ("Gwen Dorrity",)]


@pytest.mark.parametrize(
    ("told", "whose", "name"),
    [
        ("Mollie Fenn and her boyfriend, Jaxon Priddy, came.", "his girlfriend", "Mollie Fenn"),
        ("Mollie Fenn is dating Jaxon Priddy.", "her boyfriend", "Jaxon Priddy"),
        ("Tom Reed married Ana Lund in 1999.", "his wife", "Ana Lund"),
    ],
)
def test_couples_are_told_by_either_and_by_the_verb(as_article: ArticleMaker, told: str, whose: str, name: str) -> None:
    owner = "Jaxon Priddy" if whose == "his girlfriend" else "Mollie Fenn" if whose == "her boyfriend" else "Tom Reed"
    first, second = find_quotes(as_article(f"{told} “It floods,” {owner} said. “It does,” {whose} said."))
    assert (first.speakers, second.speakers) == ((owner,), (name,))
