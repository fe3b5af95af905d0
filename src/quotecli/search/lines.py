"""From ranked quotes to the lines of a listing: each statement once if that is asked for, and one page of hits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.types import Hit, Reason, Span
from quotecli.search import highlight, scoring
from quotecli.search.equivalents import equivalents
from quotecli.search.ranking import full_form
from quotecli.store.words import COMMON

if TYPE_CHECKING:
    from quotecli.search.query import Query
    from quotecli.store import Store

__all__ = ["Line", "hits_of", "lines_of", "standing_for"]

_MOST_OTHERS = 200
"""Other places of one statement that a hit holds."""


class Line(NamedTuple):
    """One line of a listing: a quote's score and row, and how many further hits it stands for."""

    score: float
    row: int
    stands_for: int = 0


def lines_of(store: Store, pairs: list[tuple[float, int]], *, group: bool) -> list[Line]:
    """Return the lines of a listing: one for each statement when grouped, else one for each quote."""
    families = store.index.families([row for _, row in pairs]) if group else {}
    lines: list[Line] = []
    at: dict[int, int] = {}
    for score, row in pairs:
        family = families.get(row)
        place = len(lines) if family is None else at.setdefault(family, len(lines))
        if place < len(lines):
            lines[place] = lines[place]._replace(stands_for=lines[place].stands_for + 1)
        else:
            lines.append(Line(score, row))
    return lines


def standing_for(lines: list[Line]) -> int:
    """Return how many quotes lines stand for, themselves among them."""
    return len(lines) + sum(line.stands_for for line in lines)


def hits_of(store: Store, lines: Sequence[Line], query: Query, *, group: bool) -> list[Hit]:
    """Read and mark the quotes of one page of a listing, each with its family."""
    families = store.index.families([line.row for line in lines])
    members = store.index.kin(set(families.values()))
    kin = [
        [one for one in members.get(families.get(line.row, -1), ()) if one[0] != line.row][:_MOST_OTHERS]
        for line in lines
    ]
    others = [[row for row, _ in some] if group else [] for some in kin]
    rows = [*(line.row for line in lines), *chain.from_iterable(others)]
    quotes = dict(zip(rows, store.quotes(rows), strict=True))
    mark = _marking(query, lines)
    return [
        Hit(
            quotes[line.row],
            round(line.score, 1),
            mark(quotes[line.row].text),
            others=tuple(quotes[row] for row in more),
            reason=_reason(line.score, query),
            also_in=tuple(identity for _, identity in some),
            stands_for=line.stands_for,
        )
        for line, some, more in zip(lines, kin, others, strict=True)
    ]


def _marking(query: Query, lines: Sequence[Line]) -> Callable[[str], tuple[Span, ...]]:
    """Return what finds a query's words and signs in the texts of these lines."""
    words = _marking_words(query, lines)
    if not query.signs:
        return words
    from quotecli.search.symbols import marked

    return lambda text: tuple(marked(text, query.signs, words(text)))


def _marking_words(query: Query, lines: Sequence[Line]) -> Callable[[str], tuple[Span, ...]]:
    """Return what finds a query's words in the texts of these lines, however they are written there."""
    if not query.words:
        return lambda _text: ()
    full = full_form(query, [(line.score, line.row) for line in lines], len(lines))
    wanted = full.words if full else query.words
    same = equivalents(wanted) if any(line.score < scoring.EXACT for line in lines) else {}
    if all(line.score < scoring.WORDS for line in lines):
        from quotecli.search.forms import other_forms

        same = other_forms(wanted) | same
    if full is None:
        return lambda text: highlight.matches(text, wanted, COMMON, same)
    from quotecli.search.full_forms import word_in_full

    either = {**same, **full.same}
    return lambda text: highlight.matches(text, wanted, COMMON, either, word_in_full)


def _reason(score: float, query: Query) -> Reason:
    if not (query.words or query.signs):
        return "filter"
    return "exact" if score >= scoring.EXACT else "words" if score >= scoring.WORDS else "fuzzy"
