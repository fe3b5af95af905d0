"""Text folded for comparison, with a map back to the original.

Folding makes what people mix up equal: case, accents, width, curly and straight marks, all dashes, all spaces, and
drops what nobody types (soft hyphens, zero-width characters, variation selectors). Two texts that fold alike are the
same words. The map lets a match in the folded text be marked in the text as printed.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME = {
    **dict.fromkeys("‘’‚‛′ʼ´`＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "…": "...",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
}
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f")


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in _DROPPED:
        return ""
    out: list[str] = []
    for piece in unicodedata.normalize("NFKD", char.casefold()):
        if unicodedata.combining(piece):
            continue
        out.append(" " if piece.isspace() else _SAME.get(piece, piece))
    return _SAME.get(char.casefold()) or "".join(out)


def fold(text: str) -> str:
    """Return `text` folded: lower case, no accents, plain marks, dashes and single spaces (not trimmed)."""
    if text.isascii():
        return " ".join(text.lower().split()) if "\x00" not in text else fold_with_map(text)[0].strip()
    return fold_with_map(text)[0].strip()


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the offset of the character of `text` it came from.

    The map has one entry more than the folded text has characters: the last is `len(text)`, so that a folded span
    `[a, b)` is the original span `[map[a], map[b - 1] + 1)`, and an empty text has the map `[0]`.
    """
    folded: list[str] = []
    offsets: list[int] = []
    space = True  # leading white space is dropped
    for offset, char in enumerate(text):
        for piece in _fold_char(char):
            if piece == " ":
                if space:
                    continue
                space = True
            else:
                space = False
            folded.append(piece)
            offsets.append(offset)
    if folded and folded[-1] == " ":
        folded.pop()
        offsets.pop()
    offsets.append(len(text))
    return "".join(folded), offsets
