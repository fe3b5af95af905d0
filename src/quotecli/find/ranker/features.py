"""What the ranker knows of a quotation and a candidate, as named features. No feature holds a whole name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from sys import intern

from quotecli.find.learned.scores import Row, Said
from quotecli.find.mentions.profiles import SPEAKING, Profile
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.ranker import feature_groups as groups
from quotecli.find.ranker.bearings import Bearing
from quotecli.find.ranker.quoted import GOVERNED, Quoted
from quotecli.find.scene.scene import Scene
from quotecli.find.words.classes import word_class
from quotecli.find.words.lexicon import cue_forms

VERSION = 1
"""Of the weights' file; that they were learned with today's features is `training/train.py --check`'s to tell."""
NOT_SPEECH = -1
"""Candidate: the piece is no quotation."""
NOBODY = -2
"""Candidate: it is one, but the text names no speaker."""
_BACK, _NEAR, _AHEAD, _ELSEWHERE, _LOOKED_AT = 10, 4, 6, 5, 40
_FAR = frozenset(("name", "joint", "source"))
"""Kinds of mentions that speak in another paragraph than theirs.

Nouns and pronouns do in one case of a thousand, but for whoever tells something right above a bare quotation."""
_RANKS = ("0", "1", "2")
_PARAGRAPHS_AWAY, _SENTENCES_AWAY = (
    {side: {step: intern(side + str(abs(step)) + unit) for step in range(-2, 4)} for side in "LR"} for unit in "ps"
)
"""Names of how many paragraphs or sentences away a candidate stands, 3 at most."""
_STEPS = (0, 1, 2, 3, 5, 8, 14, 25)


_BUCKETS = tuple(str(next(i for i, edge in enumerate(_STEPS) if count <= edge)) for count in range(_STEPS[-1] + 1))


def bucket(count: int) -> str:
    """Return a coarse name of a distance or length."""
    return _BUCKETS[count] if 0 <= count < len(_BUCKETS) else "8" if count > 0 else "0"


def candidates(scene: Scene, quoted: Quoted, known: tuple[int, ...]) -> list[int]:
    """Return the mentions that may be the speaker, nearest first by group; those `known` are always among them."""
    lone = quoted.told(scene)
    found = [*_before(scene, quoted, lone=lone), *_behind(scene, quoted, lone=lone)]
    for also in (*known, scene.source_of.get(quoted.index, -1), scene.voices.get(quoted.index, -1)):
        if also >= 0 and also not in found:
            found.append(also)
    return found


def _before(scene: Scene, quoted: Quoted, *, lone: bool) -> Iterator[int]:
    """Yield the mentions before a piece that may speak: the nearest, and further up those that a verb governs."""
    stream, firsts, profiles = scene.stream, scene.at, scene.profiles
    paragraph = quoted.paragraph
    begin = stream.opened[paragraph]
    led = paragraph > 0 and begin > 0 and stream.lows[begin - 1] == ":"
    here = elsewhere = 0
    for index in range(quoted.middle - 1, -1, -1):
        first = firsts[index]
        step = paragraph - stream.paragraphs[first]
        if step > 3 or here + elsewhere > _LOOKED_AT:
            break
        if step == 0:
            here += 1
            if here > _BACK:
                continue
            near = here <= _NEAR and first >= quoted.low
            if near or profiles[index].relation in GOVERNED or scene.leads[index]:
                yield index
        elif (lone and step > 1) or elsewhere >= _ELSEWHERE:
            break
        elif elsewhere < 2 or profiles[index].relation in GOVERNED or scene.leads[index]:
            elsewhere += 1
            far = scene.mentions[index].kind in _FAR
            if far or led or (step == 1 and quoted.solo and profiles[index].relation in SPEAKING):
                yield index


def _behind(scene: Scene, quoted: Quoted, *, lone: bool) -> Iterator[int]:
    """Yield the mentions behind a piece that may speak, the nearest, in its paragraph and the next."""
    firsts, paragraphs = scene.at, scene.stream.paragraphs
    for ahead, index in enumerate(range(quoted.middle, min(quoted.middle + _AHEAD, len(firsts))), 1):
        step = paragraphs[firsts[index]] - quoted.paragraph
        if step > 1 or (step == 1 and (ahead > 4 or lone)):
            break
        if step and scene.mentions[index].kind not in _FAR:
            continue
        if ahead <= 3 or scene.profiles[index].relation in GOVERNED:
            yield index


def pair_features(
    scene: Scene, quoted: Quoted, index: int, profile: Profile, bearing: Bearing, rank: list[Said]
) -> Row:
    """Return the features of one candidate mention for one piece, apart from those of decisions made before.

    `profile` and `bearing` are the candidate's, `rank` what `rank_features` says of it.
    """
    mention = scene.mentions[index]
    rel, lemma, sort, verb_at, before, after, gap, form = profile
    same = quoted.low <= mention.first < quoted.high
    side, low, high, verb_gap, rivals = _way(scene, quoted, index, verb_at)
    where = side if same else _elsewhere(scene, quoted, mention.first, side)
    crossed = _crossed(scene, low, high)
    said = [
        (groups.placed, where, rel, bearing.kind, crossed, bearing.subject, rivals if rivals < 3 else 3),
        (groups.shaped, where, rel, quoted.size, quoted.end_mark, quoted.opens),
        (groups.sized, where, bearing.kind, quoted.size, bearing.often),
        *rank,
    ]
    if rel == "-":
        said.append((groups.verbless, where, crossed, quoted.first_case))
    else:
        said.append((groups.governing, where, rel, sort, gap, bucket(verb_gap - 1), crossed, quoted.first_case))
        said.append((groups.saying, where, rel, lemma, form))
    features = [
        f"wd:{where}{bucket(high - low)}",
        f"wb:{where}{before}{'n' if rel != '-' and verb_gap < 5 else 'f'}",
        f"wa:{where}{after}",
    ]
    if bearing.often >= 0:
        features.append(f"{'in' if quoted.holds(bearing.family) else 'out'}:{rel}{quoted.person}")
    if rel != "-" and same:
        features += _beside_features(scene, quoted, profile, side, max(verb_gap - 1, 0))
    if after == ":" and mention.first == scene.stream.opened[scene.stream.paragraphs[mention.first]]:
        features.append(f"lab:{where}{scene.article.paragraphs[quoted.paragraph].role.value}")
    if mention.possessive:
        features.append(f"poss:{where}{after}")
    features += bearing.head
    source = scene.source_of.get(quoted.index)
    if source is not None:
        features.append(f"src:{index == source}{scene.pieces[quoted.index].style}")
    if not same:
        features.append(f"se:{where}{rel}{bearing.end}{quoted.opens}")
        return features, said
    if side == "L" and rel == "SV":
        features += _inner_features(quoted, profile, bearing.kind)
    features += _path_features(scene, quoted, profile, side, low, high)
    return features, said


def _way(scene: Scene, quoted: Quoted, index: int, verb: int) -> tuple[str, int, int, int, int]:
    """Return what lies between a candidate and the piece.

    On which side it stands, where the words between begin and end, how far its verb is, how many mentions are nearer.
    """
    mention, at = scene.mentions[index], quoted.at
    if mention.first < at:
        return "L", mention.last, at, at - verb, quoted.middle - bisect_left(scene.at, mention.last, index)
    return "R", at + 1, mention.first, abs(verb - at), scene.mentions_between(at + 1, mention.first)


def _elsewhere(scene: Scene, quoted: Quoted, first: int, side: str) -> str:
    """Return how many paragraphs or, in the same one, sentences away a candidate stands."""
    stream = scene.stream
    if step := stream.paragraphs[first] - quoted.paragraph:
        return _PARAGRAPHS_AWAY[side][step if -3 < step < 3 else 3]
    step = stream.sentences[first] - stream.sentences[quoted.at]
    return _SENTENCES_AWAY[side][step if -3 < step < 3 else 3]


def _crossed(scene: Scene, low: int, high: int) -> str:
    """Return whether one other piece, or more, stand between; of what is far away they are not counted."""
    between = scene.stream.lows[low:high].count(QUOTE) if high - low < 60 else 2
    return "x2" if between > 1 else "x1" if between else "x0"


def _inner_features(quoted: Quoted, profile: Profile, kind: str) -> list[str]:
    """Return features of a clause before the piece that may stand inside another: "she said that he said “…”"."""
    inside = "c" if profile.before in cue_forms() else "t" if profile.before == "that" else "-"
    form = f"{quoted.first_case}{profile.form}{profile.gap}"
    return [f"emb:{profile.verb}{inside}", f"embk:{profile.kind}{inside}{kind}{form}"]


def _beside_features(scene: Scene, quoted: Quoted, profile: Profile, side: str, gap: int) -> list[str]:
    """Return features of a reporting verb that stands near the piece in its own sentence."""
    lows, at = scene.stream.lows, quoted.at
    near = str(min(gap, 3))
    beside = lows[at - 1] if side == "L" else lows[at + 1] if at + 1 < quoted.high else "$"
    start = side + profile.relation + profile.kind
    return [
        f"adj:{start}{profile.gap}{near}{word_class(beside)}",
        f"adjs:{start}{near}{quoted.size}{quoted.first_case}",
    ]


def _path_features(scene: Scene, quoted: Quoted, profile: Profile, side: str, low: int, high: int) -> list[str]:
    """Return features of the words between a candidate and the piece in its own sentence."""
    lows, words, cues = scene.stream.lows, scene.stream.words, cue_forms()
    at = quoted.at
    beside = lows[at - 1] if side == "L" else (lows[at + 1] if at + 1 < quoted.high else "$")
    features = [f"bs:{side}{beside}{profile.relation}{quoted.first_case}{quoted.end_mark}"]
    if high - low <= 8:
        path = "_".join([_shape(lows[index], words[index], cues) for index in range(low, high)])
        features.append(f"p:{side}{path}")
    if side == "L":
        features.append("l2:" + "_".join(lows[max(low, at - 2) : at]) + profile.relation)
        features.append(f"vl:{profile.relation}{profile.verb}_{beside}")
    else:
        features.append("r2:" + "_".join(lows[at + 1 : min(high, at + 3)]) + profile.relation)
        features.append(f"re:{beside}{profile.relation}{profile.gap}{quoted.end_mark}")
    return features


def _shape(low: str, word: str, cues: Mapping[str, tuple[str, str]]) -> str:
    """Return what a word between a candidate and the piece is: a verb's class, Q, N(ame), D(igits), its end."""
    if low in cues:
        return "V" + cues[low][1]
    if word == QUOTE:
        return "Q"
    if word[0].isupper():
        return "N"
    if not low[0].isalpha():
        return "D" if low[0].isdigit() else low
    return low if len(low) < 5 else low[-2:]


def rank_features(
    scene: Scene, quoted: Quoted, found: Sequence[int], profiles: Sequence[Profile]
) -> tuple[list[list[Said]], str, bool]:
    """Return what compares the candidates with each other, what holds for the piece as a whole, any tag."""
    at = quoted.at
    strong, tags = _strong(scene, quoted, found, profiles)
    any_tag = bool(tags)
    summary = _summary(scene, quoted, found, profiles, strong, any_tag=any_tag)
    order = {place: _RANKS[min(rank, 2)] for rank, (_, place) in enumerate(strong)}
    sides = [(gap, profiles[place].at < at) for gap, place in strong]
    number = min(len(strong), 3)
    verbless: list[Said] = [(groups.unranked, any_tag, quoted.size, summary, number)]
    rows: list[list[Said]] = []
    for place, profile in enumerate(profiles):
        relation = profile.relation
        if relation == "-":
            rows.append(verbless)
            continue
        blocked = _blocked(sides, profile.at, at) if sides and relation in GOVERNED else 0
        rows.append([
            (groups.blocked, relation, blocked, profile.kind, place in tags, any_tag, quoted.size),
            (groups.ordered, order.get(place, "-"), relation, summary, number),
        ])  # fmt: skip
    return rows, summary, any_tag


def _strong(
    scene: Scene, quoted: Quoted, found: Sequence[int], profiles: Sequence[Profile]
) -> tuple[list[tuple[int, int]], set[int]]:
    """Return which candidates tell something in the piece's own sentence, and which of them end it as a tag.

    The former by how far their verb stands from the piece, the nearest first; candidates as their places in `found`.
    """
    firsts, at, low, high = scene.at, quoted.at, quoted.low, quoted.high
    strong: list[tuple[int, int]] = []
    tags: set[int] = set()
    for place, index in enumerate(found):
        first, profile = firsts[index], profiles[place]
        if low <= first < high and profile.relation in SPEAKING:
            strong.append((abs(profile.at - at), place))
            if first > at and profile.relation != "ACC" and profile.gap in ("0", "0+") and _ends(scene, high, index):
                tags.add(place)
    strong.sort()
    return strong, tags


def _summary(
    scene: Scene,
    quoted: Quoted,
    found: Sequence[int],
    profiles: Sequence[Profile],
    strong: Sequence[tuple[int, int]],
    *,
    any_tag: bool,
) -> str:
    """Return on which side of the piece its nearest teller stands, how and how far; `strong` as `_strong` tells."""
    summary = "none"
    if strong:
        gap, best = strong[0]
        side = "L" if scene.at[found[best]] < quoted.at else "R"
        summary = side + profiles[best].relation + bucket(gap)
    return intern(summary + "t" if any_tag else summary)


def _blocked(sides: Sequence[tuple[int, bool]], verb: int, at: int) -> int:
    """Return how many tellers stand between a verb and the piece, 2 for more; `sides`: how far, and whether before."""
    mine, before, blocked = abs(verb - at), verb < at, 0
    for gap, side_before in sides:
        if gap < mine and side_before == before:
            blocked += 1
    return blocked if blocked < 2 else 2


def _ends(scene: Scene, high: int, index: int) -> bool:
    """Tell whether a mention and its verb end the sentence, up to `high`, as a tag: “…” accompany these, she added."""
    mention, profile = scene.mentions[index], scene.profiles[index]
    last = max(profile.at + 1, mention.last)
    return scene.stream.lows[min(profile.at, mention.first) - 1] == "," and high - last <= 2
