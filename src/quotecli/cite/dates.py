"""Dates in words."""

from __future__ import annotations

from quotecli.core.dates import PartialDate

__all__ = ["long_date"]

_MONTHS = ("January February March April May June July August September October November December").split()


def long_date(when: PartialDate) -> str:
    """Return a date in words at its own precision: `2 October 2020`, `October 2020`, `2020`."""
    day = f"{when.day} " if when.day else ""
    return f"{day}{_MONTHS[when.month - 1]} {when.year}" if when.month else str(when.year)
