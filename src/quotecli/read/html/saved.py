"""What the program that saved a page wrote into it: the address it was saved from, and the day."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.walk import Page

__all__ = ["Saved", "printed_from", "saved"]

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
_PRINTED = re.compile(
    r"(?:(?:find|view|read|see) (?:this|the) (?:article|story|page|post)(?: online)?(?: at)?"
    r"|original (?:article|story|url|link)"
    r"|(?:url|link|address) (?:to|of) (?:this |the )?(?:article|story|page|post)|(?:article |story |page )?url"
    r"|(?:this )?(?:article |story |page |post )?(?:was )?printed from)\s?:?\s{1,3}\*{0,2}\s?(https?://[^\s<>\"*]{4,2000})",
    re.IGNORECASE,
)
_EDGE = 10  # blocks
_SCRAPBOOK = "data-scrapbook-"


class Saved(NamedTuple):
    """Where and when a page was saved, as the program writes them; "" where it doesn't."""

    url: str = ""
    day: str = ""

    def candidates(self) -> list[MetaCandidate]:
        """Return both as candidates."""
        both = (
            MetaCandidate("url", self.url, "address it was saved from", Rank.URL),
            MetaCandidate("accessed", self.day, "day on which it was saved", Rank.RECORD),
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
    if source := root.get(f"{_SCRAPBOOK}source"):
        made = re.match(r"(\d{4})(\d\d)(\d\d)", root.get(f"{_SCRAPBOOK}create") or "")
        return Saved(
            source if source.startswith(("http://", "https://")) else "", "-".join(made.groups()) if made else ""
        )
    said = {one.get("name"): one.get("content") or "" for one in root.iterfind("head/meta[@name]")}
    return Saved(said.get("savepage-url", ""), said.get("savepage-date", ""))


def printed_from(page: Page) -> str | None:
    """Return the address that a page made for printing gives at its head or its foot, or None."""
    for block in (*page.blocks[:_EDGE], *page.blocks[-_EDGE:]):
        if found := _PRINTED.match(block.text):
            return found[1].rstrip(".,;)")
    return None
