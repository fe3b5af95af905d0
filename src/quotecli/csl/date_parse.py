"""Dates as they come: CSL-JSON date-parts, EDTF-like strings, and dates in words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from .datamodel import DateParts, DateValue

__all__ = ["parse_date_string", "read_date"]

_Range = tuple[DateParts, DateParts | None]
"""The ends of a range; the second is None where it is open."""

_MONTHS = {
    prefix: number
    for number, prefixes in enumerate("jan feb mar apr may jun jul aug sep oct nov dec spr sum aut/fal win".split(), 1)
    for prefix in prefixes.split("/")
}
_CIRCA = re.compile(r"(?i)(?:circa|ca\.|c\.|c(?=\d))\s*")
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
    year, month, day, *_ = (*map(_number, parts[:3]), 0, 0, 0)
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
        month = _MONTHS.get(value.strip().lower()[:3], 0)
        return month if month > 12 else 0
    return 0


def read_date(value: Any) -> DateValue | None:
    """A CSL-JSON date variable, whatever its shape; None when it holds nothing."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return parse_date_string(str(value))
    if not isinstance(value, dict):
        return None
    date = _from_parts(value) or _from_words(value)
    circa = str(value.get("circa") or "").lower() not in {"", "0", "false"}
    return replace(date, circa=True) if date and circa else date


def _from_parts(value: dict[str, Any]) -> DateValue | None:
    """What `date-parts` tell, and `season` where they have no month."""
    parts = value.get("date-parts")
    if not isinstance(parts, (list, tuple)) or not parts:
        return None
    if not isinstance(parts[0], (list, tuple)):
        parts = [parts]
    start = _clean(parts[0])
    if start is None:
        return None
    end = _clean(parts[1]) if len(parts) > 1 else None
    season, literal = value.get("season"), ""
    if season and not start[1]:
        month = _season(season)
        start = (start[0], month, 0)
        literal = "" if month else str(season)
    return DateValue(start, end, len(parts) > 1 and end is None, season=literal)


def _from_words(value: dict[str, Any]) -> DateValue | None:
    """What a string tells that is to be read, else the one that is to be printed as it is."""
    for key in ("raw", "edtf", "literal"):
        text = value.get(key)
        if isinstance(text, (str, int)) and str(text).strip():
            return DateValue(literal=str(text).strip()) if key == "literal" else parse_date_string(str(text))
    return None


def parse_date_string(text: str) -> DateValue | None:
    """A date written as a string; kept as `literal` when it can't be read."""
    text = text.strip()
    if not text:
        return None
    if len(text) > 100:
        return DateValue(literal=text)
    bare, circa = _without_circa(text)
    if bare.startswith('"') and bare.endswith('"') and len(bare) > 1:
        return DateValue(literal=bare.strip('"'))
    if pair := _separated(bare) or _years(bare):
        return DateValue(*pair, pair[1] is None, circa)
    if single := _single(bare):
        return DateValue(single, circa=circa)
    if pair := _worded_range(bare):
        return DateValue(*pair, circa=circa)
    return DateValue(literal=text)


def _without_circa(text: str) -> tuple[str, bool]:
    """A date without the mark that it is a guess ("c. 1900", "1900?"), and whether it had one."""
    found = _CIRCA.match(text)
    bare = text[found.end() :] if found else text
    if bare.endswith(("?", "~", "%")) or bare.startswith("?"):
        return bare.strip("?~%"), True
    return bare, found is not None


def _separated(text: str) -> _Range | None:
    if _SLASHED.fullmatch(text) or _SLASHED_YEAR_FIRST.fullmatch(text):
        return None
    for separator in ("/", " - ", " – ", "–", "--", "_"):
        left, found, right = text.partition(separator)
        if found and (pair := _range(left.strip(), right.strip())):
            return pair
    return None


def _years(text: str) -> _Range | None:
    years = _YEAR_RANGE.fullmatch(text)
    if years and int(years[2]) > 1000 and len(years[1]) == 4:
        return (int(years[1]), 0, 0), (int(years[2]), 0, 0)
    return None


def _range(left: str, right: str) -> _Range | None:
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


def _worded_range(text: str) -> _Range | None:
    match = re.fullmatch(r"(\D+?)\s*-\s*(\D+?)\s+(\d{4})", text)
    start, end = (_single(f"{match[1]} {match[3]}"), _single(f"{match[2]} {match[3]}")) if match else (None, None)
    return (start, end) if start and end else None


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
