"""Characters that nobody sees: soft hyphens, zero-width spaces and joiners, marks of byte order and of direction.

Programs put them into words for breaking lines, for tracking copies or by accident. A word with one in it is the word
that a reader sees, and what is copied or searched should be that. Where a script needs them they stay: joiners behind
letters of Arabic and Indic scripts and in emoji, zero-width spaces in scripts without spaces between words.
"""

from __future__ import annotations

import re

__all__ = ["invisible_places", "visible", "with_plain_spaces"]

_JOINED = (
    "\u0590-\u1dff\u200c\u200d\u2190-\u2bff\ua000-\uabff\uf900-\ufdff\ufe00-\ufe0f\ufe70-\ufefc\U00010000-\U000effff"
)
"""Behind what a joiner shapes what is seen: letters of other scripts than Greek's kin, their marks, emoji."""
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df"
# These are compiled when first needed: most texts that are shown have nothing of the kind.
_INVISIBLE = (
    "[\u00ad\u034f\u061c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
    f"|(?<![{_UNSPACED}])\u200b|(?<![{_JOINED}])[\u200c\u200d]"
)
_PARTED = r"\u00ad[ \t]*\r?\n[ \t]*(?=[^\W\d_])"
"""A word that a line's end parts: there the soft hyphen is seen, and is a hyphen for the line alone."""
_SPACES = "[\u00a0\u1680\u2000-\u200a\u202f\u205f]"


_RANGES = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064),
    (0x2066, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
)  # fmt: skip
_HIDDEN = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""All that may be invisible, wherever it stands: most texts hold none, which is told faster than by the expression."""


def visible(text: str) -> str:
    """Return `text` without the characters that nobody sees."""
    if text.isascii() or _HIDDEN.isdisjoint(text) or not re.search(_INVISIBLE, text):
        return text
    return re.sub(_INVISIBLE, "", re.sub(_PARTED, "", text))


def with_plain_spaces(text: str) -> str:
    """Return `text` with a plain space for each that doesn't break or has a width of its own."""
    return text if text.isascii() else re.sub(_SPACES, " ", text)


def invisible_places(text: str) -> list[int]:
    """Return the offsets of the characters of `text` that nobody sees, in order."""
    if text.isascii() or _HIDDEN.isdisjoint(text):
        return []
    return [found.start() for found in re.finditer(_INVISIBLE, text)]
