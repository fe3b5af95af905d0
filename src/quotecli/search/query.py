"""Reads what a user typed: words, "exact words" and filters; whatever is neither is literal text, so nothing fails."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecli.core.dates import PartialDate
from quotecli.core.folding import fold
from quotecli.core.types import Filters, Kind
from quotecli.store.words import cut

__all__ = ["Query", "parse_query", "with_gaps", "with_rest", "without_filter"]

_MARKS = '"“”„‟«»＂'
# Kept as text and compiled when a query has a colon or a mark: compiling them takes a tenth of Python's own start.
_FILTER = (
    r"(?:(?<=\s)|^)(by|from|outlet|since|until|on|kind|document|min-confidence):"
    rf"(?:[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]|([^\s{_MARKS}]+))(?=\s|$)"
)
_PHRASE = rf"[{_MARKS}]([^{_MARKS}]+)[{_MARKS}]"
_MOST_WORDS = 64
_CODES = "%&<]âÃÂ"
"""What is coded has one of these (`pasted`)."""


class Query(NamedTuple):
    """A query as understood.

    Attributes:
        text: what was typed.
        words: all words to look for, folded, in order, those of the exact phrases among them; at most 64.
        phrases: the words of each exact phrase.
        filters: the filters written inside the query; all must hold.
        blank: there is nothing else in it.
        rest: what was typed, without the filters; decoded where it is coded (`pasted`).
        signs: emoji and other signs to look for (`symbols`).
        sure: those of them that stand in exact phrases.
    """

    text: str
    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    filters: Filters = Filters()
    blank: bool = False
    rest: str = ""
    signs: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()


def parse_query(text: str) -> Query:
    """Read a query; never fails. A filter with an impossible value (`since:noon`) is literal text."""
    filters = Filters()

    def take(found: re.Match[str]) -> str:
        nonlocal filters
        value = found[2] if found[2] is not None else found[3]
        changed = _with(filters, found[1].lower(), value)
        if changed is None:
            return found[0]
        filters = changed
        return " "

    rest = re.sub(_FILTER, take, text, flags=re.IGNORECASE) if ":" in text else text
    if any(mark in rest for mark in _CODES):
        from quotecli.search.pasted import decoded  # hardly a query has any

        rest = decoded(rest)
    quoted = re.findall(_PHRASE, rest) if any(mark in rest for mark in _MARKS) else []
    phrases = tuple(tuple(cut(fold(phrase))) for phrase in quoted)
    words = tuple(cut(fold(rest)))[:_MOST_WORDS]
    phrases = tuple(phrase[:_MOST_WORDS] for phrase in phrases if phrase)
    signs: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    if not words or not rest.isascii():
        from quotecli.search.symbols import read_signs  # hardly a query has any

        signs = read_signs(rest, alone=not words)
        sure = tuple(sign for sign in read_signs(" ".join(quoted), alone=not words) if sign in signs)
    return Query(text, words, phrases, filters, not rest.strip(), rest, signs, sure)


def with_gaps(query: Query, gap: str) -> Query | None:
    """Return a query with its exact phrases parted at each place where `gap` matches; None where it has none."""

    def part(found: re.Match[str]) -> str:
        return " ".join(f'"{piece}"' for piece in re.split(gap, found[1]) if piece.strip())

    if not any(re.search(gap, phrase) for phrase in re.findall(_PHRASE, query.rest)):
        return None
    return with_rest(query, re.sub(_PHRASE, part, query.rest))


def with_rest(query: Query, rest: str) -> Query:
    """Return a query with other words and phrases, and its filters as they are."""
    return query if rest == query.rest else parse_query(rest)._replace(text=query.text, filters=query.filters)


def without_filter(text: str, field: str) -> str:
    """Return a query without the filters of this field of `Filters` that are written in it: "war by:rob" is "war"."""

    def keep(found: re.Match[str]) -> str:
        value = found[2] if found[2] is not None else found[3]
        taken = _with(Filters(), found[1].lower(), value)
        return found[0] if taken is None or getattr(taken, field) == getattr(Filters(), field) else ""

    return " ".join(re.sub(_FILTER, keep, text, flags=re.IGNORECASE).split())


def _with(filters: Filters, name: str, value: str) -> Filters | None:
    """Return the filters with one more, or None when the value can't be one; of several kinds any will do."""
    if not value.strip():
        return None
    if name in {"since", "until", "on"}:
        date = PartialDate.parse(value)
        return None if date is None else filters.together(Filters(**{name: date}))  # type: ignore[arg-type]
    if name == "kind":
        kinds = tuple(kind for kind in Kind if kind.value == value.lower())
        return filters._replace(kinds=filters.kinds + kinds) if kinds else None
    if name == "min-confidence":
        least = _share(value)
        return None if least is None else filters.together(Filters(min_confidence=least))
    if name == "by":
        return filters.together(Filters(by=value))
    if name == "document":
        return filters.together(Filters(document=value))
    return filters.together(Filters(outlet=value))


def _share(value: str) -> float | None:
    """Return a number from 0 to 1, None where the text is none."""
    try:
        share = float(value)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None
