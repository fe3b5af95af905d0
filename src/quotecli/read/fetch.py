"""http(s) addresses: fetched politely, within bounds, and nowhere that the user didn't name."""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.read.item import Reader, Result
from quotecli.read.options import ReadFailure, ReadOptions, SourceRef


def read_url(ref: SourceRef, options: ReadOptions, reader: Reader) -> Iterator[Result]:
    """Fetch and read an address."""
    yield ReadFailure(ref.display, "addresses can't be read yet")
