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


class _Openings(dict[str, tuple[bool, bool]]):
    """Of the words met so far, whether a mention may begin with one, and whether it has a capital."""

    __slots__ = ("_opening",)

    def __init__(self, opening: frozenset[str]) -> None:
        """Begin with none; `opening` are words of tables with which mentions begin."""
        super().__init__()
        self._opening = opening

    def __missing__(self, word: str) -> tuple[bool, bool]:
        """Look at a word that is not remembered."""
        if len(self) >= _KEPT:
            self.clear()
        listed = word in self._opening
        capital = not listed and is_capital(word)
        opens = listed or (capital and not _is_lettered(word)) or _opens(word, self._opening)
        found = self[word] = (opens, capital)
        return found


def opening_words(words: set[str], *, english: bool) -> tuple[set[str], set[str]]:
    """Return those of a text's words with which a mention may begin, then those that have capitals, nearly all of them.

    Most words are ruled out here, each of them once.
    """
    seen = _openings(english)
    opens = {word for word in words if seen[word][0]}
    return opens, {word for word in words if seen[word][1]}


def _is_lettered(word: str) -> bool:
    """Tell whether a capital is a letter before a hyphen, or of a number: "U-turns", "R-Ore", "III"."""
    if len(word) > 1 and _NUMERAL.issuperset(word):
        return True
    return word[1:2] == "-" and (word[2:3].islower() or word[0] in "RDI")


def _opens(word: str, opening: frozenset[str]) -> bool:
    low = word.lower().replace("’", "'")
    return word[0] in _MARKED or low in opening or low.endswith("-year-old")


@cache
def _openings(english: bool) -> _Openings:
    pronouns = PRONOUNS if english else FOREIGN_PRONOUNS
    shortened = SHORTENED if english else ()
    return _Openings(frozenset((*pronouns, *shortened, *DETERMINERS, *PARTICLES, *roles(), *ALONE, *SHARES)))
