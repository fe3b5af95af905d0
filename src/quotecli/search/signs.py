"""The words of a quotation with the signs that carry meaning, as `check` compares them.

Search forgets signs: £40m is `40m`, -3 is `3`, "we're" is `were`. Of a manuscript they must be right. What only looks
otherwise is made equal: curly and straight marks, dashes between words, accents, case, 1,500 and 1500, ½ and 1/2; and
what a paper's style makes of the same words: two and 2, third and 3rd, two-thirds and 2/3, £3bn and three billion
pounds, May 4 and the 4th of May, labour and labor, U.S. and US (`house_style.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.spelling import spelt_in_two_ways
from quotecli.core.tables import read_table
from quotecli.search.days import days_in_full
from quotecli.search.house_style import in_one_style
from quotecli.search.numbers import in_figures, ordinals_in_figures
from quotecli.store.words import LONGEST_WORD, PERCENT, cut

__all__ = ["QUESTION", "Reading", "read_signs", "turning_words", "with_signs"]

QUESTION = "?"
"""The word that stands for a question mark."""

_CURRENCY = "$¢£¤¥֏؋৳฿₠-⃀"
# Before folding, which would make ≠ an equals sign, 10² a hundred and two, and 3½ thirty-one halves.
_UNFOLDED = str.maketrans({"≠": "<>", "⁄": "/", "∕": "/", "∶": ":"})
_RAISED = re.compile(r"(?<=\d)([⁰¹²³⁴-⁹]+)")
_HALF = re.compile(r"(?<=\d)(?=[¼-¾⅐-⅞])")
# In the folded text.
_THOUSANDS = re.compile(r"(?<![\d.,'/:-])[1-9]\d{0,2}(?:(?:,\d{3})+|(?:'\d{3})+|(?: \d{3})+)(?![\d'/:-]|,\d| \d)")
_NOT_DIGIT = re.compile(r"\D")
_SPACED = re.compile(r"(?<=\d) - (?=\d)")
_CLOCK = re.compile(r"\b(\d{1,2})[.:](\d\d)(?= ?[ap]\.? ?m\b)")
_MONEY_BEHIND = re.compile(rf"(\d[\w.,]{{0,40}}) ?([{_CURRENCY}])(?!\d)")
_MONEY_MINUS = re.compile(rf"([{_CURRENCY}])-(?=\d)")
_NO_NOUGHT = re.compile(r"(?<![\w.])\.(?=\d)")
_WORD = re.compile(
    r"[^\W_]+(?:(?:'(?=[^\W_])|(?<=\d)[.,/:^*-](?=\d))[^\W_]+)*"  # don't, 39.5, 3-1, 3/4
    rf"|(?<![^\s(\[\"'])-(?=[{_CURRENCY}]?\d)"  # a minus, not the dash of a range
    rf"|[{_CURRENCY}%‰+<>=±×÷°≤≥]|~(?=\d)|(?<=\w)\#|\#(?=\d)"  # £, C++, a > b, C#
    r"|\?+"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]»]{0,3}\s+(?=[\"“‘'(\[«]{0,2}[^\Wa-z_])|[;:]\s|\b[Nn]o[,—–]|\n\s*\n")
_LAST_WORD = re.compile(r"[^\W_]{1,5}$")
_NO_END = frozenset("dr gen gov jr mr mrs ms prof rep rev sen sr st vs".split())
"""Abbreviations behind which a sentence goes on with a capital letter, as it does behind initials."""


class Reading(NamedTuple):
    """A text's words and signs.

    Attributes:
        words: in order.
        sentences: for each of them, the place of the first word of its sentence (or what a semicolon or colon parts).
    """

    words: list[str]
    sentences: list[int]


def with_signs(text: str) -> list[str]:
    """Return the words of a text in order, signs that carry meaning among them: "£40m?" is `£ 40m ?`."""
    folded = fold(text if text.isascii() else _HALF.sub(" ", _RAISED.sub(r"^\1", text)).translate(_UNFOLDED))
    folded = in_figures(ordinals_in_figures(days_in_full(in_one_style(folded), figures=False)))
    if any(map(str.isdigit, folded)):
        folded = _SPACED.sub("-", _THOUSANDS.sub(lambda found: _NOT_DIGIT.sub("", found[0]), folded))
        folded = _MONEY_MINUS.sub(r"-\1", _MONEY_BEHIND.sub(r"\2\1", _CLOCK.sub(r"\1:\2", folded)))
        folded = _NO_NOUGHT.sub("0.", folded.replace("⁄", "/"))
    words: list[str] = []
    for found in _WORD.findall(folded.replace("&", " and ")):
        words += _words(found)
        if words[-2:] == ["per", "cent"]:
            words[-2:] = [PERCENT]
    spelt = spelt_in_two_ways()
    return [spelt.get(word, word) for word in words]


def _words(found: str) -> list[str]:
    if found.isascii() and found.isalnum():
        return [found[:LONGEST_WORD]]
    if found == "%":
        return [PERCENT]
    if found[0] == "?":
        return [QUESTION]
    if "'" in found and found.replace("'", "") in turning_words("apostrophe"):
        return [found]
    bare = found.replace("'", "")
    if bare.isdigit() and "'" in found:  # 5'10
        return [found]
    if not found[0].isalnum() or any(not char.isalnum() for char in bare):
        return [found]
    return cut(found)


def read_signs(text: str) -> Reading:
    """Return the words and signs of a text, and where its sentences begin."""
    words: list[str] = []
    sentences: list[int] = []
    for sentence in _sentences(text):
        first = len(words)
        words += with_signs(sentence)
        sentences += [first] * (len(words) - first)
    return Reading(words, sentences)


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for found in _SENTENCE_END.finditer(text):
        word = _LAST_WORD.search(text, max(found.start() - 6, 0), found.start())
        if found[0][0] == "." and word and _is_short(word[0], text[found.end() : found.end() + 1]):
            continue
        yield text[start : found.end()]
        start = found.end()
    yield text[start:]


def _is_short(word: str, behind: str) -> bool:
    """Tell whether a word before a full stop is an abbreviation or an initial: "No. 4", not "No. I will stay"."""
    if word.lower() == "no":
        return behind.isdigit()
    return word.lower() in _NO_END or (len(word) == 1 and word != "I")


@cache
def turning_words(kind: str) -> frozenset[str]:
    """Return the words of a kind of `turning.tsv`."""
    rows = read_table("quotecli.search", "turning.tsv")
    return frozenset(word for name, words in rows if name == kind for word in words.split())
