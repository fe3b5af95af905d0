"""Whom pronouns and nouns can't mean by what the text says of somebody: who is named behind, who treats, who owns."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes

LAWMAKERS = "Lawmakers warn of return\n\nFederal workers in Oregon and Nevada were told to come back to their desks."
SINGER = "Singer and label near a truce\n\nA row between Tara Quick and Moss Bremner looks like it is over."
DOCTOR = "Patient recovers\n\nDr. Owen Dempster, who treated the man at the clinic, said that the illness is rare."


def speakers(as_article: ArticleMaker, text: str) -> list[tuple[str, ...]]:
    return [quote.speakers for quote in find_quotes(as_article(text))]


def test_who_is_named_behind_he_is_somebody_else(as_article: ArticleMaker) -> None:
    text = (
        "Host backs his man\n\nGlen Bexley endorsed Ted Croft in May. Croft won the county.\n\n"
        "Ted Croft will speak again on Friday. He has called Croft “a man for our times.”"
    )
    assert speakers(as_article, text) == [("Glen Bexley",)]


def test_who_treats_the_patient_is_not_the_patient(as_article: ArticleMaker) -> None:
    text = f'{DOCTOR}\n\n"Going up to bed was an effort," the patient wrote in the report.'
    assert speakers(as_article, text) == [()]


@pytest.mark.parametrize(
    "sent",
    [
        "Senators representing Oregon and Nevada sent a letter Thursday to the agency warning against it.",
        "Senators representing Oregon have sent a letter to the agency warning against it.",
    ],
)
def test_whom_senders_represent_has_sent_nothing(as_article: ArticleMaker, sent: str) -> None:
    text = f"{LAWMAKERS} {sent}\n\n“Reopening too quickly threatens us all,” the letter says."
    assert speakers(as_article, text) == [()]


@pytest.mark.parametrize("where", ["in the harbour inquiry", "in the impeachment probe"])
def test_a_noun_with_more_behind_it_is_the_name_it_leads_to(as_article: ArticleMaker, where: str) -> None:
    text = (
        "Envoy to testify\n\nThe ambassador will be asked about the harbour on Wednesday.\n\n"
        f"“He was in charge of it all,” said another witness {where}, former White House adviser Fiona Hale."
    )
    assert speakers(as_article, text) == [("Fiona Hale",)]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Large Engine Records have twice denied doing wrong.", "Large Engine Records"),
        ("Large Engine have twice denied doing wrong.", "Large Engine"),
    ],
)
def test_they_means_the_body_just_told_of_in_the_plural(as_article: ArticleMaker, body: str, speaker: str) -> None:
    text = f'{SINGER}\n\n{body}\n\n"At no point did we say so," they said in a statement on their website.'
    assert speakers(as_article, text) == [(speaker,)]


def test_who_named_together_were_told_of_last_are_they(as_article: ArticleMaker) -> None:
    text = f"{SINGER}\n\nLarge Engine Records has denied it. Quick and Bremner met. “It is over,” they said."
    assert speakers(as_article, text) == [("Tara Quick", "Moss Bremner")]
