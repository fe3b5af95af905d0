"""Where a body's name begins, told by the letters behind it: "the Maritime and Dock Workers' Federation (MDWF)"."""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.core.folding import fold
from quotecli.find.mentions.mention import Mention
from quotecli.find.mentions.tokens import Stream

_LONGEST, _FEWEST = 10, 3
"""Words of such a name, and letters of such an acronym."""
_SMALL = frozenset("and of for the & on in".split())
_OWNING = frozenset(("'s", "'"))


def whole_bodies(stream: Stream, found: list[Mention]) -> list[Mention]:
    """Let names before their letters in brackets begin where the letters do; what was read inside them is left out."""
    if "(" not in stream.distinct:
        return found
    kept: list[Mention] = []
    for mention in found:
        if mention.kind == "name" and (first := _first_told(stream, mention)) >= 0:
            while kept and kept[-1].first >= first:
                kept.pop()
            mention.first, mention.start, mention.category = first, stream.starts[first], "body"
            words = stream.words[first : mention.last]
            mention.words = tuple(fold(word) for word in words if word.lower() not in _OWNING)
        kept.append(mention)
    return kept


def _first_told(stream: Stream, mention: Mention) -> int:
    """Return where a name begins for the letters in brackets behind it, -1 where they tell nothing more."""
    words, last = stream.words, mention.last
    letters = words[last + 1] if words[last : last + 1] == ["("] and words[last + 2 : last + 3] == [")"] else ""
    if len(letters) < _FEWEST or not (letters.isalpha() and letters.isupper()):
        return -1
    low = max(stream.sentence_span(mention.first)[0], last - _LONGEST)
    for first in range(mention.first - 1, low - 1, -1):
        word = words[first]
        if not word[0].isupper() and word not in _SMALL and word not in _OWNING:
            return -1
        if word[0] == letters[0] and letters in _initials(words[first:last]):
            return first
    return -1


def _initials(words: list[str]) -> Iterator[str]:
    """Yield the initials of words in capitals, then those of all."""
    plain = [word for word in words if word not in _OWNING]
    yield "".join(word[0] for word in plain if word not in _SMALL)
    yield "".join(word[0].upper() for word in plain)
