"""Nouns and pronouns that mean somebody who has no name in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotecli.find.entity import Entity
from quotecli.find.fitting import gender_match
from quotecli.find.lexicon import role_class, roles, synonyms
from quotecli.find.mention import Mention
from quotecli.find.mention_words import OFFICES, OURS, THRONES
from quotecli.find.named_later import OPENING
from quotecli.find.recent import Recent
from quotecli.find.scene import Scene
from quotecli.find.set_apart import gender_told, set_apart

_SOME = frozenset("a an one another".split())
"""Articles behind which somebody new comes in."""
SPEAKING_FOR = frozenset("spokesman spokeswoman spokesperson publicist rep lawyer attorney solicitor aide".split())
_MET = ("post", "scene")
"""Classes of nouns that without a name in reach mean somebody who has none."""
_APPOSED_WITHIN = 14
"""Words of a relative clause behind which a name tells who is meant."""
_NEAR_BY = 6
"""Mentions back that somebody nameless may be meant by "he"."""
_WITHHELD = (
    "not to be named", "not to be identified", "name not be", "not be named", "not be identified", "anonymity",
    "to remain anonymous", "did not want to give", "declined to give", "refused to give", "give her name only",
    "give his name only",
)  # fmt: skip
_WITHHELD_WITHIN = 16
"""Words behind a noun that say whether the name is kept back."""
_NAMELESS = frozenset("insider source onlooker eyewitness tipster informant caller".split())
"""Who is called so has no name in the text."""


def is_stranger(scene: Scene, recent: Recent, mention: Mention) -> bool:
    """Read "A former engineer said …", "the engineer said": nobody named, unless somebody is named in between.

    The noun of somebody new is added to those of the strangers met so far.
    """
    if mention.kind != "noun" or mention.category != "person" or mention.modifies:
        return False
    lows = scene.stream.lows
    if lows[mention.first] in _SOME:
        recent.strangers.add(mention.role)
        recent.unnamed.add(mention.role)
        return False
    if lows[mention.first] == "the" and (_is_withheld(lows, mention.last) or _is_new(scene, recent, mention)):
        recent.strangers.add(mention.role)
    if lows[mention.first] != "the" or mention.role not in recent.strangers:
        return lows[mention.first] == "the" and mention.role in _NAMELESS
    return not any(_is_known(recent, role) for role in (mention.role, *synonyms().get(mention.role, ())))


def _is_known(recent: Recent, role: str) -> bool:
    """Tell whether somebody who has been named is called so."""
    called = recent.company.called(role) & recent.last.keys()
    return any(recent.company.everybody[entity].is_person for entity in called)


def _is_new(scene: Scene, recent: Recent, mention: Mention) -> bool:
    """Tell whether what follows a noun tells for the first time whom it means: "the doctor who treated her".

    Not in an article's opening, which may tell of somebody before naming them, nor where somebody is called so.
    """
    lows, last = scene.stream.lows, mention.last
    told = lows[last : last + 1] == ["who"] or lows[last : last + 2] in (["of", "a"], ["of", "an"])
    if not told or scene.stream.paragraphs[mention.first] < OPENING:
        return False
    if any(
        lows[name.first - 1] == "," and name.first - last < _APPOSED_WITHIN for name in _names_behind(scene, mention)
    ):
        return False  # "The policeman who came for them, Colonel Orr, had a cold"
    return not recent.company.persons(recent.company.called(mention.role))


def _names_behind(scene: Scene, mention: Mention) -> list[Mention]:
    """Return the first few names behind a mention in its sentence."""
    at, high = bisect_left(scene.at, mention.last), scene.stream.sentence_span(mention.first)[1]
    return [other for other in scene.mentions[at : at + _NEAR_BY] if other.kind == "name" and other.first < high]


def _is_withheld(lows: Sequence[str], last: int) -> bool:
    """Tell whether the words behind a noun say that the name is kept back: ", who asked not to be named"."""
    behind = " ".join(lows[last : last + _WITHHELD_WITHIN]).partition(" . ")[0]
    return any(map(behind.__contains__, _WITHHELD))


def keep_apart(scene: Scene, recent: Recent, index: int) -> None:
    """Add the noun of a person whom nobody named can be, in place: "his foreman", "The operator told her"."""
    mention = scene.mentions[index]
    if mention.entity >= 0 or mention.category != "person":
        return
    if mention.owner or gender_told(scene.stream.lows, mention.last) or set_apart(scene, index):
        recent.strangers.add(mention.role)


def _is_age(low: str) -> bool:
    return low.endswith("-year-old")


def name_stranger(recent: Recent, entity: Entity) -> None:
    """Take a person named here for the stranger told of before, unless he has a post: "A driver …, Sgt. Lee".

    Who has been named already is no stranger of a trade: "Ruiz wrote to a baker. Ruiz …": the baker is another.
    """
    if entity.number in recent.last:
        recent.strangers = {role for role in recent.strangers if role_class(role) != "loose"}
        return
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
            if _is_withheld(scene.stream.lows, before.last):
                return True
            nameless = scene.stream.lows[before.first] in _SOME or before.role in SPEAKING_FOR
            same = scene.stream.sentences[before.first] == scene.stream.sentences[mention.first]
            nameless = nameless or (same and before.role in OFFICES)  # "The health secretary said he was …"
            nameless = nameless or before.role in THRONES
            if scene.stream.lows[before.first] == "the" and scene.heads[number] and role_class(before.role) in _MET:
                return True  # "The governor vetoed the bill. “It is bad,” he said.": of whom the noun told nobody
            return nameless and scene.profiles[number].relation in ("SV", "VS")
    return False
