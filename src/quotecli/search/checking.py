"""Holds a quotation of a manuscript against the store: are these the words, and is that who said them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.folding import fold
from quotecli.core.types import Filters, Quote
from quotecli.search.comparing import Compared, Status, changes, compare
from quotecli.search.finding import best_rows
from quotecli.search.gaps import LEFT_OUT, plain
from quotecli.search.likeness_of_names import may_be_one
from quotecli.search.look_alikes import in_latin
from quotecli.search.people import fitting, resolve_speaker
from quotecli.search.statements import statements
from quotecli.search.telling_words import TellingWords
from quotecli.search.wordings import Change
from quotecli.store.words import cut

if TYPE_CHECKING:
    from quotecli.store import Store
    from quotecli.store.spoken import Said

__all__ = ["Checked", "Status", "check"]


class Checked(NamedTuple):
    """What the store says of a quotation.

    Attributes:
        status: see `Status`.
        quote: the quote of the store that comes nearest, or None.
        changes: from the store's words to the manuscript's, where they are altered or brackets stand for some.
    """

    status: Status
    quote: Quote | None = None
    changes: tuple[Change, ...] = ()


class _Judged(NamedTuple):
    """What a quote of the store is to a quotation.

    Attributes:
        rank: how likely it is the quote that is meant, the least first.
        status: see `Status`.
        row: of the quote.
        statement: the words that were looked at: its own, or with those said beside it.
        found: how the quotation stands to them.
    """

    rank: tuple[float, bool, float]
    status: Status
    row: int
    statement: str
    found: Compared


_CANDIDATES = 25
_SHORT = 3
"""Words below which only the speaker's own quotes are looked at: anybody says two words."""
_SENTENCES = 6
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\s+(?=[^\W\d_])")
"""A word that is parted at the end of a line."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SURE = 0.6
"""Confidence of an attribution from which it can be held against another."""
_NEAR = 80.0
"""From this score on a name is a misspelling of another, or the same from another writing, and no other person's."""
_FEW = 5
"""Words below which the speaker's own quotes are looked at first: a search for them finds anybody's."""


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
    found = _held(store, text, speakers, speech=speech, document=document)
    seen = in_latin(_BROKEN.sub("", text))
    if found.status in {Status.ALTERED, Status.NOT_FOUND} and seen != text:
        other = _held(store, seen, speakers, speech=speech, document=document)
        if other.status not in {Status.NOT_FOUND, Status.ALTERED}:
            exact = other.status is Status.EXACT
            return other._replace(status=Status.FORMATTING) if exact else other
    return found


def _held(store: Store, text: str, speakers: Sequence[str], *, speech: bool, document: str) -> Checked:
    words = _words(plain(text))
    short = len(words) < _SHORT
    if not words or (short and not (speakers and speech)):
        return Checked(Status.NOT_CHECKED)
    judges = _Judges(store, text, words, speakers)
    own = store.index.document(document) if document else None
    for query, filters in _queries(text, words, speakers):
        if filters.by and len(words) >= _FEW and judges.best and judges.best.rank[0] != _PART_OF_OTHERS:
            continue
        judges.take(best_rows(store, query, filters, _CANDIDATES), own)
        if judges.settled:
            break
    if judges.best:
        return judges.told()
    return Checked(Status.NOT_CHECKED if short or not speech else Status.NOT_FOUND)


class _Judges:
    """Holds quotes of the store against a quotation.

    Attributes:
        best: the one that is meant, of those taken; None where none has the words, or nearly.
    """

    def __init__(self, store: Store, text: str, words: list[str], speakers: Sequence[str]) -> None:
        self.best: _Judged | None = None
        self._store, self._text, self._cut = store, text, words
        self._names = _Names(store, speakers)
        self._telling = TellingWords(store, words)
        self._taken: set[int] = set()
        self._compared: dict[tuple[str, bool | None], Compared | None] = {}

    def take(self, rows: Sequence[int], own: int | None) -> None:
        """Take quotes, but for those of the manuscript itself, which is the document of the number `own`."""
        new = [row for row in rows if row not in self._taken]
        self._taken.update(new)
        beside = self._store.index.said(new)
        for said, statement in statements(
            beside, [row for row in new if row in beside and beside[row].document != own]
        ):
            judged = self._judged(said, statement)
            if judged and (self.best is None or judged.rank < self.best.rank):
                self.best = judged

    def _judged(self, said: Said, statement: str) -> _Judged | None:
        same = self._names.said(said)
        if len(self._cut) < _SHORT and same is not True:
            return None
        key = statement, same
        if key not in self._compared:
            self._compared[key] = compare(self._text, self._cut, statement, _words(statement), same, self._telling)
        found = self._compared[key]
        if found is None:
            return None
        status = found.status
        if status is not Status.ALTERED and (same is False or self._names.lacks(said)):
            status = Status.OTHER_SPEAKER
        return _Judged(
            (_place(status, found, same), same is not True, -found.likeness), status, said.row, statement, found
        )

    @property
    def settled(self) -> bool:
        """Whether nothing better is to be looked for: the words are found, or most of them, of who is named."""
        best = self.best
        if best is None or best.rank[0] <= _SETTLED:
            return best is not None
        mine = not best.rank[1] or self._names.unknown
        return mine and best.status is Status.ALTERED and best.found.likeness >= _NEARLY_SAID

    def told(self) -> Checked:
        """Return what the best of the quotes tells."""
        best = self.best
        quotes = self._store.quotes([best.row]) if best else []
        if best is None or not quotes:
            return Checked(Status.NOT_FOUND)
        differing = changes(best.statement, self._text, cut=best.found.cut) if best.found.differs else ()
        return Checked(best.status, quotes[0], differing)


def _words(text: str) -> list[str]:
    return cut(fold(text).replace("&", " and "))


_ORDER = {
    status: place
    for place, status in enumerate(
        (Status.EXACT, Status.FORMATTING, Status.TRUNCATED, Status.OTHER_SPEAKER, Status.ALTERED)
    )
}
_SETTLED = _ORDER[Status.OTHER_SPEAKER]
_PART_OF_OTHERS = _SETTLED + 0.5
_NEARLY_SAID = 0.75
"""Share of the words that the same person said from which a part of somebody else's quote is not what was meant."""


def _place(status: Status, found: Compared, same: bool | None) -> float:
    """Return how likely a quote is the one that is meant, the least first.

    Words that are a part of somebody else's quote ("I'm a big fan of …") may still be what the one named said, altered.
    """
    if status is Status.OTHER_SPEAKER and found.status is Status.TRUNCATED:
        return _PART_OF_OTHERS
    nearly = status is Status.ALTERED and same is True and found.likeness >= _NEARLY_SAID
    return _SETTLED + 0.25 if nearly else _ORDER[status]


def _queries(text: str, words: list[str], speakers: Sequence[str]) -> list[tuple[list[str], Filters]]:
    """Return what to search for: the whole, then each sentence or half; in the speakers' own quotes first or last."""
    anybody = [(words, Filters())]
    theirs = [(words, Filters(by=name)) for name in speakers]
    if len(words) < _FEW:
        anybody = theirs + anybody
    sentences = [_words(sentence) for sentence in _SENTENCE_END.split(LEFT_OUT.sub(". ", text))[:_SENTENCES]]
    if len(sentences) > 1:
        anybody += [(some, Filters()) for some in sentences if len(some) > _SHORT]
    elif len(words) > _SHORT:
        half = len(words) // 2
        anybody += [(some, Filters()) for some in (words[:half], words[half:])]
    return anybody if len(words) < _FEW else anybody + theirs


class _Names:
    """Who said it by the manuscript, as the store knows them."""

    def __init__(self, store: Store, speakers: Sequence[str]) -> None:
        self._named = tuple(speakers)
        self._each = [
            {hit.name for hit in fitting(resolve_speaker(store, speaker)) if hit.score >= _NEAR} | {speaker}
            for speaker in speakers
        ]
        self._known = set[str]().union(*self._each)

    @property
    def unknown(self) -> bool:
        """Whether the manuscript names nobody."""
        return not self._named

    def said(self, quote: Said) -> bool | None:
        """Tell whether one of them said a quote of the store; None where one side doesn't know."""
        if not self._known or not quote.speakers:
            return None
        if not self._known.isdisjoint(quote.speakers):
            return True
        if quote.confidence < _SURE or any(self._may_have_said(named, quote) for named in self._named):
            return None
        return False

    def lacks(self, quote: Said) -> bool:
        """Tell whether it is sure that one of them did not say a quote of the store, whoever else did.

        Of those who said it together, a manuscript may name one only.
        """
        sure = bool(quote.speakers) and quote.confidence >= _SURE
        return sure and any(
            known.isdisjoint(quote.speakers) and not self._may_have_said(named, quote)
            for named, known in zip(self._named, self._each, strict=True)
        )

    @staticmethod
    def _may_have_said(named: str, quote: Said) -> bool:
        """Tell whether the store has a shorter or longer name that may be his: "Bosch", of a transcript's label."""
        return any(may_be_one(named, speaker) for speaker in quote.speakers)
