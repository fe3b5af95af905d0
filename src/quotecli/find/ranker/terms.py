"""Tells marks that only name something from those of speech: by the contract titles, nicknames and terms are none."""

from __future__ import annotations

from quotecli.core.types import Role
from quotecli.find.words.classes import EVENTS
from quotecli.find.words.lexicon import cue_forms, gender_of_given, programmes, vocabulary

_TELLING = frozenset(("told", "tell", "tells", "telling"))
_TOLD = frozenset("that he she they".split())
"""What follows whom something is told: told “Lakeland Tonight” that."""
_ON_AIR = _TELLING | frozenset("on with by from to 's host hosts interview".split())
_WINNING = frozenset(("for", "in"))
"""What stands before a work in which somebody plays, or for which somebody wins."""
_DEFINING = frozenset("define defined defines defining".split())
_MEANING = frozenset("means meant is was".split())
_SAYING = frozenset(("say", "says", "said"))
_MARKS = " ,.!?"
_WORKS = vocabulary("works")
_TO_A_TITLE = frozenset((",", "like", "called"))
"""What may stand between a work and its title: "a song like “Glasgow”"."""


def names_work(before: str, earlier: str, after: str, *, titled: bool, plain: bool) -> bool:
    """Tell whether words in marks are the title of a work that is told of right before them.

    Args:
        before: the word before the marks, in lower case.
        earlier: the word before that.
        after: the word behind the marks.
        titled: the words have capitals as a title has.
        plain: they are one with a capital, and end without a mark of a sentence.
    """
    if titled:
        return before in _WORKS or (before in _TO_A_TITLE and earlier in _WORKS)
    return plain and before in _TO_A_TITLE and earlier in _WORKS and after not in cue_forms()


def names_something(
    text: str, before: str, after: str, count: int, role: Role, *, titled: bool, plain: bool, led: bool
) -> bool:
    """Tell whether words in marks are a name or a term.

    Args:
        text: the words.
        before: the word before the marks, in lower case.
        after: the word behind them.
        count: how many words stand in the marks.
        role: the paragraph's.
        titled: they have capitals as a title has.
        plain: they begin with a capital and end without a mark.
        led: of a headline's word, whether somebody is told to say it.
    """
    if before in ("titled", "entitled"):
        return True
    if before in ("headlined", "headline"):
        return titled
    if before in ("nicknamed", "headed") or (titled and after in EVENTS):
        return True
    if before in _TELLING and after in _TOLD and (titled or (count == 1 and plain)):
        return True
    if before in _ON_AIR and not text[:1].islower() and text.lower().replace("’", "'").strip(_MARKS) in programmes():
        return True
    if before == "word":
        return count < 3
    if before in _DEFINING or (before == "what" and after in _MEANING):
        return count < 4  # wouldn't say what “soon” meant
    if count == 1 and plain and gender_of_given(after) and cue_forms().keys().isdisjoint((before, after)):
        return True  # barmaid ‘Dodgy’ Donna
    if before in _WINNING and titled and count > 1:
        return True  # who won for “The Ferry Clerk,” said so
    if before == "'s":
        return titled and after not in cue_forms()
    if after == "by" and titled:
        return before not in cue_forms() and before != "as"  # “The Drowned Orchard” by Gabrielle Osei
    tagged = text.endswith(",") or not _SAYING.isdisjoint((before, after))  # Hale is ‘unfit,’ Quaid says
    return role is Role.HEADLINE and count == 1 and not (tagged or led)  # Hale slams ‘unfit’ Quaid
