"""Days by other calendars than ours, as Japanese, Taiwanese, Thai and Iranian documents write them → our days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

__all__ = ["OTHER_YEARS", "days_of_other_calendars"]

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911}
"""The year before the first of each era."""
OTHER_YEARS = rf"(?<!\d)(?:[1۱][34۳۴]|2[45])\d\d(?!\d)|{'|'.join(_ERAS)}"
"""A pattern of what a line holds, if it holds such a day."""
_ERA = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<year>元|\d{{1,3}})\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日?"
)
_THAI = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(),
    "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(),
)
_THAI_MONTHS = {name: number for names in _THAI for number, name in enumerate(names, 1)}
_THAI_DAY = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?P<month>{'|'.join(map(re.escape, _THAI_MONTHS))})"
    r"\s?(?:พ\.ศ\.\s?)?(?P<year>2[45]\d\d)(?!\d)"
)
_BUDDHIST = 543
_JALALI = (
    ("فروردین", "فروردين"), ("اردیبهشت", "ارديبهشت"), ("خرداد",), ("تیر", "تير"), ("مرداد", "امرداد"),
    ("شهریور", "شهريور"), ("مهر",), ("آبان",), ("آذر",), ("دی", "دي"), ("بهمن",), ("اسفند",),
)  # fmt: skip
_JALALI_MONTHS = {name: number for number, names in enumerate(_JALALI, 1) for name in names}
_JALALI_DAY = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?P<month>{'|'.join(_JALALI_MONTHS)})\s?(?:ماه\s?)?(?P<year>1[34]\d\d)(?!\d)"
)
_JALALI_NUMBERS = re.compile(r"(?<!\d)(?P<year>13[5-9]\d|14[0-2]\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)")
_LONG_MONTHS = 6  # of 31 days, before those of 30
_CYCLE_START = 1595
_JALALI_START = 226_142  # by which 1 Farvardin 1400 is 21 March 2021, as `date.toordinal` counts


def days_of_other_calendars(text: str) -> Iterator[tuple[date, int, int]]:
    """Yield the days that a text gives by another calendar, each with where it stands: (day, start, end).

    These are Japanese and Taiwanese eras (令和4年3月8日, 民國111年3月8日), Thailand's Buddhist years (8 มีนาคม 2565) and
    Iran's (2 تیر 1399, 1399/04/02).
    """
    for pattern, read in _BY_NUMBERS if text.isascii() else _READERS:
        for found in pattern.finditer(text):
            try:
                yield read(found), *found.span()
            except ValueError:
                continue  # no day of that calendar


def _of_era(found: re.Match[str]) -> date:
    year = 1 if found["year"] == "元" else int(found["year"])
    return date(_ERAS[found["era"]] + year, int(found["month"]), int(found["day"]))


def _thai(found: re.Match[str]) -> date:
    return date(int(found["year"]) - _BUDDHIST, _THAI_MONTHS[found["month"]], int(found["day"]))


def _jalali(found: re.Match[str]) -> date:
    """Read an Iranian day; leap years by the cycle of 33, which holds from 1799 to 2256."""
    named = found["month"]
    year, month, day = int(found["year"]), _JALALI_MONTHS.get(named) or int(named), int(found["day"])
    if not (1 <= month <= len(_JALALI) and 1 <= day <= (31 if month <= _LONG_MONTHS else 30)):
        raise ValueError(found[0])
    cycles, in_cycle = divmod(year + _CYCLE_START, 33)
    leaps = cycles * 8 + (in_cycle + 3) // 4
    before = 31 * (month - 1) if month <= _LONG_MONTHS else 30 * (month - 1) + _LONG_MONTHS
    return date.fromordinal(_JALALI_START + 365 * year + leaps + before + day)


_BY_NUMBERS = ((_JALALI_NUMBERS, _jalali),)
_READERS = ((_ERA, _of_era), (_THAI_DAY, _thai), (_JALALI_DAY, _jalali), *_BY_NUMBERS)
