"""How far an attribution can be trusted: what the ranker's probability leaves out, weighed for calibration."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import exp, log

from quotecli.find.learned.model import Chances, total
from quotecli.find.mentions.mention import Mention
from quotecli.find.ranker.bearings import kind_of
from quotecli.find.ranker.decode import certainty
from quotecli.find.ranker.slates import Slate, identities
from quotecli.find.scene.scene import Scene

_MANY_BEARERS, _MANY_ALIKE, _MANY_NEAR = 3, 5, 3
_NEAR, _LOOKED_AT = 2, 40
"""Paragraphs and mentions before a pronoun in which others may be named whom it could mean."""


def _level(chance: float) -> str:
    """Return a coarse name of a probability, finer towards 0 and 1."""
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return str(round(1.5 * log(chance / (1 - chance))))


def trust_features(scene: Scene, slate: Slate, likely: Sequence[float], best: int, sure: Chances) -> list[str]:
    """Return what speaks for and against the option taken being right."""
    option = slate.options[best]
    mention, profile, quoted = scene.mentions[option], scene.profiles[option], slate.quoted
    side = "L" if mention.first < quoted.at else "R"
    same = quoted.low <= mention.first < quoted.high
    where = side + ("s" if same else "p" if scene.stream.paragraphs[mention.first] == quoted.paragraph else "o")
    who = identities(scene, slate.options)  # who `echoes` found it to be counts here, which the slate does not know
    raw = certainty(slate, who, likely, best, sure)
    rivals: dict[int, float] = {}
    for other, chance in zip(who[2:], likely[2:], strict=True):
        rivals[other] = rivals.get(other, 0.0) + chance
    rivals.pop(who[best], None)
    level, rival = _level(raw), _level(max(rivals.values(), default=0.0))
    kind = kind_of(scene, mention)
    style = scene.pieces[quoted.index].style
    source = "src" if scene.source_of.get(quoted.index) == option else "-"
    return [
        "bias",
        "raw:" + level,
        f"rawk:{level}{kind[0]}",
        "not:" + _level(likely[0]),
        "nobody:" + _level(likely[1]),
        "rival:" + rival,
        "kind:" + kind,
        f"rel:{where}{profile.relation}{profile.kind}",
        f"gap:{profile.relation}{profile.gap}",
        f"size:{quoted.size}{quoted.first_case}",
        f"sure:{_level(sure.get(option, 0.9999))}{kind[0]}",
        f"named:{mention.entity >= 0}{kind[0]}",
        f"style:{style}{source}",
        *_crowd(scene, mention, kind),
        *_beside(scene, mention, kind),
        *([] if scene.stream.english else ["foreign:" + kind[0]]),
    ]


def _crowd(scene: Scene, mention: Mention, kind: str) -> list[str]:
    """Return how many the person may be taken for: bearers of the family name, others of the gender."""
    entity = scene.entity_of(mention)
    if entity is None or not entity.is_person:
        return []
    families, genders = scene.persons
    bearers = min(families[entity.words[-1]], _MANY_BEARERS)
    alike = min(genders[entity.gender] + (genders["u"] if entity.gender != "u" else 0), _MANY_ALIKE)
    form = "1" if len(mention.words) == 1 else "2"
    return [f"kin:{kind[0]}{form}{bearers}", f"alike:{kind[0]}{alike}"]


def _beside(scene: Scene, mention: Mention, kind: str) -> list[str]:
    """Return how many others a pronoun or noun might mean who are named shortly before it."""
    entity = scene.entity_of(mention)
    if entity is None or not entity.is_person or mention.kind not in ("pron", "noun"):
        return []
    paragraphs = scene.stream.paragraphs
    here, others = paragraphs[mention.first], set()
    last = bisect_left(scene.at, mention.first)
    for number in range(last - 1, max(last - _LOOKED_AT, 0) - 1, -1):
        if here - paragraphs[scene.at[number]] > _NEAR:
            break
        other = scene.entity_of(scene.mentions[number])
        if other is not None and other is not entity and other.is_person and other.gender in (entity.gender, "u"):
            others.add(other.number)
    return [f"near:{kind[0]}{min(len(others), _MANY_NEAR)}"]


def trusted(weights: dict[str, float], features: Sequence[str]) -> float:
    """Return the weighed features as a number between 0 and 1, still to be calibrated."""
    return 1 / (1 + exp(-max(min(total(weights, features), 30.0), -30.0)))
