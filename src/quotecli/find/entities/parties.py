"""Who is the defendant, the plaintiff or a witness, by what a report from court tells: "Orr, 58, denies arson"."""

from __future__ import annotations

from collections.abc import Collection

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream

__all__ = ["is_of_court", "party"]

_NOUNS = frozenset("accused claimant defendant plaintiff witness".split())
_PLEADING = frozenset("admits admitted denies denied pleaded pleads".split())
_PUT_ON_TRIAL = frozenset(
    "accused acquitted arraigned charged cleared convicted fined jailed remanded sentenced".split()
)
_PASSIVE = frozenset("be been is was were".split())
_TESTIFYING = frozenset(("testified", "testifies"))
_SUING = frozenset("sued sues suing".split())
_SUITS = frozenset("action claim complaint lawsuit petition suit".split())
_STOPS = frozenset((".", ";", ":", QUOTE, "that", "said", "told", "and", "but", "while"))
_HEARING = frozenset("coroner court hearing inquest jurors jury magistrates tribunal".split())
_OFFICERS = frozenset("attorney barrister coroner counsel judge justice lawyer magistrate prosecutor solicitor".split())
_PLEADERS = _OFFICERS | frozenset("defending mitigating prosecuting".split())
"""Who tells the court and is no witness: "Ana Ruiz, prosecuting, told the jury", "Judge Ruiz told the jury"."""
_REACH = 14
"""Words from a name to the verb, over ", 58, of Sawley Road,"."""


def is_of_court(lows: Collection[str]) -> bool:
    """Tell whether a text, of these words, speaks of a defendant, a plaintiff or a witness."""
    return not _NOUNS.isdisjoint(lows)


def party(stream: Stream, mention: Mention) -> tuple[str, ...]:
    """Return the nouns for the part in a trial that the named one has, by the words behind the name; () for none."""
    lows = stream.lows
    at = mention.last
    if lows[at : at + 1] == ["'s"]:
        return () if _SUITS.isdisjoint(lows[at + 1 : at + 4]) else ("plaintiff", "claimant")
    for index in range(at, min(at + _REACH, len(lows))):
        low = lows[index]
        told = low == "told" and not _HEARING.isdisjoint(lows[index + 1 : index + 3])
        if told and (mention.role in _OFFICERS or not _PLEADERS.isdisjoint(lows[at:index])):
            return ()
        if told or low in _TESTIFYING or (low == "gave" and lows[index + 1 : index + 2] == ["evidence"]):
            return ("witness",)
        if low in _STOPS:
            break
        if low in _PLEADING or (low in _PUT_ON_TRIAL and lows[index - 1] in _PASSIVE):
            return ("defendant", "accused")
        if low in _SUING:
            return ("plaintiff", "claimant")
    return ()
