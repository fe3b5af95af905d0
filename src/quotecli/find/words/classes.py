"""Coarse classes of the words beside a piece."""

from __future__ import annotations

from quotecli.find.words.lexicon import PRONOUNS, cue_forms, vocabulary

NAMING = vocabulary("naming")
EVENTS = vocabulary("events")
"""What stands behind its title: the “Year of Water” festival."""
_PREPOSITIONS = vocabulary("prepositions")
_ARTICLES = vocabulary("articles")


def word_class(low: str) -> str:
    """Return a coarse class of a word beside a piece: a reporting verb's class, article, preposition, mark …."""
    known = cue_forms().get(low)
    if known is not None:
        return "V" + known[1]
    if low in ("^", "$", "'s", "and", "or", "who", "which"):
        return low
    if low in PRONOUNS:
        return "P"
    if low in _ARTICLES:
        return "A"
    if low in _PREPOSITIONS:
        return "I"
    if not low[0].isalnum():
        return low
    for ending in ("ing", "ed", "ly"):
        if low.endswith(ending):
            return ending
    return "w"
