"""A query that names the speaker beside the words: "okafor pension" is what Ngozi Okafor said of a pension."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.folding import fold
from quotecli.search.scoring import WORDS

if TYPE_CHECKING:
    from quotecli.search import Listing
    from quotecli.store import Store

__all__ = ["Spoken", "named_alone", "spoken_by"]

_MOST_WORDS = 6
"""Words of a query in which a name is looked for: a longer one is somebody's words."""
_LONGEST_NAME = 3
_NEAR = 80.0
"""From this score on a name that is spelt otherwise is offered."""
_MARKS = "?,:;."
_ASKING = frozenset(
    "what did does do has have had who when where why how which was is are were the a an of on about in at by to for"
    " said say says saying tell told tells asked ask talk talked talking think thinks thought speak spoke quote quotes"
    " according".split()
)
"""Words of a question ("what did okafor say about the pension?") that nobody need have said."""


class Spoken(NamedTuple):
    """A query read as a name and words.

    Attributes:
        name: as typed.
        words: the rest.
        speakers: whom the name fits and who said the words.
        found: what they said.
    """

    name: str
    words: str
    speakers: list[str]
    found: Listing


def spoken_by(
    store: Store, query: str, run: Callable[[str, str], Listing], *, forgiving: bool = False
) -> Spoken | None:
    """Read the query as the name of a speaker, or of several, before or behind the words looked for.

    Args:
        store: the store.
        query: as typed.
        run: searches for some words of a speaker: (words, name).
        forgiving: also take a name that is spelt otherwise, which costs far more.

    Returns:
        None where nobody named said all the words.
    """
    words = query.split()
    telling = [bare for word in words if (bare := word.strip(_MARKS)) and fold(bare) not in _ASKING]
    for name, rest in [*_readings(words), *(_readings(telling) if telling != words else ())]:
        if named := _named(store, name, forgiving=forgiving):
            found = run(rest, name)
            if kept := [hit for hit in found.hits if hit.score >= WORDS]:
                said = {speaker for hit in kept for speaker in hit.quote.speakers}
                speakers = [speaker for speaker in named if speaker in said]
                return Spoken(name, rest, speakers, found._replace(hits=kept, total=len(kept)))
    return None


def named_alone(store: Store, query: str, *, forgiving: bool = False) -> list[str]:
    """Return the speakers whom a query of few words names, the likeliest first; forgiving also if it is misspelt."""
    return _named(store, query, forgiving=forgiving) if 0 < len(query.split()) <= _LONGEST_NAME else []


def _named(store: Store, name: str, *, forgiving: bool = False) -> list[str]:
    from quotecli.search import fitting, resolve_speaker

    near = resolve_speaker(store, name, forgiving=forgiving)
    return [person.name for person in fitting(near) if person.fits or (forgiving and person.score >= _NEAR)]


def _readings(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what may be a name, and the rest: the longest first, and names before the rest before those behind it."""
    if not 1 < len(words) <= _MOST_WORDS or any(not word.strip("'’-.").replace("'", "").isalnum() for word in words):
        return
    for length in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        yield " ".join(words[:length]), " ".join(words[length:])
        yield " ".join(words[-length:]), " ".join(words[:-length])
