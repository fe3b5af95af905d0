"""The canonical names of a mention: joint ones one by one, pronouns by what they mean."""

from __future__ import annotations

import re

from quotecli.core.folding import fold
from quotecli.find.mention import Mention
from quotecli.find.scene import Scene
from quotecli.find.structure_letters import letter_phrases

_ASKED = re.compile(
    r"\b(?:spoke|speaks|talked|talks) (?:to|with) (?P<name>[A-Z]\w+ [A-Z][\w’'-]+)"
    r"(?= (?:in|at|on|about|over|from)\b|[.,])"
)
"""Who asks in an interview without a byline: "She spoke to Pat Sorensen in Durban"."""
_LABEL = re.compile(r"[^\w]+\Z")


def _interview_label(scene: Scene, mention: Mention) -> tuple[str, ...] | None:
    """Read the labels Q and A: the byline asks, the person most spoken of answers; None for other mentions."""
    text = scene.article.text[mention.start : mention.end].rstrip(".:")
    if text not in ("Q", "A") or mention.last - mention.first > 2:
        return None
    asking = _ASKED.search(scene.article.text)
    authors = scene.article.authors or ((asking["name"],) if asking else ())
    if text == "Q":
        return authors[:1]
    people = [e for e in scene.cast.entities if e.is_person and len(e.words) > 1 and e.name not in authors]
    title = scene.article.title or scene.article.text[: scene.article.paragraphs[0].end]
    people = [e for e in people if e.name in title] or people
    return (max(people, key=lambda e: len(e.mentions)).name,) if people else ()


def _asks(scene: Scene, mention: Mention) -> bool:
    """Tell whether a script's label means who writes: "INTERVIEWER:", or the outlet's name."""
    following = scene.stream.lows[mention.last : mention.last + 1]
    if following != [":"] or mention.first not in scene.stream.opened:
        return False
    label = fold(scene.article.text[mention.start : mention.end])
    return label in ("interviewer", "question") or label == fold(scene.article.outlet or "")


def canonical_names(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return who a mention means by canonical name; empty where the text names nobody."""
    label = _interview_label(scene, mention)
    if label is not None:
        return label
    authors = scene.article.authors
    if len(authors) == 1 and (mention.words == ("i",) or _asks(scene, mention)):
        return authors  # who writes “…,” I said, or asks
    if mention.members:
        names = [name for member in mention.members for name in canonical_names(scene, member)]
        return tuple(dict.fromkeys(names))
    entity = scene.entity_of(mention)
    if entity is not None:
        return tuple(scene.cast.entities[part].name for part in entity.parts) or (entity.name,)
    text = scene.article.text[mention.start : mention.end]
    if mention.kind == "source" and text.lower() not in letter_phrases("anonymous"):
        return (_LABEL.sub("", text),)
    return ()
