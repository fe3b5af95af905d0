"""What the class, id and role attributes of an element say about it, by a table of words (data/page_words.tsv)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quotecli.core.tables import read_table

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
OTHER_STORIES = re.compile(
    r"(?<![a-z])(?:related|recommended|recommendations?|more-(?:from|stories|on|news|like)|read-?(?:next|more)|you-may-like"
    r"|trending|most-?(?:read|popular|viewed)|latest-(?:news|stories|posts)|teasers?|promos?|also-read|up-next)(?![a-z])",
    re.IGNORECASE,
)
"""Class or id of a box of other stories."""
COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?|comments?[-_]?(?:list|area|body|content|section)|discussion|disqus\w*|repl(?:y|ies)|respon(?:d|ses?))"
    r"(?=\s|$)",
    re.IGNORECASE,
)
"""Class or id of the box of a page's comments."""
_OF_PARTS = re.compile(r"(?<![\w-])(?:has|no|with|without)[-_][\w-]{1,80}")
"""A class that tells of what is in an element, or isn't, not what it is: "has-profile", "no-sidebar"."""
_MAX_ATTRIBUTE = 400  # longer class lists are generated; their beginning tells as much


class Says:
    """Meanings of an element's words, as bits of an integer; several may hold.

    Plain integers: `enum.IntFlag` makes an object of each `&`, which took a sixth of the time of reading a page.
    """

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
    PERHAPS = 8192
    """Not the article, unless there is much prose in it: sharing, banners, promotion."""


UNWANTED = Says.ASIDE | Says.HIDDEN | Says.PULL | Says.PERHAPS
"""What an element may say that is no part of the article."""
_LONGEST_PHRASE = 3


@cache
def _meanings() -> dict[str, int]:
    meanings: dict[str, int] = {}
    for phrase, meaning in read_table("quotecli.read", "page_words.tsv"):
        meanings[phrase] = meanings.get(phrase, 0) | getattr(Says, meaning.upper())
    return meanings


@lru_cache(maxsize=16384)
def meaning_of(attributes: str) -> int:
    """Return what an element's class and id (joined by spaces) say, looked up as whole words, camel case split."""
    meanings = _meanings()
    named = _OF_PARTS.sub("", attributes[:_MAX_ATTRIBUTE])
    tokens = [token.lower() for token in _TOKEN.findall(named)]
    says = Says.NOTHING
    for first in range(len(tokens)):
        phrase = tokens[first]
        says |= meanings.get(phrase, 0)
        for token in tokens[first + 1 : first + _LONGEST_PHRASE]:
            phrase = f"{phrase}-{token}"
            says |= meanings.get(phrase, 0)
    return says & ~Says.PERHAPS if says & Says.SUBTITLE else says
