"""Which language a text is in, told from its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from quotecli.core.tables import read_table

_ENGLISH = frozenset(
    "the of and to in a that is was for on with said his her he she it as at by from has have not".split()
)

_FOREIGN = frozenset(
    "le les des du est une dans pour sur aux qui der das und nicht ist ein eine den dem los las una por con del que il"
    " che della het een niet och att som".split()
)


_ONLY_ENGLISH = frozenset(
    "the and of that with said his from has she you it they their this your my our who what were would have".split()
)
"""Words that no other language has, or hardly any."""
_BEYOND_LATIN = "\u0250"
_MOSTLY_SPOKEN = 2
"""How many times as many words as outside its marks a script has: labels ("DAP:") tell no language."""


def is_english(lows: list[str]) -> bool:
    """Tell whether the words (lower case) read like English: function words are a tenth of any English text."""
    sample = lows[:600]
    english = sum(map(_ENGLISH.__contains__, sample))
    if english < sum(map(sample.count, _FOREIGN.intersection(sample))):
        return False  # French has "a" and "on" as well, German "in" and "was"
    if english >= 0.1 * len(sample):
        return True
    words = [low for low in sample if low[0].isalpha()]
    latin = sum(low[0] < _BEYOND_LATIN for low in words)
    return (len(words) < 12 and 2 * latin >= len(words)) or english >= 0.1 * max(len(words), 1)


class Language(NamedTuple):
    """What is known of a language.

    Attributes:
        code: BCP 47.
        telling: words that tell it from the others.
        pronouns: those for one person, with m or f.
        articles: before a noun, with the gender that they tell: m, f or u.
    """

    code: str
    telling: frozenset[str]
    pronouns: dict[str, str]
    articles: dict[str, str]


_WORD = re.compile(r"[^\W\d_]+")
_UNKNOWN, ENGLISH = (Language(code, frozenset(), {}, {}) for code in ("und", "en"))
_LEAST_SHARE, _LEAST_CLEAR = 0.06, 3
_WRITINGS = tuple(re.compile(letters) for letters in ("[\u3040-\u30ff]", "[\uac00-\ud7af]", "[\u3400-\u9fff]"))
"""Letters of Japanese, of Korean, and those that Chinese and Japanese share."""
_KANA = 0.1
"""Share of its syllables from which a text is Japanese."""
_SAMPLE = 6_000
"""Characters of a text that are looked at."""
_SAME_AS = {"nb": "no", "nn": "no"}
"""Codes of the same language for our purpose."""


@cache
def _languages() -> tuple[Language, ...]:
    found = []
    for code, telling, he, she, *articles in read_table("quotecli.core", "languages.tsv"):
        pronouns = {**dict.fromkeys(he.split(), "m"), **dict.fromkeys(she.split(), "f")}
        before = {word: gender for words, gender in zip(articles, "mfu", strict=True) for word in words.split()}
        found.append(Language(code, frozenset(telling.split()), pronouns, before))
    return tuple(found)


def language_read(lows: list[str], text: str, stated: str | None = None) -> Language:
    """Return the language of an article, `ENGLISH` unless its words say otherwise.

    Args:
        lows: its words outside quotation marks, in lower case, by which most are told.
        text: all of it, which is asked where those leave it open.
        stated: what its source says it is (BCP 47).
    """
    if not is_english(lows):
        every = words_of(text)
        return ENGLISH if len(every) > _MOSTLY_SPOKEN * len(lows) and is_english(every) else language_of(every, stated)
    if not _ONLY_ENGLISH.isdisjoint(lows):
        return ENGLISH
    every = words_of(text)
    language = language_of(every, stated)
    if language is _UNKNOWN or not _ONLY_ENGLISH.isdisjoint(every):
        return ENGLISH
    if _primary(stated) == language.code:
        return language
    told = sum(map(every.count, language.telling))
    clear = told >= _LEAST_CLEAR and told > 2 * sum(map(every.count, _ENGLISH - language.telling))
    return language if clear else ENGLISH


def words_of(text: str) -> list[str]:
    """Return the words at the beginning of a text, in lower case."""
    return [word.lower() for word in _WORD.findall(text[:_SAMPLE])]


def language_of(lows: Sequence[str], stated: str | None = None) -> Language:
    """Return the language of a text, which is not English, by its words in lower case.

    It is the language whose telling words are the most frequent. They must be a fair share of the text, or far more
    frequent than those of any other language; if not, it is the one `stated` (BCP 47), if we know that, or unknown.
    """
    counts = Counter(lows)
    shares = [(sum(counts[word] for word in language.telling), language) for language in _languages()]
    (most, language), (second, _) = sorted(shares, key=itemgetter(0), reverse=True)[:2]
    clear = most >= _LEAST_CLEAR and most > 2 * second
    if clear or most > _LEAST_SHARE * len(lows):
        return language
    return next((known for known in _languages() if known.code == _primary(stated)), _UNKNOWN)


def _primary(stated: str | None) -> str:
    """Return the language of a tag without its country: "de" of "de-AT"."""
    primary = (stated or "").lower().replace("_", "-").partition("-")[0]
    return _SAME_AS.get(primary, primary)


_LEAST_WORDS = 25


def _written(text: str) -> str | None:
    """Return the language that a text's writing tells: Japanese by its syllables, Korean, else Chinese; or None."""
    kana, korean, han = (len(letters.findall(text)) for letters in _WRITINGS)
    if not kana + korean + han or 2 * (kana + korean + han) < sum(map(str.isalpha, text)):
        return None
    return "ko" if korean > kana + han else "ja" if kana > _KANA * (kana + han) else "zh"


def foreign_language(text: str) -> str | None:
    """Return the language (BCP 47) of a text that is plainly in one of those we know other than English, else None."""
    if written := _written(text[:_SAMPLE]):
        return written
    lows = words_of(text)
    if len(lows) < _LEAST_WORDS or is_english(lows):
        return None
    code = language_of(lows).code
    return None if code == _UNKNOWN.code else code
