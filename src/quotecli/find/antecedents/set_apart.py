"""Whom the words beside a noun for a person tell from its bearer: who is told something, and who tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import vocabulary

_TELLING = frozenset("said says saying claimed claims alleged alleges recalled recalls remembered testified".split())
_PERCEIVING = frozenset("heard hears overheard saw sees watched".split())
_OBJECTS = {"him": "m", "her": "f"}
_BEHIND_HER = vocabulary("behind her")
"""Words behind a "her" that owns nothing."""
_OWNER_WITHIN = 3
"""Words from a noun to whose it is, see `Mention.modifies`."""
_BACK = 4
"""Mentions before a noun among which the subject of the verb before it is looked for."""


def gender_told(lows: Sequence[str], last: int) -> str:
    """Return m or f where a verb and a pronoun that stand behind word `last` say who is told: "told him"; else ""."""
    verb, *behind = lows[last : last + 3] or [""]
    gender = _OBJECTS.get(behind[0], "") if verb and len(behind) > 1 else ""
    owns = gender == "f" and behind[1][0].isalpha() and behind[1] not in _BEHIND_HER
    return "" if owns else gender


def set_apart(scene: Scene, index: int) -> set[int]:
    """Return the entities that noun `index` can't mean, as far as they are known.

    "The operator told her": not her. "Ruiz said the operator …", "Ruiz heard the operator say": not Ruiz. Nor whose
    "l’avocat de Ruiz" is.
    """
    mention, lows = scene.mentions[index], scene.stream.lows
    apart: set[int] = set()
    for following in scene.mentions[index + 1 : index + 2]:
        beside = lows[following.first] in ("her", "him") and following.first in (mention.last + 1, mention.last + 2)
        if beside and scene.profiles[index + 1].relation == "VO":
            apart.add(following.entity)
        owns = not scene.stream.english and following.modifies and following.first - mention.last < _OWNER_WITHIN
        if owns and mention.category == "person":
            apart.add(following.entity)
    verb = mention.first - (2 if lows[mention.first - 1] == "that" else 1)
    if verb >= 0 and (lows[verb] in _TELLING or lows[verb] in _PERCEIVING):
        for number in range(index - 1, max(index - 1 - _BACK, -1), -1):
            profile = scene.profiles[number]
            if profile.at == verb and profile.relation == "SV":
                apart.add(scene.mentions[number].entity)
    before = scene.mentions[index - 1] if index else None
    if before is not None and before.last == mention.first - 1 and lows[before.last] in _PERCEIVING:
        apart.add(before.entity)
    return apart - {-1}
