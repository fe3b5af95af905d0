"""Labels of turns: what they may tell in brackets, and what looks like one."""

from __future__ import annotations

from tests.find.conftest import ArticleMaker

from quotecli.find import find_quotes


def test_a_time_of_day_labels_no_turn(as_article: ArticleMaker) -> None:
    text = (
        "Doors fail\n\nAt 8:14 a.m. Eastern on Monday, the lock company sent an update to its servers.\n\n"
        "It was late, and odd.\n\nAt 2:20 p.m., the doors opened. All of them.\n"
    )
    assert find_quotes(as_article(text)) == []


def test_three_turns_in_a_newsletter_are_speech_beside_headings_of_other_kinds(as_article: ArticleMaker) -> None:
    text = (
        "The bus that ate the budget\n\nThe board voted on Tuesday to build a depot, and nobody left happy.\n\n"
        "Why it matters: The depot swallows the money for Sunday service west of the river.\n\n"
        "Every week I ask a rider. This week: Al Orme, 71, on his way to the eye doctor.\n\n"
        "Al: The announcements. By the time she says it, the stop is behind us.\n\n"
        "Me: Would you take a slower bus that came more often?\n\nAl: I would take a slower bus that came.\n"
    )
    quotes = find_quotes(as_article(text))
    assert [quote.speakers for quote in quotes if quote.said_as == "Al"] == [("Al Orme",), ("Al Orme",)]
    assert len(quotes) == 3


def test_what_a_label_tells_in_brackets_may_be_long(as_article: ArticleMaker) -> None:
    text = (
        "The cannery, as it was\n\nCONCEPTA ORME: They were accurate.\n\n"
        "MATTY ORME (born 1932; lorry driver, husband of Concepta): I was let as far as the gate.\n\n"
        "CONCEPTA ORME: He was.\n\nMATTY ORME: I was.\n"
    )
    assert [quote.said_as for quote in find_quotes(as_article(text))] == [
        "CONCEPTA ORME",
        "MATTY ORME",
        "CONCEPTA ORME",
        "MATTY ORME",
    ]
