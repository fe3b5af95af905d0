"""Exact words of a query, and the words beside them: who said it, and how a manuscript goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecli.core.folding import fold
from quotecli.search.scoring import WORDS
from quotecli.store.words import COMMON, cut

if TYPE_CHECKING:
    from quotecli.search.query import Query
    from quotecli.store import Store

__all__ = ["alone", "by_words_beside", "having", "is_pasted", "parted"]

_PASTED = 6
"""Words beside its phrases from which a query is no phrase that somebody wants exactly."""
_LOOKED_AT = 200
"""Quotes whose speakers are held against the words beside."""


def having(
    texts: Sequence[tuple[int, list[str]]], phrases: Sequence[Sequence[str]], pairs: Sequence[tuple[float, int]]
) -> list[tuple[float, int]]:
    """Return those of the (score, row) whose quotes, given by their words, have each of the phrases."""
    needed = [f" {' '.join(phrase)} " for phrase in phrases]
    lines = {row: f" {' '.join(words)} " for row, words in texts}
    return [(score, row) for score, row in pairs if all(phrase in lines.get(row, "") for phrase in needed)]


def alone(query: Query) -> Query | None:
    """Return a query without the words beside its phrases; None where there are none, or the phrase says nothing."""
    words = tuple(word for phrase in query.phrases for word in phrase)
    says = len(words) > 1 or not COMMON.issuperset(words)
    return query._replace(words=words) if says and len(words) < len(query.words) else None


def is_pasted(query: Query) -> bool:
    """Tell whether a query with phrases is a stretch of an article: many words stand beside what is in marks."""
    return len(cut(fold(query.rest))) - sum(map(len, query.phrases)) >= _PASTED


def parted(query: Query) -> Query | None:
    """Return a query whose phrases go around their ellipses and words in brackets; None where they have none."""
    if "[" not in query.rest and "…" not in query.rest and ".." not in query.rest and ". ." not in query.rest:
        return None
    from quotecli.search.gaps import LEFT_OUT, plain
    from quotecli.search.query import with_gaps

    return with_gaps(
        query._replace(rest=plain(query.rest)), rf"{LEFT_OUT.pattern}|\w{{0,40}}\[[^\[\]]{{0,120}}\]\w{{0,40}}"
    )


def by_words_beside(store: Store, query: Query, pairs: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """Rank quotes that have the phrases by how many of the words beside them they or their speakers' names have."""
    beside = list(query.words)
    for word in (word for phrase in query.phrases for word in phrase):
        if word in beside:
            beside.remove(word)
    wanted = set(beside) - COMMON or set(beside)
    rows = [row for _, row in pairs[:_LOOKED_AT]]
    ranked = []
    for row, quote in zip(rows, store.quotes(rows), strict=True):
        have = wanted.intersection(cut(fold(" ".join([quote.text, *quote.speakers]))))
        ranked.append((WORDS + (98.0 - WORDS) * len(have) / len(wanted), row))
    ranked.sort(key=lambda pair: -pair[0])
    return ranked + [(WORDS, row) for _, row in pairs[_LOOKED_AT:]]
