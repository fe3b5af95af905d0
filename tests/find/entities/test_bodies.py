"""Bodies keep their whole names, and nouns lead to those they can mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.find.conftest import ArticleMaker

from quotecli import find_quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hearth, the housing charity, said: “People are waiting years.”", "Hearth"),
        ("“We will not be moved,” said Beacon, a charity for the blind.", "Beacon"),
        ("When the union Spark called a strike, Spark said: “We regret it.”", "Spark"),
        ("Whitlow for Governor said: “We raised a million dollars in one day.”", "Whitlow for Governor"),
        ("Doctors Without Walls said the ward was “a ruin.”", "Doctors Without Walls"),
        ("Students for Fair Fares said: “We will sit down.”", "Students for Fair Fares"),
        ("The Mail on Sunday wrote that he was “finished.”", "Mail on Sunday"),
        ("The play was praised by the Sunday Examiner as “a small wonder.”", "Sunday Examiner"),
        ("Retailer Boggs & Sons told the Post: “We are closing.”", "Boggs & Sons"),
        ("Law firm Marsh & Quill said it was “not surprised.”", "Marsh & Quill"),
        (
            "The Committee on Places of Detention published its report. The files “could not be located,” it says.",
            "Committee on Places of Detention",
        ),
        (
            "Commander Joel Ledger of the Tambar Coast Guard came. The Coast Guard warned of “gale-force winds.”",
            "Tambar Coast Guard",
        ),
        ("Fraternal Lodge 41, the police union, said the chief was “unfair.”", "Fraternal Lodge 41"),
        (
            "Pinnacle Ridge Energy sits in Denver. Its rival is Marsh Fuels. Pinnacle Ridge said it was “sorry.”",
            "Pinnacle Ridge Energy",
        ),
        (
            "The show is at the Barrow Museum. In a wall text, the Barrow states that it “represents the artist.”",
            "Barrow Museum",
        ),
        ("“I met my wife here,” wrote user moth_88.", "moth_88"),
        ("The Justice Department said the permit was “void.”", "Justice Department"),
        ("Major League Cricket said the pitch was “a disgrace.”", "Major League Cricket"),
        (
            "The Queen Anne's County School Board said the water was “safe.”",
            "Queen Anne's County School Board",
        ),
        ("Prince Edward County said the bridge was “closed.”", "Prince Edward County"),
        ("Premier Inn said the room was “clean.”", "Premier Inn"),
        ("The Sheriff Court said he was “absent.”", "Sheriff Court"),
        ("Line & Level, which built it, has a week. “Our thoughts are with them,” the company said.", "Line & Level"),
    ],
)
def test_names_of_bodies_are_whole(as_article: ArticleMaker, text: str, name: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == (name,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "The Data Freedom Forum will complain to the Constitutional Court. “We lost by two votes,” the group "
                "wrote."
            ),
            "Data Freedom Forum",
        ),
        (
            (
                "The Ministry of the Interior rejected it.\n\nThe lawyers’ group Lawyers Without Delay, which sits "
                "in the capital, welcomed it. “These things are on paper now,” the group said."
            ),
            "Lawyers Without Delay",
        ),
        (
            "The music publisher Hartwell & Dunn sued the library. “We had to,” the publisher said.",
            "Hartwell & Dunn",
        ),
        (
            (
                "The music publisher Hartwell & Dunn has sued the library at Lindow.\n\nAccording to the complaint, "
                "the site has engaged in “copying under the banner of charity.”"
            ),
            "Hartwell & Dunn",
        ),
        (
            (
                "May Tolliver runs the Openpedia Foundation.\n\nIn its yearly report, published in May, the foundation "
                "warned that the community was “getting smaller.”"
            ),
            "Openpedia Foundation",
        ),
        (
            "Coach Nahuel Otamendi Ruiz led the training. “To win on Saturday,” said Otamendi.",
            "Nahuel Otamendi Ruiz",
        ),
        (
            (
                "Police Chief Curtis Oden called the press.\n\nIn the lobby of City Hall, the chief, a veteran, "
                "said that the officer “did not follow his training.”"
            ),
            "Curtis Oden",
        ),
        (
            (
                "“We want a second bus,” a student at the university told a packed meeting.\n\n"
                "The student, Brid Mulqueen (20), got the loudest applause."
            ),
            "Brid Mulqueen",
        ),
        (
            (
                "Nadia Corrick worked for the bakery when Philip Aske came. The letter cited her mood, which the "
                "judge described as “novel.”\n\nEmployment Judge Ruth Lanyon had heard enough."
            ),
            "Ruth Lanyon",
        ),
        (
            "“It sounded like a train,” said a baker in the town of Loma, who gave only his first name, Miro.",
            "Miro",
        ),
        (
            (
                "The plan was disputed by the Friends of Millbeck. In a letter to Easterdale Council, the group called "
                "it “a shambles.”"
            ),
            "Friends of Millbeck",
        ),
        (
            (
                "The charity Second Porch lost the money. The Charity Standards Office began an inquiry.\n\n"
                "The losses were “avoidable,” the regulator said."
            ),
            "Charity Standards Office",
        ),
        (
            (
                "The city proposes to hand over Hollis Park. Mayor Ted Garrison likes it.\n\n"
                "“You’ve got to get past it,” the mayor told me."
            ),
            "Ted Garrison",
        ),
        (
            (
                "Its chairman, Gordon Thayer, told employees in a memo that it had cost him “sleep.”\n\n"
                "“You sell the fish,” the memo read."
            ),
            "Gordon Thayer",
        ),
        (
            (
                "In a statement, the Officers Benevolent League accused the city of “throwing him to the wolves.”\n\n"
                "“A video does not tell you what an officer saw,” the statement said."
            ),
            "Officers Benevolent League",
        ),
        (
            (
                "“They came at prayer time,” Alhaja Sidikat Balogan wept. “Why?” Emeka said.\n\nHowever, "
                "the Commissioner for Physical Planning, Bolaji Adeyinka, debunked it.\n\n“Government is not wicked,” "
                "the commissioner stated."
            ),
            "Bolaji Adeyinka",
        ),
        ("“She asked for a blanket,” said Independent TD Grace Tully.", "Grace Tully"),
        ("“Walk home!” a welder from Hollis named Duke Amundsen shouted.", "Duke Amundsen"),
        (
            "Here is Carl Brandis, who has been here since 1977 and who told us last week that he was “sick of it.”",
            "Carl Brandis",
        ),
        (
            (
                "The Freight Rail Council, a lobbying group, met on Monday.\n\nThe council, which spent a lot, said "
                "in a statement that brakes would help. “Our members work,” the statement said."
            ),
            "Freight Rail Council",
        ),
    ],
)
def test_nouns_and_short_names_lead_to_whom_they_can_mean(as_article: ArticleMaker, text: str, name: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "“I was scared,” Mia Cole said in the report. The rules were “a mess,” the report concluded.",
        "Retailer Boggs & Sons closed a shop. The district court called the plan “lawful.”",
        (
            "Darren Ashlock defended his post. The site TechLedger has corrected its story. “Our source was wrong,” "
            "the correction reads."
        ),
    ],
)
def test_a_noun_that_nobody_named_can_be_leads_to_nobody(as_article: ArticleMaker, text: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == ()


def test_who_prints_the_article_is_not_what_it_means(as_article: ArticleMaker) -> None:
    text = "The Harbour Board was asked to rule. In an answer to the Herald, it said this was “not a matter of taste”."
    article = replace(as_article(text), outlet="The Brightwater Herald")
    assert find_quotes(article)[-1].speakers == ("Harbour Board",)


def test_what_reads_is_the_letter(as_article: ArticleMaker) -> None:
    text = "A letter by the Harbour Board was read on Monday. The Pilots’ Guild heard it. “Nobody won,” it reads."
    assert find_quotes(as_article(text))[-1].speakers == ("Harbour Board",)


def test_labels_behind_a_dash_say_whose_words_they_are(as_article: ArticleMaker) -> None:
    text = (
        "Here is what the trade papers print about rye.\n\n"
        "Mills run late - Carla Binder: “Order your flour in May and pray.” [Courier.]\n\n"
        "No end of crusts - More from Brandt and Cohn: “A hot stone forgives nobody.” [Post.]"
    )
    first, second = find_quotes(as_article(text))
    assert first.speakers == ("Carla Binder",)
    assert second.speakers == ("Brandt", "Cohn")


def test_a_block_of_whom_a_sentence_calls_twice(as_article: ArticleMaker) -> None:
    text = (
        "The mayor’s office answered on Friday.\n\n"
        "The secretary of the guild, Nunzio Ferrante, has called the order “petty” ((it)) and “a joke” ((it)):\n\n"
        "“No baker rises at nine. Whoever wrote this buys his rolls at noon” ((it))."
    )
    assert [q.speakers for q in find_quotes(as_article(text))] == [("Nunzio Ferrante",)] * 3


def test_the_couple_are_those_told_to_be_married(as_article: ArticleMaker) -> None:
    text = (
        "Tom Ashby and his wife, Rukmini Ashby, of Priory Road, learned that their son, Idris, was missing.\n\n"
        "“We’d been told he was painting,” the couple said in a statement."
    )
    [quotation] = find_quotes(as_article(text))
    assert quotation.speakers == ("Tom Ashby", "Rukmini Ashby")


def test_opponents_are_not_the_body_that_they_speak_of(as_article: ArticleMaker) -> None:
    text = "Strathmore City Council voted on Monday. Opponents said the vote was “mad.”"
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [()]


OWNED = (
    "Nora Tarry and Ed Pell met in Calder.\nThe Tarry campaign accused Pell of “cheering for the flood.”\n"
    "“It is late,” Pell said.\nThe campaign said the vote was “rigged.”\n“We won,” Tarry said.\n"
    "The Pell family called it “a sad week.”\n“We lead,” Tarry campaign manager Ann Osei said.\n"
    "“We wait,” said a spokesman for the Obama administration, and the Obama administration called it “a pause.”"
)


def test_a_campaign_and_a_family_have_names_of_their_own(as_article: ArticleMaker) -> None:
    found = {quote.text.strip("“”,."): quote.speakers for quote in find_quotes(as_article(OWNED))}
    assert found["cheering for the flood"] == found["rigged"] == ("Tarry campaign",)
    assert found["a sad week"] == ("Pell family",)
    assert found["a pause"] == ("Obama administration",)
    assert (found["We won"], found["It is late"], found["We lead"]) == (("Nora Tarry",), ("Ed Pell",), ("Ann Osei",))


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian family said the road was “long.”",
        "The Calder Mill family said the road was “long.” Tom Bell came.",
        "The Iowa campaign said the road was “long.”",
    ],
)
def test_a_family_of_a_place_or_a_people_has_no_name(as_article: ArticleMaker, text: str) -> None:
    assert find_quotes(as_article(text))[-1].speakers == ()


def test_whose_campaign_it_is_it_is_one(as_article: ArticleMaker) -> None:
    text = (
        "Nora Tarry ran in Calder against Ed Pell.\n“We won,” Tarry’s campaign said in a statement.\nIt said this was "
        "“fair.”\nThe Tarry campaign called the vote “long.”\n“We lost,” Pell’s campaign spokesman said."
    )
    assert [quote.speakers for quote in find_quotes(as_article(text))] == [("Tarry campaign",)] * 3 + [()]


def test_the_council_is_no_newspaper(as_article: ArticleMaker) -> None:
    text = "The Tarn Courier, 3 March 2026\n\nWanda Pell said the council had told her it was “good for a century”."
    (quotation,) = find_quotes(as_article(text))
    assert (quotation.said_as, quotation.speakers) == ("the council", ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Maritime and Dock Workers' Federation (MDWF) called a strike. The MDWF said it was “a long autumn.”",
            "Maritime and Dock Workers' Federation",
        ),
        (
            "Ada Cole of the Royal Society for Birds and Trees (RSBT) agreed. The RSBT said it was “due.”",
            "Royal Society for Birds and Trees",
        ),
    ],
)
def test_letters_in_brackets_tell_where_a_name_begins(as_article: ArticleMaker, text: str, name: str) -> None:
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [(name,)]


@pytest.mark.parametrize("name", ["Calder and District Housing Association", "Kinlass Mountain Rescue"])
def test_a_body_is_named_as_a_whole(as_article: ArticleMaker, name: str) -> None:
    text = f"{name} was called on Saturday. Father Anselm, who knows them, said it was “overdue.” {name} said “thanks.”"
    assert [quotation.speakers for quotation in find_quotes(as_article(text))] == [("Anselm",), (name,)]
