"""Time that grows with the length of what is worked on, measured as a ratio in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from typing import TypeVar

T = TypeVar("T")

TRIES = 3
SLACK = 2.5
"""How much more than in proportion a larger input may cost; by the square it would be `times` as much."""
NOISE = 0.2
"""CPU seconds, below which nothing is told of growth."""


def assert_linear(work: Callable[[T], object], make: Callable[[int], T], number: int, times: int = 8) -> None:
    """Assert that `work` on `make(times * number)` costs about `times` the CPU time of `make(number)`.

    Only a growth that shows in each of `TRIES` measurements fails, as another process may have disturbed one. What
    `make` costs is not counted. The time itself is bounded by nothing: how fast a machine is says nothing of us.
    """
    measured = []
    for _ in range(TRIES):
        small = min(_cost(work, make(number)) for _ in range(2))
        large = _cost(work, make(times * number))
        if large < SLACK * times * small + NOISE:
            return
        measured.append(f"{small:.2f} s, then {large:.2f} s")
    raise AssertionError(f"{times} times the input took far more than {times} times as long: {'; '.join(measured)}")


def _cost(work: Callable[[T], object], item: T) -> float:
    collecting = gc.isenabled()
    gc.disable()  # what the collector looks through grows with all that is alive
    try:
        began = process_time()
        work(item)
        return process_time() - began
    finally:
        if collecting:
            gc.enable()
