"""What the program that saved a page wrote into it: the address it was saved from, and the day."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.walk import Page

__all__ = ["Saved", "of_copy", "printed_by", "printed_from", "saved"]

_WITHIN = 5000
_ADDRESS = r"(?P<url>https?://[^\s<>\"]{4,2000})"
_NOTES = (
    re.compile(rf"<!--\s{{0,9}}saved from url=\(\d{{1,6}}\){_ADDRESS}"),  # browsers
    re.compile(
        rf"<!--\s{{0,9}}Page saved with SingleFile\s{{1,9}}url: {_ADDRESS}"
        r"(?:\s{1,9}saved date: (?P<day>[^\n]{8,80}))?"
    ),
    re.compile(rf"<!-- Saved from {_ADDRESS} at (?P<day>[\dT:-]{{10,30}})Z? using monolith"),
    re.compile(
        r"<!-- Mirrored from (?P<bare>[\w.:-]{4,200}/[^\s<>\"]{0,2000}) by HTTrack"
        r"(?: [^\n]{0,80}?, (?P<day>\w{3}, \d[^\n]{8,40}?) -->)?"
    ),
)
_PLAYBACK = re.compile(
    r"__wm\.wombat\(\s{0,9}\"(?P<url>https?://[^\s<>\"]{4,2000})\"\s{0,9},\s{0,9}\"(?P<day>\d{8,14})\""
)
"""By which the Wayback Machine's copies tell their scripts where they come from."""
_FILED = re.compile(r"FILE ARCHIVED ON (?P<day>[\d:]{5,8} \w{3} \d\d?, \d{4}) AND RETRIEVED FROM THE")
_ARCHIVES = frozenset(f"archive.{ending}" for ending in ("today", "ph", "is", "li", "md", "vn", "fo"))
_PROPERTIES = ("article:", "og:", "itemprop")
_STAMPS = frozenset({"published", "updated"})
_PRINTED = re.compile(
    r"(?:(?:find|view|read|see) (?:this|the) (?:article|story|page|post)(?: online)?(?: at)?"
    r"|original (?:article|story|url|link)|this (?:article|story|page)"
    r"|(?:url|link|address) (?:to|of) (?:this |the )?(?:article|story|page|post)|(?:article |story |page )?url"
    r"|(?:this )?(?:article |story |page |post )?(?:was )?printed from)\s?:?\s{1,3}\*{0,2}\s?(https?://[^\s<>\"*]{4,2000})",
    re.IGNORECASE,
)
_HEAD = 40_000
_PRINTED_BY = re.compile(
    r"(?:article |story |page )?printed from (?:the )?(?P<site>[^:]{2,60}): https?://", re.IGNORECASE
)
_EDGE = 10  # blocks
_SCRAPBOOK = "data-scrapbook-"


class Saved(NamedTuple):
    """Where and when a page was saved, as the program or the archive writes them; "" where it doesn't."""

    url: str = ""
    day: str = ""
    archived: bool = False

    def candidates(self) -> list[MetaCandidate]:
        """Return both as candidates."""
        both = (
            MetaCandidate("url", self.url, "address it was saved from", Rank.URL),
            MetaCandidate(
                "archived" if self.archived else "accessed", self.day, "day on which it was saved", Rank.RECORD
            ),
        )
        return [one for one in both if one.value]


def saved(markup: str, root: Any) -> Saved:
    """Read the note of a browser, SingleFile, Save Page WE, WebScrapBook, monolith or HTTrack.

    Args:
        markup: the page.
        root: its tree (lxml).
    """
    for note in _NOTES:
        if found := note.search(markup[:_WITHIN]):
            told = found.groupdict()
            bare = told.get("bare")
            return Saved(f"http://{bare}" if bare else told["url"], told.get("day") or "")
    if found := _PLAYBACK.search(markup[:_HEAD]):
        address = f"https://web.archive.org/web/{found['day']}/{found['url']}"
        return Saved(address, _moment(found["day"]), archived=True)
    if found := _FILED.search(markup[-_WITHIN:]):
        return Saved("", found["day"], archived=True)
    if source := root.get(f"{_SCRAPBOOK}source"):
        made = re.match(r"(\d{4})(\d\d)(\d\d)", root.get(f"{_SCRAPBOOK}create") or "")
        return Saved(
            source if source.startswith(("http://", "https://")) else "", "-".join(made.groups()) if made else ""
        )
    said = {one.get("name"): one.get("content") or "" for one in root.iterfind("head/meta[@name]")}
    return Saved(said.get("savepage-url", ""), said.get("savepage-date", ""))


def _moment(digits: str) -> str:
    """Return the moment that an archive writes as digits alone: 20190614093011."""
    day, clock = digits[:8], digits[8:14]
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    return f"{date}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z" if len(clock) == 6 else date


def of_copy(found: list[MetaCandidate]) -> list[MetaCandidate]:
    """Return what archive.today's copy says of itself for what it is: the day of the copy, and no outlet."""
    if not any(one.field == "outlet" and one.value.lower() in _ARCHIVES for one in found):
        return found
    kept = [one for one in found if one.field not in {*_STAMPS, "outlet"} or not one.source.startswith(_PROPERTIES)]
    stamps = [one for one in found if one.field in _STAMPS and one.source.startswith(_PROPERTIES)]
    return kept + [MetaCandidate("archived", one.value, one.source, Rank.RECORD) for one in stamps[:1]]


def printed_by(page: Page) -> str | None:
    """Return the site that a page made for printing names at its foot ("Article printed from Hill Post"), or None."""
    found = (_PRINTED_BY.match(block.text) for block in page.blocks[-_EDGE:])
    return next((one["site"].strip() for one in found if one), None)


def printed_from(page: Page) -> str | None:
    """Return the address that a page made for printing gives at its head or its foot, or None."""
    for block in (*page.blocks[:_EDGE], *page.blocks[-_EDGE:]):
        if found := _PRINTED.match(block.text):
            return found[1].rstrip(".,;)")
    return None
