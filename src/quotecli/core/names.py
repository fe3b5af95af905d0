"""Names of persons: their parts, their short forms, and whether two spellings may mean one person."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.tables import read_table

_PARTICLES = frozenset(
    "al ap ben bin da dal de del della den der des di dos du el ibn la le lo mac ni nic st ten ter ui van vande von"
    " zu".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md esq obe mbe cbe qc kc".split())
_WORD = re.compile(r"[^\s,]+")


class PersonName(NamedTuple):
    """A personal name in its parts, as printed; lists are empty and strings "" where there is nothing.

    Attributes:
        titles: words before the name that are no part of it ("Mr.", "Prime Minister").
        given: the first given name or initial.
        middle: further given names and initials.
        family: the family name with its particles ("de la Cruz"), or the only name.
        suffix: "Jr.", "III".
    """

    titles: tuple[str, ...]
    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str

    @property
    def full(self) -> str:
        """The name without titles."""
        return " ".join(part for part in (self.given, *self.middle, self.family, self.suffix) if part)


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.core", "titles.tsv"))


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for given, others in read_table("quotecli.core", "nicknames.tsv"):
        for other in others.split():
            forms.setdefault(given, set()).add(other)
            forms.setdefault(other, set()).add(given)
    return {name: frozenset(others) for name, others in forms.items()}


def _bare(word: str) -> str:
    return fold(word).strip(".,'")


def parse_name(text: str) -> PersonName:
    """Split a personal name into its parts; "Last, First" is understood; the order is Western otherwise."""
    head, comma, tail = text.partition(",")
    if comma and _bare(tail.strip()) not in _SUFFIXES and tail.strip():
        text = f"{tail.strip()} {head.strip()}"
    words = _WORD.findall(text)
    titles: list[str] = []
    while len(words) > 1 and _bare(words[0]) in _titles():
        titles.append(words.pop(0))
    suffix = words.pop() if len(words) > 1 and _bare(words[-1]) in _SUFFIXES else ""
    if len(words) < 2:
        return PersonName(tuple(titles), "", (), " ".join(words), suffix)
    first_of_family = len(words) - 1
    while first_of_family > 1 and _bare(words[first_of_family - 1]) in _PARTICLES:
        first_of_family -= 1
    return PersonName(
        tuple(titles), words[0], tuple(words[1:first_of_family]), " ".join(words[first_of_family:]), suffix
    )


def strip_titles(text: str) -> str:
    """Return the name without the titles before it ("Sen. Ngozi Okafor" → "Ngozi Okafor")."""
    return parse_name(text).full


def short_forms(given: str) -> frozenset[str]:
    """Return the folded given names that may stand for `given`, read both ways (rob → robert; robert → bob, rob …)."""
    return _short_forms().get(_bare(given), frozenset())


def given_names_agree(first: str, second: str) -> bool:
    """Tell whether two given names may be one person's: equal when folded, an initial of the other, or a short form."""
    a, b = _bare(first), _bare(second)
    if not a or not b or a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return b in short_forms(a) or bool(short_forms(a) & short_forms(b))


class _Person(NamedTuple):
    """A name folded for comparison."""

    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str
    titles: frozenset[str]


def _person(name: str) -> _Person:
    parts = parse_name(name)
    return _Person(
        _bare(parts.given),
        tuple(_bare(word) for word in parts.middle),
        _bare(parts.family),
        _bare(parts.suffix),
        frozenset(_bare(title) for title in parts.titles),
    )


def same_person(a: str, b: str) -> float:
    """Return how likely two canonical names from different documents mean one person, 0 to 1.

    The names alone speak: equal full names come to 0.95, never to 1, since namesakes exist. A family name alone is weak
    evidence for any one bearer of it (0.3 with a title, 0.2 without; two bare family names 0.5). Short forms ("Rob",
    "Robert") reach 0.75, which holds only where nothing else speaks against it. Different given names, suffixes (Jr.,
    Sr.) or titles of different gender speak against.
    """
    first, second = _person(a), _person(b)
    if not first.family or not second.family:
        return 0.0
    family = _family_likeness(first, second)
    if family == 0.0:
        return 0.0
    if _genders_differ(first, second):
        return 0.02
    if not first.given or not second.given:
        return _family_alone(first, second)
    chance = family * _given_likeness(first, second) * _middle_likeness(first.middle, second.middle)
    if first.suffix != second.suffix:
        chance *= 0.4 if "" in (first.suffix, second.suffix) else 0.05
    return round(chance, 3)


def _family_alone(first: _Person, second: _Person) -> float:
    """One has a single name: a family name, a given name, or a name known by itself (Madonna)."""
    if not first.given and not second.given:
        return 0.5
    single, full = (first, second) if not first.given else (second, first)
    if single.family == full.family or single.family in full.family.split("-"):
        return 0.3 if single.titles else 0.2
    return 0.1 if single.family == full.given else 0.0


def _family_likeness(first: _Person, second: _Person) -> float:
    a, b = first.family, second.family
    if a == b:
        return 1.0
    if "" in (first.given, second.given):
        single, full = (first, second) if not first.given else (second, first)
        return 1.0 if single.family in (full.given, *full.family.split("-")) else 0.0
    if a.split("-")[0] == b.split("-")[0] or a.split("-")[-1] == b.split("-")[-1]:
        # Kardashian and Kardashian-West; two different double names are two families
        return 0.9 if "-" not in a or "-" not in b else 0.2
    if _skeleton(a) == _skeleton(b) and len(_skeleton(a)) > 2:
        return 0.8
    if a in second.middle or b in first.middle:  # Hillary Rodham, Hillary Rodham Clinton
        return 0.5
    return 0.0


def _given_likeness(first: _Person, second: _Person) -> float:
    a, b = first.given, second.given
    if a == b:
        return 0.95
    if _is_initials(a) or _is_initials(b):
        return 0.6 if a[0] == b[0] else 0.0
    if b in short_forms(a):
        return 0.75
    if short_forms(a) & short_forms(b):
        return 0.4  # both may be short for one name, or may not
    if a in second.middle or b in first.middle:  # goes by the middle name
        return 0.5
    return 0.8 if _skeleton(a) == _skeleton(b) and len(_skeleton(a)) > 2 else 0.0


def _is_initials(given: str) -> bool:
    """Tell whether a folded given name is initials: "j", "j.k", "jd"."""
    return len(given) == 1 or "." in given or (len(given) == 2 and not any(letter in "aeiouy" for letter in given))


def _middle_likeness(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    if not first or not second:
        return 1.0
    same = all(a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]) for a, b in zip(first, second, strict=False))
    return 1.0 if same else 0.15


def _genders_differ(first: _Person, second: _Person) -> bool:
    male, female = frozenset(("mr", "sir", "lord")), frozenset(("mrs", "ms", "miss", "lady", "dame", "mme"))
    if (first.titles & male and second.titles & female) or (first.titles & female and second.titles & male):
        return True
    for one, other in ((first, second), (second, first)):
        gender = given_names().get(other.given, "u")
        if (one.titles & male and gender == "f") or (one.titles & female and gender == "m"):
            return True
    return False


@cache
def given_names() -> dict[str, str]:
    """Return the gender of known given names, folded: `f`, `m`, or `u` for those of both."""
    return {row[0]: row[1] for row in read_table("quotecli.core", "given_names.tsv")}


_SPELLINGS = (
    ("sch", "sh"), ("tch", "ch"), ("ck", "k"), ("ph", "f"), ("kh", "h"), ("zh", "j"), ("ts", "c"), ("tz", "c"),
    ("yy", "y"), ("iy", "y"), ("ii", "y"), ("ij", "y"), ("ie", "y"), ("ye", "e"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("w", "v"), ("q", "k"), ("x", "ks"), ("j", "y"), ("ey", "y"), ("ei", "y"), ("ai", "y"), ("ay", "y"),
)  # fmt: skip
"""Spellings of one sound in transliterated names, in order (Sergei, Sergey; Zelenskyy, Zelensky; Gaddafi, Qaddafi)."""


@cache
def _skeleton(word: str) -> str:
    """Return a name's sounds, roughly: transliterations of one name come out alike."""
    for spelling, sound in _SPELLINGS:
        word = word.replace(spelling, sound)
    word = word.replace("i", "y").replace("g", "k").replace("o", "u")
    out: list[str] = []
    for letter in word:
        if not out or out[-1] != letter:
            out.append(letter)
    return "".join(out).strip("-'")
