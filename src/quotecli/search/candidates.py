"""Finds the rows worth a closer look: by all words first, then by most of them, then by words spelt alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.folding import fold
from quotecli.search.joining import LEAST_RUN_TOGETHER, cut_up, pieces, runs
from quotecli.search.letters import doubled_otherwise, one_letter_off
from quotecli.search.telling import by_chance, telling
from quotecli.store.words import grams, index_words, reach

if TYPE_CHECKING:
    from quotecli.store import Scope, Store

__all__ = ["LEAST_BEGINNING", "Group", "all_words", "groups", "most_words", "spelt_alike", "written_apart"]

_WRONG = 2
"""So many words of a phrase may be wrong, or one in `_ONE_IN` where that is more."""
_ONE_IN = 3
_MOST = 2_000
"""Rows that one set of words looked up together may give."""
_NO_CHANCE = 0.001
"""What fewer quotes than this have by chance is what was meant: nothing more is looked up."""
_LOOKED_AT = 600
"""Rows handed on to be judged by their texts."""
_APART = 20_000
"""Quotes of the rarer half of a word up to which the word is looked for in two: such halves stand side by side."""
_NOTHING: Mapping[str, str] = {}
_LONGEST_WHOLE = 4
"""Letters of a word up to which it isn't looked for in two: "to do" is no "todo"."""
LEAST_BEGINNING = 3
"""Letters of a word that the store has not from which the words that begin so are taken for it: "vac" is vaccine."""
_FEW = 8
"""Rows whose texts are looked at for the frequent words, which takes less than reading those words' long lists."""


class Group(NamedTuple):
    """One word looked for and what may stand for it.

    Attributes:
        word: as typed, folded.
        forms: any of which will do, each one word or some that must all be there; empty when nothing is like it.
        quotes: about how many quotes have one of them.
        known: whether the store has the word itself.
    """

    word: str
    forms: tuple[tuple[str, ...], ...]
    quotes: int
    known: bool

    @property
    def may_be_begun(self) -> bool:
        """Whether the store has no such word, so that it may be the beginning of one."""
        return not self.known and len(self.word) >= LEAST_BEGINNING

    @property
    def expression(self) -> str:
        """The group as an expression of the full-text index."""
        forms = [" AND ".join(f'"{word}"' for word in form) for form in self.forms]
        return forms[0] if len(forms) == 1 else "(" + " OR ".join(f"({form})" for form in forms) + ")"

    def stands_in(self, words: set[str]) -> bool:
        """Tell whether a quote of these words has the word, or what may stand for it."""
        return any(words.issuperset(form) for form in self.forms)


_LEAST_OFFERED = 5
"""Letters of a word for which words with two other letters are offered."""


def spelt_alike(store: Store, word: str, most: int = 12) -> list[tuple[str, int]]:
    """Return (word, quotes) for the words of the store that are spelt like `word`, the likeliest first.

    Words with one wrong letter are made and looked up, which takes less than finding those that share some letters;
    only where the store has none of them, or where letters may be other than a to z, are the latter looked through.
    """
    allowed = reach(word)
    if not allowed:
        return []
    near = store.index.counts(one_letter_off(word)) if word.isascii() else {}
    found = [(1, -quotes, term) for term, quotes in near.items()] or _sharing_letters(store, word, allowed)
    found.sort()
    return [(term, -quotes) for _, quotes, term in found[:most]]


def near_in_spelling(store: Store, word: str, most: int) -> list[str]:
    """Return words to offer for one that finds nothing: with one wrong letter more than is searched for."""
    found = _sharing_letters(store, word, reach(word) + 1) if len(word) >= _LEAST_OFFERED else []
    return [term for _, _, term in sorted(found)[:most]]


def _sharing_letters(store: Store, word: str, allowed: int) -> list[tuple[int, int, str]]:
    """Return (distance, -quotes, word) of words with so many wrong letters, or with others doubled: "tarrifs"."""
    from rapidfuzz.distance import OSA

    sharing = store.index.spelt_like(grams(word))
    lengths = range(len(word) - allowed, len(word) + allowed + 1)
    distances = {term: OSA.distance(word, term, score_cutoff=allowed) for term in sharing if len(term) in lengths}
    distances |= dict.fromkeys(doubled_otherwise(word, sharing), 1)
    near = [term for term, distance in distances.items() if distance <= allowed and term != word]
    return [(distances[term], -quotes, term) for term, quotes in store.index.counts(near).items()]


def groups(
    store: Store, words: Sequence[str], *, widen: bool = False, same: Mapping[str, str] = _NOTHING
) -> list[Group]:
    """Return a group for each distinct word, the rarest first.

    Args:
        store: the store.
        words: folded, in order.
        widen: also take words spelt like those that the store has, for a typo may make another word.
        same: other words of the store, with the word for which each may stand as well (`equivalents`).
    """
    together = runs(words)
    ask = {*words, *together, *same, *(half for word in words for halves in _halves(word) for half in halves)}
    counts = store.index.counts(sorted(ask))
    joined = {run: {words[place] for place in places} for run, places in together.items() if run in counts}
    found = []
    for word in dict.fromkeys(words):
        known = word in counts
        forms: dict[tuple[str, ...], int] = {(word,): counts[word]} if known else {}
        forms |= {(run,): counts[run] for run, parts in joined.items() if word in parts}
        forms |= {(other,): counts[other] for other, meant in same.items() if meant == word and other in counts}
        if widen or not known:
            forms |= {(like,): quotes for like, quotes in spelt_alike(store, word)}
        if not known:
            forms |= _parted_or_begun(store, word, counts)
        if not forms and len(word) >= LEAST_RUN_TOGETHER:
            forms |= _run_together(store, word)
        found.append(Group(word, tuple(forms), sum(forms.values()), known))
    return sorted(found, key=lambda group: group.quotes)


def _halves(word: str) -> list[tuple[str, str]]:
    """Return the ways in which a word may be two; a short one is none."""
    return [(word[:at], word[at:]) for at in range(2, len(word) - 1)] if len(word) > _LONGEST_WHOLE else []


def _parted_or_begun(store: Store, word: str, counts: Mapping[str, int]) -> dict[tuple[str, ...], int]:
    """Return what a word may be that the store has not: two words, or the beginning of one; with their quotes."""
    forms: dict[tuple[str, ...], int] = {
        halves: min(counts[half] for half in halves) // 4
        for halves in _halves(word)
        if all(half in counts for half in halves)
    }
    if len(word) >= LEAST_BEGINNING:
        forms |= {(like,): quotes for like, quotes in store.index.starting(word, 8)}
    return forms


def _run_together(store: Store, word: str) -> dict[tuple[str, ...], int]:
    """Return the words, some ways, that one may be which the store has not; with about how many quotes have them."""
    counts = store.index.counts(sorted(pieces(word)))
    ways = [tuple(dict.fromkeys(parts)) for parts in cut_up(word, counts, store.index.size())]
    return {parts: min(counts[part] for part in parts) // 4 for parts in ways}


def all_words(store: Store, wanted: Sequence[Group], scope: Scope, limit: int, *, saying: str = "") -> list[int]:
    """Return rows that have every word, or one spelt alike where the store hasn't the word itself.

    `saying`: see `Index.match`.
    """
    if not all(group.forms for group in wanted):
        return []
    rarest = _rarest(wanted, store.index.size())
    if len(rarest) < len(wanted) and limit > _FEW:
        rows = store.index.match(_all(rarest), scope, _FEW + 1, saying=saying, rarest=rarest[0].quotes)
        if len(rows) <= _FEW:
            return [row for row, text in store.index.texts(rows) if _has_all(text, wanted)]
    many = len(wanted) == 1 and wanted[0].quotes > limit  # more have the one word than could be looked at one by one
    return store.index.match(
        _all(wanted), scope, limit, saying=saying, rarest=None if many else min(group.quotes for group in wanted)
    )


def written_apart(store: Store, words: Sequence[str], scope: Scope, limit: int) -> list[int]:
    """Return rows that have every word, one of them in two: "ceasefire" as "cease-fire", "cannot" as "can not"."""
    cuts = [(word, word[:at], word[at:]) for word in dict.fromkeys(words) for at in range(1, len(word) - 1)]
    counts = store.index.counts(sorted({*words, *chain.from_iterable(cuts)}))
    rows: dict[int, None] = {}
    for word, first, second in cuts:
        quotes = min(counts.get(first, 0), counts.get(second, 0))
        if word in counts and 0 < quotes <= _APART:
            needed = dict.fromkeys([first, second, *(other for other in words if other != word)])
            expression = " AND ".join(f'"{one}"' for one in needed)
            rarest = min(counts.get(one, 0) for one in needed)
            found = store.index.match(expression, scope, limit, saying=f"{first}_{second}", rarest=rarest)
            rows |= dict.fromkeys(found)
    return list(rows)


def _has_all(text: str, wanted: Sequence[Group]) -> bool:
    words = set(index_words(fold(text)))
    return all(group.stands_in(words) for group in wanted)


def _all(wanted: Sequence[Group]) -> str:
    return " AND ".join(group.expression for group in wanted)


def _rarest(wanted: Sequence[Group], everything: int) -> Sequence[Group]:
    """Return the first groups, as many as hardly a row has by chance: frequent words have long lists."""
    left = float(everything)
    for place, group in enumerate(wanted):
        if left < 1.0:
            return wanted[:place]
        left *= group.quotes / max(1, everything)
    return wanted


def most_words(
    store: Store, wanted: Sequence[Group], sure: Sequence[int], scope: Scope, apart: Collection[int] = ()
) -> list[int]:
    """Return more rows that have some of the words, first those whose words the fewest quotes have by chance.

    The words are looked up in telling sets, so that a phrase is found whichever of its words are wrong; the search ends
    where there is a row whose words no quote has by chance.

    Args:
        store: the store.
        wanted: the words, the rarest first.
        sure: rows known to have them all; they are not returned.
        scope: the filters.
        apart: those of them that are so long that chance may explain it.
    """
    some = [group for group in wanted if group.forms]
    everything = store.index.size()
    chances: dict[int, float] = {}  # which of the words, as bits: how many quotes have them by chance
    found = dict.fromkeys(sure, (1 << len(some)) - 1)  # row: which of the words it has
    for places in telling([group.quotes for group in some], everything, max(_WRONG, len(some) // _ONE_IN)):
        expression = _all([some[place] for place in places])
        rows = store.index.match(expression, scope, _MOST, checked=False, rarest=some[places[0]].quotes)
        _note(found, rows, sum(1 << place for place in places))
        for bits in set(found.values()) - chances.keys():
            chances[bits] = by_chance([group.quotes for at, group in enumerate(some) if bits >> at & 1], everything)
        meant = (row for row, bits in found.items() if chances[bits] < _NO_CHANCE and row not in apart)
        if store.index.inside(meant, scope, 1):
            break
    for row in sure:
        del found[row]
    by_words: dict[int, list[int]] = {}
    for row, bits in found.items():
        by_words.setdefault(bits, []).append(row)
    best = sorted(by_words, key=chances.__getitem__)
    return store.index.inside(chain.from_iterable(by_words[bits] for bits in best), scope, _LOOKED_AT)


def _note(found: dict[int, int], rows: list[int], bits: int) -> None:
    if not found:
        found.update(dict.fromkeys(rows, bits))
        return
    have = found.get
    for row in rows:
        found[row] = have(row, 0) | bits
