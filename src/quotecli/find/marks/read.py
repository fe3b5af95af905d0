"""Reads the quotation marks of a text, each with its family and the side it stands on."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple


class Side(IntEnum):
    """What the characters around a mark make of it."""

    OPEN = 1
    CLOSE = 2
    EITHER = 3


class Family(IntEnum):
    """Marks that can close one another."""

    DOUBLE = 0
    GUILLEMET = 1
    ANGLE = 2
    CORNER = 3
    WHITE_CORNER = 4
    SINGLE = 5


class Mark(NamedTuple):
    """One printed mark at characters `[start, end)` of the text; `char` is its plain form (`&quot;` is `"`)."""

    start: int
    end: int
    char: str
    family: Family
    side: Side


_CANDIDATE = re.compile(r"""(["“”„‟«»‹›「」『』〝〞＂'‘’‚‛`´&])(?:\1{3,})?""")
_ENTITY = re.compile(r"&(quot|[lrb]dquo|[lr]squo|sbquo|[lr]aquo|#(?:34|39|171|187|82(?:16|17|18|20|21|22)|x2[27]));")
_ENTITIES = {
    **dict.fromkeys(("quot", "#34", "#x22"), '"'),
    **dict.fromkeys(("#39", "#x27"), "'"),
    **dict.fromkeys(("ldquo", "#8220"), "“"),
    **dict.fromkeys(("rdquo", "#8221"), "”"),
    **dict.fromkeys(("bdquo", "#8222"), "„"),
    **dict.fromkeys(("lsquo", "#8216"), "‘"),
    **dict.fromkeys(("rsquo", "#8217"), "’"),
    **dict.fromkeys(("sbquo", "#8218"), "‚"),
    **dict.fromkeys(("laquo", "#171"), "«"),
    **dict.fromkeys(("raquo", "#187"), "»"),
}
_FAMILY = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "＂", "〝", "〞", "``", "''"), Family.DOUBLE),
    **dict.fromkeys("«»", Family.GUILLEMET),
    **dict.fromkeys("‹›", Family.ANGLE),
    **dict.fromkeys("「」", Family.CORNER),
    **dict.fromkeys("『』", Family.WHITE_CORNER),
    **dict.fromkeys("'‘’‚‛`´", Family.SINGLE),
}
_FIXED = {
    "„": Side.OPEN, "‟": Side.OPEN, "``": Side.OPEN, "〝": Side.OPEN, "〞": Side.CLOSE,
    "「": Side.OPEN, "」": Side.CLOSE, "『": Side.OPEN, "』": Side.CLOSE,
}  # fmt: skip

# What is never printed without its apostrophe, so that '' before it is a mark and an apostrophe: ''Twas cold,' he said.
_ELIDED = re.compile(r"(?:em|tis|twas|twere|twould|til|cos|coz|ello|appen|ave)(?!\w)", re.IGNORECASE)

# Classes of the characters beside a mark: white space, opening and closing punctuation, words, dashes, marks, colons.
_SPACE, _OPENING, _CLOSING, _WORD, _DASH, _MARK, _COLON = range(7)
_SPACED = "\u0590"  # scripts from here on have no apostrophes inside words; in Korean a particle follows the mark
_CLASS = {
    **dict.fromkeys("([{¿¡<（［【", _OPENING),
    **dict.fromkeys(".,;!?)]}…>%。，、！？；）］】", _CLOSING),
    **dict.fromkeys("-–—―/", _DASH),
    **dict.fromkeys("\"“”„‟«»‹›「」『』'‘’‚‛`´", _MARK),
    **dict.fromkeys(":：", _COLON),
}
_O, _C, _E = Side.OPEN, Side.CLOSE, Side.EITHER
_SIDE = (
    # next: space, opening, closing, word, dash, mark, colon; one row for each class of the character before
    (_E, _O, _E, _O, _E, _O, _E),  # space
    (_O, _O, _E, _O, _O, _O, _E),  # opening
    (_C, _C, _C, _E, _C, _C, _C),  # closing
    (_C, _C, _C, _E, _C, _C, _C),  # word
    (_C, _E, _C, _E, _E, _E, _C),  # dash
    (_C, _O, _C, _O, _C, _E, _C),  # mark
    (_E, _O, _E, _O, _E, _O, _E),  # colon
)


_CLASS |= dict.fromkeys(" \n\t", _SPACE)


def _char_class(char: str) -> int:
    known = _CLASS.get(char)
    return known if known is not None else _SPACE if char.isspace() else _WORD


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return the marks of `text[start:end]` in order; apostrophes inside words and runs of marks are left out."""
    marks: list[Mark] = []
    skip = start
    for found in _CANDIDATE.finditer(text, start, end):
        at = found.start()
        if at < skip or found.end() - at > 1:  # a run of one mark is a line or a slip, and quotes nothing
            continue
        char = text[at]
        stop = at + 1
        if char in "'’":
            if stop < end and text[stop].isalnum() and at > start and text[at - 1].isalnum() and text[stop] < _SPACED:
                continue
            if char == "'" and stop < end and text[stop] == "'":
                if _ELIDED.match(text, stop + 1, end):  # ''Twas cold,' said …
                    skip = stop + 1
                else:
                    char, stop = "''", stop + 1
        elif char == "&":
            entity = _ENTITY.match(text, at, end)
            if entity is None:
                continue
            char, stop = _ENTITIES[entity[1]], entity.end()
        elif char == "`" and stop < end and text[stop] == "`":
            char, stop = "``", stop + 1
        skip = max(skip, stop)
        before = text[at - 1] if at > start else " "
        if before == "\\":  # an escape left over from JSON stands before both marks and belongs to neither
            before = text[at - 2] if at - 1 > start else " "
        elif char in "«»‹›" and before in "'’" and at - 1 > start and text[at - 2].isalpha():
            before = " "  # "qu’« aucun »": an apostrophe, not a mark
        after = text[stop] if stop < end else " "
        side = _FIXED.get(char) or _SIDE[_char_class(before)][_char_class(after)]
        marks.append(Mark(at, stop, char, _FAMILY[char], side))
    return marks
