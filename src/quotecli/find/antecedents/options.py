"""Whom a pronoun or a noun may mean: who was mentioned last, or is called so, and what rules somebody out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from quotecli.find.antecedents.features import TWO
from quotecli.find.antecedents.holders import holding
from quotecli.find.antecedents.own_words import named_behind, not_asking, told_of_others
from quotecli.find.antecedents.recent import REACHED, Recent
from quotecli.find.antecedents.ruled_out import not_ruled_out
from quotecli.find.antecedents.set_apart import gender_told, set_apart
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.name_forms import FAMILY
from quotecli.find.mentions.body_sorts import may_be_called
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import OF_SEVERAL
from quotecli.find.words.lexicon import role_class, synonyms

_COURT = frozenset("coroner judge magistrate referee sheriff umpire".split())
_MARRIED = frozenset(("couple", "newlyweds"))
_SPOUSES = frozenset("husband wife spouse partner fiance fiancé fiancee fiancée bride bridegroom groom".split())
_COUNTED, _BOTH = frozenset(("both", "two")), 2
"""What counts bodies that spoke together: "the two companies said"."""
_SURELY = 2
"""Times that a pronoun has meant somebody, after which the other pronoun does not."""
_IS = frozenset("am are be been being is 's was were".split())
_NEAR = 2
"""Paragraphs back, and this one, in which somebody was just told of."""
_REACH = 5
"""Paragraphs back that an antecedent may stand."""


def options(scene: Scene, recent: Recent, index: int, may: AbstractSet[int]) -> list[int]:
    """Return the entities that mention `index` may mean, newest first, at most eight.

    `may` holds those that fit it by number, gender and kind; it grows with the groups that are made here.
    """
    mention = scene.mentions[index]
    found = _newest(scene, recent, mention, may)
    if mention.kind == "noun":
        found = _for_noun(scene, recent, index, found, may)
    pronoun = mention.gender if mention.kind == "pron" and mention.gender in ("m", "f") else ""
    if pronoun or mention.category == "person":
        found = _persons(scene, recent, mention, found)
        if pronoun and len(found) > 1:
            found = _not_called_otherwise(recent, found, pronoun) or found
        found = told_of_others(scene, index, found)
    if pronoun:
        apart = named_behind(scene, index)
        found = not_asking(scene, index, [entity for entity in found if entity not in apart])
    elif mention.kind == "pron" and mention.gender == "n" and scene.outlet:
        found = [e for e in found if not scene.outlet.issuperset(scene.cast.entities[e].words)]
    elif mention.kind == "noun" and mention.role == "group":
        found = _called_group(scene, found)
    return _together(scene, recent, mention, found) if mention.gender == "p" else found


def _newest(scene: Scene, recent: Recent, mention: Mention, may: AbstractSet[int]) -> list[int]:
    """Return the six newest that fit, as far as they were mentioned a few paragraphs ago."""
    paragraphs, firsts, last = scene.stream.paragraphs, scene.at, recent.last
    here = paragraphs[mention.first]
    found: list[int] = []
    for entity in filter(may.__contains__, islice(reversed(recent.order), 40)):
        if len(found) == 6 or here - paragraphs[firsts[last[entity]]] > _REACH:
            break
        found.append(entity)
    return found


def _for_noun(scene: Scene, recent: Recent, index: int, found: list[int], may: AbstractSet[int]) -> list[int]:
    """Return those found, and who is called by the noun, without whom it, or what stands beside it, rules out."""
    mention = scene.mentions[index]
    fitting = list(filter(may.__contains__, _and_called_so(scene, recent, mention, found)))
    found = not_ruled_out(scene, recent, mention, _relatives(scene, mention, fitting))
    found = _not_told(scene, recent, mention, _of_court(scene, recent, mention, found))
    if mention.category == "person":
        found = _not_named_before(scene, recent, mention, holding(scene, mention, found))
    if mention.category == "person" and (apart := set_apart(scene, index)):
        found = [entity for entity in found if entity not in apart]
    return found


def _persons(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Return the persons of those found, all where none is, without who only tells more of others.

    Nouns mean none of whom nothing but the name is known, where another is found.
    """
    persons = recent.company.persons(found)
    entities = scene.cast.entities
    if mention.kind == "pron" and not persons:  # "Tuchel was sacked. “No,” he said", but not "on Route 9"
        return [entity for entity in found if scene.heads[recent.last[entity]]]
    found = persons or found
    named = ((e, entities[e]) for e in found)
    acting = [e for e, who in named if who.speaks or who.is_person or not _only_tells(who)]
    if mention.kind != "noun":
        return acting
    return [e for e in acting if entities[e].speaks or entities[e].is_person] or acting


def _called_group(scene: Scene, found: list[int]) -> list[int]:
    """Return whom "the group" may mean: the alliance, not two who were named together; a council only if alone."""
    entities = scene.cast.entities
    named = ((e, entities[e]) for e in [e for e in found if entities[e].is_known_body] or found)
    found = [e for e, body in named if may_be_called("group", body.words, body.kinds)]
    return [e for e in found if entities[e].words[-1] != "council"] or found


def _of_court(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Return nobody of those found for "the judge" where the one who is told to be the judge is not among them."""
    if mention.role not in _COURT or scene.stream.lows[mention.first] != "the":
        return found
    called, entities = recent.company.called(mention.role), scene.cast.entities
    told = [e for e in found if e in called and entities[e].is_person]
    return told if told or any(entities[e].is_person for e in called) else found


def _not_told(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Leave out the one man of those found for "the judge" in "the judge told him": he is told."""
    gender = gender_told(scene.stream.lows, mention.last)
    if not gender:
        return found
    told = [entity for entity in found if recent.company.everybody[entity].gender == gender]
    return found if len(told) != 1 else [entity for entity in found if entity != told[0]]


def _not_named_before(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Leave out for "the nurse" whoever was named before "a nurse" was told of, unless they are told to be nurses."""
    brought, lows, role = recent.brought.get(mention.role, -1), scene.stream.lows, mention.role
    if brought < 0 or lows[mention.first] != "the" or role_class(role) == "loose" or lows[brought - 1] in _IS:
        return found
    called = set[int]().union(*(recent.company.called(noun) for noun in (role, *synonyms().get(role, ()))))
    return [e for e in found if e in called or scene.cast.entities[e].mentions[0].first >= brought]


def _only_tells(entity: Entity) -> bool:
    """Tell whether a name stands in the text only to tell more of others: "the chief executive of Age Forward"."""
    return all(mention.modifies for mention in entity.mentions)


def _relatives(scene: Scene, mention: Mention, found: list[int]) -> list[int]:
    """Return those found who may be "his father", "Crane's father"; all of them where the noun tells of no relative."""
    if (not mention.owner and mention.owned_by is None) or mention.role not in FAMILY:
        return found
    return [entity for entity in found if _is_relative(scene, entity)]


def _is_relative(scene: Scene, number: int) -> bool:
    """Tell whether an entity is told to be somebody's relative, or has the family name of another: "his father"."""
    entity = scene.cast.entities[number]
    if not FAMILY.isdisjoint(entity.roles) or entity.parts:
        return True
    return len([e for e in scene.cast.by_word.get(entity.words[-1], ()) if e.words[-1] == entity.words[-1]]) > 1


def _and_called_so(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Return who was found and three more who are called by the noun, or the two that it may mean."""
    noun = mention.owner if len(mention.owner) > 1 else mention.role
    if called := recent.company.called(noun):
        further = (e for e in islice(reversed(recent.last), REACHED) if e in called and e not in found)
        found += [*islice(further, 3)][::-1]
    if mention.category == "body" and not _COUNTED.isdisjoint(scene.stream.lows[mention.first : mention.last]):
        return _two_bodies(scene, recent, mention)
    if mention.role in TWO and not holds_group(scene, found):
        found += _pair(scene, recent, mention)
    return found


def _two_bodies(scene: Scene, recent: Recent, mention: Mention) -> list[int]:
    """Return the group that "the two companies" means, where two bodies or what may be one were told of; else []."""
    entities = [scene.cast.entities[e] for e in islice(reversed(recent.order), REACHED)]
    named = [e for e in entities if not (e.is_person or e.is_place or e.gender in ("m", "f"))]
    if together := [e.number for e in named if len(e.parts) == _BOTH]:
        return together[:1]
    two = [e for e in named if not e.parts]
    if len(two) != _BOTH:
        return []
    group = scene.cast.group(sorted(e.number for e in two))
    recent.last.setdefault(group.number, recent.last[two[0].number])
    recent.company.fitting(mention)  # takes the group in, if it is new
    return [group.number]


def holds_group(scene: Scene, entities: Iterable[int]) -> bool:
    """Tell whether any of the entities is a group of those named together."""
    return any(scene.cast.entities[entity].parts for entity in entities)


def _together(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Return the groups that "they" or "the two" may mean, all that was found where none is a group."""
    groups = [entity for entity in found if scene.cast.entities[entity].parts]
    if not groups or not (mention.role in TWO or mention.kind == "pron"):
        return groups or found
    newest = max(recent.last[group] for group in groups)
    if bodies := [e for e in found if recent.last[e] > newest and is_of_several(scene, recent, e, mention)]:
        return bodies
    here = scene.stream.paragraphs[mention.first]
    # "Voigt and Prado drove in. They said": those named together in this paragraph, if any
    here_too = [entity for entity in groups if recent.seen(entity).paragraph == here][:1]
    if mention.role in TWO:  # others are named together as well; the two are those who spoke together
        here_too = [entity for entity in groups if recent.subject.get(entity)] or here_too
    return here_too or groups


def is_of_several(scene: Scene, recent: Recent, entity: int, mention: Mention) -> bool:
    """Tell whether a body was told of in the plural right before a mention: "The band have denied it. They said"."""
    named, stream = scene.mentions[recent.last[entity]], scene.stream
    near = stream.paragraphs[mention.first] - stream.paragraphs[named.first] < _NEAR
    return near and scene.cast.entities[entity].is_known_body and stream.low(named.last) in OF_SEVERAL


def _not_called_otherwise(recent: Recent, found: Sequence[int], gender: str) -> list[int]:
    """Leave out whom "she" has meant before, more than once, and "he" never; `gender` is that of the pronoun read."""
    other = "f" if gender == "m" else "m"
    called = recent.called
    return [e for e in found if called.get((e, other), 0) < _SURELY or (e, gender) in called]


def _pair(scene: Scene, recent: Recent, mention: Mention) -> list[int]:
    """Return the group that "the pair" may mean: two named together, else two persons near, or most told of."""
    here = scene.stream.paragraphs[mention.first]
    people = [e for e in islice(reversed(recent.order), 12) if recent.company.everybody[e].is_person]
    couple = _spouses(scene, people) if mention.role in _MARRIED else []
    pairs: Iterable[int] = [] if couple else islice(reversed(recent.order), 40)
    told = ((e, scene.cast.entities[e]) for e in pairs)
    if pairs := [e for e, pair in told if len(pair.parts) == 2 and not pair.is_place]:
        return pairs[:1]
    near = [e for e in people if here - recent.seen(e).paragraph < _NEAR]
    two = couple or (near if len(near) == 2 else sorted(people, key=lambda e: -recent.count[e])[:2])
    if len(two) != 2:
        return []
    group = scene.cast.group(two[::-1])
    recent.last.setdefault(group.number, recent.last[two[0]])
    recent.company.fitting(mention)  # takes the group in, if it is new
    return [group.number]


def _spouses(scene: Scene, people: list[int]) -> list[int]:
    """Return of these persons the newest who is told to be a spouse, and who was named just before; [] for none."""
    for entity in people:
        if not _SPOUSES.isdisjoint(scene.cast.entities[entity].roles):
            first = scene.cast.entities[entity].mentions[0].first
            upto = bisect_left(scene.at, first)
            before = [m.entity for m in scene.mentions[max(0, upto - REACHED) : upto]]
            other = next((e for e in reversed(before) if e in people and e != entity), -1)
            if other >= 0:
                return [entity, other]
    return []
