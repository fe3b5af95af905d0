"""Whether a name is an organisation's or a person's, and whether "and" in it joins two."""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.folding import fold
from quotecli.core.names import given_names, short_forms
from quotecli.core.tables import read_table

_MARKS = re.compile(r"[@&/\d]|\.(?:com|org|net|co|gov|info|io|tv)\b|’s\b|'s\b| (?:of|for|and|für|des) ")
_ENDINGS = ("agentur", "behorde", "ministerium", "redaktion", "verband", "zeitung")  # German compounds, folded
_ARTICLES = frozenset("das der die el il la las le les los".split())
_COUNTRIES = frozenset("EU GB UK UN US USA".split())
"""Behind a name they make it a body's: Cancer Research UK."""
_HEAD = re.compile(r"(?:the )?((?:[^\s,;]{1,30} ){0,4}?[^\s,;]{1,30}) (?:of|for) \S", re.IGNORECASE)
_PARTS = re.compile(r",\s*|\s+(?:and|&)\s+")
_NOT_WORD = re.compile(r"[\s.,\-]+")


@cache
def _words() -> dict[str, bool]:
    """Words of bodies' names, and whether they are family names too (Church, Post, Press)."""
    return {row[0]: row[1:] == ["surname"] for row in read_table("quotecli.core", "body_words.tsv")}


def is_given_name(word: str) -> bool:
    """Tell whether a word is a known given name, a short form of one, or an initial."""
    bare = fold(word).strip(".")
    return len(bare) == 1 or bare in given_names() or bool(short_forms(word))


def is_body(name: str, *, outlet: str | None = None) -> bool:
    """Tell whether `name` is an organisation rather than a person; a name equal to the outlet's is one."""
    if outlet and fold(name) == fold(outlet):
        return True
    printed = name.split()
    if len(printed) > 1 and printed[-1] in _COUNTRIES and not name.isupper():
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


def begins_with_body(text: str) -> bool:
    """Tell whether a text begins with a body's name that goes on: `Department for …`, `Ministry of …`."""
    found = _HEAD.match(text)
    return found is not None and any(word in _words() for word in fold(found[1]).split()[-1:])


def is_one_body(text: str) -> bool:
    """Tell whether "and" and the commas in a text are a body's own: Department for Environment, Food and Rural Affairs.

    Not so where a part names a person, an agency, or begins another body's name.
    """
    first, *parts = _PARTS.split(text)
    if not parts or not re.search(r"\s(?:and|&)\s", text) or not begins_with_body(first):
        return False
    return not any(_stands_alone(part.strip()) for part in parts)


def _stands_alone(part: str) -> bool:
    words = part.split()
    if len(words) < 2:
        return is_body(part)
    return begins_with_body(part) or (is_given_name(words[0]) and not is_body(part))
