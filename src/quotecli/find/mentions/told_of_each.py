"""Persons who are named together with what is told of each: "Ann Lee, the captain, and Bo Ray, 45, said"."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import HELPING
from quotecli.find.words.lexicon import category_of, cue_class

_FULL = 2
"""Words of a full name."""
_LONGEST = 4
"""Words that tell of a person before the name."""
_OWN = frozenset(("his", "her", "its", "their", "the"))


def told_between(stream: Stream, before: Sequence[Mention], name: Mention) -> int:
    """Return how many mentions at the end of `before` only tell of the person before them, whom `name` joins.

    -1 where the name joins nobody so. "Student Ann Lee and teacher Bo Ray": 0; "Ann Lee, 19, and Bo Ray": 0; "Ann Lee,
    the captain, and Bo Ray, the coach, said": 1, the captain; "Ann Lee, and her deputy, Bo Ray, said": 1, the deputy.
    """
    if not _is_person(name):
        return -1
    lows = stream.lows
    first = before[-1]
    gap = lows[first.last : name.first]
    if _is_person(first):
        if gap[:1] == ["and"] and _tells_role(stream, first.last + 1, name.first):
            return 0
        if gap[:2] == [",", "and"] and _is_told_of_own(stream, first.last + 2, name.first):
            return 0 if _goes_on(stream, name) else -1
        aged = len(gap) == 4 and gap[0] == "," and gap[1].isdigit() and gap[2:] == [",", "and"]
        return 0 if aged and _goes_on(stream, name) else -1
    if first.kind != "noun" or len(before) < _FULL or gap not in ([",", "and"], [","]):
        return -1
    person = before[-2]
    if gap == [","]:
        joined = _is_person(person) and lows[person.last : first.first] == [",", "and"] and lows[first.first] in _OWN
        return 1 if joined and _goes_on(stream, name) else -1
    apposed = _is_person(person) and lows[person.last] == "," and first.first == person.last + 1
    return 1 if apposed and _goes_on(stream, name) else -1


def _is_person(mention: Mention) -> bool:
    whole = mention.kind == "name" and len(mention.words) >= _FULL and not mention.category
    return whole and not mention.possessive and not mention.modifies


def _is_told_of_own(stream: Stream, first: int, last: int) -> bool:
    """Tell whether these words are what the next name is to the one before, and a comma: "its harbour master,"."""
    words = stream.words[first : last - 1]
    plain = all(word.islower() and word.replace("-", "").isalpha() for word in words)
    return stream.lows[last - 1] == "," and 1 < len(words) <= _LONGEST and plain and words[0] in _OWN


def _tells_role(stream: Stream, first: int, last: int) -> bool:
    """Tell whether the words from `first` to before `last` are what somebody is called: "his teacher", "captain"."""
    words = stream.words[first:last]
    if not 0 < len(words) <= _LONGEST or category_of(words[-1]) != "person":
        return False
    return all(word.islower() and word.replace("-", "").isalpha() for word in words) and (
        len(words) == 1 or words[0] in _OWN or not any(map(cue_class, words))
    )


def _goes_on(stream: Stream, name: Mention) -> bool:
    """Tell whether a verb, or what is told of the person, stands behind the name, or its sentence ends."""
    behind = stream.low(name.last)
    return behind in (",", ".") or behind in HELPING or bool(cue_class(behind))
