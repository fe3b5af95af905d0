"""Limits that every input meets while it is read: bytes in, bytes unpacked, members, nesting, seconds."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Protocol

from quotecli.core.errors import TooLarge

_MIB = 1 << 20
_LEAST_ALLOWED = 16 * _MIB
"""Bytes that anything may unpack to."""
_MOST_BOMBS = 20
"""Members of one source that may unpack to too much before what they unpacked counts for the others."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits; the defaults let through all that people read and stop what is made to harm.

    Attributes:
        document: bytes of one document (a file, a member, a record), unpacked.
        unpacked: bytes that one source may unpack to, over all its members.
        ratio: unpacked bytes for each packed byte of a source, counted from 16 MiB on.
        members: members of one archive.
        records: records of one file (JSON Lines, CSV, WARC, feed).
        nesting: archives within archives.
        seconds: of the processor, for parsing one document; a busy machine or a slow pipe doesn't count.
        fetch_seconds: for one download, from the first packet to the last.
        fetch_bytes: bytes of one download, unpacked.
        redirects: of one download.
        feed_items: articles that one feed is followed to.
        fetch_delay: seconds between two requests to one host, when a feed is followed.
    """

    document: int = 64 * _MIB
    unpacked: int = 16 << 30
    ratio: int = 200
    members: int = 100_000
    records: int = 20_000_000
    nesting: int = 3
    seconds: float = 60.0
    fetch_seconds: float = 30.0
    fetch_bytes: int = 32 * _MIB
    redirects: int = 5
    feed_items: int = 200
    fetch_delay: float = 1.0


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int = ..., /) -> bytes:
        """Return at most `size` bytes, b"" at the end."""


class Exhausted(TooLarge):
    """The source as a whole has used up its bounds: nothing more is read of it."""


def size_in_words(count: int) -> str:
    """Return a number of bytes as people write it (`64 MiB`)."""
    for unit, size in (("GiB", 1 << 30), ("MiB", _MIB), ("KiB", 1 << 10)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} bytes"


def read_all(stream: Readable, limit: int) -> bytes:
    """Return the rest of `stream`; raise TooLarge as soon as it has more than `limit` bytes."""
    pieces: list[bytes] = []
    total = 0
    while piece := stream.read(min(_MIB, limit + 1 - total)):
        pieces.append(piece)
        total += len(piece)
        if total > limit:
            raise TooLarge(f"larger than {size_in_words(limit)}, the limit for one document")
    return b"".join(pieces)


class Budget:
    """What one source has used of its bounds. Each check raises TooLarge with one sentence."""

    def __init__(self, bounds: Bounds, packed_size: int) -> None:
        """Begin a source of `packed_size` bytes."""
        self.bounds = bounds
        self._allowed = min(bounds.unpacked, max(_LEAST_ALLOWED, packed_size * bounds.ratio))
        self._unpacked = 0
        self._bombs = 0
        self._records = 0
        self._deadline = 0.0
        self.restart()

    def restart(self) -> None:
        """A new document begins: its time starts now (the time our reader's caller takes is not counted)."""
        self._deadline = time.process_time() + self.bounds.seconds

    def tick(self) -> None:
        """Check the time."""
        if time.process_time() > self._deadline:
            raise TooLarge(f"took longer than {self.bounds.seconds:g} s to read")

    def unpack(self, count: int) -> None:
        """Count `count` more unpacked bytes."""
        self._unpacked += count
        if self._unpacked > self._allowed:
            raise Exhausted(f"unpacks to more than {size_in_words(self._allowed)}")

    def member(self, packed_size: int) -> int:
        """Return how many bytes a member of so many packed bytes may unpack to."""
        return min(self.bounds.unpacked, max(_LEAST_ALLOWED, packed_size * self.bounds.ratio))

    def is_bomb(self, count: int, more: int) -> bool:
        """Tell whether a member of `count` bytes, the last `more` not yet counted, breaks the bounds by itself."""
        return self._unpacked + more > self._allowed and 2 * count > self._allowed

    def forgive(self, count: int) -> None:
        """Take back what a member that unpacked to too much had unpacked to: others may be sound. Not without end."""
        self._bombs += 1
        if self._bombs <= _MOST_BOMBS:
            self._unpacked -= count

    def record(self) -> None:
        """Count one more record, and check the time."""
        self._records += 1
        if self._records > self.bounds.records:
            raise Exhausted(f"holds more than {self.bounds.records:,} records")
        self.tick()


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop the block with TooLarge after `seconds` of the processor, for parsers that can't look at a clock.

    Works in the main thread where the system has interval timers (not on Windows); elsewhere the block runs freely.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooLarge(f"took longer than {seconds:g} s to read")

    before = signal.signal(signal.SIGVTALRM, stop)
    remaining, _ = signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)  # again, should the parser swallow it
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, remaining)
        signal.signal(signal.SIGVTALRM, before)
