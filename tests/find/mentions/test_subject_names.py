"""Bodies that are named by several subjects are one speaker; two who speak together stay two."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes


@pytest.mark.parametrize(
    "said", ["The {} said on Monday that it was “odd and late.”", "A rule by the {} is “odd,” it said."]
)
@pytest.mark.parametrize(
    "name",
    [
        "Food and Drug Administration",
        "Securities and Exchange Commission",
        "Immigration and Customs Enforcement",
        "Health and Safety Executive",
        "House Ways and Means Committee",
        "Senate Health, Education, Labor and Pensions Committee",
        "Transport and General Workers' Union",
        "Fire and Rescue Service",
        "Steel and Foundry Union",
        "Centers for Disease Control and Prevention",
        "Department of Health and Human Services",
        "Department for Environment, Food and Rural Affairs",
        "Bureau of Alcohol, Tobacco, Firearms and Explosives",
        "Society of Composers, Authors and Publishers",
        "National Academies of Sciences, Engineering, and Medicine",
        "Chamber of Commerce and Industry",
        "Department of Roads and Ports",
        "Committee to Protect Owls",
        "Court of Arbitration for Sport",
        "9th Circuit",
        "101st Airborne Division",
    ],
)
def test_a_body_named_by_subjects_is_one_speaker(as_article: ArticleMaker, name: str, said: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(said.format(name)))] == [(name,)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Department of Health and Ana Ruiz said it was “odd.”", {"Department of Health", "Ana Ruiz"}),
        ("The University of Calder and Oxfam said it was “odd.”", {"University of Calder", "Oxfam"}),
        ("Smith and Jones said it was “odd.”", {"Smith", "Jones"}),
        ("Oxfam and Shelter said it was “odd.”", {"Oxfam", "Shelter"}),
        ("Texas and Florida said it was “odd.”", {"Texas", "Florida"}),
    ],
)
def test_two_who_speak_together_stay_two(as_article: ArticleMaker, text: str, names: set[str]) -> None:
    assert [set(quote.speakers) for quote in find_quotes(as_article(text))] == [names]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Housing and Urban Development Secretary Ines Quaid", "Ines Quaid"),
        ("Environment and Energy Minister Bo Lind", "Bo Lind"),
        ("Police and Crime Commissioner Rob Hale", "Rob Hale"),
        ("Securities and Exchange Commission Chair Gary Hale", "Gary Hale"),
        ("Secretary of Health and Human Services Ines Quaid", "Ines Quaid"),
        ("Health and Human Services Department spokesman Ed Poole", "Ed Poole"),
        ("Senator Theodora Banks of Maine", "Theodora Banks"),
        ("Ann Banks of Maine", "Ann Banks"),
    ],
)
def test_who_holds_an_office_is_no_body(as_article: ArticleMaker, told: str, name: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(f"{told} said it was “odd.”"))] == [(name,)]


def test_the_noun_leads_to_the_body(as_article: ArticleMaker) -> None:
    text = "The Committee to Protect Owls said it was “sad.” It met on Monday. “We tried,” the committee said."
    assert {quote.speakers for quote in find_quotes(as_article(text))} == {("Committee to Protect Owls",)}


def test_a_board_that_is_asked_to_do_something_has_no_such_name(as_article: ArticleMaker) -> None:
    text = "She asked the Harbour Board to pay. The Harbour Board said it was “odd.”"
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [("Harbour Board",)]


def test_a_caption_names_nobody_by_where_it_points(as_article: ArticleMaker) -> None:
    text = "PICTURED ABOVE: Moira Hale mends nets. “There is a line on the wall for every one,” she says."
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [("Moira Hale",)]
