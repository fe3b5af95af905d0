"""Dates as documents write them → partial dates, with the time and zone where one is given.

What no calendar has is unknown; what may mean two days (03/04/2026 without a country) is kept as its year, and said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from quotecli.core.dates import PartialDate
from quotecli.core.tables import read_table
from quotecli.read.metadata.calendars import days_of_other_calendars

_DATE_LONGEST = 40
_LONGEST = 400  # characters looked at
_ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>\.[ ]|[-/.]?)(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?!\d)"
    r"(?:[T\s_-]{1,3}(?P<H>\d\d)[:.-]?(?P<M>\d\d)(?:[:.-]?(?P<S>\d\d|(?<=:)\d(?!\d))(?:[.,]\d{1,9})?)?"
    r"\s?(?P<z>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?(?!\d))?"
)
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?![\d-])")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?")
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d)(?!\d)")
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})[:.h](\d\d)(?::(\d\d))?\s*([ap]\.?m\.?)?\s*\(?"
    r"(UTC|GMT|Z|BST|CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|IST|[+-]\d\d:?\d\d)?(?![\w:])",
    re.IGNORECASE,
)
_HOURS = {
    **dict.fromkeys(("UTC", "GMT", "Z"), 0.0),
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "IST": 5.5,
}
_DIGITS = {
    ord(digit): str(value) for zero in "٠۰०০๐" for value, digit in enumerate(chr(ord(zero) + n) for n in range(10))
}
_MONTHS, _DAYS, _CENTURY = 12, 31, 100
_MONTH_FIRST = frozenset({"us", "ph", "fm", "gu", "pr"})
YEAR_FIRST = frozenset({"cn", "hk", "hu", "jp", "kr", "mo", "tw"})
"""Where a date of three numbers of two figures begins with its year: 21/03/04."""
_OWN_REGIONS = {"zh": "cn", "ja": "jp", "ko": "kr", "hu": "hu"}
"""Countries by whose order languages write their dates."""
_AMERICAN_CLOCK = re.compile(
    r"^,?\s*(?:at |@ )?\d{1,2}:\d\d(?::\d\d)?\s*[ap]\.?m\.?\s*\(?[ECMP][SD]?T\b", re.IGNORECASE
)
"""An hour of North America behind a date, which puts the month first: "03/04/21 9:15 PM EST"."""
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"(?<![^\W\d_])(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[.,]?\s*$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\s\d.,;:/()|'’_·•–—«»\[\]-]+")
_EPOCH = re.compile(r"(\d{10})(\d{3})?")


_BETWEEN = " \t,;|·•–—(-"
"""What parts the dates of a line that tells both."""
_SEASON = re.compile(
    r"(?:(?:early|late|mid)[ -])?(?:spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été"
    r"|automne|hiver|primavera|verano|otoño|invierno|estate|autunno|inverno)(?:[/–-](?:spring|summer|autumn|fall|winter))?"
    r",? (?P<year>(?:1[5-9]|20)\d\d)(?:[/–-]\d{2,4})?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:c\.|ca\.|circa|around|about|um|vers|hacia) ?(?P<year>(?:1[4-9]|20)\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that a text writes.

    Attributes:
        date: as far as it is certain.
        at: ISO 8601 date-time, with its offset where one is given; None without a time.
        note: what is doubtful, or None.
        start: offset in the text looked at.
        end: offset after its last character.
    """

    date: PartialDate
    at: str | None = None
    note: str | None = None
    start: int = 0
    end: int = 0


@cache
def words_of(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words that tell which date follows: `published` or `updated`."""
    words = sorted((word for name, word in read_table("quotecli.read", "date_words.tsv") if name == kind), key=len)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words[::-1]))})(?![^\W\d_])", re.IGNORECASE)


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in read_table("quotecli.read", "months.tsv") for name in names.split()}


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    month = rf"(?<![^\W\d_])({names})(?:\s?/\s?(?:{names}))?(?![^\W\d_])\.?"  # "نيسان / أبريل", a month by both names
    day = r"(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?"
    year = r"((?:(?:19|20)|['’])\d\d)(?!\d)"  # "March 4th, '21"
    return (
        re.compile(
            rf"(?<!\d){day}\s*(?:de |of |d['’]|-)?\s*{month}\s*,?-?\s*(?:de |del |of )?\s*{year}", re.IGNORECASE
        ),
        re.compile(rf"{month}\s*{day},?\s+(?:(?:at )?\d\d?:\d\d(?::\d\d)?\s?[a-z]{{0,4}},?\s+)?{year}", re.IGNORECASE),
        re.compile(
            rf"(?<![\d'’]){year}[.,]?\s*(?:m\.|gada|г\.|-)?\s*(?:gada )?{month}\s*-?\s*{day}(?!\d)", re.IGNORECASE
        ),
        re.compile(rf"(?<![\d-])(\d{{1,2}})-({names})-(\d\d)(?![\w-])", re.IGNORECASE),  # "4-Mar-21"
    )


@cache
def _month_year() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"(?<![^\W\d_])(?:(?P<first>{names})\.?\s?(?:[/–&-]|and|und|et)\s?)?(?P<month>{names})\.?,?\s+(?:de |of )?"
        r"(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )


def make_date(year: int, month: int, day: int) -> PartialDate | None:
    """Return the date, or None when no calendar has it."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    name = text.upper().replace(":", "")
    if name in _HOURS:
        return timezone(timedelta(hours=_HOURS[name]))
    if name[0] in "+-" and name[1:].isdigit():
        hours, minutes = int(name[1:3]), int(name[3:5] or 0)
        if hours < 15 and minutes < 60:
            return timezone((1 if name[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))
    return None


def _stamp(day: PartialDate, hour: int, minute: int, second: int, zone: timezone | None) -> str | None:
    try:
        moment = datetime(day.year, day.month or 1, day.day or 1, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
    return moment.isoformat().replace("+00:00", "Z")


def _clock(day: PartialDate, text: str) -> str | None:
    """Read a clock time in the words after (or before) a date."""
    found = _CLOCK.search(text)
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower().replace(".", "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return _stamp(day, hour, minute, second, _zone(found[5]))


def _iso(text: str) -> FoundDate | None:
    for found in _ISO.finditer(text):
        if not found["s"] and (len(found["m"]), len(found["d"])) != (2, 2):
            continue
        day = make_date(int(found["y"]), int(found["m"]), int(found["d"]))
        if not day:
            continue
        at = None
        if found["H"]:
            at = _stamp(day, int(found["H"]), int(found["M"]), int(found["S"] or 0), _zone(found["z"]))
        return FoundDate(day, at, None, found.start(), found.end())
    return None


def _worded(text: str) -> FoundDate | None:
    """Read the earliest date in the text whose month is a word."""
    best: FoundDate | None = None
    if _months().keys().isdisjoint(_LETTERS.findall(text.lower())):
        return None  # the patterns below try hundreds of names at each place
    for order, pattern in zip(((2, 1, 0), (2, 0, 1), (0, 1, 2), (2, 1, 0)), _named(), strict=True):
        found = pattern.search(text)
        if not found or (best and found.start() >= best.start):
            continue
        parts = found.groups()
        year, month, day = parts[order[0]], parts[order[1]], parts[order[2]]
        made = make_date(_whole_year(year), _months()[month.lower()], int(day))
        if made:
            around = text[found.end() : found.end() + 40]
            at = _clock(made, around) or _clock(made, text[max(0, found.start() - 14) : found.start()])
            best = FoundDate(made, at, None, found.start(), found.end())
    return best


def _whole_year(year: str) -> int:
    """Return the year of "1998", "'98" or "98"; of two digits the one that is not in the future."""
    number = int(year.lstrip("'’"))
    if number >= _CENTURY:
        return number
    return 2000 + number - (_CENTURY if 2000 + number > datetime.now(UTC).year + 1 else 0)


def _numeric(text: str, region: str | None) -> FoundDate | None:
    """Read 30.09.2020, 9/30/2020; which is the day is told by the numbers, else by the region, else it is kept open."""
    for found in _NUMERIC.finditer(text):
        at_span = found.start(), found.end()
        if region in YEAR_FIRST and (chosen := _year_first(found)):
            return FoundDate(chosen, _clock(chosen, text[found.end() : found.end() + 30]), None, *at_span)
        first, second, mark = int(found[1]), int(found[3]), found[2]
        year = int(found[4]) + (2000 if len(found[4]) == 2 else 0)
        day_first, month_first = make_date(year, second, first), make_date(year, first, second)
        chosen = day_first or month_first
        if not chosen:
            continue
        if day_first and month_first and day_first != month_first:
            here = "us" if not region and _AMERICAN_CLOCK.match(text[found.end() :]) else region
            if told := _on_weekday(text[: found.start()], (day_first, month_first)):
                chosen = told
            elif mark == "." or (here and here not in _MONTH_FIRST):
                chosen = day_first
            elif here in _MONTH_FIRST:
                chosen = month_first
            else:
                note = f"ambiguous: {day_first.day} {day_first.first:%B} or {month_first.day} {month_first.first:%B}"
                return FoundDate(PartialDate(year), None, note, *at_span)
        return FoundDate(chosen, _clock(chosen, text[found.end() : found.end() + 30]), None, *at_span)
    return None


def _year_first(found: re.Match[str]) -> PartialDate | None:
    """Return the day of three numbers of two figures that begin with the year, or None: "21/03/04"."""
    figures = (found[1], found[3], found[4])
    return (
        make_date(_whole_year(found[1]), int(found[3]), int(found[4])) if {len(one) for one in figures} == {2} else None
    )


def _on_weekday(before: str, days: tuple[PartialDate, PartialDate]) -> PartialDate | None:
    """Return the one of two days that is the day of the week named before it: "Tue, 07/08/2014"."""
    named = _WEEKDAY.search(before)
    fitting = [day for day in days if named and day.first.weekday() == _WEEKDAYS.index(named[1].lower())]
    return fitting[0] if len(fitting) == 1 else None


def numeric_order(texts: Iterable[str]) -> str | None:
    """Return the region by whose order lines write their days, where one of the numbers is no month; else None."""
    orders = set()
    for text in texts:
        for found in _NUMERIC.finditer(text):
            first, second = int(found[1]), int(found[3])
            if found[2] != "." and 0 < min(first, second) <= _MONTHS < max(first, second) <= _DAYS:
                orders.add("us" if second > _MONTHS else "xx")
    return orders.pop() if len(orders) == 1 else None


def region_of(language: str | None, country: str | None) -> str | None:
    """Return the region (lower case, or `xx` for any that writes the day first) that decides 03/04/2026, if known."""
    if country:
        return country.lower()
    base, _, region = (language or "").lower().replace("_", "-").partition("-")
    if region[-2:].isalpha() and len(region) >= 2:
        return region[-2:]
    return _OWN_REGIONS.get(base) or ("xx" if base and base != "en" else None)


def parse_date(text: str, *, region: str | None = None) -> FoundDate | None:
    """Read the first date of a text.

    Args:
        text: a field's value, a byline, a URL's path; only its first 400 characters are looked at.
        region: two letters of the country that decides how 03/04/2026 is read (`region_of`), or None.

    Returns:
        What was found, or None: no date, or one that no calendar has.
    """
    text = text[:_LONGEST].translate(_DIGITS)
    epoch = _EPOCH.fullmatch(text.strip())
    if epoch:
        moment = datetime.fromtimestamp(int(epoch[1]), UTC)
        return FoundDate(PartialDate(moment.year, moment.month, moment.day), moment.isoformat().replace("+00:00", "Z"))
    readings = [_iso(text), _worded(text), _numeric(text, region)]
    if found := _CJK.search(text):
        day = make_date(*map(int, found.groups()))
        if day:
            readings.append(FoundDate(day, _clock(day, text[found.end() :][:30]), None, *found.span()))
    readings += [
        FoundDate(PartialDate(day.year, day.month, day.day), None, None, start, end)
        for day, start, end in days_of_other_calendars(text)
    ]
    sure = [reading for reading in readings if reading]
    if sure:
        return min(sure, key=lambda reading: reading.start)
    return _coarse(text)


def _coarse(text: str) -> FoundDate | None:
    """Read a month or a year that stands alone."""
    found = _month_year().search(text)
    if found and not re.search(r"\d\W{0,3}$", text[: found.start()]):  # "31 February 2020" is no February
        first, last = (_months()[name.lower()] for name in (found["first"] or found["month"], found["month"]))
        return FoundDate(PartialDate(int(found["year"]) - (first > last), first), None, None, *found.span())
    if found := _YEAR_MONTH.search(text):
        partial = PartialDate.parse(found[0])
        return FoundDate(partial, None, None, *found.span()) if partial else None
    whole = text.strip()
    if found := _SEASON.fullmatch(whole) or _ABOUT.fullmatch(whole):  # no part of the year that a partial date has
        return FoundDate(PartialDate(int(found["year"])), None, None, 0, len(text))
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", whole):
        return FoundDate(PartialDate(int(whole)))
    return None


def out_and_updated(text: str) -> tuple[str, str] | None:
    """Part a line that tells both when a document came out and when it was changed, in either order."""
    out, *updated = words_of("updated").split(text, maxsplit=1)
    if updated and not parse_date(out):
        changed, *published = words_of("published").split(updated[0], maxsplit=1)
        out, updated = "".join(published), [changed.rstrip(_BETWEEN)]
    out = out.rstrip(_BETWEEN)
    return (out, updated[0]) if updated and parse_date(out) and parse_date(updated[0]) else None


def is_date_alone(text: str) -> bool:
    """Tell whether a line is a date and nothing else: "March 3, 2019"."""
    found = parse_date(text) if len(text) < _DATE_LONGEST else None
    return found is not None and found.end > 0 and not (text[: found.start] + text[found.end :]).strip(" .,")


def is_plausible(found: PartialDate) -> bool:
    """Tell whether a date can be a publication's: not before 1400 and not after tomorrow."""
    latest = datetime.now(UTC).date() + timedelta(days=2)
    return found.year >= 1400 and found.first <= latest


_STATUS = re.compile(r"/status(?:es)?/(\d{17,19})(?!\d)")
_TWITTER_EPOCH = 1288834974657  # milliseconds; the upper bits of a status's number count from here
_PATH_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[/_-](\d{1,2})[/_-](\d{1,2})|(\d\d)(\d\d))(?!\d)")
_PATH_WORD = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?=/|$)")
_PATH_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d\d)(?=/|$)")


def date_in_path(path: str) -> PartialDate | None:
    """Read the date in a URL's path or a file's name: /2020/10/02/, 20201002, /2019/nov/19/, /2020/10/ (a month)."""
    path = path.lower()
    if found := _STATUS.search(path):
        moment = datetime.fromtimestamp(((int(found[1]) >> 22) + _TWITTER_EPOCH) / 1000, UTC)
        return PartialDate(moment.year, moment.month, moment.day)
    for found in _PATH_DAY.finditer(path):
        made = make_date(int(found[1]), int(found[2] or found[4]), int(found[3] or found[5]))
        if made:
            return made
    if found := _PATH_WORD.search(path):
        number = _months().get(found[2])
        if number:
            return make_date(int(found[1]), number, int(found[3]))
    if found := _PATH_MONTH.search(path):
        return PartialDate.parse(f"{found[1]}-{found[2]}")
    return None
