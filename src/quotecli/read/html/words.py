"""What the class, id and role attributes of an element say about it, by a table of words (data/page_words.tsv)."""

from __future__ import annotations

import re
from enum import IntFlag
from functools import cache, lru_cache

from quotecli.core.tables import read_table

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_MAX_ATTRIBUTE = 400  # longer class lists are generated; their beginning tells as much


class Says(IntFlag):
    """Meanings of an element's words; several may hold."""

    NOTHING = 0
    ASIDE = 1
    """Not the article: menus, teasers, comments, sharing, advertisements, cookie notes."""
    CONTENT = 2
    CAPTION = 4
    BYLINE = 8
    SUBTITLE = 16
    POST = 32
    QUOTE = 64
    NOTE = 128
    DATE = 256
    HEADLINE = 512
    HIDDEN = 1024
    PULL = 2048
    """A pull quotation: repeats words of the article."""
    CREDIT = 4096


@cache
def _meanings() -> dict[Says, re.Pattern[str]]:
    words: dict[Says, list[str]] = {}
    for word, meaning in read_table("quotecli.read", "page_words.tsv"):
        words.setdefault(Says[meaning.upper()], []).append(re.escape(word))
    return {meaning: re.compile(f"-(?:{'|'.join(found)})-") for meaning, found in words.items()}


@lru_cache(maxsize=8192)
def meaning_of(attributes: str) -> Says:
    """Return what an element's class, id and role (joined by spaces) say, looked up as whole words, camel case split."""
    tokens = "-".join(token.lower() for token in _TOKEN.findall(attributes[:_MAX_ATTRIBUTE]))
    says = Says.NOTHING
    for meaning, pattern in _meanings().items():
        if pattern.search(f"-{tokens}-"):
            says |= meaning
    return says
