"""Whom short names, nouns, labels and groups mean: the full names of the text, on small articles in our own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotecli.core.types import Article
from quotecli.find import find_quotes

ArticleMaker = Callable[..., Article]

FATHER_AND_SON = (
    "Rob Tremaine spoke on Monday, a day after his sister Lucy.\n“We want peace on the quays,” Tremaine wrote.\n"
    "Both have the cause from their late father. The lawyer Robert Tremaine founded the harbour union.\n"
    "“He would have liked this,” Rob said."
)
COMPANY = (
    "The Pilots’ Guild called a strike for Friday.\n“We gave them eleven warnings,” the guild said in a bulletin.\n"
    "Baker Tom Ellery, 61, sells bread at the gate. “I bake twice as much,” the 61-year-old said."
)
COUPLE = (
    "A couple who were lost for nine days were found on Sunday.\n"
    "“We ate snow,” Markus and Johanna Feldt told reporters.\n“She sang,” said Mr. Feldt.\n"
    "The Feldts flew home on Friday. “We are tired,” the Feldts said."
)
NICKNAME = "Norman “Nobby” Clarke found the lake by falling in.\n“It was deep,” Nobby said."


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        (FATHER_AND_SON, "peace on the quays", ("Rob Tremaine",)),
        (FATHER_AND_SON, "would have liked", ("Rob Tremaine",)),
        (COMPANY, "eleven warnings", ("Pilots’ Guild",)),
        (COMPANY, "twice as much", ("Tom Ellery",)),
        (COUPLE, "She sang", ("Markus Feldt",)),
        (COUPLE, "We are tired", ("Markus Feldt", "Johanna Feldt")),
        (NICKNAME, "It was deep", ("Norman Clarke",)),
        ("Nobby Clarke is back. " + NICKNAME, "It was deep", ("Norman Clarke",)),
        ("He left. Afterwards Det Con Amy Reeve wrote: “He ran.”", "He ran", ("Amy Reeve",)),
        ("The Chelsea Mornings star rang her brother Ned. “Ned here,” Ned said.", "Ned here", ("Ned",)),
    ],
)
def test_the_full_name_of_the_text(as_article: ArticleMaker, text: str, words: str, speakers: tuple[str, ...]) -> None:
    found = next(q for q in find_quotes(as_article(text)) if words in q.text)
    assert found.speakers == speakers


def test_initials_of_a_script_are_the_persons_named_before(as_article: ArticleMaker) -> None:
    text = (
        "CYRUS MALIK: What did you take away first, and why did you?\n"
        "OTTILIE REICH: A ceiling. There was a bird in it.\nCM: Did you get into trouble for it?\n"
        "OR: My father was a plasterer, so I had to put it back."
    )
    found = find_quotes(as_article(text))
    assert [q.speakers for q in found][-2:] == [("Cyrus Malik",), ("Ottilie Reich",)]


def test_he_is_no_place(as_article: ArticleMaker) -> None:
    text = "NEW YORK — Walter Brisbane ran the race on Sunday.\nHe trains in Queens. “I was slow,” he told reporters."
    assert find_quotes(as_article(text))[0].speakers == ("Walter Brisbane",)


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        # a verb stands between a name and what it made
        (
            "Ada Marlowe runs the port. Marlowe issued a statement on Friday: “We open at six.”",
            "open at six",
            "Ada Marlowe",
        ),
        # a given name that is a particle elsewhere, a common word or a noun opens the sentence
        ("Ben Harrow sells boats.\n“I sold two,” Harrow said.", "sold two", "Ben Harrow"),
        ("Joy Marsden, 50, keeps bees.\n“They sleep now,” Marsden said.", "sleep now", "Joy Marsden"),
        ("Bill Orwin, a farmer, came late.\n“The cows were out,” Orwin said.", "cows were out", "Bill Orwin"),
        # a family name keeps its particle
        ("Mayor Paul de Witte spoke first.\n“We wait,” de Witte said.", "We wait", "Paul de Witte"),
        # a body or tower that is named like a person is nobody's short name
        ("Nora Hale gave to the Hale Foundation.\n“I am done giving,” Hale said.", "done giving", "Nora Hale"),
        ("Greta Stone lives in Stone Tower.\n“The lift is slow,” Stone said.", "lift is slow", "Greta Stone"),
        # "both" behind a name is none of its words
        ("The editor Dr. Tobias Lund both laughed and wept. “It is over,” Lund said.", "It is over", "Tobias Lund"),
        # places and groups are not "she"
        (
            "Mina Sorel flew to North Carolina on Monday and bought a house.\n“I like the sea,” she said.",
            "like the sea",
            "Mina Sorel",
        ),
    ],
)
def test_a_name_is_read_whole_and_is_nobody_elses(
    as_article: ArticleMaker, text: str, words: str, speakers: str
) -> None:
    found = next(q for q in find_quotes(as_article(text)) if words in q.text)
    assert found.speakers == (speakers,)


MEANT = {
    "a husband named Bill": (
        "She and her husband, Bill Kearney, stayed. Page one, Bill says, was “no use”.",
        [("Bill Kearney",)],
    ),
    "the bill of a parliament": ("The senate met on Monday. The bill says that ovens “must be warm by noon”.", [()]),
    "a workers' union": (
        "In a letter, the Northern Health Workers' Union said it was “done”.",
        [("Northern Health Workers' Union",)],
    ),
    "an office": ("The Prime Minister's Office tweeted that it was “deeply moved”.", [("Prime Minister's Office",)]),
    "an acronym beside the verb": (
        "Ann Lee wrote to the agency. “We are waiting,” the FTC said. “I am not,” Lee said.",
        [("FTC",), ("Ann Lee",)],
    ),
    "ranks of the police": (
        "Detective Chief Inspector Simone Dale came. “Think back,” DCI Dale said. “Fine,” said PC Tom Hall.",
        [("Simone Dale",), ("Tom Hall",)],
    ),
    "an Irish family name": (
        "“It is cold,” Máire Ní Bhriain, of the shop, said. Ms Ní Bhriain said “nobody came”. Ms Ní Bhriain left.",
        [("Máire Ní Bhriain",), ("Máire Ní Bhriain",)],
    ),
    "what a people is called": (
        "Bramley’s manager, Marek Holub, was cheerful. ‘He is a warrior,’ the Czech beamed.",
        [("Marek Holub",)],
    ),
    "a lane is nobody": (
        "Noel Kearney lives at the end of Cutters Lane. “It is quiet,” he says.",
        [("Noel Kearney",)],
    ),
    "a relative of the same name": (
        (
            "“It was dark,” said Rhoswen Adair, who took over from her mother, Ester Adair, in May.\n"
            "“It is light,” Adair said."
        ),
        [("Rhoswen Adair",), ("Rhoswen Adair",)],
    ),
    "an acronym of words with hyphens": (
        "The National Cross-Country Union met. The NCCU said it “had not yet considered it”.",
        [("National Cross-Country Union",)],
    ),
    "a language is nobody": (
        "It was a clock, French, gilt. Tom Hall put it to his ear. “Try on Tuesday,” he said.",
        [("Tom Hall",)],
    ),
    "the younger and the elder": (
        (
            "Gerald Hume spoke. Trent Hume, a nephew of the leader, did not.\n"
            "“We love each other,” the younger Hume said.\n“No comment at all,” said the elder Hume."
        ),
        [("Trent Hume",), ("Gerald Hume",)],
    ),
    "the chairman from somewhere": (
        (
            "Senator Paul Zeller of Nebraska, the chairman of the board, said it was “outplayed by a man who slept”.\n"
            "“It rained,” said the chairman."
        ),
        [("Paul Zeller",), ("Paul Zeller",)],
    ),
    "a name of common words at the head of a sentence": (
        "Lantern Balance Watch, a group, wrote a report. “It is exhibit four,” Balance Watch wrote.",
        [("Lantern Balance Watch",)],
    ),
    "who, behind what else is told": (
        (
            "He named Ida Frost, the last rower, who had said in spring that she was “made of rope.”\n"
            "It drew an answer from Sen. Martin Moor (R-Ore.), one of the five, who wrote: “No. Read it, Bob.”"
        ),
        [("Ida Frost",), ("Martin Moor",)],
    ),
    "a city of two letters is nobody": (
        "Chris Moor sold hats to a shop. When D.C. rang him about the bill, he said: “Count them twice.”",
        [("Chris Moor",)],
    ),
    "turns are nobody": (
        "The council met. “U-turns are free,” said Ida Frost. The council said it was “glad of all of them”.",
        [("Ida Frost",), ()],
    ),
    "an office for short": (
        "The Moss County Sheriff's Office came. The Sheriff's Office thanked all for “the many eggs”.",
        [("Moss County Sheriff's Office",)],
    ),
    "a document named for its body": (
        "The Tide Ministry is shut. A Tide Ministry report warned of “a narrowing of the sea”.",
        [("Tide Ministry",)],
    ),
    "councillors and guards": (
        "“It rains,” said Cr Ida Frost. Garda Chris Moor said it was “wet”. Coun Ann Lee said: “It is.”",
        [("Ida Frost",), ("Chris Moor",), ("Ann Lee",)],
    ),
    "a dateline with its state is nobody": (
        "TYLER, Texas — The call was short.\nThen the girl spoke. “Did you eat?” she asked.",
        [()],
    ),
    "the group is the alliance": (
        (
            "Ida Frost and Chris Moor met. The Tide Freedom Alliance, a bloc of rowers, came out against it.\n"
            "“We came to swim,” the group wrote."
        ),
        [("Tide Freedom Alliance",)],
    ),
    "a directorate": (
        "The Tide Services Directorate met. “Every boat is counted,” the directorate said.",
        [("Tide Services Directorate",)],
    ),
    "he twice, so not she": (
        (
            "Chris Moor lost. “I tried,” he said. “I failed,” he said. “I go,” he said.\n"
            "Ann Lee watched Moor’s stare.\n“It was sad,” she said."
        ),
        [("Chris Moor",), ("Chris Moor",), ("Chris Moor",), ("Ann Lee",)],
    ),
}


@pytest.mark.parametrize(("text", "names"), MEANT.values(), ids=MEANT.keys())
def test_whom_names_and_nouns_mean(as_article: ArticleMaker, text: str, names: list[tuple[str, ...]]) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == names


def test_minutes_before_something_are_no_record(as_article: ArticleMaker) -> None:
    text = "The harbour board met. Its director, Ann Lee, had tweeted minutes before the vote: “Good luck to us!”"
    [quotation] = find_quotes(as_article(text))
    assert quotation.said_as != "minutes"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leonard Ross catches. Lenny describes it as “a rubber band”.", "Leonard Ross"),
        ("Robert Hale keeps bees. “They sting,” Rob said.", "Robert Hale"),
        ("Robert Hale keeps bees with his brother Bob. “They sting,” Bob said.", "Bob Hale"),
        ("Common Shelf, which represents grocers, called it “a gift”.", "Common Shelf"),
        ("It was built by Blue Tarn Pools in May. Blue Tarn Pools called the suit “without merit”.", "Blue Tarn Pools"),
        ("Ned Orr was seen by a nurse, 30. Heartbroken Ned Orr said: “She was my world.”", "Ned Orr"),
        ("Mum-of-four Shaz Orr, 33, said: “It ate my hat.”", "Shaz Orr"),
    ],
)
def test_short_forms_and_words_before_names(as_article: ArticleMaker, text: str, name: str) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [(name,)]
