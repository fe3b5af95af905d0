"""Nouns and relative pronouns that stand right beside the name that they mean."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.entities.links import own_body
from quotecli.find.entities.name_forms import gender_of_thing
from quotecli.find.entities.told import is_governed
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import DETERMINERS, HELPING, PARTICLES, PASTS, STOPS
from quotecli.find.words.lexicon import common_words, gender_of_given, roles

_CALLED = frozenset("as called named himself herself".split())
_INTRODUCED = frozenset("identified named known name introduced called calling calls".split())
_PLACING = frozenset("at from in inside near of outside to".split())
_CLOSING = frozenset((",", ".", ";", "—", "("))
"""What ends names that tell who somebody is."""
_LEADING = 8
"""Words that lead to a name are fewer."""
_FULL = 2
"""Words of a full name."""
_GAP, _INSERTED = 4, 9
"""Words between "who" and whom it means; more where commas set them off: "Michelle Vu, the swing vote, who"."""
_SECOND = 2
"""Mentions back to whose second office a noun tells."""
_GIVEN = 6
"""More words where a name is said to be given: "a baker in the town of Loma, who gave only his first name, Miro"."""
_RELATIVES = 6
"""Mentions between two relative pronouns of one sentence."""
_INTRODUCTION = 10
"""Words between a person and the name given: "a man who would give his name only as Ray"."""


def bind_apposed(scene: Scene, index: int) -> bool:
    """Read "her director, Jennifer Palmieri" and "Jennifer Palmieri, her director" are one person."""
    mention, lows = scene.mentions[index], scene.stream.lows
    if mention.category == "group":
        return _bind_several(scene, index)
    if mention.role == "campaign" and mention.owned_by is not None:
        return _bind_campaign(scene, mention, mention.owned_by)
    if mention.category not in ("person", "body"):
        return False
    beyond = index + 1
    while beyond < len(scene.mentions) and scene.mentions[beyond].first < mention.last:
        beyond += 1  # "the president of Harvard, Drew Faust": Harvard stands inside
    beyond, last = _behind_place(scene, beyond, mention.last)
    behind = lows[last] if last < len(lows) else "."
    if behind == "(" and (bearer := _in_brackets(scene, beyond, last)) is not None:
        mention.entity = bearer.entity
        return True
    if behind == "(" and ")" in lows[last : last + 9]:
        last = lows.index(")", last) + 1  # "the secretary of the CNC (National Union of Carters), Paolo Greco"
        behind = lows[last] if last < len(lows) else "."
        while beyond < len(scene.mentions) and scene.mentions[beyond].first < last:
            beyond += 1
    if mention.category == "person":
        beyond, last = _behind_branch(scene, beyond, last)
    following = scene.mentions[beyond] if beyond < len(scene.mentions) else None
    tag = lows[following.last + 1 : following.last + 2] == [","] if following else False
    if tag and following and scene.profiles[beyond].at == following.last:
        return False  # "Her colleague, Ana Ruiz said, had rung"
    if behind == "," and following and following.kind == "name" and _leads_to(lows[last : following.first]):
        after = lows[following.last] if following.last < len(lows) else "."
        if after in (",", ".", ";", "—", "(") or scene.profiles[beyond].relation != "-":
            inner = scene.mentions[beyond - 1]
            ends_alike = inner is not mention and inner.last == mention.last
            if ends_alike and inner.kind == "noun" and inner.category == "person":
                inner.entity = following.entity  # "a spokesman for the speaker, Ann Teller": the speaker is she
                return False
            mention.entity = following.entity
            return True
    being = behind in ("was", "is") and mention.category == "person"
    named = following if following and following.kind == "name" and following.first == last + 1 else None
    if being and named and not (named.possessive or named.modifies):
        mention.entity = named.entity  # "The boy was Dontae Wills.", but not "was Dontae's friend"
        return True
    before = scene.mentions[index - 1] if index else None
    paragraphs = scene.stream.paragraphs
    if before is None or paragraphs[before.first] != paragraphs[mention.first]:
        return False  # "Dear Bob," stands above "The mayor"
    if before.kind == "noun" and lows[before.last : mention.first] == ["and"] and index > 1:
        named = scene.mentions[index - _SECOND]
        beside = named.kind == "name" and before.first == named.last + 1 and lows[named.last] == ","
        if beside and lows[mention.first] not in DETERMINERS:
            mention.entity = named.entity  # "Ana Ruiz, president and CEO of the bank"
            return True
    if before.kind == "name" and mention.first == before.last + 1 and lows[before.last] == ",":
        return _bind_behind(scene, index, before)
    return False


def _bind_behind(scene: Scene, index: int, before: Mention) -> bool:
    """Read "Jennifer Palmieri, her director": a noun behind a name and a comma is its bearer."""
    mention, lows = scene.mentions[index], scene.stream.lows
    after = lows[mention.last] if mention.last < len(lows) else "."
    entity = scene.entity_of(before)
    if entity is not None and entity.is_place:
        before = _comes_from(scene, index - 1) or before
        entity = scene.entity_of(before)
    if entity is None or entity.is_place:
        return False  # "In Pretoria, a spokesperson said"
    if _is_subject(scene, index, before):
        return False
    placed = lows[before.first - 1] in _PLACING if before.first else False
    if placed and mention.category == "person" and (gender_of_thing(entity.words) or not entity.may_be_person):
        return False  # "In the lobby of City Hall, the chief said"
    if lows[mention.first] in ("a", "an", "the", "his", "her", "their", "its") and after != "and":
        mention.entity = before.entity
        return True
    return False


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
    governs = (profile.relation == "SV" and profile.at == mention.last) or following in PASTS | HELPING
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
    if len(lows) == 1 or lows == [",", "the"]:
        return True
    if len(lows) >= _LEADING or not (lows[-1] in roles() or lows[-1].endswith("-year-old")):
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


def bind_relative(scene: Scene, index: int) -> None:
    """Read "who" means the mention just before it, or before the place that is told of it."""
    mention = scene.mentions[index]
    beyond = mention
    if scene.stream.lows[max(mention.first - 1, 0)] == "and" and (other := _relative_before(scene, index)) is not None:
        mention.entity = other.entity  # "Carl Brandt, who has lived here since 1977 and who told us"
        return
    for number in range(index - 1, max(index - 4, -1), -1):
        before = scene.mentions[number]
        between = scene.stream.lows[before.last : beyond.first]
        inserted = between[:1] in ([","], ["("]) and between[-1:] == [","] and len(between) <= _INSERTED
        if len(between) > _GAP and not inserted:
            return
        if before.kind == "noun" and before.entity < 0 and scene.stream.lows[before.first - 1] == ",":
            beyond = before  # "Sen. Martin Hsu, one of the five, who"
            continue
        if mention.words[0] == "who" and _is_whom_another_serves(scene, number):
            beyond = before  # "Ada Holm, president of the Fell Fund, who"
            continue
        entity = scene.entity_of(before)
        place = entity is not None and (entity.is_place or _tells_whence(scene, number, mention))
        if not place and (beyond is mention or beyond.kind == "noun" or between != [","]):
            mention.entity = before.entity
            return
        beyond = before  # "a citizen of Oakland, California, who"


def _is_whom_another_serves(scene: Scene, number: int) -> bool:
    """Tell whether a body only tells whose the person before it is: "a lawyer for the Fell Fund"."""
    entity, lows = scene.entity_of(scene.mentions[number]), scene.stream.lows
    if number == 0 or entity is None or entity.is_person or entity.parts:
        return False
    holder, body = scene.mentions[number - 1], scene.mentions[number]
    if holder.kind != "noun" or holder.category != "person":
        return False
    within = holder.first < body.first < holder.last
    return within or (0 < body.first - holder.last <= _GAP and lows[holder.last] in ("of", "for", "at", "with", "from"))


def _tells_whence(scene: Scene, number: int, pronoun: Mention) -> bool:
    """Tell whether a name only tells where the one before it is from: "Judge Mia Ozel of District Court, who".

    "Mrs Ivy Tranter, 91, of Clagthorpe, who …" as well.
    """
    place, before, lows = scene.mentions[number], scene.mentions[number - 1] if number else None, scene.stream.lows
    if before is None or before.kind not in ("name", "joint") or place.kind != "name" or lows[place.last] != ",":
        return False
    between = lows[before.last : place.first]
    entity = scene.entity_of(place)
    person = entity is not None and entity.is_person and not entity.kinds
    holds = before.kind == "joint" or len(before.words) > 1
    return (
        holds
        and not person
        and pronoun.words[0] == "who"
        and between[-1:] in (["of"], ["from"])
        and len(between) <= _GAP
    )


def _relative_before(scene: Scene, index: int) -> Mention | None:
    """Return the relative pronoun before the last in its sentence; None where it means nobody."""
    begin = scene.stream.sentence_span(scene.mentions[index].first)[0]
    for before in reversed(scene.mentions[max(0, index - _RELATIVES) : index]):
        if before.first < begin:
            return None
        if before.kind == "pron" and before.gender == "r":
            return before if before.entity >= 0 else None
    return None
