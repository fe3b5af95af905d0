"""Reads what a user typed: words, "exact words" and filters; whatever is neither is literal text, so nothing fails."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotecli.core.dates import PartialDate
from quotecli.core.folding import fold
from quotecli.core.types import Filters, Kind
from quotecli.store.words import cut

__all__ = ["Query", "merge", "parse_query", "without_filter"]

_MARKS = '"“”„‟«»＂'
# Kept as text and compiled when a query has a colon or a mark: compiling them takes a tenth of Python's own start.
_FILTER = (
    rf"(?:(?<=\s)|^)(by|from|outlet|since|until|on|kind|document):(?:[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]|([^\s{_MARKS}]+))"
    r"(?=\s|$)"
)
_PHRASE = rf"[{_MARKS}]([^{_MARKS}]+)[{_MARKS}]"
_MOST_WORDS = 64


class Query(NamedTuple):
    """A query as understood.

    Attributes:
        text: what was typed.
        words: all words to look for, folded, in order, those of the exact phrases among them; at most 64.
        phrases: the words of each exact phrase.
        filters: the filters written inside the query.
    """

    text: str
    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    filters: Filters = Filters()


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
    quoted = re.findall(_PHRASE, rest) if any(mark in rest for mark in _MARKS) else []
    phrases = tuple(tuple(cut(fold(phrase))) for phrase in quoted)
    words = tuple(cut(fold(rest)))[:_MOST_WORDS]
    return Query(text, words, tuple(phrase[:_MOST_WORDS] for phrase in phrases if phrase), filters)


def without_filter(text: str, field: str) -> str:
    """Return a query without the filters of this field of `Filters` that are written in it: "war by:rob" is "war"."""

    def keep(found: re.Match[str]) -> str:
        value = found[2] if found[2] is not None else found[3]
        taken = _with(Filters(), found[1].lower(), value)
        return found[0] if taken is None or getattr(taken, field) == getattr(Filters(), field) else ""

    return " ".join(re.sub(_FILTER, keep, text, flags=re.IGNORECASE).split())


def _with(filters: Filters, name: str, value: str) -> Filters | None:
    """Return the filters with one more, or None when the value can't be one."""
    if not value.strip():
        return None
    if name in {"since", "until", "on"}:
        date = PartialDate.parse(value)
        return None if date is None else filters._replace(**{name: date})  # type: ignore[arg-type]
    if name == "kind":
        kinds = tuple(kind for kind in Kind if kind.value == value.lower())
        return filters._replace(kinds=filters.kinds + kinds) if kinds else None
    if name == "by":
        return filters._replace(by=value)
    if name == "document":
        return filters._replace(document=value)
    return filters._replace(outlet=value)


def merge(outer: Filters, inner: Filters) -> Filters:
    """Return both filters together; where both name the same thing, the inner one (written in the query) counts."""
    return Filters(
        by=inner.by or outer.by,
        outlet=inner.outlet or outer.outlet,
        since=inner.since or outer.since,
        until=inner.until or outer.until,
        on=inner.on or outer.on,
        kinds=inner.kinds or outer.kinds,
        document=inner.document or outer.document,
        min_confidence=max(inner.min_confidence, outer.min_confidence),
    )
