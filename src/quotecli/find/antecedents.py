"""Leads pronouns, and nouns such as "the senator", to the person or body they mean, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from quotecli.find.antecedent_features import TWO, entity_facts, nobody_facts
from quotecli.find.fitting import gender_match
from quotecli.find.leftovers import bind_leftovers
from quotecli.find.lexicon import gender_of_given, roles
from quotecli.find.mention import Mention
from quotecli.find.mention_words import NUMBERS, PARENTS, PARTICLES
from quotecli.find.model import softmax, total
from quotecli.find.recent import Recent
from quotecli.find.scene import Scene
from quotecli.find.scores import Said, named, scores_by
from quotecli.find.told import office

_RESOLVED = frozenset("mfnpr")
_INDEFINITE = frozenset("a an another one some many several few most other others two-thirds no any each every".split())
_ISSUING = frozenset(
    "issued issue issues released release releases published publish publishes wrote sent filed posted put signed"
    " tweeted shared printed circulated produced delivered gave made read obtained".split()
)
_MARRIED = frozenset(("couple", "newlyweds"))
_SPOUSES = frozenset("husband wife spouse partner fiance fiancé fiancee fiancée bride bridegroom groom".split())
_REALMS = frozenset(
    "administration capital city country county government island kingdom nation province regime republic state town"
    " village".split()
)
"""Nouns for bodies that a place may be meant by; Pretoria is no ministry."""
_PARTIES = frozenset(("democrat", "republican"))
"""Who is the one is not the other."""
_REACHED = 400
"""Persons or mentions looked at for one noun, so that a text of any length takes time by its length."""
_REACH = 5
"""Paragraphs back that an antecedent may stand."""


def wants_antecedent(mention: Mention, scene_low: str) -> bool:
    """Tell whether a mention that begins with the word `scene_low` means somebody named elsewhere."""
    if mention.kind == "pron":
        return mention.gender in _RESOLVED
    if scene_low in _INDEFINITE:
        return False
    if mention.category == "document":
        return bool(mention.owner)
    return mention.kind == "noun" and mention.category in ("person", "body", "group")


def options(scene: Scene, recent: Recent, index: int, may: AbstractSet[int]) -> list[int]:
    """Return the entities that mention `index` may mean, newest first, at most eight.

    `may` holds those that fit it by number, gender and kind; it grows with the groups that are made here.
    """
    stream = scene.stream
    mention = scene.mentions[index]
    here = stream.paragraphs[mention.first]
    everybody = recent.company.everybody
    found: list[int] = []
    for entity in islice(reversed(recent.order), 40):
        if entity in may:
            if here - stream.paragraphs[scene.mentions[recent.last[entity]].first] > _REACH or len(found) == 6:
                break
            found.append(entity)
    if mention.kind == "noun":
        noun = mention.owner if len(mention.owner) > 1 else mention.role
        if called := recent.company.called(noun):
            further = (e for e in islice(reversed(recent.last), _REACHED) if e in called and e not in found)
            found += [*islice(further, 3)][::-1]
        if mention.role in TWO and not any(scene.cast.entities[e].parts for e in found):
            people = [e for e in islice(reversed(recent.order), 12) if everybody[e].is_person]
            couple = _spouses(scene, people) if mention.role in _MARRIED else []
            near = [e for e in people if here - recent.seen(e).paragraph < 2]
            people = near if len(near) == 2 else sorted(people, key=lambda e: -recent.count[e])[:2]
            people = couple or people
            named_together = [] if couple else islice(reversed(recent.order), 40)
            pairs = [e for e in named_together if len(scene.cast.entities[e].parts) == 2]
            if pairs:
                found.append(pairs[0])
            elif len(people) == 2:
                group = scene.cast.group(people[::-1])
                recent.last.setdefault(group.number, recent.last[people[0]])
                found.append(group.number)
                recent.company.fitting(mention)  # takes the group in, if it is new
    fitting = [entity for entity in found if entity in may]
    if mention.kind == "noun" and (held := office(stream.lows, mention.first, mention.last, mention.role)):
        newest = islice(reversed(recent.order), _REACHED)
        held_by = [entity for entity in newest if held in scene.cast.entities[entity].offices]
        apart = [entity for entity in fitting if not scene.cast.entities[entity].holds_another(held)]
        fitting = held_by[:1] or apart
    if mention.category == "body" and mention.role not in _REALMS:
        fitting = [entity for entity in fitting if not scene.cast.entities[entity].is_place]
    if mention.role in _PARTIES:
        others = _PARTIES - {mention.role}
        fitting = [entity for entity in fitting if others.isdisjoint(everybody[entity].roles)]
    if mention.category == "person" and len(mention.owner) == 1:  # "her clerk": nobody named, unless one is told to be
        fitting = [entity for entity in fitting if mention.role in everybody[entity].roles]
    if (mention.kind == "pron" and mention.gender in ("m", "f")) or mention.category == "person":
        people = [entity for entity in fitting if everybody[entity].may_be_person]
        fitting = people or fitting
    if mention.gender == "p" and any(scene.cast.entities[entity].parts for entity in fitting):
        fitting = [entity for entity in fitting if scene.cast.entities[entity].parts]
        if mention.role in TWO:  # others are named together as well; the two are those who spoke together
            fitting = [entity for entity in fitting if recent.subject.get(entity)] or fitting
    return fitting


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


class Open(NamedTuple):
    """A mention to resolve: its number, whom it may mean, what is said of each, and of nobody if it may be."""

    number: int
    found: list[int]
    rows: list[tuple[Said, ...]]
    nobody: list[tuple[Said, ...]]
    recent: Recent


def walk(scene: Scene, weights: Mapping[str, float]) -> Iterator[tuple[int, list[int], list[list[str]], Recent]]:
    """Yield each mention to resolve with its options and their features; the caller sets `mention.entity`.

    `weights` decide, where there are any, who a member of a group is ("the star and Eric Esrailian").
    """
    for index, found, rows, nobody, recent in open_mentions(scene, weights):
        spelled = [named(row) for row in (*rows, *nobody)]
        yield index, found, spelled, recent


def open_mentions(scene: Scene, weights: Mapping[str, float]) -> Iterator[Open]:
    """Yield each mention to resolve, in the order of the text; the caller sets its entity before it goes on."""
    recent = Recent(scene)
    issuers: dict[str, int] = {}
    strangers: set[str] = set()
    foreign = not scene.stream.english
    for index, mention in enumerate(scene.mentions):
        if mention.kind == "pron" and mention.gender == "r":
            _bind_relative(scene, index)
        elif mention.kind == "noun" and _bind_apposed(scene, index):
            recent.company.tell(mention, scene.stream)
        elif mention.kind == "name" and foreign:
            _bind_office(scene, index)
        elif _is_stranger(scene, mention, strangers):
            scene.strangers.add(index)
        elif wants_antecedent(mention, scene.stream.lows[mention.first]):
            fits = recent.company.fitting(mention)
            found = options(scene, recent, index, fits.may)
            if found:
                rows = entity_facts(scene, recent, index, fits.match, found)
                must = _must_mean(scene, mention, found, fits.match)
                yield Open(index, found, rows, [] if must else [nobody_facts(scene, mention)], recent)
        if mention.category == "document":
            _bind_issuer(scene, index, issuers)
        if mention.kind == "name" and mention.entity >= 0 and scene.cast.entities[mention.entity].may_be_person:
            strangers.clear()
        if mention.members:
            _bind_group(scene, recent, index, weights)
        for part in (*mention.members, mention):
            if part.entity >= 0:
                stream = scene.stream
                leads = scene.leads(index)
                said = scene.profile(index).relation in ("SV", "VS", "ACC")
                recent.meet(part.entity, index, said, stream.paragraphs[mention.first], leads)


def _is_stranger(scene: Scene, mention: Mention, strangers: set[str]) -> bool:
    """Read "A former engineer said …", "the engineer said": nobody named, unless somebody is named in between.

    `strangers` are the nouns for who was told of so; a new one is added.
    """
    if mention.kind != "noun" or mention.category != "person" or mention.modifies:
        return False
    if scene.stream.lows[mention.first] in ("a", "an", "one", "another"):
        strangers.add(mention.role)
        return False
    return scene.stream.lows[mention.first] == "the" and mention.role in strangers


def guess(scene: Scene, found: list[int], rows: list[list[str]], weights: dict[str, float], mention: Mention) -> int:
    """Return what the mention means by the weights so far; before there are any, the newest of fitting gender."""
    if not weights:
        fitting = (e for e in found if gender_match(mention, scene.cast.entities[e]) == "=")
        return next(fitting, -1) if mention.kind == "pron" else -1
    scores = [total(weights, row) for row in rows]
    best = max(range(len(scores)), key=scores.__getitem__)
    return found[best] if best < len(found) else -1


def _must_mean(scene: Scene, mention: Mention, found: list[int], match: list[str]) -> bool:
    """Read "he", "she", "the mother of two" and "the two" mean somebody whenever somebody fits."""
    of_children = mention.role in PARENTS and scene.stream.lows[mention.last - 1] in NUMBERS
    if of_children or (mention.kind == "pron" and mention.gender in ("m", "f")):
        return any(match[entity] != "!" for entity in found)
    return mention.role in TWO and any(scene.cast.entities[entity].parts for entity in found)


def _bind_issuer(scene: Scene, index: int, issuers: dict[str, int]) -> None:
    """A document's words belong to the body or person that issued it, where the text names it."""
    mention, stream = scene.mentions[index], scene.stream
    if mention.owned_by is not None:
        mention.entity = mention.owned_by.entity
    elif mention.entity < 0:
        following = scene.mentions[index + 1] if index + 1 < len(scene.mentions) else None
        low = stream.lows[mention.last] if mention.last < len(stream) else ""
        names = following is not None and following.entity >= 0 and following.first <= mention.last + 2
        if following and names and low in ("from", "by", "of"):
            body = scene.cast.entities[following.entity].category == "body"
            mention.entity = following.entity if body or low != "of" else -1
    if mention.entity < 0 and index:
        before = scene.mentions[index - 1]
        between = stream.lows[before.last : mention.first]
        if before.entity >= 0 and len(between) <= 4 and _ISSUING.intersection(between):
            mention.entity = before.entity
    if mention.entity >= 0:
        issuers[mention.role] = mention.entity
    elif stream.lows[mention.first] in ("the", "this", "that", "its", mention.role):
        mention.entity = issuers.get(mention.role, -1)


def _bind_group(scene: Scene, recent: Recent, index: int, weights: Mapping[str, float]) -> None:
    """Let a joint mention mean its members together; "the star and Eric Esrailian": the star is whoever fits best."""
    mention = scene.mentions[index]
    taken = {part.entity for part in mention.members}
    for part in mention.members:
        if part.entity >= 0 or not (part.kind == "pron" or (part.kind == "noun" and part.category == "person")):
            continue
        fitting = [e for e in reversed(recent.order) if e not in taken and scene.cast.entities[e].is_person]
        fitting = [e for e in fitting if recent.company.fitting(part).match[e] != "!"]
        called = [e for e in fitting if part.role in scene.cast.entities[e].roles]  # "the president": who is called so
        fitting = called or fitting[:6]
        if fitting:
            match = recent.company.fitting(part).match
            rows = entity_facts(scene, recent, index, match, fitting, part)
            scores = scores_by(weights).of(rows)
            part.entity = fitting[scores.index(max(scores))]
            taken.add(part.entity)
    parts = [part.entity for part in mention.members if part.entity >= 0]
    if len(set(parts)) > 1:
        mention.entity = scene.cast.group(parts).number


def _bind_apposed(scene: Scene, index: int) -> bool:
    """Read "her director, Jennifer Palmieri" and "Jennifer Palmieri, her director" are one person."""
    mention, lows = scene.mentions[index], scene.stream.lows
    if mention.category not in ("person", "body"):
        return False
    beyond = index + 1
    while beyond < len(scene.mentions) and scene.mentions[beyond].first < mention.last:
        beyond += 1  # "the president of Harvard, Drew Faust": Harvard stands inside
    last = mention.last
    if lows[last : last + 1] == ["("] and ")" in lows[last : last + 9]:
        last = lows.index(")", last) + 1  # "the secretary of the CNC (National Union of Carters), Paolo Greco"
        while beyond < len(scene.mentions) and scene.mentions[beyond].first < last:
            beyond += 1
    following = scene.mentions[beyond] if beyond < len(scene.mentions) else None
    if following and following.kind == "name" and lows[last] == "," and _leads_to(lows[last + 1 : following.first]):
        after = lows[following.last] if following.last < len(lows) else "."
        if after in (",", ".", ";", "—") or scene.profile(beyond).relation != "-":
            mention.entity = following.entity
            return True
    before = scene.mentions[index - 1] if index else None
    if before and before.kind == "name" and mention.first == before.last + 1 and lows[before.last] == ",":
        after = lows[mention.last] if mention.last < len(lows) else "."
        entity = scene.entity_of(before)
        if entity is None or entity.is_place:
            return False  # "In Pretoria, a spokesperson said"
        if lows[mention.first] in ("a", "an", "the", "his", "her", "their", "its") and after != "and":
            mention.entity = before.entity
            return True
    return False


def _leads_to(lows: Sequence[str]) -> bool:
    """Tell whether these words may stand before a name in an apposition: none, or "the director"."""
    return not lows or (len(lows) < 7 and lows[0] in ("the", "a", "an") and lows[-1] in roles())


def _bind_office(scene: Scene, index: int) -> None:
    """Read "Die Sprecherin der Gruppe, Gerda Mönch," where nouns are printed like names: the office is the person's."""
    mention, lows = scene.mentions[index], scene.stream.lows
    following = scene.mentions[index + 1] if index + 1 < len(scene.mentions) else None
    if following is None or following.kind != "name" or following.first != mention.last + 1:
        return
    inside = lows[mention.first + 1 : mention.last]
    is_office = not PARTICLES.isdisjoint(inside) and not gender_of_given(lows[mention.first])
    if is_office and lows[mention.last] == "," and gender_of_given(lows[following.first]):
        mention.entity = following.entity


def _bind_relative(scene: Scene, index: int) -> None:
    """Read "who" means the mention just before it, or before the place that is told of it."""
    mention = scene.mentions[index]
    beyond = mention
    for number in range(index - 1, max(index - 4, -1), -1):
        before = scene.mentions[number]
        if beyond.first - before.last > 4:
            return
        entity = scene.entity_of(before)
        place = entity is not None and entity.is_place
        if not place and (beyond is mention or scene.stream.lows[before.last : beyond.first] != [","]):
            mention.entity = before.entity
            return
        beyond = before  # "a citizen of Oakland, California, who"


def resolve(scene: Scene, weights: Mapping[str, float]) -> dict[int, float]:
    """Set the entity of each pronoun and noun that has one; return by mention how likely the choice is, 0 to 1."""
    sure: dict[int, float] = {}
    score = scores_by(weights).of
    for index, found, rows, nobody, _ in open_mentions(scene, weights):
        if len(rows) == 1 and not nobody:
            scene.mentions[index].entity = found[0]
            continue
        likely = softmax(score([*rows, *nobody]))
        best = likely.index(max(likely))
        sure[index] = likely[best]
        if best < len(found):
            scene.mentions[index].entity = found[best]
    bind_leftovers(scene)
    return sure
