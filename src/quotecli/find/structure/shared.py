"""What the detectors of structure share: which paragraphs are still free, and how a stretch becomes a piece."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quotecli.core.types import Article, Role, Span
from quotecli.find.marks.piece import Piece, Style
from quotecli.find.marks.read import Side, read_marks

_WRAPPED = {"“": '”"“', '"': '"”', "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’'", "'": "'’"}
QUOTED_LINE = re.compile(r"(?:>[ \t]?){1,5}")
"""What a mail or Markdown sets before a quoted line."""
_MEDIA_LINK = re.compile(
    r"(?:pic\.(?:twitter|x)\.com/\w+|(?:https?://)?t\.co/\w+|\[image or embed\]"
    r"|(?:https?://)?(?:www\.)?(?:twitter|x|instagram|facebook)\.com/\S+)[\s…]*\Z"
)


@dataclass(slots=True)
class Layout:
    """What structure has claimed of an article so far.

    Attributes:
        article: the article looked at.
        pieces: found so far; `continues` counts from 0 in this list.
        labels: for paragraphs whose words stand in marks after a label, the label.
        taken: for each paragraph that structure explains in part or wholly, the spans no marks are read in.
    """

    article: Article
    pieces: list[Piece] = field(default_factory=list)
    taken: dict[int, list[Span]] = field(default_factory=dict)
    labels: dict[int, Span] = field(default_factory=dict)

    def free(self, number: int) -> bool:
        """Tell whether paragraph `number` exists, is no boilerplate and is unclaimed."""
        paragraphs = self.article.paragraphs
        if number in self.taken or not 0 <= number < len(paragraphs):
            return False
        return paragraphs[number].role is not Role.BOILERPLATE

    def unclaimed(self) -> list[int]:
        """Return the numbers of all paragraphs that are free."""
        taken = self.taken
        paragraphs = enumerate(self.article.paragraphs)
        return [n for n, paragraph in paragraphs if n not in taken and paragraph.role is not Role.BOILERPLATE]

    def take(self, number: int, start: int | None = None, end: int | None = None) -> None:
        """Claim characters `[start, end)` of paragraph `number`, by default all of it."""
        paragraph = self.article.paragraphs[number]
        span = Span(paragraph.start if start is None else start, paragraph.end if end is None else end)
        self.taken.setdefault(number, []).append(span)

    def add(
        self,
        number: int,
        start: int,
        end: int,
        style: Style,
        *,
        source: Span | None = None,
        continues: int | None = None,
        hint: float | None = None,
        turn: str = "",
    ) -> int | None:
        """Add the words `[start, end)` of paragraph `number` without white space and marks around the whole.

        Returns the piece's index, which the next goes on from; where no words are left, that is still `continues`.
        """
        text = self.article.text
        start, end = trim(text, start, end)
        if quoted := QUOTED_LINE.match(text, start, end):
            start = quoted.end()
        outer = Span(start, end)
        mark = ""
        if wrapped(text, start, end):
            mark = text[start]
            start, end = trim(text, start + 1, end - 1)
        if start >= end:
            return continues
        found = Piece(start, end, outer.start, outer.end, number, style, mark, source, continues, turn=turn)
        self.pieces.append(found if hint is None else replace(found, confidence_hint=hint))
        return len(self.pieces) - 1


def trim(text: str, start: int, end: int) -> Span:
    """Return `[start, end)` without the white space at both ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def without_dash(text: str, start: int, end: int, dashes: str) -> int:
    """Return the end of `[start, end)` without the dashes that lead to a signature behind it."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in dashes):
        end -= 1
    return end


def trim_links(text: str, start: int, end: int) -> int:
    """Return the end of a post's words before the links to its pictures."""
    while found := _MEDIA_LINK.search(text, max(start, end - 300), end):
        end = found.start()
        while start < end and text[end - 1].isspace():
            end -= 1
    return end


def wrapped(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` is one pair of marks with nothing outside it."""
    if end - start < 3 or text[end - 1] not in _WRAPPED.get(text[start], ""):
        return False
    inner = [mark for mark in read_marks(text, start, end) if mark.char in (text[start], text[end - 1])]
    return not any(mark.side is Side.CLOSE and mark.end < end for mark in inner[1:2])


def is_title(words: str) -> bool:
    """Tell whether words in marks are set as a work's title is: “One Wide River” – Ann Lee."""
    said = words.split()
    ended = words[-1:] in ".,!?…;:"
    return not ended and len(said) <= _LONGEST_TITLE and all(len(w) < _SMALL or not w[0].islower() for w in said)


def name_span(text: str, source: Span) -> Span:
    """Return the name in a source line: no dash before it, no handle, function, work or date after it."""
    found = _NAME.match(text, *source)
    if found is None or found.start("name") == found.end("name"):
        return source
    return Span(*found.span("name"))


_LONGEST_TITLE = 10
_SMALL = 4
"""Letters from which on a title's words have capitals."""
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_NAME = re.compile(
    r"[\s—–―\-~*(]*(?:(?:[Ss]ource|[Pp]ost(?:ed)? by|[Ss]aid by|[Bb]y|[Vv]ia|A \w+ (?:shared|posted) by):?\s+)?"
    r"(?P<name>@?[^\s,(@—–|·•][^,(@\n✔✓☑✅—–|·•]{0,80}?)"
    r"(?=\s*(?:[,(@\n✔✓☑✅—–|·•]|\s(?:on|in|at|via)\s|(?:\s[A-Z][a-z]{2,8}\.?)?\s\d{1,4}\b"
    rf"(?!\s(?!{_MONTH})[A-Z])|\Z|$))"
)
