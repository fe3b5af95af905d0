"""Two names of one person: "Tiny Goliath, whose real name is Ted Alston", "The singer, born Lou Vandersteen"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream
from quotecli.find.words.lexicon import gender_of_given, roles

_TELLING = frozenset(
    "aka alias born known name né née performed performs raps recorded records sings toured tours".split()
)
"""Some word of these stands between two names of one person."""
_BETWEEN = re.compile(
    r"[,(] (?:(?:aka|alias|born|né|née)"
    r"|whose (?:birth|full|given|legal|real|stage) name (?:is|was)"
    r"|(?:real|birth|stage) name"
    r"|(?:who is )?(?:(?:also|best|better|professionally) )?known (?:(?:online|professionally) )?as"
    r"|who (?:performed|performs|raps|recorded|records|sings|toured|tours) (?:as|under the name(?: of)?))"
)
_LONGEST = 9
"""Words between the names."""


def read_aliases(stream: Stream, named: Sequence[Mention]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the full names, by their words, whose bearers have another in the text, by which they are mostly called.

    `named` are the mentions of names in the order of the text.
    """
    if _TELLING.isdisjoint(stream.distinct):
        return {}
    full = [mention for mention in named if len(mention.words) > 1 and mention.category != "body"]
    often = Counter(mention.words if len(mention.words) > 1 else mention.words[-1:] for mention in named)
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for one, other in _pairs(stream, full):
        counts = [often[words] + often[words[-1:]] for words in (one, other)]
        main, alias = (one, other) if counts[0] >= counts[1] else (other, one)
        if main != alias and main not in found:
            found[alias] = main
    return found


def _pairs(stream: Stream, full: Sequence[Mention]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the words of two names that the text says are one person's."""
    lows = stream.lows
    for number, (one, other) in enumerate(pairwise(full)):
        between = lows[one.last : other.first]
        beside = len(between) <= _LONGEST and stream.sentences[one.first] == stream.sentences[other.first]
        if beside and _BETWEEN.fullmatch(" ".join(between)):
            yield one.words, other.words
        elif between[-2:] == [",", "born"] and lows[other.first - 3] in roles():
            yield _mostly_told(full[: number + 1], other), other.words


def _mostly_told(before: Sequence[Mention], born: Mention) -> tuple[str, ...]:
    """Return whom the text has named most before it tells of a name at birth, of that name's gender; else this name."""
    gender = gender_of_given(born.words[0])
    may = Counter(mention.words for mention in before if gender_of_given(mention.words[0]) in (gender, "", "u"))
    return max(may, key=may.__getitem__, default=born.words)
