"""What is known of the language of a text that is not English: its reporting verbs, and its small words by their sort.

A word that only looks like a reporting verb is veiled, so that nothing reads it as one: Danish "disse" ("these") is
Portuguese for "said", French "sa" ("her") Swedish for it, and "la pregunta" is the question.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotecli.core.tables import read_table
from quotecli.find.words.lexicon import cue_forms, english_cues

_VEIL = "\u02b9"
"""Behind a word: no reader knows it any more, and it still counts as one of letters."""
_SAME = {"da": ("da", "no"), "no": ("da", "no")}
"""Languages that a text hardly tells apart."""
_SHORT = 4
"""Letters of a form that is hardly another word of a language we don't know."""


@cache
def other_words(kind: str, code: str) -> frozenset[str]:
    """Return the words of one sort of a language (BCP 47), see `other_words.tsv`; none of a language we don't know."""
    rows = read_table("quotecli.find", "other_words.tsv")
    return frozenset(
        word for sort, language, words in rows if (sort, language) == (kind, code) for word in words.split()
    )


@cache
def function_words() -> frozenset[str]:
    """Return the words of other languages that begin sentences and no names."""
    rows = read_table("quotecli.find", "function_words.tsv")
    return frozenset(word for _, words in rows for word in words.split())


@cache
def _looks_alike(code: str) -> frozenset[str]:
    """Return the forms of other languages' reporting verbs that tell nothing in a text of this one.

    A text whose language is unknown may hold any of the longer ones, and one of a few words, which passes for English,
    those with accents.
    """
    if code == "en":
        return frozenset(filter(str.isascii, cue_forms().keys() - english_cues().keys()))
    forms = [(form, codes.split()) for form, _, codes in read_table("quotecli.find", "cues_other.tsv")]
    if code == "und":
        return frozenset(form for form, _ in forms if len(form) < _SHORT)
    own = {form for form, codes in forms if not set(codes).isdisjoint(_SAME.get(code, (code,)))}
    return frozenset(cue_forms().keys() - own)


def veiled(words: Sequence[str], lows: list[str], code: str) -> list[str]:
    """Return `lows`, the words in lower case, with those veiled that only look like reporting verbs.

    That is forms of other languages, nouns behind their determiners, and German nouns, which have capitals.
    """
    alike = _looks_alike(code)
    if code == "en" and alike.isdisjoint(lows):
        return lows
    found = [low + _VEIL if low in alike else low for low in lows]
    if nouns := other_words("nouns", code):
        determiners = other_words("determiners", code)
        for at, low in enumerate(lows):
            if low in nouns and at and lows[at - 1] in determiners:
                found[at] = low + _VEIL
    elif code == "de":
        cues = cue_forms()
        for at, low in enumerate(found):
            if low in cues and words[at].istitle():
                found[at] = low + _VEIL
    return found
