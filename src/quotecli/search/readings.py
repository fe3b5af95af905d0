"""Other ways to read a query that finds nothing close: numbers in words or figures, letters apart, another keyboard.

Each is taken only where it finds something closer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from quotecli.core.folding import fold
from quotecli.core.spelling import FIGURES, IN_WORDS
from quotecli.core.tables import read_table
from quotecli.search.joining import cut_up, pieces
from quotecli.store.words import LONGEST_WORD, cut

if TYPE_CHECKING:
    from quotecli.search.query import Query
    from quotecli.store import Store

__all__ = ["readings"]

_NUMBER_WORDS = frozenset({*FIGURES, "hundred", "thousand", "million", "billion", "trillion"})
_YEARS = range(1900, 2100)
"""Numbers that are written without a comma."""
_GROUPED = 1_000
_WHOLE = re.compile(r"(?<![\d.,])\d{4,15}(?![\d.,])")
_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
_FIGURE = re.compile(r"(?<![\w.,:/$£€-])(?:\d{1,3},\d{3}|[1-9]\d{0,5})(?![\w%]|[.,:/-]\d)")
_DIGIT = rf"(?:\d|{'|'.join(word for word, figure in FIGURES.items() if len(figure) == 1)})"
_POINT = re.compile(rf"\b(?:\d{{1,6}}|{'|'.join(FIGURES)}) point {_DIGIT}(?: {_DIGIT})*\b")
_PER_CENT = re.compile(r"\bper cent\b")
_KNOWN_DAY = re.compile(r"\bnine[ -]eleven\b(?!-)")
_FIRST_HUNDRED = re.compile(r"\b(first|last|next|past) hundred\b")
_MONEY = re.compile(r"\d (?:[mbtr]{1,2}illion )?(?:dollar|euro|pound)s?\b")
_SET_APART = re.compile(r"(?<!\S)\w(?: [\w'’]){4,}(?!\S)")
"""Letters with blanks between them, as a heading may be set."""
_RUN_TOGETHER = re.compile(rf"[^\W_](?:['’]?[^\W_]){{{LONGEST_WORD},300}}")
"""Letters that are more than a word has: shorter ones are looked for as they stand (`joining`)."""
_ONE_UNKNOWN_IN = 3
"""One word in so many may be none of the store's where a query is read as typed on another keyboard."""


def readings(store: Store, query: Query) -> Iterator[str]:
    """Yield other texts that a query without exact phrases may mean, the likeliest first."""
    text = fold(query.rest)
    if (figures := _as_papers(text, query.words)) != text:
        yield figures
    if any(figure not in IN_WORDS for figure in _FIGURE.findall(text)):  # else they are `equivalents`
        in_full = _FIGURE.sub(_in_words, text)
        yield from [in_full] if in_full != text else []
    together = _SET_APART.sub(lambda found: found[0].replace(" ", ""), query.rest.strip())
    if (apart := _RUN_TOGETHER.sub(lambda found: _cut_up(store, found[0]), together)) != query.rest.strip():
        yield apart
    yield from _on_other_keyboards(store, query)


def _as_papers(text: str, words: Sequence[str]) -> str:
    """Return a folded text with its numbers and sums as papers print them: 312, 7.8 percent, £3 million, 9/11."""
    text = _KNOWN_DAY.sub("9/11", _PER_CENT.sub("percent", _POINT.sub(_with_point, text)))
    text = _FIRST_HUNDRED.sub(r"\1 100", text)
    numbers = [word for word in words if word in _NUMBER_WORDS]
    if len(numbers) > 1 or not FIGURES.keys() >= {*numbers} or _MONEY.search(text):
        return _in_figures(text)
    return text


def _with_point(found: re.Match[str]) -> str:
    """Return "seven point eight" as 7.8."""
    whole, *parts = re.split(r"\s(?:point\s)?", found[0])
    return f"{FIGURES.get(whole, whole)}.{''.join(FIGURES.get(part, part) for part in parts)}"


def _in_words(found: re.Match[str]) -> str:
    """Return a whole number in words; years, and what is none of usual size, as they are."""
    from quotecli.search.numbers import in_words

    number = int(found[0].replace(",", ""))
    return found[0] if number in _YEARS and "," not in found[0] else in_words(number)


def _cut_up(store: Store, letters: str) -> str:
    """Return the words that so many letters are, as the store has them; the letters where they are none."""
    word = fold(letters).replace("'", "")
    counts = store.index.counts(sorted(pieces(word)))
    ways = cut_up(word, counts, store.index.size())
    return " ".join(ways[0]) if ways else letters


def _in_figures(text: str) -> str:
    """Return a folded text with its numbers as papers set them: 2008, 1,500, 5 million."""
    from quotecli.search.numbers import in_figures

    return _WHOLE.sub(lambda found: _as_printed(int(found[0])), in_figures(text))


def _as_printed(number: int) -> str:
    for word, scale in _SCALES:
        if number >= scale and number % (scale // 10) == 0:
            return f"{number / scale:g} {word}"
    return str(number) if number in _YEARS or number < _GROUPED else f"{number:,}"


def _on_other_keyboards(store: Store, query: Query) -> Iterator[str]:
    """Yield what the same keys make on another keyboard, if these are words of the store, and those typed are not."""
    if _unknown(store, query.words) * _ONE_UNKNOWN_IN <= len(query.words):
        return
    typed = query.rest.lower()
    for keys in dict.fromkeys(typed.translate(table) for table in _tables()):
        words = tuple(cut(fold(keys)))
        if keys != typed and words and _unknown(store, words) * _ONE_UNKNOWN_IN <= len(words):
            yield keys


def _unknown(store: Store, words: tuple[str, ...]) -> int:
    known = store.index.counts(sorted(set(words)))
    return sum(word not in known for word in words)


@cache
def _tables() -> tuple[dict[int, str], ...]:
    """Return what each key of one keyboard types on another: from each to a US one, and the other way."""
    layouts = dict(read_table("quotecli.search", "layouts.tsv"))
    plain = layouts.pop("us")
    pairs = [pair for keys in layouts.values() for pair in ((keys, plain), (plain, keys))]
    return tuple({ord(one): other for one, other in zip(*pair, strict=True) if one != other} for pair in pairs)
