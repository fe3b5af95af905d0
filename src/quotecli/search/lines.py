"""The lines of a listing: a statement that several documents carry is one, and stands for its other quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quotecli.store import Scope, Store

__all__ = ["Line", "in_lines", "standing_for", "with_unread"]


class Line(NamedTuple):
    """One line of a listing: a quote's score and row, and how many further hits it stands for."""

    score: float
    row: int
    stands_for: int = 0


def in_lines(store: Store, pairs: list[tuple[float, int]], *, group: bool) -> list[Line]:
    """Return the lines of a listing: one for each statement when grouped, else one for each quote."""
    if not group:
        return [Line(score, row) for score, row in pairs]
    families = store.index.families([row for _, row in pairs])
    lines: list[Line] = []
    at: dict[int, int] = {}
    for score, row in pairs:
        family = families.get(row)
        place = len(lines) if family is None else at.setdefault(family, len(lines))
        if place < len(lines):
            lines[place] = lines[place]._replace(stands_for=lines[place].stands_for + 1)
        else:
            lines.append(Line(score, row))
    return lines


def with_unread(store: Store, lines: list[Line], rows: list[int], scope: Scope) -> list[Line]:
    """Let lines stand also for the quotes of their families that come after all rows that were read."""
    families = store.index.families([line.row for line in lines])
    read = set(rows)
    known = {row: family for family, kin in store.index.kin(families.values()).items() for row, _ in kin}
    unread = Counter(known[row] for row in store.index.passing(known.keys() - read, scope, len(known)))
    return [
        line._replace(stands_for=line.stands_for + unread.get(families.get(line.row, -1), 0)) if unread else line
        for line in lines
    ]


def standing_for(lines: Sequence[Line]) -> int:
    """Return how many quotes lines stand for, themselves among them."""
    return len(lines) + sum(line.stands_for for line in lines)
