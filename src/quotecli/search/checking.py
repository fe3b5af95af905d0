"""Holds a quotation of a manuscript against the store: are these the words, and is that who said them?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.folding import fold
from quotecli.core.types import Filters, Quote
from quotecli.search.finding import search
from quotecli.search.people import fitting, resolve_speaker
from quotecli.search.wordings import Change, word_changes
from quotecli.store.words import cut

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["Checked", "Status", "check"]


class Status(StrEnum):
    """How a quotation stands to what the store holds; the best first."""

    EXACT = "exact"
    """The same words and marks, but for the comma or full stop at its end."""
    FORMATTING = "formatting only"
    """The same words; case, accents, marks or words in [brackets] differ."""
    TRUNCATED = "truncated"
    """A part of the statement, or the statement with words left out where an ellipsis says so."""
    ALTERED = "altered"
    """Nearly the words."""
    OTHER_SPEAKER = "other speaker"
    """The words, but somebody else said them, or not all who are named."""
    NOT_FOUND = "not found"
    NOT_CHECKED = "not checked"
    """Too short to tell, or no quotation of anybody."""


class Checked(NamedTuple):
    """What the store says of a quotation.

    Attributes:
        status: see `Status`.
        quote: the quote of the store that comes nearest, or None.
        changes: from the store's words to the manuscript's, where they are altered.
    """

    status: Status
    quote: Quote | None = None
    changes: tuple[Change, ...] = ()


_CANDIDATES = 25
_SHORT = 3
"""Words below which only the speaker's own quotes are looked at: anybody says two words."""
_SENTENCES = 6
_LETTER = re.compile(r"\[(\w{1,2})\](?=\w)")
"""A letter changed openly: "[T]he"."""
_LEFT_OUT = re.compile(r"\[\s?(?:…|\.\s?\.\s?\.)\s?\]|…|\.\s?\.\s?\.\s?\.?")
_INSERTED = re.compile(r"\[[^\[\]]{0,120}\]")
_GAP = re.compile(rf"({_LEFT_OUT.pattern}|{_INSERTED.pattern})")
_ELLIPSIS, _BRACKET = "…", "[]"
_MOST_REPLACED = 8
"""Words of the statement for which words in brackets may stand."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_MOST_PIECES = 12
"""Quotes among which the pieces of one statement are looked for: they stand one behind the other."""
_AT_ENDS = " \t\n,.;:"
_SURE = 0.6
"""Confidence of an attribution from which it can be held against another."""
_ALIKE = {True: 0.5, None: 0.6, False: 0.75}
"""The least share of the manuscript's words, by whether the same person said it (None: not known)."""
_ALIKE_LETTERS = 85.0
_LONGEST = 400
"""Words that are held against each other one by one; what is longer is judged by its beginning."""
_FEW = 5
"""Words below which a share of words says little: their letters are compared."""


def check(store: Store, text: str, speakers: Sequence[str], *, speech: bool = True, document: str = "") -> Checked:
    """Hold a quotation against the store.

    Args:
        store: the store.
        text: the words in the marks.
        speakers: who said it by the manuscript, all together, as far as that is sure.
        speech: whether it reads as somebody's words. What doesn't, a title for example, is looked for all the same,
            but that it isn't there proves nothing: then it counts as not checked.
        document: path or URL of the manuscript, whose own quotes prove nothing.
    """
    words = _words(_LETTER.sub(r"\1", text))
    short = len(words) < _SHORT
    if not words or (short and not (speakers and speech)):
        return Checked(Status.NOT_CHECKED)
    names = _Names(store, speakers)
    judged: list[tuple[tuple[int, bool, float], Checked]] = []
    for quotes in _candidates(store, text, words, speakers, document):
        for quote, statement in _statements(store, quotes):
            same = names.said(quote)
            if short and same is not True:
                continue
            status, likeness = _compare(text, words, statement, same)
            if status is None:
                continue
            changes = _changes(statement, text) if status is Status.ALTERED else ()
            if status is not Status.ALTERED and (same is False or names.lacks(quote)):
                status = Status.OTHER_SPEAKER
            judged.append(((_ORDER[status], same is not True, -likeness), Checked(status, quote, changes)))
        if judged and min(judged, key=_by_rank)[1].status is not Status.ALTERED:
            break
    if judged:
        return min(judged, key=_by_rank)[1]
    return Checked(Status.NOT_CHECKED if short or not speech else Status.NOT_FOUND)


def _words(text: str) -> list[str]:
    return cut(fold(text).replace("&", " and "))


_ORDER = {
    status: place
    for place, status in enumerate(
        (Status.EXACT, Status.FORMATTING, Status.TRUNCATED, Status.OTHER_SPEAKER, Status.ALTERED)
    )
}


def _by_rank(judged: tuple[tuple[int, bool, float], Checked]) -> tuple[int, bool, float]:
    return judged[0]


def _candidates(
    store: Store, text: str, words: list[str], speakers: Sequence[str], document: str
) -> Iterator[list[Quote]]:
    """Yield quotes that may hold the words: of the whole, then of each sentence or half."""
    asked = [(" ".join(words), Filters())]
    if len(words) < _FEW:
        asked = [(" ".join(words), Filters(by=name)) for name in speakers] + asked
    sentences = [_words(sentence) for sentence in _SENTENCE_END.split(_LEFT_OUT.sub(". ", text))[:_SENTENCES]]
    if len(sentences) > 1:
        asked += [(" ".join(some), Filters()) for some in sentences if len(some) > _SHORT]
    elif len(words) > _SHORT:
        half = len(words) // 2
        asked += [(" ".join(some), Filters()) for some in (words[:half], words[half:])]
    for query, filters in asked:
        hits = search(store, query, filters, limit=_CANDIDATES, group=False).hits
        if quotes := [hit.quote for hit in hits if hit.quote.document != document]:
            yield quotes


def _statements(store: Store, quotes: Sequence[Quote]) -> Iterator[tuple[Quote, str]]:
    """Yield each quote with its words, and with those of the whole statement where it is a piece of one."""
    seen = set()
    for quote in quotes:
        yield quote, quote.text
        first = quote.part_of or quote.id
        if first in seen:
            continue
        seen.add(first)
        row = store.row(first)
        near = store.quotes(range(row, row + _MOST_PIECES))
        pieces = [piece for piece in near if first in (piece.id, piece.part_of)]
        if len(pieces) > 1:
            yield pieces[0], " ".join(piece.text for piece in pieces)


def _compare(text: str, words: list[str], statement: str, same: bool | None) -> tuple[Status | None, float]:
    """Return how the manuscript's words stand to a statement's, None for not at all, and how alike they are, 0 to 1."""
    if text.strip(_AT_ENDS) == statement.strip(_AT_ENDS):
        return Status.EXACT, 1.0
    printed = _words(statement)
    if words == printed:
        return Status.FORMATTING, 1.0
    if (whole := _in_order(text, printed)) is not None:
        return (Status.FORMATTING if whole else Status.TRUNCATED), len(words) / max(len(printed), 1)
    words, printed = words[:_LONGEST], printed[:_LONGEST]
    blocks = SequenceMatcher(None, printed, words, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in blocks) / len(words)
    if len(words) < _FEW:
        from rapidfuzz import fuzz

        letters = fuzz.partial_ratio(" ".join(words), " ".join(printed))
        alike = len(printed) >= len(words) and letters >= _ALIKE_LETTERS
    else:
        alike = share >= _ALIKE[same]
    return (Status.ALTERED, share) if alike else (None, 0.0)


def _in_order(text: str, printed: list[str]) -> bool | None:
    """Tell whether the words stand in a statement in order, as a whole (True) or a part of it (False); else None.

    Where the text has an ellipsis, words of the statement may be missing; words in brackets stand for some of its.
    """
    line = f" {' '.join(printed)} "
    at, whole, gap = 0, True, ""  # at: the space before the next word
    for number, (part, gap) in enumerate(_parts(text)):
        if not part:  # the end
            break
        place = line.find(f" {' '.join(part)} ", at)
        replaced = gap == _BRACKET and line.count(" ", at, place) <= _MOST_REPLACED
        if place < 0 or (number and not replaced and gap != _ELLIPSIS):
            return None
        whole = whole and (place == at == 0 or replaced)
        at = place + len(" ".join(part)) + 1
    left = line.count(" ", at) - 1
    return None if not at else whole and (not left or (gap == _BRACKET and left <= _MOST_REPLACED))


def _parts(text: str) -> Iterator[tuple[list[str], str]]:
    """Yield the words between ellipses and brackets with what stands before them; at last what stands at the end."""
    gap = ""
    for stretch in _GAP.split(_LETTER.sub(r"\1", text)):
        if _INSERTED.fullmatch(stretch) and not _LEFT_OUT.fullmatch(stretch):
            gap = gap or _BRACKET
        elif _LEFT_OUT.fullmatch(stretch):
            gap = _ELLIPSIS
        elif words := _words(stretch):
            yield words, gap
            gap = ""
    yield [], gap


def _changes(statement: str, text: str) -> tuple[Change, ...]:
    """Return the changes from the part of a statement that the text renders."""
    old, new = statement.split()[:_LONGEST], text.split()[:_LONGEST]
    blocks = SequenceMatcher(
        None, [fold(word).strip(_AT_ENDS) for word in old], [fold(word).strip(_AT_ENDS) for word in new], autojunk=False
    ).get_matching_blocks()
    matched = [block for block in blocks if block.size]
    if not matched:
        return word_changes(" ".join(old), " ".join(new))
    first, last = matched[0], matched[-1]
    start = max(0, first.a - first.b)
    end = last.a + last.size + len(new) - last.b - last.size
    return word_changes(" ".join(old[start:end]), " ".join(new))


class _Names:
    """Who said it by the manuscript, as the store knows them."""

    def __init__(self, store: Store, speakers: Sequence[str]) -> None:
        self._each = [
            {hit.name for hit in fitting(resolve_speaker(store, speaker)) if hit.fits} | {speaker}
            for speaker in speakers
        ]
        self._known = set[str]().union(*self._each)

    def said(self, quote: Quote) -> bool | None:
        """Tell whether one of them said a quote of the store; None where one side doesn't know."""
        if not self._known or not quote.speakers:
            return None
        if not self._known.isdisjoint(quote.speakers):
            return True
        return False if quote.confidence >= _SURE else None

    def lacks(self, quote: Quote) -> bool:
        """Tell whether it is sure that one of them did not say a quote of the store, whoever else did.

        Of those who said it together, a manuscript may name one only.
        """
        sure = bool(quote.speakers) and quote.confidence >= _SURE
        return sure and any(known.isdisjoint(quote.speakers) for known in self._each)
