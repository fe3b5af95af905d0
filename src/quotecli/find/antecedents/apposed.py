"""Nouns that stand right beside the name that they mean."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.core.names import common_words
from quotecli.find.entities.links import own_body
from quotecli.find.entities.name_forms import gender_of_thing
from quotecli.find.entities.told import is_governed
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import DETERMINERS, HELPING, PARTICLES, PASTS, STOPS, is_age
from quotecli.find.words.lexicon import cue_class, gender_of_given, roles

_CALLED = frozenset("as by called named himself herself".split())
_INTRODUCED = frozenset(
    "identified named known name introduced called calling calls goes went performs records raps tweets".split()
)
_PLACING = frozenset("at from in inside near of outside to".split())
_CLOSING = frozenset((",", ".", ";", "—", "("))
"""What ends names that tell who somebody is."""
_LEADING = 8
"""Words that lead to a name are fewer."""
_FULL = 2
"""Words of a full name."""
_BRACKETED = 8
"""Words in brackets."""
_REST = 2
"""Words of a noun phrase behind what was read of it."""
_LEADING_WORDS = ([",", "the"], [",", "former"], [",", "the", "late"], [",", "the", "former"])
_WITHIN = frozenset(("at", "in", "into"))
"""What leads to where somebody has a part: "a witness in the inquiry"."""
_TOLD = frozenset(("read", "said", "told", "wrote"))
_SECOND = 2
"""Mentions back to whose second office a noun tells."""
_SECOND_BACK, _REST_OF_SECOND = 4, 8
"""Mentions back to the first noun of an apposition of two; words of the second's end: "the head of the panel,"."""
_ARTICLES, _CLAUSES = frozenset(("a", "an", "the")), frozenset((".", ";", QUOTE, "who", "that", "which", "when"))
_IDENTIFIED, _HELPED = frozenset(("identified", "named")), 3
"""What is done with who has no name yet, and in how many words behind "has" or "was"."""
_GIVEN = 6
"""More words where a name is said to be given: "a baker in the town of Loma, who gave only his first name, Miro"."""
_INTRODUCTION = 10
"""Words between a person and the name given: "a man who would give his name only as Ray"."""


def bind_apposed(scene: Scene, index: int) -> bool:
    """Read "her director, Jennifer Palmieri" and "Jennifer Palmieri, her director" are one person."""
    mention = scene.mentions[index]
    if mention.category == "group":
        return _bind_several(scene, index)
    if mention.role == "campaign" and mention.owned_by is not None:
        return _bind_campaign(scene, mention, mention.owned_by)
    if mention.category not in ("person", "body"):
        return False
    number, at = _behind_place(scene, _beyond(scene, index + 1, mention.last), mention.last)
    if scene.stream.low(at) == "(":
        if (bearer := _in_brackets(scene, number, at)) is not None:
            mention.entity = bearer.entity
            return True
        number, at = _behind_brackets(scene, number, at)
    if mention.category == "person":
        number, at = _behind_rest(scene, number, at)
        number, at = _behind_branch(scene, number, at)
        if scene.stream.low(at) == "and" and scene.stream.low(at + 2) == ",":  # "his sister and second, Lin Yao"
            number, at = _beyond(scene, number, at + 2), at + 2
    number = _past_owner(scene, number)
    if number < len(scene.mentions):
        if _has_tag(scene, number):
            return False
        if _is_told_by(scene, number, at):
            return _bind_to_name(scene, mention, number)
        if mention.category == "person" and _is_being(scene, number, at):
            mention.entity = scene.mentions[number].entity
            return True
    return _bind_to_former(scene, index)


def _beyond(scene: Scene, number: int, at: int) -> int:
    """Return the first mention from `number` on that begins at word `at` or behind it.

    "the president of Harvard, Drew Faust": Harvard stands inside.
    """
    while number < len(scene.mentions) and scene.mentions[number].first < at:
        number += 1
    return number


def _past_owner(scene: Scene, number: int) -> int:
    """Return the mention that a body's name only opens: "White House adviser Ana Ruiz" for "White House"."""
    opening, whole = scene.mentions[number : number + 1], scene.mentions[number + 1 : number + 2]
    return number + 1 if opening and whole and opening[0].modifies and whole[0].first == opening[0].first else number


def _behind_brackets(scene: Scene, number: int, at: int) -> tuple[int, int]:
    """Return the first mention and word behind the brackets that open at word `at`, both as given where none close.

    "the secretary of the CNC (National Union of Carters), Paolo Greco".
    """
    lows = scene.stream.lows
    if ")" not in lows[at : at + 1 + _BRACKETED]:
        return number, at
    at = lows.index(")", at) + 1
    return _beyond(scene, number, at), at


def _has_tag(scene: Scene, number: int) -> bool:
    """Tell whether the mention behind a noun has a verb between commas: "Her colleague, Ana Ruiz said, had rung"."""
    verb = scene.mentions[number].last
    return scene.profiles[number].at == verb and scene.stream.lows[verb + 1 : verb + 2] == [","]


def _is_told_by(scene: Scene, number: int, at: int) -> bool:
    """Tell whether a name stands apposed to the noun before word `at`: "the mayor, Ana Ruiz, said"."""
    lows, name = scene.stream.lows, scene.mentions[number]
    if name.kind != "name" or scene.stream.low(at) != "," or not _leads_to(lows[at : name.first]):
        return False
    return scene.stream.low(name.last) in _CLOSING or scene.profiles[number].relation != "-"


def _bind_to_name(scene: Scene, mention: Mention, number: int) -> bool:
    """Let a noun mean the name apposed to it, or the noun that ends it: "a spokesman for the speaker, Ann Teller"."""
    inner, name = scene.mentions[number - 1], scene.mentions[number]
    ends_alike = inner is not mention and inner.last == mention.last
    if ends_alike and inner.kind == "noun" and inner.category == "person":
        inner.entity = name.entity  # the speaker is she
        return False
    mention.entity = name.entity
    return True


def _is_being(scene: Scene, number: int, at: int) -> bool:
    """Tell whether a noun is said to be a name: "The boy was Dontae Wills.", but not "was Dontae's friend"."""
    name = scene.mentions[number]
    beside = name.kind == "name" and name.first == at + 1 and scene.stream.low(at) in ("was", "is")
    return beside and not (name.possessive or name.modifies)


def _bind_to_former(scene: Scene, index: int) -> bool:
    """Let a noun mean the name before it: "Jennifer Palmieri, her director"."""
    mention, lows, paragraphs = scene.mentions[index], scene.stream.lows, scene.stream.paragraphs
    before = scene.mentions[index - 1] if index else None
    if before is None or paragraphs[before.first] != paragraphs[mention.first]:
        return False  # "Dear Bob," stands above "The mayor"
    if index > 1 and before.kind == "noun" and lows[before.last : mention.first] == ["and"]:
        named = scene.mentions[index - _SECOND]
        beside = named.kind == "name" and before.first == named.last + 1 and lows[named.last] == ","
        if beside and lows[mention.first] not in DETERMINERS:
            mention.entity = named.entity  # "Ana Ruiz, president and CEO of the bank"
            return True
    if before.kind == "name" and mention.first == before.last + 1 and lows[before.last] == ",":
        return _bind_behind(scene, index, before)
    return _bind_second(scene, index)


def _bind_second(scene: Scene, index: int) -> bool:
    """Read "Ned Fenn, a Republican from Hale and a retired colonel, said": the second noun of an apposition."""
    mention, lows, mentions = scene.mentions[index], scene.stream.lows, scene.mentions
    if lows[mention.first - 1] != "and" or lows[mention.first] not in _ARTICLES or mention.gender == "p":
        return False
    for number in range(index - 1, max(index - 1 - _SECOND_BACK, 0), -1):
        noun, name = mentions[number], mentions[number - 1]
        if noun.kind == "noun" and noun.entity >= 0 and noun.entity == name.entity and name.kind == "name":
            if name.last + 1 != noun.first or lows[name.last] != ",":
                return False
            end = min(mention.last + _REST_OF_SECOND, len(lows))
            close = next((at for at in range(mention.last, end) if lows[at] == ","), 0)
            inside = (*lows[noun.last : mention.first], *lows[mention.last : close])
            if not close or any(low == "," or _ends_noun(low) for low in inside):
                return False
            mention.entity = noun.entity
            return True
    return False


def _ends_noun(low: str) -> bool:
    """Tell whether a word ends a noun phrase: a verb, or what opens a clause."""
    return low in PASTS or low in HELPING or low in _CLAUSES or cue_class(low) != ""


def _bind_behind(scene: Scene, index: int, before: Mention) -> bool:
    """Read "Jennifer Palmieri, her director": a noun behind a name and a comma is its bearer."""
    mention, lows = scene.mentions[index], scene.stream.lows
    after = scene.stream.low(mention.last)
    entity = scene.entity_of(before)
    if entity is not None and entity.is_place:
        before = _comes_from(scene, index - 1) or before
        entity = scene.entity_of(before)
    if entity is None or entity.is_place:
        return False  # "In Pretoria, a spokesperson said"
    if _is_subject(scene, index, before) or (mention.category == "body" and entity.gender in ("m", "f")):
        return False  # "In a note signed by its secretary, Ana Ruiz, the forum said"
    placed = lows[before.first - 1] in _PLACING if before.first else False
    if placed and mention.category == "person" and (gender_of_thing(entity.words) or not entity.may_be_person):
        return False  # "In the lobby of City Hall, the chief said"
    led = lows[mention.first] in ("a", "an", "the", "his", "her", "their", "its") or _is_bare_office(scene, index)
    if led and after != "and":
        mention.entity = before.entity
        return True
    return False


def _is_bare_office(scene: Scene, index: int) -> bool:
    """Tell whether a noun without an article tells what a person is: "Ana Ruiz, policy director of the guild, said"."""
    mention, stream = scene.mentions[index], scene.stream
    bare = stream.lows[mention.first] not in DETERMINERS and stream.words[mention.first].islower()
    entity = scene.entity_of(scene.mentions[index - 1])
    return bare and mention.category == "person" and mention.gender != "p" and entity is not None and entity.is_person


def _bind_campaign(scene: Scene, mention: Mention, owner: Mention) -> bool:
    """Read "Tarry's campaign" is the body that is called "the Tarry campaign" elsewhere."""
    candidate = scene.entity_of(owner)
    if not owner.possessive or candidate is None or not candidate.may_be_person:
        return False
    mention.entity = own_body(scene.cast.entities, scene.owned, candidate, mention.role).number
    return True


def _bind_several(scene: Scene, index: int) -> bool:
    """Read "her parents, Lou and Kay Fitch," are these two."""
    mention, lows = scene.mentions[index], scene.stream.lows
    following = scene.mentions[index + 1] if index + 1 < len(scene.mentions) else None
    if following is None or following.kind != "joint" or following.first != mention.last + 1:
        return False
    persons = [scene.entity_of(member) for member in following.members if member.kind == "name"]
    named = [person.number for person in persons if person is not None and person.is_person]
    closed = following.last >= len(lows) or lows[following.last] in _CLOSING
    if lows[mention.last] != "," or not closed or len(named) < len(following.members) or mention.gender != "p":
        return False
    mention.entity = scene.cast.group(named).number
    return True


def _behind_place(scene: Scene, number: int, at: int) -> tuple[int, int]:
    """Return the first mention and word behind where somebody is: "a doctor at Eastside Memorial, Wesley Crum, …".

    `number` is the next mention, `at` the word that may open the place; both are returned where none is told.
    """
    place = scene.mentions[number] if number < len(scene.mentions) else None
    if place is None or place.kind != "name" or place.possessive or place.last + 1 >= len(scene.stream.lows):
        return number, at
    between = scene.stream.lows[at : place.first]
    told = between[:1] in (["at"], ["of"], ["from"], ["in"]) and between[1:] in ([], ["the"])
    if not told or scene.stream.lows[place.last] != ",":
        return number, at
    entity, named = scene.entity_of(place), scene.mentions[number + 1 : number + 2]
    person = entity is None or entity.is_person
    beside = named and named[0].first == place.last + 1 and named[0].kind == "name" and len(named[0].words) >= _FULL
    return (number + 1, place.last) if beside and not person else (number, at)


def _behind_rest(scene: Scene, number: int, at: int) -> tuple[int, int]:
    """Return the next mention and the comma that ends a noun phrase: "another witness in the harbour | probe, Al Orr".

    Only nouns, as far as that can be told, or a noun for a body, stand between the word `at` and the comma; else
    `number` and `at` are returned.
    """
    lows, words = scene.stream.lows, scene.stream.words
    inner = scene.mentions[number] if number < len(scene.mentions) else None
    edge = inner.first if inner is not None else len(lows)
    for comma in range(at, min(at + _REST + 1, edge)):
        if lows[comma] == ",":
            return number, comma
        if not words[comma].isalpha() or not words[comma].islower() or _may_be_verb(lows[comma]):
            break
    sort = inner.kind == "noun" and inner.category if inner is not None else ""
    if inner is not None and sort in ("body", "document") and edge == at + 1 and lows[at] in _WITHIN:
        return (number + 1, inner.last) if scene.stream.low(inner.last) == "," else (number, at)
    return number, at


def _may_be_verb(low: str) -> bool:
    return low in STOPS or low in PASTS or low in _TOLD or low.endswith(("ed", "s"))


def _behind_branch(scene: Scene, number: int, at: int) -> tuple[int, int]:
    """Return the first mention and word behind what an office is for: "the executive director, Finance, Hauwa Bello".

    `number` is the next mention, `at` the word behind the office; both are returned where no branch is told.
    """
    branch, named = scene.mentions[number : number + 1], scene.mentions[number + 1 : number + 2]
    if not (branch and named) or scene.stream.lows[branch[0].last] != ",":
        return number, at
    short = branch[0].kind == "name" and len(branch[0].words) == 1 and branch[0].words[0] in common_words()
    beside = named[0].kind == "name" and named[0].first == branch[0].last + 1 and len(named[0].words) >= _FULL
    return (number + 1, branch[0].last) if short and beside and branch[0].first == at + 1 else (number, at)


def _is_subject(scene: Scene, index: int, before: Mention) -> bool:
    """Tell whether a noun behind a name and a comma has its own verb: "In papers seen by Dish, the winner cited"."""
    mention, profile = scene.mentions[index], scene.profiles[index]
    following = "".join(scene.stream.lows[mention.last : mention.last + 1])
    governs = (profile.relation == "SV" and profile.at == mention.last) or following in PASTS or following in HELPING
    return governs and is_governed(scene.stream.lows, before.first)


def _in_brackets(scene: Scene, number: int, at: int) -> Mention | None:
    """Return the person who alone stands in the brackets that open here: "the minister (Ana Ruiz)"."""
    named = scene.mentions[number] if number < len(scene.mentions) else None
    if named is None or named.kind != "name" or named.first != at + 1 or len(named.words) < _FULL:
        return None
    entity = scene.entity_of(named)
    closed = scene.stream.lows[named.last : named.last + 1] == [")"]
    return named if closed and entity is not None and entity.is_person else None


def _comes_from(scene: Scene, index: int) -> Mention | None:
    """Return who is told to be of place `index`: "Senator Paul Marsh of Nebraska, the chairman"."""
    place, before = scene.mentions[index], scene.mentions[index - 1] if index else None
    if before is None or before.kind != "name" or place.first != before.last + 1:
        return None
    return before if scene.stream.lows[before.last] in ("of", "from") else None


def _leads_to(lows: Sequence[str]) -> bool:
    """Tell whether these words, of which a comma is the first, lead to a name: a comma alone, or ", the director".

    ", former soldier" and ", 34-year-old" as well: what somebody is called who is named right behind it.
    """
    if len(lows) == 1 or lows in _LEADING_WORDS:
        return True
    if len(lows) >= _LEADING or not (lows[-1] in roles() or is_age(lows[-1])):
        return False
    return lows[1] in ("the", "a", "an") or not any(low in STOPS or low in PASTS or low.endswith("ing") for low in lows)


def bind_introduced(scene: Scene, index: int) -> bool:
    """Read "a man who would give his name only as Ray", "a nurse named Lucy" is Ray, or Lucy."""
    mention, lows = scene.mentions[index], scene.stream.lows
    if mention.category != "person":
        return False
    told = lows[max(mention.first - 1, 0) : mention.last + _INTRODUCTION + _GIVEN]
    longest = _INTRODUCTION + _GIVEN if "name" in told else _INTRODUCTION
    if _CALLED.isdisjoint(told) and "name" not in told:
        return False
    for following in scene.mentions[index + 1 : index + 6]:
        if following.last == mention.last and lows[following.first - 1] in _CALLED:
            mention.entity = following.entity  # "a nurse named Lucy" was read as one
            return True
        between = lows[mention.last : following.first]
        if len(between) > longest or QUOTE in between or "." in between:
            return False
        if following.kind == "name" and between[-2:] == ["name", ","]:
            mention.entity = following.entity  # "a baker who gave only his first name, Miro"
            return True
        if following.kind == "name" and between[-1:] and between[-1] in _CALLED:
            if not _INTRODUCED.isdisjoint(between):
                mention.entity = following.entity
                return True
            return False
    return False


def bind_identified(scene: Scene, index: int) -> bool:
    """Read "She has been identified by neighbours as Ana Ruiz": who is told of so far without a name is Ruiz."""
    mention, lows = scene.mentions[index], scene.stream.lows
    if mention.gender not in ("m", "f") or scene.stream.low(mention.last) not in HELPING:
        return False
    if _IDENTIFIED.isdisjoint(lows[mention.last + 1 : mention.last + 1 + _HELPED]):
        return False
    for following in scene.mentions[index + 1 : index + 4]:
        between = lows[mention.last : following.first]
        if len(between) > _INTRODUCTION or QUOTE in between or "." in between:
            return False
        if following.kind == "name" and (between[-1] == "as" or between[-1] in _IDENTIFIED):
            mention.entity = following.entity
            return True
    return False


def bind_office(scene: Scene, index: int) -> None:
    """Read "Die Sprecherin der Gruppe, Gerda Mönch," where nouns are printed like names: the office is the person's."""
    mention, lows = scene.mentions[index], scene.stream.lows
    following = scene.mentions[index + 1] if index + 1 < len(scene.mentions) else None
    if following is None or following.kind != "name" or following.first != mention.last + 1:
        return
    inside = lows[mention.first + 1 : mention.last]
    is_office = not PARTICLES.isdisjoint(inside) and not gender_of_given(lows[mention.first])
    if is_office and lows[mention.last] == "," and gender_of_given(lows[following.first]):
        mention.entity = following.entity
