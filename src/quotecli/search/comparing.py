"""How the words of a quotation stand to those of a statement: the same, a part of them, nearly them, or others."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from quotecli.search.signs import QUESTION, read_signs, with_signs
from quotecli.search.turning import bracket_turns, cut_turns, omission_turns
from quotecli.search.wordings import Change, word_changes

__all__ = ["LEFT_OUT", "Compared", "Status", "compare", "plain"]


class Status(StrEnum):
    """How a quotation stands to what the store holds; the best first."""

    EXACT = "exact"
    """The same words and marks, but for the comma or full stop at its end."""
    FORMATTING = "formatting only"
    """The same words; case, accents, marks or words in [brackets] differ."""
    TRUNCATED = "truncated"
    """A part of the statement, or the statement with words left out where an ellipsis says so."""
    ALTERED = "altered"
    """Nearly the words; or a sign, a bracket or what is left out turns their sense."""
    OTHER_SPEAKER = "other speaker"
    """The words, but somebody else said them, or not all who are named."""
    NOT_FOUND = "not found"
    NOT_CHECKED = "not checked"
    """Too short to tell, or no quotation of anybody."""


class Compared(NamedTuple):
    """How a quotation stands to a statement.

    Attributes:
        status: `EXACT`, `FORMATTING`, `TRUNCATED` or `ALTERED`.
        likeness: 0 to 1.
        changes: from the statement's words, where they are altered or brackets stand for some.
    """

    status: Status
    likeness: float
    changes: tuple[Change, ...] = ()


LEFT_OUT = re.compile(r"\[\s?(?:…|\.\s?\.\s?\.)\s?\]|…|\.\s?\.\s?\.\s?\.?")
"""An ellipsis."""
_LETTER = re.compile(r"\[(\w{1,2})\](?=\w)")
"""A letter changed openly: "[T]he"."""
_ENDED = re.compile(r"(\w{1,40})\[(\w{1,6})\]")
"""An end changed openly, "walk[ed]": the bracket stands for the word."""
_INSERTED = re.compile(r"\[[^\[\]]{0,120}\]")
_GAP = re.compile(rf"({LEFT_OUT.pattern}|{_INSERTED.pattern})")
_MOST_REPLACED = 8
"""Words of the statement for which words in brackets may stand."""
_MOST_BEGINNINGS = 20
"""Places of a statement at which a quotation with gaps is taken to begin."""
_AT_ENDS = " \t\n,.;:"
_ALIKE = {True: 0.5, None: 0.6, False: 0.75}
"""The least share of the quotation's words, by whether the same person said it (None: not known)."""
_ALIKE_LETTERS = 85.0
_LONGEST = 400
"""Words that are held against each other one by one; what is longer is judged by its beginning."""
_FEW = 5
"""Words below which a share of words says little: their letters are compared."""
_ENDS = 3
"""Words more than a quotation has that may stand for an altered end of it."""
_SPELT_ALIKE = 0.8
"""Likeness of letters from which an end is a spelling of another number of words: "any more", "anymore"."""
_STOPPED = re.compile(r"[.,;:][\"”’']{0,2}\s*$")
_BEGINS_SENTENCE = re.compile(r"\W*[^\W\d_]")


def plain(text: str) -> str:
    """Return a quotation with the letters that it changes openly ("[T]he") as plain letters."""
    return _LETTER.sub(r"\1", text)


def compare(text: str, words: list[str], statement: str, printed: list[str], same: bool | None) -> Compared | None:
    """Compare a quotation with a statement.

    Args:
        text: the quotation.
        words: its words, cut as the index has them.
        statement: what was said, as printed.
        printed: its words.
        same: whether the same person said both; None where that isn't known.

    Returns:
        None where the words are others.
    """
    if text.strip(_AT_ENDS) == statement.strip(_AT_ENDS):
        return Compared(Status.EXACT, 1.0)
    said = _Said(statement)
    if "[" not in text and with_signs(text) == said.words:
        return Compared(Status.FORMATTING, 1.0)
    likeness = len(words) / max(len(printed), 1)
    if match := _in_order(text, said):
        if match.turned:
            return Compared(Status.ALTERED, min(likeness, 1.0), _changes(statement, text, cut=match.cut))
        status = Status.FORMATTING if match.whole else Status.TRUNCATED
        return Compared(status, likeness, _changes(statement, text) if match.replaced else ())
    words, printed = words[:_LONGEST], printed[:_LONGEST]
    if len(words) < _FEW:
        from rapidfuzz import fuzz

        letters = fuzz.partial_ratio(" ".join(words), " ".join(printed))
        alike = len(printed) >= len(words) and letters >= _ALIKE_LETTERS
        share = letters / 100
    else:
        blocks = SequenceMatcher(None, printed, words, autojunk=False).get_matching_blocks()
        share = sum(block.size for block in blocks) / len(words)
        alike = share >= _ALIKE[same] or (same is True and _goes_on(words, printed))
    return Compared(Status.ALTERED, share, _changes(statement, text)) if alike else None


def _goes_on(words: Sequence[str], printed: Sequence[str]) -> bool:
    """Tell whether a quotation has a whole statement, and more: what the same person said, with words put to it."""
    return len(printed) >= _FEW and f" {' '.join(printed)} " in f" {' '.join(words)} "


class _Said:
    """A statement's words and signs, in which those of a quotation are looked for."""

    def __init__(self, statement: str) -> None:
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


class _Gap(NamedTuple):
    """What stands between two stretches of a quotation's words, or at its ends.

    Attributes:
        ellipsis: whether it says that words are left out.
        brackets: the words in each of its brackets.
    """

    ellipsis: bool = False
    brackets: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> list[str]:
        return [word for bracket in self.brackets for word in bracket]


class _Match(NamedTuple):
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


def _in_order(text: str, said: _Said) -> _Match | None:
    """Tell how the words of a quotation stand in a statement, in order; None where they don't.

    Where the text has an ellipsis, words of the statement may be missing; words in brackets stand for some of its.
    """
    parts, last = _parts(text)
    if not parts:
        return None
    asked = parts[-1][0][-1] == QUESTION and len(parts[-1][0]) > 1
    match = _best(text, parts, last, said)
    if match is None and asked and last == _Gap():  # a question may be cut short: "Why did you go?"
        parts[-1] = (parts[-1][0][:-1], parts[-1][1])
        match = _best(text, parts, last, said, asked=True)
    return match


def _best(
    text: str, parts: list[tuple[list[str], _Gap]], last: _Gap, said: _Said, *, asked: bool = False
) -> _Match | None:
    """Return the best match of those that begin at any place where the first words stand."""
    best: _Match | None = None
    start = -1
    for _ in range(_MOST_BEGINNINGS):
        start = said.place(parts[0][0], start + 1)
        if start < 0:
            break
        match = _from(start, text, parts, last, said, asked=asked)
        if match and (best is None or (match.turned, not match.whole) < (best.turned, not best.whole)):
            best = match
    return best


def _from(
    start: int, text: str, parts: list[tuple[list[str], _Gap]], last: _Gap, said: _Said, *, asked: bool
) -> _Match | None:
    opening = parts[0][1]
    place, replaced, turned = start, False, False
    whole = not start or (bool(opening.brackets) and not opening.ellipsis and start <= _MOST_REPLACED)
    sentence = said.sentences[start]
    cut = _begins(text) and cut_turns(said.words[sentence:start])
    if opening.brackets:
        stands_for = said.words[sentence:start][-len(opening.words) - 1 :]
        turned = bracket_turns(stands_for, opening.words)
        replaced = bool(stands_for)
    at = start + len(parts[0][0])
    for part, gap in parts[1:]:
        place = said.place(part, at)
        missing = place - at
        if place < 0 or (not gap.ellipsis and missing > _MOST_REPLACED):
            return None
        if gap.ellipsis:
            left_out = said.between(at, place)
            turned = turned or (not gap.brackets and omission_turns(left_out))
        if gap.brackets:
            stands_for = said.between(at, place) if gap.ellipsis else said.words[at:place]
            turned = turned or bracket_turns(stands_for, gap.words)
            replaced = replaced or bool(stands_for)
        whole = whole and not (gap.ellipsis and missing)
        at = place + len(part)
    left = len(said.words) - at
    if last.brackets:
        stands_for = [word for word in said.between(at, len(said.words)) if word != QUESTION][: len(last.words) + 1]
        turned = turned or bracket_turns(stands_for, last.words)
        replaced = replaced or bool(stands_for)
    if asked and not said.asks(at - 1):
        return None
    stated = (
        left > 0
        and said.words[at] == QUESTION
        and said.sentences[at] >= start
        and last == _Gap()
        and _STOPPED.search(text) is not None
    )
    whole = whole and (not left or (bool(last.brackets) and not last.ellipsis and left <= _MOST_REPLACED))
    return _Match(whole, turned or cut or stated, replaced, cut)


def _begins(text: str) -> bool:
    """Tell whether a quotation is set as the beginning of a sentence, or openly as one whose beginning is left out."""
    if LEFT_OUT.match(text.lstrip()):
        return True
    letter = _BEGINS_SENTENCE.match(text)
    return letter is not None and letter[0][-1].isupper()


def _parts(text: str) -> tuple[list[tuple[list[str], _Gap]], _Gap]:
    """Return the words between ellipses and brackets, each stretch with what stands before it, and what stands last."""
    parts = []
    gap = _Gap()
    for stretch in _GAP.split(_ENDED.sub(r"[\1\2]", plain(text))):
        if LEFT_OUT.fullmatch(stretch):
            gap = gap._replace(ellipsis=True)
        elif _INSERTED.fullmatch(stretch):
            gap = gap._replace(brackets=(*gap.brackets, tuple(with_signs(stretch[1:-1]))))
        elif words := with_signs(stretch):
            parts.append((words, gap))
            gap = _Gap()
    return parts, gap


def _changes(statement: str, text: str, *, cut: bool = False) -> tuple[Change, ...]:
    """Return the changes from the part of a statement that the text renders.

    Args:
        statement: what was said.
        text: the quotation.
        cut: whether what stands before the words in their sentence is to be shown.
    """
    old, new = statement.split()[:_LONGEST], text.split()[:_LONGEST]
    blocks = SequenceMatcher(None, [_key(word) for word in old], [_key(word) for word in new], autojunk=False)
    matched = [block for block in blocks.get_matching_blocks() if block.size]
    start, end = 0, len(old)
    if matched:
        first, last = matched[0], matched[-1]
        start = first.a - _like(old[: first.a][::-1], new[: first.b][::-1])
        behind = last.a + last.size
        end = behind + _like(old[behind:], new[last.b + last.size :])
        while cut and start and not old[start - 1].endswith((".", "!", "?", ";")):
            start -= 1
    return word_changes(" ".join(old[start:end]), " ".join(new), _key)


def _like(old: list[str], new: list[str]) -> int:
    """Return how many of the statement's next words are what the quotation's are written for."""
    if len(new) > _MOST_REPLACED:
        return min(len(old), len(new))
    meant = "".join("".join(_key(word)) for word in new)
    best, most = min(len(old), len(new)), 0.0
    for size in range(min(len(old), len(new) + _ENDS) + 1):
        ratio = SequenceMatcher(None, "".join("".join(_key(word)) for word in old[:size]), meant).ratio()
        if ratio > max(most, _SPELT_ALIKE):
            best, most = size, ratio
    return best


def _key(word: str) -> tuple[str, ...]:
    return tuple(with_signs(plain(word)))
