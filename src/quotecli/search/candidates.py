"""Finds the rows worth a closer look: by all words first, then by most of them, then by words spelt alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from quotecli.store.words import grams, reach

if TYPE_CHECKING:
    from quotecli.store import Scope, Store

__all__ = ["Group", "all_words", "groups", "most_words", "spelt_alike"]

_BUDGET = 16_000
"""Rows that are counted for a query's rarest words together."""
_SINGLES = 3
"""So many words looked up one by one find a phrase with two wrong words; with fewer, pairs are looked up too."""
_PAIRED = 4
_LOOKED_AT = 300
"""Rows handed on to be judged by their texts."""


class Group(NamedTuple):
    """One word looked for and what may stand for it.

    Attributes:
        word: as typed, folded.
        forms: expressions of the full-text index, any of which will do; empty when nothing is like it.
        quotes: about how many quotes have one of them.
        known: whether the store has the word itself.
    """

    word: str
    forms: tuple[str, ...]
    quotes: int
    known: bool

    @property
    def expression(self) -> str:
        """The group as an expression."""
        return self.forms[0] if len(self.forms) == 1 else "(" + " OR ".join(self.forms) + ")"


def spelt_alike(store: Store, word: str, most: int = 12) -> list[tuple[str, int]]:
    """Return (word, quotes) for the words of the store that are spelt like `word`, the likeliest first."""
    from rapidfuzz.distance import OSA

    allowed = reach(word)
    if not allowed:
        return []
    found = []
    for term, quotes in store.index.spelt_like(grams(word)):
        if abs(len(term) - len(word)) > allowed:
            continue
        distance = OSA.distance(word, term, score_cutoff=allowed)
        if distance <= allowed and term != word:
            found.append((distance, -quotes, term))
    found.sort()
    return [(term, -quotes) for _, quotes, term in found[:most]]


def groups(store: Store, words: Sequence[str], *, widen: bool = False) -> list[Group]:
    """Return a group for each distinct word, the rarest first.

    Args:
        store: the store.
        words: folded, in order.
        widen: also take words spelt like those that the store has, for a typo may make another word.
    """
    pairs = [first + second for first, second in pairwise(words)]
    parts = {word: [(word[:at], word[at:]) for at in range(2, len(word) - 1)] for word in words if len(word) > 4}
    ask = {*words, *pairs, *(piece for cuts in parts.values() for cut_ in cuts for piece in cut_)}
    counts = store.index.counts(sorted(ask))
    found = []
    for place, word in enumerate(dict.fromkeys(words)):
        forms: dict[str, int] = {}
        if word in counts:
            forms[f'"{word}"'] = counts[word]
        for pair in pairs:
            if pair in counts and (pair.startswith(word) or pair.endswith(word)):
                forms[f'"{pair}"'] = counts[pair]
        if word not in counts or widen:
            for like, quotes in spelt_alike(store, word):
                forms[f'"{like}"'] = quotes
        if word not in counts:
            for first, second in parts.get(word, ()):
                if first in counts and second in counts:
                    forms[f'("{first}" AND "{second}")'] = min(counts[first], counts[second]) // 4
            if len(word) > 3:
                for like, quotes in store.index.starting(word, 8):
                    forms[f'"{like}"'] = quotes
        found.append((sum(forms.values()), place, Group(word, tuple(forms), sum(forms.values()), word in counts)))
    found.sort(key=lambda item: item[:2])
    return [group for _, _, group in found]


def all_words(store: Store, wanted: Sequence[Group], scope: Scope, limit: int, *, saying: str = "") -> list[int]:
    """Return rows that have every word, or one spelt alike where the store hasn't the word itself.

    `saying`: see `Index.match`.
    """
    if not all(group.forms for group in wanted):
        return []
    expression = " AND ".join(group.expression for group in wanted)
    return store.index.match(expression, scope, limit, saying=saying)


def most_words(store: Store, wanted: Sequence[Group], weights: Mapping[str, float], scope: Scope) -> list[int]:
    """Return rows that have some of the words, those that have the most telling ones first.

    The rarest words are looked up one by one and their rows counted; words too frequent for that only in pairs, and
    only as many as it takes to find a phrase of which two words were wrong.
    """
    some = [group for group in wanted if group.forms]
    found: dict[int, int] = {}  # row: which of the words it has, as bits
    spent = single = 0
    for place, group in enumerate(some):
        if single and spent + group.quotes > _BUDGET:
            break
        single += 1
        spent += group.quotes
        _note(found, store.index.match(group.expression, scope, _BUDGET, checked=False), 1 << place)
    if single < _SINGLES:
        frequent = range(max(0, single - 1), min(len(some), single + _PAIRED))
        for one, two in combinations(frequent, 2):
            both = f"{some[one].expression} AND {some[two].expression}"
            _note(found, store.index.match(both, scope, _BUDGET // 4, checked=False), 1 << one | 1 << two)
    by_words: dict[int, list[int]] = {}
    for row, bits in found.items():
        by_words.setdefault(bits, []).append(row)
    best = sorted(by_words, key=lambda bits: -_worth(bits, some, weights))
    return store.index.inside(chain.from_iterable(by_words[bits] for bits in best), scope, _LOOKED_AT)


def _worth(bits: int, some: Sequence[Group], weights: Mapping[str, float]) -> float:
    return sum(weights[group.word] for place, group in enumerate(some) if bits >> place & 1)


def _note(found: dict[int, int], rows: list[int], bits: int) -> None:
    if not found:
        found.update(dict.fromkeys(rows, bits))
        return
    have = found.get
    for row in rows:
        found[row] = have(row, 0) | bits
