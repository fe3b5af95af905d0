"""Documents on their way into the store, some of which are stored in one transaction: each whole or not at all.

A transaction writes every page that it changes into the store's log, and nearly all documents change the same ones: the
counts of words, the newest part of the full-text index. Short articles write 370 KB of log each when they are stored
one by one, and 26 KB as they are stored here.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotecli import __version__
from quotecli.app.intake.moves import Moved
from quotecli.app.intake.pipeline import Done, Found, Unchanged
from quotecli.core.errors import StoreFull
from quotecli.core.signals import held_back
from quotecli.read import ReadFailure

if TYPE_CHECKING:
    from quotecli.store import Store, WriteResult

__all__ = ["Step", "Stored", "Together"]

_SECONDS = 0.5
"""The longest that a document waits while others come: what a killed run has to read again."""
_CHARACTERS = 1_000_000
"""Of text that may wait, which takes memory."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of one document; fields as in the store's `WriteResult`, and where it came from.

    Attributes:
        status: `added`, `updated` or `unchanged`.
        quotes: how many quotes it has now; 0 where it was not read, since the store has it as it is.
        removed: how many it had before and has no more.
        new: how many of its quotes it did not have before.
        source: its path or URL as stored, where that is known.
        waiting: how many quotes that were corrected by hand it has no more.
    """

    status: str
    quotes: int
    removed: int = 0
    new: int = 0
    source: str = ""
    waiting: int = 0


Step = Stored | ReadFailure | Done | Moved
"""What becomes of what was read, in its order."""


class Together:
    """Takes what comes out of the pipeline, and stores the documents in it a few at once."""

    def __init__(self, store: Store) -> None:
        """Begin with nothing that waits."""
        self._store = store
        self._waiting: deque[Found | Step] = deque()
        self._ready: deque[Step] = deque()
        self._characters = 0
        self._since = 0.0

    def take(self, item: Found | Unchanged | ReadFailure | Done) -> None:
        """Take the next."""
        if isinstance(item, Found):
            self._since = self._since if self._characters else time.monotonic()
            self._characters += len(item.article.text) + 1
        self._waiting.append(Stored("unchanged", 0, source=item.document) if isinstance(item, Unchanged) else item)

    @property
    def due(self) -> bool:
        """Whether what waits should not wait for more."""
        return not self._characters or self._characters >= _CHARACTERS or time.monotonic() - self._since >= _SECONDS

    def steps(self) -> Iterator[Step]:
        """Store what waits; yield what became of each. Asked again after an interruption it goes on where it was.

        Raises:
            StoreError: the store can't be written; what fitted on a full disk is stored, and was yielded.
        """
        try:
            with held_back():  # what is stored is told: an interruption between the two would make it unchanged
                self._store_together()
        except (UnicodeError, StoreFull):  # it may be one of them only
            while self._waiting:
                with held_back():
                    step = self._stored_alone(self._waiting[0])
                    self._waiting.popleft()
                    yield step
        while self._ready:
            with held_back():  # whoever asked counts the step before an interruption is heard: here, not there
                yield self._ready.popleft()

    def _store_together(self) -> None:
        documents = [item for item in self._waiting if isinstance(item, Found)]
        self._characters = 0
        pairs = ((one.article, one.quotations) for one in documents)
        results = iter(list(self._store.write_many(pairs, finder=__version__)))
        told = [_told(item, next(results)) if isinstance(item, Found) else item for item in self._waiting]
        self._waiting.clear()
        self._ready.extend(told)

    def _stored_alone(self, item: Found | Step) -> Step:
        if not isinstance(item, Found):
            return item
        try:
            return _told(item, self._store.write(item.article, item.quotations, finder=__version__))
        except UnicodeError:
            return ReadFailure(item.article.source, "holds text that can't be stored")


def _told(item: Found, result: WriteResult) -> Stored:
    return Stored(result.status, result.quotes, result.removed, result.added, item.article.source, result.waiting)
