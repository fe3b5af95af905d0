"""Tells firms whose name ends in "'s" ("Dunnock's said") from persons to whom something belongs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from quotecli.find.mentions.tokens import Stream, places_of
from quotecli.find.words.closed import HELPING, PASTS
from quotecli.find.words.lexicon import cue_class, vocabulary

_KNOWN = vocabulary("known")
_LEAST = 2
"""Times that a name has to stand with "'s", and never without."""

_TAGS = frozenset(("said", "says"))
_MARKS = frozenset((".", ",", ";"))


def firms_with_s(stream: Stream, given: Collection[str]) -> set[str]:
    """Return the words, in small letters, that name a firm together with the "'s" behind them.

    A verb follows it once at least, and a firm that isn't known always has it; "Kim's told pals" is Kim all the same.
    So is one who said something and has nothing behind: “…,” said Dunnock's.
    """
    lows, words = stream.lows, stream.words
    found: set[str] = set()
    if "'s" not in stream.distinct:
        return found
    behind = [at for at in places_of(lows, ("'s",)) if 0 < at < len(lows) - 1]
    governing = {lows[at - 1] for at in behind if lows[at + 1] in HELPING or cue_class(lows[at + 1])}
    owning = Counter(lows[at - 1] for at in behind if words[at - 1] != lows[at - 1])
    found.update(lows[at - 1] for at in behind if at > 1 and lows[at - 2] in _TAGS and lows[at + 1] in _MARKS)
    known = {lows[at - 1] for at in behind if lows[at - 1] in _KNOWN and owns_nothing(lows[at + 1])}
    found.update(low for low in known if lows.count(low) == owning[low])  # never Christie without it
    firms = governing & owning.keys()
    often = Counter(filter(firms.__contains__, lows))
    for low in firms:
        alone = low not in given and owning[low] >= _LEAST and often[low] == owning[low]
        if low in _KNOWN or alone:
            found.add(low)
    return found


def owns_nothing(following: str) -> bool:
    """Tell whether a mark or a verb stands behind "'s": "according to McDonald's, it"."""
    return following in _MARKS or following in PASTS or following in HELPING or bool(cue_class(following))
