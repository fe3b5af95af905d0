"""Reads how people ask for a quote: "who said that …?", "what did … say about …?", "… according to …", "…: …".

Nothing here knows the store: what may be a name is only a guess from the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.core.folding import fold

__all__ = ["ASKING", "MAY_BE_NAME", "Asked", "asked", "beside", "is_question", "topic"]

ASKING = frozenset(
    "what did does do has have had who when where why how which was is are were the a an of on about in at by to for"
    " said say says saying tell told tells asked ask talk talked talking think thinks thought speak spoke quote quotes"
    " according".split()
)
"""Words of a question ("what did okafor say about the pension?") that nobody need have said."""
_BESIDE = ASKING | frozenset(
    "whom be one that it from and as somebody someone anybody anyone ever really actually also just once again"
    " remember".split()
)
"""These, and others that stand beside a name in one ("the one where okafor says", "who was it that said")."""
_ASKS = frozenset("who whom which what when where why how did does do has have is was".split())
"""What a question begins with."""
_ALONE = frozenset({"quote", "quotes", "something"})
"""What leads to the words where nothing stands before it: "quote about the pension"."""
_SAYING = frozenset(
    "say says said saying tell tells told telling think thinks thought talk talks talked talking speak speaks spoke"
    " claim claims claimed mention mentions mentioned comment comments commented states stated remark remarked"
    " argue argues argued insist insists insisted calls called describe describes described promise promised"
    " tweet tweets tweeted write writes wrote warn warns warned announce announced declare declared deny denied"
    " quote quotes quoted words remarks comments opinion opinions view views statement statements thoughts position"
    " stance response reaction something".split()
)
"""What stands between who spoke and what was said, or what it was about."""
_LEADING = frozenset(
    "that about on of to with regarding concerning anything something like as whether if by from".split()
)
"""What stands before the words themselves."""
_ACCORDING = ("according", "to")
_LONGEST_NAME = 5
_LONGEST_BARE = 3
"""Words of a name that no comma parts from what follows it."""
_BEHIND = _SAYING | frozenset("on in at during last yesterday today tonight this".split())
"""What ends a name: "Ana Ruiz told reporters", "Ana Ruiz on Tuesday"."""
_UNMARKED = range(7, 20)
"""Words of a query in which a name of two or three words may stand at either end with nothing that points at it."""
_MARKS = "\"“”„‘’'?!,:;.()[]-–—"
MAY_BE_NAME = re.compile(r"[^\W\d_][^\W_]*(?:['’.\-‐‑][^\W_]*)*")
"""One word of a name: "Okafor", "O’Shea", "Ruiz-Bosch", "J.D."."""
_PARTS = re.compile(r" [-–—]+ | ?[:;,(] | \(")
"""What parts a name from the words before it, or from those behind it."""


class Asked(NamedTuple):
    """A query read as a question.

    Attributes:
        name: who may have said it; empty where nobody is named.
        words: what was said, or what it was about.
    """

    name: str
    words: str


def asked(query: str) -> Iterator[Asked]:
    """Yield the ways to read a query as a question for a quote, the likeliest first; none where it is no question."""
    words = query.split()
    plain = [fold(word.strip(_MARKS)) for word in words]
    saying = [place for place, word in enumerate(plain) if word in _SAYING and place + 1 < len(words)]
    if saying:
        yield from _said(words, plain, saying[0])
        yield from _as_read(words[saying[-1] + 1 :], words[: saying[-1]])
    for place in range(len(words) - 2):
        if (plain[place], plain[place + 1]) == _ACCORDING:
            yield from _according(words[:place], words[place + 2 :])
    line = " ".join(words)
    partings = [*_PARTS.finditer(line)]
    for parting in partings[:1]:
        yield from _as_read(line[: parting.start()].split(), line[parting.end() :].split())
    for parting in [*partings[-1:], *partings[:-1][:1]]:
        yield from _as_read(line[parting.end() :].split(), line[: parting.start()].split())


def beside(query: str) -> Iterator[Asked]:
    """Yield what may be a whole name at either end of a longer query, and the rest, where nothing parts them."""
    words = query.split()
    for length in (3, 2) if len(words) in _UNMARKED else ():
        yield from _as_read(words[:length], words[length:], whole=True)
        yield from _as_read(words[-length:], words[:-length], whole=True)


def _said(words: Sequence[str], plain: Sequence[str], place: int) -> Iterator[Asked]:
    """Yield who said what of words in this order; nobody is named where only words of a question stand before."""
    behind = _without_leading(words[place + 1 :])
    yield from _as_read(words[:place], behind)
    if (plain[0] in _ASKS and not set(plain[:place]) - _BESIDE) or plain[0] in _ALONE:
        yield Asked("", " ".join(behind))


def _according(before: Sequence[str], behind: Sequence[str]) -> Iterator[Asked]:
    """Yield whom "according to" names: up to a comma, else as many words as are a name."""
    comma = next((place for place, word in enumerate(behind[:_LONGEST_NAME], 1) if word.endswith(",")), 0)
    yield from _as_read(behind, before)
    for length in (comma,) if comma else range(_LONGEST_BARE, 0, -1):
        yield from _as_read(behind[:length], behind[length:])


def _as_read(name: Sequence[str], words: Sequence[str], *, whole: bool = False) -> Iterator[Asked]:
    """Yield a name and words, if the name may be one.

    The words of a question before it and behind it are left out, and when or to whom it was said, unless it is whole.
    """
    bare = [word.strip('"“”?!,:;()') for word in name]
    if not whole:
        bare = _alone(bare)
    if _says(words) and 0 < len(bare) <= _LONGEST_NAME and all(map(MAY_BE_NAME.fullmatch, bare)):
        yield Asked(" ".join(bare), " ".join(words))


def _alone(name: list[str]) -> list[str]:
    """Return a name without what stands beside it: "was it", "told reporters", "on Tuesday", "2016"."""
    first, end = 0, len(name)
    while first < end and fold(name[first]) in _BESIDE:
        first += 1
    end = next((place for place in range(first + 1, end) if fold(name[place]) in _BEHIND), end)
    while end > first and (fold(name[end - 1]) in _BESIDE or name[end - 1].isdigit()):
        end -= 1
    return name[first:end]


def _says(words: Sequence[str]) -> bool:
    """Tell whether words are more than what asks: "who was it that" is nothing that anybody said."""
    return any(fold(word.strip(_MARKS)) not in _BESIDE for word in words)


def is_question(query: str) -> bool:
    """Tell whether a query begins as a question does."""
    return any(fold(word.strip(_MARKS)) in _ASKS for word in query.split(maxsplit=1)[:1])


def topic(words: Sequence[str]) -> Sequence[str]:
    """Return words without those that lead to a topic ("about the", "said of"); none where none of them do."""
    place = 0
    while place < len(words) and fold(words[place].strip(_MARKS)) in _BESIDE | _SAYING | _LEADING:
        place += 1
    return words[place:] if place else ()


def _without_leading(words: Sequence[str]) -> Sequence[str]:
    """Return words without those that lead to what was said: "that", "about"; at least one is left."""
    place = 0
    while place + 1 < len(words) and fold(words[place].strip(_MARKS)) in _LEADING:
        place += 1
    return words[place:]
