"""Questions to the store, beside the screen's own thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

__all__ = ["Desk"]

_T = TypeVar("_T")


class Desk:
    """Answers one question after the other; one that was given up before its turn came is never looked at.

    So however fast a user types, at most one outdated search runs, and the newest is the next.
    """

    def __init__(self) -> None:
        """Open the desk; its thread starts with the first question."""
        self._pool = ThreadPoolExecutor(max_workers=1)

    async def ask(self, answer: Callable[[], _T]) -> _T:
        """Return the answer; raises what it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, answer)

    def close(self) -> None:
        """Let no question wait any more; one that is being answered ends by itself."""
        self._pool.shutdown(wait=False, cancel_futures=True)
