"""Metadata of a page: JSON-LD, `<meta>`, links, `<time>` and microdata → candidates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import Any

from quotecli.core.tables import read_table
from quotecli.read.boilerplate import ends_article
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.jsonld import from_json_ld
from quotecli.read.html.page_titles import behind_software
from quotecli.read.html.parse import text_of
from quotecli.read.html.words import COMMENTS, OTHER_STORIES
from quotecli.read.papers import is_names

_BYLINES = "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]"
_MOST_TIMES = 8
_MOST = 200  # candidates of one kind; an honest page has a few
_LONGEST = 2000
_MOST_PARENTS = 20
_HEADED = 4  # boxes around an element
_BOX_NAME = 300
_BEHIND_NAMES = re.compile(r"\s+[|·•–—-]\s+")
_WRITTEN_BY = frozenset({"written by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door"})
_CLASSES = {
    "p-author": "author",
    "reader-credits": "author",
    "p-canonical": "url",
    "reader-domain": "url",
    "u-url": "url",
}
_FORMATS = "//*[" + " or ".join(f"contains(@class, '{name}')" for name in _CLASSES) + "]"
_OTHERS = {"author": {"h-cite"}, "url": {"h-cite", "h-card", "p-author"}}
"""Classes around or beside these that give them to somebody else: a work that is answered, the writer's own page."""
_PROPERTIES = {
    "datepublished": "published",
    "datemodified": "updated",
    "author": "author",
    "headline": "title",
    "publisher": "outlet",
}
_DATED_NAME = re.compile(r"(?:date|time|publi\w+|created|uploaded|posted)(?:_?at|_?on)?$")


@cache
def _names() -> dict[str, tuple[str, Rank]]:
    return {name: (field, Rank[rank.upper()]) for name, field, rank in read_table("quotecli.read", "meta_names.tsv")}


def _metas(root: Any) -> Iterator[MetaCandidate]:
    names = _names()
    for element in root.iter("meta"):
        attributes = element.attrib
        content = attributes.get("content") or attributes.get("datetime")
        if not content or len(content) > _LONGEST:
            continue
        if attributes.get("name") == "parsely-page":
            yield from _parsely(content)
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(attribute, "").strip().lower()
            label = f'itemprop="{name}"' if attribute == "itemprop" else name
            if name in names:
                field, rank = names[name]
                other = attribute == "itemprop" and _of_other_work(element)
                yield MetaCandidate(field, content, label, Rank.TEXT if other else rank)
                break
            if attribute != "http-equiv" and _DATED_NAME.search(name) and content[:1].isdigit() and len(content) > 7:
                yield MetaCandidate("published", content, label, Rank.TEXT)
                break


def _labelled(root: Any) -> Iterator[MetaCandidate]:
    """Read what is labelled for cards: `twitter:label1` "Written by", `twitter:data1` all who wrote it."""
    said = {
        (meta.get("name") or meta.get("property") or ""): meta.get("content") or ""
        for meta in islice(root.iter("meta"), _MOST)
    }
    for number in "12":
        if said.get(f"twitter:label{number}", "").lower() in _WRITTEN_BY and (who := said.get(f"twitter:data{number}")):
            yield MetaCandidate("author", who[:_LONGEST], f"twitter:data{number}", Rank.META)


def _of_other_work(element: Any) -> bool:
    """Tell whether a property belongs to a comment, a picture or a publisher rather than to the article."""
    for parent in islice(element.iterancestors(), _MOST_PARENTS):
        kind = parent.get("itemtype") or ""
        if parent.get("itemprop") == "comment" or kind.endswith(("Comment", "ImageObject", "VideoObject", "WebSite")):
            return not (kind.endswith("VideoObject") and _is_film(parent))
        if kind:
            return False
    return False


def _is_film(item: Any) -> bool:
    """Tell whether the page is of this film: it has the page's title, and isn't one that stands in an article."""
    title = (item.getroottree().getroot().findtext("head/title") or "").strip()
    name = next(
        (
            one.get("content") or ""
            for one in islice(item.iterfind("meta"), _MOST_TIMES)
            if one.get("itemprop") == "name"
        ),
        "",
    )
    return bool(name) and title.startswith(name)


def _beside(element: Any, boxes: re.Pattern[str] = OTHER_STORIES) -> bool:
    """Tell whether an element stands in a box of other stories, whose writers are not the article's."""
    return any(
        boxes.search(f"{parent.get('class') or ''} {parent.get('id') or ''}"[:_BOX_NAME])
        for parent in islice(element.iterancestors(), _MOST_PARENTS)
        if parent.tag not in {"body", "html"}
    )


def under_other_heading(element: Any) -> bool:
    """Tell whether a box around an element begins with a heading such as "More stories"."""
    child = element
    for box in islice(element.iterancestors(), _HEADED):
        heading = next(box.iterchildren("h1", "h2", "h3", "h4"), None)
        if heading is not None and box.index(heading) < box.index(child) and ends_article(text_of(heading)):
            return True
        child = box
    return False


def _parsely(text: str) -> Iterator[MetaCandidate]:
    """Read the JSON that some sites put into `<meta name="parsely-page">`."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return
    fields = {"title": "title", "link": "url", "pub_date": "published", "author": "author", "section": "section"}
    for name, value in said.items() if isinstance(said, dict) else ():
        for one in value[:_MOST_TIMES] if isinstance(value, list) else [value]:
            if isinstance(one, str) and name.removesuffix("s") in fields:
                yield MetaCandidate(fields[name.removesuffix("s")], one, f"parsely-page {name}", Rank.META)


def _links(root: Any) -> Iterator[MetaCandidate]:
    for element in root.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        href = element.get("href") or ""
        if "canonical" in rel and href:
            yield MetaCandidate("url", href, "link rel=canonical", Rank.META)
        elif "original" in rel and href:
            yield MetaCandidate("url", href, "link rel=original", Rank.META)
    for element in islice(root.iter("base"), 1):  # a cache's or a reader's copy: that of the page, not of its folder
        href = element.get("href") or ""
        if re.match(r"https?://[^/]+/.*[^/]$", href):
            yield MetaCandidate("url", href, "base of the page's links", Rank.TEXT)


def _text(element: Any) -> str:
    return text_of(element, _MOST)[:_LONGEST]


def _times(root: Any) -> Iterator[MetaCandidate]:
    """`<time>` elements: those that say they are the publication's first, then the first of the page."""
    plain: list[MetaCandidate] = []
    for number, element in enumerate(root.iter("time")):
        if number >= _MOST_TIMES * 4:
            break
        value = element.get("datetime") or element.get("content") or _text(element)
        words = " ".join(
            (element.get("itemprop") or "", element.get("class") or "", element.get("pubdate") or "")
        ).lower()
        if not value or _of_other_work(element) or "comment" in words or _beside(element, COMMENTS):
            continue
        if "modified" in words or "updated" in words.replace("date updated", ""):
            yield MetaCandidate("updated", value, "time element (updated)", Rank.META)
        elif "publish" in words or "pubdate" in words or "pubdate" in element.attrib or "entry-date" in words:
            yield MetaCandidate("published", value, "time element (published)", Rank.META)
        elif len(plain) < _MOST_TIMES and not _beside(element):
            plain.append(MetaCandidate("time", value, "time element", Rank.BYLINE))
    yield from plain


def _microdata(root: Any) -> Iterator[MetaCandidate]:
    for element in islice(root.xpath("//*[@itemprop]"), _MOST):  # XPath runs in C, iterfind doesn't
        if element.tag in {"meta", "time"}:
            continue
        for name in (element.get("itemprop") or "").lower().split():
            field = _PROPERTIES.get(name)
            if field and not _of_other_work(element) and not _beside(element):
                value = (
                    element.get("content")
                    or element.get("datetime")
                    or (element.tag == "abbr" and element.get("title"))
                    or _item_name(element)
                )
                yield MetaCandidate(field, value[:_LONGEST], f'itemprop="{name}"', Rank.META)


def _signed(root: Any) -> Iterator[MetaCandidate]:
    """Yield the writers whom an element names by its class or its link."""
    cards = (
        one
        for one in root.xpath("//*[contains(@class, 'vcard')]")
        if "author" in one.get("class").split() and not _beside(one)
    )
    for element in islice(cards, 1):  # the microformat hCard, which old themes print in their bylines
        yield MetaCandidate("author", _text(element)[:200], "author's hCard", Rank.BYLINE)
    bylines = [one for one in root.xpath(_BYLINES) if not _beside(one) and "comment" not in (one.get("class") or "")]
    bylines = [one for one in bylines if not under_other_heading(one)]
    if len(bylines) == 1 and is_names(text := _BEHIND_NAMES.split(_text(bylines[0])[:200])[0]):
        yield MetaCandidate("author", text, "element of class byline", Rank.BYLINE)
    for element in islice(root.xpath("//*[@data-hook='user-name']"), 1):  # of Wix's blogs, above the headline
        yield MetaCandidate("author", _text(element)[:200], "element user-name", Rank.META)
    for element in root.xpath("//a[@rel]"):
        if "author" in element.get("rel", "").lower().split() and not _beside(element):
            yield MetaCandidate("author", _text(element)[:200], "link rel=author", Rank.META)


def _microformats(root: Any) -> Iterator[MetaCandidate]:
    """Yield the writer and the address that an h-entry, or a browser's reading view, names by its classes."""
    found: set[str] = set()
    for element in islice(root.xpath(_FORMATS), _MOST):
        names = element.get("class").split()
        for name in names:
            field = _CLASSES.get(name)
            if not field or name in found or _is_others(element, _OTHERS[field]) or _beside(element):
                continue
            found.add(name)
            value = (element.get("href") or "") if field == "url" else _text(element)[:200]
            yield MetaCandidate(field, value, f"element of class {name}", Rank.BYLINE)


def _is_others(element: Any, classes: set[str]) -> bool:
    """Tell whether an element, or what is around it, has one of the classes."""
    around = (element, *islice(element.iterancestors(), _MOST_PARENTS))
    return any(not classes.isdisjoint((one.get("class") or "").split()) for one in around)


def _item_name(element: Any) -> str:
    """Return the text of an item, or of the `name` in it."""
    for inner in islice(element.iterfind(".//*[@itemprop]"), _MOST_TIMES):
        if "name" in inner.get("itemprop", "").split():
            return inner.get("content") or _text(inner)
    return _text(element)


def head_candidates(root: Any, *, url: str | None) -> Iterator[MetaCandidate]:
    """Yield what the page says about itself; `time` candidates are times whose meaning is open."""
    yield from islice(from_json_ld(root, url=url), _MOST)
    yield from islice(_metas(root), _MOST)
    yield from _labelled(root)
    yield from islice(_links(root), _MOST)
    title = next(root.iter("title"), None)
    if title is not None and title.text:
        site, own = behind_software(title.text) or ("", title.text)
        yield MetaCandidate("title", own[:_LONGEST], "title element", Rank.META)
        yield from [MetaCandidate("outlet", site, "beginning of the title", Rank.TEXT)] if site else []
    if language := root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"):
        yield MetaCandidate("language", language, "html lang", Rank.META)
    yield from _times(root)
    yield from islice(chain(_microdata(root), _signed(root), _microformats(root)), _MOST)
