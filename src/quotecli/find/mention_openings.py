"""Where in a text mentions may begin, told from the words alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quotecli.find.lexicon import FOREIGN_PRONOUNS, PRONOUNS, roles
from quotecli.find.mention_words import ALONE, DETERMINERS, PARTICLES
from quotecli.find.tokens import Stream

_MARKED = frozenset("@ʻ‘’'")
"""What may stand before a name's first letter."""


def openings(stream: Stream, low_of: Mapping[str, str], *, english: bool) -> list[int]:
    """Return where a mention may begin: most words of a text are ruled out here, each distinct one once.

    `low_of` holds the distinct words of the stream with their lower case.
    """
    opening = _opening_words(english)
    opens = {
        word
        for word, low in low_of.items()
        if low in opening or word[0].isupper() or word[0] in _MARKED or low.endswith("-year-old")
    }
    return [at for at, word in enumerate(stream.words) if word in opens]


@cache
def _opening_words(english: bool) -> frozenset[str]:
    pronouns = PRONOUNS if english else FOREIGN_PRONOUNS
    return frozenset((*pronouns, *DETERMINERS, *PARTICLES, *roles(), *ALONE))
