"""Where in a text mentions may begin, told from the words alone."""

from __future__ import annotations

from functools import cache

from quotecli.find.lexicon import FOREIGN_PRONOUNS, PRONOUNS, roles
from quotecli.find.mention_words import ALONE, DETERMINERS, PARTICLES, SHARES, SHORTENED, is_capital

_NUMERAL = frozenset("IVX")
_MARKED = frozenset("@ʻ‘’'")
"""What may stand before a name's first letter."""


_KEPT = 1 << 15
"""How many words are remembered, so that memory stays small whatever is read."""


_PLAIN: dict[bool, set[str]] = {False: set(), True: set()}
"""The words met so far with which none begins, in other languages and in English."""


def opening_words(words: set[str], *, english: bool) -> tuple[set[str], set[str]]:
    """Return those of a text's words with which a mention may begin, then those that have capitals, nearly all of them.

    Most words are ruled out here, each of them once.
    """
    plain, opening = _PLAIN[english], _opening_words(english)
    known = words & opening
    rest = words - plain - opening
    capitals = {word for word in rest if is_capital(word)}
    rest -= capitals
    lettered = {word for word in capitals if _is_lettered(word) and not _opens(word, opening)}
    opens = {word for word in rest if _opens(word, opening)}
    if len(plain) > _KEPT:
        plain.clear()
    plain |= rest - opens
    return known | opens | (capitals - lettered), capitals


def _is_lettered(word: str) -> bool:
    """Tell whether a capital is a letter before a hyphen, or of a number: "U-turns", "R-Ore", "III"."""
    if len(word) > 1 and _NUMERAL.issuperset(word):
        return True
    return word[1:2] == "-" and (word[2:3].islower() or word[0] in "RDI")


def _opens(word: str, opening: frozenset[str]) -> bool:
    low = word.lower().replace("’", "'")
    return word[0] in _MARKED or low in opening or low.endswith("-year-old")


@cache
def _opening_words(english: bool) -> frozenset[str]:
    pronouns = PRONOUNS if english else FOREIGN_PRONOUNS
    shortened = SHORTENED if english else ()
    return frozenset((*pronouns, *shortened, *DETERMINERS, *PARTICLES, *roles(), *ALONE, *SHARES))
