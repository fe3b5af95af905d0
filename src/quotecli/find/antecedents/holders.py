"""Who may hold an office or a post: "the governor" is not the former one, "the driver" not the sheriff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cache

from quotecli.core.tables import read_table
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.told import FORMER
from quotecli.find.entities.told_abroad import told_abroad
from quotecli.find.mentions.mention import Mention
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import OFFICES, THRONES, is_age
from quotecli.find.words.lexicon import role_class, synonyms, vocabulary

_POSTS = OFFICES | frozenset(
    "executive manager editor coach analyst economist founder owner lawyer spokesman spokeswoman spokesperson farmer"
    " teacher nurse student driver pensioner shopkeeper fisherman plumber builder".split()
)
"""Of whom one of them is told, no other post is taken for granted."""
_AUTHORITY = vocabulary("authority")
"""Posts that leave no room for a trade."""
_CARING = vocabulary("caring")
_PATIENT = "patient"
_ELECTED, _EMPLOYED = vocabulary("elected"), frozenset("clerk engineer planner registrar solicitor surveyor".split())
"""Who sits on a council or in a parliament, and who is in its service."""
_EXECUTIVE = frozenset(("chief", "executive"))
_NEAR = (("health", "study"), ("letters", "study"), ("school", "study"), ("flying", "soldiers"))
"""Fields in both of which one may work: a surgeon is a scientist as well."""
_MAY_BE_OFFICERS = frozenset("diplomat investigator officer official parliamentarian policeman source witness".split())
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
            if mention.kind == "name":
                for noun in told_abroad(scene.stream, mention):
                    found[noun].add(mention.entity)
    return found


def may_hold(roles_told: AbstractSet[str], role: str) -> bool:
    """Tell whether who is told to be this may be "the health secretary": not a chief executive, but a lawmaker."""
    alike = {role, *synonyms().get(role, ())}
    if role in THRONES:
        return not alike.isdisjoint(roles_told) or all(is_age(told) for told in roles_told)
    return not alike.isdisjoint(roles_told) or _POSTS.isdisjoint(roles_told)


def works_elsewhere(told: AbstractSet[str], role: str) -> bool:
    """Tell whether the trades that are told of somebody are all of other fields than the noun's: baker and "surgeon".

    Of nouns that stand in no field, as "manager" or "driver", nothing is told.
    """
    field = _fields().get(role)
    if not field or role in told or not synonyms().get(role, frozenset()).isdisjoint(told):
        return False
    trades = told - {"doctor"} if "dr" in told else told  # a title of many fields
    others = [known for trade in trades if (known := _fields().get(trade))]
    return bool(others) and all(map(_near_fields(field).isdisjoint, others))


@cache
def _fields() -> dict[str, frozenset[str]]:
    """Return by nouns for who works in a field that field, or those fields."""
    found: dict[str, frozenset[str]] = {}
    for field, nouns in read_table("quotecli.find", "fields_of_work.tsv"):
        for noun in nouns.split():
            found[noun] = found.get(noun, frozenset()) | {field}
    return found


def _near_fields(field: frozenset[str]) -> frozenset[str]:
    """Return the fields in which somebody of a field may be called by another noun; of a craft there is none."""
    near = frozenset(other for pair in _NEAR for other in pair if not field.isdisjoint(pair))
    return (field | near) - {"craft"}


def has_authority(told: AbstractSet[str], role: str) -> bool:
    """Tell whether what is told of somebody leaves no room for the noun: the sheriff is not "the driver".

    Nor is who treats or studies them "the patient", or a councillor "the clerk".
    """
    if role in _EMPLOYED and not _ELECTED.isdisjoint(told):
        return role not in told
    if role == _PATIENT and not _CARING.isdisjoint(told):
        return role not in told
    if role in _MAY_BE_OFFICERS or is_age(role) or role_class(role) not in ("scene", "trade"):
        return False
    if _AUTHORITY.isdisjoint(told) or (told >= _EXECUTIVE) or role in told:
        return False
    return synonyms().get(role, frozenset()).isdisjoint(told)


def serves_the_public(entity: Entity, role: str) -> bool:
    """Tell whether somebody holds an office of this name: "his attorney" is not the district attorney."""
    return any(held.endswith(" " + role) for held in entity.offices)
