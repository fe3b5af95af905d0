"""Days that a page tells by how long ago they were ("2 hours ago", "Yesterday"), where the day of its copy is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache

from quotecli.core.tables import read_table
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.walk import Page
from quotecli.read.metadata.dates import parse_date, words_of
from quotecli.read.metadata.urls import split_archive

__all__ = ["told_by_copy"]

_NEAR = 8  # blocks behind the headline
_LONGEST = 100
_MOST_WORDS = 5  # beside what tells when
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ONE = re.compile(r"(?:an?|eine[rmn]?|une?|una|uno|en|et|ett|um|uma)", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_UNITS = {"h": "hour", "m": "minute", "d": "day", "w": "week"}
_SHORT = re.compile(r"(?P<count>\d{1,2})\s?(?P<unit>[hmdw]|hrs?|mins?)")
"""As social media tell how long ago a post is: "16h", "2 d"."""
_EDGES = " ·•|"
_DENSE = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")


@cache
def _table() -> dict[str, dict[str, str]]:
    """Return the words by kind: units with their names, `ago`, `today`, `yesterday`."""
    found: dict[str, dict[str, str]] = {"unit": {}}
    for kind, word in read_table("quotecli.read", "ago_words.tsv"):
        group = kind if kind in {"ago", "today", "yesterday"} else "unit"
        found.setdefault(group, {})[word] = kind
    return found


@cache
def _pattern() -> re.Pattern[str]:
    def any_of(kind: str) -> str:
        words = sorted(_table()[kind], key=len, reverse=True)
        return "|".join(
            re.escape(word) if _DENSE.search(word) else rf"(?<!\w){re.escape(word)}(?!\w)" for word in words
        )

    ago = any_of("ago")
    span = rf"(?P<count>\d{{1,3}}|(?<!\w){_ONE.pattern}(?=\s))\s?(?P<unit>{any_of('unit')})"
    return re.compile(
        rf"(?:{ago})\s?{span}|{span.replace('<count>', '<count2>').replace('<unit>', '<unit2>')}\s?(?:{ago})"
        rf"|(?P<today>{any_of('today')})|(?P<yesterday>{any_of('yesterday')})",
        re.IGNORECASE,
    )


def told_by_copy(page: Page, headline: int, found: Sequence[MetaCandidate]) -> Iterator[MetaCandidate]:
    """Yield the day that a line behind the headline tells by the day of the page's copy.

    Args:
        page: the page.
        headline: index of the headline's block, or -1.
        found: what else the page tells, among it when and where it was saved.
    """
    copied = _copied(found)
    if copied is None:
        return
    for block in page.blocks[max(headline, 0) : max(headline, 0) + _NEAR]:
        told = _pattern().search(block.text) if len(block.text) <= _LONGEST else None
        told = told or _SHORT.fullmatch(block.text.strip(_EDGES))
        if told and len(_WORDS.findall(block.text[: told.start()] + block.text[told.end() :])) <= _MOST_WORDS:
            field = "updated" if words_of("updated").search(block.text) else "published"
            source = f"“{told[0].strip()}”, counted from the day of the copy"
            if day := _day(told, copied):
                yield MetaCandidate(field, day, source, Rank.BYLINE)
            return


def _copied(found: Sequence[MetaCandidate]) -> datetime | None:
    """Return when the page was copied, as far as it tells."""
    for one in found:
        if one.field in {"archived", "accessed"} and (told := parse_date(one.value)) and told.date.precision == "day":
            moment = datetime.fromisoformat(told.at or str(told.date))
            return moment.replace(tzinfo=None)
    for one in found:
        if one.field == "url" and (copied := split_archive(one.value)[2]) and copied.precision == "day":
            return datetime.combine(copied.first, datetime.min.time())
    return None


def _day(told: re.Match[str], copied: datetime) -> str:
    """Return the day, or the month or year where what is told may be several days: "3 weeks ago"."""
    said = told.groupdict()
    if said.get("today") or said.get("yesterday"):
        return str(copied.date() - timedelta(days=bool(said["yesterday"])))
    count, word = said["count"] or said["count2"], (said["unit"] or said["unit2"]).lower()
    unit = _UNITS.get(word) or _table()["unit"][word]
    number = int(count) if count.isdigit() else 1
    if unit in {"minute", "hour"}:
        exact = copied.time() != datetime.min.time()
        return str((copied - timedelta(**{f"{unit}s": number if exact else 0})).date())
    last = copied.date() - timedelta(days=number * _DAYS[unit])
    first = copied.date() - timedelta(days=(number + 1) * _DAYS[unit] - 1)
    return _common(first if unit != "day" else last, last)


def _common(first: date, last: date) -> str:
    """Return the day, month or year that both days are in; "" for none."""
    for length in (10, 7, 4):
        if first.isoformat()[:length] == last.isoformat()[:length]:
            return first.isoformat()[:length]
    return ""
