"""Whose page it is, told by things that prove little alone: the end of its title, and its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from quotecli.core.folding import fold
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.metadata.urls import split_archive
from quotecli.read.outlets import find_outlet, host_of, outlet_for_url
from quotecli.read.papers import is_name, is_paper, is_post
from quotecli.read.titles import is_noise, is_section

__all__ = ["site_before_title", "site_of_title"]

_MARKS = (" | ", " - ", " – ", " — ", " · ", " :: ")
_LONGEST = 50
_SHORTEST_TAIL = 5
_MOST = 6
_FOOTER = 5000
_MOST_HEADINGS = 200
_HEADINGS = ("h1", "h2", "h3")
_NAMED = re.compile(
    r"(?:[A-ZÀ-Þ][^\W\d_’'&-]*(?:[’'&-][^\W\d_]+)*(?:\s(?:of|the|and|de|la|le|du|des|der|van|&))*(?:\s|$)){2,6}"
)
"""Some words with capitals, as sites are named: no number, no sentence."""
_ONE_WORD = re.compile(
    r"[A-ZÀ-Þ][\w-]{2,40}(?:anzeiger|blatt|bote|kurier|nachrichten|post|rundschau|tageblatt|zeitung|blad|bladet|dagblad|posten"
    r"|tidning|tidningen|avis|avisen|krant|koerier|lehti|sanomat)"
)
"""Papers whose names are one word: Havelkurier, Skärgårdsbladet."""
_DOCUMENTS = re.compile(r"\b(?:release|releases|interview|transcript|page|blog|podcast|video)$", re.IGNORECASE)


def site_of_title(root: Any, title: str, urls: Iterable[str], said: Iterable[str]) -> Iterator[MetaCandidate]:
    """Yield the site's name at the end of a page's title, where another witness agrees.

    Args:
        root: the page (lxml).
        title: its title element.
        urls: addresses that it gives for itself.
        said: what it says elsewhere that may hold the name without spaces: handles.
    """
    at, mark = max((title.rfind(mark), mark) for mark in _MARKS)
    tail = title[at + len(mark) :].strip() if at > 0 else ""
    tail = tail.partition(", the free ")[0]  # "Wikinews, the free news source"
    key = _key(tail)
    if not 2 < len(tail) <= _LONGEST or not tail[0].isupper() or is_section(tail) or len(key) < 3:
        return
    known = find_outlet(tail)
    for url in (split_archive(one)[0] for one in islice(urls, _MOST)):
        label = re.sub(r"[^a-z0-9]", "", host_of(url).partition(".")[0])
        part = len(key) >= _SHORTEST_TAIL and label.endswith(key) and known is None
        own = known is not None and outlet_for_url(url) == known
        if own or part or (label == key and outlet_for_url(url) is None):
            yield MetaCandidate("outlet", tail, "end of the title, as the host", Rank.META)
            return
    if any(_key(one.lstrip("@")) == key for one in said) or _in_footer(root, tail):
        yield MetaCandidate("outlet", tail, "end of the title, and elsewhere on the page", Rank.META)
    elif _names_site(tail) and title[:at].strip() in _headings(root):
        yield MetaCandidate("outlet", tail, "end of the title, behind the headline", Rank.TEXT)


def site_before_title(root: Any, title: str, headline: str) -> Iterator[MetaCandidate]:
    """Yield the site's name before a page's title: "Hill Diary: Rain at last".

    The rest must be the headline or a heading of the page, and so must the name, if it isn't that of a paper.
    """
    name, mark, rest = title.partition(": ")
    if mark and len(name) <= _LONGEST:
        headings = {*_headings(root), headline}
        if rest.strip() in headings and (name.strip() in headings or is_paper(name.strip())):
            yield MetaCandidate("outlet", name.strip(), "beginning of the title", Rank.TEXT)


def _headings(root: Any) -> set[str]:
    found = islice(root.iter(*_HEADINGS), _MOST_HEADINGS)
    return {" ".join("".join(islice(one.itertext(), 100)).split()) for one in found}


def _names_site(tail: str) -> bool:
    """Tell whether what stands behind a headline in the page's title is a site, no section and no writer."""
    if is_paper(tail) or find_outlet(tail) or _ONE_WORD.fullmatch(tail):
        return True
    named = _NAMED.fullmatch(tail) and not _DOCUMENTS.search(tail)
    return bool(named) and not is_name(tail) and not is_post(tail) and not is_noise(tail)


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", re.sub(r"^the ", "", fold(name)))


def _in_footer(root: Any, name: str) -> bool:
    """Tell whether the page's footer, or the line of its copyright, has the name."""
    for footer in islice(root.iter("footer"), _MOST):
        text = " ".join("".join(islice(footer.itertext(), 300)).split())[:_FOOTER]
        if re.search(rf"(?:©|&copy;|Copyright)[^©]{{0,40}}{re.escape(name)}(?!\w)", text, re.IGNORECASE):
            return True
    return False
