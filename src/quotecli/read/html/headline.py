"""The block of a page that is its headline: the one that prints the title, or stands large above a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from quotecli.read.html.walk import HEADINGS, Page
from quotecli.read.html.words import Says
from quotecli.read.lines import is_byline
from quotecli.read.metadata.dates import parse_date
from quotecli.read.papers import is_paper

__all__ = ["find_headline", "is_signed", "part_headline"]

_TITLE_MATCH = 0.6
_FIRST_BLOCKS = 20
_FIRST_PARTED = 150  # long menus stand first
_HEAD_LINE = 120
_TITLE_START = 8  # characters of a title that its headline may leave off the site's name from
_PARTED = re.compile(r"\s+[|–—:·»«>-]+\s+|:\s")
"""What stands between the parts of a page's title."""
_LONG_TITLE = 20  # characters of a headline that no site's name is as long as
_HEADLINE_LONGEST = 180
_DATED_LONGEST = 60
_FEWEST_WORDS = 3  # of a headline without a heading's tag
_STOPS = ".:;,"
_SIGNED_WITHIN = 3  # blocks below a headline
_WORD = re.compile(r"\w+")


def part_headline(page: Page, titles: Sequence[str], *, titled: bool) -> None:
    """Part the block whose first line is the headline: old pages have their whole head in one.

    It is the end of the page's title, or, of a page that is `titled`, stands above a byline.
    """
    for index, block in enumerate(page.blocks[:_FIRST_PARTED]):
        first, *rest = block.text.split("\n")
        if not rest or not _TITLE_START <= len(first) <= _HEADLINE_LONGEST:
            continue
        if not (
            any(title.strip().endswith(first) for title in titles)
            or (titled and index < _FIRST_BLOCKS and _heads_byline(first, rest[0]))
        ):
            continue
        short = next((at for at, line in enumerate(rest) if len(line) > _HEAD_LINE), len(rest))
        texts = [first, *rest[:short], *(["\n".join(rest[short:])] if rest[short:] else [])]
        parts = [replace(block, text=text, links=0) for text in texts]
        parts[0].tag = "h2"
        page.blocks[index : index + 1] = parts
        return


def _heads_byline(first: str, second: str) -> bool:
    """Tell whether a line of some words that ends no sentence stands right above who wrote the article."""
    words = len(_WORD.findall(first))
    return words >= _FEWEST_WORDS and first[-1] not in _STOPS and not is_byline(first) and is_byline(second)


class _Titles:
    """What the head of a page is titled, for telling the block that prints it."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.heads = [" ".join(unescape(title).lower().split()) for title in titles]
        self._words = [words for head in self.heads if (words := set(_WORD.findall(head)))]
        self._parts = [[part for part in _PARTED.split(head) if part] for head in self.heads]

    def __bool__(self) -> bool:
        """Tell whether there is a title of words."""
        return bool(self._words)

    def may_be_printed(self, text: str) -> bool:
        """Tell whether a line that is no heading begins as a title, or is most of one behind the site's name."""
        behind = len(text) >= _LONG_TITLE
        return any(head.startswith(text[:_TITLE_START]) or (behind and head.endswith(text)) for head in self.heads)

    def match(self, text: str, tag: str, *, named: bool) -> float:
        """Return how far a line is a title: 0 for not at all, more than 1 where the page calls it the headline too."""
        words = set(_WORD.findall(text))
        match = max((len(words & title) / len(words | title) for title in self._words), default=0.0)
        if len(text) < _TITLE_START:
            return match if match >= _TITLE_MATCH else 0.0
        if named and any(head.endswith(text) for head in self.heads):
            return 1.5  # behind the site's name
        sure = tag in HEADINGS or len(text) >= _LONG_TITLE
        if any(head.startswith(text) or (sure and head.endswith(f": {text}")) for head in self.heads):
            match = max(match, 0.9)
        elif any(text in (parts[1:-1] if tag == "h1" else parts[1:]) for parts in self._parts):
            match = max(match, _TITLE_MATCH)  # behind a section, or the site; an h1 at the end is the site's name
        return match if match >= _TITLE_MATCH else 0.0


def find_headline(page: Page, titles: Sequence[str]) -> int:
    """Return the index of the block that prints the page's title, as the head of the page gives it; -1 if none does."""
    wanted = _Titles(titles)
    tops = {"h1": 0.3, "h2": 0.1, "h3": 0.05}
    stands_alone = {"h1"} if wanted else tops.keys()  # of a page without a title its first heading is the headline
    best, best_score = -1, 0.0
    half = 0.5 * sum(block.prose for block in page.blocks)
    before = 0.0
    for index, block in enumerate(page.blocks):
        before += block.prose
        heading = block.tag in HEADINGS
        linked = block.links > 0.5 * len(block.text) and block.tag != "h1"
        if not wanted and is_paper(block.text):
            continue
        if len(block.text) > 300 or not (heading or wanted) or (linked and not heading) or before > 1.5 * half > 200:
            continue
        text = " ".join(block.text.lower().split())
        late = before > 0.2 * half > 50
        if not heading and (late or not wanted.may_be_printed(text)):
            continue
        says = block.says | page.nodes[block.node].says
        match = wanted.match(text, block.tag, named=bool(says & Says.HEADLINE))
        if not match and (linked or late or block.tag not in stands_alone or not _WORD.search(text)):
            continue  # an h1 after the article is another's
        score = match + tops.get(block.tag, 0.0) - 0.3 * linked
        if score > best_score:
            best, best_score = index, score
    return best if best >= 0 else _signed_line(page, half)


def _signed_line(page: Page, half: float) -> int:
    """Return the first large or bold line above who wrote the article, or when: old pages have no other headline."""
    before = 0.0
    for index, block in enumerate(page.blocks[:_FIRST_BLOCKS]):
        before += block.prose
        if before > 0.2 * half > 50:
            break
        large = block.tag in HEADINGS or block.strong or block.says & Says.HEADLINE
        short = _TITLE_START <= len(block.text) <= _HEADLINE_LONGEST and "\n" not in block.text
        if large and short and not block.links and not _tells_of_article(block.text) and is_signed(page, index):
            return index
    return -1


def is_signed(page: Page, index: int) -> bool:
    """Tell whether one of the lines right below a block tells who wrote the article, or when."""
    below = page.blocks[index + 1 : index + 1 + _SIGNED_WITHIN]
    return any(_tells_of_article(block.text) for block in below)


def _tells_of_article(text: str) -> bool:
    """Tell whether a line is a byline, or holds little but a day."""
    if is_byline(text.partition("\n")[0]):
        return True
    day = parse_date(text) if len(text) <= _DATED_LONGEST else None
    return day is not None and day.date.precision == "day"
