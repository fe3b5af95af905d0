"""Passes over lists of sources: titles of what others printed stand there in marks, and are nobody's words."""

from __future__ import annotations

import re

from quotecli.find.structure.references import is_heading, reference_lists
from quotecli.find.structure.shared import Layout

_ENTRY = re.compile(
    r"[*•·\-–\d.\[\]\s]{0,6}(?:[^\n\"“‘']{1,80}[.:,]\s)?[\"“‘'][^\n]{2,200}[\"”’'][.,]?\s(?:\([^()\n]{2,30}\)\s)?"
    r"(?:[—–]|--?)\s[^\n]{2,80}\b(?:1[89]|20)\d\d\b[^\n]{0,60}"
)
"""Somebody. "A title" (Hungarian) — who printed it, and in which year."""


_SAYS = re.compile(r",\s(?:says?|said|claims?|warns?|tells?)\s\w")
"""In a title tells whose statement it is: "Bread not dear, say bakers"; that may be looked at."""


def pass_over_sources(layout: Layout) -> None:
    """Claim the entries of lists of sources below their heading, and of reference lists, without pieces."""
    text = layout.article.text
    below = False
    listed, _ = reference_lists(layout.article)
    for number, paragraph in enumerate(layout.article.paragraphs):
        if is_heading(text[paragraph.start : paragraph.end]):
            below = True
        elif layout.free(number) and (
            (number in listed and not _SAYS.search(text, paragraph.start, paragraph.end))
            or (below and _is_entry(text, paragraph.start, paragraph.end))
        ):
            layout.take(number)


def _is_entry(text: str, start: int, end: int) -> bool:
    return _ENTRY.fullmatch(text, start, end) is not None and _SAYS.search(text, start, end) is None
