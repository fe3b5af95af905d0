"""Which titles of a page's head tell of its article: not the site's, a section's, a button's or a file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from quotecli.read.draft import MetaCandidate
from quotecli.read.html.headline import is_signed
from quotecli.read.html.walk import Page
from quotecli.read.papers import is_paper
from quotecli.read.titles import is_noise, is_section

__all__ = ["behind_software", "doubted_titles", "is_file_name", "says_nothing", "telling_titles"]

_SOFTWARE = re.compile(
    r"(?P<site>[^»|•]{2,80}?)\s*(?:»|::|•|\||-)\s*(?:Blog Archives?|Blog-Archiv|View topic|Thema anzeigen"
    r"|Voir le sujet)\s*(?:»|::|-|–|:)\s*(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What the software of old blogs and forums writes between the site's name and the title."""

_BEFORE_TAIL = re.compile(r"^.*\s(?:[|–—»«-]|::)\s")
_FILE_NAME = re.compile(r"[^\s/]{1,100}\.(?:pdf|docx?|odt|rtf|html?|txt)", re.IGNORECASE)
_ON_LINE = re.compile(r"\s(?:Online|On-Line|on the Web)$", re.IGNORECASE)
_FEWEST_WORDS = 3
_LONG_WORD = 3  # characters from which on a word in two titles is no chance
_MOST_TITLES = 8
_LONGEST_TITLE = 500


def behind_software(title: str) -> tuple[str, str] | None:
    """Return the site and the title of "Hill Diary » Blog Archive » Rain at last", or None for other titles."""
    found = _SOFTWARE.fullmatch(title.strip()) if len(title) < _LONGEST_TITLE else None
    return (found["site"], found["title"]) if found else None


def is_file_name(title: str) -> bool:
    """Tell whether a title is a file's name: "report-2.pdf"."""
    return _FILE_NAME.fullmatch(title) is not None


def telling_titles(found: Sequence[MetaCandidate]) -> list[str]:
    """Return the titles among what a page's head tells by which its headline can be found."""
    titles = [one.value for one in found if one.field == "title" and not one.source.startswith("itemprop")]
    return [title for title in titles if not (says_nothing(title) or is_file_name(title))][:_MOST_TITLES]


def says_nothing(title: str) -> bool:
    """Tell whether a page's title is a section's or a button's, alone or with the site's: "Hill Post - Print"."""
    tail = _BEFORE_TAIL.sub("", title)
    head = title.removesuffix(tail).rstrip(" |–—»«:-")
    if is_paper(_ON_LINE.sub("", title)):
        return True  # the site's own
    return is_noise(title) or (bool(head) and is_noise(tail) and (is_paper(head) or not is_section(tail)))


def doubted_titles(page: Page, found: Sequence[MetaCandidate], headline: int) -> list[MetaCandidate]:
    """Return the titles of a page's head that give way to the printed headline.

    They say nothing, or have no word in common with a headline that another title confirms, or that stands right
    above who wrote the article and when.
    """
    titles = [one for one in found if one.field == "title"]
    empty = [one for one in titles if one.source == "title element" and says_nothing(one.value)]
    printed = page.blocks[headline].text if headline >= 0 else ""
    if len(words := _words(printed)) < _FEWEST_WORDS:
        return empty
    heads = [one.value for one in titles if one.source == "title element"]
    others = [
        one
        for one in titles
        if words.isdisjoint(_words(unescape(one.value)))
        and not any(one.value in head for head in heads if head != one.value)
    ]
    confirmed = any(unescape(one.value).startswith(printed) for one in titles) or is_signed(page, headline)
    return [*empty, *others] if confirmed else empty


def _words(title: str) -> set[str]:
    return {word for one in title.casefold().split() if len(word := one.strip(".,:;!?“”\"‘’'()")) >= _LONG_WORD}
