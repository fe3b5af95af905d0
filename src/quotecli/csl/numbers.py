"""Numbers in fields: are they numeric, how many, and how page ranges are written."""

from __future__ import annotations

import re
from functools import lru_cache

from .locale import Locale

__all__ = ["format_numbers", "is_multiple", "is_numeric", "page_ranges", "roman"]

_NUMBER = r"[^\W\d_]*\d+(?:\.\d+)*[^\W\d_]*"
_NUMERIC = re.compile(rf"\s*{_NUMBER}(?:\s*[-–—,&]\s*{_NUMBER})*\s*")
_SPLIT = re.compile(r"(\s*(?:\\-|[-–—,&])\s*)")
_ROMAN = re.compile(r"(?i)[ivxlcdm]+")
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
_RANGE = re.compile(
    r"(?P<a>(?:[^\W\d_]*\d+[^\W\d_]*|[ivxlcdmIVXLCDM]+))\s*(?P<sep>[-–—]+)\s*(?P<b>[^\W\d_]*\d+[^\W\d_]*|[ivxlcdmIVXLCDM]+)"
)


@lru_cache(maxsize=4096)
def is_numeric(value: str) -> bool:
    """CSL 1.0.2, `is-numeric`: only numbers, with letters before or after, joined by comma, hyphen or ampersand."""
    return bool(_NUMERIC.fullmatch(value))


def is_multiple(value: str, conjunctions: tuple[str, ...] = ("and", "&")) -> bool:
    """Whether a locator or page field names more than one number."""
    text = value.replace("\\-", "")
    pieces = re.split(r"\s*[-–—,;&]\s*|\s+(?:" + "|".join(re.escape(c) for c in conjunctions if c) + r")\s+", text)
    numbers = [piece for piece in pieces if piece and (any(c.isdigit() for c in piece) or _ROMAN.fullmatch(piece))]
    return len(numbers) > 1


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
            out.append(_separator(piece))
        elif piece.isascii() and piece.isdigit() and len(piece) < 10:
            out.append(_format_one(int(piece), form, gender, locale, piece))
        else:
            out.append(piece)
    return "".join(out)


def _separator(piece: str) -> str:
    mark = piece.strip()
    if mark == "\\-":
        return "-"
    if mark == ",":
        return ", "
    if mark == "&":
        return " & "
    return "–"


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
    if "-" not in value and "–" not in value and "—" not in value and "&" not in value and "," not in value:
        return value
    delimiter = locale.term("page-range-delimiter") or "–"

    def replace(match: re.Match[str]) -> str:
        first, second = match["a"], match["b"]
        return first + delimiter + _second(first, second, style_format)

    text = value.replace("\\-", "\0")
    text = _RANGE.sub(replace, text) if _all_ranges(text) else text
    text = re.sub(r"\s*&\s*", " & ", text)
    text = re.sub(r"\s*,\s*(?=\S)", ", ", text)
    return text.replace("\0", "-")


def _all_ranges(text: str) -> bool:
    """Ranges are only rewritten in fields that hold numbers and nothing else."""
    for piece in re.split(r"[,;&\s]+", text):
        if not piece:
            continue
        if not re.fullmatch(r"(?:[^\W\d_]{0,3}\d+[^\W\d_]*|[ivxlcdmIVXLCDM]+|[-–—]+)+(?:[-–—]+(?:[^\W_]+))*", piece):
            return False
    return True


def _split_prefix(page: str) -> tuple[str, str]:
    match = re.fullmatch(r"(\D*)(\d+)", page)
    return (match[1], match[2]) if match else ("", "")


def _second(first: str, second: str, style_format: str) -> str:
    if not style_format:
        return second
    prefix, start = _split_prefix(first)
    other, end = _split_prefix(second)
    if not start or not end or other not in {prefix, ""}:
        return second
    if len(end) < len(start):  # "123-5" is written out first
        end = start[: len(start) - len(end)] + end
    if int(end) <= int(start) or len(end) > len(start):
        full = (prefix if other or style_format == "expanded" else "") + end
        return full if int(end) > int(start) else second
    if style_format == "expanded":
        return prefix + end
    keep_prefix = ""
    if style_format == "minimal":
        return keep_prefix + _minimal(start, end, 1)
    if style_format == "minimal-two":
        return keep_prefix + _minimal(start, end, 2)
    if style_format in {"chicago", "chicago-15", "chicago-16"}:
        return keep_prefix + _chicago(start, end, fifteenth=style_format != "chicago-16")
    return second


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
