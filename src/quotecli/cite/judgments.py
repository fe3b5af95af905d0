"""Judgments that no report prints: which court decided, and when, where a style's file has no place for it."""

from __future__ import annotations

import re

from quotecli.cite.dates import long_date
from quotecli.cite.items import Item
from quotecli.core.dates import PartialDate

__all__ = ["with_court"]

_AS_AUTHOR = ("modern-language-association",)
_AS_CONTAINER = ("harvard-cite-them-right", "nlm")
_WITH_DAY = ("oscola",)
_REPORTED = ("container-title", "number", "volume")
_NEUTRAL = re.compile(
    r"(?P<name>.+?),? \[(?P<year>\d{4})\] (?P<court>[A-Z][A-Za-z]{1,7}(?: [A-Z][a-z]{2,4})?) "
    r"(?P<number>\d{1,5}(?: \([A-Za-z]{1,6}\))?)"
)
"""A judgment's name with its neutral citation: `Roe v Ek [2021] EWHC 12 (Admin)`."""


def with_court(item: Item, style: str) -> Item:
    """Return a judgment's item with its court where a style (CSL id) prints it, other items as they are.

    OSCOLA (4, 2.1.7) has court and day in brackets, and where there is a neutral citation that alone (2.1.3); MLA
    begins with the court.
    """
    court = item.get("authority", "")
    if item["type"] != "legal_case":
        return item
    told = _NEUTRAL.fullmatch(item["title"])
    if told and style.startswith(_WITH_DAY):
        year = {"date-parts": [[int(told["year"])]]}
        return item | {"title": told["name"], "authority": told["court"], "number": told["number"], "issued": year}
    if style.startswith(_AS_AUTHOR) and court and "author" not in item:
        return item | {"author": [{"literal": court}]}
    if told or any(variable in item for variable in _REPORTED):
        return item
    if style.startswith(_AS_CONTAINER) and court:
        return item | {"container-title": court}
    if style.startswith(_WITH_DAY) and "issued" in item:
        day = long_date(PartialDate(*item["issued"]["date-parts"][0]))
        return item | {"authority": f"{court}, {day}" if court else day}
    return item
