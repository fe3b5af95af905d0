"""What the ranker knows of a quotation and a candidate, as named features. No feature holds a whole name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from sys import intern

from quotecli.find.learned.scores import Row, Said
from quotecli.find.mentions.profiles import Profile
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.ranker import feature_groups as groups
from quotecli.find.ranker.bearings import Bearing
from quotecli.find.ranker.terms import names_something
from quotecli.find.scene.scene import Scene
from quotecli.find.words.classes import NAMING, word_class
from quotecli.find.words.lexicon import cue_forms, vocabulary

VERSION = 1
"""Counted up when features change, so that old weights are refused."""
NOT_SPEECH = -1
"""Candidate: the piece is no quotation."""
NOBODY = -2
"""Candidate: it is one, but the text names no speaker."""
_BACK, _NEAR, _AHEAD, _ELSEWHERE = 10, 4, 6, 5
_FAR = frozenset(("name", "joint", "source"))
"""Kinds of mentions that speak in another paragraph than theirs; nouns and pronouns do in one case of a thousand."""
_GOVERNED = frozenset(("SV", "VS", "ACC", "BY"))
_RANKS = ("0", "1", "2")
_TELLING = frozenset(("SV", "VS", "ACC"))
_FIRST_PERSON = re.compile(r"\b(?=[IMmWwOou])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")
_OWN = frozenset("I My my Me me We we Our our us".split())
"""Most of what `_FIRST_PERSON` finds, told without a search."""
_WORD = re.compile(r"[^\W_]+")
_SMALL = vocabulary("small (features)")
"""Words that keep their small letters in titles of works."""
_FEWEST_CAPITALS = 2
_PARAGRAPHS_AWAY, _SENTENCES_AWAY = (
    {side: {step: intern(side + str(abs(step)) + unit) for step in range(-2, 4)} for side in "LR"} for unit in "ps"
)
"""Names of how many paragraphs or sentences away a candidate stands, 3 at most."""
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Chinese, Japanese and Thai letters, which stand without spaces; a word has two or so."""
_STEPS = (0, 1, 2, 3, 5, 8, 14, 25)


_BUCKETS = tuple(str(next(i for i, edge in enumerate(_STEPS) if count <= edge)) for count in range(_STEPS[-1] + 1))


def bucket(count: int) -> str:
    """Return a coarse name of a distance or length."""
    return _BUCKETS[count] if 0 <= count < len(_BUCKETS) else "8" if count > 0 else "0"


"""What stands behind its title: the “Year of Water” festival."""


class Quoted:
    """What is known of one piece: its words, its edges, what stands around it."""

    __slots__ = (
        "_lower", "_words", "at", "base", "cue", "end_mark", "first_case", "high", "index", "low", "middle", "named",
        "opens", "paragraph", "person", "size", "solo", "titled",
    )  # fmt: skip

    def __init__(self, scene: Scene, index: int) -> None:
        """Read piece `index` of the scene."""
        piece = scene.pieces[index]
        stream = scene.stream
        text = scene.article.text[piece.start : piece.end]
        self.index = index
        self.at = stream.quote_at[index]
        self.low, self.high = stream.sentence_span(self.at)
        self.middle = bisect_left(scene.at, self.at)
        self.paragraph = piece.paragraph
        count = text.count(" ") + 1
        if not text.isascii():
            count = max(count, len(SPACELESS.findall(text)) // 2)
        self.size = str(count) if count < 4 else "s" if count < 7 else "m" if count < 13 else "l"
        self.first_case = "U" if text[0].isupper() else "l" if text[0].islower() else "o"
        self.end_mark = text[-1] if text[-1] in ".,!?—–…;:-" else "w"
        begin, end = stream.opened[piece.paragraph], stream.opened[piece.paragraph + 1]
        self.opens = intern(("^" if self.at == begin else "") + ("$" if self.at == end - 1 else ""))
        self.solo = stream.only_quotes(piece.paragraph)
        self._lower = text.lower()
        self._words: list[str] | None = None
        self.base = self._features(scene, text, count)

    def holds(self, word: str) -> bool:
        """Tell whether a word (lower case) is one of the piece's."""
        if word not in self._lower:
            return False
        if self._words is None:
            self._words = _WORD.findall(self._lower)
        return word in self._words

    def told(self, scene: Scene) -> bool:
        """Tell whether a mention in the piece's own sentence has a reporting verb: nobody else's paragraph is asked."""
        first, last = bisect_left(scene.at, self.low), bisect_left(scene.at, self.high)
        return not _GOVERNED.isdisjoint([profile.relation for profile in scene.profiles[first:last]])

    def _features(self, scene: Scene, text: str, count: int) -> list[str]:
        lows = scene.stream.lows
        piece = scene.pieces[self.index]
        at, low, high = self.at, self.low, self.high
        left = lows[max(low, at - 4) : at]
        right = lows[at + 1 : min(high, at + 4)]
        l1 = left[-1] if left else "^"
        l2 = left[-2] if len(left) > 1 else "^"
        r1 = right[0] if right else "$"
        r2 = right[1] if len(right) > 1 else "$"
        cues = cue_forms()
        cue_left = not cues.keys().isdisjoint(lows[max(low, at - 12) : at])
        cue_right = not cues.keys().isdisjoint(lows[at + 1 : min(high, at + 9)])
        cue = ("L" if cue_left else "") + ("R" if cue_right else "")
        self.cue = cue
        words = text.split()
        first_person = not _OWN.isdisjoint(words) or _FIRST_PERSON.search(text)
        self.person = "I" if first_person else "-"
        capitals = len([word for word in words if word[0].isupper() and word[0].isalpha()])
        titled = "C" if count == 1 and capitals else "n"
        if count > 1 and capitals >= _FEWEST_CAPITALS:
            small = len([word for word in words if word in _SMALL])
            titled = "T" if capitals >= 0.7 * (count - small) else "n"
        if piece.paragraph in scene.headings:
            titled = self.first_case = "h"  # where all words have capitals, they tell nothing of these
        size, case, mark = self.size, self.first_case, self.end_mark
        shape = size + case + mark
        role = scene.article.paragraphs[piece.paragraph].role
        family = "s" if piece.mark in ("'", "‘", "`") else "d" if piece.mark else piece.style
        self.titled = titled == "T"
        plain = case == "U" and mark == "w"
        self.named = names_something(text, l1, r1, count, role, titled=self.titled, plain=plain)
        self.named = self.named or scene.is_nickname(at)
        features = [
            "q:" + shape,
            f"q:{size}{titled}{case}",
            "ql1:" + l1,
            f"ql2:{l2}_{l1}",
            "qr1:" + r1,
            f"qr2:{r1}_{r2}",
            f"qlr:{l1}_{r1}",
            f"qls:{l1}{size}{case}",
            f"qes:{mark}{size}{r1}" if not r1.isalpha() else f"qes:{mark}{size}w",
            f"qcue:{cue}{size}",
            f"qcs:{cue}{shape}",
            f"qpos:{self.opens}{size}{mark}",
            f"qtit:{titled}{cue}{mark}",
            "qrole:" + role + size,
            f"qmark:{family}{size}",
            "qclosed:" + str(piece.closed),
            f"qsrc:{piece.style}{self.index in scene.source_of}",
        ]
        class_left = word_class(l1)
        classes = class_left + "_" + word_class(r1)
        naming = next((low_word for low_word in reversed(left) if low_word in NAMING), "")
        features += [
            f"qcls:{classes}{size}{case}",
            f"qclt:{class_left}{titled}{size}",
            f"qcle:{classes}{mark}{titled}",
            f"qnam:{'y' if naming else 'n'}{titled}{size}",
            f"qnal:{naming}{titled}",
            "qrl:" + role + l1 + size,
            "qw3:" + "_".join(left[-3:]) if l1 in NAMING else "qw3",
        ]
        if (left and l1 in (",", ":")) or l1 in ("that", "the", "a", "of", "as", "his", "her", "its", "their"):
            features.append("ql3:" + (left[-2] if len(left) > 1 else "^") + "_" + l1)
        for low_word in left:
            features.append("qlw:" + low_word)
        for low_word in right:
            features.append("qrw:" + low_word)
        features.append(f"qI:{self.person}{size}")
        if "?" in text or "!" in text:
            features.append("q?!")
        return features


def candidates(scene: Scene, quoted: Quoted, known: tuple[int, ...]) -> list[int]:
    """Return the mentions that may be the speaker, nearest first by group; those `known` are always among them."""
    stream, middle = scene.stream, quoted.middle
    paragraphs, firsts, mentions, profiles = stream.paragraphs, scene.at, scene.mentions, scene.profiles
    found: list[int] = []
    paragraph = quoted.paragraph
    begin = stream.opened[paragraph]
    led = paragraph > 0 and begin > 0 and stream.lows[begin - 1] == ":"
    lone = quoted.told(scene)
    here = elsewhere = 0
    for index in range(middle - 1, -1, -1):
        first = firsts[index]
        step = paragraph - paragraphs[first]
        if step > 3 or here + elsewhere > 40:
            break
        if step == 0:
            here += 1
            if here > _BACK:
                continue
            near = here <= _NEAR and first >= quoted.low
            if near or profiles[index].relation in _GOVERNED or scene.leads[index]:
                found.append(index)
        elif (lone and step > 1) or elsewhere >= _ELSEWHERE:
            break
        elif elsewhere < 2 or profiles[index].relation in _GOVERNED or scene.leads[index]:
            elsewhere += 1
            if led or mentions[index].kind in _FAR:
                found.append(index)
    for ahead, index in enumerate(range(middle, min(middle + _AHEAD, len(firsts))), 1):
        step = paragraphs[firsts[index]] - paragraph
        if step > 1 or (step == 1 and (ahead > 4 or lone)):
            break
        if step and mentions[index].kind not in _FAR:
            continue
        if ahead <= 3 or profiles[index].relation in _GOVERNED:
            found.append(index)
    for also in (*known, scene.source_of.get(quoted.index, -1), scene.voices.get(quoted.index, -1)):
        if also >= 0 and also not in found:
            found.append(also)
    return found


def pair_features(
    scene: Scene, quoted: Quoted, index: int, profile: Profile, bearing: Bearing, rank: list[Said]
) -> Row:
    """Return the features of one candidate mention for one piece, apart from those of decisions made before.

    `profile` and `bearing` are the candidate's, `rank` what `rank_features` says of it.
    """
    stream, lows = scene.stream, scene.stream.lows
    mention = scene.mentions[index]
    rel, lemma, sort, verb_at, before, after, gap, form = profile
    kind, subject, often, family, end_word, head = bearing
    at, first = quoted.at, mention.first
    same = quoted.low <= first < quoted.high
    if first < at:
        side, low_end, high_end, verb_gap = "L", mention.last, at, at - verb_at
        rivals = quoted.middle - bisect_left(scene.at, low_end, index)
    else:
        side, low_end, high_end, verb_gap = "R", at + 1, first, abs(verb_at - at)
        rivals = scene.mentions_between(low_end, high_end)
    if same:
        where = side
    elif paragraph_step := stream.paragraphs[first] - quoted.paragraph:
        where = _PARAGRAPHS_AWAY[side][paragraph_step if -3 < paragraph_step < 3 else 3]
    else:
        sentence_step = stream.sentences[first] - stream.sentences[at]
        where = _SENTENCES_AWAY[side][sentence_step if -3 < sentence_step < 3 else 3]
    distance = bucket(high_end - low_end)
    quotes_between = lows[low_end:high_end].count(QUOTE) if high_end - low_end < 60 else 2
    crossed = "x2" if quotes_between > 1 else "x1" if quotes_between else "x0"
    said = [
        (groups.placed, where, rel, kind, crossed, subject, rivals if rivals < 3 else 3),
        (groups.shaped, where, rel, quoted.size, quoted.end_mark, quoted.opens),
        (groups.sized, where, kind, quoted.size, often),
        *rank,
    ]
    if rel == "-":
        said.append((groups.verbless, where, crossed, quoted.first_case))
    else:
        verb = bucket(verb_gap - 1)
        said.append((groups.governing, where, rel, sort, gap, verb, crossed, quoted.first_case))
        said.append((groups.saying, where, rel, lemma, form))
    features = [
        f"wd:{where}{distance}",
        f"wb:{where}{before}{'n' if rel != '-' and verb_gap < 5 else 'f'}",
        f"wa:{where}{after}",
    ]
    if often >= 0:
        features.append(f"{'in' if quoted.holds(family) else 'out'}:{rel}{quoted.person}")
    if rel != "-" and same:
        features += _beside_features(scene, quoted, profile, side, max(verb_gap - 1, 0))
    if after == ":" and mention.first == stream.opened[stream.paragraphs[mention.first]]:
        features.append(f"lab:{where}{scene.article.paragraphs[quoted.paragraph].role.value}")
    if mention.possessive:
        features.append(f"poss:{where}{after}")
    features += head
    source = scene.source_of.get(quoted.index)
    if source is not None:
        features.append(f"src:{index == source}{scene.pieces[quoted.index].style}")
    if same and side == "L" and rel == "SV":
        inside = "c" if before in cue_forms() else "t" if before == "that" else "-"
        features += [f"emb:{lemma}{inside}", f"embk:{sort}{inside}{kind}{quoted.first_case}{form}{gap}"]
    if same:
        features += _path_features(scene, quoted, profile, side, low_end, high_end)
    else:
        features.append(f"se:{where}{rel}{end_word}{quoted.opens}")
    return features, said


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
    shapes: list[str] = []
    if high - low <= 8:
        for index in range(low, high):
            word = lows[index]
            if word in cues:
                shapes.append("V" + cues[word][1])
            elif words[index] == QUOTE:
                shapes.append("Q")
            elif words[index][0].isupper():
                shapes.append("N")
            elif not word[0].isalpha():
                shapes.append(word if not word[0].isdigit() else "D")
            elif len(word) < 5:
                shapes.append(word)
            else:
                shapes.append(word[-2:])
        path = "_".join(shapes)
        features.append(f"p:{side}{path}")
    if side == "L":
        features.append("l2:" + "_".join(lows[max(low, at - 2) : at]) + profile.relation)
        features.append(f"vl:{profile.relation}{profile.verb}_{beside}")
    else:
        features.append("r2:" + "_".join(lows[at + 1 : min(high, at + 3)]) + profile.relation)
        features.append(f"re:{beside}{profile.relation}{profile.gap}{quoted.end_mark}")
    return features


def rank_features(
    scene: Scene, quoted: Quoted, found: Sequence[int], profiles: Sequence[Profile]
) -> tuple[list[list[Said]], str, bool]:
    """Return what compares the candidates with each other, what holds for the piece as a whole, any tag."""
    firsts, at, low, high = scene.at, quoted.at, quoted.low, quoted.high
    strong: list[tuple[int, int]] = []
    tags: set[int] = set()
    for place, index in enumerate(found):
        first, profile = firsts[index], profiles[place]
        if low <= first < high and profile.relation in _TELLING:
            strong.append((abs(profile.at - at), place))
            if first > at and profile.relation != "ACC" and profile.gap in ("0", "0+") and _ends(scene, high, index):
                tags.add(place)
    strong.sort()
    summary = "none"
    order: dict[int, str] = {}
    sides: list[tuple[int, bool]] = []
    if strong:
        order = {place: _RANKS[min(rank, 2)] for rank, (_, place) in enumerate(strong)}
        sides = [(gap, profiles[place].at < at) for gap, place in strong]
        best = strong[0][1]
        side = "L" if firsts[found[best]] < at else "R"
        summary = side + profiles[best].relation + bucket(strong[0][0])
    any_tag = bool(tags)
    if any_tag:
        summary += "t"
    summary = intern(summary)
    number = min(len(strong), 3)
    verbless: list[Said] = [(groups.unranked, any_tag, quoted.size, summary, number)]
    rows: list[list[Said]] = []
    for place, profile in enumerate(profiles):
        relation = profile.relation
        if relation == "-":
            rows.append(verbless)
            continue
        rank = order.get(place, "-")
        blocked = 0
        if sides and relation in _GOVERNED:
            mine, before = abs(profile.at - at), profile.at < at
            for gap, side_before in sides:
                if gap < mine and side_before == before:
                    blocked += 1
        tag = place in tags
        rows.append([
            (groups.blocked, relation, blocked if blocked < 2 else 2, profile.kind, tag, any_tag, quoted.size),
            (groups.ordered, rank, relation, summary, number),
        ])  # fmt: skip
    return rows, summary, any_tag


def _ends(scene: Scene, high: int, index: int) -> bool:
    """Tell whether a mention and its verb end the sentence, up to `high`, as a tag: “…” accompany these, she added."""
    mention, profile = scene.mentions[index], scene.profiles[index]
    last = max(profile.at + 1, mention.last)
    return scene.stream.lows[min(profile.at, mention.first) - 1] == "," and high - last <= 2
