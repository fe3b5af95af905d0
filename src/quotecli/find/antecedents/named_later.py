"""Whom a mention means who is named behind it only: in an article's opening, or behind a sentence's first clause."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from quotecli.find.antecedents.fitting import gender_match
from quotecli.find.antecedents.nameless import nameless_before
from quotecli.find.antecedents.recent import Recent
from quotecli.find.antecedents.ruled_out import GROWN, YOUNG
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import is_age
from quotecli.find.words.lexicon import role_class, synonyms, vocabulary

_REACHED = 400
"""Mentions looked at behind one, so that a text of any length takes time by its length."""
_OPENING_CLAUSES = vocabulary("opening clauses")
"""What opens a clause whose pronoun may mean the subject behind it."""
_SPEAKING = ("SV", "VS")
_TELLS_MORE = frozenset("at for from in of who whose".split())
"""Behind a noun that is not all that is told of somebody."""


def named_later(scene: Scene, recent: Recent, index: int, found: Sequence[int], may: AbstractSet[int]) -> int:
    """Return whom a mention means who is named behind it only; -1 for nobody: see `_named_behind`, `_named_next`."""
    behind = _named_behind(scene, index)
    return behind if behind >= 0 else _named_next(scene, recent, index, found, may)


def _named_next(scene: Scene, recent: Recent, index: int, found: Sequence[int], may: AbstractSet[int]) -> int:
    """Return who is named right after an opening that tells of somebody without a name; -1 for nobody who fits.

    "The leader of the council has resigned after messages in which he called … Clive Bassett announced …": he, as long
    as none of those found before is a person.
    """
    mention, everybody, paragraphs = scene.mentions[index], recent.company.everybody, scene.stream.paragraphs
    here = paragraphs[mention.first]
    if here >= scene.opening:
        return -1
    described = mention.kind == "noun" and mention.category == "person" and scene.stream.lows[mention.first] == "the"
    if not (described or (mention.kind == "pron" and mention.gender in ("m", "f"))):
        return -1
    if any(everybody[entity].is_person for entity in found) or (not described and nameless_before(scene, index)):
        return -1
    alike = {mention.role, *synonyms().get(mention.role, ())}
    # "“No,” the pilot said.¶Gus Lind, 81, saw it land.": a pilot whom nothing else tells of may be another
    speaks = scene.profiles[index].relation in _SPEAKING and _is_plain(scene, mention)
    for number in range(index + 1, min(index + _REACHED, len(scene.mentions))):
        following = scene.mentions[number]
        step = paragraphs[following.first] - here
        if step > 1:
            break
        named = following.kind == "name" and not following.modifies and len(following.words) > 1
        if step and named and following.entity in may and everybody[following.entity].is_person:
            told = [role for role in everybody[following.entity].roles if not is_age(role)]
            untold = described and (told or speaks) and alike.isdisjoint(told)
            grown = mention.role in YOUNG and scene.cast.entities[following.entity].age >= GROWN
            return -1 if untold or grown else following.entity
    return -1


def _is_plain(scene: Scene, mention: Mention) -> bool:
    """Tell whether a noun is no office's, and neither whose somebody is nor what stands behind it tells more."""
    more = mention.owner or mention.owned_by is not None
    behind = scene.stream.lows[mention.first : mention.last + 1]
    return not more and role_class(mention.role) != "post" and _TELLS_MORE.isdisjoint(behind)


def _named_behind(scene: Scene, index: int) -> int:
    """Return who is the subject behind a clause that a pronoun stands in; -1 where no such clause opens the sentence.

    "Asked what he'd prefer, Barve grinned": he is Barve.
    """
    mention, stream = scene.mentions[index], scene.stream
    if mention.kind != "pron" or mention.gender not in ("m", "f") or not scene.heads[index]:
        return -1
    low, high = stream.sentence_span(mention.first)
    if stream.lows[low] not in _OPENING_CLAUSES or index + 1 >= len(scene.mentions):
        return -1
    following = scene.mentions[index + 1]
    if following.kind != "name" or following.possessive or following.entity < 0 or following.last >= high:
        return -1
    if stream.lows[following.first - 1] != "," or QUOTE in stream.words[mention.last : following.first]:
        return -1
    entity = scene.cast.entities[following.entity]
    fits = entity.is_person and gender_match(mention, entity) != "!"
    return entity.number if fits and stream.lows[following.last][0].isalpha() else -1


def introduced(scene: Scene, recent: Recent, index: int) -> int:
    """Return who is named at the head of the next paragraph behind somebody new who speaks; -1 for nobody.

    "A bus tycoon insisted he was “the real victim”.": who is told of next, "Gary Plimmer, 58, spoke out". Only in an
    article's opening, as long as no person is named, and where nothing else is told of who is.
    """
    mention, stream, mentions = scene.mentions[index], scene.stream, scene.mentions
    here = stream.paragraphs[mention.first]
    new = mention.kind == "noun" and mention.category == "person" and stream.lows[mention.first] in ("a", "an")
    if not new or here >= scene.opening or scene.profiles[index].relation not in _SPEAKING:
        return -1
    if any(scene.cast.entities[entity].is_person for entity in recent.order):
        return -1
    number = index + 1
    while number < min(index + _REACHED, len(mentions)) and stream.paragraphs[mentions[number].first] == here:
        entity = scene.entity_of(mentions[number])
        if mentions[number].kind == "name" and entity is not None and entity.is_person:
            return -1
        number += 1
    following = mentions[number] if number < len(mentions) else None
    if following is None or following.kind != "name" or following.modifies or len(following.words) < 2:
        return -1
    entity = scene.entity_of(following)
    if entity is None:
        return -1
    leads = stream.paragraphs[following.first] == here + 1 and following.first == stream.opened[here + 1]
    told = [role for role in entity.roles if not is_age(role)]
    fits = entity.is_person and gender_match(mention, entity) != "!" and (not told or mention.role in told)
    return following.entity if leads and fits else -1
