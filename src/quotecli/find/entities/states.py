"""Whom a state has elected: "Sen. Ana Ruiz, D-Ohio" is "the senator from Ohio", and no Nebraska senator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quotecli.core.tables import read_table
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.lexicon import vocabulary

__all__ = ["state_of_noun", "state_told"]

_ELECTED = vocabulary("elected") | {"democrat", "democratic", "independent", "republican"}
_TITLES = frozenset("congressman congresswoman gov governor lawmaker rep representative sen senator".split())
_SEAT = re.compile(r"[rdi]-(?P<state>[a-z.]+)")
_OF = frozenset(("of", "from"))
_OPENS = frozenset((",", "("))
_BEFORE = 4
"""Words before a name among which its state may stand: "Nebraska Republican Sen. Dale Pruitt"."""


def state_told(stream: Stream, mention: Mention) -> str:
    """Return the state that the words beside a name tell its bearer to be elected in, "" for none.

    It stands in a seat ("R-Neb."), or beside a title: "Sen. Dale Pruitt of Nebraska", "Nebraska Gov. Dale Pruitt".
    """
    lows, first, last = stream.lows, mention.first, mention.last
    behind = lows[last : last + 2]
    if len(behind) > 1 and behind[0] in _OPENS and (seat := _SEAT.match(behind[1])):
        return _seats().get(seat["state"].rstrip("."), "")
    low = max(first - _BEFORE, stream.first[stream.sentences[first]])
    before = [word.rstrip(".") for word in (*lows[low:first], *lows[first : last - 1])]
    if _TITLES.isdisjoint(before):
        return ""
    if len(behind) > 1 and behind[0] in _OF and (state := _state_at(lows, last + 1)):
        return state
    titled = min(before.index(title) for title in _TITLES.intersection(before))
    return next((state for at in range(low, low + titled) if (state := _state_at(lows, at))), "")


def state_of_noun(lows: Sequence[str], mention: Mention) -> str:
    """Return the state in which a noun says that somebody is elected: "the Ohio senator", "the Democrat from Ohio"."""
    if mention.role not in _ELECTED:
        return ""
    last = mention.last
    if last + 1 < len(lows) and lows[last] in _OF and (state := _state_at(lows, last + 1)):
        return state
    return next((state for at in range(mention.first, last - 1) if (state := _state_at(lows, at))), "")


@cache
def _seats() -> dict[str, str]:
    """Return by what stands behind a party's letter the state."""
    return {form: state for state, forms, _ in read_table("quotecli.find", "states.tsv") for form in forms.split()}


@cache
def _states() -> frozenset[str]:
    return frozenset(state for state, *_ in read_table("quotecli.find", "states.tsv"))


def _state_at(lows: Sequence[str], at: int) -> str:
    """Return the state whose name stands at a word, "" for none."""
    if lows[at] in _states():
        return lows[at]
    two = "_".join(lows[at : at + 2])
    return two if two in _states() else ""
