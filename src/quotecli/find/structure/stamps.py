"""Reads the labels of programs that transcribe: a name with its time on its own line, `[Speaker 1] (0:00 - 0:07)`."""

from __future__ import annotations

import re
from itertools import pairwise

from quotecli.core.types import Role, Span
from quotecli.find.structure.shared import Layout
from quotecli.find.structure.turn_labels import Turn

__all__ = ["stamped_turns"]

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?"
_SPAN = rf"[\[(]?(?P<time>{_CLOCK})(?:\s?(?:-->|[-–—])\s?{_CLOCK})?[\])]?"
_NAME = r"(?P<name>[^\W\d_a-z][\w.’'-]{0,30}(?:[ \xa0][\w.’'&-]{1,30}){0,4})(?:\s\((?!\d)[^()\n]{1,40}\))?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"[*_]{{0,3}}\[?{_NAME}\]?[*_]{{0,3}}\s?[:,|·–—-]?\s{{0,3}}{_SPAN}[*_]{{0,3}}:?[*_]{{0,3}}(?=\s*\Z|[ \t]*\n)",
        rf"[*_]{{0,3}}{_SPAN}\s?[|·–—-]?\s{{0,3}}\[?{_NAME}\]?[*_]{{0,3}}:?[*_]{{0,3}}(?=\s*\Z|[ \t]*\n)",
        rf"{_SPAN}\s{{0,3}}\[{_NAME}\]:?(?=\s)",
        rf"{_NAME}:\s{{1,3}}\[(?P<time>{_CLOCK})\](?=\s)",
    )
)
_ANY_CLOCK = re.compile(r":(?<=\d:)\d\d")
"""A clock by its colon, which is found faster than a digit."""
_LONGEST = 120
_FEWEST = 3
_BEGINS = 300
"""Seconds in which somebody speaks first: a programme of events begins at hours of the day."""


def stamped_turns(layout: Layout) -> list[Turn]:
    """Return the paragraphs that such labels open, in a text whose times run on from its beginning; else none."""
    text, paragraphs = layout.article.text, layout.article.paragraphs
    begins = (
        (number, paragraphs[number].start, min(paragraphs[number].end, paragraphs[number].start + _LONGEST))
        for number in layout.unclaimed()
        if paragraphs[number].role is not Role.CAPTION
    )
    timed = [(number, start, end) for number, start, end in begins if _ANY_CLOCK.search(text, start, end)]
    for form in _FORMS if len(timed) >= _FEWEST else ():
        found = [(number, label) for number, start, end in timed if (label := form.match(text, start, end))]
        times = [_seconds(label["time"]) for _, label in found]
        rising = all(one <= other for one, other in pairwise(times))
        if len(found) >= _FEWEST and times[0] < _BEGINS and rising and times[0] < times[-1]:
            return [
                Turn(number, Span(*label.span("name")), label.end(), capitals=False, timed=True)
                for number, label in found
            ]
    return []


def _seconds(clock: str) -> float:
    seconds = 0.0
    for part in clock.replace(",", ".").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds
