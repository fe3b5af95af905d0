"""Downloads of press databases: several articles in one text, told by the marks that the database itself sets.

Nexis counts ("2 of 25 DOCUMENTS", "Document 2 of 3") and closes ("End of Document"), Factiva closes each article with
its number ("Document HRLD000020200303eg3300021"), ProQuest draws a rule between articles and names each one's number.
What an article's author may write as well (`* * *`, "Page 2 of 3") parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quotecli.core.types import Span

__all__ = ["Part", "split_download"]

_COUNTED = re.compile(
    r"^[^\S\n]*(?:Document[^\S\n](\d{1,6})[^\S\n]of[^\S\n](\d{1,6})|(\d{1,6})[^\S\n]of[^\S\n](\d{1,6})[^\S\n]DOCUMENTS?)"
    r"[^\S\n]*$",
    re.MULTILINE,
)
_CLOSED = re.compile(r"^[^\S\n]*End of Document[^\S\n]*$", re.MULTILINE)
_NUMBERED = re.compile(r"^[^\S\n]*Document ([A-Z]{2,12}\d{8,14}[a-z0-9]{4,16})[^\S\n]*$", re.MULTILINE)
_RULE = re.compile(r"^[^\S\n]*_{30,200}[^\S\n]*$", re.MULTILINE)
_OF_PROQUEST = re.compile(r"^[^\S\n]*ProQuest document (?:ID|link)\b", re.MULTILINE)
_LEAST = 200
"""Characters that an article has at least; less around the marks is a list of what was searched for."""


_ABSTRACT = re.compile(
    r"^[^\S\n]*abstract(?: \(\w+\))?[^\S\n]*$.{0,6000}?(?=^[^\S\n]*full text[^\S\n]*$)",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
"""What ProQuest prints above the whole text: its beginning."""
_Marked = tuple[Span, str]
"""Where an article stands in the text, and its label."""


class Part(NamedTuple):
    """One article of a download.

    Attributes:
        text: its own text.
        label: what names it: the database's number of it, else which one it is.
    """

    text: str
    label: str


def split_download(text: str) -> list[Part]:
    """Return the articles of a download, in order; nothing where the text is one document, or no download."""
    for parts in (_by_numbers(text), _by_counts(text), _by_closings(text), _by_rules(text)):
        kept = [Part(text[span.start : span.end].strip(), label) for span, label in parts]
        kept = [part for part in kept if len(part.text) >= _LEAST]
        if len(kept) > 1:
            return [part._replace(text=_ABSTRACT.sub("", part.text, count=1)) for part in kept]
    return []


def _by_numbers(text: str) -> list[_Marked]:
    """Part behind each line that gives an article's number; a number that comes again is no article's own."""
    found = list(_NUMBERED.finditer(text))
    if len({match[1] for match in found}) != len(found):
        return []
    return [(span, match[1]) for span, match in zip(_between([match.end() for match in found]), found, strict=False)]


def _by_counts(text: str) -> list[_Marked]:
    """Part before each line that counts the articles, if the lines count on, and all to the same number."""
    found = list(_COUNTED.finditer(text))
    counted = [(int(match[1] or match[3]), int(match[2] or match[4])) for match in found]
    rising = all(second[0] == first[0] + 1 for first, second in pairwise(counted))
    if not rising or len({total for _, total in counted}) != 1:
        return []
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        (Span(match.start(), end), str(number)) for match, end, (number, _) in zip(found, ends, counted, strict=True)
    ]


def _by_closings(text: str) -> list[_Marked]:
    closings = [match.end() for match in _CLOSED.finditer(text)]
    return [(span, str(number)) for number, span in enumerate(_between(closings), 1)]


def _by_rules(text: str) -> list[_Marked]:
    """Part at the rules, if what stands between them are ProQuest's articles."""
    ends = [match.start() for match in _RULE.finditer(text)]
    spans = [span for span in _between([*ends, len(text)]) if _OF_PROQUEST.search(text, span.start, span.end)]
    return [(span, str(number)) for number, span in enumerate(spans, 1)]


def _between(ends: Sequence[int]) -> Iterator[Span]:
    """Yield the stretches that these offsets end; each begins where the one before it ended."""
    start = 0
    for end in ends:
        yield Span(start, end)
        start = end
