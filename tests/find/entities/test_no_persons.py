"""Names that look like a person's and are none: places with an article, bodies told in the plural, programmes."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces
from quotecli.find.scene.scene import Scene

SOAP = "Star speaks out\n\nHarbour Row {noun} Gemma Atherley has told fans that she is leaving the show."


def last_speakers(as_article: ArticleMaker, text: str) -> tuple[str, ...]:
    return find_quotes(as_article(text))[-1].speakers


@pytest.mark.parametrize("noun", ["favourite", "favorite", "legend", "actress"])
def test_a_programme_before_its_star_is_nobody_she_means(as_article: ArticleMaker, noun: str) -> None:
    text = f"{SOAP.format(noun=noun)}\n\n“I found it in the middle of a scene,” she told the Mirror."
    assert last_speakers(as_article, text) == ("Gemma Atherley",)


def test_a_place_with_an_article_is_nobody_she_means(as_article: ArticleMaker) -> None:
    text = (
        "Storm empties islands\n\nThe storm that hit the Florence Shoals made people leave, the county said.\n\n"
        "The Shoals were flooded in March.\n\n“The cellar is a pond,” she said."
    )
    assert "Florence Shoals" not in last_speakers(as_article, text)


def test_who_stands_for_a_place_is_who_the_clause_tells_of(as_article: ArticleMaker) -> None:
    text = (
        "Fees row\n\nMr Stead has upset the member for Nether Combe, who keeps bees and has the manner of a "
        "headmistress.\n\n‘On average, eleven seconds,’ she said."
    )
    assert last_speakers(as_article, text) == ()


@pytest.mark.parametrize("noun", ["group", "firm"])
def test_a_firm_named_behind_its_clause_is_nobody_she_means(as_article: ArticleMaker, noun: str) -> None:
    text = (
        f"Fair in doubt\n\nAna Bell wanted to stop it. The {noun} that owns the fair, Tall Lantern, says she will be "
        f"heard. She met the {noun} on Monday.\n\nTall Lantern was “never in doubt,” she said."
    )
    assert last_speakers(as_article, text) == ("Ana Bell",)


def test_a_body_called_so_in_full_is_no_office_of_another(as_article: ArticleMaker) -> None:
    text = (
        "Claims rejected\n\nThe Pentagon rejected the claims as “false.”\n\n"
        "Col. Tim Pell told HTR Pentagon correspondent Nora Quill that the claim “is nonsense.”"
    )
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [("Pentagon",), ("Tim Pell",)]


def test_capitals_that_open_an_article_are_not_kept_in_a_name(as_article: ArticleMaker) -> None:
    text = (
        "Group reports loss\n\nSINGAPORE Harbour Holdings on Tuesday said the year was “very hard”, its first.\n\n"
        "It has been in Singapore since 1901."
    )
    assert last_speakers(as_article, text) == ("Singapore Harbour Holdings",)


@pytest.mark.parametrize("end", ["Publishing", "Studios", "Productions", "Publications"])
def test_a_publisher_is_called_by_its_first_word(as_article: ArticleMaker, end: str) -> None:
    text = f"New maps of the coast\n\nThe atlas came out in May with Turret {end}.\n\n“It floats,” Turret said."
    assert last_speakers(as_article, text) == (f"Turret {end}",)


def test_what_a_firm_makes_is_not_the_firm(as_article: ArticleMaker) -> None:
    text = (
        "Ring gets a fee\n\nIf you bought a Lumenova Halo because it had no fee, I have bad news for you. The Lumenova "
        "Halo costs $700.\n\nIn an email on Tuesday, Lumenova said that “advanced insights” will move to a new plan."
    )
    assert last_speakers(as_article, text) == ("Lumenova",)


def test_a_full_name_is_shortened_to_its_first_word(as_article: ArticleMaker) -> None:
    text = "Couple split\n\nZarina Halo left the show. A Zarina Halo fan wept.\n\n“I am tired,” Zarina said."
    assert last_speakers(as_article, text) == ("Zarina Halo",)


@pytest.mark.parametrize("people", ["Croatian", "Ecuadorian", "Californian", "Liverpudlian"])
def test_one_of_a_people_is_no_name(as_article: ArticleMaker, people: str) -> None:
    article = as_article(
        f"Boss fumes\n\nDes Hanrat was cross about Luka Peric.\n\nThe {people} appeared to control it with his arm "
        "before lashing it past Jordan Eames."
    )
    assert people not in {entity.name for entity in Scene(article, find_pieces(article)).cast.entities}
