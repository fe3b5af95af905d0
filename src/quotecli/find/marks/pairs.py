"""Pairs the quotation marks of a paragraph in linear time.

Every mark gets a side from the characters around it, a stack for each family of marks pairs them, and only outermost
pairs are kept. A mark without a partner costs at most its own paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotecli.find.marks.read import Family, Mark, Side
from quotecli.find.marks.single import pair_single

_FEET = re.compile(r"\d['’′]\d{1,2}\Z")

_CUE = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|replied|tweeted|posted|continued|explained|noted"
    r"|argued|insisted|recalled|warned|claimed|declared|concluded|quipped|joked|shouted|began)\b"
)
_WHO = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he \w+|[A-Z][\w.’'-]{0,40}(?: [A-Z][\w.’'-]{0,40}){0,3})"
_ASKS = re.compile(r"(?:Who|What|Nobody|Somebody|Everybody|Everyone|Someone)\b")
"""What begins somebody's own words, not a reporter's clause: "Who said no?"."""
CUE_CLAUSE = re.compile(rf"(?:{_WHO} (?:\w+ )?{_CUE}|{_CUE} {_WHO})")
"""A reporter's clause such as `he said`, `the minister later added`, `said Kim Kardashian`."""


class MarkHabits(NamedTuple):
    """How a document uses marks, from counts over all its paragraphs.

    Attributes:
        guillemets_point_in: »…« as in German books, not «…».
        single: single marks are the document's usual quotation marks.
        twins: two straight single marks stand for a double one (''so''), and are no two closing marks.
    """

    guillemets_point_in: bool
    single: bool
    twins: bool


class Pair(NamedTuple):
    """A stretch in marks: `[outer_start, outer_end)` with them, `[start, end)` without.

    `closed` is false where the closing mark is missing and something else stands for it.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    mark: str
    family: Family
    closed: bool = True


class Paired(NamedTuple):
    """The marks of one paragraph: its outermost pairs, then openers and closers without a partner, all in order."""

    pairs: list[Pair]
    unclosed: list[Mark]
    orphans: list[Mark]


def pair_marks(text: str, marks: Sequence[Mark], end: int, habits: MarkHabits) -> Paired:
    """Pair the marks of one paragraph of `text` that ends at `end`.

    Openers and closers without a partner that stand inside an outermost pair are not returned; of single marks only
    openers are, and only where single marks are the document's habit.
    """
    if not marks:
        return Paired([], [], [])
    families: dict[Family, list[Mark]] = {}
    for mark in marks if habits.twins else _parted(marks):
        families.setdefault(mark.family, []).append(mark)
    found: list[Pair] = []
    unclosed: list[Mark] = []
    orphans: list[Mark] = []
    for family, members in families.items():
        if family is Family.SINGLE:
            pairs, openers = pair_single(text, members, end)
            unclosed += openers if habits.single else []
        else:
            pairs, openers, closers = _pair_family(text, members, habits)
            unclosed += openers
            orphans += closers
        found += [Pair(o.start, o.end, c.start, c.end, o.char, family) for o, c in pairs]
    kept = _outermost(found)
    return Paired(kept, _outside(unclosed, kept) if unclosed else [], _outside(orphans, kept) if orphans else [])


def _parted(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the marks with each '' as two closing single marks, as behind a quotation in a quotation."""
    for mark in marks:
        if mark.char != "''":
            yield mark
            continue
        middle = mark.start + 1
        yield Mark(mark.start, middle, "'", Family.SINGLE, mark.side)
        yield Mark(middle, mark.end, "'", Family.SINGLE, mark.side)


def _outside(marks: list[Mark], pairs: list[Pair]) -> list[Mark]:
    starts = [pair.outer_start for pair in pairs]
    return sorted(
        mark for mark in marks if not (n := bisect_right(starts, mark.start)) or pairs[n - 1].outer_end <= mark.start
    )


def _pair_family(
    text: str, marks: list[Mark], habits: MarkHabits
) -> tuple[list[tuple[Mark, Mark]], list[Mark], list[Mark]]:
    pairs: list[tuple[Mark, Mark]] = []
    stack: list[Mark] = []
    orphans: list[Mark] = []
    last = len(marks) - 1
    for number, mark in enumerate(marks):
        side = _side(mark, bool(stack), habits)
        if side is Side.OPEN and (mark.side is Side.OPEN or not _inches(text, mark)):
            if not (stack and _closes(stack[-1], mark) and _glued_to_the_cue(text, mark)):
                stack.append(mark)
                continue
        elif _inches(text, mark) and (
            not stack or (number < last and _side(marks[number + 1], True, habits) is Side.CLOSE)
        ):
            continue
        if stack:
            pairs.append((stack.pop(), mark))
        else:
            orphans.append(mark)
    return pairs, stack, orphans


def _inches(text: str, mark: Mark) -> bool:
    """Tell whether the mark may be an inch mark: 12" is one unless nothing else can close what is open."""
    if mark.char == "”":
        return _FEET.search(text, max(0, mark.start - 4), mark.start) is not None
    return mark.char in ('"', "''") and mark.start > 0 and text[mark.start - 1].isdigit()


def _closes(opener: Mark, mark: Mark) -> bool:
    """Tell whether a mark is of the opener's print: straight ones inside curly ones are of another quotation."""
    return opener.char != "“" or mark.char != '"'


def _glued_to_the_cue(text: str, mark: Mark) -> bool:
    """Tell whether a mark that looks like an opening one closes, its space on the wrong side: `so. "he said`."""
    return (
        mark.char in '"“”'
        and mark.start > 1
        and text[mark.start - 2] in ",.!?…"
        and text[mark.start - 1].isspace()
        and CUE_CLAUSE.match(text, mark.end) is not None
        and _ASKS.match(text, mark.end) is None
    )


def _side(mark: Mark, inside: bool, habits: MarkHabits) -> Side:
    """Decide for a mark whether it opens or closes, given whether one of its family stands open."""
    side, char = mark.side, mark.char
    if char == "“":
        return Side.CLOSE if side is Side.CLOSE and inside else Side.OPEN
    if char == "”":
        return Side.OPEN if side is Side.OPEN and not inside else Side.CLOSE
    if side is Side.EITHER and mark.family in (Family.GUILLEMET, Family.ANGLE):
        opener = "»›" if habits.guillemets_point_in else "«‹"
        return Side.OPEN if char in opener else Side.CLOSE
    if side is Side.EITHER:
        return Side.CLOSE if inside else Side.OPEN
    return side


def _outermost(found: list[Pair]) -> list[Pair]:
    """Keep what is not inside another; of two that cross, keep the one in double marks, else the first."""
    if len(found) < 2:
        return found
    found.sort(key=lambda pair: (pair.outer_start, -pair.outer_end))
    kept: list[Pair] = []
    for pair in found:
        if kept and pair.outer_start < kept[-1].outer_end:
            crossing = pair.outer_end > kept[-1].outer_end
            if not (crossing and kept[-1].family is Family.SINGLE and pair.family is not Family.SINGLE):
                continue
            kept.pop()
        kept.append(pair)
    return kept


def habits_of(paragraphs: Iterable[Sequence[Mark]]) -> MarkHabits:
    """Count over the marks of a document's paragraphs how it uses them."""
    inward = outward = single = double = 0
    twins = False
    for marks in paragraphs:
        first = True
        for mark in marks:
            if mark.char in "«»":
                # Between blanks its side is open, but what comes first in a paragraph most often opens.
                opens = mark.side is Side.OPEN or (first and mark.side is Side.EITHER)
                if opens or mark.side is Side.CLOSE:
                    inward, outward = inward + (opens == (mark.char == "»")), outward + (opens == (mark.char == "«"))
                first = False
            if mark.side is Side.OPEN:
                twins = twins or mark.char in ("``", "''")
                single += mark.family is Family.SINGLE
                double += mark.family is Family.DOUBLE
    return MarkHabits(inward > outward, single > double, twins)
