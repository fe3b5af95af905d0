"""Leaves out mentions that are only part of something else: of a label's longer name, of brackets behind a person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.closed import LINKS
from quotecli.find.words.lexicon import vocabulary

_AGENCIES = vocabulary("picture agencies")
_PARTING = frozenset(("/", "|"))
"""Between who took a picture and for whom."""

_LONGEST_ASIDE = 12
_OWNING = frozenset(("'s", "’s"))
_IN_SEATS = frozenset("and of the on &".split())


def without_parts(stream: Stream, found: list[Mention], labels: Iterable[tuple[int, int]]) -> list[Mention]:
    """Leave out what was read of a body's name in a label [first, last) that goes on behind it.

    "Ellery Chamber" is part of "Ellery Chamber of Trade", which signs a post, and Ellery is a place; so is what owns or
    numbers the rest, as in "Tom's Guide" and "ABC 7 News".
    """

    def is_longer(label: tuple[int, int], inside: Sequence[Mention]) -> bool:
        if inside and inside[0].first == label[0] and _goes_on_in_capitals(stream, inside[0], label[1]):
            return True
        short = any(m.kind == "noun" and m.category == "body" and m.last < label[1] for m in inside)
        return short and all(m.modifies or m.kind == "noun" for m in inside) and stream.words[label[1] - 1].istitle()

    return _without_inner(found, labels, is_longer)


def _goes_on_in_capitals(stream: Stream, mention: Mention, end: int) -> bool:
    """Tell whether a name of one word goes on in its label with "'s" or a number, and with capitals to its end."""
    behind = stream.words[mention.last : end]
    joined = behind and (behind[0] in _OWNING or behind[0].isdecimal())
    if not joined or len(behind) < 2 or mention.kind != "name" or len(mention.words) > 1:
        return False
    return all(word[0].isupper() or not word[0].isalpha() for word in behind[1:])


def whole_signatures(stream: Stream, found: list[Mention], labels: Iterable[tuple[int, int]]) -> list[Mention]:
    """Leave out mentions that are only part of what signs a post at [first, last): "Transport for Eastmoor"."""

    def is_longer(label: tuple[int, int], inside: Sequence[Mention]) -> bool:
        persons = any(mention.kind == "name" and len(mention.words) > 1 for mention in inside)
        whole = len(inside) == 1 and inside[0].kind == "name" and inside[0].last == label[1]
        return not persons and not whole and not LINKS.isdisjoint(stream.lows[slice(*label)])

    return _without_inner(found, labels, is_longer)


def _without_inner(
    found: list[Mention],
    labels: Iterable[tuple[int, int]],
    is_longer: Callable[[tuple[int, int], Sequence[Mention]], bool],
) -> list[Mention]:
    """Leave out the mentions inside labels that `is_longer` tells to be names of more than these."""
    parts: set[int] = set()
    for label in labels:
        low, high = (bisect_left(found, edge, key=lambda mention: mention.first) for edge in label)
        if is_longer(label, found[low:high]):
            parts.update(range(low, high))
    return [mention for at, mention in enumerate(found) if at not in parts] if parts else found


def without_credits(stream: Stream, found: list[Mention]) -> list[Mention]:
    """Leave out who took a picture: "Orr at the fair. Ann Lee / AP", "(Ann Lee/Getty Images)"."""
    if not any(map("".join(stream.distinct).__contains__, _PARTING)):
        return found
    return [mention for mention in found if mention.kind != "name" or not _is_credited(stream, mention)]


def _is_credited(stream: Stream, mention: Mention) -> bool:
    lows = stream.lows
    glued = any(low.partition("/")[2] in _AGENCIES for low in lows[mention.first : mention.last])
    before, behind = lows[mention.first - 1] if mention.first else "", lows[mention.last : mention.last + 2]
    led = before in _PARTING and lows[mention.first] in _AGENCIES
    return glued or led or (behind[:1] != [] and behind[0] in _PARTING and not _AGENCIES.isdisjoint(behind))


def without_asides(stream: Stream, found: list[Mention]) -> list[Mention]:
    """Leave out the party and seat in brackets behind a person: "Cllr Dawn Pettifer (Lib Dem, Castle Ward)"."""
    if "(" not in stream.distinct:
        return found
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
