"""Whose words tell what another is charged with, and two nouns that say something together."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


@pytest.mark.parametrize(
    ("text", "said_as"),
    [
        ("Vane accused Brill of wanting “a turnstile.” She denied it.", "Vane"),
        (
            "Trey Vane said he would win and accused Anjali Brill of wanting “a turnstile instead of a gate.”",
            "Trey Vane",
        ),
        ("Vane on Wednesday dismissed talk of a shutdown as “noise from the bay.”", "Vane"),
        ("The talk, dismissed by Vane as “noise,” went on.", "Vane"),
        ("Vane left when Brill accused him of “robbing the mute.”", "Brill"),
        ("Ruiz accused Brandt of calling the plan “a joke.”", "Brandt"),
    ],
)
def test_who_charges_another_says_it_unless_the_charge_is_of_saying(
    as_article: ArticleMaker, text: str, said_as: str
) -> None:
    assert [quotation.said_as for quotation in find_quotes(as_article(text))] == [said_as]


@pytest.mark.parametrize(
    ("text", "said_as", "speakers"),
    [
        (
            "Mayor Ana Ruiz met Gov. Lee Marsh. The mayor and the governor said it was “a good day.”",
            "The mayor and the governor",
            ("Ana Ruiz", "Lee Marsh"),
        ),
        ("In a joint statement, the union and the firm said it “protects jobs.”", "the union and the firm", ()),
        ("Ruiz, who led the union and the firm, said it “protects jobs.”", "Ruiz", ("Ruiz",)),
    ],
)
def test_two_nouns_that_lead_one_verb_speak_together(
    as_article: ArticleMaker, text: str, said_as: str, speakers: tuple[str, ...]
) -> None:
    (quotation,) = find_quotes(as_article(text))
    assert (quotation.said_as, quotation.speakers) == (said_as, speakers)
