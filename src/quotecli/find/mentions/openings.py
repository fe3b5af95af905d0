"""Where in a text mentions may begin, told from the words alone."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress

from quotecli.find.words.closed import ALONE, DETERMINERS, PARTICLES, SHARES, SHORTENED, is_age, is_capital
from quotecli.find.words.lexicon import FOREIGN_PRONOUNS, PRONOUNS, roles

_NUMERAL = frozenset("IVX")
_MARKED = frozenset("@ʻ‘’'")
"""What may stand before a name's first letter."""
_ELIDED = re.compile(r"(?:d|l|d[ae]ll|degl|nell|sant)['’][A-ZÀ-ÖØ-Þ]\w")
"""What begins a family name in small letters: "d’Aubigné", "dell'Acqua". In French it is a word before a name."""

_KEPT = 1 << 14
"""How many words are remembered, so that memory stays small whatever is read."""


_OPENS, _CAPITAL, _TELLS = 1, 2, 4
"""What a word may be, and their sums."""


class _Openings(dict[str, int]):
    """Of the words met so far, what they are: see `opening_words`."""

    __slots__ = ("_english", "_opening")

    def __init__(self, opening: frozenset[str], *, english: bool) -> None:
        """Begin with none; `opening` are words of tables with which mentions begin."""
        super().__init__()
        self._opening = opening
        self._english = english

    def __missing__(self, word: str) -> int:
        """Look at a word that is not remembered."""
        if len(self) >= _KEPT:
            self.clear()
        low = word.lower().replace("’", "'")
        listed, age = word in self._opening, is_age(low)
        may_be_name = not (listed or word.islower())
        capital = may_be_name and (is_capital(word) or (self._english and _ELIDED.match(word) is not None))
        opens = listed or age or low in self._opening or word[0] in _MARKED or (capital and not _is_lettered(word))
        tells = age or low in roles()
        found = self[word] = _OPENS * opens + _CAPITAL * capital + _TELLS * tells
        return found


def opening_words(words: set[str], *, english: bool) -> tuple[set[str], set[str], set[str]]:
    """Return of a text's words those with which a mention may begin, those with capitals, and nouns for speakers.

    Of the words with capitals nearly all are returned. Most words are ruled out here, each of them once.
    """
    seen = list(map(_openings(english).__getitem__, words))
    opens, capitals, tells = (set(compress(words, map(kind.__and__, seen))) for kind in (_OPENS, _CAPITAL, _TELLS))
    return opens, capitals, tells


def _is_lettered(word: str) -> bool:
    """Tell whether a capital is a letter before a hyphen, or of a number: "U-turns", "R-Ore", "III"."""
    if len(word) > 1 and _NUMERAL.issuperset(word):
        return True
    return word[1:2] == "-" and (word[2:3].islower() or word[0] in "RDI")


@cache
def _openings(english: bool) -> _Openings:
    pronouns = PRONOUNS if english else FOREIGN_PRONOUNS
    shortened = SHORTENED if english else ()
    opening = frozenset((*pronouns, *shortened, *DETERMINERS, *PARTICLES, *roles(), *ALONE, *SHARES))
    return _Openings(opening, english=english)
