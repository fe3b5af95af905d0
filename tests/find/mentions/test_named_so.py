"""Names of bodies in their full length, names behind other words, and offices that nobody named here holds."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


def speakers(as_article: ArticleMaker, text: str) -> list[str | None]:
    return [" and ".join(quote.speakers) or None for quote in find_quotes(as_article(text))]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("“We are sorry,” the Delmont Fraternal Order of Police said.", "Delmont Fraternal Order of Police"),
        ("The Allied Pilots of Crestline called the plan “brittle.”", "Allied Pilots of Crestline"),
        ("The Bakers’ and Allied Workers’ Union called it “a kick”.", "Bakers’ and Allied Workers’ Union"),
        ("Transport for Wales said: “We are sorry for the delay.”", "Transport for Wales"),
        ("Save the Children said the plan was “a moral stain”.", "Save the Children"),
        ("“We are late,” the Great Basin & Western Railway said.", "Great Basin & Western Railway"),
        ("“We are late,” Sierra Gas & Light said.", "Sierra Gas & Light"),
        ("McDonald’s said it was “confident in the outlook.”", "McDonald’s"),
        ("Shops closed at Dunnock’s. ‘We are late,’ Dunnock’s said.", "Dunnock’s"),
    ],
)
def test_a_body_has_its_whole_name(as_article: ArticleMaker, said: str, name: str) -> None:
    assert speakers(as_article, said) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He left Chelsea for Arsenal. Chelsea said it was “sad”.", "Chelsea"),
        ("Kim’s friends said she was “done”. “I am,” Kim said.", "Kim"),
        ("“We go,” Ana Ruiz & Bob Poole said.", "Ana Ruiz and Bob Poole"),
    ],
)
def test_what_only_looks_so_is_read_as_before(as_article: ArticleMaker, text: str, name: str) -> None:
    assert speakers(as_article, text)[-1] == name


def test_a_short_name_means_the_firm_with_a_sign_in_its_name(as_article: ArticleMaker) -> None:
    text = "The lines of Sierra Gas & Light burned. “We are sorry,” Sierra said. “We are,” the Great Basin said."
    assert speakers(as_article, text)[0] == "Sierra Gas & Light"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Joan Tarry is mayor. Said Tarry: "I never did."', "Joan Tarry"),
        ("Said Winifred Coyle, who keeps the bees, “They came back in May.”", "Winifred Coyle"),
        ("The lawyer, Said Ahmed, came. Said Ahmed said: “We go.”", "Said Ahmed"),
    ],
)
def test_a_sentence_may_begin_with_its_verb(as_article: ArticleMaker, text: str, name: str) -> None:
    assert speakers(as_article, text) == [name]


@pytest.mark.parametrize("told", ["former soldier", "retired hotelier", "veteran campaigner", "34-year-old"])
def test_a_name_behind_what_its_bearer_is_called(as_article: ArticleMaker, told: str) -> None:
    text = f"Denise Cole, the mayor, spoke.\nThe captain, {told} Ruth Abernathy, said: “We were relieved.”"
    assert speakers(as_article, text) == ["Ruth Abernathy"]
    text = f"Denise Cole, the mayor, spoke.\n“We were relieved,” said the captain, {told} Ruth Abernathy."
    assert speakers(as_article, text) == ["Ruth Abernathy"]


def test_whom_somebody_is_angry_with_is_somebody_else(as_article: ArticleMaker) -> None:
    text = "Denise Cole, the mayor, spoke. The captain, angry with keeper Tom Hall, said: “We were relieved.”"
    assert speakers(as_article, text) != ["Tom Hall"]


def test_a_throne_is_not_held_by_whoever_was_named_last(as_article: ArticleMaker) -> None:
    lund = "Petter Lund, a dockers’ spokesman, came."
    for office in ("king", "bishop of Tarrow", "prime minister", "governor of the Bank of England"):
        assert speakers(as_article, f"{lund}\nThe {office} said he was “saddened by events”.") == [None], office
    assert speakers(as_article, f"{lund}\nThe pope called for peace. “Put down your placards,” he said.") == [None]
    assert speakers(as_article, "Bishop Ann Reed came. The bishop said she was “glad”.") == ["Ann Reed"]
    assert speakers(as_article, "The Rt Rev Jon Sayle, 58, came. “I stopped,” the bishop said.") == ["Jon Sayle"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Student Tyler Nguyen and teacher Emma Castellano said: “No.”", "Tyler Nguyen and Emma Castellano"),
        ("“We go,” said student Tyler Nguyen and his teacher Emma Castellano.", "Tyler Nguyen and Emma Castellano"),
        ("“We go,” said Tyler Nguyen, 19, and Emma Castellano, 45.", "Tyler Nguyen and Emma Castellano"),
        (
            "Tyler Nguyen, the captain, and Emma Castellano, the coach, said: “No.”",
            "Tyler Nguyen and Emma Castellano",
        ),
        ("Tyler Nguyen, the captain, spoke, and teacher Emma Castellano said: “No.”", "Emma Castellano"),
        ("Ana Ruiz, president and CEO of Calder Bakers Association stated, “It’s late.”", "Ana Ruiz"),
    ],
)
def test_who_is_told_of_beside_another(as_article: ArticleMaker, said: str, names: str) -> None:
    assert speakers(as_article, said) == [names]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("In the inquiry, Idaho Attorney General Ruth B. Colley said it was “late.”", "Ruth B. Colley"),
        ("In the court, Judge Ann Lee said it was “late”.", "Ann Lee"),
        ("“We go,” said the union, Unite for Fair Pay.", "Unite for Fair Pay"),
        ("South Harrow-born Ivo Lund came. “I rowed it alone,” said Lund.", "Ivo Lund"),
        ("Former RNC aide opens bakery\nAn aide baked. “We wish him well,” the RNC said.", "RNC"),
    ],
)
def test_what_stands_before_a_name_is_none_of_it(as_article: ArticleMaker, said: str, name: str) -> None:
    assert speakers(as_article, said) == [name]


def test_who_calls_it_something_else_meanwhile(as_article: ArticleMaker) -> None:
    text = "Joan Tarry called the plan “dead in the water”, while her deputy, Colin Voss, called it “merely resting”."
    assert speakers(as_article, text) == ["Joan Tarry", "Colin Voss"]
