"""Writers whom a page names below its headline by links to their pages, or by the classes of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.words import OTHER_STORIES
from quotecli.read.papers import is_names

__all__ = ["writers_below_headline"]

_PAGE = re.compile(
    r"/(?:authors?|by|bylines?|profiles?|journalists?|writers?|reporters?|staff|contributors?|columnists?|people"
    r"|autore?n?|auteurs?|autor(?:es)?|redaktion)/[^/?#]",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"(?<![a-z])(?:author|writer|reporter|journalist|contributor|byline)s?(?:[-_]*(?:name|link|url))?(?![a-z])",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?<![a-z])(?:comments?|bio|biography|about|card|avatar)(?![a-z])", re.IGNORECASE)
_LONG = 120  # characters of a paragraph of the text
_FEWEST_LONG = 2  # paragraphs of the text, below which no byline stands
_MOST = 4000  # elements
_MOST_WRITERS = 6
_MOST_PARENTS = 6
_TAGS = frozenset({"a", "span", "b", "strong", "div", "p", "li", "h4", "h5"})


def writers_below_headline(root: Any) -> Iterator[MetaCandidate]:
    """Yield who is named between the headline and the text by a link to an author's page, or a class "author"."""
    headline = next(root.iter("h1"), None)
    if headline is None:
        return
    found: list[str] = []
    long = 0
    for element in islice(_following(root, headline), _MOST):
        if element.tag == "p" and len(_text(element)) >= _LONG:
            long += 1
        if long >= _FEWEST_LONG or len(found) >= _MOST_WRITERS:
            break
        if element.tag not in _TAGS or not _names_writer(element) or not is_names(name := _text(element)):
            continue
        if not any(name.startswith(one) for one in found):  # else the name once more, with a post
            found = [one for one in found if not one.startswith(name)] + [name]
    for name in found:
        yield MetaCandidate("author", name, "author named below the headline", Rank.BYLINE)


def _following(root: Any, start: Any) -> Iterator[Any]:
    """Yield the elements that begin after another one, in order."""
    seen = False
    for element in root.iter():
        if seen and isinstance(element.tag, str):
            yield element
        seen = seen or element is start


def _names_writer(element: Any) -> bool:
    link = element.tag == "a" and _PAGE.search((element.get("href") or "")[:500])
    if not link and not _CLASS.search((element.get("class") or "")[:300]):
        return False
    around = " ".join(one.get("class") or "" for one in islice(element.iterancestors(), _MOST_PARENTS))[:1000]
    return not OTHER_STORIES.search(around) and not _OTHERS.search(around)


def _text(element: Any) -> str:
    return " ".join("".join(islice(element.itertext(), 50)).split())[:300]
