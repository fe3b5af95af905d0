"""Sums weights without spelling the features out again: groups of features are functions of a few facts.

A row of features is a list of `Said`: a group, which is a function that names its features, and the facts that it is
told. Learning and explaining ask for the names; deciding asks for the sum of their weights, which is worked out when
facts are met for the first time and looked up ever after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from quotecli.find.model import Weights, total

Said = tuple[Any, ...]
"""A group (`Callable[..., list[str]]`), then its facts: texts, numbers, truth values."""
_KEPT = 1 << 15
"""How many sums are remembered, so that memory stays small whatever is read."""


class Scores(dict[Said, float]):
    """The sums of groups' weights by what was said."""

    __slots__ = ("weights",)

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Begin with nothing summed up."""
        super().__init__()
        self.weights = weights

    def __missing__(self, said: Said) -> float:
        """Name the features of what is not remembered and sum up their weights."""
        if len(self) >= _KEPT:
            self.clear()
        score = self[said] = total(self.weights, _spell(said))
        return score

    def of(self, row: Iterable[Said]) -> float:
        """Return the sum of the weights of all features of a row."""
        return sum(map(self.__getitem__, row), 0.0)


def named(row: Iterable[Said]) -> list[str]:
    """Return all features of a row by name."""
    return [feature for said in row for feature in _spell(said)]


def _spell(said: Said) -> list[str]:
    group: Callable[..., list[str]] = said[0]
    return group(*said[1:])


def scores_by(weights: Mapping[str, float]) -> Scores:
    """Return what is summed up by these weights, for those of a model the same from article to article."""
    if not isinstance(weights, Weights):
        return Scores(weights)
    if weights.scores is None:
        weights.scores = Scores(weights)
    found: Scores = weights.scores
    return found
