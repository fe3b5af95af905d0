"""Titles without their subtitles, as later notes and citations by title have them."""

from __future__ import annotations

import re
from collections import Counter

from quotecli.cite.items import Item

__all__ = ["with_short_titles"]

_STYLES = ("apa", "chicago", "mhra", "modern-language-association", "turabian")
"""Their manuals have the main title alone: APA 7, 8.14; Chicago 18, 13.33; MLA 9, 6.10; MHRA 4, 8.2."""
_WITH_ARTICLE = ("apa",)
_SUBTITLE = re.compile(r"(?<=[^\s:]): (?=\S).*", re.DOTALL)
_ARTICLE = re.compile(r"(?:An?|The) (?=\w)")
_PAIRED = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_LEAST_WORDS = 2
"""A single word before a colon may be no title ("Live: …")."""


def with_short_titles(items: list[Item], style: str) -> list[Item]:
    """Return the items, those whose title has a subtitle with the main title as `title-short`.

    Two items whose main titles are alike keep their whole titles, for nothing else may tell them apart.

    Args:
        items: the items, as a style (CSL id) has them.
        style: its id.
    """
    if not style.startswith(_STYLES):
        return items
    shorts = [_short(item.get("title-short") or item["title"], style) for item in items]
    counts = Counter(shorts)
    return [
        item | {"title-short": short} if short and counts[short] == 1 else item
        for item, short in zip(items, shorts, strict=True)
    ]


def _short(title: str, style: str) -> str:
    main = _SUBTITLE.sub("", title)
    if main == title or main.count(" ") + 1 < _LEAST_WORDS:
        return ""
    if "<" in main or '"' in main or main.count("‘") > main.count("’"):
        return ""
    if any(main.count(before) != main.count(after) for before, after in _PAIRED):
        return ""
    bare = main if style.startswith(_WITH_ARTICLE) else _ARTICLE.sub("", main)
    return bare[0].upper() + bare[1:]
