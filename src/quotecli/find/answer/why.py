"""Says why a quotation has its speaker, in words: features that speak of the same thing are added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from quotecli.core.tables import read_table
from quotecli.core.types import Candidate, Why
from quotecli.find.answer.naming import canonical_names
from quotecli.find.learned.model import Chances, Model
from quotecli.find.learned.scores import named
from quotecli.find.ranker.decode import Decided
from quotecli.find.ranker.slates import Slate
from quotecli.find.scene.scene import Scene

_SHOWN = 6
_MEANT = 4


@cache
def _words() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("quotecli.find", "feature_words.tsv")}


def in_words(feature: str) -> str:
    """Return what a feature of the ranker speaks of, as a reader of the article would say it."""
    family = feature.partition(":")[0]
    return _words().get(family) or _words()[family[:2]]  # what tells speech from no speech: nq…, uq…


def explain_choice(scene: Scene, decided: Decided, number: int, model: Model, sure: Chances) -> Why:
    """Return the features that weighed most for the choice against the runner-up, and the likeliest candidates."""
    slate, likely = decided.slates[number], decided.likely[number]
    order = sorted(range(len(likely)), key=lambda i: -likely[i])
    chosen = slate.options.index(decided.options[number])
    own = slate.who[chosen]
    rival = next((i for i in order if i != chosen and slate.who[i] != own), chosen)
    scale = model.second["base"]
    weights: defaultdict[str, float] = defaultdict(float)
    for sign, place in ((1.0, chosen), (-1.0, rival)):
        for name in slate.names(place):
            weights[name] += sign * scale * model.first.get(name, 0.0)
        for name in named(decided.features[number][place]):
            weights[name] += sign * model.second.get(name, 0.0)
    told: defaultdict[str, float] = defaultdict(float)
    for name, weight in weights.items():
        told[in_words(name)] += weight
    ranked = sorted(((name, round(weight, 3)) for name, weight in told.items() if weight), key=lambda x: -abs(x[1]))
    source = scene.source_of.get(number)
    laid_out = number in scene.voices or (source is not None and source == decided.options[number])
    meant = _meant(scene, slate.options[chosen], sure)
    if slate.rule and chosen == slate.clause and not laid_out:
        return Why(slate.rule, (), _candidates(scene, slate, likely, chosen), meant)
    by = "layout" if laid_out else "ranker"
    return Why(by, tuple(ranked[:_SHOWN]), _candidates(scene, slate, likely, chosen), meant)


def _meant(scene: Scene, option: int, sure: Chances) -> tuple[Candidate, ...]:
    """Return whom the mention taken may mean, with the one it was taken for; nobody's name is None."""
    entities = scene.cast.entities
    may = sorted(sure.of(option) if option >= 0 else [], key=lambda one: -one[1])
    names = [(entities[number].name if number >= 0 else None, chance) for number, chance in may]
    return tuple(Candidate(name, None, round(chance, 4)) for name, chance in names[:_MEANT])


def _candidates(scene: Scene, slate: Slate, likely: Sequence[float], chosen: int) -> tuple[Candidate, ...]:
    """Return the likeliest, the chosen one first: mentions of one person add up, called by the likeliest of them."""
    shares: dict[tuple[bool, int], float] = {}
    leading: dict[tuple[bool, int], int] = {}
    for place in sorted(range(len(likely)), key=lambda i: (i != chosen, -likely[i])):
        who = (slate.options[place] < 0, slate.who[place])
        shares[who] = shares.get(who, 0.0) + likely[place]
        leading.setdefault(who, place)
    order = sorted(shares, key=lambda who: (leading[who] != chosen, -shares[who]))
    return tuple(_candidate(scene, slate.options[leading[who]], shares[who]) for who in order[:4])


def _candidate(scene: Scene, option: int, chance: float) -> Candidate:
    if option < 0:
        return Candidate(None, None, round(chance, 4))
    mention = scene.mentions[option]
    said_as = scene.article.text[mention.start : mention.end]
    return Candidate(" and ".join(canonical_names(scene, mention)) or said_as, said_as, round(chance, 4))
