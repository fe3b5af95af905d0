"""Relative pronouns, which mean what stands before them: "Ada Holm, president of the Fell Fund, who"."""

from __future__ import annotations

from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene

_GAP, _INSERTED = 4, 9
"""Words between "who" and whom it means; more where commas set them off: "Michelle Vu, the swing vote, who"."""
_RELATIVES = 6
"""Mentions between two relative pronouns of one sentence."""


def bind_relative(scene: Scene, index: int) -> None:
    """Read "who" means the mention just before it, or before the place that is told of it."""
    mention = scene.mentions[index]
    beyond = mention
    if scene.stream.lows[max(mention.first - 1, 0)] == "and" and (other := _relative_before(scene, index)) is not None:
        mention.entity = other.entity  # "Carl Brandt, who has lived here since 1977 and who told us"
        return
    for number in range(index - 1, max(index - 4, -1), -1):
        before = scene.mentions[number]
        between = scene.stream.lows[before.last : beyond.first]
        inserted = between[:1] in ([","], ["("]) and between[-1:] == [","] and len(between) <= _INSERTED
        if len(between) > _GAP and not inserted:
            return
        if before.kind == "noun" and before.entity < 0 and scene.stream.lows[before.first - 1] == ",":
            beyond = before  # "Sen. Martin Hsu, one of the five, who"
            continue
        if mention.words[0] == "who" and _is_whom_another_serves(scene, number):
            beyond = before  # "Ada Holm, president of the Fell Fund, who"
            continue
        entity = scene.entity_of(before)
        place = entity is not None and (entity.is_place or _tells_whence(scene, number, mention))
        if not place and (beyond is mention or beyond.kind == "noun" or between != [","]):
            mention.entity = before.entity
            return
        beyond = before  # "a citizen of Oakland, California, who"


def _is_whom_another_serves(scene: Scene, number: int) -> bool:
    """Tell whether a body only tells whose the person before it is: "a lawyer for the Fell Fund"."""
    entity, lows = scene.entity_of(scene.mentions[number]), scene.stream.lows
    if number == 0 or entity is None or entity.is_person or entity.parts:
        return False
    holder, body = scene.mentions[number - 1], scene.mentions[number]
    if holder.kind != "noun" or holder.category != "person":
        return False
    within = holder.first < body.first < holder.last
    return within or (0 < body.first - holder.last <= _GAP and lows[holder.last] in ("of", "for", "at", "with", "from"))


def _tells_whence(scene: Scene, number: int, pronoun: Mention) -> bool:
    """Tell whether a name only tells where the one before it is from: "Judge Mia Ozel of District Court, who".

    "Mrs Ivy Tranter, 91, of Clagthorpe, who …" as well.
    """
    place, before, lows = scene.mentions[number], scene.mentions[number - 1] if number else None, scene.stream.lows
    if before is None or before.kind not in ("name", "joint") or place.kind != "name" or lows[place.last] != ",":
        return False
    between = lows[before.last : place.first]
    entity = scene.entity_of(place)
    person = entity is not None and entity.is_person and not entity.kinds
    holds = before.kind == "joint" or len(before.words) > 1
    return (
        holds
        and not person
        and pronoun.words[0] == "who"
        and between[-1:] in (["of"], ["from"])
        and len(between) <= _GAP
    )


def _relative_before(scene: Scene, index: int) -> Mention | None:
    """Return the relative pronoun before the last in its sentence; None where it means nobody."""
    begin = scene.stream.sentence_span(scene.mentions[index].first)[0]
    for before in reversed(scene.mentions[max(0, index - _RELATIVES) : index]):
        if before.first < begin:
            return None
        if before.kind == "pron" and before.gender == "r":
            return before if before.entity >= 0 else None
    return None
