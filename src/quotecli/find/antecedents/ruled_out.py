"""Whom a noun can't mean by what it says: its office, its party, an age, whose it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from quotecli.find.antecedents.fitting import Who
from quotecli.find.antecedents.holders import has_authority, may_hold, serves_the_public, works_elsewhere
from quotecli.find.antecedents.own_words import gender_in_report
from quotecli.find.antecedents.recent import REACHED, Recent
from quotecli.find.antecedents.strangers import SPEAKING_FOR
from quotecli.find.entities.entity import Entity, is_of_party
from quotecli.find.entities.origins import natives
from quotecli.find.entities.states import state_of_noun
from quotecli.find.entities.told import FORMER, office
from quotecli.find.mentions.body_sorts import OF_BOTH, goes_by, may_be_called
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import AGE, OFFICES, OWNED_BODIES, REALMS, THRONES, is_age
from quotecli.find.words.lexicon import synonyms, vocabulary

YOUNG = vocabulary("young")
GROWN = 20
"""Years from which nobody is called so."""
_OLDER = {"younger": "younger", "older": "elder", "elder": "elder"}
"""Words that tell "the younger brother" from the other, with what is told of him."""
_GENERATIONS = {"younger": ("jr", "ii", "iii"), "elder": ("sr",)}
"""What stands behind the name of the younger or the elder of two namesakes."""
_PARTIES = frozenset(("democrat", "republican"))
"""Who is the one is not the other."""
_NO_BODIES = frozenset(
    "academics authors congressmen democrats lawmakers mps republicans researchers scientists senators".split()
)
"""Nouns for persons, whatever body they belong to or work for."""
_DIGITS = 4
"""So many digits are a year, fewer may be an age."""
_BARE = 2
"""Words of "the king", who is not "the crumb king"."""


class _Noun(NamedTuple):
    """A noun, and what it is held against.

    Attributes:
        mention: the noun as it stands in `scene`.
        role: its head.
        told: all its words.
        recent: who was mentioned before.
        entities: all that the text names.
        everybody: what is known of each of these.
    """

    mention: Mention
    role: str
    told: list[str]
    scene: Scene
    recent: Recent
    entities: Sequence[Entity]
    everybody: Sequence[Who]


def not_ruled_out(scene: Scene, recent: Recent, mention: Mention, fitting: list[int]) -> list[int]:
    """Return those of the entities against whom nothing speaks that the noun says: office, party, age, whose it is."""
    told = scene.stream.lows[mention.first : mention.last]
    noun = _Noun(mention, mention.role, told, scene, recent, scene.cast.entities, recent.company.everybody)
    fitting = _by_office(noun, fitting)
    for rule in _RULES_FOR_PERSONS if mention.category == "person" else _RULES:
        if not fitting:
            break
        fitting = rule(noun, fitting)
    return fitting


def _by_office(noun: _Noun, fitting: list[int]) -> list[int]:
    """Return who holds the very office last, else nobody who holds another: "the mayor of Loma", not "the ex-mayor"."""
    mention = noun.mention
    if not FORMER.isdisjoint(noun.told):
        return fitting
    held = office(noun.scene.stream.lows, mention.first, mention.last, noun.role)
    if not held:
        return fitting
    entities, everybody = noun.entities, noun.everybody
    newest = islice(reversed(noun.recent.order), REACHED)
    holder = next((entity for entity in newest if held in entities[entity].offices), None)
    if holder is not None:
        return [holder]
    free = [entity for entity in fitting if not entities[entity].holds_another(held)]
    return [entity for entity in free if is_of_party(held) or may_hold(everybody[entity].roles, noun.role)]


def _by_sort_of_body(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the company" no ministry and no place; what has the word in its name comes first, if nobody owns it."""
    mention, role, entities = noun.mention, noun.role, noun.entities
    if mention.category != "body" or role in REALMS:
        return fitting
    named = ((entity, entities[entity]) for entity in fitting)
    bodies = ((entity, body) for entity, body in named if not body.is_place)
    fitting = [entity for entity, body in bodies if may_be_called(role, body.words, body.kinds | body.roles)]
    if mention.owner or mention.owned_by:
        return fitting
    return _going_by(noun, fitting) or fitting


def _going_by(noun: _Noun, fitting: list[int]) -> list[int]:
    """Return those whose names, or what is told of them, say that they are the noun: "Coral Air" is an airline."""
    named = ((entity, noun.entities[entity]) for entity in fitting)
    return [entity for entity, body in named if goes_by(noun.role, body.words, body.kinds)]


def _by_going_by(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the developer", which may be a body or a person, to the body that is one by its name, else to all."""
    bodies = [e for e in fitting if noun.entities[e].category == "body"] if noun.role in OF_BOTH else []
    return _going_by(noun, bodies) or fitting


def _by_owner_of_body(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "his office" none that is named elsewhere, unless it is called so and may be his."""
    mention, role, entities = noun.mention, noun.role, noun.entities
    if mention.category != "body" or len(mention.owner) != 1:
        return fitting
    fitting = [entity for entity in fitting if role in (*entities[entity].kinds, *entities[entity].words)]
    if role in OWNED_BODIES:
        fitting = [entity for entity in fitting if _may_be_whose(noun.scene, entity, mention.owner)]
    return fitting


def _by_party(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the Democrat" no Republican."""
    if noun.role not in _PARTIES:
        return fitting
    others = _PARTIES - {noun.role}
    return [entity for entity in fitting if others.isdisjoint(noun.everybody[entity].roles)]


def _by_state(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the Ohio senator" who is told to be of that state, else whose state is untold."""
    state = state_of_noun(noun.scene.stream.lows, noun.mention)
    if not state:
        return fitting
    entities = noun.entities
    return [e for e in fitting if state in entities[e].states] or [e for e in fitting if not entities[e].states]


def _by_origin(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the Spaniard" who is told to be from Spain, else nobody who is told to be from elsewhere."""
    if noun.role not in natives():
        return fitting
    told = [e for e in fitting if noun.role in noun.entities[e].origins or noun.role in noun.entities[e].roles]
    return told or [e for e in fitting if not noun.entities[e].origins]


def _by_throne(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the king", "the minister of trade" nobody who is told to be something else."""
    bare_throne = noun.role in THRONES and len(noun.told) == _BARE
    if not bare_throne and not (noun.role in OFFICES and "of" in noun.told):
        return fitting
    return [entity for entity in fitting if may_hold(noun.everybody[entity].roles, noun.role)]


def _by_service(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "her clerk", "the spokesman" nobody who is named, unless one is told to be it."""
    mention, role = noun.mention, noun.role
    if len(mention.owner) != 1 and role not in SPEAKING_FOR:
        return fitting
    fitting = [entity for entity in fitting if role in noun.everybody[entity].roles]
    if mention.owner:
        fitting = [entity for entity in fitting if not serves_the_public(noun.entities[entity], role)]
    return fitting


def _by_being_people(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the authors" no institute, "the Republicans" no firm."""
    if noun.role not in _NO_BODIES:
        return fitting
    return [entity for entity in fitting if noun.entities[entity].category != "body"]


def _by_owner(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave out Calloway's coach for "Brandt's coach": who was told to be the same of another."""
    owner = noun.mention.owned_by
    if owner is None:
        return fitting
    at = bisect_left(noun.scene.at, noun.mention.first)
    told: dict[int, bool] = {}
    for other in noun.scene.mentions[max(at - REACHED, 0) : at]:
        if other.role == noun.role and other.owned_by is not None and other.entity in fitting:
            same = other.owned_by.words[-1:] == owner.words[-1:]
            told[other.entity] = told.get(other.entity, False) or same
    return [entity for entity in fitting if told.get(entity, True)]


def _by_words_inside(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave out Rovers for "the Rovers captain"."""
    inside, everybody = noun.told[:-1], noun.everybody
    return [e for e in fitting if everybody[e].is_person or everybody[e].words[-1] not in inside]


def _by_authority(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the protester" no police chief; "the Dane" may be anybody."""
    if not noun.scene.stream.words[noun.mention.last - 1].islower():
        return fitting
    return [e for e in fitting if not has_authority(noun.entities[e].now, noun.role)]


def _by_youth(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the boy" who is told to be young, else whose age the text leaves open."""
    if noun.role not in YOUNG or noun.told[0] != "the":
        return fitting
    ages = {entity: noun.entities[entity].age for entity in fitting}
    return [e for e in fitting if 0 <= ages[e] < GROWN] or [e for e in fitting if ages[e] < 0]


def _by_order_of_age(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the younger brother", "the elder Feldt" who is that of the two."""
    for low in noun.told:
        if low in _OLDER:
            return _by_age(noun.entities, fitting, _OLDER[low])
    return fitting


def _by_opener(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the baker" whom its paragraph names, where it begins with a person, and who is told to be a baker."""
    here, role, everybody = noun.scene.stream.paragraphs[noun.mention.first], noun.role, noun.everybody
    opener = noun.recent.opener.get(here, -1)
    if opener not in fitting or noun.told[0] != "the" or not everybody[opener].is_person:
        return fitting
    seen = noun.recent.seen
    fitting = [e for e in fitting if seen(e).paragraph == here or role in everybody[e].roles]
    if everybody[opener].roles:
        return fitting
    return [e for e in fitting if role in everybody[e].roles] or fitting


def _by_age_told(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the 38-year-old" who is told to be of this age, else whose age is told nowhere."""
    age = age_told(noun.scene.stream.lows, noun.mention)
    if not age:
        return fitting
    everybody = noun.everybody
    same = [entity for entity in fitting if age in everybody[entity].roles]
    return same or [entity for entity in fitting if not any(map(is_age, everybody[entity].roles))]


_Rule = Callable[[_Noun, list[int]], list[int]]


def _by_field_of_work(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the surgeon" no baker."""
    return [entity for entity in fitting if not works_elsewhere(noun.entities[entity].now, noun.role)]


def _by_other_word(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the skipper" the only one who is told to be captain, where nobody is told to be skipper."""
    entities, role = noun.entities, noun.role
    alike = synonyms().get(role)
    if not alike or noun.told[0] != "the" or any(role in entities[e].roles for e in fitting):
        return fitting
    told = [e for e in fitting if not alike.isdisjoint(entities[e].now)]
    return told if len(told) == 1 else fitting


def _by_own_report(noun: _Noun, fitting: list[int]) -> list[int]:
    """Leave "the driver said he was" no woman, but one who is told to be the driver: she may speak of another."""
    gender = gender_in_report(noun.scene.stream.lows, noun.mention.last)
    if not gender:
        return fitting
    alike = {noun.role, *synonyms().get(noun.role, ())}
    told = ((entity, noun.everybody[entity]) for entity in fitting)
    return [entity for entity, who in told if who.gender in (gender, "u") or not alike.isdisjoint(who.roles)]


_RULES: tuple[_Rule, ...] = (_by_sort_of_body, _by_owner_of_body, _by_party, _by_being_people)
_RULES_FOR_PERSONS: tuple[_Rule, ...] = (
    _by_party,
    _by_state,
    _by_origin,
    _by_going_by,
    _by_throne,
    _by_service,
    _by_owner,
    _by_words_inside,
    _by_authority,
    _by_field_of_work,
    _by_youth,
    _by_order_of_age,
    _by_opener,
    _by_age_told,
    _by_other_word,
    _by_own_report,
)
"""What rules somebody out besides the office, each of those that the rules before it have left."""


def _by_age(entities: Sequence[Entity], fitting: list[int], than: str) -> list[int]:
    """Return who may be the "younger" or "elder": who is told to be, else by their ages, else the untold."""
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
        return lows[at + 1] + AGE
    for low in lows[mention.first : at]:
        if is_age(low):
            return low
    return ""
