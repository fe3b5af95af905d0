"""Dates as they come: CSL-JSON date-parts, EDTF-like strings, and dates in words."""

from __future__ import annotations

import re
from typing import Any

from .datamodel import DateParts, DateValue

__all__ = ["parse_date_string", "read_date"]

_MONTHS = {
    prefix: number
    for number, prefixes in enumerate(
        (
            "jan",
            "feb",
            "mar",
            "apr",
            "may",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
            "spr",
            "sum",
            "aut fal",
            "win",
        ),
        1,
    )
    for prefix in prefixes.split()
}
_ISO = re.compile(r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.,Z+-]*)?")
_SLASHED = re.compile(r"(\d{1,2})/(?:(\d{1,2})/)?(\d{4})")
_SLASHED_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_YEAR_RANGE = re.compile(r"(\d{1,4})\s*[-–/]\s*(\d{4})")
_WORD = re.compile(r"[^\W\d_]+|\d+")


def _number(value: Any) -> int:
    if isinstance(value, bool):
        return 0
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        pass
    match = re.match(r"\s*(-?\d{1,9})\b", str(value)) if isinstance(value, str) else None
    return int(match[1]) if match else 0


def _clean(parts: Any) -> DateParts | None:
    if not isinstance(parts, (list, tuple)):
        parts = [parts]
    numbers = [_number(part) for part in parts[:3]]
    while len(numbers) < 3:
        numbers.append(0)
    year, month, day = numbers
    if not year or abs(year) > 999_999:
        return None
    if 17 <= month <= 20:
        month -= 4
    elif 21 <= month <= 24:
        month -= 8
    if not 1 <= month <= 16:
        month = 0
    if not month or not 1 <= day <= 31:
        day = 0
    return year, month, day


def _season(value: Any) -> int:
    number = _number(value)
    if 1 <= number <= 4:
        return number + 12
    if 13 <= number <= 16:
        return number
    if isinstance(value, str):
        return _MONTHS.get(value.strip().lower()[:3], 0) if _MONTHS.get(value.strip().lower()[:3], 0) > 12 else 0
    return 0


def read_date(value: Any) -> DateValue | None:
    """A CSL-JSON date variable, whatever its shape; None when it holds nothing."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return parse_date_string(str(value))
    if not isinstance(value, dict):
        return None
    circa = str(value.get("circa") or "").lower() not in {"", "0", "false"}
    parts = value.get("date-parts")
    if isinstance(parts, (list, tuple)) and parts:
        if not isinstance(parts[0], (list, tuple)):
            parts = [parts]
        start = _clean(parts[0])
        end = _clean(parts[1]) if len(parts) > 1 else None
        open_end = len(parts) > 1 and end is None
        season = value.get("season")
        literal_season = ""
        if start and season and not start[1]:
            month = _season(season)
            start = (start[0], month, 0)
            literal_season = "" if month else str(season)
        if start:
            return DateValue(start, end, open_end, circa, season=literal_season)
    for key in ("raw", "edtf"):
        raw = value.get(key)
        if isinstance(raw, (str, int)) and str(raw).strip():
            date = parse_date_string(str(raw))
            if date and circa:
                return DateValue(date.start, date.end, date.open_end, True, date.literal)
            return date
    literal = value.get("literal")
    if isinstance(literal, (str, int)) and str(literal).strip():
        return DateValue(literal=str(literal).strip(), circa=circa)
    return None


def parse_date_string(text: str) -> DateValue | None:
    """A date written as a string; kept as `literal` when it can't be read."""
    text = text.strip()
    if not text:
        return None
    if len(text) > 100:
        return DateValue(literal=text)
    circa = False
    bare = text
    if re.match(r"(?i)(c\.|ca\.|circa|c(?=\d))\s*", bare):
        bare, circa = re.sub(r"(?i)^(circa|ca\.|c\.|c(?=\d))\s*", "", bare), True
    if bare.endswith(("?", "~", "%")) or bare.startswith("?"):
        bare, circa = bare.strip("?~%"), True
    if bare.startswith('"') and bare.endswith('"') and len(bare) > 1:
        return DateValue(literal=bare.strip('"'))
    for separator in ("/", " - ", " – ", "–", "--", "_"):
        if separator in bare and not _SLASHED.fullmatch(bare) and not _SLASHED_YEAR_FIRST.fullmatch(bare):
            left, _, right = bare.partition(separator)
            pair = _range(left.strip(), right.strip())
            if pair:
                return DateValue(pair[0], pair[1], pair[1] is None, circa)
    years = _YEAR_RANGE.fullmatch(bare)
    if years and int(years[2]) > 1000 and len(years[1]) == 4:
        return DateValue((int(years[1]), 0, 0), (int(years[2]), 0, 0), circa=circa)
    single = _single(bare)
    if single:
        return DateValue(single, circa=circa)
    return _worded_range(bare, circa) or DateValue(literal=text)


def _range(left: str, right: str) -> tuple[DateParts, DateParts | None] | None:
    start = _single(left)
    if start is None and re.search(r"\d{4}", right):
        # "May 3-June 5 2010", "May - June 2010": the year stands once
        year = re.search(r"\b\d{4}\b", right)
        start = _single(f"{left} {year[0]}") if year else None
    if start is None:
        return None
    if right in {"", "..", "open"}:
        return start, None
    if right.isdigit() and len(right) <= 2 and start[2]:
        return start, (start[0], start[1], int(right))
    end = _single(right)
    return (start, end) if end else None


def _worded_range(text: str, circa: bool) -> DateValue | None:
    match = re.fullmatch(r"(\D+?)\s*-\s*(\D+?)\s+(\d{4})", text)
    if match:
        start, end = _single(f"{match[1]} {match[3]}"), _single(f"{match[2]} {match[3]}")
        if start and end:
            return DateValue(start, end, circa=circa)
    return None


def _single(text: str) -> DateParts | None:
    match = _ISO.fullmatch(text)
    if match:
        return _clean([match[1], match[2] or 0, match[3] or 0])
    match = _SLASHED_YEAR_FIRST.fullmatch(text)
    if match:
        return _clean([match[1], match[2], match[3]])
    match = _SLASHED.fullmatch(text)
    if match:
        return _clean([match[3], match[1], match[2] or 0])
    return _worded(text)


def _worded(text: str) -> DateParts | None:
    era = re.search(r"(?i)(?<=\d)\s*(b\.?\s?c\.?(?:\s?e\.?)?|a\.?d\.?)$", text)
    sign = -1 if era and era[1].lower().startswith("b") else 1
    if era:
        text = text[: era.start()]
    year = month = day = 0
    for word in _WORD.findall(text):
        if word.isdigit():
            if len(word) >= 3 or (month and day) or (era and not year):
                if year:
                    return None
                year = int(word)
            elif day:
                return None
            else:
                day = int(word)
        elif word.lower() in {"st", "nd", "rd", "th", "of", "the"}:
            continue
        elif len(word) >= 3 and word.lower()[:3] in _MONTHS and not month:
            month = _MONTHS[word.lower()[:3]]
        else:
            return None
    return _clean([sign * year, month, day]) if year else None
