"""Whether a name is an organisation's or a person's."""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.folding import fold
from quotecli.core.names import given_names, short_forms
from quotecli.core.tables import read_table

_MARKS = re.compile(r"[@&/\d]|\.(?:com|org|net|co|gov|info|io|tv)\b|’s\b|'s\b| (?:of|for|and|für|des) ")
_ENDINGS = ("agentur", "behorde", "ministerium", "redaktion", "verband", "zeitung")  # German compounds, folded
_ARTICLES = frozenset("das der die el il la las le les los".split())
_NOT_WORD = re.compile(r"[\s.,\-]+")


@cache
def _words() -> dict[str, bool]:
    """Words of bodies' names, and whether they are family names too (Church, Post, Press)."""
    return {row[0]: row[1:] == ["surname"] for row in read_table("quotecli.cite", "body_words.tsv")}


def is_given_name(word: str) -> bool:
    """Tell whether a word is a known given name, a short form of one, or an initial."""
    bare = fold(word).strip(".")
    return len(bare) == 1 or bare in given_names() or bool(short_forms(word))


def is_body(name: str, *, outlet: str | None = None) -> bool:
    """Tell whether `name` is an organisation rather than a person; a name equal to the outlet's is one."""
    if outlet and fold(name) == fold(outlet):
        return True
    words = [word for word in _NOT_WORD.split(fold(name)) if word]
    if _MARKS.search(name) or (words and words[0] == "the"):
        return True
    found = [word for word in words if word in _words() or word.endswith(_ENDINGS)]
    if len(words) == 1:
        return bool(found) or (name.isupper() and name.isascii() and len(name) > 1)
    if len(words) == 2 and words[0] in _ARTICLES:  # El País, Die Zeit
        return True
    if found and found == words[-1:] and _words().get(found[0]):
        return not is_given_name(words[0])
    return bool(found)
