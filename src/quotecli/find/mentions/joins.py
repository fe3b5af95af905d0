"""Joins mentions that stand together: "Kim, Khloe and Rob Kardashian", "Crown & Anchor", Norman “Nobby” Clarke."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from quotecli.find.mentions.body_sorts import is_company
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.reaching import PLACING
from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.mentions.told_of_each import told_between
from quotecli.find.words.closed import BEHIND, DETERMINERS, PARTICLES, POSSESSIVES
from quotecli.find.words.lexicon import (
    cue_class,
    gender_of_given,
    places,
    roles,
)

_LONGEST_OFFICE = 4
"""Words from a noun to the name before which the same person's office stands: "co-founder and President Raj Mehra"."""
_MOST_JOINED = 40
"""Who speak as one, so that a list without end takes time by its length."""
_FELLOWS = frozenset(
    "classmate co-author co-chair co-defendant co-director co-founder co-host co-owner co-pilot co-star co-writer"
    " coauthor colleague neighbor neighbour teammate".split()
)
"""What somebody is to who is named before: "She and co-author Ned Orr"."""
_EACH = POSSESSIVES | {"the"}
_AGAINST = frozenset(("v", "v.", "vs", "vs."))
"""What stands between the parties of a case: "Lane v. Wade and Hale Motors" joins two cases."""
_JOINING = frozenset(("and", "&", ","))
_WHENCE = frozenset(("of", "from"))


_UNIONS = frozenset("association brotherhood federation guild society union".split())
_MEMBERS = frozenset(
    "artists drivers employees engineers executives journalists machinists musicians nurses officers professionals"
    " seafarers seamen staff teachers technicians workers writers".split()
)
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
            if len(joined) > 1 and _is_told_before(stream, joined[-2], joined[-1]):
                del joined[-2]
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
        if not _are_joined(stream, joined, mention):
            joined.append(mention)
            continue
        if lows[before.last] == "," and len(joined) > 1 and before.kind != "joint":
            before = _join(joined[-2], joined.pop())
        if _heads_list(stream, joined, mention):
            before = _join(joined[-2], joined.pop())
        for _ in range(_whole_names_listed(stream, joined, mention)):
            before = _join(joined[-2], joined.pop())
            joined[-1] = before
        joined[-1] = _join(before, mention)
    return [one for one, behind in zip_longest(joined, joined[1:]) if not _leads_both(one, behind)]


def _leads_both(mention: Mention, behind: Mention | None) -> bool:
    """Tell whether "both" only leads to who is joined behind it: "Both Ana Ruiz and Bo Lund said"."""
    return mention.words == ("both",) and behind is not None and behind.kind == "joint" and behind.first == mention.last


def _is_told_before(stream: Stream, noun: Mention, name: Mention) -> bool:
    """Tell whether a noun only tells who the next name is: "The chairman, Ann Lee, and his deputy, Bo Ray, said"."""
    return noun.kind == "noun" and noun.last + 1 == name.first and stream.lows[noun.last] == ","


def _are_joined(stream: Stream, joined: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether "and" joins a mention to the last one before it, of a list too, where both may speak."""
    before = joined[-1]
    between = stream.lows[before.last : mention.first]
    if between[:1] == ["and"] and between[1:] == [mention.role] and mention.role in _FELLOWS:
        between = ["and"]  # "She and co-author Ned Orr"
    if between not in (["and"], ["&"], [",", "and"]) or (between[0] == "," and not _listed(stream, joined)):
        return False
    if before.possessive or mention.possessive or before.modifies or len(before.members) >= _MOST_JOINED:
        return False
    if before.first and stream.lows[before.first - 1] in _AGAINST:
        return False
    if mention.kind == "name":
        return before.kind in ("name", "noun", "joint") or _opens_pair(before, mention)
    if mention.kind != "noun":
        return False
    if before.kind == "noun":
        return _speak_together(stream, before, mention)
    return before.kind in ("name", "joint") and _may_pair(stream, before, mention)


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


def _tells_two_roles(stream: Stream, noun: Mention, name: Mention) -> bool:
    """Tell whether "co-founder and President Raj Mehra" is one person; "the mayor and Sen. Cole" are two."""
    if noun.kind != "noun" or noun.category != "person" or noun.possessive or name.kind != "name" or not name.role:
        return False
    between = stream.words[noun.last : name.first]
    if between[:1] != ["and"] or len(between) > _LONGEST_OFFICE or noun.gender == "p":
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
        if stream.lows[before.last] in _JOINING and _are_members(before, mention):
            before.words = (*before.words, stream.lows[before.last], *mention.words)
            before.reach(mention)
            continue
        if _has_nickname(stream, before, mention):
            before.words = (*before.words, *mention.words)
            before.reach(mention)
            before.generation = mention.generation
            continue
        if (
            stream.lows[before.last] == "&"
            and len(before.words) == 1
            and (not before.role or kin or is_company(before.role))
            and (not gender_of_given(before.words[0]) or before.words == mention.words)
        ):
            before.words = (*before.words, "&", *mention.words)
            before.reach(mention)
            before.category, before.role = "body", ""
            continue
        found.append(mention)
    return found


def _are_members(body: Mention, members: Mention) -> bool:
    """Tell whether a name is the rest of a union's: "National Union of Transit" and "Harbour Workers"."""
    of_members = "of" in body.words and not _UNIONS.isdisjoint(body.words)
    return of_members and members.words[-1] in _MEMBERS and body.words[-1] not in _MEMBERS


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
    return lows[noun.first] in ("his", "her", "their", "the") and before not in PLACING


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
    placed = stream.lows[first.first - 1] in PLACING if first.first else False
    given = gender_of_given(last.words[0]) or gender_of_given(second.words[0]) or gender_of_given(first.words[0])
    return singles and not placed and bool(given) and _listed(stream, joined)


def _whole_names_listed(stream: Stream, joined: Sequence[Mention], last: Mention) -> int:
    """Return how many names stand before the last two of a list of whole names: "Ana Ruiz, Tom Orr and Bo Lund said".

    It opens its sentence, or ends it behind a reporting verb; behind "for Ana Ruiz," two others may begin.
    """
    if not joined or not (_is_whole(joined[-1]) and _is_whole(last)):
        return 0
    count = 0
    while count + 1 < len(joined) and count < _MOST_JOINED:
        before, name = joined[-count - 2], joined[-count - 1]
        if not _is_whole(before) or name.first != before.last + 1 or stream.lows[before.last] != ",":
            break
        count += 1
    first = joined[-count - 1].first
    low, high = stream.sentence_span(first)
    told = first > low and cue_class(stream.lows[first - 1]) and last.last >= high - 1
    return count if first == low or told else 0


def _is_whole(mention: Mention) -> bool:
    """Tell whether a mention is a person's whole name and nothing else: "Ana Ruiz", no title and no owner."""
    return (
        mention.kind == "name"
        and len(mention.words) > 1
        and not (mention.category or mention.role or mention.possessive or mention.modifies)
        and bool(gender_of_given(mention.words[0]))
    )


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
