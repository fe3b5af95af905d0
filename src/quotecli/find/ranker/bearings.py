"""What the ranker's features say of a mention whatever piece it may have spoken: read once for all of them."""

from __future__ import annotations

from sys import intern
from typing import NamedTuple

from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import vocabulary

_INSIDE_TITLES = vocabulary("inside titles")
"""Words of names that are titles of works or slogans: "Dancing With Wolves"."""
_OFTEN = 5


class Bearing(NamedTuple):
    """How a mention bears itself in the text.

    Attributes:
        kind: see `kind_of`.
        subject: `1` when no other mention begins before it in its sentence, else `n`.
        often: how often its entity is mentioned, 5 at most, -1 without one.
        family: the last word of its entity's name, "" without one.
        end: the mark that ends its sentence, `w` for a word.
        head: features of a noun's or pronoun's own words.
    """

    kind: str
    subject: str
    often: int
    family: str
    end: str
    head: tuple[str, ...]


class Bearings(dict[int, Bearing]):
    """The bearings of a scene's mentions by their index, read when first asked for; entities must not change then."""

    __slots__ = ("_scene",)

    def __init__(self, scene: Scene) -> None:
        """Begin with none."""
        super().__init__()
        self._scene = scene

    def __missing__(self, index: int) -> Bearing:
        """Read the bearing of a mention."""
        scene = self._scene
        mention, lows = scene.mentions[index], scene.stream.lows
        kind, entity = kind_of(scene, mention), scene.entity_of(mention)
        last = lows[scene.stream.sentence_span(mention.first)[1] - 1]
        head: tuple[str, ...] = ()
        if mention.kind in ("pron", "noun"):
            head = ("head:" + mention.words[0],)
        if mention.kind == "noun":
            head += ("det:" + lows[mention.first] + kind,)
        found = self[index] = Bearing(
            kind,
            "1" if scene.heads[index] else "n",
            min(len(entity.mentions), _OFTEN) if entity else -1,
            entity.words[-1] if entity else "",
            last if not last[0].isalnum() else "w",
            head,
        )
        return found


def kind_of(scene: Scene, mention: Mention) -> str:
    """Return the mention's type for features: its kind, refined by gender, category and length."""
    if mention.kind == "pron":
        return intern("P" + mention.gender)
    if mention.kind == "joint":
        return "J"
    if mention.kind == "noun":
        return intern("N" + mention.category[:1] + mention.gender)
    entity = scene.entity_of(mention)
    if mention.category == "body" or (entity and entity.category == "body"):
        return "B"
    if len(mention.words) > 1 or mention.role:
        return "F" if _INSIDE_TITLES.isdisjoint(mention.words) else "T"
    return "S" if entity and len(entity.words) > 1 else "s"
