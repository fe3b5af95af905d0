"""Marks, in the text as printed, what a query's words matched in the folded one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain

from quotecli.core.folding import fold_with_map
from quotecli.core.types import Span
from quotecli.search.joining import apart, runs
from quotecli.search.letters import nearest
from quotecli.store.words import PERCENT, UNSPACED

__all__ = ["InFull", "matches"]

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|%")
# As the index cuts: in scripts written without spaces each character is a word, but for the signs of vowels.
_UNSPACED_WORD = rf"(?![\W_]){UNSPACED}|(?:(?!{UNSPACED})[^\W_])+(?:'(?:(?!{UNSPACED})[^\W_])+)*|%"
_LEAST_ALIKE = 0.7
_LEAST_BEGUN = 3
InFull = Callable[[str, str], Sequence[str]]
"""Gives the words that a word of a text, as printed and folded, stands for; none for itself."""
_NOTHING: Mapping[str, str] = {}


def _words(text: str, in_full: InFull | None = None) -> tuple[list[str], list[Span]]:
    folded, offsets = fold_with_map(text)
    words: list[str] = []
    spans: list[Span] = []
    for found in _WORD.finditer(folded) if folded.isascii() else re.finditer(_UNSPACED_WORD, folded):
        span = Span(offsets[found.start()], _end(text, offsets[found.end() - 1] + 1))
        one = PERCENT if found[0] == "%" else found[0].replace("'", "")
        each = (in_full and in_full(text[span.start : span.end], found[0])) or (one,)
        words += each
        spans += [span] * len(each)
    return words, spans


def _end(text: str, end: int) -> int:
    """Return where a word ends with the marks that stand behind its last letter: accents, signs for vowels."""
    while end < len(text) and not text[end].isascii() and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


def matches(
    text: str,
    wanted: Sequence[str],
    common: Collection[str] = (),
    same: Mapping[str, str] = _NOTHING,
    in_full: InFull | None = None,
) -> tuple[Span, ...]:
    """Return the spans of `text` that the wanted words matched, in order, not overlapping.

    Where the words stand one after the other, only those places are marked; else each word that is wanted, or is
    spelt like one; words of `common` alone are marked only beside another mark. Words of `same` count as those that
    they stand for (`equivalents`), and a word of the text, printed and folded, as the words that `in_full` makes of it.
    """
    words, spans = _words(text, in_full)
    words = [same.get(word, word) for word in words] if same else words
    if not wanted or not words:
        return ()
    size = len(wanted)
    runs = [at for at in range(len(words) - size + 1) if words[at] == wanted[0] and words[at : at + size] == [*wanted]]
    if runs:
        return _joined([Span(spans[at].start, spans[at + size - 1].end) for at in runs])
    marked = _marked(words, wanted)
    keep = [
        place for place in sorted(marked) if words[place] not in common or place - 1 in marked or place + 1 in marked
    ]
    keep = keep or sorted(marked)
    return _joined([spans[place] for place in keep], keep)


def _marked(words: list[str], wanted: Sequence[str]) -> set[int]:
    needed = set(wanted)
    joins = {run: wanted[places.start : places.stop] for run, places in runs(wanted).items()}
    marked = {place for place, word in enumerate(words) if word in needed or word in joins}
    parted = {word: places for word in needed if (places := set(chain.from_iterable(apart(word, words))))}
    marked.update(*parted.values())
    owners = {place for place, word in enumerate(words) if word.endswith("s") and word[:-1] in needed}
    marked |= owners
    missing = needed - {words[place] for place in marked} - {words[place][:-1] for place in owners}
    missing.difference_update(*(joins.get(words[place], ()) for place in marked))
    missing -= parted.keys()
    for word in missing:
        begun = {place for place, other in enumerate(words) if len(word) >= _LEAST_BEGUN and other.startswith(word)}
        alike, place = (0.0, 0) if begun else nearest(word, words, _LEAST_ALIKE)
        marked |= begun or ({place} if alike else set())
    return marked


def _joined(spans: list[Span], places: Sequence[int] = ()) -> tuple[Span, ...]:
    """Return the spans with those made one that overlap, or that are of words side by side (by their places)."""
    joined: list[Span] = []
    for at, span in enumerate(spans):
        beside = at > 0 and len(places) > at and places[at] == places[at - 1] + 1
        if joined and (span.start < joined[-1].end or beside):
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)
