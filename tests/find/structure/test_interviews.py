"""Interviews whose turns have no labels: what is asked and answered, by whom, and what is no interview."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.find.conftest import ArticleMaker
from tests.growth import assert_linear

from quotecli.core.types import Article, Role
from quotecli.find import find_quotes

_INTRO = (
    "Interview: Priya Sand\n\nFor a decade Tomas Birch has tuned the organs of the north. “He hears rust,” says"
    " his sister, the potter Helga Birk. She laughs at him."
)
_ASKED = (
    "How did you begin?",
    "Were you never afraid of heights?",
    "And what did your father say?",
    "Do you regret it?",
)
_ANSWERS = (
    "I carried the bag for an older man.",
    "Always. My knees tell me.\n\nI once slept in a tower, and Helga had to fetch me down.",
    "Nothing that I could hear.",
    "Ask me on a Sunday.",
)


def _text(form: str, intro: str = _INTRO, asked: Sequence[str] = _ASKED, answers: Sequence[str] = _ANSWERS) -> str:
    pairs = enumerate(zip(asked, answers, strict=False), 1)
    turns = [f"{form.format(number, question)}\n\n{answer}" for number, (question, answer) in pairs]
    return "\n\n".join([intro, *turns])


def _spoken(article: Article) -> list[tuple[str, tuple[str, ...]]]:
    return [(quotation.text, quotation.speakers) for quotation in find_quotes(article)]


_WANTED = [
    (line, (speaker,))
    for question, answer in zip(_ASKED, _ANSWERS, strict=True)
    for speaker, words in (("Priya Sand", question), ("Tomas Birch", answer))
    for line in words.split("\n\n")
]


@pytest.mark.parametrize(
    "form",
    ["**{1}**", "__{1}__", "*{1}*", "_{1}_", "***{1}***", "**{0}. {1}**", "{0}. **{1}**", "**Q: {1}**", "Q: {1}",
     "Q{0}. {1}", "**Q{0}: {1}**"],
)  # fmt: skip
def test_questions_set_apart_are_the_authors_and_answers_the_interviewees(as_article: ArticleMaker, form: str) -> None:
    assert _spoken(as_article(_text(form)))[1:] == _WANTED


def test_the_layout_is_told_to_have_decided(as_article: ArticleMaker) -> None:
    found = find_quotes(as_article(_text("**{1}**")), explain=True)
    assert [quotation.why.decided_by for quotation in found if quotation.why] == ["ranker"] + ["layout"] * len(_WANTED)


def test_an_answer_may_follow_on_the_line_below_the_question(as_article: ArticleMaker) -> None:
    article = as_article(_text("**{1}**").replace("**\n\n", "** "))
    assert _spoken(article)[1:] == _WANTED


def test_nobody_asks_where_the_text_does_not_name_the_author(as_article: ArticleMaker) -> None:
    intro = "Tomas Birch tunes organs. His sister Helga Birk makes pots."
    article = as_article(_text("**{1}**", intro), authors=("Priya Sand",))
    assert {who for words, who in _spoken(article) if words in _ASKED} == {()}
    article = as_article(_text("**{1}**", intro + " Priya Sand went to see him."), authors=("Priya Sand",))
    assert _spoken(article) == _WANTED


def test_whom_the_headline_names_or_somebody_meets_answers(as_article: ArticleMaker) -> None:
    intro = "Tomas Birch on fear\n\nIn 1970 Olga Fenn built a tower. Fenn was proud of it. Then he came."
    found = _spoken(as_article(_text("**{1}**", intro), {0: Role.HEADLINE}))
    assert {who for words, who in found if words not in _ASKED} == {("Tomas Birch",)}
    met = _spoken(as_article(_text("**{1}**", "In her kitchen in Leeds, Priya Sand meets the tuner Tomas Birch.")))
    assert {who for words, who in met if words not in _ASKED} == {("Tomas Birch",)}


def test_a_street_or_a_town_gives_no_answers(as_article: ArticleMaker) -> None:
    intro = "The tuner of Quill Row\n\nBy Priya Sand\n\nOn Quill Row, Tomas Birch has a shop."
    found = _spoken(as_article(_text("**{1}**", intro), {0: Role.HEADLINE}))
    assert found == _WANTED


def test_a_headlines_noun_is_whom_the_interview_is_with(as_article: ArticleMaker) -> None:
    text = _text("**{1}**", "“Rust sings to me all night”: the organ doctor on his trade\n\n" + _INTRO)
    found = find_quotes(as_article(text, {0: Role.HEADLINE}))[0]
    assert (found.said_as, found.speakers) == ("the organ doctor", ("Tomas Birch",))


def test_a_last_answer_goes_on_as_others_do_but_not_into_the_closing_words(as_article: ArticleMaker) -> None:
    text = _text("**{1}**") + "\n\nOr on a Monday, if I am awake.\n\nI left Birch on his ladder.\n\nI took the bus."
    assert _spoken(as_article(text))[1:] == [*_WANTED, ("Or on a Monday, if I am awake.", ("Tomas Birch",))]


def test_a_column_that_asks_itself_is_no_interview(as_article: ArticleMaker) -> None:
    intro = "I have had enough of ladders\n\nBy Priya Sand\n\nI did an interview last week with a man who fell."
    assert _spoken(as_article(_text("{1}", intro), authors=("Priya Sand",))) == []


def test_of_two_who_may_answer_neither_does(as_article: ArticleMaker) -> None:
    intro = "By Priya Sand\n\nTomas Birch and Helga Birk share a workshop."
    found = find_quotes(as_article(_text("**{1}**", intro)))
    assert {quotation.speakers for quotation in found if quotation.text in _ASKED} == {("Priya Sand",)}
    assert {quotation.speakers for quotation in found if quotation.text not in _ASKED} == {()}


def test_headings_standfirst_and_note_in_bold_are_no_questions(as_article: ArticleMaker) -> None:
    intro = "Interview: Priya Sand\n\n**Tomas Birch tunes the organs of the north.**\n\nHe lives in a mill."
    text = _text("**{1}**", intro).replace("**And", "**Early years**\n\n**And")
    assert _spoken(as_article(text + "\n\n**The Bellows is out in May.**")) == _WANTED


def test_questions_that_nothing_sets_apart_need_a_word_of_the_interview(as_article: ArticleMaker) -> None:
    intro = _INTRO.replace("Interview:", "By")
    told = as_article(_text("{1}", intro + "\n\nWe spoke in his loft."))
    assert _spoken(told)[1:] == _WANTED
    assert len(_spoken(as_article(_text("{1}", intro)))) == 1
    noted = as_article(_text("{1}", intro) + "\n\nThis conversation has been edited for length.")
    assert _spoken(noted)[1:] == _WANTED
    three = _text("{1}", intro + "\n\nWe spoke in his loft.", _ASKED[:3])
    assert len(_spoken(as_article(three))) == 1


def test_questions_that_headings_print_are_asked_as_well(as_article: ArticleMaker) -> None:
    text = _text("{1}", "By Priya Sand\n\nTomas Birch sat down with us.")
    asked = {n: Role.SUBTITLE for n, line in enumerate(text.split("\n\n")) if line in _ASKED}
    assert _spoken(as_article(text, asked)) == _WANTED


@pytest.mark.parametrize("form", ["**{1}**", "{1}"])
def test_an_explainer_is_no_interview(as_article: ArticleMaker, form: str) -> None:
    asked = ("What is the levy?", "Who must pay?", "Can I object?", "What will you need?")
    answers = (
        "A charge on sheds. “I loathe it,” said the mayor, Ida Wren, in an interview.",
        "Whoever owns one. The council sends a letter.",
        "Yes, within a month.",
        "A picture of your shed.",
    )
    found = _spoken(as_article(_text(form, "By Priya Sand\n\nThe levy begins on Monday.", asked, answers)))
    assert found == [("I loathe it,", ("Ida Wren",))]


def test_a_report_that_asks_is_no_interview(as_article: ArticleMaker) -> None:
    asked = ("Who lost your money?", "Would you trust them?", "Did you know?", "What will you do?")
    answers = ("“I did not,” said Ida Wren.", "“I might,” she added.", "I asked her twice.", "My bank is silent.")
    found = _spoken(as_article(_text("{1}", "In an interview, Ida Wren spoke of it.", asked, answers)))
    assert [words for words, _ in found] == ["I did not,", "I might,"]


@pytest.mark.slow
def test_long_interviews_and_endless_paragraphs_take_time_by_their_length(as_article: ArticleMaker) -> None:
    for unit in ("**Do you?**\n\nI do.\n\n", "Do you?\n\nI do. We spoke.\n\n", "**a ", "Q: _? ", "“I "):
        assert_linear(lambda text: find_quotes(as_article(text)), unit.__mul__, 250)


def test_what_only_looks_like_plain_questions_is_no_interview(as_article: ArticleMaker) -> None:
    intro = _INTRO.replace("Interview:", "By")
    late = _text("{1}", intro + "\n\nHe tunes organs." * 12 + "\n\nWe spoke in his loft.")
    assert len(_spoken(as_article(late))) == 1
    text = _text("{1}", intro + "\n\nWe spoke in his loft.")
    assert _spoken(as_article(text))[1:] == _WANTED
    longest = text.replace("?\n\n", "?\n\n" + "I tune.\n\n" * 9, 1)
    assert len(_spoken(as_article(longest))) == 1


@pytest.mark.parametrize(
    ("talk", "asks"),
    [
        ("She spoke with our contributing editor Tom Deeks in her loft.", ("Tom Deeks",)),
        ("We spoke to Sol Aune in her loft.", ()),
    ],
)
def test_who_asks_and_who_answers_under_a_title_that_is_no_name(
    as_article: ArticleMaker, talk: str, asks: tuple[str, ...]
) -> None:
    text = (
        f"The Long Thread\n\nSol Aune has woven since 1979, and lives by herself. {talk}\n\n"
        "Q. Why did you start?\n\nA. It rained. I had a loom.\n\nQ. Did it stop?\n\nA. The rain did."
    )
    assert [q.speakers for q in find_quotes(as_article(text))] == [asks, ("Sol Aune",)] * 2


def test_an_endless_word_in_an_interview_takes_time_by_its_length(as_article: ArticleMaker) -> None:
    head = "The Loom\n\nAda Lund weaves.\n\nQ. Why?\n\nA. It rained.\n\nQ. So?\n\nA. "
    assert_linear(find_quotes, lambda length: as_article(head + "a'" * length), 1_000)


@pytest.mark.parametrize("letters", ["A", "Aa"])
def test_an_endless_name_above_an_interview_takes_time_by_its_length(as_article: ArticleMaker, letters: str) -> None:
    def make(length: int) -> Article:
        return as_article(_text("{1}", f"Interview: {letters * length}"))

    assert_linear(find_quotes, make, 1_500)


def test_answers_in_marks_are_the_interviewee_s_and_the_reporter_s_words_between_are_nobody_s(
    as_article: ArticleMaker,
) -> None:
    text = (
        "Ilse Marran: “I never liked the sea”\n\nIlse Marran is late, and then early for the wrong café. “It is not a"
        " diva thing,” she says.\n\n**Eleven days is quick for you.**\n\n“It’s quick for anyone! I had a house for"
        " eleven days.”\n\n**You’ve spoken about a stammer. Is that why you sing?**\n\n“I was terrible at it.” She"
        " laughs. “But I choose my words.”\n\n**Really?**\n\n“No.”\n\n**What would you tell the girl?**\n\nMarran"
        " thinks for so long that the waiter goes. “Buy earplugs,” she says at last."
    )
    found = [quotation for quotation in find_quotes(as_article(text)) if not quotation.text.endswith(("?", "you."))]
    assert [quotation.text for quotation in found][2:] == [
        "It’s quick for anyone! I had a house for eleven days.",
        "I was terrible at it.",
        "But I choose my words.",
        "No.",
        "Buy earplugs,",
    ]
    assert {quotation.speakers for quotation in found} <= {("Ilse Marran",), ()}
    assert sum(quotation.speakers == ("Ilse Marran",) for quotation in found) >= 6


def test_a_headline_names_who_is_interviewed(as_article: ArticleMaker) -> None:
    text = (
        "Interview: Kim Lee on silence\n\nWhat do you hear?\n\nI hear the pipes. I think I always did.\n\nDo you mind?"
        "\n\nI do not mind. My mother did.\n\nWhy did you stop?\n\nI was tired, and I wanted my own bed.\n\nWhat next?"
        "\n\nI will sit."
    )
    answers = [quotation for quotation in find_quotes(as_article(text)) if not quotation.text.endswith("?")]
    assert {quotation.speakers for quotation in answers} == {("Kim Lee",)}


def test_questions_without_a_label_are_not_his_who_answers_with_one(as_article: ArticleMaker) -> None:
    text = (
        "„Wir hatten keine Wahl“, sagt Inga Holt.\n\nInterview: Ada Obi\n\nFrau Holt, warum schließt die Rampe?\n\n"
        "Holt: Weil die Mauer wandert.\n\nWie lange?\n\nHolt: Bis September.\n\nUnd wer zahlt?\n\nHolt: Wir."
    )
    found = find_quotes(as_article(text, authors=("Ada Obi",)))
    assert [(one.speakers, one.text) for one in found[1:]] == [
        (("Ada Obi",), "Frau Holt, warum schließt die Rampe?"),
        (("Inga Holt",), "Weil die Mauer wandert."),
        (("Ada Obi",), "Wie lange?"),
        (("Inga Holt",), "Bis September."),
        (("Ada Obi",), "Und wer zahlt?"),
        (("Inga Holt",), "Wir."),
    ]
