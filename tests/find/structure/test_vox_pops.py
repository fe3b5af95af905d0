"""Vox pops without marks: whose each paragraph is, and lists of people that are none."""

from __future__ import annotations

from tests.find.conftest import ArticleMaker

from quotecli import find_quotes

STREET = (
    "Is the new bridge worth it? We asked in Mill Street\n\n"
    "The bridge has been open for a year, and has cost the town nine million.\n\n"
    "Dilys Orme, 66, butcher\n\nI hear the clock now, and that is all I hear.\n\nMy till is quiet, too.\n\n"
    "Nadia Kowal, 34, nursery nurse\n\nWe walk the little ones over in a line. Nobody has to be brave.\n\n"
    "3. Harvey Stott (17), student\n\nIt is a bit too quiet for me.\n\n"
    "The council says that a review will follow in July.\n"
)


def test_what_stands_below_a_name_is_said_by_its_bearer(as_article: ArticleMaker) -> None:
    quotes = find_quotes(as_article(STREET))
    assert [(quote.speakers, quote.text) for quote in quotes] == [
        (("Dilys Orme",), "I hear the clock now, and that is all I hear."),
        (("Dilys Orme",), "My till is quiet, too."),
        (("Nadia Kowal",), "We walk the little ones over in a line. Nobody has to be brave."),
        (("Harvey Stott",), "It is a bit too quiet for me."),
    ]


def test_who_is_only_told_of_says_nothing(as_article: ArticleMaker) -> None:
    text = (
        "Who stands for the council\n\nFive seats are empty, and these three want one.\n\n"
        "Dilys Orme, 66, butcher\n\nShe has sold meat in Mill Street since she was twenty.\n\n"
        "Nadia Kowal, 34, nursery nurse\n\nThe mother of two wants a crossing at the school.\n\n"
        "Harvey Stott, 17, student\n\nHe would be the youngest on any council in the county.\n"
    )
    assert find_quotes(as_article(text)) == []


def test_words_in_marks_are_all_that_is_quoted_of_a_paragraph_with_some(as_article: ArticleMaker) -> None:
    text = STREET.replace("It is a bit too quiet for me.", "The 17-year-old is unsure. “It is quiet for me,” he said.")
    *_, last = find_quotes(as_article(text))
    assert (last.text, last.said_as) == ("It is quiet for me,", "he")
