"""From what a user types for an outlet to those of a store: whole, part, initials ("NY Times"), host, misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.folding import fold
from quotecli.core.types import Shown
from quotecli.search.likeness_of_names import NAMESAKE, SAME, covered, likeness_of_names
from quotecli.search.people import ABBREVIATED, NEAR, NameHit, initials_of
from quotecli.store.words import cut

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["resolve_outlet"]

_ARTICLES = frozenset("das de der die el het il la las le les lo los o".split())
"""What stands before a name in other languages; only who types none leaves it open: "La Presse" is no "Die Presse"."""
_BESIDE = frozenset("com digital international magazine news newspaper online uk us usa website".split())
"""What people put behind a name that has no such word."""
_HOST = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*?([\w-]{2,})(?:\.(?:ac|co|com|gov|net|org))?\.[a-z]{2,7}(?:[/:?#]\S*)?", re.IGNORECASE
)
_LONGEST_ADDRESS = 253


class _Outlet(NamedTuple):
    """The words of a name, folded.

    Attributes:
        words: all of them.
        bare: without a "the" before others.
        joined: how they may be written in one word, the first ones perhaps as initials: "nytimes".
    """

    words: tuple[str, ...]
    bare: tuple[str, ...]
    joined: frozenset[str]


def resolve_outlet(store: Store, name: str, limit: int = 10) -> list[NameHit]:
    """Return the outlets of the store that `name` may mean, or is, as `Shown`; the likeliest first."""
    wanted = _outlet(name)
    outlets = store.index.outlets()
    if isinstance(name, Shown):
        return [NameHit(outlet, SAME, number, 0) for number, outlet in outlets if outlet == name]
    if not wanted.words:
        return []
    same = [one for one in outlets if _outlet(one[1]).bare == wanted.bare]
    if same:  # no other fits as well, but who has these initials
        short = outlets if len(wanted.bare) == 1 else []
        same += [one for one in short if one not in same and _is_short_for(wanted.bare, _outlet(one[1]))]
        return sorted((NameHit(outlet, SAME, number, 0) for number, outlet in same), key=attrgetter("name"))[:limit]
    hits: list[NameHit] = []
    for words in _readings(name, wanted.bare):
        hits = _alike(outlets, words) or hits
        if hits and hits[0].fits:
            break
    return hits[:limit]


def _readings(name: str, bare: Sequence[str]) -> Iterable[Sequence[str]]:
    """Yield the words to look for: those in an address, those typed, those without what people put behind a name."""
    if host := _HOST.fullmatch(name.strip()[:_LONGEST_ADDRESS]):
        yield cut(fold(host[1]))
    yield bare
    fewer = list(bare)
    while len(fewer) > 1 and fewer[-1] in _BESIDE:
        fewer.pop()
        yield fewer


def _alike(outlets: Iterable[tuple[int, str]], wanted: Sequence[str]) -> list[NameHit]:
    hits = []
    for number, name in outlets:
        score = _score(wanted, _outlet(name))
        if score >= NEAR:
            hits.append(NameHit(name, score, number, 0))
    return sorted(hits, key=lambda hit: (-round(hit.score), hit.name))


def _score(wanted: Sequence[str], outlet: _Outlet) -> float:
    if len(outlet.bare) > 1 and outlet.bare[0] in _ARTICLES and [*outlet.bare[1:]] == [*wanted]:
        return SAME
    score = likeness_of_names(wanted, outlet.bare)
    if "".join(wanted) in outlet.joined or _is_short_for(wanted, outlet):
        return max(score, ABBREVIATED)
    more = score < NEAR and len(wanted) > len(outlet.bare) and covered(outlet.bare, wanted)
    return NAMESAKE if more else score


def outlet_key(name: str) -> tuple[str, ...]:
    """Return what two names of one outlet have in common: their words, without case, accents and a leading "the"."""
    return _outlet(name).bare or (name,)


def _is_short_for(wanted: Sequence[str], outlet: _Outlet) -> bool:
    [letters, *more] = wanted
    return not more and len(letters) > 1 and letters in {initials_of(outlet.words), initials_of(outlet.bare)}


@lru_cache(maxsize=2048)
def _outlet(name: str) -> _Outlet:
    words = tuple(cut(fold(name)))
    bare = words[1:] if words[:1] == ("the",) and len(words) > 1 else words
    short = [initials_of(bare[:size]) + "".join(bare[size:]) for size in range(2, len(bare))]
    return _Outlet(words, bare, frozenset(["".join(words), "".join(bare), *short]))
