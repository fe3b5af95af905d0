"""Ranks the quotes that fit a query: first those that have all its words, then what is found by forgiving more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quotecli.core.folding import fold
from quotecli.search import candidates, scoring
from quotecli.search.equivalents import known_equivalents
from quotecli.store.words import COMMON, cut

if TYPE_CHECKING:
    from quotecli.search.full_forms import InFull
    from quotecli.search.query import Query
    from quotecli.store import Scope, Store

__all__ = ["full_form", "ranked"]

_FLOOR = 57.0
"""Least score of a hit. Of phrases that a store does not hold, nine in ten find nothing above it (bench/search.py)."""
_LOOKED_AT = 2000
_FEW = 100
"""Quotes looked at for a single word, which any of them has: enough to fill a page of grouped lines."""
_SHORT = 6
"""Words of a query below which a typo that makes another word leaves too few right ones to go by."""
_LONGEST_SHORT = 8
"""Letters of the longest short form without its apostrophe ("shouldnt")."""
_LEAST_MISSPELT = 2
"""Words that tell of which so many must be there where the store has some only spelt otherwise."""
_LEAST_FAR, _FAR = 7, 3
"""Letters of a word that may have one more wrong than is searched for, where the other words stand beside it; and so
many words are taken for it."""
_LEAST_OF_TWO = 5
"""Words of a phrase from which it may be of two quotes side by side: of a shorter one each has next to nothing."""
_DOUBTFUL = 70.0
"""Below this score a hit lacks so much of a phrase that others may have more of it, or two quotes it all."""
_TELLING_WORDS = 4
"""So many words found one after the other, at most misspelt, are what was meant: nothing else is looked for."""


def ranked(store: Store, query: Query, scope: Scope, wanted: int) -> tuple[list[tuple[float, int]], int | None]:
    """Return (score, row) of the quotes that fit, best first, and how many there are, or None if that is not known.

    Args:
        store: the store.
        query: at least one word.
        scope: the filters.
        wanted: how many are asked for; where fewer fit, other ways of writing and misspelt words are looked for.
    """
    ranking = _Ranking(store, query, scope, wanted)
    ranking.take_all_words()
    if query.phrases:
        ranking.keep_phrases()
        return ranking.pairs, ranking.total
    if len(ranking.pairs) < wanted and len(query.words) < _SHORT:
        ranking.take_written_apart()
    if len(ranking.pairs) < wanted:
        ranking.take_written_otherwise()
    ranking.take_in_full()
    if len(query.words) < _SHORT and not ranking.has_all_words():
        ranking.take_other_forms()
    if len(query.words) > 1 and not ranking.is_enough():
        ranking.take_most_words()
    return ranking.pairs, ranking.total


def full_form(query: Query, pairs: Sequence[tuple[float, int]], wanted: int) -> InFull | None:
    """Return a query in full, where it may be written otherwise and fewer than wanted quotes have the phrase."""
    if query.phrases or sum(score >= scoring.EXACT for score, _ in pairs) >= wanted:
        return None
    if len(query.words) == 1 and len(word := query.rest.strip()) > _LONGEST_SHORT and word.isalpha():
        return None
    from quotecli.search.full_forms import in_full

    return in_full(query.rest, query.words)


class _Ranking:
    """The quotes that fit a query, as one way of looking after the other finds them.

    Attributes:
        pairs: their (score, row), best first.
        total: how many there are, or None while more may have the words than were looked at.
    """

    def __init__(self, store: Store, query: Query, scope: Scope, wanted: int) -> None:
        self.pairs: list[tuple[float, int]] = []
        self.total: int | None = None
        self._store, self._query, self._scope, self._wanted = store, query, scope, wanted
        self._most = max(_LOOKED_AT, 4 * wanted) if len(query.words) > 1 else max(_FEW, 2 * wanted)
        self._groups = candidates.groups(store, query.words)
        everything = store.index.size()
        self._weights = {group.word: scoring.weight(group.quotes, everything) for group in self._groups}
        self._unknown = {group.word for group in self._groups if group.may_be_begun}
        self._having_all: list[int] = []
        self._seen: set[int] = set()

    def take_all_words(self) -> None:
        """Take quotes that have all words; where these are too many to look at, also those that have the phrase."""
        words = self._query.words
        self._having_all = self._judge(candidates.all_words(self._store, self._groups, self._scope, self._most))
        if len(self._having_all) < self._most:
            return
        if len(words) > 1:
            some = max(_FEW, 2 * self._wanted)
            self._judge(candidates.all_words(self._store, self._groups, self._scope, some, saying=" ".join(words)))
        self.total = self._known_total()

    def take_written_apart(self) -> None:
        """Take quotes that have one of the words in two."""
        self._judge(candidates.written_apart(self._store, self._query.words, self._scope, _FEW))

    def take_written_otherwise(self) -> None:
        """Take quotes that may write a word otherwise, and judge those anew that were taken for misspelt."""
        words = self._query.words
        if not (same := known_equivalents(self._store, words)):
            return
        written = candidates.groups(self._store, words, same=same)
        rows = candidates.all_words(self._store, written, self._scope, self._most)
        self._seen.update(rows)
        as_typed = [pair for pair in self.pairs if pair[0] >= scoring.WORDS]
        other = set(rows) - {row for _, row in as_typed}
        texts = self._texts([row for row in rows if row in other])
        judged = scoring.otherwise(words, self._weights, texts, _FLOOR, same)
        left = [pair for pair in self.pairs if pair[0] < scoring.WORDS and pair[1] not in other]
        self._rank([*as_typed, *judged, *left])

    def take_in_full(self) -> None:
        """Take quotes that have the words short or in full, if the query may be written so."""
        if full := full_form(self._query, self.pairs, self._wanted):
            from quotecli.search.full_forms import with_full

            rows, pairs = with_full(self._store, full, self._scope, self.pairs, _FLOOR)
            self._seen.update(rows)
            self._rank(pairs)

    def has_all_words(self) -> bool:
        """Tell whether a quote has all words as typed, or is the phrase but for one misspelt."""
        return bool(self.pairs) and (self.pairs[0][0] >= scoring.WORDS or self.is_enough())

    def take_other_forms(self) -> None:
        """Take quotes that have all words, some in another form: "wall" for "walls"."""
        from quotecli.search.forms import known_forms

        words = self._query.words
        if not (forms := known_forms(self._store, words)):
            return
        same = known_equivalents(self._store, words) | forms
        rows = candidates.all_words(
            self._store, candidates.groups(self._store, words, same=same), self._scope, self._most
        )
        scores = {row: score for score, row in self.pairs}
        found = scoring.otherwise(words, self._weights, self._texts(rows), scoring.WORDS, same, scoring.OTHER_FORM)
        self._seen.update(row for _, row in found)  # what only nearly fits so may fit better with words misspelt
        for score, row in found:
            scores[row] = max(score, scores.get(row, 0.0))
        self._rank([(score, row) for row, score in scores.items()])

    def is_enough(self) -> bool:
        """Tell whether as many as are wanted have all words, or the best of them is what was meant."""
        sure = sum(score >= scoring.WORDS for score, _ in self.pairs)
        telling = len(self._query.words) >= _TELLING_WORDS
        return sure >= self._wanted or (telling and bool(self.pairs) and scoring.is_phrase(self.pairs[0][0]))

    def take_most_words(self) -> None:
        """Take quotes that have most words, or words spelt like them; where none is close, the words that tell."""
        words = self._query.words
        apart = self._apart() if len(words) >= scoring.PHRASE else ()
        rows = self._judge(candidates.most_words(self._store, self._groups, self._having_all, self._scope, apart))
        if len(words) < _SHORT and (not self.pairs or self.pairs[0][0] < scoring.CLOSE):
            wider = candidates.groups(self._store, words, widen=True)
            rows += self._judge(candidates.all_words(self._store, wider, self._scope, _LOOKED_AT))
        if not self.pairs:
            self._take_misspelt()
        if len(words) >= _LEAST_OF_TWO and (not self.pairs or self.pairs[0][0] < _DOUBTFUL):
            self._take_side_by_side(rows)
        if not self.pairs:
            self._take_by_few_words(self._texts(rows))

    def _apart(self) -> set[int]:
        """Return those of the quotes with all words, or what they may be misspelt for, of which that says little."""
        near = {row for score, row in self.pairs if score >= scoring.TOGETHER or _DOUBTFUL <= score < scoring.WORDS}
        return set(self._having_all) - near

    def _take_side_by_side(self, rows: Sequence[int]) -> None:
        """Take quotes that have the phrase together with the one behind or before them."""
        from quotecli.search.side_by_side import by_two  # seldom is nothing closer

        having = set(rows)
        beside = [row for row in rows if row - 1 in having or row + 1 in having]
        scores = {row: score for score, row in self.pairs}
        for score, row in by_two(self._store, self._query.words, self._weights, self._texts(beside)):
            scores[row] = max(score, scores.get(row, 0.0))
        self._rank([(score, row) for row, score in scores.items()])

    def _take_by_few_words(self, texts: Sequence[tuple[int, list[str]]]) -> None:
        """Take quotes that have the telling words of a short phrase near each other, else some of them in place."""
        from quotecli.search.places import by_places
        from quotecli.search.short import by_telling_words

        words, everything = self._query.words, self._store.index.size()
        self._rank(by_telling_words(words, self._weights, texts, everything))
        if not self.pairs:
            quotes = {group.word: group.quotes for group in self._groups if group.known}
            self._rank(by_places(words, quotes, texts, everything))

    def _take_misspelt(self) -> None:
        """Take quotes that have all words of a query of few, anywhere, those that the store has not as spelt there.

        Judged by their letters, words that stand far from each other are too little alike.
        """
        words = self._query.words
        if len(words) >= _SHORT or sum(word not in COMMON for word in words) < _LEAST_MISSPELT:
            return
        spelt = {form[0]: one.word for one in self._groups if not one.known for form in one.forms if len(form) == 1}
        rows = self._having_all
        if far := [one.word for one in self._groups if not one.forms and len(one.word) >= _LEAST_FAR]:
            spelt |= {like: word for word in far for like in candidates.near_in_spelling(self._store, word, _FAR)}
            wider = candidates.groups(self._store, words, same=spelt)
            rows = candidates.all_words(self._store, wider, self._scope, self._most)
        self._rank(scoring.otherwise(words, self._weights, self._texts(rows), scoring.WORDS, spelt, scoring.MISSPELT))

    def keep_phrases(self) -> None:
        """Keep only the quotes that have each of the query's phrases."""
        from quotecli.search.marked import having

        self._rank(having(self._texts([row for _, row in self.pairs]), self._query.phrases, self.pairs))

    def _judge(self, rows: Iterable[int]) -> list[int]:
        """Take those of these quotes that fit and were not looked at before; return which were not."""
        new = [row for row in rows if row not in self._seen]
        self._seen.update(new)
        found = scoring.rank(self._query.words, self._weights, self._texts(new), _FLOOR, self._unknown)
        self._rank([*self.pairs, *found])
        return new

    def _rank(self, pairs: Sequence[tuple[float, int]]) -> None:
        self.pairs = sorted(pairs, key=lambda pair: -pair[0])
        self.total = len(self.pairs)

    def _texts(self, rows: Sequence[int]) -> list[tuple[int, list[str]]]:
        """Return the words of these quotes, in this order."""
        order = {row: place for place, row in enumerate(rows)}
        texts = sorted(self._store.index.texts(rows), key=lambda pair: order[pair[0]])
        return [(row, cut(fold(text))) for row, text in texts]

    def _known_total(self) -> int | None:
        """Return how many quotes have the one word looked for, where the table of words says it."""
        if len(self._groups) > 1 or not self._groups[0].known or not self._store.index.unfiltered(self._scope):
            return None
        return self._groups[0].quotes
