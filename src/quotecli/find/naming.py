"""The canonical names of a mention: joint ones one by one, pronouns by what they mean."""

from __future__ import annotations

import re

from quotecli.find.mention import Mention
from quotecli.find.scene import Scene

_LABEL = re.compile(r"[^\w]+\Z")


def canonical_names(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return who a mention means by canonical name; empty where the text names nobody."""
    if mention.members:
        names = [name for member in mention.members for name in canonical_names(scene, member)]
        return tuple(dict.fromkeys(names))
    entity = scene.entity_of(mention)
    if entity is not None:
        return tuple(scene.cast.entities[part].name for part in entity.parts) or (entity.name,)
    text = scene.article.text[mention.start : mention.end]
    if mention.kind == "source":
        return (_LABEL.sub("", text),)
    return ()
