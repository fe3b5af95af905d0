"""Which inline elements of a page give no text: hidden ones, struck words, marks of footnotes."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from quotecli.read.boilerplate import is_boilerplate
from quotecli.read.html.words import Says, meaning_of
from quotecli.read.printed.notes import is_note_mark

_STRUCK = frozenset({"s", "strike", "del"})
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|line-through", re.IGNORECASE)
_UNSEEN_CLASSES = frozenset(
    "sr-only visually-hidden visuallyhidden u-visually-hidden screen-reader-text screen-reader-only screen-reader"
    " screenreader-text show-for-sr is-sr-only assistive-text element-invisible mw-editsection".split()
)
"""Whole classes: "hidden-xs" and "sr-only-focusable" are seen by somebody."""
_PUT_IN = re.compile(
    r"(?<![a-z])(?:ads?|advert|advertisement|adsbygoogle|tooltip[-_]{0,2}(?:text|content|body|inner))(?![a-z])",
    re.IGNORECASE,
)
"""Class of what is put into the midst of a sentence: an advertisement, what shows beside a word."""
_PUBLISHED = frozenset({"published", "entry-date"})
_MOST_TIMES = 50
_PUT_IN_LONGEST = 80
_CLASS_LONGEST = 400
_LONGEST_MARK = 40  # characters of a superscript that may be a footnote's: [citation needed]
_LONGEST_LINK = 12
_NOTE = re.compile(
    r"(?<![a-z])(?:reference|references|footnote|fn|note|noteref|citation|endnote)(?![a-z])", re.IGNORECASE
)
_NOTE_LINK = re.compile(r"\b(?:doc-)?noteref\b")


def hide_changes(root: Any) -> None:
    """Empty the times of a page's last change that stand beside the times when it came out.

    Themes of WordPress print both ("February 14, 2024February 13, 2024") and let a style hide the first.
    """
    for element in islice(root.iter("time"), _MOST_TIMES):
        if "updated" not in _classes(element) or _PUBLISHED & _classes(element):
            continue
        beside = element.getparent()
        if beside is not None and any(_PUBLISHED & _classes(one) for one in beside.iterchildren("time")):
            element.text = None
            del element[:]


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").lower().split())


def is_unseen(element: Any, tag: str, before: str) -> bool:
    """Tell whether an inline element's text is no part of what its page says; `before` is the line up to it."""
    if tag in _STRUCK:
        return True
    for name, value in element.items():
        if name == "style" and _UNSEEN.search(value[:1000]):
            return True
        if name == "hidden" or (name == "class" and not _UNSEEN_CLASSES.isdisjoint(value[:1000].lower().split())):
            return True
    if before and may_be_put_in(element) and _is_put_in(element):
        return True
    return (tag == "sup" and _marks_a_note(element, before)) or (tag == "a" and _leads_to_note(element, before))


def may_be_put_in(element: Any) -> bool:
    """Tell whether the class of an element is one of advertisements and buttons."""
    named = element.get("class", "")[:_CLASS_LONGEST]
    return bool(named) and bool(_PUT_IN.search(named) or meaning_of(named) & (Says.ASIDE | Says.PERHAPS))


def _is_put_in(element: Any) -> bool:
    """Tell whether such an element says no more than they do: `<a class="read-more">Read more</a>`."""
    words = "".join(element.itertext()) if len(element) < _LONGEST_MARK else ""
    words = " ".join(words.split())
    if not 0 < len(words) <= _PUT_IN_LONGEST:
        return False
    return bool(_PUT_IN.search(element.get("class")[:_CLASS_LONGEST])) or is_boilerplate(words)


def _leads_to_note(element: Any, before: str) -> bool:
    """Tell whether a link right behind the words, with no blank, is a note's mark: `gone.<a href="#n1">1</a>`."""
    words = (element.text or "")[:_LONGEST_MARK].strip()
    if not words or len(words) > _LONGEST_LINK or len(element):
        return False
    told = " ".join(element.get(name, "")[:100] for name in ("epub:type", "role", "class"))
    if not (element.get("href", "").startswith("#") or _NOTE_LINK.search(told)):
        return False
    return is_note_mark(words, "" if before[-1:].isspace() else before)


def _marks_a_note(element: Any, before: str) -> bool:
    """Tell whether a superscript is a note's mark: [1], *, a link to it, a number behind a word; not m² and 1st."""
    words = "".join(element.itertext()) if len(element) < _LONGEST_MARK else ""
    words = words.strip()
    if not 0 < len(words) <= _LONGEST_MARK:
        return False
    if is_note_mark(words, before):
        return True
    links = [element, *element.iter("a")]
    named = any(_NOTE.search(link.get("class", "")[:400]) for link in links)
    return named or any(link.get("href", "").startswith("#") for link in links)
