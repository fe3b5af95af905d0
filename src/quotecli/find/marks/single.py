"""Pairs single quotation marks, which look like apostrophes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.find.marks.read import Mark, Side
from quotecli.find.words.lexicon import cue_class, vocabulary

# What an apostrophe may begin: 'em, 'tis, 'n', '90s.
_CONTRACTION = re.compile(
    r"(?:em|tis|twas|twere|twill|twixt|til|till|cause|bout|round|n|cos|coz|neath|ere|im|er|ow|nuff|fraid|kay"
    r"|ave|ello|ome|ead|alf|ouse|appen|eard|ardly|cept|gainst|mongst|hood|burbs|sup|tude|stache|zup|flu|phone|\d\ds?)(?!\w|-)",
    re.IGNORECASE,
)
_ELIDED_AND = frozenset(f"{mark}{n}" for mark in "'’‘" for n in "nN")
"""Stands before the second mark of "rock 'n' roll"."""
_NEXT_OPENS = re.compile(r"\s*['‘]\w")
_DROPPED = re.compile(r"in\Z|(?<![^\W_])an\Z")
"""What an apostrophe may end: "nothin' else", "an' all"."""
_CUT_SHORT = re.compile(r"(?<=\s)(?:awa|fo|gi|ha|jus|lil|no|o|ol|th|tha|wi|yo)\Z", re.IGNORECASE)
"""Words that an apostrophe ends: "I'm no' angry"; right behind the opening mark they are the words quoted."""
_NEW_SENTENCE = re.compile(r"\.\s+[^\W\d_a-zß-öø-ÿ]")
_WORD = re.compile(r" ([a-z]+)")
_BETWEEN = vocabulary("between")
"""Words that stand behind a quotation, and never between an owner and what is owned."""
_PUNCTUATION_BEFORE = frozenset('.,!?…;:)]—–-”"»')
_PUNCTUATION_AFTER = frozenset('.,!?…;:)]—–"”»')


class _Open(NamedTuple):
    """An opener, the closers seen since, and whether only a sure closer makes it more than an apostrophe ('Til)."""

    mark: Mark
    closers: list[Mark]
    doubtful: bool


def pair_single(text: str, marks: Sequence[Mark], end: int) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    """Pair the single marks of one paragraph that ends at `end`; return the pairs and the openers left without one.

    A closer that an apostrophe can explain (`the drivers' wages`, `nothin' else`) closes only when no better one
    stands before the next opener.
    """
    pairs: list[tuple[Mark, Mark]] = []
    unclosed: list[Mark] = []
    stack: list[_Open] = []
    for mark in marks:
        if _may_open(mark):
            contraction = _CONTRACTION.match(text, mark.end, end)
            if contraction is not None and (stack or contraction[0][0].isdigit()):
                continue
            if stack and stack[-1].closers:
                _settle(text, stack, pairs, unclosed, end)
            stack.append(_Open(mark, [], contraction is not None))
        elif stack and mark.side is not Side.OPEN and mark.char != "`" and not _ends_elided_and(text, mark):
            stack[-1].closers.append(mark)
    while stack:
        _settle(text, stack, pairs, unclosed, end)
    pairs.sort()
    return pairs, unclosed


def _may_open(mark: Mark) -> bool:
    if mark.char == "‘":
        return mark.side is not Side.CLOSE
    return mark.side is Side.OPEN and mark.char not in "’´"


def _settle(text: str, stack: list[_Open], pairs: list[tuple[Mark, Mark]], unclosed: list[Mark], end: int) -> None:
    """Close the innermost opener by the best of its closers; those after it go to the opener around it."""
    opener, closers, doubtful = stack.pop()
    if doubtful:
        closers = [mark for mark in closers if text[mark.start - 1] in ",.!?…"]
    if not closers:
        if not doubtful:
            unclosed.append(opener)
        return
    cut_short = text[opener.end : opener.end + 1].islower() and len(closers) == 1
    if cut_short and stack and not stack[-1].closers and _begins(text, stack[-1].mark):
        stack[-1].closers.append(closers[0])  # one closer for two openers: the inner is a word cut short
        return
    chosen = _best(text, closers, end, fragment=text[opener.end : opener.end + 1].islower())
    if _goes_on(text, opener, closers[chosen], end):
        unclosed.append(opener)
        return
    pairs.append((opener, closers[chosen]))
    if stack:
        stack[-1].closers.extend(closers[chosen + 1 :])


def _ends_elided_and(text: str, mark: Mark) -> bool:
    return text[mark.start - 2 : mark.start] in _ELIDED_AND and not text[mark.start - 3 : mark.start - 2].isalnum()


def _goes_on(text: str, opener: Mark, closer: Mark, end: int) -> bool:
    """Tell whether a quotation fills its paragraph and goes on in the next: all that ends it is "the wards' loss"."""
    if not (opener.start == 0 or text[opener.start - 1] == "\n") or text[closer.start - 1] not in "sS":
        return False
    word = _WORD.match(text, closer.end, end)
    if word is None or cue_class(word[1]) or text[end - 1] not in ".!?…":
        return False
    return _NEXT_OPENS.match(text, end) is not None


def _begins(text: str, mark: Mark) -> bool:
    """Tell whether a mark stands where quotations begin: at the head of a line, behind a colon, comma or full stop."""
    before = text[max(0, mark.start - 2) : mark.start].rstrip(" ")
    return not before or before[-1] in ".:,!?…\n"


def _best(text: str, closers: list[Mark], end: int, *, fragment: bool) -> int:
    """Return the index of the likeliest closer: the first that no apostrophe explains, else the first that may be.

    A `fragment`, which begins small, ends with the sentence that it is part of: called them ‘all thought of manners’.
    """
    explained = -1
    for number, mark in enumerate(closers):
        before = text[mark.start - 1]
        after = text[mark.end] if mark.end < end else ""
        if before in _PUNCTUATION_BEFORE or not after:
            return number
        if after == " " and _CUT_SHORT.search(text, max(mark.start - 4, 0), mark.start):
            explained = number if explained < 0 else explained
            continue
        apostrophe = before in "sSzxn" and (after == " " or after in _PUNCTUATION_AFTER)
        if not apostrophe or (before == "n" and not _DROPPED.search(text, max(mark.start - 4, 0), mark.start)):
            return number
        if fragment and _NEW_SENTENCE.match(text, mark.end, end):
            return number
        better = after != " " and explained >= 0 and text[closers[explained].end] == " "
        if explained < 0 or better or _owns(text, closers[explained], mark, end):
            explained = number
    return explained


def _owns(text: str, mark: Mark, following: Mark, end: int) -> bool:
    """Tell whether a mark is the owner's of what stands up to the next: 'ignored volunteers' warnings' before."""
    owned = _WORD.fullmatch(text, mark.end, following.start)
    after = _WORD.match(text, following.end, end)
    return bool(owned and owned[1] not in _BETWEEN and after and after[1] in _BETWEEN)
