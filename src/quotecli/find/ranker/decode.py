"""Decides piece by piece, in order, each decision a feature of the next; then again, knowing the first round's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add
from sys import intern

from quotecli.find.learned.model import Chances, Model, softmax
from quotecli.find.learned.scores import Said, scores_by
from quotecli.find.ranker import feature_groups as groups
from quotecli.find.ranker.bearings import Bearings
from quotecli.find.ranker.features import NOBODY, NOT_SPEECH
from quotecli.find.ranker.quoted import Quoted
from quotecli.find.ranker.replies import replying
from quotecli.find.ranker.slates import Slate, build_slate, identities, identity
from quotecli.find.scene.scene import Scene

_NOTHING: Said = (groups.nothing,)
"""Said of an option where something is said of the others."""


def gap_between(scene: Scene, first: Quoted, second: Quoted) -> str:
    """Name how the second piece follows the first."""
    if scene.pieces[second.index].continues == first.index:
        return "c"
    stream = scene.stream
    if stream.sentences[first.at] == stream.sentences[second.at]:
        return "s1" if second.at - first.at == 1 else "sn"
    steps = second.paragraph - first.paragraph
    if steps == 0:
        sentences = stream.sentences[second.at] - stream.sentences[first.at]
        return intern("p" + str(min(sentences, 3)))
    return "n1" if steps == 1 else "n2" if steps == 2 else "n3"


def following_speech(decided: Sequence[int]) -> list[int]:
    """Return for each piece the next one that was decided to be speech, -1 for none."""
    found: list[int] = []
    following = -1
    for number in range(len(decided) - 1, -1, -1):
        found.append(following)
        if decided[number] != NOT_SPEECH:
            following = number
    return found[::-1]


class Round:
    """The decisions around a piece, as features of its options."""

    def __init__(self, scene: Scene, slates: Sequence[Slate], first: Sequence[int] | None) -> None:
        """Take the slates of an article and the first round's decisions, None in the first round."""
        self.scene = scene
        self.slates = slates
        self.first = first
        self.share: Counter[int] = Counter()
        self._spoken, self._seen = -1, 0
        self._following: list[int] = []
        if first is not None:
            self.share = Counter(identities(scene, [option for option in first if option >= 0]))
            self._following = following_speech(first)

    def features(self, number: int, decided: Sequence[int]) -> list[list[Said]]:
        """Return for each option of slate `number` what decisions say of it; `decided` holds those before it.

        To be asked for in the order of the slates.
        """
        return list(map(list, zip(*self.columns(number, decided), strict=True)))

    def columns(self, number: int, decided: Sequence[int]) -> list[list[Said]]:
        """Return the same by what is said: each list is in step with the options."""
        slate = self.slates[number]
        last = self._last_spoken(number, decided)
        quoted = slate.quoted
        before = gap = "^"
        if number:
            gap = gap_between(self.scene, self.slates[number - 1].quoted, quoted)
            before = gap + ("0" if decided[number - 1] == NOT_SPEECH else "1")
        if last >= 0:
            other = self.slates[last].quoted
            gap = gap if last == number - 1 else gap_between(self.scene, other, quoted)
            links, kinds = self._link(slate, decided[last], gap, "b", other)
        else:
            count = len(slate.kinds)
            links, kinds = self._open(quoted.opens, count), [_NOTHING] * count
        size = quoted.size
        unnamed = [(groups.neighbouring, "n", before, size), (groups.neighbouring, "u", before, size)]
        columns = [links, [*unnamed, *kinds]]
        return columns if self.first is None else [*columns, *self._second_round(number)]

    @staticmethod
    def _open(opens: str, count: int) -> list[Said]:
        """Return of each option that it would have the first words spoken in the article."""
        return [(groups.opening, option, opens) for option in (NOT_SPEECH, NOBODY, *[0] * count)]

    def _last_spoken(self, number: int, decided: Sequence[int]) -> int:
        for index in range(self._seen, number):
            if decided[index] != NOT_SPEECH:
                self._spoken = index
        self._seen = number
        return self._spoken

    def _link(self, slate: Slate, decision: int, gap: str, tag: str, other: Quoted) -> tuple[list[Said], list[Said]]:
        """Return of each option whether it goes on with a decision, and of the mentions as what they would do so."""
        who = identity(self.scene, decision)
        quoted = slate.quoted
        solo, case = "o" if quoted.solo else quoted.opens, quoted.first_case
        cue, end, size, spoken = quoted.cue, other.end_mark, quoted.size, min(decision, 0)
        alike: dict[str, Said] = {
            "m": (groups.linked, tag, "m", gap, solo, cue, end, case),
            "e": (groups.linked, tag, "e", gap, solo, cue, end, case),
            "d": (groups.linked, tag, "d", gap, solo, cue, end, case),
        }
        links: list[Said] = [
            (groups.unnamed, tag, NOT_SPEECH, gap, spoken, size, case),
            (groups.unnamed, tag, NOBODY, gap, spoken, size, case),
        ]
        kinds: list[Said] = []
        for option, own, kind, relation in zip(
            slate.options[2:], slate.who[2:], slate.kinds, slate.relations, strict=True
        ):
            same = "m" if option == decision else "e" if own == who else "d"
            links.append(alike[same])
            kinds.append((groups.linked_as, tag, same, gap, relation, kind))
        return links, kinds

    def _second_round(self, number: int) -> list[list[Said]]:
        assert self.first is not None
        slate, decision = self.slates[number], self.first[number]
        spoken, own = min(decision, 0), identity(self.scene, decision)
        share, mentions = self.share, self.scene.mentions
        again: list[Said] = [(groups.again, NOT_SPEECH, spoken), (groups.again, NOBODY, spoken)]
        sharing: list[Said] = []
        for option, who, relation in zip(slate.options[2:], slate.who[2:], slate.relations, strict=True):
            others = share.get(who, 0) - (who == own)
            same = "m" if option == decision else "e" if who == own else "d"
            sharing.append((groups.sharing, min(others, 4), mentions[option].kind, relation, same))
        following = self._following[number]
        if following < 0:
            return [[*again, *sharing]]
        other = self.slates[following].quoted
        links, kinds = self._link(
            slate, self.first[following], gap_between(self.scene, slate.quoted, other), "f", other
        )
        return [links, [*again, *kinds], [_NOTHING, _NOTHING, *sharing]]


@dataclass(slots=True)
class Decided:
    """The outcome for one article, in step with its pieces.

    Attributes:
        slates: what was decided between.
        options: the option taken for each piece.
        likely: the probability of each option of each slate.
        features: the features of decisions around, of each option of each slate, in the last round.
    """

    slates: list[Slate]
    options: list[int]
    likely: list[list[float]]
    features: list[list[list[Said]]]


_LEAST_SURE, _MAYBE_NONE = 0.45, 0.15
"""Probabilities of the likeliest speaker below which, and of no speech above which, a piece is left out."""
_CERTAIN = 30.0
"""What a rule adds to a score: more than weights can."""


def hold(slate: Slate, scores: list[float]) -> None:
    """Let the contract's rules on what is speech overrule the scores, in place."""
    if slate.quoted.named:
        scores[0] += _CERTAIN
    elif slate.tagged:
        scores[0] -= _CERTAIN
    if slate.clause >= 0:
        scores[slate.clause] += _CERTAIN
    if slate.signer >= 0:
        signs = slate.who[slate.signer]
        for place in range(1, len(scores)):
            scores[place] -= _CERTAIN * (slate.who[place] != signs)


def carry(scene: Scene, slates: Sequence[Slate], number: int, decided: Sequence[int], scores: list[float]) -> None:
    """Let what goes on from another paragraph have its speaker, and an answer whoever was asked, in place.

    `decided` holds the decisions before slate `number`.
    """
    slate = slates[number]
    piece = scene.pieces[slate.quoted.index]
    if slate.clause < 0 and (answer := replying(scene, slate.quoted, slate.options, decided)) >= 0:
        scores[answer] += _CERTAIN
    if piece.continues is None or decided[piece.continues] not in slate.options:
        return
    if piece.style == "block" or (slate.quoted.solo and decided[piece.continues] >= 0):
        scores[slate.options.index(decided[piece.continues])] += _CERTAIN


def first_round(scene: Scene, weights: Mapping[str, float], *, keep: bool = False) -> tuple[list[Slate], list[int]]:
    """Decide in order, knowing what was decided before; also returns the slates, their bases filled in.

    Features are kept only where they are asked for: a long article has millions.
    """
    slates: list[Slate] = []
    decided: list[int] = []
    previous = -1
    around = Round(scene, slates, None)
    bearings = Bearings(scene)
    scores_of = scores_by(weights)
    for index in range(len(scene.pieces)):
        slate = build_slate(scene, index, previous, bearings, decided)
        slate.bases = [*scores_of.of_piece(slate.whole), *scores_of.of_rows(slate.rows)]
        slates.append(slate)
        scores = list(map(add, slate.bases, scores_of.of_columns(around.columns(index, decided))))
        hold(slate, scores)
        carry(scene, slates, index, decided, scores)
        if not keep:
            slate.whole, slate.rows = [], []
        option = slate.options[scores.index(max(scores))]
        decided.append(option)
        if option >= 0:
            previous = option
    return slates, decided


def decide(scene: Scene, model: Model, *, keep: bool = False) -> Decided:
    """Decide all pieces of an article in two rounds; `keep` the features to explain the decisions."""
    slates, first = first_round(scene, model.first, keep=keep)
    around = Round(scene, slates, first)
    outcome = Decided(slates, [], [], [])
    scale, score = model.second["base"], scores_by(model.second).of_columns
    for number, slate in enumerate(slates):
        columns = around.columns(number, outcome.options)
        assert slate.bases is not None
        scores = [scale * base + further for base, further in zip(slate.bases, score(columns), strict=True)]
        hold(slate, scores)
        carry(scene, slates, number, outcome.options, scores)
        likely = softmax(scores)
        outcome.options.append(slate.options[choose(slate, likely)])
        outcome.likely.append(likely)
        outcome.features.append(list(map(list, zip(*columns, strict=True))) if keep else [])
    return outcome


_SURE = 0.6
"""Who has more than half of all probability has more than all others together."""


def choose(slate: Slate, likely: Sequence[float]) -> int:
    """Return the index of the best option of the likeliest person: probabilities of one person's mentions add up."""
    surest = max(likely)
    if surest > _SURE:
        return likely.index(surest)
    keys: list[int | str] = ["no speech", "nobody", *slate.who[2:]]
    shares: dict[int | str, float] = {}
    for key, chance in zip(keys, likely, strict=True):
        shares[key] = shares.get(key, 0.0) + chance
    best = max(shares, key=shares.__getitem__)
    if shares[best] < _LEAST_SURE and likely[0] > _MAYBE_NONE and not slate.tagged:
        return 0  # likelier to mislead than to help: the speaker is a guess, and so is that anybody speaks
    return max([i for i, key in enumerate(keys) if key == best], key=likely.__getitem__)


def certainty(slate: Slate, who: Sequence[int], likely: Sequence[float], best: int, sure: Chances) -> float:
    """Return the raw probability that the option's person is the speaker: all mentions of the person count.

    `who` the options are; `sure` tells by mention how likely a pronoun's antecedent is.
    """
    chosen = who[best]
    chance = 0.0
    for option, own, likelihood in zip(slate.options, who, likely, strict=True):
        if own == chosen and option >= 0:
            chance += likelihood * (sure.get(option, 1.0) if chosen >= 0 else 1.0)
    return chance
