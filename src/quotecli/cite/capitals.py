"""Headlines set in capitals, in the letters in which a citation prints them."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["lowered"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEAST_WORDS = 3
_SAMPLE = 40_000
"""Characters of the text that are looked at for how it prints the words."""
_KEPT = frozenset(
    "AI AIDS BBC CEO CIA CNN COVID DC DNA EU FBI GDP GOP HIV IMF IRA IRS IT MP MPs NASA NATO NBA NFL NHS PM TV UK UN US"
    " USA WHO".split()
)
"""What is printed in capitals everywhere, for words that the text doesn't have."""
_LONGEST_ABBREVIATION = 5
_ALWAYS = {"i": "I", "i'm": "I'm", "i'll": "I'll", "i've": "I've", "i'd": "I'd"}
_OPENS = ':.?!“"‘'
"""Behind these marks a word begins a sentence; a dash goes on with it."""


def lowered(title: str, text: str) -> str:
    """Return a headline in sentence case if it is set in capitals, else as it is.

    Names and abbreviations are told from how the text prints the same words amid its sentences.

    Args:
        title: the headline.
        text: the document's text; without it nothing is told of names, and the headline stays as it is.
    """
    if not text or not title.isupper() or len(_WORD.findall(title)) < _LEAST_WORDS:
        return title
    printed = _printed(text)
    made: list[str] = []
    end = 0
    for found in _WORD.finditer(title):
        between = title[end : found.start()]
        word = _in_case(found[0], printed)
        opens = not made or any(mark in _OPENS for mark in between)
        made += [between, word[0].upper() + word[1:] if opens else word]
        end = found.end()
    return "".join([*made, title[end:]])


def _in_case(word: str, printed: dict[str, str]) -> str:
    low = word.lower()
    if low.replace("’", "'") in _ALWAYS:
        return word[0] + low[1:]
    if (shown := printed.get(low)) is not None:
        return shown
    if word in _KEPT:
        return word
    stem, mark, rest = word.partition("'" if "'" in word else "’")
    if mark:  # a possessive whose owner the text prints
        return _in_case(stem, printed) + mark + rest.lower()
    return "-".join(_in_case(part, printed) for part in word.split("-")) if "-" in word else low


def _printed(text: str) -> dict[str, str]:
    """Return how a text prints each word (lower case) amid its sentences: in small letters, if it ever does."""
    seen: dict[str, Counter[str]] = {}
    sample = "\n".join(line for line in text[:_SAMPLE].splitlines() if not line.isupper())
    behind = 0
    for found in _WORD.finditer(sample):
        between = sample[behind : found.start()]
        behind = found.end()
        if between in (" ", ", ") and not (found[0].isupper() and len(found[0]) > _LONGEST_ABBREVIATION):
            seen.setdefault(found[0].lower(), Counter())[found[0]] += 1
    return {low: low if low in forms else forms.most_common(1)[0][0] for low, forms in seen.items()}
