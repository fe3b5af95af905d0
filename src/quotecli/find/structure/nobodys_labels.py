"""Labels of a script that say that nobody knows who speaks: "UNIDENTIFIED MAN", "Unknown speaker", "Speaker 1"."""

from __future__ import annotations

import re

from quotecli.core.folding import fold

__all__ = ["is_nobody"]

_UNKNOWN = frozenset("unidentified unknown unnamed male female another".split())
_ANYBODY = frozenset(
    "man woman male female voice speaker person boy girl child student reporter caller audience participant".split()
)
"""The first and the last word of a label of whom nobody knows: "UNIDENTIFIED MAN"."""
_OF_MANY = re.compile(
    r"(?:(?:an?|the|another|one|some|several) )?(?:"
    r"(?:members?|person|people|man|woman|voices?) (?:of|from|in) the (?:audience|crowd|floor|gallery|press|public)"
    r"|audience members?|hon\.? members|(?:court )?(?:reporter|stenographer)|questioner)"
)
"""One of many, or who takes down what is said."""
_NUMBERED = re.compile(r"(?:caller|guest|interviewee|participant|person|respondent|speaker|voice)[ _-]?\d{1,3}")
"""Whom a program that transcribes numbers; in the next transcript they are others."""


def is_nobody(label: str) -> bool:
    """Tell whether a label says that nobody knows who speaks: "UNIDENTIFIED MAN", "Male Voice 2", "Speaker 1"."""
    label = fold(label)
    if _NUMBERED.fullmatch(label) or _OF_MANY.fullmatch(label):
        return True
    words = [word for word in label.split() if not word.isdigit()]
    return len(words) > 1 and words[0] in _UNKNOWN and words[-1] in _ANYBODY
