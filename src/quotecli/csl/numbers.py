"""Numbers in fields: are they numeric, how many, and how page ranges are written."""

from __future__ import annotations

import re
from functools import lru_cache

from .locale import Locale

__all__ = ["format_numbers", "is_multiple", "is_numeric", "is_roman", "page_ranges", "roman"]

_NUMBER = r"[^\W\d_]*\d+(?:\.\d+)*[^\W\d_]*"
_NUMERIC = re.compile(rf"\s*{_NUMBER}(?:\s*[-–—,&]\s*{_NUMBER})*\s*")
_BLANKS = r"(?:(?<!\s)\s+)?"  # looked through once, not again from each blank
_SPLIT = re.compile(rf"({_BLANKS}(?:\\-|[-–—,&])\s*)")
_ROMAN = re.compile(r"(?i)[ivxlcdm]+")
_ROMANS = re.compile(r"\s*[ivxlcm]+(?:\s*[-–—,&]\s*[ivxlcm]+)*\s*", re.IGNORECASE)
_ROMAN_DIGITS = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_JOINTS = re.compile(rf"({_BLANKS}[,&;]\s*|(?<!\s)\s+and\s+)")
_PAIR = re.compile(r"\s*([^\W_]+(?:\.\d+)?)\s*[-–—]+\s*([^\W_]+(?:\.\d+)?)\s*")
_PAGE = re.compile(r"(.*?)(?<!\d)(\d+)")


@lru_cache(maxsize=4096)
def is_numeric(value: str) -> bool:
    """CSL 1.0.2, `is-numeric`: only numbers, with letters before or after, joined by comma, hyphen or ampersand."""
    return bool(_NUMERIC.fullmatch(value))


def is_roman(value: str) -> bool:
    """Whether a locator is Roman numerals alone ("iv", "iv-x"): they count as numbers there, and in no other field."""
    return bool(_ROMANS.fullmatch(value))


def is_multiple(value: str, conjunctions: tuple[str, ...] = ("and", "&")) -> bool:
    """Whether a locator or page field names more than one number."""
    text = value.replace("\\-", "")
    words = "|".join(re.escape(word) for word in conjunctions if word)
    pieces = map(str.strip, re.split(rf"[-–—,;&]|(?<=\s)(?:{words})(?=\s)", text))
    return sum(any(char.isdigit() for char in piece) or bool(_ROMAN.fullmatch(piece)) for piece in pieces) > 1


def roman(number: int) -> str:
    """Lower-case Roman numeral of 1 to 9999; other numbers in digits."""
    if not 0 < number < 10_000:
        return str(number)
    out = ""
    for value, digits in _ROMAN_DIGITS:
        while number >= value:
            out += digits
            number -= value
    return out


def format_numbers(value: str, form: str, gender: str, locale: Locale) -> str:
    """A number field in a form ("numeric", "ordinal", "long-ordinal", "roman"); each number on its own."""
    out: list[str] = []
    for index, piece in enumerate(_SPLIT.split(value.strip())):
        if index % 2:
            out.append(_separator(piece, locale))
        elif piece.isascii() and piece.isdigit() and len(piece) < 10:
            out.append(_format_one(int(piece), form, gender, locale, piece))
        else:
            out.append(piece)
    return "".join(out)


def _separator(piece: str, locale: Locale) -> str:
    mark = piece.strip()
    if mark == "\\-":
        return "-"
    if mark == ",":
        return ", "
    if mark == "&":
        return " & "
    return locale.term("page-range-delimiter") or "–"


def _format_one(number: int, form: str, gender: str, locale: Locale, digits: str) -> str:
    if form == "long-ordinal":
        word = locale.long_ordinal(number, gender)
        if word is not None:
            return word
        form = "ordinal"
    if form == "ordinal":
        return f"{number}{locale.ordinal_suffix(number, gender)}"
    if form == "roman":
        return roman(number)
    return digits


def page_ranges(value: str, style_format: str, locale: Locale) -> str:
    """A page or locator field with its ranges joined and shortened as `page-range-format` says.

    Formats: expanded, minimal, minimal-two, chicago (chicago-15), chicago-16; "" only sets the delimiter.
    """
    if value.isdigit():
        return value
    out: list[str] = []
    delimiter = locale.term("page-range-delimiter") or "–"
    for index, chunk in enumerate(_JOINTS.split(value.replace("\\-", "\0"))):
        if index % 2:
            mark = chunk.strip()
            out.append(chunk if mark == "and" else f" {mark} " if mark == "&" else mark + " ")
        else:
            match = _PAIR.fullmatch(chunk)
            out.append(_range(match[1], match[2], style_format, delimiter) if match else chunk)
    return "".join(out).replace("\0", "-").rstrip()


def _range(first: str, second: str, style_format: str, delimiter: str) -> str:
    """Two ends of a range; words joined by a hyphen, and pages of different series, stay as they are."""
    start, end = _PAGE.fullmatch(first), _PAGE.fullmatch(second)
    if start and end:
        if start[1] != end[1]:
            return f"{first}-{second}"
        return first + delimiter + _second(start[1], start[2], end[2], style_format)
    numbers = any(char.isdigit() for char in first) and any(char.isdigit() for char in second)
    if numbers or (_ROMAN.fullmatch(first) and _ROMAN.fullmatch(second)):
        return first + delimiter + second
    return f"{first}-{second}"


def _second(prefix: str, start: str, end: str, style_format: str) -> str:
    """The second number of a range, after `prefix` and `start`, in the style's format."""
    full = start[: len(start) - len(end)] + end if len(end) < len(start) else end
    if not style_format or int(full) <= int(start):
        return prefix + end
    if style_format == "expanded" or len(full) > len(start):
        return prefix + full
    if style_format == "minimal":
        return _minimal(start, full, 1)
    if style_format == "minimal-two":
        return _minimal(start, full, 2)
    if style_format in {"chicago", "chicago-15", "chicago-16"}:
        return _chicago(start, full, fifteenth=style_format != "chicago-16")
    return prefix + end


def _minimal(start: str, end: str, least: int) -> str:
    same = 0
    while same < len(end) - 1 and start[same] == end[same]:
        same += 1
    return end[min(same, max(0, len(end) - least)) :]


def _chicago(start: str, end: str, *, fifteenth: bool) -> str:
    number = int(start)
    if len(start) < 3 or number % 100 == 0:
        return end
    if number % 100 < 10:
        return _minimal(start, end, 1)
    shortened = _minimal(start, end, 2)
    if fifteenth and len(start) == 4 and len(shortened) == 3:
        return end
    return shortened
