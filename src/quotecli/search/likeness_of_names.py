"""How well the words of a name fit those that are typed for it: whole, as short forms, begun, as initials, misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from quotecli.core.folding import fold
from quotecli.core.writings import beginnings, is_latin, latin, spelt_so
from quotecli.search.letters import single_letters
from quotecli.store.words import cut

if TYPE_CHECKING:
    from quotecli.core.names import PersonName

__all__ = [
    "BEGINNING",
    "NAMESAKE",
    "ONE_WORD",
    "SAME",
    "SURE",
    "begun_elsewhere",
    "covered",
    "likeness_of_names",
    "may_be_one",
    "short_forms_of",
]

SAME, _NICKNAME, BEGINNING, _INITIAL = 100.0, 97.0, 94.0, 92.0
ONE_WORD = 99.9
"""The same, of one word alone: the whole of a name, and as well a part of others."""
SURE = 90.0
"""From here a name fits: its words are the name's, or their short forms, beginnings or initials."""
_NEARLY = 89.0
"""The most that a misspelt word counts for."""
_MISPLACED = 86.0
"""What a word of the same letters counts for ("ghandi"); one with others doubled counts `_NEARLY` ("gadafi")."""
_LEAST_MISPLACED = 5
NAMESAKE = 70.0
"""What it counts for that the last word typed is the name's last: "Peter Orlov" may be Pyotr Orlov."""
_SPELT = 0.55
"""Least likeness of a misspelt word, 0 to 1."""
_HANDLE = 5
"""Letters of the shortest handle, which begins as a name does ("noraq"); a longer one may be its end, or misspelt."""
_JOINED = (3, 2)
"""So many words of a name may be typed as one: "vonderleyen", "reesmogg"."""
_ARTICLES = frozenset({"al", "el"})
_LEFT = 0.5
"""What a name loses that has more words than are typed."""


def likeness_of_names(wanted: Sequence[str], words: Sequence[str]) -> float:
    """Return how well a name's words fit those wanted, 0 to 100; "JD" is "J.D.", "reesmogg" Rees-Mogg."""
    ways = [
        (wanted, words),
        (_with_joined_initials(wanted), _with_joined_initials(words)),
        (wanted, _joined_as(wanted, words)),
    ]
    return max(_of_words(*way) for way in [ways[0], *(way for way in ways[1:] if way != ways[0])])


def covered(words: Sequence[str], wanted: Sequence[str]) -> float:
    """Return how well a name fits of which all words are among those wanted, in order; 0 where they are not.

    Words more in the middle are further given names; what stands before the name leaves it a near miss, and what
    stands behind it may be another's family name.
    """
    places: list[int] = []
    solid = 0
    for word in words:
        start = places[-1] + 1 if places else 0
        values = [_of_word(one, word) for one in wanted[start:]]
        at = next((at for at, value in enumerate(values) if value >= SURE), None)
        if at is None:
            return 0.0
        places.append(start + at)
        solid += values[at] > _INITIAL
    if solid < min(2, len(words)) or len(words) < 2:  # one word is too little to go by
        return 0.0
    if places[-1] < len(wanted) - 1:
        return NAMESAKE
    return SURE if places[0] == 0 else _MISPLACED


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names may be one person's of which one says less: "Bosch", "Ana Bosch", "Ana Ruiz-Bosch"."""
    from quotecli.core.names import may_be_one_given_name, parse_name

    one, two = parse_name(name), parse_name(other)
    fewer, more = sorted((_bare(one), _bare(two)), key=len)
    if len(fewer) < 2:
        return any(word in more or not short_forms_of(word).isdisjoint(more[:1]) for word in fewer)
    initials = ["".join(word[0] for word in cut(fold(" ".join(parsed.middle)))) for parsed in (one, two)]
    middle = not all(initials) or initials[0].startswith(initials[1]) or initials[1].startswith(initials[0])
    return may_be_one_given_name(fewer[0], more[0]) and (fewer[-1] in more[1:] or more[-1] in fewer[1:]) and middle


def _bare(name: PersonName) -> list[str]:
    return cut(fold(name._replace(suffix="").full))


def _with_joined_initials(words: Sequence[str]) -> Sequence[str]:
    """Return words with those of one letter that follow each other made one."""
    if all(len(word) > 1 for word in words):
        return words
    joined: list[str] = []
    for place, word in enumerate(words):
        if place and len(word) == 1 == len(words[place - 1]):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _joined_as(wanted: Sequence[str], words: Sequence[str]) -> Sequence[str]:
    """Return a name's words with those made one that are typed as one."""
    for size in _JOINED:
        for at in range(len(words) - size + 1):
            if (joined := "".join(words[at : at + size])) in wanted:
                return [*words[:at], joined, *words[at + size :]]
    return words


def _of_words(wanted: Sequence[str], words: Sequence[str]) -> float:
    if not words:
        return 0.0
    if [*wanted] == [*words]:
        return SAME if len(words) > 1 else ONE_WORD
    pairs = [*_pairs(wanted, words)]
    if all(value == _INITIAL for value, _, _ in pairs):  # "kevin" is not "J.K. Rowling"
        pairs = [pair for pair in pairs if len(wanted[pair[1]]) == 1]
    score = sum(value for value, _, _ in pairs) / len(wanted) - (_LEFT if len(words) > len(pairs) else 0.0)
    if any(value <= _NEARLY for value, _, _ in pairs):  # "Ana Ruis" is near, however well the rest fits
        score = min(score, _NEARLY)
    if _family_is_another(wanted, words, pairs):
        score = min(score, NAMESAKE)
    joined = "".join(wanted)
    if len(wanted) == 1 and len(joined) >= _HANDLE:  # a handle: the name's words, or some of them, in one
        name = "".join(words)
        within = joined in name if len(joined) > _HANDLE else len(words) > 1 and name.startswith(joined)
        score = max(score, BEGINNING - 1 if within else _spelt(joined, name) - 1 if len(joined) > _HANDLE else 0.0)
        if len(words) > 1 and joined[0] == words[0][0] and joined[1:] in _families(words):  # "jreed" is Jonas Reed
            score = max(score, BEGINNING)
    return score


def _families(words: Sequence[str]) -> list[str]:
    """Return what may be the family name of a name's words, in one: "der meer", "van der meer"."""
    return ["".join(words[at:]) for at in range(1, len(words))]


def _family_is_another(wanted: Sequence[str], words: Sequence[str], pairs: Sequence[tuple[float, int, int]]) -> bool:
    """Tell whether a whole word typed stands for an initial of a name of whose family name nothing was typed.

    "Pietro McFenley" is not "Pietro M. Garworth".
    """
    named = {at for _, _, at in pairs}
    return any(
        len(wanted[place]) > 1 == len(words[at])
        and at < len(words) - 1
        and not named.intersection(range(at + 1, len(words)))
        for _, place, at in pairs
    )


def _pairs(wanted: Sequence[str], words: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """Yield how well each word fits the one it stands for, and their places; each stands for one, the surest first."""
    every = [
        (value, -place, -at)
        for place, one in enumerate(wanted)
        for at, word in enumerate(words)
        if (value := _of_word(one, word))
    ]
    typed: set[int] = set()
    named: set[int] = set()
    for value, place, at in sorted(every, reverse=True):
        if place not in typed and at not in named:
            typed.add(place)
            named.add(at)
            yield value, -place, -at


@lru_cache(maxsize=256)
def short_forms_of(word: str) -> frozenset[str]:
    """Return what a given name may be in short, or what it may be short for."""
    from quotecli.core.names import short_forms  # a search without a name needs no table of names

    return short_forms(word)


@lru_cache(maxsize=256)
def begun_elsewhere(word: str) -> frozenset[str]:
    """Return how a word may begin in Latin letters, or not in them."""
    return frozenset(one for form in (word, *_elsewhere(word)) for one in beginnings(form))


@lru_cache(maxsize=256)
def _elsewhere(word: str) -> frozenset[str]:
    """Return the other spellings in Latin letters of a given name from another writing."""
    from quotecli.core.transliteration import spellings_from_elsewhere

    return spellings_from_elsewhere(word if is_latin(word) else latin(word))


@lru_cache(maxsize=4096)
def _of_word(word: str, other: str) -> float:
    if word == other:
        return SAME
    if other in short_forms_of(word) or (word in _ARTICLES and other in _ARTICLES):
        return _NICKNAME
    if len(word) == 1 or len(other) == 1:
        return _INITIAL if word[0] == other[0] else 0.0
    if len(word) > 2 and other.startswith(word):
        return BEGINNING
    if is_latin(word) != is_latin(other):
        return _spelt_elsewhere(word, other)
    return min(_spelt(word, other), _NEARLY)


def _spelt_elsewhere(word: str, other: str) -> float:
    """Return how well words fit of which one is in Latin letters: they can be spelt so, or they don't fit at all."""
    if begun_elsewhere(word).isdisjoint((other[:3], other[:2])):
        return 0.0
    for value, form in ((SAME, word), *((_NICKNAME, form) for form in _elsewhere(word))):
        if is_latin(form) == is_latin(other):
            if form == other:
                return value
            continue
        same, begun = spelt_so(form, other) if is_latin(other) else spelt_so(other, form)
        if same:
            return value
        if begun and form == word and len(word) > 2 and len(latin(word)) < len(latin(other)):
            return BEGINNING
    return 0.0


def _spelt(word: str, other: str) -> float:
    if word == other:
        return 96.0
    if word[0] == other[0] and single_letters(word) == single_letters(other):
        return _NEARLY
    longest = max(len(word), len(other))
    if abs(len(word) - len(other)) > (1 - _SPELT) * longest:  # spares most searches for a name loading rapidfuzz
        return 0.0
    from rapidfuzz.distance import OSA

    likeness = 100.0 * OSA.normalized_similarity(word, other, score_cutoff=_SPELT)
    return max(likeness, _MISPLACED) if likeness and _misplaced(word, other) else likeness


def _misplaced(word: str, other: str) -> bool:
    ends = (word[0], word[-1]) == (other[0], other[-1])
    return ends and len(word) >= _LEAST_MISPLACED and sorted(word) == sorted(other)
