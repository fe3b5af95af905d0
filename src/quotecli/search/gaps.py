"""How a quotation with gaps, ellipses and words in [brackets], stands in a statement: its words in order, or not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from quotecli.search.signs import QUESTION, read_signs, with_signs
from quotecli.search.turning import bracket_turns, cut_turns, omission_turns, rank_turns

__all__ = ["LEFT_OUT", "MOST_REPLACED", "Match", "Statement", "in_order", "plain"]

LEFT_OUT = re.compile(r"\[\s?(?:…|\.\s?\.\s?\.)\s?\]|…|\.\s?\.\s?\.\s?\.?")
"""An ellipsis."""
MOST_REPLACED = 8
"""Words of the statement for which words in brackets may stand."""
_LETTER = re.compile(r"\[(\w{1,20}[-‐‑]?|[-‐‑])\](?=\w)")
"""What is changed openly before the letters of a word: "[T]he", "[un]happy", "[second-]best", "set[-]up"."""
_ENDED = re.compile(r"(\w{1,40})\[(\w{1,6})\]")
"""An end changed openly, "walk[ed]": the bracket stands for the word."""
_INSERTED = re.compile(r"\[[^\[\]]{0,120}\]|\([Ss]ic[.!?]?\)")
_GAP = re.compile(rf"({LEFT_OUT.pattern}|{_INSERTED.pattern})")
_MOST_BEGINNINGS = 20
"""Places of a statement at which a quotation with gaps is taken to begin."""
_STOPPED = re.compile(r"[.,;:][\"”’']{0,2}\s*$")
_BEGINS_SENTENCE = re.compile(r"\W*[^\W\d_]")


def plain(text: str) -> str:
    """Return a quotation with the letters that it changes openly ("[T]he") as plain letters."""
    return _LETTER.sub(r"\1", text)


class Statement:
    """A statement's words and signs, in which those of a quotation are looked for."""

    def __init__(self, statement: str) -> None:
        """Read what was said, as printed."""
        self.words, self.sentences = read_signs(statement)
        self._line = f" {' '.join(self.words)} "

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each word in the line, and that of its end."""
        starts = [1]
        for word in self.words:
            starts.append(starts[-1] + len(word) + 1)
        return starts

    def place(self, part: Sequence[str], start: int) -> int:
        """Return the place of the first of these words in a row from a place on; -1 where they are not there."""
        if start >= len(self.words):
            return -1
        at = self._line.find(f" {' '.join(part)} ", self._starts[start] - 1)
        return -1 if at < 0 else bisect_left(self._starts, at + 1)

    def between(self, start: int, end: int) -> list[str]:
        """Return those words of a stretch that stand in a sentence with the word before or behind it."""
        beside = {self.sentences[place] for place in (start - 1, end) if 0 <= place < len(self.words)}
        return [self.words[place] for place in range(start, end) if self.sentences[place] in beside]

    def asks(self, place: int) -> bool:
        """Tell whether the sentence of a word has a question mark from there on."""
        ends = range(place, len(self.words))
        return any(self.words[end] == QUESTION for end in ends if self.sentences[end] == self.sentences[place])


class Match(NamedTuple):
    """How a quotation's words stand in a statement in order.

    Attributes:
        whole: whether nothing of the statement is missing.
        turned: whether what is missing, or put in, turns the sense.
        replaced: whether brackets stand for words of it.
        cut: whether it is the beginning of the sentence that is missed.
    """

    whole: bool
    turned: bool = False
    replaced: bool = False
    cut: bool = False


class _Gap(NamedTuple):
    """What stands between two stretches of words: an ellipsis, the words of brackets, or both; at an end, nothing."""

    ellipsis: bool = False
    brackets: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> list[str]:
        return [word for bracket in self.brackets for word in bracket]

    def covers(self, missing: int) -> bool:
        """Tell whether so many words of the statement are none too many for the brackets to stand for."""
        return not missing or (bool(self.brackets) and not self.ellipsis and missing <= MOST_REPLACED)


class _Quoted(NamedTuple):
    """A quotation cut at its gaps: the stretches of words, what stands before each of them and behind the last."""

    text: str
    stretches: list[list[str]]
    gaps: list[_Gap]

    @property
    def begins(self) -> bool:
        """Whether it is set as the beginning of a sentence, or openly as one whose beginning is left out."""
        if LEFT_OUT.match(self.text.lstrip()):
            return True
        letter = _BEGINS_SENTENCE.match(self.text)
        return letter is not None and letter[0][-1].isupper()


def in_order(text: str, said: Statement) -> Match | None:
    """Tell how the words of a quotation stand in a statement, in order; None where they don't.

    Where the text has an ellipsis, words of the statement may be missing; words in brackets stand for some of its.
    """
    quoted = _cut(text)
    if not quoted.stretches:
        return None
    match = _best(quoted, said)
    *stretches, last = quoted.stretches
    if match is None and last[-1] == QUESTION and len(last) > 1 and quoted.gaps[-1] == _Gap():
        # a question may be cut short: "Why did you go?"
        match = _best(quoted._replace(stretches=[*stretches, last[:-1]]), said, asked=True)
    return match


def _cut(text: str) -> _Quoted:
    stretches, gaps = [], [_Gap()]
    for stretch in _GAP.split(_ENDED.sub(r"[\1\2]", plain(text))):
        if LEFT_OUT.fullmatch(stretch):
            gaps[-1] = gaps[-1]._replace(ellipsis=True)
        elif _INSERTED.fullmatch(stretch):
            gaps[-1] = gaps[-1]._replace(brackets=(*gaps[-1].brackets, tuple(with_signs(stretch[1:-1]))))
        elif words := with_signs(stretch):
            stretches.append(words)
            gaps.append(_Gap())
    return _Quoted(text, stretches, gaps)


def _best(quoted: _Quoted, said: Statement, *, asked: bool = False) -> Match | None:
    """Return the best match of those that begin at any place where the first words stand."""
    matches = []
    start = -1
    for _ in range(_MOST_BEGINNINGS):
        start = said.place(quoted.stretches[0], start + 1)
        if start < 0:
            break
        places = _places(quoted, said, start)
        if places and (not asked or said.asks(places[-1][1] - 1)):
            matches.append(_match(quoted, said, places))
    return min(matches, key=lambda match: (match.turned, not match.whole), default=None)


def _places(quoted: _Quoted, said: Statement, start: int) -> list[tuple[int, int]]:
    """Return from where to where each stretch stands, the first at `start`; nothing where one doesn't follow."""
    places = [(start, start + len(quoted.stretches[0]))]
    for words, gap in zip(quoted.stretches[1:], quoted.gaps[1:-1], strict=True):
        end = places[-1][1]
        place = said.place(words, end)
        if place < 0 or (not gap.ellipsis and place - end > MOST_REPLACED):
            return []
        places.append((place, place + len(words)))
    return places


def _match(quoted: _Quoted, said: Statement, places: list[tuple[int, int]]) -> Match:
    """Judge what is missing before, between and behind the stretches, and what stands there instead."""
    start, end = places[0][0], places[-1][1]
    holes = [(before, behind) for (_, before), (behind, _) in pairwise([(0, 0), *places, (len(said.words), 0)])]
    missing = _missing(quoted.gaps, said, holes)
    bracketed = [(words, gap.words) for words, gap in zip(missing, quoted.gaps, strict=True) if gap.brackets]
    omitted = [words for words, gap in zip(missing[1:-1], quoted.gaps[1:-1], strict=True) if not gap.brackets]
    cut = quoted.begins and cut_turns(said.words[said.sentences[start] : start])
    turned = cut or any(map(omission_turns, omitted)) or any(bracket_turns(*pair) for pair in bracketed)
    turned = turned or any(
        rank_turns(gap.words, part[0]) for gap, part in zip(quoted.gaps, quoted.stretches, strict=False)
    )
    return Match(
        whole=all(gap.covers(behind - before) for gap, (before, behind) in zip(quoted.gaps, holes, strict=True)),
        turned=turned or _stated(quoted, said, start, end),
        replaced=any(words for words, _ in bracketed),
        cut=cut,
    )


def _missing(gaps: Sequence[_Gap], said: Statement, holes: Sequence[tuple[int, int]]) -> list[list[str]]:
    """Return for each gap the statement's words there, as far as they belong to what is quoted."""
    opening, *inner, last = gaps
    start = holes[0][1]
    first = said.words[said.sentences[start] : start][-len(opening.words) - 1 :]
    between = [
        said.between(*hole) if gap.ellipsis else said.words[slice(*hole)]
        for gap, hole in zip(inner, holes[1:-1], strict=True)
    ]
    behind = [word for word in said.between(*holes[-1]) if word != QUESTION][: len(last.words) + 1]
    return [first, *between, behind]


def _stated(quoted: _Quoted, said: Statement, start: int, end: int) -> bool:
    """Tell whether a question of the statement, from its beginning on, is set as if it was stated."""
    return (
        end < len(said.words)
        and said.words[end] == QUESTION
        and said.sentences[end] >= start
        and quoted.gaps[-1] == _Gap()
        and _STOPPED.search(quoted.text) is not None
    )
