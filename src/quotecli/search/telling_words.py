"""Whether words that two statements share tell that one is the other, altered: "It was a" begins anybody's sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING

from quotecli.search.letters import nearest
from quotecli.store.words import COMMON

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["TellingWords"]

_LEAST = {True: 0.33, None: 0.6, False: 0.75}
"""The least share of what a quotation's words tell, by whether the same person said the statement (None: not known)."""
_LEAST_OF_FEW = 0.6
"""The same of a quotation of few words."""
_MORE = 2.0
"""So much more than what the words of one quote tell by chance, in bits, is needed where another may have said it."""
_MANY, _FAR_MORE = 8, 2.0
"""So many words, and so many times what those of one quote tell by chance, are enough, whatever the others are."""
_NEARLY_ALL = 0.9
"""The share from which nothing more is needed, as hardly a word is another; of few words none may be."""
_COMMON = 0.5
"""What a word tells, at the most, that is in any quote."""
_SPELT = 0.75
"""Likeness of letters from which a word is another form of one, or misspelt; it counts for so much."""

_ELSEWHERE, _AT_MOST = 0.5, 0.9
"""What a word counts for that the statement has, but not in order; and the most that one spelt like it does."""


class TellingWords:
    """A quotation's words, and how much each of them tells: the fewer quotes have it, the more."""

    def __init__(self, store: Store, words: Sequence[str]) -> None:
        """Take the words, cut as the index has them; nothing is looked up before it is needed."""
        self._store, self._words = store, words

    @cached_property
    def _everything(self) -> int:
        return self._store.index.size()

    @cached_property
    def _weights(self) -> list[float]:
        counts = self._store.index.counts(sorted(set(self._words)))
        bits = {word: log2(2 + self._everything / (1 + counts.get(word, 0))) for word in self._words}
        return [min(bits[word], _COMMON) if word in COMMON else bits[word] for word in self._words]

    def are_in(self, printed: Sequence[str], matched: Sequence[bool], same: bool | None, *, few: bool) -> bool:
        """Tell whether what a statement has of them is more than any may have by chance.

        Args:
            printed: the statement's words.
            matched: for each of the first words, whether the statement has it, in order.
            same: whether the same person said both; None where that isn't known.
            few: whether the quotation is a short one.
        """
        others = [*printed, *map("".join, pairwise(printed))]
        found = whole = 0.0
        for word, weight, here in zip(self._words, self._weights, matched, strict=False):
            whole += weight
            found += weight if here else weight * self._like(word, others)
        chance = log2(2 + self._everything)
        if sum(matched) >= _MANY and found >= _FAR_MORE * chance:
            return True
        nearly = 1.0 if few else _NEARLY_ALL
        sure = same is True or found >= nearly * whole or found >= chance + _MORE
        return sure and found >= (max(_LEAST[same], _LEAST_OF_FEW) if few else _LEAST[same]) * whole

    @staticmethod
    def _like(word: str, others: Sequence[str]) -> float:
        return _ELSEWHERE if word in others else min(nearest(word, others, _SPELT)[0], _AT_MOST)
