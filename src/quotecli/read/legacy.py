"""Which encoding from before Unicode a text without a declaration is in, by the letters that a language writes."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotecli.core.tables import read_table

__all__ = ["legacy_encoding"]

_SAMPLE = 40_000
_MOST_MARKUP = 400_000  # bytes of a page in which its text is sought
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[!/a-z][^>]{0,2000}>", re.IGNORECASE | re.DOTALL)
_FEWEST = 6  # letters outside ASCII; fewer tell nothing
_THROUGHOUT = 0.4  # from this share of the bytes that are letters on, the script is not Latin
_FITS = 0.97
_DOUBTED = 0.9
_FREQUENT = 0.18  # of characters in scripts of thousands (0.03 by chance); of an alphabet's letters most must be
_ALPHABET = 0.75
_THOUSANDS = frozenset(("cp932", "euc_jp", "gb18030", "big5", "cp949"))
_DAMAGED = 0.005
_PUNCTUATION = frozenset("“”‘’„‚‹›«»…–—•·©®™°§€£ \u00ad�")
_IN_WORDS = re.compile(r"(?<=[^\W\d_])(?<!\bm)(?<!\bcm)[^\x00-\x7f]|[^\x00-\x7f](?=[^\W\d_])")
"""Characters that touch a letter: not the signs of "£5", "1¼" and "m³", which are letters in other encodings."""


class _Row(NamedTuple):
    codec: str
    throughout: bool
    letters: frozenset[str]


@cache
def _rows() -> list[_Row]:
    table = read_table("quotecli.read", "encodings.tsv")
    return [_Row(codec, where == "throughout", frozenset(letters)) for codec, where, _, letters in table]


def legacy_encoding(data: bytes) -> str:
    """Return the codec that `data`, which is no UTF-8, is most likely written in; Windows-1252 where nothing tells."""
    sample = _MARKUP.sub(b" ", data[:_MOST_MARKUP])[:_SAMPLE]  # tags are Latin letters in any language
    high = sum(byte > 0x7F for byte in sample)
    letters = high + sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    if high < _FEWEST:
        return "cp1252"
    throughout = high > _THROUGHOUT * letters
    shares = [(_share(sample, row), row.codec) for row in _rows() if row.throughout == throughout]
    if throughout:
        shares = [one for one in shares if one[0] >= (_FREQUENT if one[1] in _THOUSANDS else _ALPHABET)]
        return max(shares, key=lambda one: one[0])[1] if shares else "cp1252"
    best, codec = max(shares, key=lambda one: one[0])  # of equals the first
    western = max(share for share, name in shares if name == "cp1252")
    return codec if best >= _FITS and western < _DOUBTED else "cp1252"


def _share(sample: bytes, row: _Row) -> float:
    """Return which share of the letters outside ASCII are the row's."""
    text = sample.decode(row.codec, "replace")
    if text.count("\ufffd") > 1 + _DAMAGED * len(text):
        return 0.0
    own = re.findall(r"[^\x00-\x7f]", text) if row.throughout else _IN_WORDS.findall(text)
    own = [char for char in own if row.throughout or char not in _PUNCTUATION]
    fitting = sum((char if row.throughout else char.lower()) in row.letters for char in own)
    return fitting / len(own) if own else 1.0  # "£5": nothing speaks against it
