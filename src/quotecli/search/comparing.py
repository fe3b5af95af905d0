"""How the words of a quotation stand to those of a statement: the same, a part of them, nearly them, or others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.alignment import matching_blocks
from quotecli.core.folding import fold
from quotecli.core.spelling import contractions
from quotecli.search.gaps import MOST_REPLACED, Statement, in_order, plain
from quotecli.search.signs import with_signs
from quotecli.search.wordings import Change, word_changes
from quotecli.store.words import COMMON

if TYPE_CHECKING:
    from quotecli.search.telling_words import TellingWords

__all__ = ["Compared", "Status", "changes", "compare"]


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

    @property
    def fails(self) -> bool:
        """Whether a check fails by it: nobody should print the quotation so."""
        return self in {Status.ALTERED, Status.OTHER_SPEAKER, Status.NOT_FOUND}


class Compared(NamedTuple):
    """How a quotation stands to a statement.

    Attributes:
        status: `EXACT`, `FORMATTING`, `TRUNCATED` or `ALTERED`.
        likeness: 0 to 1.
        differs: whether there are changes to be told (`changes`): words altered, or brackets that stand for some.
        cut: whether what stands before the words in their sentence is one of them.
    """

    status: Status
    likeness: float
    differs: bool = False
    cut: bool = False


_AT_ENDS = " \t\n,.;:"
_HYPHEN = re.compile("[-‐‑]")
_HYPHENED = re.compile(rf"[^\W\d_]+(?:{_HYPHEN.pattern}[^\W\d_]+)+")
_ALIKE = {True: 0.5, None: 0.6, False: 0.75}
"""The least share of the quotation's words, by whether the same person said it (None: not known)."""
_ALIKE_LETTERS = 0.85
_LONGEST = 400
"""Words that are held against each other one by one; what is longer is judged by its beginning."""
_FEW = 5
"""Words below which a share of words says little: all but one must be there, or their letters be alike."""
_LEAST_WORDS = 2
_ENDS = 3
"""Words more than a quotation has that may stand for an altered end of it."""
_FAR = 12
"""Words beside the part of a statement that a quotation renders, among which those are that stand elsewhere in it."""
_SPELT_ALIKE = 0.8
"""Likeness of letters from which an end is a spelling of another number of words: "any more", "anymore"."""


def compare(
    text: str, words: list[str], statement: str, printed: list[str], same: bool | None, telling: TellingWords
) -> Compared | None:
    """Compare a quotation with a statement.

    Args:
        text: the quotation.
        words: its words, cut as the index has them.
        statement: what was said, as printed.
        printed: its words.
        same: whether the same person said both; None where that isn't known.
        telling: how much each of the quotation's words tells.

    Returns:
        None where the words are others.
    """
    if text.strip(_AT_ENDS) == statement.strip(_AT_ENDS):
        return Compared(Status.EXACT, 1.0)
    statement = _hyphened_as(statement, text)
    said = Statement(statement)
    if "[" not in text and with_signs(text) == said.words:
        return Compared(Status.FORMATTING, 1.0)
    likeness = len(words) / max(len(printed), 1)
    if match := in_order(text, said):
        if match.turned:
            return Compared(Status.ALTERED, min(likeness, 1.0), differs=True, cut=match.cut)
        status = Status.FORMATTING if match.whole else Status.TRUNCATED
        return Compared(status, likeness, differs=match.replaced)
    words, printed = words[:_LONGEST], printed[:_LONGEST]
    share = _share(words, printed, same, telling)
    return None if share is None else Compared(Status.ALTERED, share, differs=True)


def _hyphened_as(statement: str, text: str) -> str:
    """Return a statement with the hyphens of a quotation in words that are written with and without: "e-mail"."""
    folded = text.casefold()
    for word in set(_HYPHENED.findall(statement)):
        if (joined := _HYPHEN.sub("", word)).casefold() in folded:
            statement = statement.replace(word, joined)
    for word in set(_HYPHENED.findall(text)):
        statement = re.sub(rf"\b{_HYPHEN.sub('', word)}\b", word, statement, flags=re.IGNORECASE)
    return statement


def _share(words: list[str], printed: list[str], same: bool | None, telling: TellingWords) -> float | None:
    """Return the share of a quotation's words that a statement has; None where they are others."""
    few = len(words) < _FEW
    if few and len(printed) < len(words):
        return None
    if few and same is True and (letters := _letters(words, printed)) >= _ALIKE_LETTERS:
        return letters
    whole = same is True and _goes_on(words, printed)
    least = 0 if whole else max(len(words) - 1, _LEAST_WORDS) if few else _ALIKE[same] * len(words)
    if sum((Counter(words) & Counter(printed)).values()) < least:
        return None
    matched = [False] * len(words)
    for block in matching_blocks(printed, words):
        matched[block.b : block.b + block.size] = [True] * block.size
    if not whole and (sum(matched) < least or not telling.are_in(printed, matched, same, few=few)):
        return None
    return sum(matched) / len(words)


def _letters(words: list[str], printed: list[str]) -> float:
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(" ".join(words), " ".join(printed)) / 100


def _goes_on(words: Sequence[str], printed: Sequence[str]) -> bool:
    """Tell whether a quotation has a whole statement, and more: what the same person said, with words put to it."""
    return len(printed) >= _FEW and f" {' '.join(printed)} " in f" {' '.join(words)} "


def changes(statement: str, text: str, *, cut: bool = False) -> tuple[Change, ...]:
    """Return the changes from the part of a statement that the text renders.

    Args:
        statement: what was said.
        text: the quotation.
        cut: whether what stands before the words in their sentence is to be shown.
    """
    statement = _hyphened_as(statement, text)
    old, new = statement.split()[:_LONGEST], text.split()[:_LONGEST]
    blocks = matching_blocks([_key(word) for word in old], [_key(word) for word in new])
    matched = [block for block in blocks if block.size]
    start, end = 0, len(old)
    if matched:
        first, last = matched[0], matched[-1]
        start = first.a - _like(old[: first.a], new[: first.b], ends=True)
        behind = last.a + last.size
        end = behind + _like(old[behind:], new[last.b + last.size :])
        start, end = _moved(old, new, start, end, matched)
        while cut and start and not old[start - 1].endswith((".", "!", "?", ";")):
            start -= 1
    return word_changes(" ".join(old[start:end]), " ".join(new), _key)


def _moved(old: list[str], new: list[str], start: int, end: int, matched: Sequence[Match]) -> tuple[int, int]:
    """Return the part of a statement with those words before or behind it that the quotation has elsewhere."""
    left = Counter(_key(word) for word in new)
    for block in matched:
        left -= Counter(_key(word) for word in new[block.b : block.b + block.size])
    left = Counter({word: number for word, number in left.items() if word and COMMON.isdisjoint(word)})
    if before := [at for at in range(max(start - _FAR, 0), start) if _key(old[at]) in left]:
        start = before[0]
    if behind := [at for at in range(end, min(end + _FAR, len(old))) if _key(old[at]) in left]:
        end = behind[-1] + 1
    return start, end


def _like(old: list[str], new: list[str], *, ends: bool = False) -> int:
    """Return how many of the statement's next words, or last ones, are what the quotation's are written for."""
    if len(new) > MOST_REPLACED:
        return min(len(old), len(new))
    meant = _in_full(new)
    best, most = min(len(old), len(new)), 0.0
    for size in range(min(len(old), len(new) + _ENDS) + 1):
        ratio = SequenceMatcher(None, _in_full(old[len(old) - size :] if ends else old[:size]), meant).ratio()
        if ratio > max(most, _SPELT_ALIKE):
            best, most = size, ratio
    return best


def _in_full(words: Sequence[str]) -> str:
    """Return the letters of words, contractions in full: "there's" is "there is"."""
    return "".join("".join(contractions().get(fold(plain(word)).strip(_AT_ENDS), _key(word))) for word in words)


@lru_cache(4096)
def _key(word: str) -> tuple[str, ...]:
    return tuple(with_signs(plain(word)))
