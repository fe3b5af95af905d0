"""Whom pronouns and nouns can't mean by what the text says of somebody: who is named behind, who treats, who owns."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

LAWMAKERS = "Senators defend the lamps\n\nKeepers in Oregon and Nevada were told to switch off their lamps."
SINGER = "Fair and farmers make peace\n\nA row between Tara Quick and Moss Bremner looks like it is over."
DOCTOR = "Sneezing at the mill\n\nDr. Tim Pell, who treated the miller at the clinic, said that flour does this."


def speakers(as_article: ArticleMaker, text: str) -> list[tuple[str, ...]]:
    return [quote.speakers for quote in find_quotes(as_article(text))]


def test_who_is_named_behind_he_is_somebody_else(as_article: ArticleMaker) -> None:
    text = (
        "Farmer backs his neighbour\n\nBaz Quill endorsed Tim Orme in May. Orme won the county.\n\n"
        "Tim Orme will speak again on Friday. He has called Orme “the best neighbour a hedge can have.”"
    )
    assert speakers(as_article, text) == [("Baz Quill",)]


def test_who_treats_the_patient_is_not_the_patient(as_article: ArticleMaker) -> None:
    text = f'{DOCTOR}\n\n"The sacks made me sneeze for a week," the patient wrote in the report.'
    assert speakers(as_article, text) == [()]


@pytest.mark.parametrize(
    "sent",
    [
        "Senators representing Oregon and Nevada sent a letter Thursday to the agency warning against it.",
        "Senators representing Oregon have sent a letter to the agency warning against it.",
    ],
)
def test_whom_senders_represent_has_sent_nothing(as_article: ArticleMaker, sent: str) -> None:
    text = f"{LAWMAKERS} {sent}\n\n“No ship is warned by a dark lamp,” the letter says."
    assert speakers(as_article, text) == [()]


@pytest.mark.parametrize("where", ["in the harbour inquiry", "in the crane probe"])
def test_a_noun_with_more_behind_it_is_the_name_it_leads_to(as_article: ArticleMaker, where: str) -> None:
    text = (
        "Inquiry opens\n\nThe harbour master will be asked about the crane on Wednesday.\n\n"
        f"“The keys hung by his door,” said another witness {where}, former Guildhall adviser Fiona Quill."
    )
    assert speakers(as_article, text) == [("Fiona Quill",)]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Tall Lantern Records have twice denied doing wrong.", "Tall Lantern Records"),
        ("Tall Lantern have twice denied doing wrong.", "Tall Lantern"),
    ],
)
def test_they_means_the_body_just_told_of_in_the_plural(as_article: ArticleMaker, body: str, speaker: str) -> None:
    text = f'{SINGER}\n\n{body}\n\n"The gate was never locked," they said in a statement on their website.'
    assert speakers(as_article, text) == [(speaker,)]


def test_who_named_together_were_told_of_last_are_they(as_article: ArticleMaker) -> None:
    text = f"{SINGER}\n\nTall Lantern Records has denied it. Quick and Bremner met. “It is over,” they said."
    assert speakers(as_article, text) == [("Tara Quick", "Moss Bremner")]


FERRY = "Ferry to close\n\nCouncillors voted on Tuesday to close the ferry. {} wept in the gallery."


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("The driver said he was “not surprised”.", ()),  # she is no man, and nobody else is named
        ("The driver said that he was “not surprised”.", ()),
        ("The driver across the road said he was “not surprised”.", ()),
        ("The driver said she was “not surprised”.", ("Ana Ruiz",)),
    ],
)
def test_a_noun_that_tells_of_itself_as_he_is_no_woman(
    as_article: ArticleMaker, said: str, speaker: tuple[str, ...]
) -> None:
    assert speakers(as_article, f"{FERRY.format('Ana Ruiz, who sells tea there,')} {said}") == [speaker]


@pytest.mark.parametrize(
    ("does", "noun"),
    [("drives the last bus", "driver"), ("taught the children", "teacher"), ("owns the kiosk", "owner")],
)
def test_what_somebody_is_told_to_do_is_what_they_are(as_article: ArticleMaker, does: str, noun: str) -> None:
    text = f"{FERRY.format(f'Tom Orr, who {does}, laughed. Ana Ruiz')} The {noun} called it “a pity”."
    assert speakers(as_article, text) == [("Tom Orr",)]


@pytest.mark.parametrize(
    ("trade", "noun", "speaker"),
    [
        ("baker", "surgeon", ()),
        ("singer", "plumber", ()),
        ("nurse", "magistrate", ()),
        ("plumber", "electrician", ()),
        ("striker", "footballer", ("Ana Ruiz",)),
        ("surgeon", "scientist", ("Ana Ruiz",)),
        ("baker", "baker", ("Ana Ruiz",)),
        ("mother of two", "surgeon", ("Ana Ruiz",)),
    ],
)
def test_who_works_in_one_field_is_no_noun_of_another(
    as_article: ArticleMaker, trade: str, noun: str, speaker: tuple[str, ...]
) -> None:
    text = f"{FERRY.format(f'Ana Ruiz, a {trade} from Saltmere,')} The {noun} said it was “a pity”."
    assert speakers(as_article, text) == [speaker]


@pytest.mark.parametrize(
    ("named", "speaker"),
    [
        ("Tom Orr laughed. Ana Ruiz, a baker,", ()),  # "he" may be Orr, and she is still no lawyer
        ("Tom Orr laughed. Ana Ruiz, his lawyer,", ("Ana Ruiz",)),
    ],
)
def test_who_is_told_to_be_the_lawyer_may_speak_of_another(
    as_article: ArticleMaker, named: str, speaker: tuple[str, ...]
) -> None:
    assert speakers(as_article, f"{FERRY.format(named)} The lawyer said he was “not surprised”.") == [speaker]
