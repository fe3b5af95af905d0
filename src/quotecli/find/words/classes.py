"""Coarse classes of the words beside a piece."""

from __future__ import annotations

from quotecli.find.words.lexicon import PRONOUNS, cue_forms

NAMING = frozenset(
    "titled entitled headlined headline title named nicknamed known dubbed billed book song film movie show "
    "series album episode play poem novel essay column article story word words term phrase slogan motto sign "
    "label labeled labelled so-called called code-named codenamed project game painting magazine newspaper "
    "website hashtag chant saying idiom quote lyric lyrics hit single track musical opera documentary podcast "
    "memoir band group program programme marked nickname moniker".split()
)
EVENTS = frozenset("album appeal campaign concert conference exhibition festival gala podcast series show tour".split())
"""What stands behind its title: the “Year of Water” festival."""
_PREPOSITIONS = frozenset("of in on at to for from with by about into over against as like between under than".split())
_ARTICLES = frozenset("the a an this that these those some any no his her its their our my your".split())


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
