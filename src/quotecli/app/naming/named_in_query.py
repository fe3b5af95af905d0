"""A query that names the speaker beside the words: "okafor pension" is what Ngozi Okafor said of a pension."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from quotecli.app.naming.asking import ASKING, MAY_BE_NAME, Asked, asked, beside, is_question
from quotecli.core.folding import fold
from quotecli.search.scoring import CLOSE, EXACT, WORDS
from quotecli.store.words import COMMON, cut

if TYPE_CHECKING:
    from quotecli.search import Listing
    from quotecli.store import Store

__all__ = ["Spoken", "named_alone", "spoken_by"]

_MOST_WORDS = 6
"""Words of a query in which a name is looked for that nothing points at: a longer one is somebody's words."""
_LONGEST_NAME = 3
_NEAR = 80.0
"""From this score on a name that is spelt otherwise is offered."""
_MARKS = "?,:;."
_ANSWERS = 62.0
"""From this score on what somebody said answers a question that names him, or nobody: of topics the words may be
others."""
_PHRASE = 4
"""Words from which they may be somebody else's than who is named; fewer are a topic."""
_MOST_SPELT = 2
"""Names of a question that are looked for spelt otherwise."""


class Spoken(NamedTuple):
    """A query read as a name and words.

    Attributes:
        name: as typed; empty where the words are looked for alone.
        words: the rest.
        speakers: whom the name fits and who said the words; where the words are looked for alone, none.
        found: what they said.
    """

    name: str
    words: str
    speakers: list[str]
    found: Listing


def spoken_by(
    store: Store, query: str, run: Callable[[str, str], Listing], *, above: float = 0.0, forgiving: bool = False
) -> Spoken | None:
    """Read the query as the name of a speaker, or of several, before or behind the words looked for, or as a question.

    Args:
        store: the store.
        query: as typed.
        run: searches for some words of a speaker: (words, name); of anybody where the name is empty.
        above: the best score that the query itself has: what a question finds has to fit better.
        forgiving: also take a name that is spelt otherwise, which costs far more.

    Returns:
        None where nobody named said all the words, and it is no question.
    """
    if spoken := _answer(store, query, run, above, forgiving=forgiving):
        return spoken
    words = query.split()
    telling = [bare for word in words if (bare := word.strip(_MARKS)) and fold(bare) not in ASKING]
    for name, rest in [*_readings(words), *(_readings(telling) if telling != words else ())]:
        if named := _named(store, name, forgiving=forgiving):
            found = run(rest, name)
            if found.query.blank:  # "farkas until:2019" has no words beside the name
                continue
            if kept := [hit for hit in found.hits if hit.score >= WORDS]:
                said = {speaker for hit in kept for speaker in hit.quote.speakers}
                speakers = [speaker for speaker in named if speaker in said]
                return Spoken(name, rest, speakers, found._replace(hits=kept, total=len(kept)))
    return None


def _answer(
    store: Store, query: str, run: Callable[[str, str], Listing], above: float, *, forgiving: bool
) -> Spoken | None:
    """Return what answers a query that is a question: of who is named the nearest, else nearly the words of anybody."""
    readings = list(dict.fromkeys([*asked(query), *(() if above or forgiving else beside(query))]))
    asks = is_question(query)
    anybodys = [words for name, words in readings if not name or (asks and not query.startswith(words))]
    for name, words in [reading for reading in readings if reading.name][: _MOST_SPELT if forgiving else None]:
        if not (named := _named(store, name, forgiving=forgiving)):
            continue
        if not (asks and query.startswith(words)):
            anybodys.append(words)
        found = run(words, name)
        if (best := _best(found)) < WORDS:
            telling = _telling(words)
            if len(telling) > 1 or (best < _ANSWERS and telling and len(words.split()) <= _PHRASE):
                found = max(found, run(" ".join(telling), name), key=_best)
        if _best(found) >= max(_ANSWERS, above):
            said = {speaker for hit in found.hits for speaker in hit.quote.speakers}
            return Spoken(name, words, [speaker for speaker in named if speaker in said], found)
    for words in () if forgiving else dict.fromkeys(anybodys):
        nobody = Asked("", words) in readings
        if not nobody and len(words.split()) < _PHRASE:
            continue
        best = _best(found := run(words, ""))
        by_chance = WORDS <= best < EXACT and not _telling(words)
        if best >= max(above, _ANSWERS if nobody else CLOSE) and not by_chance:
            return Spoken("", words, [], found)
    return None


def _best(found: Listing) -> float:
    return max((hit.score for hit in found.hits), default=0.0)


def _telling(words: str) -> list[str]:
    """Return words without the frequent ones: "the harbour and the pension" is about a harbour and a pension."""
    return [word for word in words.split() if not COMMON.issuperset(cut(fold(word)))]


def named_alone(store: Store, query: str, *, forgiving: bool = False) -> list[str]:
    """Return the speakers whom a query of few words names, the likeliest first; forgiving also if it is misspelt."""
    return _named(store, query, forgiving=forgiving) if 0 < len(query.split()) <= _LONGEST_NAME else []


def _named(store: Store, name: str, *, forgiving: bool = False) -> list[str]:
    from quotecli.search import fitting, resolve_speaker

    near = resolve_speaker(store, name, forgiving=forgiving)
    return [person.name for person in fitting(near) if person.fits or (forgiving and person.score >= _NEAR)]


def _readings(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what may be a name, and the rest: the longest first, and names before the rest before those behind it."""
    if not 1 < len(words) <= _MOST_WORDS:
        return
    for length in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        for name, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            if all(MAY_BE_NAME.fullmatch(word.strip(_MARKS)) for word in name):
                yield " ".join(name), " ".join(rest)
