"""Fits a linear softmax ranker: the log-likelihood of the right options' summed probability, with an L2 penalty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

Group = tuple[list[list[str]], list[bool], float]
"""Features of each option, which are right, and the group's weight."""


def fit(
    groups: Sequence[Group],
    *,
    least: int = 4,
    penalty: float = 3.0,
    steps: int = 150,
    bases: Sequence[Sequence[float]] | None = None,
) -> dict[str, float]:
    """Return the weights of features that occur in at least `least` options.

    `bases` are scores of an earlier model, option by option; their factor is learned as the weight "base".
    """
    counts: Counter[str] = Counter()
    for rows, _, _ in groups:
        for row in rows:
            counts.update(row)
    names = sorted(name for name, count in counts.items() if count >= least)
    number = {name: i for i, name in enumerate(names)}
    indices: list[int] = []
    pointers, starts, right, weights = [0], [], [], []
    for rows, marks, weight in groups:
        starts.append(len(pointers) - 1)
        weights.append(weight)
        for row in rows:
            indices.extend(number[name] for name in row if name in number)
            pointers.append(len(indices))
        right.extend(marks)
    if bases is not None:
        names.append("base")
    matrix = csr_matrix(
        (np.ones(len(indices)), np.array(indices, dtype=np.int32), np.array(pointers)), (len(right), len(names))
    )
    start = np.zeros(len(names))
    if bases is not None:
        column = np.array([base for some in bases for base in some])
        matrix = hstack([matrix[:, :-1], csr_matrix(column[:, None])]).tocsr()
        start[-1] = 1.0
    transposed = matrix.T.tocsr()
    first = np.array(starts)
    group_of = np.repeat(np.arange(len(starts)), np.diff([*starts, len(right)]))
    good = np.array(right)
    importance = np.array(weights)

    def softmax(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        top = np.maximum.reduceat(scores, first)
        powers = np.exp(scores - top[group_of])
        sums = np.add.reduceat(powers, first)
        return powers / sums[group_of], np.log(sums) + top

    def loss(vector: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ vector
        everyone, total = softmax(scores)
        chosen, some = softmax(np.where(good, scores, -1e9))
        gradient = transposed @ ((everyone - np.where(good, chosen, 0.0)) * importance[group_of])
        return (
            float(((total - some) * importance).sum() + 0.5 * penalty * vector @ vector),
            gradient + penalty * vector,
        )

    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 8})
    return dict(zip(names, best.x.tolist(), strict=True))


def isotonic(points: Sequence[tuple[float, float]], least: int = 25) -> list[tuple[float, float]]:
    """Return the rising step function nearest to (probability, right or wrong) points, pools of at least `least`."""
    pools: list[list[float]] = []  # sum of probabilities, sum of right ones, count
    for chance, right in sorted(points):
        pools.append([chance, right, 1.0])
        while len(pools) > 1 and (
            pools[-2][2] < least or pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2] and pools[-1][2] >= least
        ):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(p / n, (r + 0.5 * r / n) / (n + 0.5)) for p, r, n in pools]
