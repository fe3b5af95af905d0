"""What to offer where a query finds nothing: queries near it that do find something, within the same filters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from typing import TYPE_CHECKING

from quotecli.search import candidates
from quotecli.search.ranking import ranked
from quotecli.store.words import COMMON

if TYPE_CHECKING:
    from quotecli.search.query import Query
    from quotecli.store import Scope, Store

__all__ = ["offers"]

_MOST = 3
_LONGEST = 12
"""Words of a query for which others are looked for."""
_TRIED = 8
"""Ways to replace words that are looked up."""
_CLOSE = 70.0
"""Score from which a hit may be what was meant by words in marks, of which some are others."""
_LEAST = 3
"""Letters of a word that is offered alone."""


def offers(store: Store, query: Query, scope: Scope) -> list[str]:
    """Return up to three queries, the nearest first.

    Words that the store has not are replaced by those that are spelt nearest. Where no quote has all of these, the
    query's telling words are offered that one quote has: as many of them as there are, else each alone. A query with
    exact phrases is offered without their marks before, if that finds something close.

    Args:
        store: the store.
        query: what found nothing.
        scope: the filters.
    """
    words = list(dict.fromkeys(query.words))[:_LONGEST]
    known = store.index.counts(words)
    nearest = [[word] if word in known else _nearest(store, word) for word in words]
    as_typed = tuple(words)
    ways = (way for way in islice(product(*nearest), _TRIED) if query.phrases or way != as_typed)
    found = [" ".join(way) for way in ways if _have(store, way, scope)]
    if found or len(words) == 1:
        return found[:_MOST]
    if query.phrases and (unmarked := _unmarked(store, query, scope)):
        return [unmarked]
    telling = sorted((word for word in words if _tells(word) and word in known), key=known.__getitem__)
    if 1 < len(telling) < len(words) and _have(store, telling, scope):
        return [" ".join(word for word in words if word in telling)]
    return [word for word in telling if _have(store, [word], scope)][:_MOST]


def _unmarked(store: Store, query: Query, scope: Scope) -> str | None:
    """Return a query with phrases as the words that it has, if that finds something close."""
    pairs, _ = ranked(store, query._replace(phrases=()), scope, 1)
    return " ".join(query.words) if pairs and pairs[0][0] >= _CLOSE else None


def _nearest(store: Store, word: str) -> list[str]:
    """Return up to three words of the store that are spelt nearly so, or begin so."""
    if word.isdigit():
        return []
    near = [like for like, _ in candidates.spelt_alike(store, word, 2)]
    if len(word) >= candidates.LEAST_BEGINNING:
        near += [like for like, _ in store.index.starting(word, 1)]
    return list(dict.fromkeys(near or candidates.near_in_spelling(store, word, _MOST)))


def _tells(word: str) -> bool:
    return word not in COMMON and len(word) >= _LEAST and not word.isdigit()


def _have(store: Store, words: Sequence[str], scope: Scope) -> bool:
    """Tell whether a quote has all of these words."""
    return bool(store.index.match(" AND ".join(f'"{word}"' for word in words), scope, 1))
