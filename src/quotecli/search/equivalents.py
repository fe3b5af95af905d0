"""What may be written for a word and means the same: "harbor" for "harbour", "organize" for "organise", "2" for "two".

"%" needs no equivalent: words are cut so that it is "percent" (`store/words.py`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quotecli.core.tables import read_table

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["equivalents", "known_equivalents"]

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
_FIGURES = {
    **{word: str(number) for number, word in enumerate(_NUMBERS)},
    **{word: str(10 * number) for number, word in enumerate(_TENS, 3)},
}
_WORDS = {figure: word for word, figure in _FIGURES.items()}
_LEAST = 4
"""Letters of the shortest word that is spelt in two ways."""
_ENDS = ("e", "ed", "er", "ers", "es", "ing", "ation", "ations", "ational")
_LEAST_STEM = 3
"""Letters before "-ise": "organise" is "organize", but "prise" not "prize"."""
_LEAST_DOUBLED = 8
"""Letters of a word in which "l" may be doubled: "travelled" is "traveled", but "filled" not "filed"."""


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
    if len(word) < _LEAST or not word.isalpha():
        figure = _FIGURES.get(word) or _WORDS.get(word)
        return {figure} if figure else set()
    found = {word.replace(one, other, 1) for one, other in _stems() if one in word}
    for end in _ENDS:
        stem = word.removesuffix(end)
        if stem == word:
            continue
        if stem.endswith(("is", "iz")) and len(stem) > _LEAST_STEM + 1:
            found.add(stem[:-1] + ("z" if stem[-1] == "s" else "s") + end)
        if len(word) >= _LEAST_DOUBLED and stem[-1] == "l" and stem.rstrip("l")[-1:] in ("a", "e", "o"):
            found.add((stem[:-1] if stem[-2] == "l" else stem + "l") + end)
    if figure := _FIGURES.get(word):
        found.add(figure)
    return found - {word}


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """Return the spellings of each stem, both ways; what comes out may be no word, and then no quote has it."""
    rows = [(row[0], row[1]) for row in read_table("quotecli.search", "spellings.tsv")]
    return (*rows, *((american, british) for british, american in rows))
