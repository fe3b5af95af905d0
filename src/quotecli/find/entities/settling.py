"""Settles what an entity is: what the nouns beside it tell, then its name, its gender, and whether it is a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.core.folding import fold
from quotecli.find.entities.entity import Entity
from quotecli.find.entities.genders import gender_by_reflexive, gender_in_sentence
from quotecli.find.entities.name_forms import (
    ends_as_place,
    gender_of_name,
    gender_of_thing,
    is_dateline,
    is_mostly_place,
)
from quotecli.find.entities.printed import printed_name
from quotecli.find.entities.told import gender_of_title, nouns_of
from quotecli.find.mentions.body_sorts import MOSTLY_BODIES, is_company
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import OF_SEVERAL, generation_of
from quotecli.find.words.lexicon import Category, places, roles, vocabulary

_LOOKED_AT = 100
"""Namesakes or mentions looked at for one entity, so that a list of thousands takes time by its length."""
_WITHIN = frozenset("across in near outside throughout".split())
"""Behind these alone stands a place, though a given name is written so."""
_CHARGED = frozenset(("accused", "defendant"))
"""Roles that a body may have as well."""
_PEOPLE = vocabulary("people")
_STREETS = vocabulary("sites") | frozenset("close court gardens grove hill mews place row view walk way".split())
_ARTICLED = 2
"""Words of "The Rock", who may be a person."""
_ADDRESS = 4
"""Words of the shortest address before a town: "of Quarry Lane,"."""
_INITIAL = re.compile(r"[^\W\d_]\.? \S+")
_ORDINALS = frozenset(("first", "second", "third"))
"""Words before names that are no roles."""


def tell_role(entity: Entity, role: str, *, past: bool) -> None:
    """Record the noun that stands before a name: "spokeswoman Haley Morris", "the union Spark"; `past`: it was so."""
    category, gender = roles().get(role, ("", "u"))
    if category == "body":
        entity.kinds.add(role)
    elif role not in _ORDINALS:
        entity.tell(nouns_of(role), past=past)
        _tell_gender(entity, gender_of_title(role) or gender)


def tell_noun(entity: Entity, noun: str, category: str, *, past: bool) -> bool:
    """Record a noun that stands in apposition to a name, as `past` or not; tell whether it is one for a person."""
    given = gender_of_name(entity.words)
    if category == "body" or (noun in MOSTLY_BODIES and not given):
        if not given:
            entity.kinds.add(noun)
        return False
    entity.tell(nouns_of(noun), past=past)
    _tell_gender(entity, roles().get(noun, ("", "u"))[1] if given not in ("m", "f") else given)
    return True


def _tell_gender(entity: Entity, gender: str) -> None:
    if entity.gender == "u" and gender in ("m", "f"):
        entity.gender = gender


def settle(entity: Entity, stream: Stream, namesakes: Sequence[Entity], first: int, *, nicknamed: bool) -> None:
    """Choose an entity's canonical name, its gender, and its category where it is a place's.

    `namesakes` are who is called by its last word, `first` is where its full name stands first (-1: nowhere),
    `nicknamed` tells whether that holds a nickname in marks.
    """
    if entity.forms:
        entity.name = _canonical(entity, namesakes, nicknamed=nicknamed)
    elif entity.mentions:
        entity.name = printed_name(stream, entity.mentions[0], titled=True)
    if not entity.category and len(entity.words) > 1:
        entity.category = _told_by_article(entity, stream) or _told_by_number(entity, stream)
    if entity.is_known_body and _CHARGED.issuperset(entity.roles):
        entity.roles.clear()  # "the firm that runs it, Tall Lantern, denies it" is no one person
    if not entity.category and len(entity.words) == 1 and entity.words[0] in _PEOPLE and not entity.roles:
        entity.category = "" if gender_of_name(entity.words) else "place"  # "Russian forces"
    if entity.gender == "u" and entity.category != "body":
        entity.gender = _gender(entity, stream, first)
    if not entity.category and _is_place(entity, stream):
        entity.category = "place"


def _told_by_article(entity: Entity, stream: Stream) -> Category:
    """Return "body" or "place" for "the Florence Shoals": no person has an article before the name; else "".

    Nor has one a name that an article is part of: "and The Loma Leader said".
    """
    if entity.words[0] == "the" and len(entity.words) > _ARTICLED and entity.speaks and not entity.roles:
        named = (m for m in entity.mentions[:_LOOKED_AT] if m.words == entity.words)
        inside = (m for m in named if stream.sentence_span(m.first)[0] < m.first)
        return "body" if any(stream.words[m.first] == "The" for m in inside) else ""
    if not gender_of_name(entity.words) or entity.roles or entity.kinds:
        return ""
    whole = [m for m in entity.mentions[:_LOOKED_AT] if len(m.words) > 1 and m.first]
    led = whole and all(_is_led_by_article(stream, m, entity.words[0]) for m in whole)
    return ("body" if entity.speaks else "place") if led else ""


def _is_led_by_article(stream: Stream, mention: Mention, given: str) -> bool:
    """Tell whether "the" stands right before a first name; in "the Greens' Ana Ruiz" it does not."""
    return not mention.role and stream.lows[mention.first - 1 : mention.first + 1] == ["the", given]


def _told_by_number(entity: Entity, stream: Stream) -> Category:
    """Return "body" for whom a sentence begins with and a verb of several follows: "Tall Lantern have denied it"."""
    if entity.roles - _CHARGED or gender_of_name(entity.words) or entity.words[-1].endswith("s"):
        return ""
    for mention in entity.mentions[:_LOOKED_AT]:
        opens = mention.first == stream.sentence_span(mention.first)[0]
        if opens and mention.last < len(stream.lows) and stream.lows[mention.last] in OF_SEVERAL:
            return "body"
    return ""


def _canonical(entity: Entity, namesakes: Sequence[Entity], *, nicknamed: bool) -> str:
    """Return the commonest full form, the earlier among equals."""
    forms = [form for form in entity.forms if _is_told_apart(entity, form, namesakes)] or list(entity.forms)
    forms = [form for form in forms if not _INITIAL.fullmatch(form)] or forms  # Ann Lee, however often A. Lee
    if nicknamed:  # Beatrice “Bunny” Hythe, however often Bunny Hythe
        forms = [form for form in forms if fold(form.split()[0]) == entity.words[0]] or forms
    often = max(forms, key=entity.forms.__getitem__)  # Aung San Suu Kyi, however often Suu Kyi
    ends = f" {often}".casefold()  # Ursula von der Leyen, however many sentences begin "Von der Leyen"
    name = max((form for form in forms if form.casefold().endswith(ends)), key=len, default=often)
    return name.title() if name.isupper() and entity.category != "body" else name


def _is_told_apart(entity: Entity, form: str, known: Sequence[Entity]) -> bool:
    """Tell whether a form of a name says the generation, where another of the same name stands in the text."""
    if not entity.generation:
        return True
    namesakes = [e for e in known[-_LOOKED_AT:] if e.words == entity.words]
    return len(namesakes) < 2 or generation_of(form.rsplit(maxsplit=1)[-1]) == entity.generation


def _gender(entity: Entity, stream: Stream, first: int) -> str:
    """Return what the name, a title in it, the sentence of its full form or "herself" tell; u where none does."""
    named_place = " ".join(entity.words) in places()  # "he backs D.C.": nobody that "he" means
    thing = "" if entity.speaks and not named_place else gender_of_thing(entity.words)
    titled = gender_of_title(entity.words[0]) if len(entity.words) > 1 else ""  # Queen Latifah
    gender = thing or gender_of_name(entity.words) or titled or "u"
    told = entity.mentions[:_LOOKED_AT]  # nobody is meant by "Harbour Row" in "Harbour Row star Ana Bell said she"
    if gender == "u" and first >= 0 and len(entity.words) > 1 and not entity.kinds:
        only_tells = all(mention.modifies and not mention.possessive for mention in told)
        gender = "u" if only_tells else gender_in_sentence(stream, first) or "u"
    if gender != "u":
        return gender
    return next(filter(None, (gender_by_reflexive(stream, mention.last) for mention in told)), "u")


def _is_behind_street(entity: Entity, lows: Sequence[str]) -> bool:
    """Tell whether one word is told as where somebody lives: "Ana Ruiz, 44, of Quarry Lane, Dunsby, said"."""
    first = entity.mentions[0] if entity.mentions and len(entity.words) == 1 else None
    if first is None or first.first < _ADDRESS or entity.roles:
        return False
    return lows[first.first - 1] == "," and lows[first.first - 2] in _STREETS and lows[first.first - 4] == "of"


def _is_place(entity: Entity, stream: Stream) -> bool:
    if ends_as_place(entity) or is_dateline(entity, stream) or _is_behind_street(entity, stream.lows):
        return True
    if len(entity.words) == 1 and not (entity.category or entity.roles or entity.speaks or entity.kinds):
        within = [stream.lows[m.first - 1] in _WITHIN and not m.possessive for m in entity.mentions if m.first]
        if within and all(within):
            return True  # "a long day in Austin"
    return not (entity.is_person or any(map(is_company, entity.kinds))) and is_mostly_place(entity, stream.lows)
