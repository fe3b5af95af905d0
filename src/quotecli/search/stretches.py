"""Queries that say more than a quote does: a sentence pasted from an article, with its reporter's words and no marks.

Most of its words are in no quote that has the rest. So it is looked for in stretches of some words in a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecli.core.folding import fold
from quotecli.search import candidates
from quotecli.store.words import COMMON, cut

if TYPE_CHECKING:
    from quotecli.store import Scope, Store

__all__ = ["LEAST", "by_stretches"]

LEAST = 12
"""Words of a query from which it is looked for in stretches: a shorter one is found by most of its words."""
_MOST = 400
"""Words of a query that are looked at."""
_STRETCH, _STEP = 6, 2
_RUN = 7
"""Words in a row that a quote must have, if these are not all of it; any seven hold a stretch of six that begins at
every second word."""
_TELLING = 3
"""Words of them that must tell: "at the end of the day we are" is in many quotes."""
_FEW = 20
"""Quotes that have one stretch, looked at."""
_LOWEST, _HIGHEST = 60.0, 79.0
"""Scores of a quote that has the least words of a query in a row, and of one that has them all."""


def by_stretches(store: Store, text: str, scope: Scope) -> tuple[list[tuple[float, int]], tuple[str, ...]]:
    """Return (score, row) of the quotes that have a stretch of a long query in a row, best first, and the words found.

    Args:
        store: the store.
        text: the query without its filters.
        scope: what the filters let through.
    """
    words = cut(fold(text))[:_MOST]
    known = store.index.counts(sorted(set(words)))
    longest: dict[int, range] = {}
    for start in range(0, len(words) - _STRETCH + 1, _STEP):
        stretch = words[start : start + _STRETCH]
        if not _tells(stretch, 1) or not known.keys() >= set(stretch):
            continue
        rows = candidates.all_words(store, candidates.groups(store, stretch), scope, _FEW)
        for row, said in store.index.texts([row for row in rows if start not in longest.get(row, ())]):
            quote = cut(fold(said))
            run = _run(words, start, quote)
            whole = len(run) == len(quote)
            enough = whole or (len(run) >= _RUN and _tells(words[run.start : run.stop], _TELLING))
            if enough and len(run) > len(longest.get(row, ())):
                longest[row] = run
    span = _HIGHEST - _LOWEST
    pairs = [(_LOWEST + span * len(run) / max(len(words), 1), row) for row, run in longest.items()]
    places = sorted({place for run in longest.values() for place in run})
    return sorted(pairs, key=lambda pair: -pair[0]), tuple(words[place] for place in places)


def _tells(words: Sequence[str], least: int) -> bool:
    return len(set(words) - COMMON) >= least


def _run(words: Sequence[str], start: int, quote: Sequence[str]) -> range:
    """Return the places of the words in a row, around the stretch that begins at `start`, that a quote has in a row."""
    stretch = [*words[start : start + _STRETCH]]
    best = range(0)
    for at in range(len(quote) - _STRETCH + 1):
        if quote[at] != stretch[0] or [*quote[at : at + _STRETCH]] != stretch:
            continue
        before = 0
        while before < min(start, at) and words[start - before - 1] == quote[at - before - 1]:
            before += 1
        end, last = start + _STRETCH, at + _STRETCH
        while end < len(words) and last < len(quote) and words[end] == quote[last]:
            end, last = end + 1, last + 1
        best = max(best, range(start - before, end), key=len)
    return best
