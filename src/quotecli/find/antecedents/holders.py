"""Who holds an office as it stands: "the governor" is not the former one, "the mayor" not the deputy."""

from __future__ import annotations

from collections import defaultdict

from quotecli.find.entities.entity import Entity
from quotecli.find.entities.told import FORMER
from quotecli.find.entities.told_abroad import told_abroad
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene

__all__ = ["holders_abroad", "holding"]

_LESSER = frozenset("assistant associate deputy junior vice".split())


def holding(scene: Scene, mention: Mention, found: list[int]) -> list[int]:
    """Return those of `found` who may hold the office that a noun names, as far as the text tells one from another.

    "The former governor" is whoever is told to have been it, where somebody is; "the governor" is nobody of whom
    another remains that holds the office still, and in full.
    """
    told, role, entities = scene.stream.lows[mention.first : mention.last], mention.role, scene.cast.entities
    if not FORMER.isdisjoint(told):
        return [e for e in found if role in entities[e].past] or found
    called = {e for e in found if role in entities[e].roles}
    now = {e for e in called if role not in entities[e].past and not _is_lesser(entities[e], role)}
    if not now or not _LESSER.isdisjoint(told):
        return found
    return [e for e in found if e in now or e not in called]


def _is_lesser(entity: Entity, role: str) -> bool:
    """Tell whether somebody holds an office for another, or below another: "deputy mayor"."""
    return any(held.endswith(f" {role}") and held.partition(" ")[0] in _LESSER for held in entity.offices)


def holders_abroad(scene: Scene) -> dict[str, set[int]]:
    """Return by noun the entities of whom it is told, in a text in another language than English that we know."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    if scene.stream.language.articles:
        for mention in scene.mentions:
            if mention.kind == "name" and mention.entity >= 0:
                for noun in told_abroad(scene.stream, mention):
                    found[noun].add(mention.entity)
    return found
