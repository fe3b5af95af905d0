"""What is told around a name, not right beside it: "Ana Ruiz of Hale, a baker", "(the mayor)", "serves as judge"."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.entities.name_forms import FAMILY
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.words.closed import is_age
from quotecli.find.words.lexicon import category_of, gender_of_given

__all__ = ["BRACKETS", "in_brackets", "in_service", "is_home", "of_owner", "past_home"]

BRACKETS = frozenset(("(", "—", "–", "-"))
"""What opens an apposition besides a comma."""
_CLOSING = frozenset((")", "—", "–", "-", ","))
_OWNING, _OWNER_WITHIN, _HELD_WITHIN = frozenset(("'s", "'")), 6, 6
"""What ends whose an office is, and words within which that and the office stand: "the City of Hale's new mayor"."""
_INSIDE_NAMES = frozenset("the of and for & de".split())
_BEHIND_TOLD = frozenset((",", ".", ";", ":", ")", "—", "–", "of", "for", "and", "in", QUOTE))
"""What stands behind an office that is told so, and no verb: "After Ana Ruiz, Hale's lawyer spoke"."""
_HOME, _HOME_WITHIN = frozenset(("of", "from")), 3
"""What stands before where somebody comes from, and words of that."""
_ARTICLES = frozenset("a an the her his its their our".split())
_SERVING = frozenset("acts doubles serves works".split())
_TERMS = frozenset("decade month season spell stint term week year".split())
_SERVES_WITHIN = 7
"""Words between a name and the office of its bearer: ", in her second year as the mayor"."""


def _for_persons(lows: Sequence[str]) -> list[tuple[str, str]]:
    """Return the nouns for one person among these words."""
    return [(low, "person") for low in lows if (category_of(low) == "person" or is_age(low)) and low not in FAMILY]


def of_owner(stream: Stream, at: int) -> list[tuple[str, str]]:
    """Read "Ana Ruiz, Brightline's chief executive,": nouns behind whose they are, where an apposition ends with them.

    `at` is the word behind the comma.
    """
    lows, words = stream.lows, stream.words
    owner = next((i for i in range(at + 1, min(at + _OWNER_WITHIN, len(lows))) if lows[i] in _OWNING), -1)
    if owner < 0 or not all(word[0].isupper() or word.lower() in _INSIDE_NAMES for word in words[at:owner]):
        return []
    end = min(owner + _HELD_WITHIN, len(lows) - 1)
    first = next((i for i in range(owner + 1, end) if _for_persons(lows[i : i + 1])), end)
    last = next((i for i in range(first, end) if not _for_persons(lows[i : i + 1])), end)
    whole = all(low[0].isalpha() for low in lows[owner + 1 : first]) and lows[last] in _BEHIND_TOLD
    return _for_persons(lows[first:last]) if whole else []


def in_brackets(lows: Sequence[str], at: int) -> list[tuple[str, str]]:
    """Read "Ana Ruiz (the mayor)", "Ana Ruiz — a baker —": nouns behind an article, to where that closes."""
    if lows[at] not in _ARTICLES:
        return []
    end = next((i for i in range(at, min(at + _SERVES_WITHIN, len(lows))) if lows[i] in _CLOSING), at)
    return _for_persons(lows[at:end])


def in_service(lows: Sequence[str], at: int) -> list[tuple[str, str]]:
    """Read "Ana Ruiz serves as mayor", "Ana Ruiz, in her second year as the mayor," behind a name's last word."""
    place = next((i for i in range(at + 1, min(at + _SERVES_WITHIN, len(lows) - 2)) if lows[i] == "as"), -1)
    if place < 0:
        return []
    serving = place == at + 1 and lows[at] in _SERVING
    lasting = lows[at : at + 2] == [",", "in"] and lows[place - 1] in _TERMS
    if not serving and not lasting:
        return []
    office = place + 1 + (lows[place + 1] in _ARTICLES)
    return _for_persons(lows[office : office + 2])


def past_home(stream: Stream, mention: Mention) -> int:
    """Return the index behind a person's name, and behind where he or she is told to be from before a comma."""
    lows, words, last = stream.lows, stream.words, mention.last
    at = last + (lows[last : last + 1] == [","])
    if len(mention.words) < 2 or lows[at : at + 1] == [] or lows[at] not in _HOME or (at > last and lows[at] == "of"):
        return last
    end = next((i for i in range(at + 1, min(at + 2 + _HOME_WITHIN, len(lows))) if not words[i][0].isupper()), -1)
    apposed = end > at + 1 and lows[end] == "," and lows[end + 1 : end + 2] != [] and lows[end + 1] in _ARTICLES
    return end if apposed and gender_of_given(mention.words[0]) else last


def is_home(stream: Stream, mention: Mention) -> bool:
    """Tell whether a name only tells where the person before it is from: "Ana Ruiz of Hale, a baker"."""
    lows, words, first = stream.lows, stream.words, mention.first
    if first < 3 or lows[first - 1] not in _HOME:
        return False
    before = first - 2 - (lows[first - 2] == ",")
    named = before > 0 and words[before][0].isupper() and words[before - 1][0].isupper()
    return named and bool(gender_of_given(lows[before - 1]))
