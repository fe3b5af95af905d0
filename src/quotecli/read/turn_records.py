"""What programs that write down speech give as JSON: a list of who spoke which words → one text of turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from quotecli.read.fields import plain_name

__all__ = ["is_spoken", "turns_in", "turns_of"]

_LISTS = ("utterances", "segments", "turns", "results")
_SPEAKERS = ("speaker", "speakername", "speakerlabel", "speakertag")
_WORDS = ("text", "transcript", "utterance")
_TIMES = frozenset({"start", "starttime", "offset", "begin", "tstart"})
_OF_DOCUMENTS = frozenset("id title headline url link author authors byline date published publishedat source".split())
"""Fields that a document of its own has."""
_DEPTH = 2


def is_spoken(record: Mapping[str, Any]) -> bool:
    """Tell whether a record is one of many in a conversation, with its speaker or its time, not a document."""
    names = {plain_name(str(name)) for name in record}
    told = bool(names.intersection(_SPEAKERS)) or not _TIMES.isdisjoint(names)
    return told and _value(record, _WORDS) is not None and _OF_DOCUMENTS.isdisjoint(names)


def turns_in(fields: Mapping[str, Any], depth: int = 0) -> str | None:
    """Return the turns that an object holds in a list of them; None where no list tells who spoke."""
    for name, value in fields.items():
        if isinstance(value, Mapping) and depth < _DEPTH and (inner := turns_in(value, depth + 1)):
            return inner
        if plain_name(str(name)) not in _LISTS or not isinstance(value, list):
            continue
        if value and all(isinstance(one, Mapping) and _value(one, _SPEAKERS) for one in value):
            return turns_of(value)
    return None


def turns_of(records: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the words of records as turns, each its speaker's; None where one has no words."""
    turns: list[tuple[str, list[str]]] = []
    for record in records:
        words = _value(record, _WORDS)
        if words is None:
            return None
        who = _name(_value(record, _SPEAKERS))
        if not turns or turns[-1][0] != who:
            turns.append((who, []))
        turns[-1][1].append(words)
    return "\n\n".join(f"{who}: {' '.join(words)}" if who else " ".join(words) for who, words in turns)


def _value(record: Mapping[str, Any], names: Sequence[str]) -> str | None:
    """Return the first of the fields that holds a text or a number."""
    flat = {plain_name(str(name)): value for name, value in record.items()}
    found = (flat[name] for name in names if isinstance(flat.get(name), str | int))
    return next((text for value in found if (text := " ".join(str(value).split()))), None)


def _name(who: str | None) -> str:
    """Return a speaker's name; a number, or a letter, is no name by itself."""
    return f"Speaker {who}" if who and (who.isdecimal() or len(who) == 1) else who or ""
