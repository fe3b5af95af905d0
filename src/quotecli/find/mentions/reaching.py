"""Lets mentions reach over what belongs to them: "Clinton's spokesman", "a spokesman for the Harbor Board"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.words.closed import DETERMINERS, OFFICES, PASTS, STOPS
from quotecli.find.words.lexicon import PRONOUNS, category_of, cue_class, cue_lemma, roles, vocabulary

_LONGEST_GAP = 3  # words between "Clinton" and "secretary"
_BELONGING = frozenset(("for", "of"))
_CALLED = (["named"], ["called"], ["nicknamed"], ["known", "as"], ["identified", "as"])
"""What stands between a noun and the name it has: "a nurse named Lucy"."""
_YEAR = 4
"""Digits of a year."""
_ANYBODY = frozenset("a an another one someone somebody".split())
_WHERE = frozenset("near behind in at from beside on outside inside with".split())
_LONGEST_PLACE = 6
"""Words between somebody without a name and the verb: "a voice from the stalls shouted"."""
_CLAUSES = vocabulary("clauses")
_COMPLETING = _BELONGING | {words[0] for words in _CALLED}
PLACING = frozenset(("at", "in", "of", "from", "on", "for"))


def grown(stream: Stream, found: list[Mention]) -> list[Mention]:
    """Let "Clinton's spokesman" and "Clinton press secretary Fallon" begin at their first word."""
    for mention, following in pairwise(found):
        if mention.kind != "name" or following.kind == "pron" or following.modifies:
            continue
        begin = mention.last + (1 if mention.possessive else 0)
        if following.first - begin > _LONGEST_GAP:
            continue
        if not (following.kind == "noun" or following.role or _is_their_own(mention, following, begin)):
            continue
        gap = stream.words[begin : following.first]
        if not mention.possessive and (_has_verb(gap) or stream.lows[following.first] in DETERMINERS):
            continue  # "Clinton issued a statement", "Ward nominated judge Lee"
        if (
            all(map(_tells_more, _without_of(gap)))
            and stream.paragraphs[mention.first] == stream.paragraphs[following.first]
            and stream.words[following.first] != QUOTE
        ):
            following.first, following.start = mention.first, mention.start
            following.owned_by = mention
            mention.modifies = True
    return found


def completed(stream: Stream, found: list[Mention]) -> list[Mention]:
    """Let "a spokesman for the Harbor Board", "the family of Dolores Vega", "a nurse named Lucy" end with the name."""
    for number, mention in enumerate(found):
        if mention.kind != "noun" or mention.category not in ("person", "group"):
            continue
        if stream.lows[mention.first] in _ANYBODY and (last := _placed_until(stream, mention.last)):
            mention.last, mention.end = last, stream.ends[last - 1]  # "a man near the front shouted"
        if (last := _knowing_until(stream, mention.last)) > mention.last:
            mention.last, mention.end = last, stream.ends[last - 1]  # "a source close to the pair"
            for inner in found[number + 1 : number + 4]:
                inner.modifies = inner.modifies or inner.first < last
            continue
        if _COMPLETING.isdisjoint(stream.lows[mention.last : mention.last + 1]):
            continue
        following = next((m for m in found[number + 1 : number + 3] if not m.modifies), None)
        if following is None or following.category == "document" or following.kind == "joint":
            continue
        belongs = stream.lows[mention.last] in _BELONGING
        called = following.kind == "name" and stream.lows[mention.last : following.first] in _CALLED
        if called or (belongs and _stands_at(stream, following, mention.last + 1)):
            mention.reach(following)
            following.modifies = True
    return found


def _placed_until(stream: Stream, at: int) -> int:
    """Return the word that a reporting verb is, behind words that tell where somebody is; 0 where these tell more."""
    lows, words = stream.lows, stream.words
    if lows[at : at + 1] == [] or lows[at] not in _WHERE:
        return 0
    for verb in range(at + 2, min(at + _LONGEST_PLACE, len(lows))):
        low = lows[verb]
        told = cue_class(low) and not low.endswith("ing")
        if told and lows[verb - 1] not in DETERMINERS and lows[verb - 1] not in PLACING:
            return verb
        if not low.isalpha() or words[verb] != low or low in _CLAUSES or low in PRONOUNS:
            return 0
    return 0


def _knowing_until(stream: Stream, at: int) -> int:
    """Return the word behind "close to the pair", "familiar with the talks" that begins here; `at` for neither."""
    lows = stream.lows
    if tuple(lows[at : at + 2]) not in (("close", "to"), ("familiar", "with")):
        return at
    end = at + 2
    while end < min(at + _LONGEST_PLACE, len(lows)) and lows[end].isalpha():
        if cue_class(lows[end]) and not lows[end].endswith("ing"):
            break
        end += 1
    told = end < len(lows) and (bool(cue_class(lows[end])) or not lows[end].isalpha())
    return end if told and end > at + 2 else at


def _stands_at(stream: Stream, mention: Mention, at: int) -> bool:
    """Tell whether a name, behind its article too, a definite noun, or "them" begins at this word of the stream."""
    if mention.kind == "pron":
        return mention.first == at and stream.lows[at] == "them"
    if mention.kind == "noun":
        return mention.first == at and (mention.owned_by is not None or stream.lows[at] == "the")
    before = stream.lows[at : mention.first]
    kind = category_of(before[-1]) if before else "body"  # "a spokesman for bus firm Coastliner"
    return before in ([], ["the"]) or (kind == "body" and len(before) <= _LONGEST_GAP and stream.words[at] == before[0])


def _is_their_own(owner: Mention, following: Mention, begin: int) -> bool:
    """Tell whether a body's name with 's stands right before a person's: "The Herald's Mina Osei"."""
    return (
        owner.possessive
        and following.kind == "name"
        and following.first == begin
        and len(following.words) > 1
        and not following.category
    )


def _tells_more(word: str) -> bool:
    """Tell whether a word may stand between a name and the noun it belongs to: "press", "vice-presidential"."""
    low = word.lower()
    if word.isdecimal() and len(word) == _YEAR:
        return True  # "Northgate's 2023 report"
    if low in STOPS or not word.replace("-", "").isalpha() or (word != low and low not in roles()):
        return False
    return low == cue_lemma(low) or not cue_class(low)  # "Clinton press secretary", not "Clinton told reporters"


def _without_of(gap: Sequence[str]) -> list[str]:
    """Return the words without an "of" behind an office: "Harbor House chief of staff Ana Ruiz"."""
    return [word for at, word in enumerate(gap) if not (at and word == "of" and gap[at - 1] in OFFICES)]


def _has_verb(gap: Sequence[str]) -> bool:
    """Tell whether words between a name and a noun look like the verb of the one and the object of the other."""
    return any((word.endswith(("ed", "ing")) and len(word) > 4) or word in PASTS for word in gap)
