"""Days of the year, however they are written: "September 11", "the 11th of Sept." and "9/11" are one day.

In figures the month comes first, as in the names of days that are known by their figures; what reads as a fraction
("3/4") is none.
"""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.dates import MONTHS

__all__ = ["days_in_full", "other_ways"]

_SHORT = {"sept": 9, **{month[:3]: number for number, month in enumerate(MONTHS, 1)}}
_NUMBERS = _SHORT | {month: number for number, month in enumerate(MONTHS, 1)}
"""The number of each month by its name and short forms."""
_VERBS = frozenset({"may", "mar", "march"})
"""Months that are other words too: beside a day in words they are one only where "of" stands between them."""
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FRACTIONS = frozenset({2, 3, 4, 5, 8, 10})
"""What is parted into so many, of which there are fewer, is a share and no day."""
_KNOWN = frozenset({"7/7", "9/11"})
"""Days that are known by their figures."""
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            *_UNITS,
            *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth".split(),
            *("nineteenth", "twentieth"),
            *(f"twenty {unit}" for unit in _UNITS),
            "thirtieth",
            "thirty first",
        ],
        1,
    )
}


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a day in a folded text; compiled when first a text may have one."""
    month = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    figures = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
    day = "|".join([figures, *(word.replace(" ", "[ -]") for word in reversed(_ORDINALS))])
    return re.compile(
        rf"\b(?P<m1>{month})\.? (?:the )?(?P<d1>{day})\b(?![.,/:]?[0-9%])"
        rf"|\b(?:the )?(?P<d2>{day})(?P<of> of)? (?P<m2>{month})\b"
        r"|(?<![\w/.,:$£€-])(?P<m3>0?[1-9]|1[0-2])/(?P<d3>0?[1-9]|[12][0-9]|3[01])(?![\w/%]|[.,:-][0-9])"
    )


def days_in_full(folded: str, *, figures: bool = True) -> str:
    """Return a folded text with each day as its month and its number: "9/11" is "september 11".

    Args:
        folded: the text.
        figures: whether what has no name of a month may be a day; if not, those are that are known by their figures.
    """
    if "/" not in folded and _NUMBERS.keys().isdisjoint(folded.replace(".", " ").replace(",", " ").split()):
        return folded
    return _pattern().sub(
        lambda found: _in_full(found) if figures or not found["m3"] or _is_known(found) else found[0], folded
    )


def _is_known(found: re.Match[str]) -> bool:
    """Tell whether figures name a day; "9/11 of the budget" is a share of it."""
    return found[0] in _KNOWN and not found.string.startswith(" of ", found.end())


def _in_full(found: re.Match[str]) -> str:
    parts = found.groupdict()
    month = parts["m1"] or parts["m2"] or parts["m3"]
    written = parts["d1"] or parts["d2"] or parts["d3"]
    digits = written.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    day = int(digits) if digits.isdigit() else _ORDINALS[written.replace("-", " ")]
    number = _NUMBERS.get(month) or int(month)
    other_word = month in _VERBS and not digits.isdigit() and not parts["of"]
    share = parts["m3"] is not None and day in _FRACTIONS and number < day
    return found[0] if other_word or share or day > _LENGTHS[number - 1] else f"{MONTHS[number - 1]} {day}"


def other_ways(month: str, day: str) -> tuple[list[str], list[str]]:
    """Return what else may stand, as one word, for the month and for the day of a day in full; none where it is none.

    Args:
        month: a word, folded.
        day: the word behind it.
    """
    if month not in MONTHS or not (day.isdigit() and day.isascii() and len(day) < 3 and int(day)):
        return [], []
    number, date = MONTHS.index(month) + 1, int(day)
    if date > _LENGTHS[number - 1]:
        return [], []
    months = [name for name, one in _SHORT.items() if one == number and name != month]
    ends = {} if date in range(11, 14) else {1: "st", 2: "nd", 3: "rd"}
    words = [word for word, one in _ORDINALS.items() if one == date and " " not in word]
    return (
        [*months, str(number), f"0{number}"] if number < 10 else [*months, str(number)],
        [f"{date}{ends.get(date % 10, 'th')}", *words, *([f"0{date}"] if date < 10 else [])],
    )
