"""What a browser prints around a web page: its title, its address, the day, how many pages there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quotecli.read.printed.layout import Line, edge_rows

__all__ = ["Margins", "browser_margins"]

_URL = re.compile(r"https?://[^\s<>\"]{4,500}")
_WHOLE_URL = re.compile(r"https?://\S{4,500}(?:\s?…)?")
_DAY = re.compile(
    r"(?P<day>\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}),?\s+\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:\s?[AP]\.?M\.?)?", re.IGNORECASE
)
_COUNT = re.compile(r"(?:Page |Seite )?(?P<page>\d{1,3})\s?(?:/|of|von|sur|de)\s?(?P<all>\d{1,3})", re.IGNORECASE)
_TITLE_LONGEST = 200


@dataclass(slots=True)
class Margins:
    """What stands at the edges: for each page its lines there; title, address and day ("" where they don't tell)."""

    lines: list[set[Line]] = field(default_factory=list)
    title: str = ""
    url: str = ""
    day: str = ""


def browser_margins(pages: Sequence[Sequence[Line]]) -> Margins:
    """Return what a browser printed around the pages; empty sets where no browser did.

    Each page must have an address, and a count ("1/3") or the moment of printing, in its outermost rows.
    """
    found = Margins([set() for _ in pages])
    for lines, own in zip(pages, found.lines, strict=True):
        rows = [row for row in _outermost(lines) if any(_kind(line.text) for line in row)]
        edge = [line for row in rows for line in row]
        kinds = {_kind(line.text) for line in edge}
        if "url" not in kinds or not kinds & {"count", "day"}:
            return Margins([set() for _ in pages])
        own.update(edge)
        for line in edge:
            _note(found, line.text)
    return found


def _outermost(lines: Sequence[Line]) -> Iterator[list[Line]]:
    top, bottom = edge_rows(lines)
    yield from top[:1]
    yield from bottom[:1]


def _kind(text: str) -> str:
    if _WHOLE_URL.fullmatch(text) or (_URL.search(text) and _COUNT.search(text)):
        return "url"
    if _COUNT.fullmatch(text):
        return "count"
    return "day" if _DAY.match(text) else ""


def _note(found: Margins, text: str) -> None:
    day = _DAY.match(text)
    if day and not found.day:
        found.day = day["day"]
    if (address := _URL.search(text)) and not found.url and "…" not in text:
        found.url = address[0]
    rest = _COUNT.sub("", _WHOLE_URL.sub("", _DAY.sub("", text, count=1))).strip()
    if rest and not found.title and len(rest) <= _TITLE_LONGEST:
        found.title = rest
