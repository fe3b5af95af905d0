"""Reads the headings of a parliament's report: `Ann Lee (Saltmere) (Con)`, `The Minister for Sport (Tom Orr)`.

So Hansard prints who speaks, on a line of its own above what is said.
"""

from __future__ import annotations

import re

from quotecli.core.types import Role, Span
from quotecli.find.structure.shared import Layout
from quotecli.find.structure.turn_labels import Turn

_NAME = r"(?P<name>(?:[^\W\d_a-z][\w.’'-]*\s){1,5}[^\W\d_a-z][\w.’'-]+)"
_SEATED = re.compile(rf"{_NAME}\s\([^()\n]{{2,60}}\)\s\([A-Z][A-Za-z /.&-]{{1,24}}\)")
_OFFICE = re.compile(rf"(?:The|Madam|Mr\.?) [A-Z][\w’', -]{{2,90}}?\s\({_NAME}\)(?:\s\([\w .&/]{{1,40}}\))?")
_CHAIR = re.compile(r"(?P<name>(?:Mr|Madam) (?:Deputy )?(?:Chair(?:man)?|Speaker)|Hon\. Members|Noble Lords)")
_LONGEST = 160
_FEWEST = 2
"""Headings with a seat or an office from which on a text is such a report."""
_ROLES = (Role.BODY, Role.SUBTITLE)


def seated_turns(layout: Layout) -> list[Turn]:
    """Return the paragraphs that are such headings, and those that are a name told in one; [] for other texts."""
    text = layout.article.text
    if "(" not in text:
        return []
    lines = [
        (number, Span(paragraph.start, paragraph.end))
        for number, paragraph in enumerate(layout.article.paragraphs)
        if paragraph.role in _ROLES and paragraph.end - paragraph.start <= _LONGEST and layout.free(number)
    ]
    told = {number: found for number, line in lines if (found := _heading(text, line)) is not None}
    if len(told) < _FEWEST:
        return []
    names = {text[slice(*name)] for name in told.values()}
    for number, line in lines:
        if number not in told and (text[slice(*line)] in names or _CHAIR.fullmatch(text, *line)):
            told[number] = line
    ends = {number: line.end for number, line in lines}
    return [Turn(number, told[number], ends[number], capitals=False, timed=True) for number in sorted(told)]


def _heading(text: str, line: Span) -> Span | None:
    if text[line.end - 1] != ")":
        return None
    found = _SEATED.fullmatch(text, *line) or _OFFICE.fullmatch(text, *line)
    return Span(*found.span("name")) if found is not None else None
