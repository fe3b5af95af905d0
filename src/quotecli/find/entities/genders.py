"""What pronouns near an unknown name tell of its bearer's gender."""

from __future__ import annotations

from quotecli.find.mentions.tokens import QUOTE, Stream
from quotecli.find.words.closed import CALENDAR
from quotecli.find.words.lexicon import PRONOUNS, category_of

_GENDERS = ("m", "f")
_LONGEST = 1_000
"""Words looked at behind a name, so that a text of any length takes time by its length."""
_REFLEXIVES, _REFLEXIVE = frozenset(("himself", "herself")), 10
"""Words from a name to "herself"."""
_OF_OTHERS = frozenset("whose the his her their".split())
"""What leads to somebody else of whom the sentence may go on."""


def gender_in_paragraph(stream: Stream, first: int) -> str:
    """Return m or f where the paragraph goes on behind a name (index `first`) with pronouns of one gender, else ""."""
    end = min(stream.opened[stream.paragraphs[first] + 1], first + _LONGEST)
    told = {PRONOUNS[low] for low in stream.lows[first:end] if PRONOUNS.get(low) in _GENDERS}
    return told.pop() if len(told) == 1 else ""


def gender_in_sentence(stream: Stream, first: int) -> str:
    """Return m or f where a sentence goes on behind a name with "he" or "her pony" of one gender alone, else "".

    The name leads the sentence, or is the only one up to there and nobody else is told of in between. "Emrys Thomas was
    a farrier who put his daughter on a pony": of "him" and "her" alone others are meant.
    """
    low_edge, high_edge = stream.sentence_span(first)
    if first <= low_edge + 1:
        return _told(stream, first, high_edge)
    before = stream.words[low_edge + 1 : first]
    named = any(word[0].isupper() and word.lower() not in CALENDAR for word in before)
    if named or not PRONOUNS.keys().isdisjoint(stream.lows[low_edge:first]):
        return ""
    return _told(stream, first, _alone_until(stream, first, high_edge))


def gender_behind(stream: Stream, last: int) -> str:
    """Return m or f where pronouns of one gender alone stand behind a name that ends before index `last`, else "".

    In its sentence, before another name: "Clarke said Dorn had lost because he was late" tells nothing of Clarke.
    """
    if stream.lows[last : last + 1] in (["himself"], ["herself"]):
        return "m" if stream.lows[last] == "himself" else "f"  # "Holm himself spoke"
    edge = stream.sentence_span(last - 1)[1]
    named = (at for at in range(last, edge) if stream.words[at][0].isupper() or stream.words[at] == QUOTE)
    return _told(stream, last, next(named, edge))


def gender_by_reflexive(stream: Stream, last: int) -> str:
    """Return m or f where "herself" follows a name that ends before index `last`, with no other name between, else "".

    "Robin drew herself as a heron", but not "Robin met the mayor himself" nor "he told Robin himself".
    """
    edge = min(stream.sentence_span(last - 1)[1], last + _REFLEXIVE)
    if _REFLEXIVES.isdisjoint(stream.lows[last:edge]):
        return ""
    for at in range(last, edge):
        if (low := stream.lows[at]) in _REFLEXIVES:
            strengthens = at == last or category_of(stream.lows[at - 1]) == "person"
            return "" if strengthens else "m" if low == "himself" else "f"
        if stream.words[at][0].isupper() or low in ("he", "she", "who", "whose", "and") or stream.words[at] == QUOTE:
            return ""
    return ""


def _told(stream: Stream, first: int, edge: int) -> str:
    lows = stream.lows
    told = set()
    for at in range(first, min(edge - 1, first + _LONGEST)):
        low = lows[at]
        if low in ("he", "she", "his") or (low == "her" and lows[at + 1].isalpha()):
            told.add(PRONOUNS[low])
    return told.pop() if len(told) == 1 else ""


def _alone_until(stream: Stream, first: int, edge: int) -> int:
    """Return where, behind a name, somebody else may be meant: at another name, a quotation, "the man", "whose"."""
    words, lows = stream.words, stream.lows
    at = first
    while at < edge and words[at][0].isupper():
        at += 1
    for further in range(at, min(edge, first + _LONGEST)):
        low = lows[further]
        named = words[further][0].isupper() and low not in CALENDAR
        another = lows[further - 1] in _OF_OTHERS and category_of(low) == "person"
        if named or another or low == "whose" or words[further] == QUOTE:
            return further
    return edge
