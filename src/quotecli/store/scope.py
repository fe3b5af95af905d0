"""Filters as the store understands them."""

from typing import NamedTuple

__all__ = ["Scope"]


class Scope(NamedTuple):
    """Filters as the store understands them: names have become numbers. None, or empty, means "any".

    Attributes:
        voices: numbers of the sets of speakers; an empty tuple is nobody.
        outlets: numbers of outlets; an empty tuple is none.
        documents: numbers of documents; an empty tuple is none.
        since: earliest date, as `codec.date_code`.
        until: latest date.
        precision: 0, 1 or 2: how precise a date must be at least (`--on` asks for a day).
        kinds: numbers of kinds.
        min_confidence: in thousandths.
    """

    voices: tuple[int, ...] | None = None
    outlets: tuple[int, ...] | None = None
    documents: tuple[int, ...] | None = None
    since: int | None = None
    until: int | None = None
    precision: int = 0
    kinds: tuple[int, ...] = (0, 1, 2)
    min_confidence: int = 0
