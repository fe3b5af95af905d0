"""Bylines to CSL names."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.cite import samples

from quotecli.cite.bylines import names_in
from quotecli.cite.names import csl_name, display_name, inverted_name, same_person


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Jane Smith", {"family": "Smith", "given": "Jane"}),
        ("Smith, Jane", {"family": "Smith", "given": "Jane"}),
        ("JANE O’NEIL", {"family": "O’Neil", "given": "Jane"}),
        ("RONALD MCDONALD", {"family": "McDonald", "given": "Ronald"}),
        ("Jean DUMONT", {"family": "Dumont", "given": "Jean"}),
        ("DUMONT, Jean", {"family": "Dumont", "given": "Jean"}),
        ("NAGY Péter", {"family": "Nagy", "given": "Péter"}),
        ("KIM Min-jun", {"family": "Kim", "given": "Min-jun", "static-ordering": "true"}),
        ("Gabriel GARCÍA MÁRQUEZ", {"family": "García Márquez", "given": "Gabriel"}),
        ("Ursula VON DER AUE", {"family": "Aue", "given": "Ursula", "non-dropping-particle": "von der"}),
        ("Rob ORR III", {"family": "Orr", "given": "Rob", "suffix": "III"}),
        ("Ann MacDONALD", {"family": "MacDonald", "given": "Ann"}),
        ("JK Roland", {"family": "Roland", "given": "JK"}),
        ("Jane Smith AFP", {"literal": "Jane Smith AFP"}),
        ("Dr. Anna Lee, PhD", {"family": "Lee", "given": "Anna"}),
        ("Anna van der Berg", {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}),
        ("María de la Cruz", {"family": "Cruz", "given": "María", "non-dropping-particle": "de la"}),
        ("Omar bin Tarek", {"family": "bin Tarek", "given": "Omar"}),
        ("Church, Anna", {"family": "Church", "given": "Anna"}),
        ("Le, Mai", {"family": "Le", "given": "Mai"}),
        ("Robert De Niro", {"family": "De Niro", "given": "Robert"}),
        ("Martin Luther King Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("Иван Петров", {"family": "Петров", "given": "Иван"}),
        ("習近平", {"family": "習近平"}),
        ("Prince Harry", {"literal": "Prince Harry"}),
        ("Emily Post", {"family": "Post", "given": "Emily"}),
        ("World Health Organization", {"literal": "World Health Organization"}),
        ("Smith &amp; Sons", {"literal": "Smith & Sons"}),
        ("The Editors", {"literal": "The Editors"}),
        ("Reuters", {"literal": "Reuters"}),
        ("AFP", {"literal": "AFP"}),
        ("Außenministerium der Republik", {"literal": "Außenministerium der Republik"}),
        ("dpa", {"literal": "dpa"}),
        ("El País", {"literal": "El País"}),
        ("Deutsche Presse-Agentur", {"literal": "Deutsche Presse-Agentur"}),
        ("José Ortega y Gasset", {"family": "Ortega y Gasset", "given": "José"}),
        ("Ortega y Gasset, José", {"family": "Ortega y Gasset", "given": "José"}),
        ("Santiago Ramón y Cajal", {"family": "Ramón y Cajal", "given": "Santiago"}),
        (
            "Pedro Calderón de la Barca y Henao",
            {"family": "Barca y Henao", "given": "Pedro Calderón", "non-dropping-particle": "de la"},
        ),
        ("García Márquez, Gabriel", {"family": "García Márquez", "given": "Gabriel"}),
        ("King, Martin Luther, Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("de la Cruz, María", {"family": "Cruz", "given": "María", "non-dropping-particle": "de la"}),
        ("Amnesty International", {"literal": "Amnesty International"}),
        ("Cancer Research UK", {"literal": "Cancer Research UK"}),
        ("Oxfam GB", {"literal": "Oxfam GB"}),
        ("NHS England", {"literal": "NHS England"}),
        ("Save the Children", {"literal": "Save the Children"}),
        ("Ana Court", {"family": "Court", "given": "Ana"}),
        ("Washington Post", {"literal": "Washington Post"}),
        ("gazette.com", {"literal": "gazette.com"}),
    ],
)
def test_names(printed: str, expected: dict[str, str]) -> None:
    assert csl_name(printed) == expected


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jane Smith", ["Jane Smith"]),
        ("By JANE SMITH and Rob Roe", ["JANE SMITH", "Rob Roe"]),
        ("Jane Smith & Rob Roe", ["Jane Smith", "Rob Roe"]),
        ("Jane Smith, Rob Roe and Kim Poe", ["Jane Smith", "Rob Roe", "Kim Poe"]),
        ("Smith, Jane; Roe, Rob", ["Smith, Jane", "Roe, Rob"]),
        ("Rima Haddad and Reuters", ["Rima Haddad", "Reuters"]),
        ("Jane Smith, CNN", ["Jane Smith"]),
        ("Jane Smith, Staff Reporter", ["Jane Smith"]),
        ("Jane Smith | Reuters", ["Jane Smith"]),
        ("Jane Smith – BBC News", ["Jane Smith"]),
        ("Jane Smith in Berlin", ["Jane Smith"]),
        ("Jane Smith for The Weekly", ["Jane Smith"]),
        ("Smith, Jane", ["Smith, Jane"]),
        ("García Márquez, Gabriel", ["García Márquez, Gabriel"]),
        ("Martin Luther King, Jr.", ["Martin Luther King, Jr."]),
        ("Smith & Sons", ["Smith & Sons"]),
        ("Food and Drug Administration", ["Food and Drug Administration"]),
        ("Department of Health and Human Services", ["Department of Health and Human Services"]),
        ("Ministry of Health and Social Care", ["Ministry of Health and Social Care"]),
        (
            "Department for Environment, Food and Rural Affairs",
            ["Department for Environment, Food and Rural Affairs"],
        ),
        ("Department of Health and Jane Smith", ["Department of Health", "Jane Smith"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Di Reed", ["Di Reed"]),
        ("Jane Smith, Rob Roe, Xq Poe", ["Jane Smith", "Rob Roe", "Xq Poe"]),
        ("Cy Pool and Von Marsh", ["Cy Pool", "Von Marsh"]),
        ("Von der Mark", ["Von der Mark"]),
        ("Di Anna Tarno", ["Anna Tarno"]),
        ("Von dpa", ["dpa"]),
        ("Bill and Melinda Gates Foundation", ["Bill and Melinda Gates Foundation"]),
        ("Staff Writer", []),
        ("Special to The Weekly", []),
        ("", []),
    ],
)
def test_names_in_a_byline(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


def test_the_outlets_name_is_a_body() -> None:
    assert csl_name("Axel Springer", outlet="Axel Springer") == {"literal": "Axel Springer"}


def test_reading_and_filing_order() -> None:
    name = csl_name("Anna Maria van der Berg")
    assert display_name(name) == "Anna Maria van der Berg"
    assert inverted_name(name) == "van der Berg, Anna Maria"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Rob Marlow", "Robert Marlow", True),
        ("R. Marlow", "Rob Marlow", True),
        ("Marlow", "Rob Marlow", True),
        ("Rob Marlow", "Kim Marlow", False),
        ("Reuters", "reuters", True),
        ("World Health Organization", "Health Organization", False),
    ],
)
def test_same_person(first: str, second: str, same: bool) -> None:
    assert same_person(first, second) is same


@given(samples.some_text)
def test_any_byline_is_names_without_empty_parts(printed: str) -> None:
    assert all(names_in(printed))
    assert all(isinstance(value, str) and (value or part == "literal") for part, value in csl_name(printed).items())
