"""Whose page it is, told by things that prove little alone: the end of its title, and its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from quotecli.core.folding import fold
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.parse import text_of
from quotecli.read.html.walk import Page
from quotecli.read.metadata.urls import split_archive
from quotecli.read.outlets import find_outlet, host_of, outlet_for_url
from quotecli.read.papers import is_name, is_paper, is_post
from quotecli.read.titles import is_noise, is_section

__all__ = [
    "copyright_lines",
    "key_of",
    "parts_of",
    "site_before_title",
    "site_credited",
    "site_of_title",
    "site_printed_first",
]

_MARKS = (" | ", " : ", " - ", " – ", " — ", " · ", " :: ", " « ", " » ", "_")
_CREDITED = re.compile("(?P<head>.{6,})（(?P<name>[^（）]{2,20})）$")
"""A title that credits the paper at its end, as Japanese portals have it."""
_PRINTED_FIRST = re.compile(
    r"This (?:article|story|post|piece) (?:was )?(?:originally|first) (?:appeared|published|ran) (?:on|in|at|by) "
    r"(?P<site>[A-Z][^:,.;]{2,48}?)(?=:|\.(?:\s|$)|$)"
)
_SOURCE = re.compile(r"(?:来源|來源|稿源|新闻来源)\s?[:：]\s?《?(?P<site>[\w·]{2,16})》?(?=$|[\s|（(])")
"""The paper that a Chinese page names beside the day: "来源：海湾晚报"."""
_SOURCE_LONGEST = 100
_CREDIT_LONGEST = 250
_BETWEEN = re.compile(r"\s[|–—:·»«-]+\s|:\s|\s?[｜_]\s?")
_LONGEST = 50
_ON_MEDIUM = re.compile(r"\| by [^|]{2,60} \| ([^|]{2,60}) \| Medium$")
_SHORTEST_TAIL = 5
_MOST = 6
_FOOTER = 5000
_COPYRIGHT = "//text()[contains(., '©') or contains(., 'Copyright')]"
_SILENT = frozenset({"script", "style", "title", "template"})
_MOST_HEADINGS = 200
_HEADINGS = ("h1", "h2", "h3")
_JOINING = frozenset("of the and de la le du des der van & и і та del della do da dos y e et und".split())
_MOST_WORDS = 6
_FEW_WORDS = 4
_SECTION_WORDS = 2  # of a section between the headline and the site: "Rain at last | City | The Shore"
_CAPITALS = frozenset({"", "en"})
"""Languages whose names have capitals throughout; others write "Hlas zátoky"."""
_DENSE_MARKS = ("-", "|", "｜", "：")
_DENSE_WRITING = re.compile("[^\\w]{0,2}[\u3040-\u30ff\u3400-\u9fff]")
"""How a title begins around whose marks there are no spaces."""
_DENSE = frozenset({"zh", "ja", "ko"})
_DENSE_LONGEST = 12
_ONE_WORD = re.compile(
    r"[A-ZÀ-Þ][\w-]{2,40}(?:anzeiger|blatt|bote|kurier|nachrichten|post|rundschau|tageblatt|zeitung|blad|bladet|dagblad|posten"
    r"|tidning|tidningen|avis|avisen|krant|koerier|lehti|sanomat)"
)
"""Papers whose names are one word: Havelkurier, Skärgårdsbladet."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'&-][^\W\d_]+)*[’']?")
_ONLINE = re.compile(r"\s(?:Online|on the Web|Digital|Website)$")
_DOCUMENTS = re.compile(r"\b(?:release|releases|interview|transcript|page|blog|podcast|video)$", re.IGNORECASE)


def site_of_title(
    root: Any, title: str, urls: Iterable[str], said: Iterable[str], headline: str = ""
) -> Iterator[MetaCandidate]:
    """Yield the site's name at the end of a page's title, where another witness agrees.

    Args:
        root: the page (lxml).
        title: its title element.
        urls: addresses that it gives for itself.
        said: what it says elsewhere that may hold the name without spaces: handles.
        headline: the text of its headline, or "".
    """
    if publication := _ON_MEDIUM.search(title):
        yield MetaCandidate("outlet", publication[1], "end of the title, before the platform", Rank.META)
        return
    title = " ".join(title.split())
    marks = (*_MARKS, *_DENSE_MARKS) if _DENSE_WRITING.match(title) else _MARKS
    at, mark = max((title.rfind(mark), mark) for mark in marks)
    tail = title[at + len(mark) :].strip() if at > 0 else ""
    tail = tail.partition(", the free ")[0]  # "Wikinews, the free news source"
    key = key_of(tail)
    if not 2 < len(tail) <= _LONGEST or tail[0].islower() or is_section(tail) or len(key) < 3:
        return
    known = find_outlet(tail)
    for url in (split_archive(one)[0] for one in islice(urls, _MOST)):
        label = _label(url)
        part = len(key) >= _SHORTEST_TAIL and label.endswith(key) and known is None
        own = known is not None and outlet_for_url(url) == known
        if own or part or (label == key and outlet_for_url(url) is None):
            yield MetaCandidate("outlet", tail, "end of the title, as the host", Rank.META)
            return
    if any(key_of(one.lstrip("@")) == key for one in said) or _in_footer(root, tail):
        yield MetaCandidate("outlet", tail, "end of the title, and elsewhere on the page", Rank.META)
    elif _is_headline(title[:at].strip(), {*_headings(root), headline}) and (
        _names_site(tail) or _may_name_site(tail, root.get("lang") or "", mark)
    ):
        yield MetaCandidate("outlet", tail, "end of the title, behind the headline", Rank.TEXT)


def _label(url: str) -> str:
    """Return the first part of an address's host without marks."""
    return re.sub(r"[^a-z0-9]", "", host_of(split_archive(url)[0]).partition(".")[0])


def site_credited(root: Any, title: str, headline: str) -> Iterator[MetaCandidate]:
    """Yield the paper that a portal credits behind the headline in its title: "Rain at last（The Shore） - Portal"."""
    for part in (title, *parts_of(title)[:1]):
        if (found := _CREDITED.match(part)) and found["head"] in {*_headings(root), headline}:
            yield MetaCandidate("outlet", found["name"], "behind the headline in the title", Rank.TEXT)
            return


def site_printed_first(page: Page) -> Iterator[MetaCandidate]:
    """Yield the site of which a line says that it had the article first: "… originally appeared on The Shore: Rain"."""
    for block in page.blocks:
        if len(block.text) < _CREDIT_LONGEST and (found := _PRINTED_FIRST.match(block.text)):
            yield MetaCandidate("outlet", found["site"], "line on where it first appeared", Rank.TEXT)
            return
    for block in page.blocks:
        if len(block.text) < _SOURCE_LONGEST and (found := _SOURCE.search(block.text)):
            yield MetaCandidate("outlet", found["site"], "line of its source", Rank.TEXT)
            return


def site_before_title(root: Any, title: str, urls: Iterable[str], headline: str) -> Iterator[MetaCandidate]:
    """Yield the site's name before a page's title: "Hill Diary: Rain at last".

    The rest must be the headline or a heading of the page, and so must the name, if it isn't a paper's or the host's.
    """
    first = title[: min((at for one in _MARKS if (at := title.find(one)) > 0), default=0)].strip()
    if len(key_of(first)) >= _SHORTEST_TAIL and key_of(first) in map(_label, islice(urls, _MOST)):
        yield MetaCandidate("outlet", first, "beginning of the title, as the host", Rank.TEXT)
        return
    own, *button = parts_of(title)[:2] or [""]
    if headline and title != headline and is_paper(own) and all(map(is_noise, button)):
        yield MetaCandidate("outlet", own, "title of the page, which names the site alone", Rank.TEXT)
        return
    if button and button[0] == headline and (is_paper(site := _ONLINE.sub("", own)) or _in_footer(root, site)):
        yield MetaCandidate("outlet", site, "beginning of the title, before the headline", Rank.TEXT)
        return
    name, mark, rest = title.partition(": ")
    if mark and len(name) <= _LONGEST:
        headings = {*_headings(root), headline}
        site = _ONLINE.sub("", name.strip())
        if rest.strip() in headings and (name.strip() in headings or is_paper(site) or _in_footer(root, site)):
            yield MetaCandidate("outlet", site, "beginning of the title", Rank.TEXT)


def _is_headline(head: str, headings: set[str]) -> bool:
    """Tell whether the page's title without the site is its headline, maybe in two languages: "Le bac / The ferry"."""
    if head in headings or head.partition(" / ")[0] in headings or head.rpartition(" | ")[2] in headings:
        return True
    first, *sections = parts_of(head) or [""]
    return first in headings and all(len(one.split()) <= _SECTION_WORDS for one in sections)


def _headings(root: Any) -> set[str]:
    found = islice(root.iter(*_HEADINGS), _MOST_HEADINGS)
    return {text_of(one, 100) for one in found}


def _names_site(tail: str) -> bool:
    """Tell whether what stands behind a headline in the page's title is a site, no section and no writer."""
    if is_paper(tail) or find_outlet(tail) or _ONE_WORD.fullmatch(tail):
        return True
    named = _is_capitalised(tail) and not _DOCUMENTS.search(tail)
    return named and not is_name(tail) and not is_post(tail) and not is_noise(tail)


def _may_name_site(tail: str, language: str, mark: str) -> bool:
    """Tell whether words behind the very headline name the site, in a language whose names have one capital or none."""
    base = "zh" if not language and _DENSE_WRITING.match(tail) else language[:2].lower()
    if base in _CAPITALS or not tail[:1].isalpha() or is_noise(tail) or is_name(tail) or is_post(tail):
        return False
    dense = base in _DENSE or mark == "_"
    words = tail.split()
    return (dense and len(tail) <= _DENSE_LONGEST) or (
        1 < len(words) <= _FEW_WORDS and all(map(_WORD.fullmatch, words))
    )


def _is_capitalised(tail: str) -> bool:
    """Tell whether words have capitals as the names of sites do: no number, no sentence."""
    words = tail.split()
    names = [word for word in words if word not in _JOINING]
    return (
        2 <= len(names) <= len(words) <= _MOST_WORDS
        and words[0] in names
        and all(_WORD.fullmatch(name) and name[0].isupper() for name in names)
    )


def parts_of(title: str) -> list[str]:
    """Return the parts of a page's title: "Rain at last - The Shore" has two."""
    return [part.strip() for part in _BETWEEN.split(title) if part.strip()]


def key_of(name: str) -> str:
    """Return a name as hosts have it: without spaces, marks and its article."""
    return re.sub(r"[\W_]", "", re.sub(r"^the ", "", fold(name)))


def copyright_lines(root: Any) -> Iterator[str]:
    """Yield the texts of a page's footers, and of what says whose the rights are."""
    lines = (one.getparent() for one in islice(root.xpath(_COPYRIGHT), _MOST))
    for footer in (*islice(root.iter("footer"), _MOST), *(line for line in lines if line.tag not in _SILENT)):
        yield text_of(footer, 300)[:_FOOTER]


def _in_footer(root: Any, name: str) -> bool:
    """Tell whether the page's footer, or the line of its copyright, has the name."""
    for text in copyright_lines(root):
        if re.search(rf"(?:©|&copy;|Copyright)[^©]{{0,40}}{re.escape(name)}(?!\w)", text, re.IGNORECASE):
            return True
    return False
