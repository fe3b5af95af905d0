"""Emoji and other signs of a query: "love 😀", "₿", ":)". The index has no signs, so the texts are asked for them.

A sign is what is seen as one: a flag is two characters, a family or a dark-skinned hand several, a sun may have a
character behind it that says in which colours it is drawn. A plain one is found in what is made of it (a thumb in one
of any colour of skin, a person in a woman), which counts a little less; so does the plain one for one with a colour.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from quotecli.core.folding import fold, fold_with_map, printed_as
from quotecli.core.types import Span

if TYPE_CHECKING:
    from quotecli.search.query import Query
    from quotecli.store import Scope, Store

__all__ = ["marked", "read_signs", "with_signs"]

_MOST = 8
"""Signs of a query that are looked for."""
_LOOKED_AT = 2000
"""Quotes looked at for signs alone."""
_PLAIN = 97.0
"""Score of a quote that has the signs in another colour, or as part of others."""
_LEFT_OUT = 30.0
"""What a score loses, shared by words and signs, where a quote has the words but not the signs."""
_LEAST = 57.0
_JOINER = "\u200d"
_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_BEHIND = _TONES | {_JOINER, "\ufe0e", "\ufe0f", "\u20e3", *map(chr, range(0xE0020, 0xE0080))}
"""What belongs to the sign before it: colours of skin, how it is drawn, the letters of Scotland's flag."""
_NO_SIGN = frozenset("\"'.,;:-()[]")
"""Marks that are in so many texts that one of them alone says nothing."""

Ranker = Callable[["Store", "Query", "Scope", int], tuple[list[tuple[float, int]], int | None]]


def read_signs(text: str, *, alone: bool) -> tuple[str, ...]:
    """Return the signs of a query, folded, each once.

    Args:
        text: the query without its filters.
        alone: it has no words: where it has no signs either, marks that stand together are taken for one (":)", "§").
    """
    found = [sign for sign, _ in _signs(text)]
    if alone and not found:
        found = [piece for piece in fold(text.replace('"', " ")).split() if _says(piece)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _says(piece: str) -> bool:
    return piece not in _NO_SIGN and all(unicodedata.category(char)[0] in "PS" for char in piece)


@lru_cache(maxsize=4096)
def _is_sign(char: str) -> bool:
    folded = fold(char)  # ™ is two letters
    return not char.isascii() and bool(folded) and all(unicodedata.category(one)[0] == "S" for one in folded)


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _signs(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each sign of a text, folded, and where it stands."""
    at, end = 0, 0 if text.isascii() else len(text)
    while at < end:
        start, at = at, at + 1
        if not _is_sign(text[start]):
            continue
        if _is_flag(text[start]):
            at += at < end and _is_flag(text[at])
        else:
            while at < end and (text[at] in _BEHIND or (text[at - 1] == _JOINER and _is_sign(text[at]))):
                at += 1
        yield fold(text[start:at]), Span(start, at)


def _places(text: str, sign: str) -> list[tuple[Span, bool]]:
    """Return where a text has a sign, and whether it is just this one."""
    if sign.isascii() or not _is_sign(sign[0]):
        folded, offsets = fold_with_map(text)
        starts = [at for at in range(len(folded)) if folded.startswith(sign, at)] if sign in folded else []
        return [(Span(offsets[at], offsets[at + len(sign) - 1] + 1), True) for at in starts]
    bare = _without_tone(sign)
    return [
        (span, other == sign)
        for other, span in _signs(text)
        if sign in other or (bare and bare == _without_tone(other))
    ]


def _without_tone(sign: str) -> str:
    return "".join(char for char in sign if char not in _TONES)


def _characters(signs: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return what a text must have that has these signs, see `Scope.characters`."""
    parts: list[str] = []
    for sign in signs:
        parts += [sign] if _is_flag(sign[0]) else (_without_tone(sign) or sign)
    return tuple((part,) if len(part) > 1 else printed_as(part) for part in dict.fromkeys(parts))


def with_signs(
    store: Store, query: Query, scope: Scope, wanted: int, by_words: Ranker
) -> tuple[list[tuple[float, int]], int | None]:
    """Return (score, row) of the quotes that fit a query with signs, best first, and how many there are if known.

    Those that have the signs come first; behind them, those that have the words (and the signs of exact phrases).

    Args:
        store: the store.
        query: has signs.
        scope: the filters.
        wanted: how many hits are asked for.
        by_words: ranks by the words.
    """
    pairs, total = _having(store, query, query.signs, scope, wanted, by_words)
    if query.words and query.sure != query.signs:
        known = {row for _, row in pairs}
        lost = _LEFT_OUT / (len(query.words) + len(query.signs))
        rest, total = _having(store, query, query.sure, scope, wanted, by_words)
        pairs += [(max(_LEAST, score - lost), row) for score, row in rest if row not in known]
        total = None if total is None else max(total, len(pairs))
    return sorted(pairs, key=lambda pair: -pair[0]), total


def _having(
    store: Store, query: Query, signs: Sequence[str], scope: Scope, wanted: int, by_words: Ranker
) -> tuple[list[tuple[float, int]], int | None]:
    """Return (score, row) of the quotes that have all these signs, and the words if there are any."""
    within = scope._replace(characters=(*scope.characters, *_characters(signs)))
    if query.words:
        pairs, total = by_words(store, query, within, wanted)
    else:
        most = max(_LOOKED_AT, 2 * wanted)
        rows = store.index.match("", within, most)
        pairs, total = [(100.0, row) for row in rows], None if len(rows) == most else len(rows)
    if not signs:
        return pairs, total
    texts = dict(store.index.texts([row for _, row in pairs]))
    found = []
    for score, row in pairs:
        places = [_places(texts[row], sign) for sign in signs]
        if all(places):
            exact = all(any(same for _, same in some) for some in places)
            found.append((score if exact else score * _PLAIN / 100.0, row))
    return sorted(found, key=lambda pair: -pair[0]), None if total is None else len(found)


def marked(text: str, signs: Sequence[str], spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans that the words of a query matched, with those of its signs among them."""
    found = [span for sign in signs for span, _ in _places(text, sign)]
    joined: list[Span] = []
    for span in sorted(chain(spans, found)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
