"""Reads dates as English reports print them, worked out against the date of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from quotecli.core.dates import MONTHS, PartialDate
from quotecli.core.types import Span

_MONTH_OF = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, 1)
} | {"sept": 9}  # fmt: skip
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = {word: n for n, word in enumerate("a two three four five six seven eight nine ten".split(), 1)} | {
    "an": 1,
    "one": 1,
}

OCCASION = (
    r"(?:interview|statement|letter|speech|tweet|tweets|post|posts|caption|message|story|stories|op-ed|essay|article"
    r"|column|piece|e-?mail|memo|remarks|address|conference|briefing|hearing|testimony|debate|rally|town hall|video"
    r"|podcast|appearance|press release|report|ruling|opinion|filing|blog|broadcast|call|thread|announcement|segment"
    r"|release|note|diary|book|memoir|affidavit|complaint|lawsuit|decision|episode|sermon|lecture|profile|documentary|newsletter|review|study|paper)"
)
"""What words are said or written in, or at."""
_MONTH = (
    r"(?P<{0}>(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DATE = re.compile(
    r"\b(?=[\dADEFJLMNOSTWYaeflmnostwy])(?<![$£€])(?:(?:morning|afternoon|evening|night)\sof\s)?(?:"
    rf"{_MONTH.format('m1')}\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s(?P<y1>\d{{4}})\b)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.format('m2')}(?:,?\s(?P<y2>\d{{4}})\b)?"
    rf"|(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|(?:(?P<part>[Mm]id|[Ee]arly|[Ll]ate)[-\s])?{_MONTH.format('m3')}(?:,?\s(?:of\s)?(?P<y3>\d{{4}})\b)?"
    r"|(?P<last>[Ll]ast\s|[Tt]his\s(?:past\s)?|[Nn]ext\s|[Ee]very\s)?"
    r"(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b"
    r"|(?P<rel>[Yy]esterday|[Tt]oday|[Tt]onight|[Ll]ast\s(?:night|evening)|[Tt]his\s(?:morning|afternoon|evening)"
    r"|(?:[Ee]arlier\s|[Ll]ater\s)?[Tt]his\s(?:month|year)|[Ll]ast\s(?:month|year))\b"
    r"|(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>day|week|month|year)s?\sago\b"
    r"|(?<=[Ii]n\s)(?P<y4>(?:1[5-9]|20)\d\d)(?![\w-])"
    r"|(?<=from\s)(?P<y7>(?:19|20)\d\d)(?![\w-]|\s(?:to|on|through|until)\b)"
    r"|(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[-\s]|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?)(?P<y5>(?:19|20)\d\d)(?![\w-])"
    rf"|(?<![-–/.,])(?P<y6>(?:19|20)\d\d)(?=\s(?:[\w’'-]+\s){{0,2}}?(?:{OCCASION}|campaign)\b)"
    r")"
)

_IN_DATES = (*(month[:3].title() for month in MONTHS), "day", "night", "This", "this", "Last", "last", "ago")
_DIGIT = re.compile(r"\d")
_BARE_MONTH = re.compile(r"\b(?:[Ii]n|[Oo]f|[Ll]ast|[Tt]his|[Bb]ack in|as (?:early|late|recently) as)\s\Z")
_A_MONTH_S = re.compile(r"\b(?:an?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Tt]hat)\s\Z")
_OCCASION_NEXT = re.compile(rf"\s(?:[\w’'-]+\s){{0,2}}?{OCCASION}\b")


class Dated(NamedTuple):
    """A date expression: where it stands in the text, and what it means."""

    span: Span
    date: PartialDate


def find_dates(text: str, start: int, end: int, published: PartialDate | None) -> Iterator[Dated]:
    """Yield the past dates that `text[start:end]` names, with the precision that it gives.

    A weekday or a day without its year needs `published`; without it, or where it is too coarse, nothing is yielded.
    """
    if not may_name_dates(text[start:end]):
        return
    for found in _DATE.finditer(text, start, end):
        bare = found["m3"] and not (found["y3"] or found["part"])
        if bare and not _is_month(text, start, found):
            continue  # Theresa May, the March on Washington
        meant = _meaning(found, published)
        if meant is not None:
            yield Dated(Span(*found.span()), meant)


def may_name_dates(text: str) -> bool:
    """Tell whether the text has a digit or a word without which there is no date: most sentences have none."""
    return any(map(text.__contains__, _IN_DATES)) or _DIGIT.search(text) is not None


def _is_month(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether a month's name alone is one: "in March", "a March interview"."""
    before = max(start, found.start() - 20)
    if _BARE_MONTH.search(text, before, found.start()):
        return True
    return bool(_A_MONTH_S.search(text, before, found.start()) and _OCCASION_NEXT.match(text, found.end()))


def _meaning(found: re.Match[str], published: PartialDate | None) -> PartialDate | None:
    part = found.groupdict()
    try:
        if part["iso"]:
            return PartialDate.parse(part["iso"])
        if year := part["y4"] or part["y5"] or part["y6"] or part["y7"]:
            return PartialDate(int(year))
        for number in ("1", "2", "3"):
            if part["m" + number]:
                return _in_month(part, number, published)
        if published is None or published.day is None:
            return _coarse(part, published)
        return _relative(part, published.first)
    except (ValueError, OverflowError):
        return None


def _in_month(part: dict[str, str | None], number: str, published: PartialDate | None) -> PartialDate | None:
    month = _MONTH_OF[(part["m" + number] or "").lower().rstrip(".")]
    day_words = part.get("d" + number)
    day = int(day_words) if day_words else None
    year_words = part["y" + number]
    if year_words:
        return PartialDate(int(year_words), month, day)
    if published is None:
        return None
    year = published.year
    meant = PartialDate(year, month, day)
    return meant if meant.first <= published.last else PartialDate(year - 1, month, day)


def _coarse(part: dict[str, str | None], published: PartialDate | None) -> PartialDate | None:
    """Work out `last year` and the like against a publication date without a day."""
    words = (part["rel"] or "").lower()
    if published is None or not words.endswith(("year", "month")):
        return None
    if words.endswith("year"):
        return PartialDate(published.year - words.startswith("last"))
    if published.month is None:
        return None
    return _month_before(published.year, published.month) if words.startswith("last") else published


def _relative(part: dict[str, str | None], today: date) -> PartialDate | None:
    if part["day"]:
        if (part["last"] or "").lower().startswith(("next", "every")):
            return None
        back = (today.weekday() - _DAYS.index(part["day"].lower())) % 7
        return _day(today - timedelta(back or (7 if (part["last"] or "").lower().startswith("last") else 0)))
    if part["count"]:
        count, unit = part["count"], part["unit"]
        many = int(count) if count.isdigit() else _NUMBERS[count]
        if unit == "day":
            return _day(today - timedelta(many))
        if unit == "year":
            return PartialDate(today.year - many)
        if unit == "month":
            months = today.year * 12 + today.month - 1 - many
            return PartialDate(months // 12, months % 12 + 1)
        return None
    words = (part["rel"] or "").lower()
    if words.endswith("year"):
        return PartialDate(today.year - words.startswith("last"))
    if words.endswith("month"):
        return (
            _month_before(today.year, today.month) if words.startswith("last") else PartialDate(today.year, today.month)
        )
    return _day(today - timedelta(words == "yesterday" or words.startswith("last")))


def _month_before(year: int, month: int) -> PartialDate:
    return PartialDate(year - 1, 12) if month == 1 else PartialDate(year, month - 1)


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
