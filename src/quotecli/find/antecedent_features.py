"""What speaks for and against an entity being what a mention means, as named features in groups, see `scores`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecli.find.mention import Mention
from quotecli.find.recent import Recent
from quotecli.find.scene import Scene
from quotecli.find.scores import Said


def _agreeing(kind: str, match: str, known: str, is_person: bool, gender: str, how: str, place: int) -> list[str]:
    return [
        f"g:{kind}{match}{known}",
        f"gp:{kind}{match}{known}{is_person}{place}",
        f"gk:{kind}{match}{place}",
        f"mg:{kind}{match}{gender}{known}{how}",
    ]


def _standing(kind: str, step: str, subject: str, starts: str, match: str, place: int) -> list[str]:
    return [
        f"st:{kind}{step}{subject}",
        f"stp:{kind}{step}{place}",
        f"sub:{kind}{subject}{starts}{step[0]}",
        f"rk0:{kind}{place}{match}{subject}{step}",
    ]


def _met(kind: str, near: str, often: int, chosen: int, how: str) -> list[str]:
    return [f"cnt:{kind}{often}{near}", f"chs:{kind}{chosen}{near}", f"how:{kind}{how}{near}"]


def _told(kind: str, same_role: str, match: str, known: str, place: int) -> list[str]:
    return [f"rol:{kind}{same_role}{place}", f"rol1:{kind[0]}{same_role}", f"rolg:{kind}{same_role}{match}{known}"]


def _governed(kind: str, same_role: str, relation: str, own: str, step: str) -> list[str]:
    return [f"rolr:{kind}{same_role}{own}{step[0]}", f"rel:{kind}{relation}{own}{step}"]


def _leading(
    kind: str, topic: str, leader: str, speaker: str, starts: str, match: str, step: str, place: int
) -> list[str]:
    return [
        f"spk:{kind}{speaker}{step}",
        f"spl:{kind}{speaker}{leader}{starts}",
        f"top:{kind}{topic}{step[0]}{place}",
        f"lea:{kind}{leader}{topic}{step}",
        f"leb:{kind}{leader}{starts}{match}",
    ]


def _ahead(kind: str, ahead: str, same: str, subject: str, own: str) -> list[str]:
    return [f"ahd:{kind[0]}{ahead}{same}", f"sam:{kind}{same}{subject}{own}"]


def _beside(kind: str, before: str, after: str) -> list[str]:
    return [f"bef:{before}", f"pos:{kind}{after}"]


def _nobody(kind: str, head: str) -> list[str]:
    age = "y" if head.endswith("-year-old") else "-"
    return ["none:" + kind, "noneh:" + head, "nonea:" + kind + age]


TWO = frozenset("pair two duo couple both".split())
"""Nouns and words that mean two together."""


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
    starts = scene.mentions_between(low, mention.first) == 0 if part else scene.comes_first(index)
    return Asking(
        mention,
        kind_of_reference(scene, mention),
        noun,
        scene.profile(index).relation,
        "^" if starts else "n",
        stream.paragraphs[mention.first],
        stream.sentences[mention.first],
        low,
        frozenset(stream.lows[mention.last : high]),
    )


_STEPS = ("s0", "s1", "s2", "s3", "s4")
_FAR_STEPS = ("p0", "p1", "p2", "p3")


def entity_facts(recent: Recent, asked: Asking, matches: Sequence[str], found: Iterable[int]) -> list[tuple[Said, ...]]:
    """Return what is said of each entity as what the mention means, the newest first.

    `matches` tell by entity how the genders agree.
    """
    mention, kind, noun, own, starts, here, now, low, following = asked
    everybody, counts, subjects = recent.company.everybody, recent.count, recent.subject
    opener = recent.opener.get(here, recent.opener.get(here - 1))
    rows: list[tuple[Said, ...]] = []
    place = 0
    for entity in found:
        known, is_person, _, gender, _, words, roles = everybody[entity]
        first, paragraph, sentence, subject, how, before, after, relation = recent.seen(entity)
        step = _STEPS[min(now - sentence, 4)] if paragraph == here else _FAR_STEPS[min(here - paragraph, 3)]
        same_role = "-"
        if mention.kind == "noun":
            same_role = "r" if noun in roles else "a" if noun.endswith("-year-old") else "w" if noun in words else "-"
        ahead = "a" if words[-1] in following else "-"
        same = "h" if low <= first else "-"
        topic = "t" if opener == entity else "-"
        leader = "l" if recent.leader == entity else "-"
        speaker = "s" if recent.speaker == entity else "-"
        match = matches[entity]
        often, chosen = min(counts.get(entity, 0), 4), min(subjects.get(entity, 0), 3)
        rows.append((
            (_agreeing, kind, match, known, is_person, gender, how, place),
            (_standing, kind, step, subject, starts, match, place),
            (_met, kind, step[0], often, chosen, how),
            (_told, kind, same_role, match, known, place),
            (_governed, kind, same_role, relation, own, step),
            (_leading, kind, topic, leader, speaker, starts, match, step, place),
            (_ahead, kind, ahead, same, subject, own),
            (_beside, kind, before, after),
        ))  # fmt: skip
        place = min(place + 1, 4)
    return rows


def nobody_facts(scene: Scene, mention: Mention) -> tuple[Said, ...]:
    """Return what is said of meaning nobody in the text."""
    return ((_nobody, kind_of_reference(scene, mention), mention.words[0]),)


def kind_of_reference(scene: Scene, mention: Mention) -> str:
    """Return `pm` for he, `npd` for a definite person, `nbi` for an indefinite body …."""
    if mention.kind == "pron":
        return "p" + mention.gender
    low = scene.stream.lows[mention.first]
    if mention.category == "document":
        return "d" + (mention.owner if len(mention.owner) == 1 else "n")
    if mention.role in TWO:
        return "n2"
    definite = "d" if low == "the" else "i" if low in ("a", "an", "one", "another") else "o"
    return "n" + mention.category[:1] + definite
