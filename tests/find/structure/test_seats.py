"""Headings of a parliament's report, labels of broadcasters, initials for names, and where a transcript ends."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker

from quotecli.core.types import Role
from quotecli.find import find_quotes

DEBATE = (
    "Lidos\n\nZelda Marchbanks (Saltmere) (Ind)\n\nI beg to move, That this House has considered lidos.\n\n"
    "There were four in my town.\n\nThe Minister for Sport (Aldous Pell)\n\nI have swum in all four.\n\n"
    "Zelda Marchbanks\n\nWill the Minister give way?\n\nAldous Pell\n\nI will not.\n\nQuestion put and agreed to.\n"
)


def said(as_article: ArticleMaker, text: str, **told: object) -> list[tuple[str, str]]:
    return [(" and ".join(quote.speakers), quote.text) for quote in find_quotes(as_article(text, **told))]


@pytest.mark.parametrize("role", [Role.BODY, Role.SUBTITLE])
def test_headings_with_a_seat_or_an_office_tell_who_speaks_below(as_article: ArticleMaker, role: Role) -> None:
    assert said(as_article, DEBATE, roles={0: Role.HEADLINE} | dict.fromkeys((1, 4, 6, 8), role)) == [
        ("Zelda Marchbanks", "I beg to move, That this House has considered lidos."),
        ("Zelda Marchbanks", "There were four in my town."),
        ("Aldous Pell", "I have swum in all four."),
        ("Zelda Marchbanks", "Will the Minister give way?"),
        ("Aldous Pell", "I will not."),
    ]


def test_one_line_with_brackets_is_no_debate(as_article: ArticleMaker) -> None:
    text = "Lidos\n\nZelda Marchbanks (Saltmere) (Ind)\n\nShe has swum in all four. They are cold.\n\nNobody knows why."
    assert said(as_article, text) == []


@pytest.mark.parametrize(
    "label",
    [
        "PETRA ORME, CHAIR, SALTMERE SWIMMING CLUB",
        "SEN. PETRA ORME (R-OH), PRESIDENTIAL CANDIDATE",
        "PETRA ORME, TIDE CORRESPONDENT (on camera)",
    ],
)
def test_a_broadcasters_label_tells_more_behind_commas(as_article: ArticleMaker, label: str) -> None:
    text = (
        f"RUFUS OYELARAN, HOST: Good morning.\n\n{label}: Good morning, Rufus.\n\n"
        "OYELARAN: You've had a wet week.\n\nORME: We've had a wet decade. (INAUDIBLE) the council --\n"
    )
    assert [who for who, _ in said(as_article, text)] == ["Rufus Oyelaran", "Petra Orme"] * 2


def test_initials_stand_for_names_told_whole_before(as_article: ArticleMaker) -> None:
    text = (
        "The baker\n\nWim Dekkers: Why do you bake?\n\nPetra Orme: Because people eat.\n\n"
        "WD: And bread?\n\nPO: Bread is all there is.\n"
    )
    assert [who for who, _ in said(as_article, text)] == ["Wim Dekkers", "Petra Orme"] * 2


def test_initials_may_be_those_of_a_name_with_a_hyphen(as_article: ArticleMaker) -> None:
    text = (
        "Music without doors\n\nHanna Orme talks to the composer Tobias Mbeki-Lund.\n\nHO: Is that true?\n\n"
        "TM-L: It took four.\n\nHO: And did they laugh?\n\nTM-L: They stopped.\n"
    )
    assert [who for who, _ in said(as_article, text)] == ["Hanna Orme", "Tobias Mbeki-Lund"] * 2


def test_two_marks_before_a_label_tell_the_next_speaker_and_cite_nobody(as_article: ArticleMaker) -> None:
    text = (
        "The show\n\n>> ANNA OBI: We saw no key.\n\n>> TOM HALE: I did.\n\n>> ANNA OBI: No.\n\n>> TOM HALE: I had it.\n"
    )
    assert said(as_article, text) == [
        ("Anna Obi", "We saw no key."),
        ("Tom Hale", "I did."),
        ("Anna Obi", "No."),
        ("Tom Hale", "I had it."),
    ]


@pytest.mark.parametrize(
    "end", ["The tape ends here.", "[End of interview]", "END OF TRANSCRIPT", "The recording stops."]
)
def test_a_line_that_tells_where_it_ends_is_no_speech(as_article: ArticleMaker, end: str) -> None:
    text = (
        "The ferry\n\nINTERVIEWER: Did you run?\n\nPETRA ORME: Ask them.\n\nINTERVIEWER: I have.\n\n"
        f"PETRA ORME: They ran.\n\n{end}"
    )
    assert said(as_article, text, media="transcript")[-1] == ("Petra Orme", "They ran.")


def test_a_note_tells_that_three_questions_are_an_interview(as_article: ArticleMaker) -> None:
    text = (
        "Five questions for Petra Orme\n\nThe head of the swimming club has had a wet year.\n\n"
        "Why does anyone swim in the sea?\n\nBecause the lido is shut, and I can’t live without water.\n\n"
        "Will it open?\n\nIt will. They have promised me so.\n\nAnd if not?\n\nI shall swim in the fountain.\n\n"
        "This interview has been edited for length."
    )
    assert [who for who, _ in said(as_article, text)] == ["", "Petra Orme"] * 3


def test_a_statement_by_somebody_is_theirs(as_article: ArticleMaker) -> None:
    text = (
        "PRESS RELEASE\n\nStatement by Cllr Dougal Pell, Leader of the Council:\n\n"
        '"This was no easy decision. The lido loses money.\n\n"We will keep the rooms open."\n\nENDS\n'
    )
    assert [who for who, _ in said(as_article, text)] == ["Dougal Pell", "Dougal Pell"]


def test_the_clerk_is_no_councillor(as_article: ArticleMaker) -> None:
    text = (
        "Minutes of the harbour committee\n\nCllr Oakhurst asked what the lease would cost.\n\n"
        "The Clerk advised that the lease “cannot be assigned without consent”.\n"
    )
    assert said(as_article, text) == [("", "cannot be assigned without consent")]
