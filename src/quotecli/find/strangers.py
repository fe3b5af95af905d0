"""Nouns and pronouns that mean somebody who has no name in the text."""

from __future__ import annotations

from quotecli.find.entity import Entity
from quotecli.find.fitting import gender_match
from quotecli.find.lexicon import role_class, roles
from quotecli.find.mention import Mention
from quotecli.find.mention_words import OFFICES, OURS, THRONES
from quotecli.find.recent import Recent
from quotecli.find.scene import Scene

_SOME = frozenset("a an one another".split())
"""Articles behind which somebody new comes in."""
SPEAKING_FOR = frozenset("spokesman spokeswoman spokesperson publicist rep lawyer attorney solicitor aide".split())
_MET = ("post", "scene")
"""Classes of nouns that without a name in reach mean somebody who has none."""
_NEAR_BY = 6
"""Mentions back that somebody nameless may be meant by "he"."""
_NAMELESS = frozenset("insider source onlooker eyewitness tipster informant caller".split())
"""Who is called so has no name in the text."""


def is_stranger(scene: Scene, recent: Recent, mention: Mention) -> bool:
    """Read "A former engineer said …", "the engineer said": nobody named, unless somebody is named in between.

    The noun of somebody new is added to those of the strangers met so far.
    """
    if mention.kind != "noun" or mention.category != "person" or mention.modifies:
        return False
    if scene.stream.lows[mention.first] in _SOME:
        recent.strangers.add(mention.role)
        recent.unnamed.add(mention.role)
        return False
    return scene.stream.lows[mention.first] == "the" and (mention.role in recent.strangers or mention.role in _NAMELESS)


def _is_age(low: str) -> bool:
    return low.endswith("-year-old")


def name_stranger(recent: Recent, entity: Entity) -> None:
    """Take a person named since for the stranger told of before, unless he has a post: "A driver …, Sgt. Lee"."""
    told = [role for role in entity.roles if not _is_age(role)]
    if any(role_class(role) == "post" for role in told):
        recent.strangers.difference_update(told)
    else:
        recent.strangers.clear()


def follows_stranger(scene: Scene, index: int) -> bool:
    """Read "A spokesman said no. Asked why, he said …": he has no name, unless somebody who fits stands in between."""
    mention, mentions = scene.mentions[index], scene.mentions
    if mention.kind != "pron" or mention.gender not in ("m", "f"):
        return False
    paragraphs = scene.stream.paragraphs
    for number in range(index - 1, max(index - _NEAR_BY, -1), -1):
        before = mentions[number]
        if paragraphs[before.first] != paragraphs[mention.first]:
            return False
        entity = scene.entity_of(before)
        another = entity is not None and (entity.category == "body" or gender_match(mention, entity) == "!")
        if before.modifies or before.possessive or another:
            continue
        if entity or before.kind not in ("noun", "pron"):
            return False
        if before.kind == "pron":
            if number in scene.strangers:
                return before.gender == mention.gender
            continue
        if before.role in roles() and before.category == "person" and before.gender in ("u", mention.gender):
            if scene.stream.lows[before.first] in OURS:
                return True  # "I asked my brother. “Everybody knew,” he said."
            if not scene.heads[number] and scene.profiles[number].relation not in ("SV", "VS"):
                continue
            nameless = scene.stream.lows[before.first] in _SOME or before.role in SPEAKING_FOR
            same = scene.stream.sentences[before.first] == scene.stream.sentences[mention.first]
            nameless = nameless or (same and before.role in OFFICES)  # "The health secretary said he was …"
            nameless = nameless or before.role in THRONES
            if scene.stream.lows[before.first] == "the" and scene.heads[number] and role_class(before.role) in _MET:
                return True  # "The governor vetoed the bill. “It is bad,” he said.": of whom the noun told nobody
            return nameless and scene.profiles[number].relation in ("SV", "VS")
    return False
