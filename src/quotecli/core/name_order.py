"""Which words of a person's name are the family's, where it isn't the last word: Xi Jinping, Mario Vargas Llosa."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from quotecli.core.folding import fold
from quotecli.core.names import given_names
from quotecli.core.tables import read_table

__all__ = ["compound_family", "is_family_first"]

_INITIAL = r"(?:b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w)"
_FINAL = r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ao|an|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
_PINYIN = re.compile(rf"{_INITIAL}{_FINAL}(?:{_INITIAL}{_FINAL}|'(?:an|ai|ao|en|er|e))")
"""A given name of two Chinese syllables: Jinping, Xiaoping."""
_HYPHENED = re.compile(r"[A-Z][a-z]{0,5}-[A-Za-z][a-z]{0,5}")
"""One of two syllables with a hyphen, Korean or Chinese: Ki-moon, Ing-wen."""
_SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnpqrstvwyx]|ch|dr|gh|gw|gy|hw|hy|kh|ki|kw|ky|ng|nh|ph|qu|sh|th|ts|tr|y|zh)?"
    r"[aeiouy]{1,3}(?:ch|ng|nh|[bcghkmnprtw])?"
)
_EASTERN = re.compile(r"[\u1100-\u11ff\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uac00-\ud7a3]+")
_KATAKANA = re.compile(r"[\u30a0-\u30ff]+")
"""Names from other languages in Japanese, which keep their own order."""
_VIETNAMESE = frozenset("ăơưđ")
_VIETNAMESE_MARKS = frozenset("\u0309\u0323")
"""Marks above and below a vowel that no other language writes together with its letters: hook, dot below."""
_VIETNAMESE_FAMILIES = frozenset("dinh hoang huynh nguyen pham phan tran trinh".split())
_WESTERN_SYLLABLES = frozenset(
    "ann anne dan don jane jean jo joe john jon ken kim kit lee mae may pat ray rae sam sue tom van".split()
)
"""Second names of one syllable from elsewhere: "Kim Ann Rowe"."""
_SINITIC = frozenset("zh ko vi".split())
_SPANISH = frozenset("es ca eu gl".split())


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.core", name))


def is_family_first(words: Sequence[str], language: str | None = None) -> bool:
    """Tell whether a name's first word is the family's: Xi Jinping, Kim Jong Un, Kovács János on a Hungarian page.

    Args:
        words: the name without titles and what stands behind it, as printed.
        language: the document's, as a BCP 47 tag.

    Only what can hardly be read otherwise is: Li Na, Kim Lee and Chan Ho Park stay in doubt.
    """
    base = (language or "").partition("-")[0].lower()
    if len(words) < 2 or len(words) > 4:
        return False
    if all(_EASTERN.fullmatch(word) for word in words):
        return not all(_KATAKANA.fullmatch(word) for word in words)
    if base == "hu" and len(words) < 4 and all(word[0].isupper() for word in words):
        return _is_given(words[-1]) or not _is_given(words[0])
    first, *rest = [fold(word) for word in words]
    if first not in _table("family_first.tsv") or any("." in word for word in words):
        return False
    if any(map(_is_vietnamese, words)):
        return True
    if len(rest) == 1:
        if _HYPHENED.fullmatch(words[1]) and all(map(_SYLLABLE.fullmatch, rest[0].split("-"))):
            return True
        given = first in given_names()  # "Lee Manning", "Kim Duran"
        return not given and rest[0] not in _table("family_first.tsv") and bool(_PINYIN.fullmatch(rest[0]))
    syllables = all(map(_SYLLABLE.fullmatch, rest))
    if base in _SINITIC and syllables:
        return True
    western = rest[0] in _WESTERN_SYLLABLES and not (rest[0] == "van" and first in _VIETNAMESE_FAMILIES)
    return len(rest) == 2 and syllables and rest[-1] not in _table("family_first.tsv") and not western


def compound_family(words: Sequence[str], language: str | None = None) -> int:
    """Return how many of a name's last words are the family's: 2 in Mario Vargas Llosa, 1 where nothing tells.

    Args:
        words: the name without titles and what stands behind it, the given name first.
        language: the document's; on Spanish and Catalan pages two names stand behind the given ones. (Portuguese names
            are filed by the last.)
    """
    low = [fold(word) for word in words]
    if len(low) > 2 and " ".join(low[-2:]) in _table("compound_families.tsv"):
        return 2
    if len(low) > 3 and " ".join(low[-3:]) in _table("compound_families.tsv"):
        return 3
    if len(low) < 3 or any(word[0].islower() or "." in word for word in words[-2:]):
        return 1
    father, mother = low[-2:]
    spanish = _table("spanish_families.tsv")
    if (language or "").partition("-")[0].lower() in _SPANISH:
        return 2 if _is_given(words[0]) and (father in spanish or father not in given_names()) else 1
    marked = any(fold(word) != word.casefold() for word in words[-2:])
    return 2 if marked and father in spanish and mother in spanish else 1


def _is_given(word: str) -> bool:
    return fold(word) in given_names()


def _is_vietnamese(word: str) -> bool:
    if not _VIETNAMESE.isdisjoint(word.casefold()):
        return True
    marks = [char for char in unicodedata.normalize("NFD", word) if unicodedata.combining(char)]
    return not _VIETNAMESE_MARKS.isdisjoint(marks) or len(marks) > len(set(word)) or "\u0302\u0303" in "".join(marks)
