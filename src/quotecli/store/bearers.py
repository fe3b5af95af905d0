"""Names of people taken apart, and what they tell by themselves: whether two may be one person's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.names import given_names, may_be_one_given_name, parse_name, short_forms
from quotecli.core.transliteration import given_from_elsewhere, sound
from quotecli.store.rivals import FEMALE, MALE, told_by_name
from quotecli.store.words import MARK, cut

__all__ = ["Name", "extends", "gender_of_title", "known", "may_be_one_voice", "one_person", "parts_of", "words_of"]


class Name(NamedTuple):
    """A name taken apart for comparison; all folded."""

    number: int
    shown: str
    quotes: int
    titles: frozenset[str]
    given: str
    middle: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str
    person: int

    @property
    def surnames(self) -> frozenset[str]:
        return frozenset(word for word in (*self.middle, *self.family) if len(word) > 1)

    @property
    def key(self) -> tuple[object, ...]:
        """What is equal for names that differ in accents, case, dashes and marks, or as transliterations, alone."""
        rest = (*self.middle, *self.family)
        if given := given_from_elsewhere(self.given):
            return (given, tuple(map(sound, rest)), self.suffix, "")
        return (self.given, rest, self.suffix, self.titles if not self.given else "")


def known(given: str) -> bool:
    return given in given_names() or bool(short_forms(given))


@lru_cache(maxsize=8192)
def parts_of(name: str) -> tuple[frozenset[str], str, tuple[str, ...], tuple[str, ...], str]:
    titles, given, middle, family, suffix = parse_name(name)
    if len(given) == 2 and given.isalpha() and given.isupper() and not family.isupper():
        given = f"{given[0]} {given[1]}"  # JD Vance is J.D. Vance
    first, *more = words_of(given) or [""]
    return (
        frozenset(word for title in titles for word in words_of(title)),
        first,
        (*more, *(word for part in middle for word in words_of(part))),
        tuple(words_of(family)),
        "".join(words_of(suffix)),
    )


def words_of(part: str) -> list[str]:
    return cut(fold(part)) if part else []


def one_person(first: Name, second: Name, against: set[tuple[int, str]]) -> bool:
    """Tell whether two full names may be one person's."""
    return first.key == second.key or extends(first, second, against) or extends(second, first, against)


def extends(short: Name, long: Name, against: set[tuple[int, str]]) -> bool:
    """Tell whether `long` says the same as `short` and more, or the same in another form."""
    if short.suffix != long.suffix:
        return False
    if short.given != long.given:
        return _nicknamed(short, long, against)
    if short.family == long.family and _within(short.middle, long.middle):
        initials = all(len(word) == 1 for word in long.middle) or known(short.given)
        return initials and short.middle != long.middle
    more = not short.middle and set(short.family) < long.surnames
    return more and known(short.given)


def _genders(name: Name, against: set[tuple[int, str]]) -> set[str]:
    """Return what a name, and the documents that have it, tell of its bearer."""
    return {gender for gender in "fm" if told_by_name(name.given) == gender or (name.number, MARK + gender) in against}


def _nicknamed(one: Name, other: Name, against: set[tuple[int, str]]) -> bool:
    if one.family != other.family or min(len(one.given), len(other.given)) < 2:
        return False
    if not may_be_one_given_name(one.given, other.given) or not (
        _within(one.middle, other.middle) or _within(other.middle, one.middle)
    ):
        return False
    if len(_genders(one, against) | _genders(other, against)) > 1:
        return False
    return (one.number, fold(f"{other.given} {' '.join(other.family)}")) not in against and (
        other.number,
        fold(f"{one.given} {' '.join(one.family)}"),
    ) not in against


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the middle names of `short` begin those of `long`; an initial stands for its name."""
    return len(short) <= len(long) and all(
        one == other or (1 in {len(one), len(other)} and one[0] == other[0])
        for one, other in zip(short, long, strict=False)
    )


def gender_of_title(name: Name) -> str:
    """Return `f` or `m` where a name has a title of women or of men, else nothing."""
    return "f" if name.titles & FEMALE else "m" if name.titles & MALE else ""


def may_be_one_voice(some: Collection[str], others: Collection[str]) -> bool:
    """Tell whether two voices may share a person, by their names alone: whatever else a store holds, it is the same."""
    return any(_may_be_one(one, other) for one in some for other in others)


@lru_cache(maxsize=8192)
def _may_be_one(one: str, other: str) -> bool:
    if one == other:
        return True
    first, second = (Name(0, name, 0, *parts_of(name), 0) for name in (one, other))
    if first.given and second.given:
        return one_person(first, second, set())
    lone, whole = (second, first) if first.given else (first, second)
    if lone.suffix != whole.suffix or not lone.family or not set(lone.family) <= whole.surnames:
        return False
    told = gender_of_title(lone), gender_of_title(whole) or told_by_name(whole.given)
    return "" in told or told[0] == told[1]
