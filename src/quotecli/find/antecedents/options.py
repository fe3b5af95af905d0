"""Whom a pronoun or a noun may mean: who was mentioned last, or is called so, and what rules somebody out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from quotecli.find.antecedents.features import TWO
from quotecli.find.antecedents.holders import holding
from quotecli.find.antecedents.leftovers import has_authority, may_hold, serves_the_public
from quotecli.find.antecedents.own_words import not_asking, told_of_others
from quotecli.find.antecedents.recent import Recent
from quotecli.find.antecedents.set_apart import gender_told, set_apart
from quotecli.find.antecedents.strangers import SPEAKING_FOR
from quotecli.find.entities.entity import Entity, is_of_party
from quotecli.find.entities.name_forms import FAMILY
from quotecli.find.entities.told import FORMER, office
from quotecli.find.mentions.body_sorts import may_be_called
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import OFFICES, OWNED_BODIES, REALMS, THRONES
from quotecli.find.words.lexicon import vocabulary

_COURT = frozenset("coroner judge magistrate referee sheriff umpire".split())
_MARRIED = frozenset(("couple", "newlyweds"))
_SPOUSES = frozenset("husband wife spouse partner fiance fiancé fiancee fiancée bride bridegroom groom".split())
_YOUNG = vocabulary("young")
_GROWN = 20
"""Years from which nobody is called so."""
_OLDER = {"younger": "younger", "older": "elder", "elder": "elder"}
"""Words that tell "the younger brother" from the other, with what is told of him."""
_GENERATIONS = {"younger": ("jr", "ii", "iii"), "elder": ("sr",)}
"""What stands behind the name of the younger or the elder of two namesakes."""
_PARTIES = frozenset(("democrat", "republican"))
"""Who is the one is not the other."""
_REACHED = 400
"""Persons or mentions looked at for one noun, so that a text of any length takes time by its length."""
_DIGITS = 4
"""So many digits are a year, fewer may be an age."""
_SURELY = 2
"""Times that a pronoun has meant somebody, after which the other pronoun does not."""
_BARE = 2
"""Words of "the king", who is not "the crumb king"."""
_REACH = 5
"""Paragraphs back that an antecedent may stand."""


def options(scene: Scene, recent: Recent, index: int, may: AbstractSet[int]) -> list[int]:
    """Return the entities that mention `index` may mean, newest first, at most eight.

    `may` holds those that fit it by number, gender and kind; it grows with the groups that are made here.
    """
    mention = scene.mentions[index]
    paragraphs, firsts, last = scene.stream.paragraphs, scene.at, recent.last
    here = paragraphs[mention.first]
    found: list[int] = []
    for entity in filter(may.__contains__, islice(reversed(recent.order), 40)):
        if len(found) == 6 or here - paragraphs[firsts[last[entity]]] > _REACH:
            break
        found.append(entity)
    if mention.kind == "noun":
        may_be = filter(may.__contains__, _and_called_so(scene, recent, mention, found))
        found = _not_ruled_out(scene, recent, mention, _relatives(scene, mention, list(may_be)))
        found = _not_told(scene, recent, mention, _of_court(scene, recent, mention, found))
        found = holding(scene, mention, found) if mention.category == "person" else found
        if mention.category == "person" and (apart := set_apart(scene, index)):
            found = [entity for entity in found if entity not in apart]
    pronoun = mention.gender if mention.kind == "pron" and mention.gender in ("m", "f") else ""
    if pronoun or mention.category == "person":
        found = recent.company.persons(found) or found
        if mention.kind == "noun":
            named = ((e, scene.cast.entities[e]) for e in found)
            found = [e for e, who in named if who.speaks or who.is_person or not _only_tells(who)]
            found = [e for e in found if scene.cast.entities[e].speaks or scene.cast.entities[e].is_person] or found
    if pronoun and len(found) > 1:
        found = _not_called_otherwise(recent, found, pronoun) or found
    if pronoun or mention.category == "person":
        found = told_of_others(scene, index, found)
    if pronoun:
        found = not_asking(scene, index, found)
    if mention.kind == "pron" and mention.gender == "n" and scene.outlet:
        found = [e for e in found if not scene.outlet.issuperset(scene.cast.entities[e].words)]
    if mention.role == "group" and mention.kind == "noun":  # "the group": the alliance, not two who were named together
        bodies = [entity for entity in found if _is_body(scene.cast.entities[entity])]
        named = ((entity, scene.cast.entities[entity]) for entity in bodies or found)
        found = [entity for entity, body in named if may_be_called("group", body.words, body.kinds)]
        found = [entity for entity in found if scene.cast.entities[entity].words[-1] != "council"] or found
    return _together(scene, recent, mention, found) if mention.gender == "p" else found


def _of_court(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Return nobody of those found for "the judge" where the one who is told to be the judge is not among them."""
    if mention.role not in _COURT or scene.stream.lows[mention.first] != "the":
        return found
    called = [e for e in recent.company.called(mention.role) if scene.cast.entities[e].is_person]
    told = [e for e in found if e in called]
    return told if called else found


def _not_told(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Leave out the one man of those found for "the judge" in "the judge told him": he is told."""
    gender = gender_told(scene.stream.lows, mention.last)
    if not gender:
        return found
    told = [entity for entity in found if recent.company.everybody[entity].gender == gender]
    return found if len(told) != 1 else [entity for entity in found if entity != told[0]]


def _only_tells(entity: Entity) -> bool:
    """Tell whether a name stands in the text only to tell more of others: "the chief executive of Age Forward"."""
    return all(mention.modifies for mention in entity.mentions)


def _is_body(entity: Entity) -> bool:
    return entity.category == "body" or bool(entity.kinds)


def _relatives(scene: Scene, mention: Mention, found: list[int]) -> list[int]:
    """Return those found who may be "his father", all of them where the noun tells of no relative."""
    if not mention.owner or mention.role not in FAMILY:
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
        further = (e for e in islice(reversed(recent.last), _REACHED) if e in called and e not in found)
        found += [*islice(further, 3)][::-1]
    if mention.role in TWO and not holds_group(scene, found):
        found += _pair(scene, recent, mention)
    return found


def holds_group(scene: Scene, entities: Iterable[int]) -> bool:
    """Tell whether any of the entities is a group of those named together."""
    return any(scene.cast.entities[entity].parts for entity in entities)


def _together(scene: Scene, recent: Recent, mention: Mention, found: list[int]) -> list[int]:
    """Return the groups that "they" or "the two" may mean, all that was found where none is a group."""
    groups = [entity for entity in found if scene.cast.entities[entity].parts]
    if not groups or not (mention.role in TWO or mention.kind == "pron"):
        return groups or found
    here = scene.stream.paragraphs[mention.first]
    # "Voigt and Prado drove in. They said": those named together in this paragraph, if any
    here_too = [entity for entity in groups if recent.seen(entity).paragraph == here][:1]
    if mention.role in TWO:  # others are named together as well; the two are those who spoke together
        here_too = [entity for entity in groups if recent.subject.get(entity)] or here_too
    return here_too or groups


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
    near = [e for e in people if here - recent.seen(e).paragraph < 2]
    two = couple or (near if len(near) == 2 else sorted(people, key=lambda e: -recent.count[e])[:2])
    if len(two) != 2:
        return []
    group = scene.cast.group(two[::-1])
    recent.last.setdefault(group.number, recent.last[two[0]])
    recent.company.fitting(mention)  # takes the group in, if it is new
    return [group.number]


def _not_ruled_out(scene: Scene, recent: Recent, mention: Mention, fitting: list[int]) -> list[int]:
    """Return those of the entities against whom nothing speaks that the noun says: office, party, age, whose it is."""
    lows, entities, everybody = scene.stream.lows, scene.cast.entities, recent.company.everybody
    role = mention.role
    once = not FORMER.isdisjoint(lows[mention.first : mention.last])
    if not once and (held := office(lows, mention.first, mention.last, role)):
        newest = islice(reversed(recent.order), _REACHED)
        held_by = [entity for entity in newest if held in entities[entity].offices]
        free = [entity for entity in fitting if not entities[entity].holds_another(held)]
        may = [entity for entity in free if is_of_party(held) or may_hold(everybody[entity].roles, role)]
        fitting = held_by[:1] or may
    if mention.category == "body" and role not in REALMS:
        fitting = [entity for entity in fitting if not entities[entity].is_place]
        named = ((entity, entities[entity]) for entity in fitting)
        fitting = [entity for entity, body in named if may_be_called(role, body.words, body.kinds | body.roles)]
        own = bool(mention.owner or mention.owned_by)
        fitting = [entity for entity in fitting if own or role in everybody[entity].words] or fitting
    if mention.category == "body" and len(mention.owner) == 1:  # "his office" is none that is named elsewhere
        fitting = [entity for entity in fitting if role in (*entities[entity].kinds, *entities[entity].words)]
        if role in OWNED_BODIES:
            fitting = [entity for entity in fitting if _may_be_whose(scene, entity, mention.owner)]
    if role in _PARTIES:
        fitting = [entity for entity in fitting if (_PARTIES - {role}).isdisjoint(everybody[entity].roles)]
    if mention.category != "person":
        return fitting
    told = lows[mention.first : mention.last]
    if (role in THRONES and len(told) == _BARE) or (role in OFFICES and "of" in told):
        fitting = [e for e in fitting if may_hold(everybody[e].roles, role)]
    if len(mention.owner) == 1 or role in SPEAKING_FOR:  # "her clerk": nobody named, unless one is told to be
        fitting = [entity for entity in fitting if role in everybody[entity].roles]
        fitting = [e for e in fitting if not (mention.owner and serves_the_public(entities[e], role))]
    inside = lows[mention.first : mention.last - 1]  # "the Rovers captain" is not Rovers
    fitting = [e for e in fitting if everybody[e].is_person or everybody[e].words[-1] not in inside]
    small = scene.stream.words[mention.last - 1].islower()  # "the Dane" may be anybody
    fitting = [e for e in fitting if not (small and has_authority(everybody[e].roles, role))]
    if role in _YOUNG and lows[mention.first] == "the":
        ages = {entity: entities[entity].age for entity in fitting}
        fitting = [e for e in fitting if 0 <= ages[e] < _GROWN] or [e for e in fitting if ages[e] < 0]
    if than := next((_OLDER[low] for low in lows[mention.first : mention.last] if low in _OLDER), ""):
        fitting = _by_age(scene, fitting, than)
    here = scene.stream.paragraphs[mention.first]
    opener = recent.opener.get(here, -1)
    if opener in fitting and lows[mention.first] == "the" and everybody[opener].is_person:
        fitting = [e for e in fitting if recent.seen(e).paragraph == here or role in everybody[e].roles]
        holders = [e for e in fitting if role in everybody[e].roles]
        if holders and not everybody[opener].roles:
            fitting = holders
    if age := age_told(lows, mention):
        same = [entity for entity in fitting if age in everybody[entity].roles]
        fitting = same or [entity for entity in fitting if not any(map(_is_age, everybody[entity].roles))]
    return fitting


def _by_age(scene: Scene, fitting: list[int], than: str) -> list[int]:
    """Return who may be the "younger" or "elder": who is told to be, else by their ages, else the untold."""
    entities = scene.cast.entities
    if told := [e for e in fitting if than in entities[e].roles]:
        return told
    generation = [e for e in fitting if entities[e].generation in _GENERATIONS[than]]
    if len(generation) == 1:
        return generation
    aged = [e for e in fitting if entities[e].age >= 0]
    if len(aged) > 1:
        return [(min if than == "younger" else max)(aged, key=lambda e: entities[e].age)]
    return [e for e in fitting if entities[e].roles.isdisjoint(_OLDER.values())]


def _may_be_whose(scene: Scene, number: int, owner: str) -> bool:
    """Tell whether a body named after somebody ("Tarry campaign") is the man's or the woman's that a pronoun means."""
    words = scene.cast.entities[number].words
    bearers = scene.cast.by_word.get(words[-2], ()) if len(words) > 1 else ()
    return any(bearer.is_person and bearer.gender in (owner, "u", "") for bearer in bearers)


def age_told(lows: Sequence[str], mention: Mention) -> str:
    """Return the age that a noun tells ("The Riptide star, 38, …"; "the 38-year-old") as roles tell it, "" for none."""
    at = mention.last
    aged = lows[at : at + 1] == [","] and lows[at + 2 : at + 3] == [","] and lows[at + 1].isdigit()
    if aged and len(lows[at + 1]) < _DIGITS:
        return lows[at + 1] + "-year-old"
    for low in lows[mention.first : at]:
        if low.endswith("-year-old"):
            return low
    return ""


def _is_age(role: str) -> bool:
    return role.endswith("-year-old")


def _spouses(scene: Scene, people: list[int]) -> list[int]:
    """Return of these persons the newest who is told to be a spouse, and who was named just before; [] for none."""
    for entity in people:
        if not _SPOUSES.isdisjoint(scene.cast.entities[entity].roles):
            first = scene.cast.entities[entity].mentions[0].first
            upto = bisect_left(scene.at, first)
            before = [m.entity for m in scene.mentions[max(0, upto - _REACHED) : upto]]
            other = next((e for e in reversed(before) if e in people and e != entity), -1)
            if other >= 0:
                return [entity, other]
    return []
