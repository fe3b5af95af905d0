"""Reported speech: who asks who said that they had had no soup means "We had no soup".

Person, tense and time are shifted there: "we" is "they", "will" is "would", "tomorrow" is "the next day". So both the
query and the quotes are read with one word for each of these, and without what only tells the tense.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from quotecli.core.tables import read_table
from quotecli.search import candidates, scoring
from quotecli.search.forms import known_forms
from quotecli.search.full_forms import words_in_full
from quotecli.store.words import COMMON

if TYPE_CHECKING:
    from quotecli.store import Scope, Store

__all__ = ["as_reported"]

_WORDS = range(3, 20)
"""Words of a query that is read so: a longer one has enough words that nothing shifts."""
_LOOKED_AT = 400
"""Quotes with all words that tell, at most, that are looked at."""
_CLOSE = (scoring.EXACT, 75.0)
"""Score, before it is lessened, from which a quote is meant where one word tells, and where more do."""
_SCATTERED = (scoring.WORDS, scoring.TOGETHER)
"""Scores of quotes that have all words, but too far from each other for words that are so frequent."""
_NOTHING = "-"


def as_reported(store: Store, text: str, scope: Scope) -> list[tuple[float, int]]:
    """Return (score, row) of the quotes that a query may report, best first; none where nothing in it is shifted.

    Args:
        store: the store.
        text: the query as typed, without filters.
        scope: the filters.
    """
    words = words_in_full(text, typed=True)
    telling = tuple(dict.fromkeys(word for word in words if word not in _shifted() and word not in COMMON))
    if len(words) not in _WORDS or not telling or _shifted().keys().isdisjoint(words):
        return []
    forms = known_forms(store, telling)
    if not {*store.index.counts(sorted(telling)), *forms.values()}.issuperset(telling):
        return []
    rows = candidates.all_words(store, candidates.groups(store, telling, same=forms), scope, _LOOKED_AT)
    wanted = _unshifted(words, {})
    counts = store.index.counts(sorted(set(wanted)))
    weights = {word: scoring.weight(counts.get(word, 0), store.index.size()) for word in wanted}
    texts = [(row, _unshifted(words_in_full(said), forms)) for row, said in store.index.texts(rows)]
    found = scoring.rank(wanted, weights, texts, _CLOSE[len(telling) > 1]) if wanted else []
    together = [(score, row) for score, row in found if not _SCATTERED[0] <= score < _SCATTERED[1]]
    return [(scoring.OTHER_FORM * score, row) for score, row in together]


def _unshifted(words: Sequence[str], forms: Mapping[str, str]) -> list[str]:
    """Return words with one for all that reported speech makes one of another."""
    put = (_shifted().get(word) or (forms.get(word, word),) for word in words)
    return [word for each in put for word in each if word != _NOTHING]


@cache
def _shifted() -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(put.split()) for word, put in read_table("quotecli.search", "reported.tsv")}
