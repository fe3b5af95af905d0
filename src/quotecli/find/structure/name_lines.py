"""Reads short lines that are a name and what tells of it: `Ann Lee, 63, Denny`, `Ted and Moira Poole`."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecli.core.types import Role, Span

NAME_ROLES = frozenset((Role.BODY, Role.SUBTITLE, Role.BYLINE, Role.CAPTION, Role.LIST))
"""What the short lines of plain text are taken for."""

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = (
    r"(?:(?:Mrs?|Ms|Dr|Prof|Rev|St|Jr|Sr|Hon|Sgt|Lt|Col|Gen|Capt|Cllr|Fr|Mme|Sra?)\.|(?:[A-Z]\.(?:\s?-?)){1,4}"
    rf"|{_CAPITAL}[\w’'-]{{0,40}})"
)
_PARTICLE = r"(?:and|&|und|et|y|e|of|the|for|de|da|di|del|der|den|du|van|von|la|le|al|el|bin|ibn|ter)"
_NAMED = re.compile(
    rf"[*_•]{{0,3}}\s?(?:(?:[—–―]|--?)\s?)?[*_]{{0,3}}"
    rf"(?P<name>{_WORD}(?:(?:[ \xa0]{_PARTICLE}){{0,2}}[ \xa0]?(?<=[ \xa0.]){_WORD}){{0,7}})[*_]{{0,3}}"
    r"(?=(?P<behind>\s?[,(;|–—:]|\s-\s|\s(?:via|by|from|in|at|aged)\s)|\s*\Z)"
)
_LINE_LONGEST = 120
_SENTENCE_END = frozenset(".!?…:;”\"’'")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]|\b(?:Ph\.?D|Jr|Sr|Esq|[Ee]tc|Ltd|Inc|Co|Conn|Mass|Calif|Fla))\.\Z")


class NameLine(NamedTuple):
    """A line that names somebody: the name, and whether more is told, an age, a place, a post."""

    name: Span
    detailed: bool


def name_line(text: str, start: int, end: int) -> NameLine | None:
    """Return the name that a line `[start, end)` is, with or without what tells of it; None for any other line.

    A name of one word needs something told of it: "Dave, March".
    """
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",*_"):
        end -= 1
    if end - start > _LINE_LONGEST:
        return None
    if text[end - 1 : end] in _SENTENCE_END and not _ABBREVIATED.search(text, max(start, end - 8), end):
        return None
    found = _NAMED.match(text, start, end)
    if found is None:
        return None
    name = Span(*found.span("name"))
    return NameLine(name, found["behind"] is not None)


def line_spans(text: str, start: int, end: int) -> list[Span]:
    """Return the lines of `[start, end)` that hold anything."""
    return [Span(start + line.start(), start + line.end()) for line in re.finditer(r"\S[^\n]*", text[start:end])]
