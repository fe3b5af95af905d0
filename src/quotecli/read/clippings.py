"""The line that tells where an article is printed: "The Argus (Melbourne, Vic.), Tuesday 14 March 1933, page 5"."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecli.read.metadata.dates import parse_date
from quotecli.read.papers import is_paper, printed, says_when

__all__ = ["Clipping", "clipping_of", "page_of", "undated"]

_ARCHIVE = re.compile(
    r"(?:Newspapers\.com|Newspaper ?Archive(?:\.com)?|British Newspaper Archive|GenealogyBank(?:\.com)?|Papers Past"
    r"|Trove|Chronicling America)\s*[-–—|•:]\s+",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:[Ff]rom|FROM)(?: the)? (?=[A-Z])")
_BRACKETS = re.compile(r"\s?\(([^()]{1,80})\)")
_FOLIO = re.compile(r"(?P<page>[A-Z]?\d{1,3})[\s|•·]{1,4}(?=[A-Z])")
"""The number of the page before the paper's name: "6  SKELLBY POST  Tuesday, March 14, 2023  NEWS"."""
_PAGE = re.compile(r"\b(?:Pages?|Pg\.?|pp?\.?)\s?(?P<page>[A-Z]{0,2}\d{1,4}[A-Z]?)\b", re.IGNORECASE)
_REST = re.compile(
    r"(?:[\s.,;:|•·()–—-]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:image|col(?:umn)?|edition|section"
    r"|news|sports?|business|local|national|opinion|features|late|early|city|final|first|main|page|pg|pp?)\b|[A-Z]{0,2}\d{1,4}[A-Z]?\b)*",
    re.IGNORECASE,
)
"""What stands behind the day: page, picture, edition."""
_LONGEST = 200
_NAME_LONGEST = 60
_MOST_WORDS = 8


class Clipping(NamedTuple):
    """Where an article is printed: by whom, on which day (as written), on which page ("" where it isn't told)."""

    outlet: str
    day: str
    page: str


def page_of(text: str) -> str:
    """Return the page that a text names, or ""."""
    found = _PAGE.search(text)
    return found["page"] if found else ""


def clipping_of(text: str) -> Clipping | None:
    """Return what a line tells that has outlet, day and page in this order; an archive's line may have no page."""
    if len(text) > _LONGEST:
        return None
    bare = _ARCHIVE.sub("", _FROM.sub("", text), count=1)
    folio = _FOLIO.match(bare)
    line = _BRACKETS.sub(lambda found: found[0] if _day(found[1]) else "", bare[folio.end() if folio else 0 :])
    found = parse_date(line)
    if not found or not found.start or found.date.precision != "day":
        return None
    outlet, page = undated(line[: found.start]), page_of(line[found.end :])
    if folio and is_paper(outlet):
        outlet, page = printed(outlet), page or folio["page"]
    named = outlet[:1].isupper() and len(outlet) <= _NAME_LONGEST and len(outlet.split()) <= _MOST_WORDS
    if not named or ". " in outlet or not (page or bare != text) or not _REST.fullmatch(line, found.end):
        return None
    return Clipping(outlet, line[found.start : found.end], page)


def _day(text: str) -> bool:
    found = parse_date(text)
    return found is not None and found.date.precision == "day"


def undated(text: str) -> str:
    """Return what stands before a date, without the day of the week and the full stop of a database."""
    text = re.sub(r"(?<=[^\W\d_]{3})\.$", "", text.rstrip(" ,;|·•–—(-"))
    head, mark, tail = text.rpartition(" ")
    return undated(head) if mark and says_when(tail) else text
