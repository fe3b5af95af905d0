"""Sums weights without spelling the features out again: groups of features are functions of a few facts.

Each group is one function that names its features. Learning and explaining ask for the names; deciding asks for their
sum, which is worked out when facts are met for the first time and looked up ever after.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import getitem
from typing import Any

from quotecli.find.model import Weights, total

Facts = tuple[Any, ...]
"""What one group of features is told; empty where the group has nothing to say."""
Spell = Callable[..., list[str]]
"""A group: names the features that facts give."""
_KEPT = 1 << 12
"""How many facts of a group are remembered, so that memory stays small whatever is read."""


class Group(dict[Facts, float]):
    """The sums of one group of features by the facts they are named after."""

    __slots__ = ("spell", "weights")

    def __init__(self, spell: Spell, weights: Mapping[str, float]) -> None:
        """Begin with nothing summed up."""
        super().__init__()
        self.spell = spell
        self.weights = weights

    def __missing__(self, facts: Facts) -> float:
        """Name the features of facts that are not remembered and sum up their weights."""
        if len(self) >= _KEPT:
            self.clear()
        score = self[facts] = total(self.weights, self.spell(*facts)) if facts else 0.0
        return score


class Scorer:
    """Scores rows: the facts for each of some groups, in the groups' order."""

    def __init__(self, spells: Sequence[Spell], weights: Mapping[str, float]) -> None:
        """Take the groups and what their features weigh."""
        self.weights = weights
        self._groups = tuple(Group(spell, weights) for spell in spells)

    def score(self, row: Sequence[Facts]) -> float:
        """Return the sum of the weights of all features of a row."""
        return sum(map(getitem, self._groups, row))


def named(spells: Sequence[Spell], row: Sequence[Facts]) -> list[str]:
    """Return all features of a row by name."""
    return [feature for spell, facts in zip(spells, row, strict=True) if facts for feature in spell(*facts)]


def scorer_of(spells: tuple[Spell, ...], weights: Mapping[str, float]) -> Scorer:
    """Return a scorer, the same one for the same weights of a model: it remembers from article to article."""
    if not isinstance(weights, Weights):
        return Scorer(spells, weights)
    known = weights.kept.get(spells)
    if known is None:
        known = weights.kept[spells] = Scorer(spells, weights)
    return known
