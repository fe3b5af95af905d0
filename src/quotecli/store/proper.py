"""Names inside quotes: where another name stands in the place of one, it is another statement.

Whether a word is a name is told by its capital inside a sentence; at the beginning of one, by being no common word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from quotecli.core.folding import fold
from quotecli.core.names import common_words, short_forms, titles

__all__ = ["both_named", "names", "other_names"]

_PIECE = re.compile(r"[\[\].!?:;…“”\"«»]|[^\W\d_][\w'’]*")
_ENDS = frozenset('.!?:;…“”"«»')
_NEVER = frozenset("i im ive ill id ok okay".split())
_PLAIN, _BRACKETED = 1, 2
_ALL_CAPITALS = 0.6
"""Where so many of the longer words have capitals, these tell nothing: a headline, or a text in capitals."""
_LONGER, _FEW = 3, 4
_ALIKE = 0.75
"""Names whose letters are so alike are one, spelt otherwise: Zelensky, Zelenskyy; Mohammed, Muhammad."""
_SAME = tuple(
    frozenset(names.split())
    for names in (
        "us u s usa america american americans united states",
        "uk u k britain british united kingdom",
        "eu e u europe european union",
        "isis isil daesh islamic state",
        "gop republican republicans",
        "un u n united nations",
        "god lord",
    )
)


def other_names(here: Sequence[str], there: Sequence[str], first: str, second: str) -> bool:
    """Tell whether words that stand in each other's place are names, and not of the same.

    Args:
        here: words of one quote, folded and cut.
        there: words of the other.
        first: the text of the one.
        second: the text of the other.
    """
    if not _may_be_named(here, first) or not _may_be_named(there, second):
        return False
    known, others = names(first), names(second)
    pairs = [(known[one], others[other]) for one in here if one in known for other in there if other in others]
    if not pairs or not any(one & other for one, other in pairs):
        return False  # an editor's [name] stands for what was said
    return not _same([word for word in here if word in known], [word for word in there if word in others], here, there)


def both_named(here: Collection[str], there: Collection[str], first: str, second: str) -> bool:
    """Tell whether names are among words of the one quote, and among words of the other."""
    if not _may_be_named(here, first) or not _may_be_named(there, second):
        return False
    return not names(first).keys().isdisjoint(here) and not names(second).keys().isdisjoint(there)


def _may_be_named(words: Collection[str], text: str) -> bool:
    """Tell, cheaply, whether a word stands in the text with a capital, as far as its letters are plain ones."""
    return any(word.capitalize() in text for word in words) or not text.isascii() or "'" in text


def _same(one: Sequence[str], other: Sequence[str], here: Sequence[str], there: Sequence[str]) -> bool:
    """Tell whether two names may be one's: alike, short for each other, or a title for either."""
    if titles().issuperset(one) or titles().issuperset(other):
        return True
    if _initials(here) == "".join(there) or _initials(there) == "".join(here):
        return True
    if any(not group.isdisjoint(one) and not group.isdisjoint(other) for group in _SAME):
        return True
    return any(_alike(a, b) for a in one for b in other)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _alike(one: str, other: str) -> bool:
    if one == other or other in short_forms(one):
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


@lru_cache(maxsize=2048)
def names(text: str) -> dict[str, int]:
    """Return the words of a text that are names, as they are cut, each with whether it stands in brackets or not."""
    found: dict[str, int] = {}
    begins, bracketed = True, False
    capitals = words = 0
    lower = set()
    for piece in _PIECE.findall(text):
        if piece in _ENDS:
            begins = True
            continue
        if piece in {"[", "]"}:
            bracketed = piece == "["
            continue
        word = fold(piece).replace("'", "")
        capital = piece[0].isupper()
        if len(piece) > _LONGER:
            words += 1
            capitals += capital
        if not capital:
            lower.add(word)
        elif word not in _NEVER and not (begins and word in common_words()):
            found[word] = found.get(word, 0) | (_BRACKETED if bracketed else _PLAIN)
        begins = False
    if words >= _FEW and capitals > _ALL_CAPITALS * words:
        return {}
    return {word: where for word, where in found.items() if word not in lower}
