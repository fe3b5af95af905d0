"""Leads pronouns, and nouns such as "the senator", to the person or body they mean, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from quotecli.find.entity import Entity
from quotecli.find.leftovers import bind_leftovers
from quotecli.find.mention import Mention
from quotecli.find.model import softmax, total
from quotecli.find.scene import Scene

_RESOLVED = frozenset("mfnpr")
_INDEFINITE = frozenset("a an another one some many several few most other others two-thirds no any each every".split())
_TWO = frozenset("pair two duo couple both".split())
_ISSUING = frozenset(
    "issued issue issues released release releases published publish publishes wrote sent filed posted put signed"
    " tweeted shared printed circulated produced delivered gave made read obtained".split()
)
_REACH = 5
"""Paragraphs back that an antecedent may stand."""


class Recent:
    """Entities as they were last mentioned, newest last, while the text is walked from its start."""

    __slots__ = ("count", "last", "leader", "opener", "order", "subject")

    def __init__(self) -> None:
        """Begin with nobody."""
        self.last: dict[int, int] = {}
        self.count: dict[int, int] = {}
        self.subject: dict[int, int] = {}
        self.order: dict[int, None] = {}
        self.opener: dict[int, int] = {}
        self.leader = -1

    def meet(self, entity: int, index: int, is_subject: bool, paragraph: int, leads: bool) -> None:
        """Record that mention `index` means `entity`; `leads`: it is the first of its sentence."""
        self.opener.setdefault(paragraph, entity)
        if leads:
            self.leader = entity
        self.order.pop(entity, None)
        self.order[entity] = None
        self.last[entity] = index
        self.count[entity] = self.count.get(entity, 0) + 1
        if is_subject:
            self.subject[entity] = self.subject.get(entity, 0) + 1


def wants_antecedent(mention: Mention, scene_low: str) -> bool:
    """Tell whether a mention that begins with the word `scene_low` means somebody named elsewhere."""
    if mention.kind == "pron":
        return mention.gender in _RESOLVED
    if scene_low in _INDEFINITE:
        return False
    if mention.category == "document":
        return bool(mention.owner)
    return mention.kind == "noun" and mention.category in ("person", "body", "group")


def options(scene: Scene, recent: Recent, index: int) -> list[int]:
    """Return the entities that mention `index` may mean, newest first, at most eight."""
    stream = scene.stream
    mention = scene.mentions[index]
    here = stream.paragraphs[mention.first]
    found: list[int] = []
    for entity in islice(reversed(recent.order), 40):
        if here - stream.paragraphs[scene.mentions[recent.last[entity]].first] > _REACH or len(found) == 6:
            break
        if _may_mean(mention, scene.cast.entities[entity]):
            found.append(entity)
    if mention.kind == "noun":
        noun = mention.owner if len(mention.owner) > 1 else mention.role
        further = [e for e in recent.last if e not in found and _is_called(scene.cast.entities[e], noun)]
        found += further[-3:]
        if mention.role in _TWO and not any(scene.cast.entities[e].parts for e in found):
            people = [e for e in islice(reversed(recent.order), 12) if scene.cast.entities[e].is_person]
            people = sorted(people, key=lambda e: -recent.count[e])[:2]
            pairs = [e for e in islice(reversed(recent.order), 40) if len(scene.cast.entities[e].parts) == 2]
            if pairs:
                found.append(pairs[0])
            elif len(people) == 2:
                group = scene.cast.group(people[::-1])
                recent.last.setdefault(group.number, recent.last[people[0]])
                found.append(group.number)
    fitting = [entity for entity in found if _may_mean(mention, scene.cast.entities[entity])]
    if (mention.kind == "pron" and mention.gender in ("m", "f")) or mention.category == "person":
        people = [entity for entity in fitting if scene.cast.entities[entity].may_be_person]
        fitting = people or fitting
    if mention.gender == "p" and any(scene.cast.entities[entity].parts for entity in fitting):
        fitting = [entity for entity in fitting if scene.cast.entities[entity].parts]
        if mention.role in _TWO:  # others are named together as well; the two are those who spoke together
            fitting = [entity for entity in fitting if recent.subject.get(entity)] or fitting
    return fitting


def _may_mean(mention: Mention, entity: Entity) -> bool:
    """Tell whether number and gender allow it: "they" is no one person, "it" none at all, "he" not Mary."""
    wanted = mention.owner if len(mention.owner) == 1 else mention.gender
    if wanted == "p" or mention.category == "group":
        return entity.category in ("group", "body")
    if wanted == "n" or mention.category == "body":
        return not entity.is_person and entity.category != "group"
    if entity.category in ("group", "place") or (mention.category == "person" and entity.gender in ("n", "p")):
        return False
    return gender_match(mention, entity) != "!"


def _is_called(entity: Entity, noun: str) -> bool:
    return noun in entity.words or noun in entity.roles or noun in entity.kinds


def gender_match(mention: Mention, entity: Entity) -> str:
    """Return how the genders agree: `=` same, `?` unknown, `!` against."""
    wanted = mention.owner if len(mention.owner) == 1 else mention.gender
    if entity.category == "group" or mention.category == "group":
        return (
            ("=" if entity.category == "group" else "?" if entity.category == "body" else "!") if wanted == "p" else "!"
        )
    if entity.category == "body":
        return "=" if wanted in ("n", "p") else "!"
    if wanted in ("m", "f"):
        return "=" if entity.gender == wanted else "?" if entity.gender == "u" else "!"
    if wanted == "n":
        return "!" if entity.gender in ("m", "f") else "?"
    return "?" if wanted in ("u", "r") else "p"


class Asking(NamedTuple):
    """What the features need to know of the mention that is led to somebody, the same for every entity it may mean."""

    mention: Mention
    kind: str
    noun: str
    relation: str
    starts: str
    paragraph: int
    sentence: int
    low: int
    ahead: frozenset[str]


def asking(scene: Scene, index: int, part: Mention | None = None) -> Asking:
    """Read mention `index` (or `part` of it, a joint one)."""
    stream = scene.stream
    mention = part or scene.mentions[index]
    noun = ""
    if mention.kind == "noun":
        noun = mention.owner if len(mention.owner) > 1 else mention.role
    low, high = stream.sentence_span(mention.first)
    return Asking(
        mention,
        _kind(scene, mention),
        noun,
        scene.profile(index).relation,
        "^" if scene.mentions_between(low, mention.first) == 0 else "n",
        stream.paragraphs[mention.first],
        stream.sentences[mention.first],
        low,
        frozenset(stream.lows[mention.last : high]),
    )


def entity_features(scene: Scene, recent: Recent, asked: Asking, entity: int, rank: int) -> list[str]:
    """Return the features of one entity as what the mention means."""
    stream = scene.stream
    mention, kind, noun, own, starts, here, sentence, low, following = asked
    who = scene.cast.entities[entity]
    at = recent.last[entity]
    last = scene.mentions[at]
    match = gender_match(mention, who)
    paragraphs = here - stream.paragraphs[last.first]
    sentences = min(sentence - stream.sentences[last.first], 4)
    step = f"s{sentences}" if paragraphs == 0 else f"p{min(paragraphs, 3)}"
    first = stream.first[stream.sentences[last.first]]
    subject = "1" if scene.mentions_between(first, last.first) == 0 else "n"
    often = str(min(recent.count.get(entity, 0), 4))
    chosen = str(min(recent.subject.get(entity, 0), 3))
    place = str(min(rank, 4))
    how = last.kind + ("p" if last.possessive else "")
    known = "g" if who.parts else "b" if who.category == "body" else "2" if len(who.words) > 1 else "1"
    before = stream.lows[last.first - 1] if last.first else "^"
    same_role = "-"
    if mention.kind == "noun":
        same_role = (
            "r" if noun in who.roles else "a" if noun.endswith("-year-old") else "w" if noun in who.words else "-"
        )
    ahead = "a" if who.words[-1] in following else "-"
    same = "h" if low <= last.first else "-"
    opener = recent.opener.get(here, recent.opener.get(here - 1))
    topic = "t" if opener == entity else "-"
    leader = "l" if recent.leader == entity else "-"
    relation = scene.profile(at).relation
    return [
        f"g:{kind}{match}{known}",
        f"gp:{kind}{match}{known}{who.is_person}{place}",
        f"gk:{kind}{match}{place}",
        f"st:{kind}{step}{subject}",
        f"stp:{kind}{step}{place}",
        f"sub:{kind}{subject}{starts}{step[0]}",
        f"cnt:{kind}{often}{step[0]}",
        f"chs:{kind}{chosen}{step[0]}",
        f"how:{kind}{how}{step[0]}",
        f"rol:{kind}{same_role}{place}",
        f"rol1:{kind[0]}{same_role}",
        f"rolg:{kind}{same_role}{match}{known}",
        f"rolr:{kind}{same_role}{own}{step[0]}",
        f"rel:{kind}{relation}{own}{step}",
        f"bef:{before}",
        f"top:{kind}{topic}{step[0]}{place}",
        f"lea:{kind}{leader}{topic}{step}",
        f"leb:{kind}{leader}{starts}{match}",
        f"ahd:{kind[0]}{ahead}{same}",
        f"sam:{kind}{same}{subject}{own}",
        f"rk0:{kind}{place}{match}{subject}{step}",
        f"pos:{kind}{stream.lows[last.last] if last.possessive and last.last < len(stream) else '-'}",
        f"mg:{kind}{match}{who.gender}{known}{how}",
    ]


def walk(scene: Scene, weights: dict[str, float]) -> Iterator[tuple[int, list[int], list[list[str]], Recent]]:
    """Yield each mention to resolve with its options and their features; the caller sets `mention.entity`.

    `weights` decide, where there are any, who a member of a group is ("the star and Eric Esrailian").
    """
    recent = Recent()
    issuers: dict[str, int] = {}
    for index, mention in enumerate(scene.mentions):
        if mention.kind == "pron" and mention.gender == "r":
            _bind_relative(scene, index)
        elif mention.kind == "noun" and _bind_apposed(scene, index):
            pass
        elif wants_antecedent(mention, scene.stream.lows[mention.first]):
            found = options(scene, recent, index)
            if found:
                asked = asking(scene, index)
                rows = [entity_features(scene, recent, asked, entity, rank) for rank, entity in enumerate(found)]
                nobody = [] if _must_mean(scene, mention, found) else [_nobody(scene, mention)]
                yield index, found, [*rows, *nobody], recent
        if mention.category == "document":
            _bind_issuer(scene, index, issuers)
        if mention.members:
            _bind_group(scene, recent, index, weights)
        for part in [*mention.members, mention]:
            if part.entity >= 0:
                stream = scene.stream
                leads = scene.leads(index)
                said = scene.profile(index).relation in ("SV", "VS", "ACC")
                recent.meet(part.entity, index, said, stream.paragraphs[mention.first], leads)


def guess(scene: Scene, found: list[int], rows: list[list[str]], weights: dict[str, float], mention: Mention) -> int:
    """Return what the mention means by the weights so far; before there are any, the newest of fitting gender."""
    if not weights:
        fitting = (e for e in found if gender_match(mention, scene.cast.entities[e]) == "=")
        return next(fitting, -1) if mention.kind == "pron" else -1
    scores = [total(weights, row) for row in rows]
    best = max(range(len(scores)), key=scores.__getitem__)
    return found[best] if best < len(found) else -1


def _kind(scene: Scene, mention: Mention) -> str:
    """Return `pm` for he, `npd` for a definite person, `nbi` for an indefinite body …."""
    if mention.kind == "pron":
        return "p" + mention.gender
    low = scene.stream.lows[mention.first]
    if mention.category == "document":
        return "d" + (mention.owner if len(mention.owner) == 1 else "n")
    if mention.role in _TWO:
        return "n2"
    definite = "d" if low == "the" else "i" if low in ("a", "an", "one", "another") else "o"
    return "n" + mention.category[:1] + definite


def _must_mean(scene: Scene, mention: Mention, found: list[int]) -> bool:
    """Read "he", "she" and "the two" mean somebody whenever somebody fits."""
    if mention.kind == "pron" and mention.gender in ("m", "f"):
        return any(gender_match(mention, scene.cast.entities[entity]) != "!" for entity in found)
    return mention.role in _TWO and any(scene.cast.entities[entity].parts for entity in found)


def _nobody(scene: Scene, mention: Mention) -> list[str]:
    kind = _kind(scene, mention)
    age = "y" if mention.words[0].endswith("-year-old") else "-"
    return ["none:" + kind, "noneh:" + mention.words[0], "nonea:" + kind + age]


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


def _bind_group(scene: Scene, recent: Recent, index: int, weights: dict[str, float]) -> None:
    """Let a joint mention mean its members together; "the star and Eric Esrailian": the star is whoever fits best."""
    mention = scene.mentions[index]
    taken = {part.entity for part in mention.members}
    for part in mention.members:
        if part.kind != "noun" or part.entity >= 0 or part.category != "person":
            continue
        fitting = [e for e in reversed(recent.order) if e not in taken and scene.cast.entities[e].is_person]
        fitting = [e for e in fitting if gender_match(part, scene.cast.entities[e]) != "!"]
        called = [e for e in fitting if part.role in scene.cast.entities[e].roles]  # "the president": who is called so
        fitting = called or fitting[:6]
        if fitting:
            asked = asking(scene, index, part)
            rows = [entity_features(scene, recent, asked, e, rank) for rank, e in enumerate(fitting)]
            part.entity = fitting[max(range(len(rows)), key=lambda i: total(weights, rows[i]))]
            taken.add(part.entity)
    parts = [part.entity for part in mention.members if part.entity >= 0]
    if len(set(parts)) > 1:
        mention.entity = scene.cast.group(parts).number


def _bind_apposed(scene: Scene, index: int) -> bool:
    """Read "her director, Jennifer Palmieri" and "Jennifer Palmieri, her director" are one person."""
    mention, lows = scene.mentions[index], scene.stream.lows
    if mention.category not in ("person", "body"):
        return False
    following = scene.mentions[index + 1] if index + 1 < len(scene.mentions) else None
    if following and following.kind == "name" and following.first == mention.last + 1 and lows[mention.last] == ",":
        after = lows[following.last] if following.last < len(lows) else "."
        if after in (",", ".", ";", "—") or scene.profile(index + 1).relation != "-":
            mention.entity = following.entity
            return True
    before = scene.mentions[index - 1] if index else None
    if before and before.kind == "name" and mention.first == before.last + 1 and lows[before.last] == ",":
        after = lows[mention.last] if mention.last < len(lows) else "."
        if lows[mention.first] in ("a", "an", "the", "his", "her", "their", "its") and after != "and":
            mention.entity = before.entity
            return True
    return False


def _bind_relative(scene: Scene, index: int) -> None:
    """Read "who" means the mention just before it."""
    mention = scene.mentions[index]
    if index:
        before = scene.mentions[index - 1]
        if mention.first - before.last <= 4:
            mention.entity = before.entity


def resolve(scene: Scene, weights: dict[str, float]) -> dict[int, float]:
    """Set the entity of each pronoun and noun that has one; return by mention how likely the choice is, 0 to 1."""
    sure: dict[int, float] = {}
    for index, found, rows, _ in walk(scene, weights):
        if len(rows) == 1:
            scene.mentions[index].entity = found[0]
            continue
        likely = softmax([total(weights, row) for row in rows])
        best = max(range(len(likely)), key=likely.__getitem__)
        sure[index] = likely[best]
        if best < len(found):
            scene.mentions[index].entity = found[best]
    bind_leftovers(scene)
    return sure
