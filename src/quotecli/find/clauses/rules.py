"""The rules of this folder in the order in which they are asked: the first that tells whose words a piece is counts."""

from __future__ import annotations

from quotecli.find.clauses.asked import asked_about
from quotecli.find.clauses.charged import charged, described
from quotecli.find.clauses.inner import (
    inner_clause,
    put_so,
    said_to_have_told,
    told_beside,
    told_to_others,
    told_within,
)
from quotecli.find.clauses.led import (
    agent,
    bare_tag,
    demanded,
    inner_tag,
    introducer,
    labelled,
    last_clause,
    led_in,
    telling,
)
from quotecli.find.clauses.patterns import ruling_clause
from quotecli.find.clauses.recalled import remembered
from quotecli.find.clauses.setting import Setting

_FOR_ALL = (
    ("the clause that ends in these words", ruling_clause),
    ("the sentence above, which introduces them", introducer),
)
_FOR_SPEECH = (
    ("who charges another with it", charged),
    ("who describes something so", described),
    ("whose words another reports", inner_clause),
    ("who asks or answers with them", telling),
    ("whom the question before them is about", asked_about),
    ("the label before the colon", labelled),
    ("a tag inside the sentence", inner_tag),
    ("a tag that is a sentence", bare_tag),
    ("a tag that another vouches for", told_to_others),
    ("a tag inside another's", said_to_have_told),
    ("who put it so", put_so),
    ("who told it, by another's word", told_within),
    ("of whom a tag inside the sentence tells", told_beside),
    ("by whom it was called so", agent),
    ("who is recalled saying it", remembered),
    ("who leads the sentence before the colon", led_in),
    ("who wants what stands behind the colon", demanded),
)
"""For what looks like no title and no name."""
_LAST = ("the last clause before these words", last_clause)
_RULES = {True: (*_FOR_ALL, _LAST), False: (*_FOR_ALL, *_FOR_SPEECH, _LAST)}
"""By whether a piece looks like a name."""


def ruled(setting: Setting) -> tuple[int, str]:
    """Return whom the sentence around the piece says to have said it, -1 for nobody, and in words which rule tells."""
    for rule, search in _RULES[setting.is_name]:
        if (number := search(setting)) >= 0:
            return number, rule
    return -1, ""
