"""Who has no name in the text stays nobody, and who is named in passing is found."""

from __future__ import annotations

from typing import Any

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes
from quotecli.find.antecedents.resolving import resolve
from quotecli.find.antecedents.strangers import follows_stranger
from quotecli.find.learned.model import load_model
from quotecli.find.mentions.mention import Mention
from quotecli.find.pieces import find_pieces
from quotecli.find.scene.scene import Scene


def speakers(as_article: ArticleMaker, text: str) -> list[tuple[str, ...]]:
    """Return the speakers of each quotation of a text."""
    return [quotation.speakers for quotation in find_quotes(as_article(text))]


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("One survivor, identified only as Paulo, said he heard “a noise like a train”.", "Paulo"),
        ("A man who would give his name only as Ray said: “It was loud, and then it was quiet.”", "Ray"),
        ("“I am tired,” said a nurse named Lucy. “We all are.”", "Lucy"),
    ],
)
def test_who_is_named_in_passing_is_who_speaks(as_article: ArticleMaker, paragraph: str, name: str) -> None:
    found = speakers(as_article, f"The silo at Brenham fell before dawn on Monday.\n\n{paragraph}")
    assert set(found) == {(name,)}


def test_who_follows_somebody_nameless_is_nameless(as_article: ArticleMaker) -> None:
    text = (
        "Sir Keith Dunmore said he would write to the committee. “The rules are not decorative,” he said.\n\n"
        "The premier's official spokesman insisted that they had been “complied with”. Pressed on the villa, he"
        " replied: “I'm not going to get into holidays.”"
    )
    assert speakers(as_article, text) == [("Keith Dunmore",), (), ()]


def test_an_insider_is_nobody_whoever_was_named_before(as_article: ArticleMaker) -> None:
    text = (
        "Mia Castell has moved out, Star Weekly reported. A source told the magazine: ‘She feels alone.’\n\n"
        "The insider added: ‘It is sad for both of them.’"
    )
    assert speakers(as_article, text) == [(), ()]


def test_ages_tell_persons_apart(as_article: ArticleMaker) -> None:
    text = (
        "Dax Holloway, 38, and Mia Castell, 35, deny a split. “We are fine,” Castell said.\n\n"
        "The Riptide star, 38, wrote that he was “tired of it”."
    )
    assert speakers(as_article, text) == [("Mia Castell",), ("Dax Holloway",)]


def test_the_spokesman_of_an_office_holder_is_not_its_holder(as_article: ArticleMaker) -> None:
    text = "The bill failed on Thursday. A spokesman for the House speaker, Ann Teller, said it was “under review”."
    assert speakers(as_article, text) == [()]


def test_a_post_that_nobody_is_told_to_hold_is_not_taken_for_another(as_article: ArticleMaker) -> None:
    text = (
        "“It is a bad week,” said Rupert Blaine, the chief executive of Age Forward.\n\n"
        "The health secretary said on Monday that he was “not going to pretend”."
    )
    assert speakers(as_article, text) == [("Rupert Blaine",), ()]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The centre praised it, and its director of policy, Imani Reed, called it “a start”.", "Imani Reed"),
        (
            "The union's national officer for chemicals, Bernie Coyle, said members would “pay for this”.",
            "Bernie Coyle",
        ),
        ("“We looked around,” said Tideline co-founder and President Raj Mehra.", "Raj Mehra"),
        ("“We looked around,” said the singer and actor Raj Mehra.", "Raj Mehra"),
        ("Fiona Baxter KC said the seal was “tired”.", "Fiona Baxter"),
        ("Jo Clegg MSP called the seal “tired”.", "Jo Clegg"),
        ("Police Scotland said on Monday that the road was “not safe”.", "Police Scotland"),
    ],
)
def test_names_with_posts_honours_and_departments(as_article: ArticleMaker, sentence: str, name: str) -> None:
    assert speakers(as_article, f"It rained again in the north on Monday. {sentence}") == [(name,)]


def test_who_hears_a_case_says_nothing_of_it(as_article: ArticleMaker) -> None:
    text = "Ferry inquiry told crew ‘had minutes, not hours’\n\nThe company that sent the ferry out was Norlink Marine."
    assert all(found != ("Norlink Marine",) for found in speakers(as_article, text))


def test_a_family_name_that_two_bear_is_whose_it_has_been(as_article: ArticleMaker) -> None:
    text = (
        "Marit Solberg rang a farmer. Solberg, 44, was a lawyer once. “I fainted,” Solberg says.\n\n"
        "Her former husband, the architect Pål Solberg, was not surprised. “She does nothing by halves,” he says.\n\n"
        "The piano went first. “The house hurt,” admits Solberg."
    )
    assert speakers(as_article, text) == [("Marit Solberg",), ("Pål Solberg",), ("Marit Solberg",)]


def test_a_korean_family_name_tells_no_gender(as_article: ArticleMaker) -> None:
    text = (
        "The defence minister, Kim Tae-sung, said on Monday that drones had crossed the line.\n\n"
        "Kim Yo-rin, a senior official in the north, denied it. “They see drones in their sleep,” she said.\n\n"
        "Mr. Kim, a former general, said there were data. “The numbers speak,” he told lawmakers."
    )
    assert speakers(as_article, text) == [("Kim Yo-rin",), ("Kim Tae-sung",)]


def test_his_office_is_no_body_that_is_named_elsewhere(as_article: ArticleMaker) -> None:
    text = "KCNA, the news agency, carried the claim. The president did not comment; his office said it was “watching”."
    assert speakers(as_article, text) == [()]


def test_a_spokesman_for_a_firm_of_some_kind_is_nobody(as_article: ArticleMaker) -> None:
    text = "The route was cut. A spokesman for bus firm Coastliner said it had “no plans whatsoever” to return."
    (found,) = find_quotes(as_article(text))
    assert (found.said_as, found.speakers) == ("A spokesman for bus firm Coastliner", ())


def test_a_brother_of_the_writer_has_no_name_of_somebody_else(as_article: ArticleMaker) -> None:
    text = (
        "Sergeant Pat Hurley looked at me for a long time. “Well?” he said.\n\n"
        "My sister Nora still tells it. “You cried,” she says.\n\nI asked my brother. “Everybody knew,” he said."
    )
    assert speakers(as_article, text) == [("Pat Hurley",), ("Nora",), ()]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The closure was, in one parent's words, “a dusting and a rumor.”", ()),
        ("The storm was, in the words of Alan Bisset, “a coin you flip in the dark.”", ("Alan Bisset",)),
        ("Ferrante's predecessor, Alan Bisset, said that snow is “a coin you flip in the dark.”", ("Alan Bisset",)),
        ("Ferrante pointed to a Danish study which found that falls had “more than doubled” inland.", ()),
    ],
)
def test_whose_words_they_are_stands_near_them(as_article: ArticleMaker, sentence: str, names: tuple[str, ...]) -> None:
    text = f"Superintendent Dr. Lydia Ferrante closed the schools. “I'd do it again,” Ferrante said. {sentence}"
    assert speakers(as_article, text) == [("Lydia Ferrante",), names]


def test_they_are_the_two_who_were_named_together(as_article: ArticleMaker) -> None:
    text = (
        "Vikram and Arjun Seth opened Tamarind in 2003. “It was a shoe shop,” Vikram Seth said.\n\n"
        "Hannah Voigt and Luis Prado, who were married upstairs, drove in. “We wanted the booth,” they said."
    )
    assert speakers(as_article, text) == [("Vikram Seth",), ("Hannah Voigt", "Luis Prado")]


def test_a_title_before_a_name_is_no_name(as_article: ArticleMaker) -> None:
    text = (
        "Minister apologises after calling nurses “tourists in uniform”\n\n"
        "Health Minister Kwabena Asare-Mensah apologised on Wednesday. “I spoke unkindly,” the minister said.\n\n"
        "The Registered Nurses' Union said that words were “cheaper than wages”."
    )
    found = speakers(as_article, text)
    assert ("Minister",) not in found
    assert found[-2:] == [("Kwabena Asare-Mensah",), ("Registered Nurses' Union",)]


def test_who_is_told_of_before_being_named(as_article: ArticleMaker) -> None:
    text = (
        "The leader of Marlsea council has resigned after messages in which he called a colleague “a waste of a"
        " lanyard”.\n\nClive Bassett announced his decision last night, saying he had “let people down”."
    )
    assert speakers(as_article, text) == [("Clive Bassett",), ("Clive Bassett",)]


def test_a_place_is_told_to_be_nobody(as_article: ArticleMaker) -> None:
    text = "'She was our sunshine': tribute to teacher killed in Ashcombe crash\n\nA teacher died near Ashcombe."
    assert all("Ashcombe" not in found for found in speakers(as_article, text))


def test_a_sentence_tells_the_gender_of_an_unknown_name(as_article: ArticleMaker) -> None:
    text = (
        "Elin Thomas won on Monday. Emrys Thomas was a farrier who put his daughter on a pony at two.\n\n"
        "“He used to say, ‘Chin up,’” she laughs. “That is my coaching.”"
    )
    assert set(speakers(as_article, text)) == {("Elin Thomas",)}


def test_a_nation_before_a_name_is_no_part_of_it(as_article: ArticleMaker) -> None:
    text = "Her coach, the German Uwe Brandt, disagrees. “Elin has the best hands in Europe,” he said in Lyon."
    assert speakers(as_article, text) == [("Uwe Brandt",)]


def test_a_name_in_apposition_to_a_thing_speaks(as_article: ArticleMaker) -> None:
    text = (
        "The MP for Kitengela South, Moses Ole Ntimama, called a rival “a sockpuppet” on Thursday.\n\n"
        "Mr Ole Ntimama refused to take it back. “I will withdraw it when he washes it,” he shouted.\n\n"
        "The target of the insult, Gatundu East's Peter Kamau, told reporters he would sue. “I drink coffee,” he added."
    )
    assert speakers(as_article, text) == [("Moses Ole Ntimama",), ("Moses Ole Ntimama",), ("Peter Kamau",)]


class Counting(list[Mention]):
    """A list that counts how many of its items were asked for."""

    asked = 0

    def __getitem__(self, index: Any) -> Any:
        found = super().__getitem__(index)
        self.asked += len(found) if isinstance(index, slice) else 1
        return found


def test_an_opening_of_any_length_that_names_nobody_looks_at_no_more_than_its_length(as_article: ArticleMaker) -> None:
    article = as_article("It rained. " + "He said it was “not a good day” and he left. " * 1_000)
    scene = Scene(article, find_pieces(article))
    scene.mentions = counted = Counting(scene.mentions)
    resolve(scene, load_model().antecedents)
    assert len(counted) < counted.asked < 450 * len(counted)


@pytest.mark.parametrize(
    "text",
    [
        "A driver was held after his van hit a kiosk, Sgt. Abe Munro said.\n\n“I was asleep,” the driver said.",
        "Carl Voss, 36, was jailed on Monday for burning down the mill.\n\n“You are a coward,” the judge told him.",
        "The governor vetoed the bill. “It is a bad bill,” he said.\n\nHouse Speaker Theo Bright vowed to go on.",
        "Sgt. Nora Fell came too.\n\nThe patient, who asked for a screen, wept. “There were two,” she said.",
        "Police Chief Dan Voss came at ten.\n\n“It was loud,” the boy said.",
    ],
)
def test_a_noun_that_nobody_named_is_told_of_means_nobody(as_article: ArticleMaker, text: str) -> None:
    assert speakers(as_article, text) == [()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A driver was held on Friday. Carl Voss, 36, had hit a kiosk.\n\n“I was asleep,” the driver said.",
            "Carl Voss",
        ),
        ("Lena Ode won again on Sunday.\n\n“My legs are gone,” the 29-year-old said.", "Lena Ode"),
        ("Sen. Lena Ode came late.\n\n“We will vote,” the senator told him.", "Lena Ode"),
        ("Carl Voss lost his house.\n\n“It went in a minute,” the father of two told her.", "Carl Voss"),
    ],
)
def test_a_noun_that_fits_somebody_named_means_him(as_article: ArticleMaker, text: str, name: str) -> None:
    assert speakers(as_article, text) == [(name,)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The woman next door, 28, asked that her name not be used. “I threw the cat out first,” she said.",
        "A nurse who spoke on condition of anonymity wept. “I had the wrong one,” she said.",
        "She was lucky, according to the doctor who treated her. The doctor smiled. “She will mend,” the doctor said.",
        "Ode remembers that her foreman crossed the street. The foreman, now dead, said: “You won.”",
        "The court heard from the widow of a man who drowned. “I called the number,” the widow testified.",
        "One of the millers, a woman in her forties, shook her head. “I will not go back,” she said.",
        "Ode asked a nurse what was wrong. “Nothing,” she said. “Nothing at all.”",
        "Ode said she wrote to a baker. Ode sold the mill. “It was a poor mill,” the baker said.",
    ],
)
def test_whom_the_text_keeps_apart_is_nobody_named(as_article: ArticleMaker, paragraph: str) -> None:
    opening = "Lena Ode ran the mill.\n\nIt burnt in May.\n\nNobody was hurt.\n\nIt was insured."
    assert set(speakers(as_article, f"{opening}\n\n{paragraph}")) == {()}


def test_who_is_called_so_is_no_stranger(as_article: ArticleMaker) -> None:
    text = (
        "Judge Ada Lind heard the case. A judge once let it fall. “It will not fall again,” the judge said.\n\n"
        "The policeman who came for them, Ned Orr, had a cold. “I sneezed,” the policeman said."
    )
    assert speakers(as_article, text) == [("Ada Lind",), ("Ned Orr",)]


def test_who_tells_of_the_operator_is_not_the_operator(as_article: ArticleMaker) -> None:
    text = "Lena Ode called. The operator told her to wait. “Wait,” the operator said. Lena Ode waited."
    assert speakers(as_article, text) == [()]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Anjali Brill is a nurse. The woman, who declined to give her name because she works with Anjali Brill,"
            " disagreed. “I have seen her at 4 in the morning,” the woman said."
        ),
        (
            "Suresh Ilango, the chief executive, spoke first. An engineer in his 50s, who said he had signed a paper"
            " not to talk, talked anyway. “I trained the machine,” he said."
        ),
        "Calloway's coach, Gus Pell, was happy. Brandt's coach said he would not trade his guard “for anybody.”",
    ],
)
def test_who_is_told_apart_from_the_named_is_none_of_them(as_article: ArticleMaker, text: str) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [()]


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Paul Stand left.\n\nThe striker apologised to supporters last night. “Sorry,” he wrote.", True),
        ("Paul Stand left.\n\nThe striker apologised to Stand last night. “Sorry,” he wrote.", False),
        ("Paul Stand left.\n\nFans of the striker were sad. “Sorry,” he wrote.", False),
    ],
)
def test_a_noun_that_leads_the_paragraph_and_means_nobody_named_is_who_he_is(
    as_article: ArticleMaker, text: str, follows: bool
) -> None:
    article = as_article(text)
    scene = Scene(article, find_pieces(article))  # of which nothing is resolved yet, whatever the weights would choose
    assert follows_stranger(scene, len(scene.mentions) - 1) == follows


@pytest.mark.parametrize(
    "text",
    [
        (
            "A man fell ill after he bought new pillows.\n\n“I asked him about them,” said Owen Dempster, a doctor"
            " at the infirmary. According to the man, the pills “worked within two days.”"
        ),
        (
            "A teenage boy was pulled from the river.\n\nLifeguard Peter Lam saw him. “I jumped"
            " in,” Lam said. “I just want to thank everybody,” the boy said later."
        ),
    ],
)
def test_who_is_told_of_by_sight_is_nobody_who_is_named_with_a_trade(as_article: ArticleMaker, text: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == ()


def test_an_office_is_no_brotherhood(as_article: ArticleMaker) -> None:
    text = "He had asked about the River Brotherhood. “He will be tried in May,” the prosecutor’s office said."
    [quotation] = find_quotes(as_article(text))
    assert (quotation.said_as, quotation.speakers) == ("the prosecutor’s office", ())


@pytest.mark.parametrize(
    "paragraph",
    [
        "A government spokesperson asked for calm. “Strikes have no winners,” the spokesperson said.",
        "The firm may face tariffs. A spokeswoman declined to say more. “The filing speaks for itself,” she said.",
        (
            "At a store in Rockford, a cashier who did not want to be named said she had"
            " heard it from a customer. “He told me it was over,” she said."
        ),
        "What it would mean was plain at the diner. Its owner has cut the night shift. “I need them,” she said.",
    ],
)
def test_somebody_new_who_has_no_name_is_not_who_was_named_above(as_article: ArticleMaker, paragraph: str) -> None:
    above = "The firm's spokesperson, Gail Trask, was sure. “The offer is final,” Trask said."
    assert speakers(as_article, f"{above}\n\n{paragraph}") == [("Gail Trask",), ()]
