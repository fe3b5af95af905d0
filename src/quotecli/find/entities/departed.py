"""Who is told to be dead, and so doesn't speak where somebody of that surname does: "at Curtis Orr's funeral"."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.lexicon import vocabulary

_DEATH = vocabulary("death")
_DIED = (["died"], ["who", "died"], ["was", "killed"], ["was", "murdered"], ["who", "was", "killed"], ["was", "buried"])
_TELLING = frozenset("buried died killed late murdered".split())
_LONGEST = 3
"""Words of one of `_DIED`."""


def departed(stream: Stream, named: Sequence[Mention]) -> set[tuple[str, ...]]:
    """Return the full names, by their words, of whom the text tells of the death."""
    if _DEATH.isdisjoint(stream.distinct) and _TELLING.isdisjoint(stream.distinct):
        return set()
    return {mention.words for mention in named if len(mention.words) > 1 and _is_dead(stream.lows, mention)}


def _is_dead(lows: Sequence[str], mention: Mention) -> bool:
    """Tell whether the words beside a name say that its bearer is dead: "the late", "the murder of", "'s funeral"."""
    behind = lows[mention.last : mention.last + _LONGEST]
    if behind[:1] == ["'s"] and not _DEATH.isdisjoint(behind[1:2]):
        return True
    behind = behind[1:] if behind[:1] == [","] else behind
    if any(behind[: len(words)] == words for words in _DIED):
        return True
    before = lows[max(mention.first - 2, 0) : mention.first]
    return before[-1:] == ["late"] or (len(before) == 2 and before[0] in _DEATH and before[1] == "of")
