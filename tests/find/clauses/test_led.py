"""A relative clause's words are its own subject's, whatever the main clause does."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import article, find_quotes
from quotecli.find.pieces import find_pieces
from quotecli.find.ranker.bearings import Bearings
from quotecli.find.ranker.decode import choose
from quotecli.find.ranker.slates import build_slate
from quotecli.find.scene.scene import Scene


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            (
                "Ngozi Okafor opened the bridge. Her brother Emeka Okafor praised her plan, which she described as "
                "“a road to everywhere.”"
            ),
            ("Ngozi Okafor",),
        ),
        (
            (
                "Emeka Okafor named the engineer to follow, as had Ngozi, whose message of May 3 complained of "
                "“years of delay.” Ngozi Okafor is his sister."
            ),
            ("Ngozi Okafor",),
        ),
        (
            (
                "The essay cited a report by Ana Marín, the former harbour inspector, which concludes that the "
                "bridge is “held up by habit.”"
            ),
            ("Ana Marín",),
        ),
    ],
)
def test_whose_clause_it_is(text: str, speakers: tuple[str, ...]) -> None:
    [quotation] = find_quotes(article(text))
    assert quotation.speakers == speakers


@pytest.mark.parametrize(
    "told", ["disagreed", "was blunter", "was less kind", "did not hold back", "was having none of it"]
)
def test_who_leads_a_short_sentence_with_a_colon_speaks(as_article: ArticleMaker, told: str) -> None:
    text = f"“I never liked the sea,” Anna Ruiz said on Sunday. Leo Brandt {told}: “He taught me to swim.”"
    last = find_quotes(as_article(text), explain=True)[-1]
    assert last.speakers == ("Leo Brandt",)
    assert last.confidence > 0.7
    assert last.why is not None
    assert last.why.decided_by == "who leads the sentence before the colon"
    assert not last.why.features


def test_what_somebody_saw_may_be_anybodys_words(as_article: ArticleMaker) -> None:
    text = "“I never liked it,” Anna Ruiz said. Leo Brandt got the letter from Mia Cole: “Please come home.”"
    last = find_quotes(as_article(text))[-1]
    assert last.speakers != ("Leo Brandt",) or last.confidence < 0.9


def test_the_two_are_those_who_spoke_together() -> None:
    text = (
        "Kim Lee and Eric Roy wrote a letter. “We are tired,” Lee and Roy said.\n\n"
        "From President Ana Diaz and John Cole, her minister, the pair demanded action: “Open the road.”"
    )
    last = find_quotes(article(text))[-1]
    assert set(last.speakers) == {"Kim Lee", "Eric Roy"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The plan was called “the end of guesswork” by the journal Textile Progress.", ("Textile Progress",)),
        ("The plan was condemned as “obscene” by Alec Dunmore, a councillor.", ("Alec Dunmore",)),
        ("Those who defend “this hunger,” Ana Marsh wrote, “count on us to look away.”", ("Ana Marsh",)),
    ],
)
def test_agents_and_inner_tags_say_whose_words_they_are(
    as_article: ArticleMaker, sentence: str, names: tuple[str, ...]
) -> None:
    found = find_quotes(as_article(f"It rained on Monday, and Simon Holt told the council so. {sentence}"))
    assert {quotation.speakers for quotation in found} == {names}


def test_a_work_by_somebody_is_not_speech(as_article: ArticleMaker) -> None:
    text = "“A Small War in the Kitchen” by Leonie Brandt sold well. “I am tired,” said Brandt."
    assert [quotation.text for quotation in find_quotes(as_article(text))] == ["I am tired,"]


@pytest.mark.parametrize("tells", ["emails", "writes", "texts"])
def test_who_introduces_a_block_said_it(tells: str, as_article: ArticleMaker) -> None:
    text = (
        "The mayor, Ann Lee, walked out. “I want a pier,” she told reporters.\nDid she mean it? “I do.”\n15.10\n"
        f"A reader, Kit Poole, {tells}:\n> Can somebody tell Moira that the oven is on?\nWe asked him."
    )
    *_, block = find_quotes(as_article(text))
    assert (block.said_as, block.speakers) == ("A reader", ("Kit Poole",))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Owen Marsh says he gave way to Ida Frost, a diver, who within the hour told a friend it was “a calling.”",
            ("Ida Frost",),
        ),
        ("Ana Ruiz said that the dam had “held”; Leo Brandt claimed that it had “leaked like a hat.”", ("Leo Brandt",)),
        ("Owen Marsh moved on. It quotes Ida Frost as assuring him that it was “only a hat.”", ("Ida Frost",)),
        ("Owen Marsh and Leo Brandt dined. A waiter who served them described it as “a long truce.”", ()),
        (
            "Owen Marsh declined to comment, though Ida Frost, unprompted, volunteered that he “never swam.”",
            ("Ida Frost",),
        ),
        ("Owen Marsh complained, and then, in the phrase of Ida Frost, there was “salt in the soup.”", ("Ida Frost",)),
        ("The dam held. The Harbour Agency’s report, all of it, says this: “It leaks.”", ("Harbour Agency",)),
    ],
)
def test_the_last_clause_has_its_own_subject(as_article: ArticleMaker, text: str, speakers: tuple[str, ...]) -> None:
    assert find_quotes(as_article(text))[-1].speakers == speakers


@pytest.mark.parametrize(
    ("sentence", "said_as"),
    [
        ("Ana Marsh has branded her ex-husband “a liar” after he claimed that she “walked out of the bakery”.", "he"),
        ("Ana Marsh hit back at Alec Dunmore hours after he told the hosts: “She had gone by noon.”", "he"),
        ("The minister was heckled by a crowd that shouted “Go back to the yard!”", "a crowd"),
        (
            "Ana Marsh’s song was sampled twice and hailed by one critic as “the sound of a hedge thinking”.",
            "one critic",
        ),
    ],
)
def test_the_nearest_clause_with_a_telling_verb_has_it(as_article: ArticleMaker, sentence: str, said_as: str) -> None:
    text = f"Alec Dunmore opened the mill. Ana Marsh closed it.\n{sentence}"
    assert find_quotes(as_article(text))[-1].said_as == said_as


def test_paragraphs_in_marks_below_a_colon_are_the_one_who_says(as_article: ArticleMaker) -> None:
    text = (
        "The mill burnt down on Sunday.\nIn a letter, the family said:\n'Ann was our girl.\n"
        "'If you know something, tell us.'\nPolice are looking for a van."
    )
    found = [(quotation.text, quotation.said_as) for quotation in find_quotes(as_article(text))]
    assert found == [("Ann was our girl.", "the family"), ("If you know something, tell us.", "the family")]


@pytest.mark.parametrize(
    ("sentence", "said_as"),
    [
        ("Marsh had sent it to three clerks, one of whom told him to “mind the tide.”", "one of whom"),
        ("Dunmore grew, in the words of one of them, “tired of soup.”", "one of them"),
        (
            "Dunmore hit a clerk with a loaf over a lost coin and then told police he had “only buttered him”.",
            "Dunmore",
        ),
        ("Marsh slept on the quay after a note from the Tide Office told her it was “now or at dawn”.", "a note"),
        ("Dunmore did not stop, though a selector reckoned the call was “a joke in a hat”.", "a selector"),
        ("Dunmore was accused of “selling the sea” by a parish clerk.", "a parish clerk"),
        ("The mill, described by the naval historian Ida Frost as “a ship on land”, is shut.", "Ida Frost"),
        ("The firm has sold the mill and what its brochure calls a “garden of salt”.", "its brochure"),
        ("Marsh hit back at a book in which the rocker writes that it was “a wedding of hats”.", "the rocker"),
        ("Marsh rejected a suggestion from one analyst that the sale was “daylight baking”.", "one analyst"),
        ("“You are smaller than your hat,” Dunmore recalls her saying.", "her"),
        ("Dunmore appears to say, “I only swim,” before the tape ends.", "Dunmore"),
        ("Ask Marsh, and she’ll say, “Count the sacks.”", "she’ll"),
        ("Somebody in the back yelled, “Put it in salt!”", "Somebody in the back"),
        ("“They are counting sacks,” said one. The other, who bakes, said it was “a long count”.", "The other"),
        ("“It rains,” says another pal.", "another pal"),
        (
            "Marsh called it “a storm”, words she repeated, where one of them replied: “Which?”",
            "one of them",
        ),
        ("Marsh accused a rival of theft, a charge Dunmore called “flat-out wet nonsense”.", "Dunmore"),
    ],
)
def test_who_stands_nearest_to_the_words(as_article: ArticleMaker, sentence: str, said_as: str) -> None:
    text = f"Alec Dunmore opened the mill. Ana Marsh closed it.\n{sentence}"
    assert find_quotes(as_article(text))[-1].said_as == said_as


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("“Why so wet?” wrote one. Another simply wrote, “Free Toads.”", "Free Toads."),
        ("The only reply, dated June 12, reads in full: “Got it. Thx.”", "Got it. Thx."),
    ],
)
def test_a_verb_and_its_mark_lead_in_speech(as_article: ArticleMaker, sentence: str, words: str) -> None:
    assert find_quotes(as_article(sentence))[-1].text == words


def test_what_looks_like_a_title_behind_a_sign_is_none(as_article: ArticleMaker) -> None:
    assert not find_quotes(as_article("The fee is back. As the signs say, “Have Your Coins Ready”."))


def test_a_nickname_before_a_given_name_is_no_speech(as_article: ArticleMaker) -> None:
    assert not find_quotes(as_article("The actress, who rose to fame as barmaid ‘Soggy’ Donna, told nobody."))


@pytest.mark.parametrize(
    ("likely", "chosen"), [([0.3, 0.1, 0.4, 0.2], 0), ([0.1, 0.1, 0.4, 0.4], 2), ([0.3, 0.0, 0.6, 0.1], 2)]
)
def test_a_guess_at_what_may_be_no_speech_is_left_out(
    as_article: ArticleMaker, likely: list[float], chosen: int
) -> None:
    article = as_article("Ana Ruiz met Leo Brandt. The sum was “modest” by the standards of the day, and Brandt paid.")
    scene = Scene(article, find_pieces(article))
    slate = build_slate(scene, 0, -1, Bearings(scene), [])
    assert len(slate.options) == len(likely)  # no speech, nobody, Ruiz, Brandt
    assert choose(slate, likely) == chosen


@pytest.mark.parametrize(
    ("text", "speaker", "said_as"),
    [
        # a text that somebody sends, over what stands between
        ("Gus Pell, 63, sent grapes with a card that read: “Get well.”", "Gus Pell", "a card"),
        ("Ana Ruiz came late. Ned Orr had sent her a text message which read: “Hurry.”", "Ned Orr", "a text message"),
        ("The grapes stood beside Ana Ruiz, with a note in pencil that read, “Get well.”", "", "a note"),
        # whom another quotes
        ("Ana Ruiz wrote a book. It quotes a former aide as saying: “She froze us all.”", "", "a former aide"),
        (
            "Gary Pell thanked his late uncle, a mailman whom he quoted as saying, “Nobody thanks the weather.”",
            "",
            "a mailman",
        ),
        # what one does but to say
        ("Ned Orr met Ana Ruiz. He would not discuss Ruiz’s firing except to say that it was “late.”", "Ned Orr", "He"),
        ("Ana Ruiz talks; Ned Orr opposes any levy and has warned that it would be “a nail.”", "Ned Orr", "Ned Orr"),
        # a sentence that begins with "By" tells of nobody who called it so
        (
            "The Party of Kane had put out a letter deploring what it called “smears.” By noon a boy had posted it.",
            "Party of Kane",
            "it",
        ),
        # a document is by whoever speaks behind it
        (
            "Bo Reddick came. In a memo to voters, the Pilots Guild said no. “It is even,” the memo said.",
            "Pilots Guild",
            "the memo",
        ),
        # in somebody's words, whatever is told of them
        ("Ana Ruiz left. They were, in the words of one sergeant quoted by the city, as “lost.”", "", "one sergeant"),
        ("Ana Ruiz sat. It was, in the words of an aide who asked not to be named, “like rain in May.”", "", "an aide"),
        ("Ana Ruiz wrote a book. It quotes Ned Orr telling an aide, “I gave it up.”", "Ned Orr", "Ned Orr"),
        # whom others have heard
        ("In May Ned Orr was caught on tape saying that voters were “asleep at home.”", "Ned Orr", "Ned Orr"),
        ("Ana Ruiz, a witness, heard the driver say “I’m done” before the crash.", "", "the driver"),
        # whose team speaks for the body
        ("Dunmore Council’s property team describes the hall as “surplus”.", "Dunmore Council", ""),
    ],
)
def test_whose_clause_or_text_it_is(as_article: ArticleMaker, text: str, speaker: str, said_as: str) -> None:
    found = find_quotes(as_article(text))[-1]
    assert (found.speakers, said_as in ("", found.said_as)) == ((speaker,) if speaker else (), True), found.said_as


@pytest.mark.parametrize(
    ("text", "said_as"),
    [
        ("Ana Ruiz noted that Ron Pell had praised it in 2011 as “a big win for farmers.”", "Ron Pell"),
        ("Ana Ruiz claims Leo Pell said “you people” twice. Pell denies it.", "Leo Pell"),
        ("Ana Ruiz said she heard Leo Pell tell the crew to “move faster.”", "Leo Pell"),
        ("Ana Ruiz said of Leo Pell’s claim that taxes would fall: “Nonsense.”", "Ana Ruiz"),
        ("Carl Lind said Joan Pell had once joked in a meeting that it was “a gift.”", "Joan Pell"),
        ("Mike Orr said it was fine. But he said his wife considers the man a “loudmouth.”", "his wife"),
        (
            "He said that Kyle Pell, a veteran, told investigators he had seen “a dark object.” Ana Ruiz sat.",
            "Kyle Pell",
        ),
        ("Ana Ruiz said the Farm Guild, which had been sent a draft, considered it “insulting.”", "Farm Guild"),
        (
            "Norvane cut its forecast, blaming what its chief executive called “the fastest fall”.",
            "its chief executive",
        ),
        ("Victoria Pell of Reporters’ Union International said it was “welcome.”", "Victoria Pell"),
        ("A spokeswoman, Ana Ruiz, told the desk that it had been shared “in good faith” by an aide.", "A spokeswoman"),
        ("Buck Orr was angry when the host of “Lomax Live” told viewers that it was “the dumbest thing.”", "the host"),
    ],
)
def test_whose_clause_stands_inside_a_report(as_article: ArticleMaker, text: str, said_as: str) -> None:
    assert find_quotes(as_article(text))[-1].said_as == said_as


def test_who_is_told_to_have_called_it_so_is_not_who_answers(as_article: ArticleMaker) -> None:
    text = "Asked if he agreed with Gus Boone, who has called it “dead in the water,” Tom Rand said, “Gus talks a lot.”"
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Gus Boone",), ("Tom Rand",)]


@pytest.mark.parametrize(
    ("text", "said_as"),
    [
        ("From the mayor and Bo Orr, his clerk, the pair want action: they should “take a stand.”", "the pair"),
        ("Vane asked the board for a date: the gate must “open by May.”", "Vane"),
    ],
)
def test_what_somebody_wants_of_others_is_said_behind_a_colon(
    as_article: ArticleMaker, text: str, said_as: str
) -> None:
    opening = "Ana Vane and Tom Hale wrote on Friday. “It is late,” the two said.\n\n"
    assert find_quotes(as_article(opening + text))[-1].said_as == said_as


def test_a_tag_that_is_a_sentence_tells_of_what_stands_before_it(as_article: ArticleMaker) -> None:
    text = (
        "“The ferry plan was late before the first timber was ever bought for it.” Ana Ruiz said.\n\n"
        "“We will never ask the fishermen of this town to pay a toll at the gate.” Mary O’Halloran said.\n\n"
        "“Nobody has counted the lamps on the northern pier since the winter storm.” J.D. Farkas said."
    )
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [
        ("Ana Ruiz",), ("Mary O’Halloran",), ("J.D. Farkas",),
    ]  # fmt: skip
