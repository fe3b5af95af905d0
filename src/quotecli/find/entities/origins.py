"""Where the words beside a name tell its bearer to be from: "Spain's Joan Puig", of whom "the Spaniard" tells."""

from __future__ import annotations

from functools import cache

from quotecli.core.tables import read_table
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.words.lexicon import cue_class

__all__ = ["natives", "natives_of_state", "natives_told"]

_BEFORE = 4
"""Words before a name among which where its bearer is from may stand: "the Spanish left back Joan Puig"."""
_BEHIND = 3
"""Words behind the comma or bracket that follows a name: ", a Spanish defender", "(Spain)"."""
_OPENS = frozenset((",", "("))
_LINKS = frozenset("a an the of from".split())
_ENDS = frozenset((",", ".", ";", ":", "(", ")", QUOTE, "and", "or", "to", "in", "at", "by", "with", "against", "for"))


def natives_told(stream: Stream, mention: Mention) -> tuple[str, ...]:
    """Return the nouns for who is from where the words beside a name tell its bearer to be from: spaniard; or none."""
    lows = stream.lows
    low = max(mention.first - _BEFORE, stream.first[stream.sentences[mention.first]])
    for at in range(mention.first - 1, low - 1, -1):
        if lows[at] in _ENDS or cue_class(lows[at]):
            break
        if told := _told_at(lows, at):
            return told
    behind = mention.last + (mention.last < len(lows) and lows[mention.last] in _OPENS)
    for at in range(behind, min(behind + _BEHIND, len(lows))):
        if told := _told_at(lows, at):
            return told
        if lows[at] not in _LINKS:
            break
    return ()


@cache
def natives() -> frozenset[str]:
    """Return all nouns for who is from somewhere that is known: spaniard, texan."""
    return frozenset(noun for nouns in (*_by_word().values(), *_of_states().values()) for noun in nouns)


def natives_of_state(state: str) -> tuple[str, ...]:
    """Return the nouns for who is from a state of the US: texan."""
    return _of_states().get(state, ())


def _told_at(lows: list[str], at: int) -> tuple[str, ...]:
    return _by_word().get(lows[at]) or _by_word().get("_".join(lows[at : at + 2]), ())


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    """Return by the words for a country, and for what is of it, the nouns for who is from there."""
    rows = read_table("quotecli.find", "origins.tsv")
    return {word: tuple(nouns.split()) for place, words, nouns in rows for word in (place, *words.split())}


@cache
def _of_states() -> dict[str, tuple[str, ...]]:
    rows = read_table("quotecli.find", "states.tsv")
    return {state: tuple(nouns.split()) for state, _, nouns in rows if nouns != "-"}
