"""Joins mentions that stand together: "Clinton spokesman Fallon", "Kim, Khloe and Rob Kardashian"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from quotecli.find.mentions.body_sorts import is_company
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.mentions.told_of_each import told_between
from quotecli.find.words.closed import BEHIND, DETERMINERS, LINKS, PARTICLES, PASTS, POSSESSIVES, STOPS
from quotecli.find.words.lexicon import (
    PRONOUNS,
    category_of,
    cue_class,
    cue_lemma,
    gender_of_given,
    places,
    roles,
    vocabulary,
)

_LONGEST_GAP = 3  # words between "Clinton" and "secretary"
_BELONGING = frozenset(("for", "of"))
_CALLED = (["named"], ["called"], ["nicknamed"], ["known", "as"], ["identified", "as"])
"""What stands between a noun and the name it has: "a nurse named Lucy"."""
_ANYBODY = frozenset("a an another one someone somebody".split())
_WHERE = frozenset("near behind in at from beside on outside inside with".split())
_LONGEST_PLACE = 6
"""Words between somebody without a name and the verb: "a voice from the stalls shouted"."""
_MOST_JOINED = 40
"""Who speak as one, so that a list without end takes time by its length."""
_CLAUSES = vocabulary("clauses")
_EACH = POSSESSIVES | {"the"}
_COMPLETING = _BELONGING | {words[0] for words in _CALLED}
_JOINING = frozenset(("and", "&", ","))
_WHENCE = frozenset(("of", "from"))
_LONGEST_ASIDE = 12
_IN_SEATS = frozenset("and of the on &".split())
_PLACING = frozenset(("at", "in", "of", "from", "on", "for"))


def without_parts(stream: Stream, found: list[Mention], labels: Iterable[tuple[int, int]]) -> list[Mention]:
    """Leave out what was read of a body's name in a label [first, last) that goes on behind it.

    "Ellery Chamber" is part of "Ellery Chamber of Trade", which signs a post, and Ellery is a place.
    """
    parts: set[int] = set()
    for first, last in labels:
        low = bisect_left(found, first, key=lambda mention: mention.first)
        high = bisect_left(found, last, key=lambda mention: mention.first)
        inside = found[low:high]
        short = any(m.kind == "noun" and m.category == "body" and m.last < last for m in inside)
        if short and all(m.modifies or m.kind == "noun" for m in inside) and stream.words[last - 1].istitle():
            parts.update(range(low, high))
    return [mention for at, mention in enumerate(found) if at not in parts] if parts else found


def whole_signatures(stream: Stream, found: list[Mention], labels: Iterable[tuple[int, int]]) -> list[Mention]:
    """Leave out mentions that are only part of what signs a post at [first, last): "Transport for Eastmoor"."""
    parts: set[int] = set()
    for first, last in labels:
        low = bisect_left(found, first, key=lambda mention: mention.first)
        high = bisect_left(found, last, key=lambda mention: mention.first)
        linked = any(low_word in LINKS for low_word in stream.lows[first:last])
        persons = any(mention.kind == "name" and len(mention.words) > 1 for mention in found[low:high])
        whole = high == low + 1 and found[low].kind == "name" and found[low].last == last
        if linked and not persons and not whole:
            parts.update(range(low, high))
    return [mention for at, mention in enumerate(found) if at not in parts] if parts else found


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
            all(map(_tells_more, gap))
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
            mention.last, mention.end, mention.possessive = following.last, following.end, following.possessive
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
        if told and lows[verb - 1] not in DETERMINERS and lows[verb - 1] not in _PLACING:
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
    if low in STOPS or not word.replace("-", "").isalpha() or (word != low and low not in roles()):
        return False
    return low == cue_lemma(low) or not cue_class(low)  # "Clinton press secretary", not "Clinton told reporters"


def _has_verb(gap: Sequence[str]) -> bool:
    """Tell whether words between a name and a noun look like the verb of the one and the object of the other."""
    return any((word.endswith(("ed", "ing")) and len(word) > 4) or word in PASTS for word in gap)


_FIRM_ENDS = frozenset(("Sons", "Daughters", "Brothers", "Partners", "Associates"))


def joined(stream: Stream, mentions: Sequence[Mention]) -> list[Mention]:
    """Join "A and B", "A, B and C" of names (or a name and "her husband") into one mention."""
    lows = stream.lows
    joined: list[Mention] = []
    for mention in _firms(stream, mentions):
        before = joined[-1] if joined else None
        if before is None or before.last >= mention.first or lows[before.last] not in _JOINING:
            joined.append(mention)
            continue
        if (between := told_between(stream, joined, mention)) >= 0:
            del joined[len(joined) - between :]
            joined[-1] = _join(joined[-1], mention)
            continue
        if _comes_from(stream, joined, mention):
            joined.pop()  # "Ilse Maarten of Veldria and Tomas Revik of Kastova"
            joined[-1] = _join(joined[-1], mention)
            continue
        if _tells_two_roles(stream, before, mention):
            mention.first, mention.start = before.first, before.start
            joined[-1] = mention
            continue
        if (
            mention.kind in ("name", "noun")
            and (before.kind in ("name", "noun", "joint") or _opens_pair(before, mention))
            and not before.possessive
            and not mention.possessive
            and (before.kind != "noun" or mention.kind == "name" or _speak_together(stream, before, mention))
            and (mention.kind != "noun" or before.kind == "noun" or _may_pair(stream, before, mention))
            and not before.modifies
            and len(before.members) < _MOST_JOINED
            and lows[before.last : mention.first] in (["and"], ["&"], [",", "and"])
            and (lows[before.last] != "," or _listed(stream, joined))
        ):
            if lows[before.last] == "," and len(joined) > 1 and before.kind != "joint":
                before = _join(joined[-2], joined.pop())
            if _heads_list(stream, joined, mention):
                before = _join(joined[-2], joined.pop())
            joined[-1] = _join(before, mention)
            continue
        joined.append(mention)
    return joined


def _speak_together(stream: Stream, before: Mention, mention: Mention) -> bool:
    """Tell whether two nouns lead a verb of saying: "The union and the company said", not "heads of the … and …"."""
    lows = stream.lows
    led = lows[before.first - 1] if before.first else ""
    each = all(lows[one.first] in _EACH and one.category != "document" for one in (before, mention))
    return (
        each
        and led not in BEHIND
        and lows[mention.last : mention.last + 1] != []
        and bool(cue_class(lows[mention.last]))
    )


def _comes_from(stream: Stream, joined: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether the last mention is where the one before it is from, and this one is from elsewhere."""
    if len(joined) < 2 or mention.kind != "name" or len(mention.words) < 2 or mention.category:
        return False
    person, place, lows = joined[-2], joined[-1], stream.lows
    whole = person.kind == "name" and len(person.words) > 1 and not person.category and place.kind == "name"
    beside = place.first == person.last + 1 and lows[place.last : mention.first] == ["and"]
    return (
        whole
        and beside
        and lows[person.last] in _WHENCE
        and lows[mention.last : mention.last + 1] == [lows[person.last]]
    )


def without_asides(stream: Stream, found: list[Mention]) -> list[Mention]:
    """Leave out the party and seat in brackets behind a person: "Cllr Dawn Pettifer (Lib Dem, Castle Ward)"."""
    kept: list[Mention] = []
    edge = -1
    for mention in found:
        if mention.first < edge:
            continue
        kept.append(mention)
        if mention.kind == "name" and not mention.category and (len(mention.words) > 1 or mention.role):
            edge = _aside_until(stream, mention.last)
    return kept


def _aside_until(stream: Stream, at: int) -> int:
    """Return where brackets that hold names of two things or more alone end, behind a comma inside; -1 for no such."""
    words, lows = stream.words, stream.lows
    if lows[at : at + 1] != ["("] or ")" not in lows[at : at + _LONGEST_ASIDE]:
        return -1
    close = lows.index(")", at)
    inside = words[at + 1 : close]
    names = all(word == "," or word[0].isupper() or word in _IN_SEATS for word in inside)
    return close if "," in inside and names else -1


def _tells_two_roles(stream: Stream, noun: Mention, name: Mention) -> bool:
    """Tell whether "co-founder and President Raj Mehra" is one person; "the mayor and Sen. Cole" are two."""
    if noun.kind != "noun" or noun.category != "person" or noun.possessive or name.kind != "name" or not name.role:
        return False
    between = stream.words[noun.last : name.first]
    if between[:1] != ["and"] or len(between) > _LONGEST_GAP + 1 or noun.gender == "p":
        return False
    printed = between[1:] or stream.words[name.first : name.last]
    lowered = printed[-1:] == [name.role]
    return lowered or (len(between) == 1 and name.role in roles() and stream.lows[noun.first] not in DETERMINERS)


def _opens_pair(pronoun: Mention, name: Mention) -> bool:
    """Tell whether "He and Olsen" are two: "he" and "she" are subjects, "her and Olsen" may be."""
    return pronoun.kind == "pron" and pronoun.words[0] in ("he", "she") and name.kind == "name"


def _firms(stream: Stream, mentions: Sequence[Mention]) -> list[Mention]:
    """Read "Crown & Anchor" of two single words that are no given names as one body's name; "Boggs & Sons" as well."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is None or mention.first != before.last + 1 or before.kind != "name":
            found.append(mention)
            continue
        kin = mention.kind == "noun" and stream.words[mention.first] in _FIRM_ENDS and mention.last == mention.first + 1
        if not (mention.kind == "name" or kin):
            found.append(mention)
            continue
        if _has_nickname(stream, before, mention):
            before.words = (*before.words, *mention.words)
            before.last, before.end, before.possessive = mention.last, mention.end, mention.possessive
            before.generation = mention.generation
            continue
        if (
            stream.lows[before.last] == "&"
            and len(before.words) == 1
            and (not before.role or kin or is_company(before.role))
            and not gender_of_given(before.words[0])
        ):
            before.words = (*before.words, "&", *mention.words)
            before.last, before.end, before.possessive = mention.last, mention.end, mention.possessive
            before.category, before.role = "body", ""
            continue
        found.append(mention)
    return found


def _has_nickname(stream: Stream, given: Mention, family: Mention) -> bool:
    """Tell whether two names with a word between are one with a nickname in marks: Norman “Nobby” Clarke.

    An initial may stand before it, and particles behind: Norman J. “Nobby” de la Clarke.
    """
    at = given.last
    initial = len(given.words) == 2 and len(given.words[1]) == 1
    return (
        stream.words[at] == QUOTE
        and stream.ends[at] - stream.starts[at] < 20
        and stream.sentences[given.first] == stream.sentences[family.first]
        and (len(given.words) == 1 or initial)
        and (len(family.words) == 1 or PARTICLES.issuperset(family.words[:-1]))
        and not family.role
        and given.words[0] not in places()
    )


def _may_pair(stream: Stream, name: Mention, noun: Mention) -> bool:
    """Tell whether "Smith and his wife" are two, not "teaches at UCLA and a film producer"."""
    lows = stream.lows
    before = lows[name.first - 1] if name.first else ""
    return lows[noun.first] in ("his", "her", "their", "the") and before not in _PLACING


def _listed(stream: Stream, joined: Sequence[Mention]) -> bool:
    """Tell whether the last two mentions are "A, B" of a list that goes on with "and"."""
    if len(joined) < 2:
        return False
    first, second = joined[-2:]
    return (
        first.kind == second.kind == "name"
        and second.first == first.last + 1
        and stream.lows[first.last] == ","
        and first.category == second.category
    )


def _heads_list(stream: Stream, joined: Sequence[Mention], last: Mention) -> bool:
    """Tell whether the name before the last two opens the list "Thandi, Lerato and Nomsa Mokoena"."""
    if len(joined) < 2 or joined[-1].kind != "name" or len(last.words) != 2 or last.category:
        return False
    first, second = joined[-2:]
    singles = len(first.words) == len(second.words) == 1 and first.kind == "name" and not first.category
    placed = stream.lows[first.first - 1] in _PLACING if first.first else False
    given = gender_of_given(last.words[0]) or gender_of_given(second.words[0]) or gender_of_given(first.words[0])
    return singles and not placed and bool(given) and _listed(stream, joined)


def _join(first: Mention, second: Mention) -> Mention:
    members = [*(first.members or [first]), *(second.members or [second])]
    both = Mention(
        "joint",
        first.first,
        second.last,
        first.start,
        second.end,
        (*first.words, "and", *second.words),
        "p",
        "group",
        possessive=second.possessive,
    )
    both.members = members
    return both
