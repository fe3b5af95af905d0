"""Names as papers of many countries print them, each with what stands before it, are one speaker by the whole name."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes

OPENING = "Plan is late\n\nThe plan has been debated for months, and it is late.\n\n"
PEOPLE = {
    "Chief Justice of India R.V. Menon": "R.V. Menon",
    "Devon and Cornwall Police Chief Constable Will Orr": "Will Orr",
    "Harrow & Vance Co. CEO Jamie Orr": "Jamie Orr",
    "Plaid leader Rhys ap Iorwerth": "Rhys ap Iorwerth",
    "Neil deGrout": "Neil deGrout",
    "Town Clerk Bill Church": "Bill Church",
    "Labour MP Sir Iain Duncan Orr": "Iain Duncan Orr",
    "Rapper Stormzy": "Stormzy",
    "Influencer Molly-Mae": "Molly-Mae",
    "Professor Emeritus Alan Pike": "Alan Pike",
    "Sgt. 1st Class Owen Blake": "Owen Blake",
    "UN Special Rapporteur Ana Ruiz": "Ana Ruiz",
    "A$AP Rocky": "A$AP Rocky",
    "Minister for Women and Equalities Ana Ruiz": "Ana Ruiz",
    "Inspector-General of Police Kayode Balogun": "Kayode Balogun",
    "star Shah Rukh Khan": "Shah Rukh Khan",
    "Power Minister Awais Tariq Khan": "Awais Tariq Khan",
    "Nyanza MCA Winnie Atieno Okello": "Winnie Atieno Okello",
    "Peter Mwangi wa Njuguna": "Peter Mwangi wa Njuguna",
    "Sheikha Maryam bint Sultan Al Ansari": "Maryam bint Sultan Al Ansari",
}
ALONE = (
    "easyJet",
    "Marks and Spencer",
    "Standard & Poor’s",
    "Ben & Jerry’s",
    "King’s College London",
    "No 10",
    "Channel 4",
    "Air India",
    "Garda Síochána",
    "Friends of the Earth",
    "People for the Ethical Treatment of Animals",
    "NHS Greater Glasgow and Clyde",
    "Sheffield Wednesday",
    "Baker Hughes",
    "Passenger Voice",
    "Alzheimer’s Society",
    "Devon & Somerset Fire and Rescue Service",
    "Women’s Aid",
    "Avon and Somerset Police",
    "Devon and Cornwall Police",
)
BEHIND_THE = (
    "Cook County Medical Examiner’s Office",
    "Wayne County Prosecutor’s Office",
    "Health Service Executive",
    "Kansas City Chiefs",
    "Philadelphia 76ers",
    "University of Texas at Austin",
    "University of California, Berkeley",
    "National Institute of Allergy and Infectious Diseases",
    "Bill & Melinda Gates Foundation",
    "Confederation of British Industry",
    "Society of Motor Manufacturers and Traders",
    "RAF",
    "International Longshoremen’s Association",
    "Treasury",
    "Co-op",
    "England and Wales Cricket Board",
    "Independent Electoral and Boundaries Commission",
    "Organisation for Economic Co-operation and Development",
    "Port Authority of New York and New Jersey",
    "Los Angeles Lakers",
    "Vatican",
    "World Food Programme",
    "Revenue and Customs",
)


@pytest.mark.parametrize("said", ["On Monday {} said that it was “odd and late.”", "According to {}, it was “odd.”"])
@pytest.mark.parametrize(("printed", "name"), PEOPLE.items())
def test_a_person_is_called_by_the_whole_name(as_article: ArticleMaker, printed: str, name: str, said: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(OPENING + said.format(printed)))] == [(name,)]


@pytest.mark.parametrize("said", ["On Monday {} said that it was “odd and late.”", "According to {}, it was “odd.”"])
@pytest.mark.parametrize("printed", [*ALONE, *(f"the {name}" for name in BEHIND_THE)])
def test_a_body_is_called_by_the_whole_name(as_article: ArticleMaker, printed: str, said: str) -> None:
    quotes = find_quotes(as_article(OPENING + said.format(printed)))
    assert [quote.speakers for quote in quotes] == [(printed.removeprefix("the "),)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Boeing called the plan “odd.”", "Boeing"),
        ("Beijing called the plan “odd.”", "Beijing"),
        ("Kelly called the plan “odd.”", "Kelly"),
        ("Shelter called the plan “odd.”", "Shelter"),
        ("Network Orrery called the plan “odd.”", "Network Orrery"),
        ("Greater Manchester Police called the plan “odd.”", "Greater Manchester Police"),
        ("Statistics Canada called the plan “odd.”", "Statistics Canada"),
        ("Border Force called the plan “odd.”", "Border Force"),
        ("Reform UK called the plan “odd.”", "Reform UK"),
        ("Wendy’s called the plan “odd.”", "Wendy’s"),
        ("King’s College London called the plan “odd.”", "King’s College London"),
        ("Yesterday Orrery called the plan “odd.”", "Orrery"),
        ("Meanwhile Kent Police called the plan “odd.”", "Kent Police"),
    ],
)
def test_a_name_may_open_its_sentence(as_article: ArticleMaker, sentence: str, name: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(OPENING + sentence))] == [(name,)]


@pytest.mark.parametrize(
    "sentence",
    ["Reportedly called the plan “odd.”", "Critics called the plan “odd.”", "Parking said to be “odd” is rare."],
)
def test_other_openings_are_no_names(as_article: ArticleMaker, sentence: str) -> None:
    assert not any(quote.speakers for quote in find_quotes(as_article(OPENING + sentence)))


@pytest.mark.parametrize(
    ("led", "name"),
    [
        ("Tory peer Ana Ruiz", "Ana Ruiz"),
        ("Congress leader Ana Ruiz", "Ana Ruiz"),
        ("White House chief of staff Ana Ruiz", "Ana Ruiz"),
        ("WHO Director-General Ana Ruiz", "Ana Ruiz"),
        ("world No. 1 Ana Ruiz", "Ana Ruiz"),
        ("Calder senior fellow Ana Ruiz", "Ana Ruiz"),
        ("Nobel laureate Ana Ruiz", "Ana Ruiz"),
        ("Children’s Commissioner Dame Ana Ruiz", "Ana Ruiz"),
        ("border czar Ana Ruiz", "Ana Ruiz"),
        ("pensioner Ana Ruiz", "Ana Ruiz"),
        ("sheriff’s spokesman Sgt. Ana Ruiz", "Ana Ruiz"),
        ("University of Oxford vaccinologist Ana Ruiz", "Ana Ruiz"),
    ],
)
def test_behind_the_verb_nobody_speaks_but_who_is_told_of(as_article: ArticleMaker, led: str, name: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(f"{OPENING}“It is odd,” said {led}."))] == [(name,)]


def test_a_rank_is_no_house(as_article: ArticleMaker) -> None:
    (quote,) = find_quotes(as_article("Ana Ruiz, the No. 10 seed, said it was “fine.”"))
    assert quote.speakers == ("Ana Ruiz",)
