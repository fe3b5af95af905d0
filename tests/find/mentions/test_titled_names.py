"""Where a name begins behind offices and titles, and titles that are part of a name."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Princess Nokia said the hall was “too small.” “I sang,” Nokia said.", "Princess Nokia"),
        ("Rapper Queen Naija said the hall was “too small.”", "Queen Naija"),
        ("Lady Ashby said the hall was “too small.”", "Ashby"),
        ("Judge Banks said the hall was “too small.”", "Banks"),
        ("Officer Church said the hall was “too small.”", "Church"),
        ("“He ran,” Calder Police Chief Ellen Banks said. “It is sad,” Banks said.", "Ellen Banks"),
        ("The game was cut short. It was “over,” Major League Cricket Commissioner Ron Sayle said.", "Ron Sayle"),
    ],
)
def test_titles_are_part_of_some_names(as_article: ArticleMaker, text: str, name: str) -> None:
    assert {quote.speakers for quote in find_quotes(as_article(text))} == {(name,)}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Bank of Alder Governor Ines Quaid", "Ines Quaid"),
        ("University of Calder Chancellor Ines Quaid", "Ines Quaid"),
        ("Diocese of Elm Bishop Ines Quaid", "Ines Quaid"),
        ("Village of Oak Ferry Mayor Ines Quaid", "Ines Quaid"),
        ("Bank of Alder CEO Ines Quaid", "Ines Quaid"),
        ("Televangelist Ines Quaid", "Ines Quaid"),
        ("Arlo Finch-backer Ines Quaid", "Ines Quaid"),
        ("Office of Attorney General Ines Quaid", "Office of Attorney General Ines Quaid"),
        ("University of Calder Medical Center", "University of Calder Medical Center"),
        ("Friends of Mayor Ines Quaid", "Friends of Mayor Ines Quaid"),
    ],
)
def test_an_office_is_no_part_of_the_name(as_article: ArticleMaker, told: str, name: str) -> None:
    found = find_quotes(as_article(f"The plan came late. “We are sorry,” said {told}. It fell through."))
    assert [quote.speakers for quote in found] == [(name,)]


@pytest.mark.parametrize(
    ("printed", "short", "name"),
    [
        ("Leonard “Lenny” Quaid Jr.", "Quaid", "Leonard Quaid Jr."),
        ("Leonard “Lenny” Quaid III", "Lenny", "Leonard Quaid III"),
        ("Gen. Leonard F. “Lenny” Quaid", "Quaid", "Leonard F. Quaid"),
        ("Leonard “Lenny” De La Cerda", "De La Cerda", "Leonard De La Cerda"),
        ("Rep. Leonard “Lenny” Quaid", "Quaid", "Leonard Quaid"),
    ],
)
def test_a_nickname_in_marks_is_no_speech(as_article: ArticleMaker, printed: str, short: str, name: str) -> None:
    found = find_quotes(as_article(f"{printed} said the road was “dead.” “It rained,” {short} said. It was late."))
    assert [(quote.text.strip("“”"), quote.speakers) for quote in found] == [
        ("dead.", (name,)),
        ("It rained,", (name,)),
    ]


def test_particles_with_a_capital_open_no_full_name(as_article: ArticleMaker) -> None:
    text = "Van der Quaid is late\n\nLena van der Quaid ran in May. “It rained,” van der Quaid said."
    assert find_quotes(as_article(text))[-1].speakers == ("Lena van der Quaid",)


def test_a_letter_before_speech_ends_its_sentence(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article("Leonard took Plan B. “Rain” was all that Ann Quaid said. “It fell,” she said."))
    assert [quote.speakers for quote in found] == [("Ann Quaid",), ("Ann Quaid",)]


@pytest.mark.parametrize(
    "name",
    ["Martin Luther King Jr.", "Sgt. Angus King III", "Judge Marshall Pope Jr.", "Secretary-General Ines Quaid"],
)
def test_a_family_name_like_a_title_keeps_what_stands_before(as_article: ArticleMaker, name: str) -> None:
    for said in ("{} said it was “odd.”", "“It is odd,” {} said."):
        speakers = find_quotes(as_article(said.format(name)))[0].speakers
        assert speakers == (name.removeprefix("Sgt. ").removeprefix("Judge ").removeprefix("Secretary-General "),)


@pytest.mark.parametrize(
    "name",
    [
        "Boeing", "Target", "Variety", "Amnesty International", "Black Lives Matter", "Ban Ki-moon", "Bill de Blasio",
        "Baker Mayfield", "Greater Manchester Police", "Real Madrid", "Johnson & Johnson",
    ],
)  # fmt: skip
def test_a_word_behind_a_comma_has_its_capital_for_being_a_name(as_article: ArticleMaker, name: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(f"“It is odd and late,” {name} said."))] == [(name,)]


@pytest.mark.parametrize("opening", ["Others", "Most", "Officials", "Police", "Residents", "Fans"])
def test_a_noun_behind_a_comma_stays_one(as_article: ArticleMaker, opening: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(f"“It is odd and late,” {opening} said."))] == [()]


def test_who_has_the_name_of_a_firm_is_none(as_article: ArticleMaker) -> None:
    text = "Chris Christie left. It was Christie's, and Christie's sold it. “It is late,” Christie said."
    assert find_quotes(as_article(text))[0].speakers == ("Chris Christie",)


def test_a_firm_has_nothing_behind_its_apostrophe(as_article: ArticleMaker) -> None:
    assert find_quotes(as_article("“It is odd,” said Dunnock's. The chain is from Ohio."))[0].speakers == ("Dunnock's",)
    assert find_quotes(as_article("“It is odd,” said Hale's sister. Ned Hale left."))[0].speakers != ("Hale's",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to Wendy's, it was “odd.”", "Wendy's"),
        ("In a statement Amnesty International called it “odd.”", "Amnesty International"),
        ("“It is odd,” Us Weekly told readers.", "Us Weekly"),
        ("On Monday People magazine said the pair were “happy.”", "People magazine"),
        ("New York magazine called it “odd.”", "New York magazine"),
        ("Fashion magazine Elle called it “odd.”", "Elle"),
    ],
)
def test_firms_and_magazines_have_their_whole_names(as_article: ArticleMaker, text: str, name: str) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [(name,)]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("“It is odd,” the Dallas Cowboys said.", ("Dallas Cowboys",)),
        ("The Milwaukee Brewers said it was “odd.”", ("Milwaukee Brewers",)),
        ("The House Republicans said it was “odd.”", ()),
        ("The Iowa Democrats said it was “odd.”", ()),
        ("Joyce Masters said it was “odd.”", ("Joyce Masters",)),
    ],
)
def test_teams_are_named_and_members_of_parties_are_not(
    as_article: ArticleMaker, told: str, names: tuple[str, ...]
) -> None:
    assert [quote.speakers for quote in find_quotes(as_article(told))] == [names]


@pytest.mark.parametrize(
    ("told", "short", "name"),
    [
        ("the Rev. Martin Luther King Jr.", "King", "Martin Luther King Jr."),
        ("the late Stephen King", "King", "Stephen King"),
        ("the Rev. Dr. Ann Pope", "Dr. Pope", "Ann Pope"),
        ("President Bashar al-Haddad of Syria", "Haddad", "Bashar al-Haddad"),
        ("Abdel Fattah el-Sayed", "Mr. Sayed", "Abdel Fattah el-Sayed"),
        ("the World Health Organization", "the WHO", "World Health Organization"),
        ("the National Rifle Association", "the NRA", "National Rifle Association"),
    ],
)
def test_a_short_name_is_the_full_one_that_was_told(as_article: ArticleMaker, told: str, short: str, name: str) -> None:
    text = (
        f"It was a long day, and a cold one.\n\nOn Monday {told} told the council about it.\n\n"
        f"“It is late,” {short} said."
    )
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [(name,)]
