"""Writers whom a page names below its headline by links to their pages, or by the classes of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.draft import MetaCandidate, Rank
from quotecli.read.html.head import under_other_heading
from quotecli.read.html.parse import text_of
from quotecli.read.html.words import OTHER_STORIES
from quotecli.read.outlets import find_outlet
from quotecli.read.papers import is_names, is_paper, is_post
from quotecli.read.titles import is_noise

__all__ = ["may_be_name", "writers_below_headline"]

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
_MOST_WORDS = 4
_LONGEST_NAME = 40
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\.?")
_NO_NAME = re.compile(
    r"\b(?:about|author|by|contact|desk|editor|email|follow|from|more|news|our|posts?|reporter|staff|stories|team|the|view"
    r"|writer|your)\b",
    re.IGNORECASE,
)
_DENSE = re.compile("[\u4e00-\u9fff]{1,4} ?[\u3040-\u30ff\u4e00-\u9fff]{1,6}")
"""A name in Chinese or Japanese writing: 佐伯 みずほ."""
_NO_DENSE = re.compile("記者|记者|編集|编辑|新聞|新闻|日報|通信|作者|著者|筆者|取材|一覧|執筆|関連|記事|責任")
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
        if element.tag not in _TAGS or not (told := _names_writer(element)) or not (name := _text(element)):
            continue
        if not is_names(name) and not (told == "class" and may_be_name(name)):
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


def may_be_name(text: str) -> bool:
    """Tell whether what a class calls an author's may be a name that we don't know: two to four words with capitals."""
    if _DENSE.fullmatch(text):
        return not (is_noise(text) or is_boilerplate(text) or find_outlet(text)) and not _NO_DENSE.search(text)
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(text) > _LONGEST_NAME or not all(map(_WORD.fullmatch, words)):
        return False
    if is_noise(text) or is_boilerplate(text) or is_post(text) or is_paper(text) or find_outlet(text):
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and not _NO_NAME.search(text)


def _names_writer(element: Any) -> str:
    """Tell by what an element names a writer, its `link` or its `class`; "" where it doesn't."""
    link = element.tag == "a" and _PAGE.search((element.get("href") or "")[:500])
    if not link and not _CLASS.search((element.get("class") or "")[:300]):
        return ""
    around = " ".join(one.get("class") or "" for one in islice(element.iterancestors(), _MOST_PARENTS))[:1000]
    if OTHER_STORIES.search(around) or _OTHERS.search(around) or under_other_heading(element):
        return ""
    return "link" if link else "class"


def _text(element: Any) -> str:
    return text_of(element)[:300]
