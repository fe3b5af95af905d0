"""Dialogue with dashes: whose the lines without a reporter's clause are, and where a clause ends speech."""

from __future__ import annotations

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.find import find_quotes
from quotecli.find.pieces import find_pieces
from quotecli.find.scene.scene import Scene

_FIRST = (
    "Nina Oram waited by the lock with a boy on a red bicycle.\n\n— Is it deep? asked the boy.\n\n"
    "— Deeper than you, she said. — And colder.\n\n— How do you know?\n\n— I fell in.\n\n— Did it hurt?"
)


def _speakers(as_article: ArticleMaker, text: str) -> list[tuple[str, str | None]]:
    return [(quotation.text, quotation.said_as) for quotation in find_quotes(as_article(text))]


def test_untagged_lines_are_spoken_in_turn(as_article: ArticleMaker) -> None:
    assert _speakers(as_article, _FIRST) == [
        ("Is it deep?", "the boy"),
        ("Deeper than you,", "she"),
        ("And colder.", "she"),
        ("How do you know?", "the boy"),
        ("I fell in.", "she"),
        ("Did it hurt?", "the boy"),
    ]


def test_a_later_exchange_goes_on_between_the_same_two(as_article: ArticleMaker) -> None:
    text = _FIRST + "\n\nA barge went by.\n\n— Wave, Nina said.\n\n— What for?\n\n— For luck."
    assert _speakers(as_article, text)[-3:] == [("Wave,", "Nina"), ("What for?", "the boy"), ("For luck.", "Nina")]


def test_a_line_before_the_first_tag_is_the_others(as_article: ArticleMaker) -> None:
    text = _FIRST + "\n\nA barge went by.\n\n— Whose is it?\n\n— Mine, she said. — Once."
    assert _speakers(as_article, text)[-3:] == [("Whose is it?", "the boy"), ("Mine,", "she"), ("Once.", "she")]


@pytest.mark.parametrize(
    "lines",
    [
        "— Stay, said Nina Oram.\n\n— No, said Owen Pike.\n\n— Please, said Ruth Vane.\n\n— Why?",  # three talk
        "— Stay, said Nina Oram.\n\n— Please, Nina Oram said.\n\n— Why?\n\n— So.",  # one goes on
        "— Stay, said Nina Oram.\n\nHe left.\n\n— Why?",  # nobody is near
        "— Pay fell, said the ministry.\n\n— Rents rose, said Nina Oram.\n\n— Oil fell.",  # points of a report
    ],
)
def test_where_two_do_not_take_turns_nobody_is_held_to(as_article: ArticleMaker, lines: str) -> None:
    article = as_article("They met again.\n\n" + lines)
    assert Scene(article, find_pieces(article)).voices == {}


_WHOLE = (
    "The ring is mine, she never gave it to you.",
    "When I was ill, she read to me.",
    "Then, my brother wrote to you.",
    "I was tired, I admit, but not ill.",
    "Had I known, Ana thinks I’d stay.",
    "If asked, he always says no.",
)


@pytest.mark.parametrize("words", _WHOLE)
def test_a_clause_inside_speech_does_not_end_it(as_article: ArticleMaker, words: str) -> None:
    article = as_article(f"She came.\n— Where to? he asked.\n— Home, Ana says at once. — {words}")
    pieces = [article.text[piece.start : piece.end] for piece in find_pieces(article)]
    assert pieces == ["Where to?", "Home,", words]


@pytest.mark.parametrize(
    "clause", ["the old man says", "she then added", "he softly said", "Ana laughs", "he sighs again", "Ana insists"]
)
def test_the_reporters_clause_ends_it(as_article: ArticleMaker, clause: str) -> None:
    article = as_article(f"She came.\n— Where to? he asked.\n— Come in, {clause}. — Sit down.\n— Thanks, {clause}.")
    pieces = [article.text[piece.start : piece.end] for piece in find_pieces(article)]
    assert pieces == ["Where to?", "Come in,", "Sit down.", "Thanks,"]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("I lend them, he says, wiping his hands on a rag. I never sell.", ["I lend them,", "I never sell."]),
        ("There was a girl, he says, and stops. You know her.", ["There was a girl,", "You know her."]),
        ("Not today, she said, with a shrug. I am tired.", ["Not today,", "I am tired."]),
        ("Not today, she said, with a shrug. The door closed.", ["Not today,"]),
        ("Go home, said Ana, and take the dog.", ["Go home,", "and take the dog."]),
        ("Home, said Ana, nothing else.", ["Home,", "nothing else."]),
    ],
)
def test_what_the_reporter_tells_behind_a_comma_is_no_speech(
    as_article: ArticleMaker, line: str, pieces: list[str]
) -> None:
    article = as_article(f"She came.\n— Where to? he asked.\n— {line}")
    found = [article.text[piece.start : piece.end] for piece in find_pieces(article)]
    assert found == ["Where to?", *pieces]


def test_an_endless_exchange_takes_time_by_its_length(as_article: ArticleMaker) -> None:
    lines = "\n\n— And then?\n\n— I swam, she told him, she never did."
    assert_linear(find_quotes, lambda number: as_article(_FIRST + lines * number), 100)


def test_where_the_reporters_clause_ends(as_article: ArticleMaker) -> None:
    text = (
        "Nina Oram waited by the lock with Owen Pike.\n\n— Can I ask, she went on, — that we send it back?\n\n"
        "— You will be kind, Pike said, and it wasn’t a question.\n\n— I will, said the keeper, Ruth Vane."
    )
    assert _speakers(as_article, text) == [
        ("Can I ask,", "she"),
        ("that we send it back?", "she"),
        ("You will be kind,", "Pike"),
        ("I will,", "the keeper"),
    ]


def test_a_dash_closes_speech_before_the_reporters_clause(as_article: ArticleMaker) -> None:
    text = (
        "Ruth keeps the lock with her father.\n\n—I never look— says Ruth, who was born here—. Water has a voice.\n\n"
        "—Two voices— her father corrects her—. The other is the wind."
    )
    assert _speakers(as_article, text) == [
        ("I never look", "Ruth"),
        ("Water has a voice.", "Ruth"),
        ("Two voices", "her father"),
        ("The other is the wind.", "her father"),
    ]


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        ("– Bron är stängd, säger Eva Lund. Allt står stilla.", ["Bron är stängd,", "Allt står stilla."]),
        ("– Broen er stengt, sier Ola Vik. Alt står stille.", ["Broen er stengt,", "Alt står stille."]),
        ("– Bron är stängd, säger Eva Lund. Hon bor bredvid den.", ["Bron är stängd,"]),
    ],
    ids=["Swedish", "Norwegian", "told of who spoke"],
)
def test_nordic_lines_go_on_as_speech_behind_the_clause(as_article: ArticleMaker, line: str, spoken: list[str]) -> None:
    assert [quotation.text for quotation in find_quotes(as_article(line))] == spoken
