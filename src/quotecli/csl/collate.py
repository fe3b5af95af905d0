"""Order of strings near to the Unicode Collation Algorithm's default, without its tables."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["collation_key"]

_SPECIAL = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}


@lru_cache(maxsize=20_000)
def collation_key(text: str) -> tuple[str, str, str]:
    """Base letters first; accents decide between equal letters, case (lower first) last.

    White space sorts before punctuation, punctuation before digits, digits before letters.
    """
    primary: list[str] = []
    accents: list[str] = []
    case: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char):
            accents.append(char)
            continue
        folded = char.casefold()
        folded = _SPECIAL.get(folded, folded)
        if char.isspace():
            primary.append("\x01")
        elif not char.isalnum():
            primary.append("\x02" + char)
        else:
            primary.append(folded)
            case.append("1" if char != char.lower() else "0")
        accents.append(" ")
    return "".join(primary), "".join(accents), "".join(case)
