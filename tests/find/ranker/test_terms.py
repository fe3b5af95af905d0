"""What marks only name is no speech: nicknames, headings, the titles of events."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


@pytest.mark.parametrize(
    "sentence",
    [
        "Tove Brandt, once nicknamed “Coach” by her crews, said “I am tired”.",
        "Tove Brandt wrote in an email headed “A sad day” that “I am tired”.",
        "Tove Brandt said of the “Year of Water” festival that “I am tired”.",
        "Tove Brandt said in a speech that a jail term would be too long and “I am tired”.",
    ],
)
def test_what_marks_name_is_no_speech(as_article: ArticleMaker, sentence: str) -> None:
    quotations = find_quotes(as_article(sentence))
    assert [(quotation.text, quotation.speakers) for quotation in quotations] == [("I am tired", ("Tove Brandt",))]


def test_what_somebody_is_called_by_another_is_speech(as_article: ArticleMaker) -> None:
    [quotation] = find_quotes(as_article("Tove Brandt called the plan “a sad day for the quays”."))
    assert quotation.speakers == ("Tove Brandt",)


@pytest.mark.parametrize(
    "programme", ["told “48 Hours” that", "told “Calder Tonight” that", "said on “Inside Edition” that"]
)
def test_a_programme_is_no_speech(as_article: ArticleMaker, programme: str) -> None:
    found = find_quotes(as_article(f"Ann Quaid {programme} she was late. “It rained,” she said. She told him “Never.”"))
    assert next(quote.text.strip("“”") for quote in found) == "It rained,"


def test_what_somebody_is_told_is_speech(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article("Ann Quaid told the guard “Good Morning America is late” that day."))
    assert len(found) == 1


def test_what_somebody_goes_by_is_a_name_of_his(as_article: ArticleMaker) -> None:
    text = (
        "Ada Cole answers to “Sarge.” Known to all as “Red,” Hortensia Vega drove the truck. “He would say the computer"
        " lost it,” Sarge said. “Get in,” Red said."
    )
    found = [(quotation.text, quotation.speakers) for quotation in find_quotes(as_article(text))]
    assert found == [
        ("He would say the computer lost it,", ("Ada Cole",)),
        ("Get in,", ("Hortensia Vega",)),
    ]


@pytest.mark.parametrize("asked", ["would not say what “soon” meant", "declined to define “soon”"])
def test_what_is_only_explained_is_no_speech(as_article: ArticleMaker, asked: str) -> None:
    found = find_quotes(as_article(f"The chief, Ann Quaid, {asked}. “We will see,” she said."))
    assert [quotation.text for quotation in found] == ["We will see,"]


def test_what_somebody_is_said_to_have_told_others_is_speech(as_article: ArticleMaker) -> None:
    text = "It led to a man who, when two officers came, is said to have told them, “I wondered when.” Ann Quaid sat."
    [found] = find_quotes(as_article(text))
    assert (found.text, found.speakers) == ("I wondered when.", ())


def test_what_somebody_wins_for_is_a_work(as_article: ArticleMaker) -> None:
    text = "Ann Quaid, who would win for “The Ferry Clerk,” told a reporter that it rained. “Feet first,” she said."
    assert [quotation.text for quotation in find_quotes(as_article(text))] == ["Feet first,"]


@pytest.mark.parametrize(
    ("headline", "spoken"),
    [
        ("Hale is ‘unfit,’ Quaid says", ["unfit,"]),
        ("Quaid says ‘sorry’ to voters", ["sorry"]),
        ("The ‘unfit’ mayor of Calder", []),
    ],
)
def test_one_word_of_a_headline_is_speech_where_somebody_says_it(
    as_article: ArticleMaker, headline: str, spoken: list[str]
) -> None:
    article = as_article(f"{headline}\n\nIt was a long day. Ines Quaid spoke to the Tide on Monday. Ned Hale listened.")
    assert [quote.text for quote in find_quotes(article)] == spoken


@pytest.mark.parametrize(
    "sentence",
    [
        "Ettie Shaw recorded her third album, “Small Hours,” in a barn.",
        "Ettie Shaw was afraid of a song like “Glasgow,” which asks for a voice.",
        "Ettie Shaw sang the ballad “Small Hours” to the end.",
    ],
)
def test_the_title_of_a_work_is_no_speech(as_article: ArticleMaker, sentence: str) -> None:
    found = find_quotes(as_article(f"{sentence} “It was cold,” she said."))
    assert [quotation.text for quotation in found] == ["It was cold,"]


def test_a_title_is_one_also_where_nothing_tells_so(as_article: ArticleMaker) -> None:
    text = (
        "Review: “The Salt Wife” at the Corn Exchange\n\nAna Ruiz wrote the play “The Salt Wife” in a hired hut.\n\n"
        "“I never meant to act in it,” Ruiz said. Nobody who has seen “The Salt Wife” will believe her."
    )
    assert [quotation.text for quotation in find_quotes(as_article(text))] == ["I never meant to act in it,"]
