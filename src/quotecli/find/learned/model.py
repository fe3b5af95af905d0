"""The learned weights: plain data, read once when first needed."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecli.find.learned.scores import Scores


class Weights(dict[str, float]):
    """What features weigh; `scores` is for the sums that are remembered, see `scores.Scores`."""

    __slots__ = ("scores",)

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Take the weights as they are; equal ones are one object, so that few are all over the memory."""
        shared: dict[float, float] = {}
        super().__init__({name: shared.setdefault(weight, weight) for name, weight in weights.items()})
        self.scores: Scores | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learned, see docs/explanation/attribution.md.

    Attributes:
        version: of the features; weights and code must agree.
        trained_on: digest of the documents it was trained on.
        first: weights of the first round.
        second: weights of the second round.
        kinds: weights that tell fragments (partial) from whole statements (direct).
        antecedents: weights that lead pronouns and nouns to persons.
        calibration: rising (probability, share that is right) steps.
        trust: weights of how far an attribution can be trusted.
        indirect: share of the reports without marks whose speaker is right.
    """

    version: int
    trained_on: str
    first: dict[str, float]
    second: dict[str, float]
    kinds: dict[str, float]
    antecedents: dict[str, float]
    calibration: tuple[tuple[float, float], ...]
    indirect: float
    trust: dict[str, float]

    def confidence(self, probability: float) -> float:
        """Return the share of attributions of this probability that are right, between the steps of the table."""
        steps = self.calibration
        if not steps:
            return probability
        place = bisect_right(steps, (probability, 2.0))
        if place == 0:
            return steps[0][1]
        if place == len(steps):
            return steps[-1][1]
        (x0, y0), (x1, y1) = steps[place - 1], steps[place]
        return y0 + (y1 - y0) * (probability - x0) / (x1 - x0)


def total(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """Return the sum of the features' weights; unknown features weigh nothing."""
    return sum(filter(None, map(weights.get, features)), 0.0)


def softmax(scores: Sequence[float]) -> list[float]:
    """Return the scores as probabilities."""
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


class Chances:
    """How likely what some mentions were taken to mean is, worked out when asked for: of most of them nobody asks."""

    __slots__ = ("_found", "_scores")

    def __init__(self) -> None:
        """Begin with none."""
        self._scores: dict[int, list[float]] = {}
        self._found: dict[int, list[int]] = {}

    def choose(self, mention: int, found: list[int], scores: list[float]) -> int:
        """Return the index of the highest score, the first among equals, and keep the scores of this mention.

        `found` are the entities that it may mean, in the order of the scores; one score more is nobody's.
        """
        self._scores[mention] = scores
        self._found[mention] = found
        return scores.index(max(scores))

    def of(self, mention: int) -> list[tuple[int, float]]:
        """Return whom a mention may mean, -1 for nobody, with probabilities, 0 to 1; nothing where all was clear."""
        scores = self._scores.get(mention)
        if scores is None:
            return []
        found = self._found[mention]
        return list(zip([*found, *[-1] * (len(scores) - len(found))], softmax(scores), strict=True))

    def get(self, mention: int, default: float) -> float:
        """Return the probability of what was chosen for a mention, see `softmax`; the default where nothing was."""
        scores = self._scores.get(mention)
        if scores is None:
            return default
        top = max(scores)
        return 1 / sum([exp(score - top) for score in scores])


def from_data(raw: dict[str, Any]) -> Model:
    """Return the model that the contents of a weights file describe."""
    return Model(
        raw["version"],
        raw["trained_on"],
        Weights(raw["first"]),
        Weights(raw["second"]),
        raw["kinds"],
        Weights(raw["antecedents"]),
        tuple((x, y) for x, y in raw["calibration"]),
        raw["indirect"],
        raw["trust"],
    )


@cache
def load_model() -> Model:
    """Read the weights that come with the package."""
    return from_data(json.loads((files("quotecli.find") / "data" / "weights.json").read_bytes()))
