"""Somebody without a name as what a pronoun may mean: "A former nurse wept. “It is over,” she said.", as features."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotecli.find.antecedents.feature_groups import unnamed, unnamed_among, unnamed_called
from quotecli.find.antecedents.recent import Recent
from quotecli.find.antecedents.strangers import is_tagged, may_be_meant, noun_before
from quotecli.find.entities.name_forms import FAMILY
from quotecli.find.learned.scores import Said
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.profiles import SPEAKING
from quotecli.find.scene.scene import Scene
from quotecli.find.words.lexicon import role_class

_BACK = 12
"""Mentions before a pronoun among which somebody without a name is looked for."""
_ABOVE = 2
"""Paragraphs above a pronoun that they may stand in."""
_AT_MOST = 3
"""How many are looked at, the nearest first."""
_STEPS = ("s0", "s1", "s2", "s3", "s4")
_ARTICLES = {"a": "i", "an": "i", "one": "1", "another": "i", "the": "d"}
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_GENDERS = {"he": "m", "his": "m", "she": "f", "her": "f"}
_OWNED = frozenset("his her their its my our".split())


def nameless_before(scene: Scene, index: int) -> list[int]:
    """Return the mentions of persons without a name that the pronoun `index` may mean, the nearest first."""
    mention, mentions, paragraphs = scene.mentions[index], scene.mentions, scene.stream.paragraphs
    if mention.kind != "pron" or mention.gender not in ("m", "f"):
        return []
    highest = paragraphs[mention.first] - _ABOVE
    found: list[int] = []
    own = noun_before(scene, index)
    for number in range(index - 1, max(index - 1 - _BACK, -1), -1):
        before = mentions[number]
        if len(found) == _AT_MOST or paragraphs[before.first] < highest:
            break
        if number == own or before.entity >= 0 or before.modifies or before.possessive:
            continue
        if before.kind == "pron":
            if number in scene.strangers and before.gender == mention.gender:
                found.append(number)
        elif before.role == "one" and not scene.heads[number]:
            continue
        elif before.kind == "noun" and may_be_meant(scene, number, mention) and not is_tagged(scene, before, mention):
            found.append(number)
    return found


def nameless_facts(
    scene: Scene, recent: Recent, index: int, found: Sequence[int], match: Sequence[str], strangers: Sequence[int]
) -> list[tuple[Said, ...]]:
    """Return what is said of each of the mentions of `strangers` as whom the pronoun `index` means.

    `found` are the entities that it may mean instead, `match` tells by `Who.sort` how the genders agree.
    """
    stream, mention = scene.stream, scene.mentions[index]
    starts = "^" if scene.heads[index] else "n"
    several = min(len(found), 3)
    named = "-"
    if found:
        seen = recent.seen(found[0])
        away = stream.paragraphs[mention.first] - seen.paragraph
        place = f"s{min(stream.sentences[mention.first] - seen.sentence, 3)}" if not away else f"p{min(away, 2)}"
        named = f"{place}{match[recent.company.everybody[found[0]].sort]}{seen.subject}"
    speaker = "s" if recent.speaker in found else "-"
    tells = _tells_of_another(scene, mention)
    rows: list[tuple[Said, ...]] = []
    for rank, number in enumerate(strangers):
        noun = scene.mentions[number]
        step = _step(scene, noun, mention)
        near = _nearer(scene, recent, found, number)
        head = "h" if scene.heads[number] else "-"
        opens = stream.opened[stream.paragraphs[noun.first]] == noun.first
        det = _article(scene, noun)
        alike = "=" if noun.gender == mention.gender else "u"
        rows.append((
            (unnamed, "p" + mention.gender, step, det, scene.profiles[number].relation, head, near, alike),
            (unnamed_called, noun.role, role_class(noun.role), det, noun.role in FAMILY),
            (unnamed_among, step, opens, starts, rank, several, named, speaker, near, tells),
        ))  # fmt: skip
    return rows


def _tells_of_another(scene: Scene, pronoun: Mention) -> bool:
    """Tell whether the words in marks before a pronoun begin with the same: “He was kind,” he said, of another."""
    stream = scene.stream
    piece = bisect_left(stream.quote_at, pronoun.first) - 1
    if piece < 0 or stream.paragraphs[stream.quote_at[piece]] != stream.paragraphs[pronoun.first]:
        return False
    start = scene.pieces[piece].start
    begins = _FIRST_WORD.match(scene.article.text, start)
    return begins is not None and _GENDERS.get(begins[0].lower()) == pronoun.gender


def _step(scene: Scene, noun: Mention, mention: Mention) -> str:
    stream = scene.stream
    away = stream.paragraphs[mention.first] - stream.paragraphs[noun.first]
    if away:
        return f"p{away}"
    return _STEPS[min(stream.sentences[mention.first] - stream.sentences[noun.first], 4)]


def _article(scene: Scene, noun: Mention) -> str:
    if noun.kind == "pron":
        return "p"
    low = scene.stream.lows[noun.first]
    return "o" if low in _OWNED or noun.owned_by is not None else _ARTICLES.get(low, "-")


def _nearer(scene: Scene, recent: Recent, found: Sequence[int], number: int) -> str:
    """Return how somebody named stands between a noun and the pronoun: `h`eads a sentence, `s`peaks, `o`therwise."""
    between = [recent.last[e] for e in found if recent.last[e] > number]
    if not between:
        low = scene.stream.sentence_span(scene.mentions[number].first)[0]
        return "b" if any(scene.mentions[recent.last[e]].first >= low for e in found) else "-"
    if any(scene.profiles[at].relation in SPEAKING for at in between):
        return "s"
    return "h" if any(scene.heads[at] for at in between) else "o"
