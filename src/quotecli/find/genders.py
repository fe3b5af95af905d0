"""What pronouns near an unknown name tell of its bearer's gender."""

from __future__ import annotations

from quotecli.find.lexicon import PRONOUNS
from quotecli.find.tokens import Stream

_GENDERS = ("m", "f")
_LONGEST = 1_000
"""Words looked at behind a name, so that a text of any length takes time by its length."""


def gender_in_paragraph(stream: Stream, first: int) -> str:
    """Return m or f where the paragraph goes on behind a name (index `first`) with pronouns of one gender, else ""."""
    end = min(stream.opened[stream.paragraphs[first] + 1], first + _LONGEST)
    told = {PRONOUNS[low] for low in stream.lows[first:end] if PRONOUNS.get(low) in _GENDERS}
    return told.pop() if len(told) == 1 else ""


def gender_in_sentence(stream: Stream, first: int) -> str:
    """Return m or f where a sentence that a name leads goes on with "he" or "her pony" of one gender alone, else "".

    "Emrys Thomas was a farrier who put his daughter on a pony": of "him" and "her" alone others are meant.
    """
    low_edge, high_edge = stream.sentence_span(first)
    if first > low_edge + 1:
        return ""
    lows = stream.lows
    told = set()
    for at in range(first, min(high_edge - 1, first + _LONGEST)):
        low = lows[at]
        if low in ("he", "she", "his") or (low == "her" and lows[at + 1].isalpha()):
            told.add(PRONOUNS[low])
    return told.pop() if len(told) == 1 else ""
