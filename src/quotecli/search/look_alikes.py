"""Letters and figures that look like others: a Cyrillic "а" amid Latin letters, "2OlO", "p1an".

Scanners take one for the other, and who spoofs a page puts one for the other. What the store has is taken as typed.
"""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING

from quotecli.core.folding import fold
from quotecli.store.words import cut

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["as_looks", "in_latin"]

_LATIN = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТХУІЈЅԌαορνικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhqwABEKMHOPCTXYIJSGaopvikuABEZHIKMNOPTYX",
)
_FIGURES = str.maketrans("OolI", "0011")
_LETTERS = {"0": "o", "1": "li", "5": "s"}
_WORD = re.compile(r"[^\W_]+")
_MIXED = re.compile(r"[^\W\d_]*(?:\d[^\W\d_]+|[^\W\d_]\d)[^\W_]*")
"""A word with figures and letters."""
_MOST_WAYS = 16
_LEAST = 3
"""Letters of a word that figures stand in, or signs of a number that letters stand in: "5m" and "1st" are no others."""


def in_latin(text: str) -> str:
    """Return a text with the letters of other writings that look like Latin ones as these, if they stand amid Latin."""
    if text.isascii():
        return text
    words = _WORD.findall(text)
    if not any(_is_mixed(word) for word in words):
        return text
    return _WORD.sub(lambda found: _latin(found[0]), text)


def _latin(word: str) -> str:
    latin = word.translate(_LATIN)
    return latin if latin.isascii() else word


def _is_mixed(word: str) -> bool:
    return not word.isascii() and any(map(str.isascii, word)) and word.translate(_LATIN).isascii()


def as_looks(store: Store, text: str) -> str:
    """Return a text with the words that the store has not as it has what looks the same."""
    latin = in_latin(text)
    if latin != text:
        words = cut(fold(text))
        text = text if store.index.counts(words).keys() >= set(words) else latin
    mixed = dict.fromkeys(_MIXED.findall(text))
    ways = {word: _ways(word) for word in mixed}
    known = store.index.counts(sorted({fold(one) for word in mixed for one in (word, *ways[word])}))
    for word in mixed:
        if fold(word) not in known and (meant := next((one for one in ways[word] if fold(one) in known), "")):
            text = re.sub(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", meant, text)
    return text


def _ways(word: str) -> list[str]:
    """Return what a word with figures and letters may be: figures alone, or letters alone."""
    figures = word.translate(_FIGURES)
    if figures.isdigit():
        return [figures] if len(word) >= _LEAST else []
    if sum(map(str.isalpha, word)) < _LEAST:
        return []
    ways = islice(product(*(_LETTERS.get(char, char) for char in word)), _MOST_WAYS)
    return [way for way in map("".join, ways) if way.isalpha()]
