"""What looks like a label, a signature or a block quotation and is none: scores, songs, pages set all in quotation."""

from __future__ import annotations

from tests.find.conftest import ArticleMaker

from quotecli.core.types import Role
from quotecli.find import find_quotes

SURE = 0.75


def test_results_of_matches_label_no_turns(as_article: ArticleMaker) -> None:
    text = (
        "Late goals everywhere\n\nOtters 4, Larks 1: Tim Pell had all four, and Moss Orr the last whistle.\n\n"
        "Herons 5, Moles 1: Ned Orr and Baz Quill shared the goals, as they do.\n\n"
        "Herons 4, Stoats 2: Baz Quill decided it in the dark, and so did a dog.\n\n"
        "Otters 5, Hares 2: Al Orme scored, and forgot to cheer.\n"
    )
    assert find_quotes(as_article(text)) == []


def test_songs_and_who_sings_them_are_no_quotations_signed(as_article: ArticleMaker) -> None:
    text = (
        "The winners are here\n\nThese are the nominees, as the academy named them on Wednesday:\n\n"
        "“One Wide River” – Nora Quill\n\nProducer: Tim Pell\n\n"
        "“What If I Never Sleep” – The Tin Ferries\n\nProducer: Al Orme\n"
    )
    assert not [
        quote.speakers for quote in find_quotes(as_article(text)) if quote.confidence >= SURE and quote.speakers
    ]


def test_words_signed_are_a_quotation_still(as_article: ArticleMaker) -> None:
    text = "Readers on the bridge\n\nWe asked who crosses it, and had these answers:\n\n“It sways.” – Nora Quill"
    [found] = find_quotes(as_article(text))
    assert found.speakers == ("Nora Quill",)


def test_a_page_that_is_all_block_quotation_quotes_nobody(as_article: ArticleMaker) -> None:
    text = (
        "Ferry is late\n\nThe ferry was late on Monday, and nobody knew why.\n\n"
        "It was late on Tuesday too. “It is the tide,” said Ana Ruiz.\n\nShe runs the ferry."
    )
    article = as_article(text, roles={0: Role.HEADLINE} | dict.fromkeys((1, 2, 3), Role.BLOCKQUOTE))
    assert [(quote.text, quote.speakers) for quote in find_quotes(article)] == [("It is the tide,", ("Ana Ruiz",))]


def test_straight_marks_between_blanks_are_broken_dashes_where_single_marks_quote(as_article: ArticleMaker) -> None:
    text = (
        'Spring comes late\n\nThe year " a cold one " began with snow, said the man, who has seen it all.\n\n'
        "The lambs \" all twelve \" died. 'I have seen worse,' said Ana Ruiz. 'Not often,' she added."
    )
    assert [quote.text for quote in find_quotes(as_article(text))] == ["I have seen worse,", "Not often,"]


def test_straight_marks_beside_words_quote_in_such_a_text_too(as_article: ArticleMaker) -> None:
    text = (
        'Spring comes late\n\n"It was a cold one," said Ned Orr. "It began with snow."\n\n'
        "‘I have seen worse,’ said Ana Ruiz. ‘Not often,’ she added."
    )
    assert len(find_quotes(as_article(text))) == 4
