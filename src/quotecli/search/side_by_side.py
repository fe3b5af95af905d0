"""Words that two quotes side by side share: who remembers a statement doesn't know where the reporter broke it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quotecli.search import scoring

if TYPE_CHECKING:
    from quotecli.store import Store
    from quotecli.store.spoken import Said

__all__ = ["by_two"]

_BOTH = 0.75
"""What the score of two quotes as one counts for, for either: they stand below one that has most of the words."""
_SCATTERED = range(int(scoring.WORDS), int(scoring.TOGETHER))
"""Scores of words that have no order."""


def by_two(
    store: Store, wanted: Sequence[str], weights: Mapping[str, float], texts: Sequence[tuple[int, list[str]]]
) -> list[tuple[float, int]]:
    """Return (score, row) of quotes, two of a speaker one behind the other, that are a phrase where they meet.

    Args:
        store: the store.
        wanted: the words looked for, in order.
        weights: how telling each of them is.
        texts: (row, words of the quote).
    """
    words = dict(texts)
    size = len(wanted)
    meeting = [(row, words[row][-size:] + words[row + 1][:size]) for row in sorted(words) if row + 1 in words]
    found = scoring.rank(wanted, weights, meeting, scoring.CLOSE)
    near = [(score, row) for score, row in found if int(score) not in _SCATTERED]
    said = store.index.said([row for _, first in near for row in (first, first + 1)])
    return [
        (_BOTH * score, row)
        for score, first in near
        if _goes_on(said[first], said[first + 1])
        for row in (first, first + 1)
    ]


def _goes_on(one: Said, other: Said) -> bool:
    return one.document == other.document and one.speakers == other.speakers
