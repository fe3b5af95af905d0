"""Filters as the store understands them."""

from __future__ import annotations

from typing import NamedTuple

from quotecli.store.codec import DAY

__all__ = ["Scope"]

_MOST_DAYS = 5
"""Of more days so much of a month passes that looking at each of its quotes costs less than all that was printed."""


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
        characters: what must stand in the text, of each group one.
    """

    voices: tuple[int, ...] | None = None
    outlets: tuple[int, ...] | None = None
    documents: tuple[int, ...] | None = None
    since: int | None = None
    until: int | None = None
    precision: int = 0
    kinds: tuple[int, ...] = (0, 1, 2)
    min_confidence: int = 0
    characters: tuple[tuple[str, ...], ...] = ()

    @property
    def few_days(self) -> bool:
        """Whether the dates are so close together that looking for what was printed then is worth its while."""
        if self.since is None or self.until is None:
            return False
        return 0 <= self.until - self.since < _MOST_DAYS * DAY

    def within(self, other: Scope) -> Scope:
        """Return the scope of what is in both."""
        return Scope(
            _common(self.voices, other.voices),
            _common(self.outlets, other.outlets),
            _common(self.documents, other.documents),
            max((day for day in (self.since, other.since) if day is not None), default=None),
            min((day for day in (self.until, other.until) if day is not None), default=None),
            max(self.precision, other.precision),
            tuple(kind for kind in self.kinds if kind in other.kinds),
            max(self.min_confidence, other.min_confidence),
            self.characters + other.characters,
        )


def _common(one: tuple[int, ...] | None, other: tuple[int, ...] | None) -> tuple[int, ...] | None:
    """Return the numbers that are in both; None is all numbers."""
    if one is None or other is None:
        return other if one is None else one
    known = set(other)
    return tuple(number for number in one if number in known)
