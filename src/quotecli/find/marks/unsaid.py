"""Tells words in marks that the text says nobody said: “did not say “…””, and what a correction takes back."""

from __future__ import annotations

import re

from quotecli.core.types import Article, Role
from quotecli.find.marks.piece import Piece

_LOOK_BACK = 160
"""Characters before the marks."""
_LED_BY = r"(?:\s(?:that|the\swords?|the\sphrase|anything\slike|simply|just))?\s?[:,]?\s?\Z"
_UNSAID = re.compile(
    rf"\b(?:(?:did|does|do|has|have|had)(?:\snot|n['’]t)|never)\s(?:(?:once|ever|actually|in\sfact)\s)?"
    rf"(?:said|say|says|wrote|write|written|uttered?|used?\sthe\swords?){_LED_BY}"
    r"|\bmisquot\w+\s(?:\b(?-i:[A-Z][a-z]{0,3}\.)|[^.!?\n“\"])*?\sas\s(?:saying|having\ssaid|telling)\b[^.!?\n“\"]*\Z",
    re.IGNORECASE,
)
_MAY_BE = ("never", "misquot", "not", "n't", "n’t")
"""Without one of them nothing is told to be unsaid."""
_TAKEN_BACK = re.compile(r"\bnot(?:\sas|\sthat)?\s?\Z", re.IGNORECASE)
_CORRECTION = re.compile(r"[\W_]{0,4}(?:corrections?|clarifications?|correction\sand\sclarification)\b", re.IGNORECASE)
_HEADING_LONGEST = 40
_CORRECTS = re.compile(r"\bcorrect(?:ed|ion|s)\b|\bmis(?:quot|stat|attribut|identif)|\bclarif", re.IGNORECASE)


def is_unsaid(article: Article, piece: Piece) -> bool:
    """Tell whether the article says that the words of a piece in marks were not said.

    “X denied saying “…”” is told of X, and says nothing of whether it is true.
    """
    if piece.style != "marks":
        return False
    text, paragraph = article.text, article.paragraphs[piece.paragraph]
    start = max(paragraph.start, piece.outer_start - _LOOK_BACK)
    if start >= piece.outer_start:
        return False
    before = text[start : piece.outer_start]
    if not any(map(before.lower().__contains__, _MAY_BE)):
        return False
    if _UNSAID.search(before):
        return True
    return _TAKEN_BACK.search(before[-20:]) is not None and _corrects(article, piece.paragraph)


def _corrects(article: Article, number: int) -> bool:
    """Tell whether a paragraph is a correction: it begins so, stands below that heading, or is a note that tells so."""
    paragraph = article.paragraphs[number]
    if _CORRECTION.match(article.text, paragraph.start, paragraph.end):
        return True
    above = article.paragraphs[number - 1] if number else paragraph
    if above.end - above.start <= _HEADING_LONGEST and _CORRECTION.match(article.text, above.start, above.end):
        return True
    noted = paragraph.role is Role.NOTE
    return noted and _CORRECTS.search(article.text, paragraph.start, paragraph.end) is not None
