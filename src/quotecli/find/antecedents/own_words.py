"""Who can't be a pronoun that speaks: whom its words or its clause name, and who asked.

“Monica’s a better Christian than I am,” she said: not Monica. "Asked by Ana Ruiz if it would open, he said": not Ruiz,
nor in "Ruiz asked him if it would open. “No,” he said".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotecli.core.folding import fold
from quotecli.find.mentions.tokens import QUOTE
from quotecli.find.scene.scene import Scene
from quotecli.find.words.closed import RECALLING
from quotecli.find.words.lexicon import cue_class

__all__ = ["gender_in_report", "named_behind", "not_asking", "told_of_others"]

_NAME = re.compile(r"(?<![\w’'])[^\W\d_a-z][\w-]+")
_RECALLED = re.compile(r"[“‘„‚\"«][^”’“‘\"»]{0,400}[”’“‘\"»]|(?<!\w)'[^']{0,400}'")
"""What others are told to have said: “She said, ‘Carla. Who did you talk to?’”."""
_OPENING = "“‘„‚\"«'"
_INTRODUCED = re.compile(
    r"(?:\bI(?:[’']m| am| was)|\b(?:name|this) is|\bcall(?:s|ed)? me|\b(?:said|says|goes|told me)\b[^.!?]*,)\s+$",
    re.IGNORECASE,
)
_ASKING = frozenset("asked challenged grilled interviewed pressed questioned quizzed".split())
_ASKED_WITHIN = 5
"""Words between "by" and the name of who asks: "asked by the reporter Ana Ruiz"."""
_ASKED_BEFORE = 60
"""Words before the pronoun in which that may stand, so that a sentence of any length takes time by its length."""
_TAG = 16
"""Words of a tag between the question and the answer."""
_OTHERS = frozenset(("him", "her"))
"""Who is asked, and never who asks."""
_SUBJECTS = frozenset(("he", "she"))
_GENDERS = {"he": "m", "she": "f"}
_BEHIND_NOUN = 6
"""Words behind a noun up to its verb: "the surgeon across the road said"."""
_BEING = (["is"], ["was"], ["'s"])
_CLAUSE = 16
"""Words of a clause that are looked at."""
_CLAUSE_ENDS = frozenset(
    (QUOTE, ",", ";", ":", "—", "–", "and", "but", "or", "who", "which", "when", "while", "after", "before", "because")
) | frozenset("as by like himself herself name named where if since until though although than".split())
"""What ends a clause, or lets somebody name themselves: "he goes by Ray"."""
_ANSWER = re.compile(r"(?:no|yes|yeah|yep|nope|never|sure|maybe|absolutely|of course)\b", re.IGNORECASE)
_QUESTIONS = frozenset("whether if why how what when where who which".split())
_REACH = 40
"""Characters before a name in which somebody may say that it is their own, or that others said it."""


def gender_in_report(lows: Sequence[str], at: int) -> str:
    """Return m or f where what a noun before here says is of "he" or "she": "across the road said that he"; else ""."""
    for verb in range(at, min(at + _BEHIND_NOUN, len(lows) - 2)):
        if not lows[verb][0].isalnum():
            return ""
        if kind := cue_class(lows[verb]):
            return _GENDERS.get(lows[verb + 1 + (lows[verb + 1] == "that")], "") if kind == "say" else ""
    return ""


def told_of_others(scene: Scene, index: int, found: list[int]) -> list[int]:
    """Return those of `found` whom the words that pronoun `index` speaks don't tell of by name.

    Nobody calls themselves by name but to introduce themselves, or in what they tell that others said.
    """
    tells_of = _named(scene, index)
    if not tells_of:
        return found
    return [entity for entity in found if not _is_named(scene, entity, tells_of)]


def named_behind(scene: Scene, index: int) -> set[int]:
    """Return who is named behind "he" or "she" in its clause, whom it can't mean: "he called Orr a fool"."""
    stream, mention = scene.stream, scene.mentions[index]
    lows = stream.lows
    if lows[mention.first] not in _SUBJECTS or lows[mention.last : mention.last + 1] in _BEING:
        return set()
    apart: set[int] = set()
    end = min(stream.sentence_span(mention.first)[1], mention.last + _CLAUSE)
    end = next((at for at in range(mention.last, end) if lows[at] in _CLAUSE_ENDS), end)
    for number in range(index + 1, bisect_left(scene.at, end)):
        other = scene.mentions[number]
        apart.update(part.entity for part in other.members or (other,) if part.kind == "name")
    return apart - {-1}


def not_asking(scene: Scene, index: int, found: list[int]) -> list[int]:
    """Return those of `found` who aren't told to have asked the speaker.

    That stands before pronoun `index` in its sentence, or before its words: in the sentence, or in a tag above, whose
    question they answer.
    """
    lows, mention = scene.stream.lows, scene.mentions[index]
    asker, asked = _who_asked_above(scene, index), frozenset[int]()
    if asker < 0:
        asker, asked = _who_asked_before(scene, index, found)
    if asker in found and len(found) > 1:
        others = [entity for entity in found if entity != asker]
        return [entity for entity in others if entity in asked] or others
    low = max(scene.stream.sentence_span(mention.first)[0], mention.first - _ASKED_BEFORE)
    answers = scene.profiles[index].relation in ("SV", "VS") or lows[low] in _ASKING  # "Asked by Orr, he shrugged"
    if not answers or "by" not in lows[low : mention.first]:
        return found
    asking: set[int] = set()
    for number in range(index - 1, -1, -1):
        other = scene.mentions[number]
        if other.first < low:
            break
        named = other.entity >= 0 and other.kind == "name" and not other.modifies
        if named and _is_asker(lows, low, other.first):
            asking.add(other.entity)
    return [entity for entity in found if entity not in asking]


def _who_asked_above(scene: Scene, index: int) -> int:
    """Return whose question the paragraph above is that a pronoun's words answer: “Why?” asked Orr. ¶ “So,” he said.

    -1 for nobody's.
    """
    stream, mention = scene.stream, scene.mentions[index]
    begin = stream.opened[stream.paragraphs[mention.first]]
    piece = stream.piece_of.get(begin, 0)
    if not piece or stream.sentences[begin] != stream.sentences[mention.first]:
        return -1
    asked = stream.quote_at[piece - 1]
    question = scene.article.text[scene.pieces[piece - 1].end - 1] == "?"
    if not question or stream.paragraphs[asked] != stream.paragraphs[begin] - 1 or begin - asked > _TAG:
        return -1
    for number in range(bisect_left(scene.at, asked), bisect_left(scene.at, begin)):
        profile = scene.profiles[number]
        if profile.relation in ("SV", "VS") and stream.lows[profile.at] in _ASKING:
            return scene.mentions[number].entity
    return -1


def _who_asked_before(scene: Scene, index: int, found: list[int]) -> tuple[int, frozenset[int]]:
    """Return who, in the sentence before a pronoun's words, asked another of `found`, and whom; -1 for nobody.

    "Pruitt asked the detective whether he had taken notes. “No,” he said."
    """
    stream, mention = scene.stream, scene.mentions[index]
    sentence = stream.sentences[mention.first]
    answers = stream.lows[stream.first[sentence]] == QUOTE and scene.profiles[index].relation in ("SV", "VS")
    if not answers or not sentence or stream.lows[scene.profiles[index].at] in RECALLING:
        return -1, frozenset()
    begin, end = stream.spans[sentence - 1]
    begin = max(begin, end - _ASKED_BEFORE)
    for number in range(bisect_left(scene.at, begin), bisect_left(scene.at, end)):
        asking, profile = scene.mentions[number], scene.profiles[number]
        asks = profile.relation == "SV" and stream.lows[profile.at] in _ASKING and not asking.modifies
        if asks and asking.last <= profile.at < end:
            asked = _asked(scene, profile.at, end)
            others = asked is not None and (stream.lows[profile.at + 1] in _OTHERS or not asked.isdisjoint(found))
            others = others or (asked == frozenset() and _is_answer(scene, index))
            return (asking.entity, asked or frozenset()) if others else (-1, frozenset())
    return -1, frozenset()


def _is_answer(scene: Scene, index: int) -> bool:
    """Tell whether the words before a pronoun answer yes or no, and not by who asked "whether she could"."""
    piece = bisect_left(scene.stream.quote_at, scene.mentions[index].first) - 1
    return piece >= 0 and _ANSWER.match(scene.article.text, scene.pieces[piece].start) is not None


def _asked(scene: Scene, verb: int, end: int) -> frozenset[int] | None:
    """Return who stands between a verb that asks and its question, which ends before `end`; None for no question."""
    question = next((at for at in range(verb, end) if scene.stream.lows[at] in _QUESTIONS), end)
    if question == end:
        return None
    here = range(bisect_left(scene.at, verb + 1), bisect_left(scene.at, question))
    return frozenset(scene.mentions[other].entity for other in here)


def _is_asker(lows: Sequence[str], low: int, first: int) -> bool:
    """Tell whether the words of a sentence from `low` lead to who asks: "asked by" before the name at `first`."""
    for at in range(first - 1, max(low, first - _ASKED_WITHIN), -1):
        if lows[at] == "by":
            return lows[at - 1] in _ASKING or lows[low] in _ASKING
        if lows[at] == ",":
            break
    return False


def _is_named(scene: Scene, number: int, names: set[str]) -> bool:
    """Tell whether one of these words names a person: the given name, or a family name that nobody else has."""
    words = scene.cast.entities[number].words
    if words[0] in names:
        return True
    return words[-1] in names and scene.persons[0][words[-1]] == 1


def _named(scene: Scene, index: int) -> set[str]:
    """Return the words in capitals, folded, of what the pronoun says in its sentence, and the name beside it there."""
    stream, mention = scene.stream, scene.mentions[index]
    relation = scene.profiles[index].relation
    if relation not in ("SV", "VS"):
        return set()
    names: set[str] = set()
    place = bisect_left(stream.quote_at, mention.first)
    begin = min(mention.first, scene.profiles[index].at)
    for piece in range(max(place - 1, 0), min(place + 1, len(stream.quote_at))):
        at, span = stream.quote_at[piece], scene.pieces[piece]
        ended = at < begin - 1 and scene.article.text[span.end - 1] in ".!?"  # “Kip! Kip!” He called Orr “a nice man”
        if not ended and stream.sentences[at] == stream.sentences[mention.first]:
            names |= _names_in(scene.article.text[span.start : span.end])
    before = scene.mentions[index - 1] if index else None
    beside = before is not None and before.kind == "name" and before.last == mention.first - 1
    if beside and relation == "SV" and stream.lows[mention.first - 1] == ",":
        behind = scene.profiles[index].at + 1
        if stream.lows[behind : behind + 1] == [","]:  # "It was Iwasaki, he said, who …"
            names.update(before.words)  # type: ignore[union-attr]
    return names


def _names_in(text: str) -> set[str]:
    if any(map(text.__contains__, _OPENING)):
        text = _RECALLED.sub(" ", text)
    return {
        fold(name[0])
        for name in _NAME.finditer(text)
        if not _INTRODUCED.search(text, max(0, name.start() - _REACH), name.start())
    }
