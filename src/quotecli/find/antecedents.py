"""Leads pronouns, and nouns such as "the senator", to the person or body they mean, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.find.entities import Entity

from quotecli.find.mentions import Mention
from quotecli.find.model import softmax, total
from quotecli.find.scene import Scene

_RESOLVED = frozenset("mfnpr")
_REACH = 5
"""Paragraphs back that an antecedent may stand."""


class Recent:
    """Entities as they were last mentioned, newest last, while the text is walked from its start."""

    __slots__ = ("count", "last", "order", "subject")

    def __init__(self) -> None:
        """Begin with nobody."""
        self.last: dict[int, int] = {}
        self.count: dict[int, int] = {}
        self.subject: dict[int, int] = {}
        self.order: list[int] = []

    def meet(self, entity: int, index: int, is_subject: bool) -> None:
        """Record that mention `index` means `entity`."""
        if entity in self.last:
            self.order.remove(entity)
        self.order.append(entity)
        self.last[entity] = index
        self.count[entity] = self.count.get(entity, 0) + 1
        if is_subject:
            self.subject[entity] = self.subject.get(entity, 0) + 1


def wants_antecedent(mention: Mention) -> bool:
    """Tell whether a mention means somebody named elsewhere: he, she, it, they, who, "the senator"."""
    if mention.kind == "pron":
        return mention.gender in _RESOLVED
    return mention.kind == "noun" and mention.category in ("person", "body")


def options(scene: Scene, recent: Recent, index: int) -> list[int]:
    """Return the entities that mention `index` may mean, newest first, at most eight."""
    stream = scene.stream
    here = stream.paragraphs[scene.mentions[index].first]
    found: list[int] = []
    for entity in reversed(recent.order):
        if here - stream.paragraphs[scene.mentions[recent.last[entity]].first] > _REACH or len(found) == 8:
            break
        found.append(entity)
    return found


def gender_match(mention: Mention, entity: Entity) -> str:
    """Return how the genders agree: `=` same, `?` unknown, `!` against."""
    wanted = mention.gender
    if entity.category == "body":
        return "=" if wanted in ("n", "p") else "!"
    if wanted in ("m", "f"):
        return "=" if entity.gender == wanted else "?" if entity.gender == "u" else "!"
    if wanted == "n":
        return "!" if entity.gender in ("m", "f") else "?"
    return "?" if wanted in ("u", "r") else "p"


def entity_features(scene: Scene, recent: Recent, index: int, entity: int, rank: int) -> list[str]:
    """Return the features of one entity as what mention `index` means."""
    stream = scene.stream
    mention = scene.mentions[index]
    who = scene.cast.entities[entity]
    last = scene.mentions[recent.last[entity]]
    kind = mention.kind[0] + (mention.gender if mention.kind == "pron" else mention.category[:1])
    match = gender_match(mention, who)
    paragraphs = stream.paragraphs[mention.first] - stream.paragraphs[last.first]
    sentences = min(stream.sentences[mention.first] - stream.sentences[last.first], 4)
    step = f"s{sentences}" if paragraphs == 0 else f"p{min(paragraphs, 3)}"
    first = stream.first[stream.sentences[last.first]]
    subject = "1" if scene.mentions_between(first, last.first) == 0 else "n"
    starts = "^" if scene.mentions_between(stream.first[stream.sentences[mention.first]], mention.first) == 0 else "n"
    often = str(min(recent.count[entity], 4))
    chosen = str(min(recent.subject.get(entity, 0), 3))
    place = str(min(rank, 4))
    how = last.kind + ("p" if last.possessive else "")
    known = "b" if who.category == "body" else "2" if len(who.words) > 1 else "1"
    before = stream.lows[last.first - 1] if last.first else "^"
    same_role = "r" if mention.kind == "noun" and mention.role in who.roles else "-"
    low, high = stream.sentence_span(mention.first)
    ahead = "a" if who.words[-1] in stream.lows[mention.last : high] else "-"
    same = "h" if low <= last.first else "-"
    relation = scene.profile(recent.last[entity]).relation
    own = scene.profile(index).relation
    return [
        f"g:{kind}{match}{known}",
        f"gk:{kind}{match}{place}",
        f"st:{kind}{step}{subject}",
        f"stp:{kind}{step}{place}",
        f"sub:{kind}{subject}{starts}{step[0]}",
        f"cnt:{kind}{often}{step[0]}",
        f"chs:{kind}{chosen}{step[0]}",
        f"how:{kind}{how}{step[0]}",
        f"rol:{kind}{same_role}{place}",
        f"rel:{kind}{relation}{own}{step}",
        f"bef:{before}",
        f"ahd:{kind[0]}{ahead}{same}",
        f"sam:{kind}{same}{subject}{own}",
        f"rk0:{kind}{place}{match}{subject}{step}",
        f"pos:{kind}{stream.lows[last.last] if last.possessive and last.last < len(stream) else '-'}",
        f"mg:{kind}{match}{who.gender}{known}{how}",
    ]


def walk(scene: Scene) -> Iterator[tuple[int, list[int], list[list[str]], Recent]]:
    """Yield each mention to resolve with its options and their features; the caller sets `mention.entity`."""
    recent = Recent()
    for index, mention in enumerate(scene.mentions):
        if mention.kind == "pron" and mention.gender == "r":
            _bind_relative(scene, index)
        elif wants_antecedent(mention):
            found = options(scene, recent, index)
            if found:
                rows = [entity_features(scene, recent, index, entity, rank) for rank, entity in enumerate(found)]
                yield index, found, [*rows, _nobody(mention)], recent
        for part in mention.members or [mention]:
            if part.entity >= 0:
                recent.meet(part.entity, index, scene.profile(index).relation in ("SV", "VS", "ACC"))


def guess(scene: Scene, found: list[int], rows: list[list[str]], weights: dict[str, float], mention: Mention) -> int:
    """Return what the mention means by the weights so far; before there are any, the newest of fitting gender."""
    if not weights:
        fitting = (e for e in found if gender_match(mention, scene.cast.entities[e]) == "=")
        return next(fitting, -1) if mention.kind == "pron" else -1
    scores = [total(weights, row) for row in rows]
    best = max(range(len(scores)), key=scores.__getitem__)
    return found[best] if best < len(found) else -1


def _nobody(mention: Mention) -> list[str]:
    kind = mention.kind[0] + (mention.gender if mention.kind == "pron" else mention.category[:1])
    return ["none:" + kind, "noneh:" + mention.words[0]]


def _bind_relative(scene: Scene, index: int) -> None:
    """ "who" means the mention just before it."""
    mention = scene.mentions[index]
    if index:
        before = scene.mentions[index - 1]
        if mention.first - before.last <= 4:
            mention.entity = before.entity


def resolve(scene: Scene, weights: dict[str, float]) -> dict[int, float]:
    """Set the entity of each pronoun and noun that has one; return by mention how likely the choice is, 0 to 1."""
    sure: dict[int, float] = {}
    for index, found, rows, _ in walk(scene):
        likely = softmax([total(weights, row) for row in rows])
        best = max(range(len(likely)), key=likely.__getitem__)
        sure[index] = likely[best]
        if best < len(found):
            scene.mentions[index].entity = found[best]
    return sure
