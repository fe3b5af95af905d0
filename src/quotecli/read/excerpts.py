"""Excerpts in plain text: paragraphs above a line that does nothing but name where they are from ("[The Verge]")."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.core.types import Role
from quotecli.read.lines import bracketed_source

_FEWEST = 2  # such lines; a single one may be anything
_MOST = 4  # paragraphs of one excerpt
_HEADING_LONGEST = 120
_QUESTION_LONGEST = 50  # "What does it cost?" above an excerpt is a heading too
_SENTENCE_ENDS = ".!?…:;,”\"'’)"
_LED = (":", "：")


def sources_of_excerpts(lines: Sequence[tuple[str, Role]]) -> dict[int, int]:
    """Return, for the number of each paragraph of an excerpt, the number of the line that names its source.

    Such lines stand one below each excerpt in round-ups of what others wrote. An excerpt begins below the source of the
    one before it, a heading, or a line with a colon at its end; where none of these is near, it is one paragraph.
    """
    named = [number for number, (text, _) in enumerate(lines) if text[:1] == "[" and bracketed_source(text)]
    if len({lines[number][0] for number in named}) < _FEWEST:
        return {}
    ends = set(named)
    found: dict[int, int] = {}
    for number in named:
        first = number
        while first > 0 and first > number - _MOST and first - 1 not in ends and _goes_on(lines[first - 1]):
            first -= 1
        bounded = first == 0 or first - 1 in ends or not _goes_on(lines[first - 1])
        for one in range(first if bounded else number - 1, number):
            if one >= 0 and lines[one][1] is Role.BODY:
                found[one] = number
    return found


def _goes_on(line: tuple[str, Role]) -> bool:
    text, role = line
    ended = text[-1:] in _SENTENCE_ENDS and not (text.endswith("?") and len(text) <= _QUESTION_LONGEST)
    heading = len(text) <= _HEADING_LONGEST and not ended
    return role is Role.BODY and not heading and not text.endswith(_LED)
