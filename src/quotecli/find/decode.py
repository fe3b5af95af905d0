"""Decides piece by piece, in order, each decision a feature of the next; then again, knowing the first round's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add
from sys import intern

from quotecli.find import feature_groups as groups
from quotecli.find.bearings import Bearings
from quotecli.find.clauses import agent, caller, inner_tag, introducer, last_clause, remembered, ruling_clause
from quotecli.find.features import NOBODY, NOT_SPEECH, Quoted, candidates, pair_features, rank_features
from quotecli.find.lexicon import cue_class
from quotecli.find.model import Chances, Model, softmax
from quotecli.find.replies import replying
from quotecli.find.scene import Scene
from quotecli.find.scores import Row, Said, piece_named, row_named, scores_by

_SAYS = frozenset(("SV", "VS"))
_UTTERING = frozenset("ask reply say shout tell tweet write yell".split())
_CALLED = frozenset(("it", "that", "this", "him", "her", "them"))
_NOTHING: Said = (groups.nothing,)
"""Said of an option where something is said of the others."""


@dataclass(slots=True)
class Slate:
    """One piece with its candidates and their features; the first two candidates are NOT_SPEECH and NOBODY.

    Attributes:
        quoted: what is known of the piece.
        options: `NOT_SPEECH`, `NOBODY`, then indices of mentions.
        whole: features of the piece itself, which the first two options have, see `scores.piece_named`.
        rows: features of each further option, those of decisions around left out.
        who: identity of each option.
        kinds: kind and gender of each mention among the options.
        relations: how each mention among the options stands to its reporting verb.
        tagged: a tag at the sentence's end makes all of it somebody's words: “…” accompany these, she added; so does
            being a block, a script's line whose speaker stands before it, or what somebody named called a thing.
        clause: place among the options of whom the piece's own relative clause, an inner tag or an agent (see
            `clauses`), a script's label, the names of a series, turns taken (`Scene.voices`), or the introduction of a
            block speak of; -1 for none.
        signer: place among the options of who signs or heads a post or block, or calls something so: if it is speech,
            it is nobody else's.
        bases: the part of each option's score that `whole` and `rows` give, filled in when scored.
    """

    quoted: Quoted
    options: list[int]
    whole: list[str]
    rows: list[Row]
    who: list[int]
    kinds: list[str]
    relations: list[str]
    tagged: bool
    clause: int = -1
    signer: int = -1
    bases: list[float] | None = None

    def names(self, place: int) -> list[str]:
        """Return by name the features of an option that `bases` sums up."""
        return row_named(self.rows[place - 2]) if place > 1 else piece_named(self.whole, place)


def build_slate(scene: Scene, index: int, previous: int, bearings: Bearings) -> Slate:
    """Return the slate of piece `index`; `previous` is the last speaker's mention, or negative."""
    quoted = Quoted(scene, index)
    found = candidates(scene, quoted, previous)
    profiles = list(map(scene.profiles.__getitem__, found))
    facts = zip(found, profiles, map(bearings.__getitem__, found), strict=True)
    ranks, summary, any_tag = rank_features(scene, quoted, found, profiles)
    whole = [*quoted.base, "sum:" + summary + quoted.size, "sumo:" + summary + quoted.opens]
    rows = [pair_features(scene, quoted, *known, rank) for known, rank in zip(facts, ranks, strict=True)]
    options = [NOT_SPEECH, NOBODY, *found]
    mentions = map(scene.mentions.__getitem__, found)
    kinds = [intern(mention.kind + mention.gender) for mention in mentions]
    relations = [profile.relation for profile in profiles]
    who = identities(scene, options)
    style = scene.pieces[index].style
    laid_out = style == "script" or (style == "marks" and scene.pieces[index].confidence_hint is not None)  # a series
    voice = scene.voices.get(index)
    sourced = style == "block" or voice is not None or ((laid_out or style == "post") and index in scene.source_of)
    told = _is_called(scene, quoted, found) or (not scene.stream.english and _is_told(scene, quoted))
    told = told or style == "dash" or scene.pieces[index].cut or _is_led_in(scene, quoted, found)
    tagged = sourced or told or (any_tag and not quoted.titled and not quoted.named)
    layout = options.index(scene.source_of[index]) if scene.source_of.get(index) in found else -1
    if voice is not None:
        clause = options.index(voice) if voice >= 0 else options.index(NOBODY)
    elif laid_out and layout >= 0:
        clause = layout  # a turn that goes on is its label's as well
    else:
        clause = _clause(scene, quoted, index, options)
    signer = layout if style in ("post", "block") else caller(scene, index, options)
    return Slate(quoted, options, whole, rows, who, kinds, relations, tagged, clause, signer)


def _clause(scene: Scene, quoted: Quoted, index: int, options: Sequence[int]) -> int:
    """Return the place among the options of whom the sentence around the piece says to have said it; -1 for none."""
    clause = ruling_clause(scene, index, options)
    if clause < 0:
        clause = introducer(scene, index, options)
    names = quoted.titled or quoted.named
    if clause < 0 and not names:
        clause = max(search(scene, index, options) for search in (inner_tag, agent, remembered))
    return clause if clause >= 0 else last_clause(scene, index, options, names=names)


def _is_called(scene: Scene, quoted: Quoted, found: Sequence[int]) -> bool:
    """Tell whether somebody named calls something so: “Hale called it “…””, but not "some call it"."""
    lows, at = scene.stream.lows, quoted.at
    if at < 2 or lows[at - 1] not in _CALLED:
        return False
    profiles = [scene.profiles[option] for option in found if scene.mentions[option].kind == "name"]
    return any(p.relation == "SV" and p.kind == "call" and p.at == at - 2 and p.form == "ed" for p in profiles)


def _is_led_in(scene: Scene, quoted: Quoted, found: Sequence[int]) -> bool:
    """Tell whether subject, verb and a comma or colon stand right before the piece: "Another simply wrote, “…”".

    What looks like a title has to be somebody's: "as the signs say, “Have Your Change Ready”".
    """
    at, mark = quoted.at, scene.stream.lows[quoted.at - 1]
    if at < 2 or mark not in (",", ":"):
        return False
    nearest = at - 2 if mark == "," else at - 5  # "reads in full:"
    for option in found:
        profile = scene.profiles[option]
        if nearest <= profile.at <= at - 2 and profile.relation in _SAYS:
            person = scene.mentions[option].category != "document" and profile.verb in _UTTERING
            return mark == ":" or person or not quoted.titled
    return False


def _is_told(scene: Scene, quoted: Quoted) -> bool:
    """Tell whether a reporting verb stands right beside the piece: “…”, dijo; er sagte: „…“. Not of single words."""
    piece = scene.pieces[quoted.index]
    lows, at = scene.stream.lows, quoted.at
    if quoted.size == "1" or quoted.titled or quoted.named:
        return False
    if quoted.first_case == "o" and quoted.size in ("s", "m", "l") and scene.article.text[piece.start].isalpha():
        return True  # of writing that knows no capitals, several words
    after = at + (2 if lows[at + 1 : at + 2] == [","] else 1)
    told = after < quoted.high and (cue_class(lows[after]) or cue_class(lows[after].partition("-")[0]))
    tells = lows[max(quoted.low, at - 1) : at] == [":"] and any(map(cue_class, lows[max(quoted.low, at - 9) : at]))
    return bool(told) or tells


def identities(scene: Scene, options: Sequence[int]) -> list[int]:
    """Return who the options are: entity numbers, or negative numbers that stand for a mention alone."""
    mentions = scene.mentions
    return [
        -1 if option < 0 else entity if (entity := mentions[option].entity) >= 0 else -2 - option for option in options
    ]


def identity(scene: Scene, option: int) -> int:
    """Return who one option is, see `identities`."""
    if option < 0:
        return -1
    entity = scene.mentions[option].entity
    return entity if entity >= 0 else -2 - option


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
    if slate.clause < 0 and (answer := replying(scene, slates, number, decided)) >= 0:
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
        slate = build_slate(scene, index, previous, bearings)
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
