"""Entries of reference lists: what somebody published stands there in marks, as a title, and is nobody's words.

An entry has its author first, and behind the title who printed it and when: Reed, Ann. “The wall that nobody built,”
The Tide, 2020. One without its author looks like a quotation with who printed it (“We will build the wall,” The Tide,
2020): below a heading it is taken for an entry, in a list without one only `check` takes it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import cache

from quotecli.core.tables import read_table
from quotecli.core.types import Article, Role
from quotecli.find.words.lexicon import cue_class

__all__ = ["is_heading", "reference_lists"]

_HEADING = re.compile(r"[=#*\s]{0,5}(?:\d{1,2}\.?\s)?([^\W\d_][^\n:=*]{2,30}?)[:=*\s]{0,5}")
_NUMBER = re.compile(r"[*•·\-–\s]{0,4}(?:\[\d{1,3}\]|\(\d{1,3}\)|\^?\d{1,3}[.)]?(?=\s))?\s{0,3}")
_TITLE = re.compile(r"[“„«\"]([^“”„«»\"\n]{2,300})[”“»\"]|(?<!\w)[‘‚']([^‘‚\n]{2,300}?)[’‘'](?=[\s,.;:)]|$)")
_INVERTED = re.compile(
    r"(?:[^\W\d_][\w'’\-]{0,30}\s){0,3}[^\W\d_][\w'’\-]{1,30},\s(?:[^\W\d_]\.|[^\W\d_][\w'’\-]{1,30}\b)"
)
"""Reed, Ann; Reed, A.; van der Meer, Jan."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)|\bn\.\s?d\.|\bforthcoming\b|\bo\.\s?J\.")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_PRONOUNS = frozenset("he her his i it she they we who you your my our".split())
_LONGEST, _LONGEST_BEHIND, _FEWEST = 700, 350, 2
_MOST_SMALL = 0.6
"""Of the words beside a title so many may have a small letter; a sentence has more."""


class Entry(IntEnum):
    """How much a text looks like an entry of a reference list."""

    NONE = 0
    BARE = 1
    """A title and who printed it, without an author."""
    WHOLE = 2


@cache
def _headings() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.find", "source_headings.tsv"))


def is_heading(text: str) -> bool:
    """Tell whether a paragraph is the heading of a list of sources."""
    found = _HEADING.fullmatch(text) if len(text) < 48 else None
    return found is not None and found[1].strip().lower() in _headings()


def entry(text: str) -> Entry:
    """Return how much a line looks like an entry with a title in marks."""
    text = text.strip()
    title = _TITLE.search(text) if len(text) <= _LONGEST else None
    numbered = _NUMBER.match(text)
    if title is None or numbered is None:
        return Entry.NONE
    before, behind = text[numbered.end() : title.start()].strip(), text[title.end() :]
    if len(behind) > _LONGEST_BEHIND or not _is_where_printed(before, _TITLE.sub(" ", behind)):
        return Entry.NONE
    if not before:
        return Entry.BARE
    if before[-1] == ":" and not _YEAR.search(before):  # Ann Reed: “…” is what she said
        return Entry.NONE
    if _INVERTED.match(before):
        return Entry.WHOLE
    names = _WORD.findall(_YEAR.sub("", before))
    listed = before[-1] in ",.:" or before.endswith(")")
    return Entry.WHOLE if listed and 0 < len(names) <= 12 and _small(names) <= 0.34 else Entry.NONE


def _is_where_printed(before: str, behind: str) -> bool:
    """Tell whether what stands beside a title tells who printed it and when, and is no sentence."""
    words = _WORD.findall(behind)
    if not any(word[0].isupper() for word in words) or not _YEAR.search(f"{before} {behind}"):
        return False
    every = [*_WORD.findall(before), *words]
    if any(word in _PRONOUNS or (word.islower() and cue_class(word)) for word in every):
        return False
    return _small([word for word in words if not _is_of_address(word)]) <= _MOST_SMALL


def _is_of_address(word: str) -> bool:
    return word in {"http", "https", "www", "doi", "org", "com", "html", "pp", "vol", "no"}


def _small(words: Iterable[str]) -> float:
    known = list(words)
    return sum(word[0].islower() for word in known) / max(1, len(known))


def _of_paragraph(text: str) -> Entry:
    """Return how much a paragraph looks like an entry, or like some, one a line."""
    whole = entry(" ".join(text.split()))
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return whole
    return max(whole, min(map(entry, lines)))


def reference_lists(article: Article) -> tuple[frozenset[int], frozenset[int]]:
    """Return which paragraphs are entries of reference lists for sure, and which others may be, counted from 0.

    Below a heading each entry is one for sure; without a heading those at the article's end that have authors, where
    there are two or more. Others there may be.
    """
    text = article.text
    sure: set[int] = set()
    below = False
    kinds: list[Entry] = []
    for number, paragraph in enumerate(article.paragraphs):
        words = text[paragraph.start : paragraph.end]
        if below := below or is_heading(words):
            kinds.append(_of_paragraph(words))
            sure |= {number} if kinds[-1] else set()
        else:
            kinds.append(Entry.NONE)
    if below:
        return frozenset(sure), frozenset()
    last = _at_the_end(article)
    whole = {number for number, kind in last.items() if kind is Entry.WHOLE}
    if len(last) < _FEWEST:
        return frozenset(), frozenset(whole)
    return frozenset(whole), frozenset(last.keys() - whole)


def _at_the_end(article: Article) -> dict[int, Entry]:
    """Return the entries at an article's end, which others without marks and the page's own lines may stand between."""
    found: dict[int, Entry] = {}
    for number in range(len(article.paragraphs) - 1, -1, -1):
        paragraph = article.paragraphs[number]
        words = article.text[paragraph.start : paragraph.end]
        kind = _of_paragraph(words)
        if kind:
            found[number] = kind
        elif paragraph.role is not Role.BOILERPLATE and not _is_book(words):
            break
    return found


def _is_book(text: str) -> bool:
    """Tell whether a paragraph is an entry whose title doesn't stand in marks: Reed, Ann. Walls. Tide Press, 1998."""
    start = _NUMBER.match(text)
    inverted = _INVERTED.match(text, start.end() if start else 0)
    return bool(inverted) and len(text) <= _LONGEST and not _TITLE.search(text) and bool(_YEAR.search(text))
