"""Reads who is examined by whom in a deposition or a hearing: `JANE ROE, having been duly sworn`, `BY MR. TULK:`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from quotecli.core.types import Span

__all__ = ["LETTERED_LINE", "Examination", "examinations", "is_heading_of_examination"]

LETTERED_LINE = re.compile(r"[*_]{0,3}[QA][.:][*_]{0,3}\s")
"""Begins a line of a transcript, whose labels are letters."""


class Examination(NamedTuple):
    """What a line of a transcript tells: from here on somebody is the witness, or examines.

    Attributes:
        at: where its words begin.
        is_witness: whether `name` is the witness, not the examiner.
        name: the name with its title, as printed.
    """

    at: int
    is_witness: bool
    name: Span


_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_NAME = rf"{_WORD}(?:[ \t](?:(?:de|la|van|von|der|al|bin|y)[ \t])?{_WORD}){{0,4}}"
_TITLED = rf"(?:MR|MRS|MS|MISS|DR|Mr|Mrs|Ms|Miss|Dr)\b\.?[ \t]{_NAME}"
_COUNSEL = rf"(?:(?:THE|The)[ \t]{_WORD}|{_TITLED}|{_WORD}[ \t]{_NAME})"
_EXAMINING = (
    r"(?:(?:RE-?)?(?:DIRECT|CROSS)[- ]?|(?:Re-?)?(?:[Dd]irect|[Cc]ross)[- ]?|FURTHER[ ]|Further[ ]|VOIR[ ]DIRE[ ]){0,3}"
    r"(?:EXAMINATION|[Ee]xamination|EXAMINED|[Ee]xamined|QUESTION(?:S|ED|ING)|[Qq]uestion(?:s|ed|ing))"
)
_OATH = r"\b(?:sworn|affirmed|SWORN|AFFIRMED)\b"
_GOING_ON = r"(?:(?!\n[ \t]*(?:\n|[QA][.:\t ]))[^?!])"
_EXAMINED = re.compile(
    rf"""^[ \t]*(?:
    (?:[A-Z][\w-]*[ ]){{0,5}}(?:DEPOSITION|[Dd]eposition|TESTIMONY|[Tt]estimony|EXAMINATION|[Ee]xamination)[ ]
        (?:OF|of)[ \t]*:?[ \t]*\n?[ \t]*(?P<deposed>{_NAME})[ \t]*(?=$|,|\(|(?:BY|by)[ ]{_COUNSEL})
    |(?![QA](?:[.:]|[ ]{{2}}|\t))(?P<sworn>{_NAME}),?\s{{1,60}}(?=(?:was|being|having|called|first|duly|after
        |(?:a|the)[ ](?:witness|deponent)|of[ ]lawful[ ]age|produced|recalled|who)\b
        {_GOING_ON}{{0,300}}?\b(?:duly|first|having|being)\b{_GOING_ON}{{0,40}}?{_OATH}
        {_GOING_ON}{{0,160}}?\b(?:testif|examined|depose|follows|said|says|states))
    |(?P<marked>{_NAME})[ \t]*[(,][ \t]?(?:{_OATH}|on[ ]former[ ]oath|re-?called|RE-?CALLED|continued|CONTINUED
        |resumed|RESUMED)[^\n]{{0,40}}$
    )""",
    re.VERBOSE | re.MULTILINE,
)
_EXAMINES = re.compile(
    rf"""^[ \t]*(?:
    [(]?(?:BY|By)[ ](?P<by>{_COUNSEL})[ \t]*:?[)]?[ \t]*$
    |{_EXAMINING}(?:[ ](?:of|OF)[ ]{_NAME}?)?[ \t]*(?:\([^()\n]{{1,30}}\)[ \t]*)?\n?[ \t]*
        (?:BY|by|FROM|from)[ ](?P<examining>{_COUNSEL})[ \t]*:?[ \t]*(?:$|(?=,[^\n.?!]{{2,60}}$))
    |[*_]{{0,3}}Q(?:uestion)?[.:]?[*_]{{0,3}}[ \t]{{1,4}}\((?:BY|By)[ ](?P<inside>{_COUNSEL})\)
    )""",
    re.VERBOSE | re.MULTILINE,
)
_ASKED = re.compile(r"^[ \t]*[*_]{0,3}Q(?:uestion)?[.: \t–—-]", re.MULTILINE)
_HEADING = re.compile(rf"{_EXAMINING}\b[^\n.?!]{{0,80}}|(?:BY|By)[ ][^\n.?!]{{2,40}}:")
_OFFICES = frozenset("the witness deponent court state government plaintiff defendant".split())


@lru_cache(maxsize=2)
def examinations(text: str) -> tuple[Examination, ...]:
    """Return what the lines of a transcript tell of witnesses and examiners, in the order of the text."""
    if not _ASKED.search(text):
        return ()
    found: list[Examination] = []
    for form, is_witness in ((_EXAMINED, True), (_EXAMINES, False)):
        for line in form.finditer(text):
            name = next(Span(*line.span(kind)) for kind, words in line.groupdict().items() if words)
            if not (is_witness and _is_office(text[slice(*name)])):
                at = line.start() + len(line[0]) - len(line[0].lstrip())
                found.append(Examination(at, is_witness, name))
    return tuple(sorted(found))


def _is_office(name: str) -> bool:
    return not set(name.lower().split()) - _OFFICES


def is_heading_of_examination(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph of a transcript tells that another examines, or is examined."""
    if _HEADING.fullmatch(text, start, end):
        return True
    told = examinations(text)
    place = bisect_left(told, start, key=lambda one: one.at)
    return place < len(told) and told[place].at < end
