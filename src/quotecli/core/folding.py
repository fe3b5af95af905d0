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
    folded = _fold_once(char)
    while (again := "".join(map(_fold_once, folded))) != folded:  # 𝑨 decomposes to A, which has yet to become a
        folded = again
    return folded


def _fold_once(char: str) -> str:
    lower = char.casefold()
    if lower in _SAME:
        return _SAME[lower]
    pieces = [piece for piece in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(piece)]
    return "".join(" " if piece.isspace() else _SAME.get(piece, piece) for piece in pieces if piece not in _DROPPED)


class _Folds(dict[int, str]):
    """What each character folds to, filled as characters are met; `str.translate` reads it without a Python loop."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_FOLDS = _Folds()


@lru_cache(maxsize=256)
def printed_as(char: str) -> tuple[str, ...]:
    """Return the characters of which a folded one is a part: "$" is printed as $, ＄ or ﹩, "-" as any dash."""
    wide = map(chr, (*range(0xFE50, 0xFE70), *range(0xFF01, 0xFFF0)))
    return (char, *(other for other in (*_SAME, *wide) if other != char and char in _fold_char(other)))


def fold(text: str) -> str:
    """Return `text` folded: lower case, no accents, plain marks and dashes, single spaces, none at the ends."""
    return " ".join(fold_characters(text).split())


def fold_characters(text: str) -> str:
    """Return `text` with each character folded, and its spaces as they are."""
    return text.lower().replace("`", "'") if text.isascii() else text.translate(_FOLDS)


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
