"""Finds interviews without labels: questions set apart by bold or italic print, by a Q, or by nothing at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from quotecli.core.tables import read_table
from quotecli.core.types import Article, Paragraph, Role, Span
from quotecli.find.structure.shared import Layout, trim
from quotecli.find.words.headings import title_case_paragraphs

_NUMBER = r"(?:(?:\d{1,2}[.)]|Q(?:uestion)?\s?\d{0,2}\s?[.:)])\s{1,3})?"
_SET_APART = re.compile(
    rf"{_NUMBER}(?P<mark>\*{{1,3}}|_{{1,3}}){_NUMBER}(?P<words>(?:(?!(?P=mark))[^\n]){{3,400}})(?P=mark)(?=\s|\Z)"
)
_BY_LETTER = re.compile(
    r"[*_]{0,3}Q(?:uestion)?(?:\s?\d{0,2}\s?[.:)][*_]{0,3}\s{1,3}|(?=[A-Z][a-z]))(?P<words>[^\n]{3,400}?)"
    r"[*_]{0,3}\s{0,3}(?=\n|\Z)"
)
_BARE = re.compile(rf"{_NUMBER}(?P<words>[^\n]{{3,400}}\?)\s{{0,3}}(?=\n|\Z)")
_TOLD = re.compile(
    r"\b(?:interview(?:s|ed|er)?|in conversation|q ?& ?a|we (?:spoke|talked|met|chatted|sat down)"
    r"|(?:talks|talked|speaks|spoke|chats|chatted|sat down|caught up) (?:to|with)|edited (?:[a-z]+ ){0,3}for"
    r" (?:length|clarity|brevity)|(?:puts?|ask(?:s|ed)?|answer(?:s|ed)?) (?:the|our|your|some|a few) questions)\b",
    re.IGNORECASE,
)
"""By which an introduction tells that an interview follows."""
_AFTERWARDS = re.compile(r"\b(?:interview|conversation|q ?& ?a)\b[^.\n]{0,60}\b(?:edited|condensed)\b", re.IGNORECASE)
"""A note that may as well stand behind an interview."""
_CUE = re.compile(r"\b(?:said|says|told|asked|adds|added|replied|explained|continued|recalled)\b")
_IN_MARKS = re.compile(r"[“„][^“”„\n]{0,2000}”|\"[^\"\n]{0,2000}\"|(?<!\w)‘(?:[^’\n]|’(?=\w)){0,2000}’(?!\w)")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]{1,40} (?:[^\W\d_a-z]\. |(?:al|bin|da|de|van|von) )?[^\W\d_a-z][\w’'-]+")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = '“”"„«»'
_PAIRS = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’"}
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_CLOSING = 4
"""Paragraphs at the end in which such a note may stand."""
_OPENING = 12
"""Paragraphs at the head of an article in which it is told to be an interview; further on, an interview is told of."""
_LONGEST_ANSWER = 8
"""Paragraphs of one answer, where nothing sets the questions apart: a column that asks itself goes on for longer."""
_FEWEST_BARE, _FEWEST_TOLD = 4, 3
"""Questions that nothing sets apart are an interview's from so many on; fewer where a note tells of one."""


class _Question(NamedTuple):
    """A question, and where an answer begins that stands in the same paragraph (else the paragraph's end)."""

    paragraph: int
    words: Span
    answer: int


class _Turn(NamedTuple):
    """A question with its answer's stretches, each with its paragraph."""

    question: _Question
    answer: list[tuple[int, Span]]


@cache
def _persons() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("quotecli.find", "interview_words.tsv")}


def find_interview(layout: Layout) -> bool:
    """Claim the questions and answers of an interview, and tell whether the article is one."""
    for questions, holds in ((_set_apart, _answers_them), (_by_letter, _answers_them), (_bare, _unmistakable)):
        turns = _turns(layout, questions(layout))
        if turns and holds(layout.article, turns):
            answers = [span for turn in turns for _, span in turn.answer]
            in_marks = 2 * sum(_words_of(layout.article.text, span) != span for span in answers) >= len(answers)
            for turn in turns:
                _add(layout, turn, in_marks=in_marks)
            return True
    return False


def _lines(layout: Layout, form: re.Pattern[str], *, opening: str, roles: Sequence[Role]) -> list[_Question]:
    """Return the paragraphs of these roles that begin with such a question; `opening` are first letters worth it."""
    text = layout.article.text
    found: list[_Question] = []
    for number, paragraph in enumerate(layout.article.paragraphs):
        if paragraph.role not in roles or not layout.free(number) or (opening and text[paragraph.start] not in opening):
            continue
        if line := form.match(text, paragraph.start, paragraph.end):
            words = trim(text, *line.span("words"))
            answer = trim(text, line.end(), paragraph.end).start
            if words.end > words.start and (answer == paragraph.end or text[words.end - 1] == "?"):
                found.append(_Question(number, words, answer))
    return found


def _set_apart(layout: Layout) -> list[_Question]:
    """Return what stands in Markdown bold or italics and is no heading, from the first to the last that asks."""
    if "*" not in layout.article.text and "_" not in layout.article.text:
        return []
    found = _lines(layout, _SET_APART, opening="*_Q0123456789", roles=(Role.BODY, Role.SUBTITLE))
    return _asked(layout.article, found)


def _by_letter(layout: Layout) -> list[_Question]:
    """Return the paragraphs with a Q, to which no A answers: such are no interview without labels."""
    if "Q" not in layout.article.text:
        return []
    return _asked(layout.article, _lines(layout, _BY_LETTER, opening="*_Q", roles=(Role.BODY, Role.SUBTITLE)))


def _asked(article: Article, found: list[_Question]) -> list[_Question]:
    """Leave out headings, and what is no question before the first one and after the last: a standfirst, a note."""
    text = article.text
    found = [question for question in found if text[question.words.end - 1] in '.?!…:”"’)']
    asks = [text[question.words.end - 1] == "?" or _speaks(text, question.words, "you") for question in found]
    if True not in asks:
        return []
    found = found[asks.index(True) : len(asks) - asks[::-1].index(True)]
    asking = sum(text[question.words.end - 1] == "?" for question in found)
    return found if len(found) > 1 and 2 * asking >= len(found) else []


def _bare(layout: Layout) -> list[_Question]:
    """Return the questions that stand alone on their line, behind the words that tell of an interview."""
    article = layout.article
    asking = sum(article.text[paragraph.end - 1] == "?" for paragraph in article.paragraphs)
    if asking + article.text.count("?\n") < _FEWEST_TOLD:
        return []
    told = _introduced(article)
    if told is None:
        return []
    roles = (Role.BODY, Role.SUBTITLE)
    found = [q for q in _lines(layout, _BARE, opening="", roles=roles) if q.paragraph > told]
    found = [q for q in found if article.text[q.words.start] not in _MARKS + "—–‘'"]
    headings = [q for q in found if article.paragraphs[q.paragraph].role is Role.SUBTITLE]
    return headings if len(headings) >= _FEWEST_BARE else found  # then an answer may end with a question as well


def _is_told_afterwards(article: Article) -> bool:
    """Tell whether a note at the end tells that an interview was edited."""
    return any(_AFTERWARDS.search(article.text, last.start, last.end) for last in article.paragraphs[-_CLOSING:])


def _introduced(article: Article) -> int | None:
    """Return the paragraph that tells that this is an interview, -1 where something else does, None for none."""
    if article.media == "interview" or _TOLD.search(article.title or ""):
        return -1
    if _is_told_afterwards(article):
        return -1
    for number, paragraph in enumerate(article.paragraphs[:_OPENING]):
        if paragraph.role is not Role.BOILERPLATE and _TOLD.search(article.text, paragraph.start, paragraph.end):
            return number
    return None


def _turns(layout: Layout, questions: list[_Question]) -> list[_Turn]:
    """Return the questions with their answers: all paragraphs up to the next question, behind the last one only some.

    Captions and what else stands between is left where it is.
    """
    turns: list[_Turn] = []
    for order, question in enumerate(questions):
        last = order + 1 == len(questions)
        until = len(layout.article.paragraphs) if last else questions[order + 1].paragraph
        end = layout.article.paragraphs[question.paragraph].end
        answer = [(question.paragraph, Span(question.answer, end))] if question.answer < end else []
        long = last and any(len(turn.answer) > 1 for turn in turns)
        named = _family_names(layout.article, questions[0].paragraph) if long else frozenset()
        for number in range(question.paragraph + 1, until):
            paragraph = layout.article.paragraphs[number]
            if layout.free(number) and paragraph.role is Role.BODY and not _is_heading(layout.article.text, paragraph):
                if last and answer and not (long and _goes_on(layout.article, paragraph, named)):
                    break
                answer.append((number, Span(paragraph.start, paragraph.end)))
            elif last:
                break
        turns.append(_Turn(question, answer))
    return turns


def _is_heading(text: str, paragraph: Paragraph) -> bool:
    found = _SET_APART.match(text, paragraph.start, paragraph.end) if text[paragraph.start] in "*_" else None
    return found is not None and found.end() == paragraph.end and text[found.end("words") - 1].isalnum()


def _goes_on(article: Article, paragraph: Paragraph, named: frozenset[str]) -> bool:
    """Tell whether a paragraph behind the last answer is more of it, not the reporter's closing words.

    These quote, or name again whom the introduction named.
    """
    words = article.text[paragraph.start : paragraph.end]
    if any(mark in words for mark in _MARKS) or not _speaks(article.text, Span(paragraph.start, paragraph.end), "I"):
        return False
    return named.isdisjoint(word[0] for word in _WORD.finditer(words))


def _family_names(article: Article, first: int) -> frozenset[str]:
    """Return the last words of the names in the paragraphs before one."""
    return frozenset(name.split()[-1] for number in range(first) for name in _names(article, number))


def _names(article: Article, number: int) -> set[str]:
    paragraph = article.paragraphs[number]
    return {found[0] for found in _NAME.finditer(article.text, paragraph.start, paragraph.end)}


def _speaks(text: str, span: Span, person: str) -> bool:
    """Tell whether words of this person stand in a stretch, outside quotation marks."""
    bare = _IN_MARKS.sub(" ", text[span.start : span.end])
    persons = _persons()
    return any(person in (persons.get(word[0]), persons.get(word[0].lower())) for word in _WORD.finditer(bare))


def _counts(article: Article, turns: list[_Turn]) -> tuple[int, int]:
    """Return how many questions address somebody, and how many answers are told in the first person."""
    asked = sum(_speaks(article.text, turn.question.words, "you") for turn in turns)
    return asked, sum(_tells_of_self(article, turn) for turn in turns)


def _tells_of_self(article: Article, turn: _Turn) -> bool:
    """Tell whether an answer says "I"; what it quotes of others is then no reporter's."""
    return any(_speaks(article.text, _words_of(article.text, span), "I") for _, span in turn.answer)


def _answers_them(article: Article, turns: list[_Turn]) -> bool:
    """Tell an interview from an explainer or a page of frequent questions, where nobody says "I"."""
    asked, told = _counts(article, turns)
    return told > 0 and 2 * (asked + told) >= len(turns)


def _unmistakable(article: Article, turns: list[_Turn]) -> bool:
    """Tell whether questions that nothing sets apart are an interview's: addressed and answered by one who says "I"."""
    noted = _is_told_afterwards(article)
    fewest = _FEWEST_TOLD if noted else _FEWEST_BARE
    if len(turns) < fewest or not all(0 < len(turn.answer) <= _LONGEST_ANSWER for turn in turns):
        return False
    asked, told = _counts(article, turns)
    addressed = noted or 2 * asked >= len(turns)
    if not addressed or 2 * told < len(turns) or not _names_somebody(article, turns[0].question.paragraph):
        return False
    reports = [[span for _, span in turn.answer if _is_report(article.text, span)] for turn in turns]
    if any(article.text[span.start] in _MARKS for spans in reports for span in spans):
        return False
    reported = [turn for turn, spans in zip(turns, reports, strict=True) if spans and not _tells_of_self(article, turn)]
    return 4 * len(reported) <= len(turns)


def _words_of(text: str, span: Span) -> Span:
    """Return a paragraph without the marks in which all of it stands, as some papers print answers; else all of it."""
    closer = _PAIRS.get(text[span.start])
    inner = span.start + 1, span.end - 1
    if closer is None or text[inner[1]] != closer:
        return span
    inside = text[slice(*inner)]
    return span if closer in (_APOSTROPHE.sub("", inside) if closer == "’" else inside) else trim(text, *inner)


def _names_somebody(article: Article, first: int) -> bool:
    """Tell whether headline or introduction hold a name besides the author's: a column that asks itself has none."""
    titled = title_case_paragraphs(article)
    for number in range(first):
        paragraph = article.paragraphs[number]
        if number in titled or paragraph.role in (Role.BYLINE, Role.BOILERPLATE, Role.CAPTION):
            continue
        credit = article.text.startswith(("By ", "Words"), paragraph.start)
        if not credit and _names(article, number).difference(article.authors):
            return True
    return False


def _is_report(text: str, span: Span) -> bool:
    """Tell whether a paragraph quotes somebody and says who said it, outside the marks."""
    words = text[span.start : span.end]
    return any(mark in words for mark in (*_MARKS, "‘")) and _CUE.search(_IN_MARKS.sub(" ", words)) is not None


def _add(layout: Layout, turn: _Turn, *, in_marks: bool) -> None:
    """Claim a question and its answer; `in_marks`: the interview prints answers in marks, what has none is told."""
    question, text = turn.question, layout.article.text
    end = layout.article.paragraphs[question.paragraph].end
    layout.take(question.paragraph, None, min(question.answer, end))
    layout.add(question.paragraph, *question.words, "script", hint=0.9, turn="question")
    index = None
    for number, span in turn.answer:
        words = _words_of(text, span)
        if words == span and (in_marks or (text[span.start] in _PAIRS and _is_report(text, span))):
            continue  # the reporter's words stand between the answer's
        layout.take(number, *span)
        index = layout.add(number, *words, "script", continues=index, hint=0.9, turn="answer")
