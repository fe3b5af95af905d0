"""What may be written for a word and means the same: "harbor" for "harbour", "2" for "two", "2nd" for "second".

"%" needs no equivalent: words are cut so that it is "percent" (`store/words.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["equivalents", "known_equivalents"]


_LONGEST_ORDINAL = len("20th")


def equivalents(words: tuple[str, ...]) -> dict[str, str]:
    """Return what may stand for the words looked for: each other spelling with the word of the query that it means.

    Args:
        words: folded, as cut.

    Returns:
        None of the words themselves; whether anybody writes such a spelling isn't known.
    """
    found = {other: word for word in words for other in _others(word)}
    return {other: word for other, word in found.items() if other not in words}


def known_equivalents(store: Store, words: tuple[str, ...]) -> dict[str, str]:
    """Return what stands in the store and may be written for one of the words, with that word."""
    same = equivalents(words)
    return {other: same[other] for other in store.index.counts(sorted(same))} if same else {}


def _others(word: str) -> set[str]:
    from quotecli.core.spelling import FIGURES, IN_WORDS, ORDINALS, ordinal, other_spellings

    if word[:1].isdigit() and len(word) <= _LONGEST_ORDINAL:
        return {IN_WORDS[word]} if word in IN_WORDS else {one for one, at in ORDINALS.items() if ordinal(at) == word}
    figure = FIGURES.get(word) or (ordinal(ORDINALS[word]) if word in ORDINALS else "")
    return other_spellings(word) | ({figure} if figure else set())
