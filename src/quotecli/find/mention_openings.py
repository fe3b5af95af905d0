"""Where in a text mentions may begin, told from the words alone."""

from __future__ import annotations

from functools import cache

from quotecli.find.lexicon import FOREIGN_PRONOUNS, PRONOUNS, roles
from quotecli.find.mention_words import ALONE, DETERMINERS, PARTICLES, SHARES, SHORTENED, is_joined

_MARKED = frozenset("@ʻ‘’'")
"""What may stand before a name's first letter."""


_KEPT = 1 << 15
"""How many words are remembered, so that memory stays small whatever is read."""


_PLAIN: dict[bool, set[str]] = {False: set(), True: set()}
"""The words met so far with which none begins, in other languages and in English."""


def opening_words(words: set[str], *, english: bool) -> set[str]:
    """Return those of a text's words with which a mention may begin; most are ruled out here, each word once."""
    plain = _PLAIN[english]
    rest = words - plain
    opening = _opening_words(english)
    opens = {word for word in rest if (word[0].isupper() and not _is_lettered(word)) or _opens(word, opening)}
    if len(plain) > _KEPT:
        plain.clear()
    plain |= rest - opens
    return opens


def _is_lettered(word: str) -> bool:
    """Tell whether a capital is a letter before a hyphen: "U-turns", "R-Ore"."""
    return word[1:2] == "-" and (word[2:3].islower() or word[0] in "RDI")


def _opens(word: str, opening: frozenset[str]) -> bool:
    low = word.lower().replace("’", "'")
    return word[0] in _MARKED or low in opening or low.endswith("-year-old") or is_joined(word)


@cache
def _opening_words(english: bool) -> frozenset[str]:
    pronouns = PRONOUNS if english else FOREIGN_PRONOUNS
    shortened = SHORTENED if english else ()
    return frozenset((*pronouns, *shortened, *DETERMINERS, *PARTICLES, *roles(), *ALONE, *SHARES))
