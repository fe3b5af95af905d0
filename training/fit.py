"""Fits a linear softmax ranker: the log-likelihood of the right options' summed probability, with an L2 penalty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import sqrt

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

ROBUST = 0.2
"""Between 0, the logarithmic loss, and 1, the expected errors: how little a group counts that nothing explains.

The exponent of the generalised cross entropy (Zhang and Sabuncu 2018); the annotators' slips are such groups.
"""

_ERRORS = 2.0
"""Standard errors by which a confidence stays below the share that was right: texts of other kinds are harder."""

Group = tuple[list[list[str]], list[bool], float]
"""Features of each option, which are right, and the group's weight."""


class Problem:
    """Groups of options as one matrix, so that parts of them can be fitted without reading them again."""

    def __init__(
        self, groups: Sequence[Group], *, least: int = 4, bases: Sequence[Sequence[float]] | None = None
    ) -> None:
        """Number the features that occur in at least `least` options.

        `bases` are scores of an earlier model, option by option; their factor is learned as the weight "base".
        """
        counts: Counter[str] = Counter()
        for rows, _, _ in groups:
            for row in rows:
                counts.update(row)
        self.names = sorted(name for name, count in counts.items() if count >= least)
        number = {name: i for i, name in enumerate(self.names)}
        indices: list[int] = []
        pointers, sizes, right = [0], [], []
        for rows, marks, _ in groups:
            sizes.append(len(rows))
            for row in rows:
                indices.extend(sorted({number[name] for name in row if name in number}))
                pointers.append(len(indices))
            right.extend(marks)
        matrix = csr_matrix(
            (np.ones(len(indices)), np.array(indices, dtype=np.int32), np.array(pointers)),
            (len(right), len(self.names)),
        )
        self.start = np.zeros(len(self.names))
        if bases is not None:
            column = np.array([base for some in bases for base in some])
            matrix = hstack([matrix, csr_matrix(column[:, None])]).tocsr()
            self.names.append("base")
            self.start = np.append(self.start, 1.0)
        self.matrix = matrix
        self.sizes = np.array(sizes)
        self.right = np.array(right, dtype=bool)
        self.weights = np.array([weight for _, _, weight in groups])

    def fit(
        self, chosen: np.ndarray | None = None, *, penalty: float = 3.0, robust: float = ROBUST, steps: int = 80
    ) -> dict[str, float]:
        """Return the weights by the groups where `chosen` holds, by all without it."""
        groups = np.arange(len(self.sizes)) if chosen is None else np.flatnonzero(chosen)
        rows = np.repeat(np.isin(np.arange(len(self.sizes)), groups), self.sizes)
        matrix = self.matrix[rows]
        transposed = matrix.T.tocsr()
        sizes, good, importance = self.sizes[groups], self.right[rows], self.weights[groups]
        first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        group_of = np.repeat(np.arange(len(sizes)), sizes)

        def softmax(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            top = np.maximum.reduceat(scores, first)
            powers = np.exp(scores - top[group_of])
            sums = np.add.reduceat(powers, first)
            return powers / sums[group_of], np.log(sums) + top

        def loss(vector: np.ndarray, q: float) -> tuple[float, np.ndarray]:
            scores = matrix @ vector
            everyone, total = softmax(scores)
            wanted, some = softmax(np.where(good, scores, -1e9))
            miss = total - some
            right = np.exp(-q * miss)
            scale = importance * right
            gradient = transposed @ ((everyone - np.where(good, wanted, 0.0)) * scale[group_of])
            value = miss if q == 0 else (1 - right) / q
            return float((value * importance).sum() + 0.5 * penalty * vector @ vector), gradient + penalty * vector

        best = minimize(loss, self.start, (0.0,), jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 8})
        best = minimize(loss, best.x, (robust,), jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 8})
        return dict(zip(self.names, best.x.tolist(), strict=True))


def fit(groups: Sequence[Group], *, least: int = 4, penalty: float = 3.0, robust: float = ROBUST) -> dict[str, float]:
    """Return the weights fitted on all groups."""
    return Problem(groups, least=least).fit(penalty=penalty, robust=robust)


def isotonic(points: Sequence[tuple[float, float]], least: int = 25) -> list[tuple[float, float]]:
    """Return the rising step function nearest to (probability, right or wrong) points, pools of at least `least`."""
    pools: list[list[float]] = []  # sum of probabilities, sum of right ones, count
    for chance, right in sorted(points):
        pools.append([chance, right, 1.0])
        while len(pools) > 1 and (
            pools[-2][2] < least
            or (pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2] and pools[-1][2] >= least)
        ):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    careful = accumulate((_careful(right, count) for _, right, count in pools), max)
    return [(chance / count, share) for (chance, _, count), share in zip(pools, careful, strict=True)]


def _careful(right: float, count: float) -> float:
    """Return the share of right ones less what chance may have added: confidence may be too low, but not too high."""
    share = right / count
    return max(share - _ERRORS * sqrt(share * (1 - share) / count), 0.0)
