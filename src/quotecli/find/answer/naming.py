"""The canonical names of a mention: joint ones one by one, pronouns by what they mean."""

from __future__ import annotations

import re

from quotecli.core.folding import fold
from quotecli.find.marks.piece import Piece
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.letter_labels import by_letter
from quotecli.find.scene.scene import Scene
from quotecli.find.structure.letters import letter_phrases
from quotecli.find.structure.nobodys_labels import is_nobody

_ASKING = ("interviewer", "question")
_LONGEST_SHORT = 4
_ONESELF = frozenset("du eu i ich ik io ja jag jeg jij me mig moi mí tu tú vous você yo you".split())
"""As whom a chat's program names who exported it."""
_LABEL = re.compile(r"[^\w]+\Z")


def _asks(scene: Scene, mention: Mention) -> bool:
    """Tell whether a script's label means who writes: "INTERVIEWER:", or the outlet's name."""
    lows, printed = scene.stream.lows, scene.article.text[mention.start : mention.end]
    doubled = lows[max(mention.first - 2, 0) : mention.first] == ["(", "("]  # "((WN)) Why?"
    opens = mention.first - 2 * doubled in scene.stream.opened
    if not opens or lows[mention.last : mention.last + 1] != ([")"] if doubled else [":"]):
        return False
    label, outlet = fold(printed), fold(scene.article.outlet or "")
    return label in (*_ASKING, outlet) or (printed.isupper() and _shortens(label, outlet))


def _shortens(label: str, outlet: str) -> bool:
    """Tell whether a label of two to four letters is short for the outlet: WN for Wikinews, HT for the Hallam Times."""
    initials = "".join(word[0] for word in outlet.split() if word != "the")
    letters = iter(outlet)
    inside = " " not in outlet and outlet[:1] == label[:1] and all(letter in letters for letter in label)
    return 1 < len(label) <= _LONGEST_SHORT and (label == initials or inside)


def names_of(scene: Scene, piece: Piece, mention: Mention) -> tuple[str, ...]:
    """Return who says a piece by canonical name; of a chat's sender never more than the chat tells."""
    names = canonical_names(scene, mention)
    if not piece.by_name or piece.source is None:
        return names
    sender = scene.article.text[slice(*piece.source)]
    if fold(sender) in _ONESELF:
        return ()
    return names if names and all(fold(name) in fold(sender) for name in names) else (sender,)


def canonical_names(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Return who a mention means by canonical name; empty where the text names nobody."""
    lettered = by_letter(scene, mention)
    if lettered is not None:
        return lettered
    if mention.kind != "pron" and is_nobody(scene.article.text[mention.start : mention.end]):
        return ()
    authors = scene.article.authors
    asks = mention.entity < 0 or not scene.cast.entities[mention.entity].is_person
    asks = asks and _asks(scene, mention)
    if len(authors) == 1 and (mention.words == ("i",) or asks):
        return authors  # who writes “…,” I said, or asks
    if asks and scene.article.outlet and fold(scene.article.text[mention.start : mention.end]) not in _ASKING:
        return (scene.article.outlet,)
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
