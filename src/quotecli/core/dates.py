"""Partial dates: a year, a month or a day, as far as it is known (after EDTF level 0, ISO 8601-2)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple, Self

from quotecli.core.errors import UsageError

MONTHS = tuple("january february march april may june july august september october november december".split())
"""Their English names in small letters."""
_ISO = r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?"


class _Parts(NamedTuple):
    year: int
    month: int | None = None
    day: int | None = None


class PartialDate(_Parts):
    """A calendar date of known precision. Impossible dates can't be made: the constructor raises ValueError.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12, or None when only the year is known (0 orders before January, so sorting uses `first`).
        day: 1 to 31, or None.
    """

    __slots__ = ()

    def __new__(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Refuse a day without a month and dates no calendar has."""
        if month is None and day is not None:
            raise ValueError("a day needs its month")
        date(year, month or 1, day or 1)
        return super().__new__(cls, year, month, day)

    @classmethod
    def parse(cls, text: str) -> PartialDate | None:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (nothing else); None for all other text and impossible dates."""
        found = re.fullmatch(_ISO, text.strip())
        if not found:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        try:
            return cls(year, month, day)
        except ValueError:
            return None

    @property
    def first(self) -> date:
        """The first day that this date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that this date may mean."""
        if self.day:
            return self.first
        month = self.month or 12
        if month == 12:
            return date(self.year, 12, 31)
        return date(self.year, month + 1, 1) - timedelta(days=1)

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return "day" if self.day else "month" if self.month else "year"

    def __str__(self) -> str:
        """ISO form at its own precision: `2020`, `2020-10`, `2020-10-02`."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def date_asked(name: str, value: str | int | date | PartialDate | None) -> PartialDate | None:
    """Return the (partial) date that is given, None where none is; a number is a year.

    Raises:
        UsageError: it is no date; the message has the name of what takes it.
    """
    if value is None or isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    asked = PartialDate.parse(str(value))
    if asked is None:
        raise UsageError(f"{name} takes a date such as 2020, 2020-10 or 2020-10-02, not {str(value)[:40]!r}")
    return asked
