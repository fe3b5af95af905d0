"""Whom a text means where several share a name, a post or a family: clauses, brackets and relatives tell."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes
from quotecli.find.pieces import find_pieces
from quotecli.find.scene.scene import Scene

Speakers = list[tuple[str, ...]]


def speakers_of(as_article: ArticleMaker, text: str) -> Speakers:
    return [quotation.speakers for quotation in find_quotes(as_article(text))]


def test_a_noun_with_its_own_verb_is_no_apposition(as_article: ArticleMaker) -> None:
    text = (
        "Marguerite Sorley, 41, filed on Monday.\n\n"
        "In papers seen by Hearsay, the novelist cited “cruelty with a smile” and asked for the dog."
    )
    assert speakers_of(as_article, text) == [("Marguerite Sorley",)]


def test_an_apposition_reaches_over_where_somebody_works(as_article: ArticleMaker) -> None:
    text = (
        "Dr. Alan Stroud lost his license. A surgeon at Eastside Memorial, Walter Crane, expects that he will see most"
        " of Stroud’s patients.\n\n“We shut the tap,” he said, standing in a corridor."
    )
    assert speakers_of(as_article, text) == [("Walter Crane",)]


@pytest.mark.parametrize(
    "text",
    [
        "Judge Miriam Kessel of Federal District Court, who has warned that she is “not running a circus,” smiled.",
        "What, he asked, of Mrs Miriam Kessel, 91, of Claythorpe, who had written to him: “I shall not see that bus”?",
    ],
)
def test_who_is_the_person_and_not_where_from(as_article: ArticleMaker, text: str) -> None:
    assert speakers_of(as_article, text) == [("Miriam Kessel",)]


def test_two_who_are_each_from_somewhere_speak_together(as_article: ArticleMaker) -> None:
    text = (
        "Ministers Ilse Maarten of Valdria and Tomas Revik of Castova said: “We have agreed.”\n\n"
        "The ministers called the closure “a bill that both of us paid”."
    )
    assert speakers_of(as_article, text) == [("Ilse Maarten", "Tomas Revik")] * 2


def test_party_and_seat_in_brackets_say_nothing(as_article: ArticleMaker) -> None:
    text = (
        "The warning came from Cllr Dawn Petherick (Lib Dem, Castle Ward), who told the meeting:"
        " “I have sat in there in my coat.”"
    )
    assert speakers_of(as_article, text) == [("Dawn Petherick",)]


def test_a_deputy_prime_minister_is_one_office(as_article: ArticleMaker) -> None:
    text = "Jocasta Bream was left with the bill.\n\n“Give her my regards,” the Deputy Prime Minister said."
    (found,) = find_quotes(as_article(text))
    assert (found.speakers, found.said_as) == (("Jocasta Bream",), "the Deputy Prime Minister")


def test_what_stands_in_a_relative_clause_tells_nothing(as_article: ArticleMaker) -> None:
    text = (
        "The senior civil servant who oversaw the bridge contract for the Western Isles told an inquiry that islanders"
        " had been “misled, and more than once”.\n\nDame Philippa Garrod, who retired in 2021, gave evidence all day."
    )
    (found,) = find_quotes(as_article(text))
    assert found.said_as == "The senior civil servant"


def test_the_surname_is_the_brothers_where_he_leads_the_sentence(as_article: ArticleMaker) -> None:
    text = (
        "Jerome Hollis had been ill since he was 19. His older brother, Terrence, a paramedic, heard the call go out."
        " “I couldn’t leave her,” Hollis said."
    )
    assert speakers_of(as_article, text) == [("Terrence Hollis",)]


def test_parents_by_their_first_names(as_article: ArticleMaker) -> None:
    text = (
        "Gemma Pardew bought the goats for her parents, Keith and Lorraine.\n\n"
        "Keith, 61, insisted that they were no trouble. “They hum,” he said.\n\n"
        "Pictured: Gemma with a goat. “They hum,” her father said."
    )
    assert speakers_of(as_article, text) == [("Keith Pardew",)] * 2


def test_his_sister_among_siblings(as_article: ArticleMaker) -> None:
    text = (
        "Odette Crole and Felix Crole grew up in one house, but the siblings had never shared a stage.\n\n"
        "“Fear,” Felix, 29, said.\n\n“His,” his sister added."
    )
    assert speakers_of(as_article, text) == [("Felix Crole",), ("Odette Crole",)]


def test_his_daughter_is_she_whose_father_was_told_of(as_article: ArticleMaker) -> None:
    text = (
        "Sherri Tolland’s father had his shower in the morning. Raymond Tolland, 88, died on Sept. 4.\n\n"
        "“They had him singing,” said his daughter, who lives in Peoria."
    )
    assert speakers_of(as_article, text) == [("Sherri Tolland",)]


def test_a_grandmother_lends_no_family_name(as_article: ArticleMaker) -> None:
    text = "Ingrid Marlo kept two suitcases. The best lines go to her grandmother Edith. “Take the knife,” Edith said."
    assert speakers_of(as_article, text) == [("Edith",)]


def test_twins_behind_a_word_in_capitals(as_article: ArticleMaker) -> None:
    text = "Pop twins Hattie and Poppy Lomond wept yesterday as they spoke. “We were a set,” both said."
    assert speakers_of(as_article, text) == [("Hattie Lomond", "Poppy Lomond")]


def test_the_boy_is_nobody_grown(as_article: ArticleMaker) -> None:
    text = (
        "“We heard a lorry,” said Hanitra Razafin, a 37-year-old sorter. Her third son, Faniry, 11, got out first.\n\n"
        "“I pulled the cat after me,” said the boy."
    )
    assert ("Hanitra Razafin",) not in speakers_of(as_article, text)[1:]


def test_a_pronoun_behind_an_unknown_name_tells_the_gender(as_article: ArticleMaker) -> None:
    text = (
        "“We heard a lorry,” said Hanitra Razafin, sitting outside what used to be her kitchen.\n\n"
        "On Thursday morning Solofo Andriam was lashing bags to the rafters of his shop. “If I go, who guards it?”"
        " the grocer asked. “Nobody did last time,” he said."
    )
    assert speakers_of(as_article, text)[1:] == [("Solofo Andriam",)] * 2


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Shares in Anador Boron fell. The company rejected that. “All had access,” it said.", "Anador Boron"),
        ("Birdsong Records prints both. “Both are family,” the label said.", "Birdsong Records"),
        ("Daewha Mobility, a manufacturer of bikes, recalled them. “Stop,” the company said.", "Daewha Mobility"),
    ],
)
def test_companies_by_what_they_are_called(as_article: ArticleMaker, text: str, body: str) -> None:
    assert speakers_of(as_article, text) == [(body,)]


def test_it_is_the_statement_and_so_its_issuer(as_article: ArticleMaker) -> None:
    text = "Giles Fenner, 52, was not there, but he had sent a statement. “I have nothing but fondness,” it said."
    assert speakers_of(as_article, text) == [("Giles Fenner",)]


def test_her_complaint_is_that_of_who_sues(as_article: ArticleMaker) -> None:
    text = (
        "Paula Renwick answered at once. Her email is at the center of a lawsuit filed Monday by Yolanda Prewett, a"
        " former manager. Her complaint describes “a culture of the unwritten word.”"
    )
    assert speakers_of(as_article, text) == [("Yolanda Prewett",)]


def test_a_nickname_in_marks_with_the_family_name(as_article: ArticleMaker) -> None:
    text = (
        "Augustus ‘Gus’ Thornley, star of a sitcom, has died aged 81.\n\n‘He rang me,’ Delia Thornley said.\n\n"
        "The actor Augustus Thornley was born in Hull. ‘I couldn’t keep a straight face,’ Gus Thornley once said."
    )
    assert speakers_of(as_article, text)[-1] == ("Augustus Thornley",)


def test_a_name_at_birth_in_an_obituary(as_article: ArticleMaker) -> None:
    text = (
        "Wilhelmina Strang, who mapped the ocean floor, died on Sunday. She was 94.\n\n"
        "Wilhelmina Pike was born on Feb. 2, 1930, to a piano tuner. Her father, she liked to say, “gave me ears.”"
    )
    assert speakers_of(as_article, text) == [("Wilhelmina Strang",)]


def test_senior_is_the_father(as_article: ArticleMaker) -> None:
    text = (
        "Danny Orwell admitted that he had been “ninety seconds from the sack” before his own goalkeeper, who is his"
        " son, came to help. The winner was a header from Sam Orwell, 20.\n\n“I shouted at him,” said Orwell senior."
    )
    assert speakers_of(as_article, text)[-1] == ("Danny Orwell",)


def test_the_younger_brother_is_who_is_told_to_be(as_article: ArticleMaker) -> None:
    text = (
        "On Wednesday, Gregory Vasek took the stand against his brother. Anton Vasek, 57, is accused of stealing."
        " Gregory, four years younger, pleaded guilty last fall.\n\n"
        "The younger brother told jurors that it had begun as “a rounding error” in 2014.\n\n"
        "In a message, the elder Mr. Vasek wrote to him: “Nobody counts guys on a roof.”"
    )
    assert speakers_of(as_article, text) == [("Gregory Vasek",), ("Anton Vasek",)]


def test_the_post_is_that_of_who_told_it_on_a_network(as_article: ArticleMaker) -> None:
    text = (
        "Marisol Ethridge, 41, was found on Monday, the Calder County Sheriff's Office announced on Facebook.\n\n"
        "“She is cold and hungry,” the post read."
    )
    assert speakers_of(as_article, text) == [("Calder County Sheriff's Office",)]


def test_a_noun_with_any_verb_of_its_own_is_no_apposition(as_article: ArticleMaker) -> None:
    text = (
        "Candice Hartwell built a sauna without asking Colwyn Borough Council.\n\n"
        "In a letter last month, seen by the Mail, the council gave her 28 days to remove what it called “an unlawful"
        " hut with a stove”."
    )
    assert speakers_of(as_article, text) == [("Colwyn Borough Council",)]


def test_who_behind_an_unknown_name_tells_of_a_person(as_article: ArticleMaker) -> None:
    text = (
        "“I have not been paid,” said Mr. R. Rajendrin, the contractor.\n\n"
        "For Fathimeh Beevin, who grows rice at the tail end, the quarrel is of little interest. “Let them fight,”"
        " the 58-year-old said."
    )
    assert speakers_of(as_article, text)[1] == ("Fathimeh Beevin",)


def test_a_report_is_that_of_who_released_it(as_article: ArticleMaker) -> None:
    text = (
        "A report released in January by the Northern Roads Administration found that the forecasts were"
        " “optimistic to the point of being unusable”."
    )
    assert speakers_of(as_article, text) == [("Northern Roads Administration",)]


def test_a_reflexive_tells_the_gender_of_a_name_that_does_not(as_article: ArticleMaker) -> None:
    text = (
        "Chloe Hartnell answered the mayor first. Robin Hartnell took a week.\n\n"
        "Last autumn Robin drew herself as a heron beside the weir, for a leaflet.\n\n"
        "“The dam has to hold,” she wrote below the drawing."
    )
    assert speakers_of(as_article, text) == [("Robin Hartnell",)]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Robin Hartnell drew herself as a heron.", "f"),
        ("Robin Hartnell cut himself.", "m"),
        ("Robin Hartnell met the mayor himself at the weir.", "u"),
        ("He told Robin Hartnell himself.", "u"),
    ],
)
def test_a_reflexive_tells_the_gender_of_its_subject_alone(as_article: ArticleMaker, text: str, gender: str) -> None:
    article = as_article(text)
    assert [e.gender for e in Scene(article, find_pieces(article)).cast.entities] == [gender]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("the victim's mother, Ivy, said", "Ivy"),
        ("said the senator's daughter, Ivy", "Ivy"),
        ("a mother, Ivy, said", "Ivy"),
        ("said the coroner's wife, Ivy", "Ivy Quaid"),
        ("Quaid's wife, Ivy, said", "Ivy Quaid"),
        ("said the driver's wife, Ivy. “He was tall,” Mrs. Quaid said", "Ivy Quaid"),
        ("his wife, Ivy, said", "Ivy Quaid"),
    ],
)
def test_a_relative_has_a_family_name_only_where_whose_is_told(as_article: ArticleMaker, told: str, name: str) -> None:
    text = f"A boy was shot on Monday, Coroner Ralf Quaid said. “It was quick,” Quaid said.\n“He sang,” {told}."
    assert find_quotes(as_article(text))[-1].speakers == (name,)
