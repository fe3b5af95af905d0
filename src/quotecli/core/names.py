"""Names of persons: their parts, their short forms, and whether two spellings may mean one person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from quotecli.core.folding import fold
from quotecli.core.tables import read_table
from quotecli.core.transliteration import TRANSLITERATIONS

_PARTICLES = frozenset(
    "al ap ben bin da dal de del della den der des di dos du el ibn la le lo mac ni nic st ten ter ui van vande von"
    " zu".split()
)
_IRISH = frozenset("Ó Ní Nic Mac Uí Mhic Ua Nig".split())
"""Particles that are printed with a capital, and part of the family name: Tomás Ó Sé."""
_LOWER = frozenset(("do",))
"""Particles only in small letters: Do is a Vietnamese name."""
_SUFFIXES = frozenset("jr sr phd md esq obe mbe cbe qc kc".split())
_NUMERAL = re.compile(r"X{0,2}(?:IX|IV|VI{0,3}|I{1,3})|XX?")
_WORD = re.compile(r"[^\s,]+")


_RANK = re.compile(
    r"(?:the )?(?:(?:\d+\w\w|[A-Z]\w+th|First|Second|Third) )?(?:Duke|Duchess|Earl|Count|Countess|Prince|Princess"
    r"|Marquess|Marchioness|Viscount|Viscountess|Baron|Baroness|Lord|Lady|King|Queen|Archbishop|Bishop|Dean)"
    r"(?: (?:of|and) [A-Z][^\W\d_]+(?: (?:and )?[A-Z][^\W\d_]+){0,2})"
)


def is_rank(text: str) -> bool:
    """Tell whether words behind a name say of what its bearer is lord: "Duke of Sussex"."""
    return len(text) < 60 and _RANK.fullmatch(text.strip()) is not None


class PersonName(NamedTuple):
    """A personal name in its parts, as printed; lists are empty and strings "" where there is nothing.

    Attributes:
        titles: words before the name that are no part of it ("Mr.", "Prime Minister").
        given: the first given name or initial.
        middle: further given names and initials.
        family: the family name with its particles ("de la Cruz"), or the only name.
        suffix: "Jr.", "III", letters behind a name ("KC MP").
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
def titles() -> frozenset[str]:
    """Return words that stand before a name and are no part of it, folded, without full stops."""
    return frozenset(row[0] for row in read_table("quotecli.core", "titles.tsv"))


@cache
def common_words() -> frozenset[str]:
    """Return words that are no names though they open sentences with a capital."""
    return frozenset(row[0] for row in read_table("quotecli.core", "common_words.tsv"))


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for table in ("nicknames.tsv", TRANSLITERATIONS):
        for given, others in read_table("quotecli.core", table):
            for other in others.split():
                forms.setdefault(given, set()).add(other)
                forms.setdefault(other, set()).add(given)
    return {name: frozenset(others) for name, others in forms.items()}


def _bare(word: str) -> str:
    return fold(word).strip(".,'")


def is_numeral(word: str) -> bool:
    """Tell whether a word counts the bearers of the name before it: "III", "XIV"; a single letter may be an initial."""
    return len(word) > 1 and word[0] in "IVX" and _NUMERAL.fullmatch(word) is not None


@cache
def _post_nominals() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("quotecli.core", "post_nominals.tsv"))


def is_post_nominal(word: str) -> bool:
    """Tell whether a word is letters that stand behind a name, in capitals and no part of it: KC, FRS, PhD."""
    return word.replace(".", "").strip(",") in _post_nominals()


def _is_suffix(word: str) -> bool:
    return _bare(word) in _SUFFIXES or is_numeral(word)


def _is_particle(word: str) -> bool:
    """Tell a particle from what only folds to one: "Văn" is a Vietnamese name, and no Dutch "van"."""
    return word.casefold().strip(".,'") in _PARTICLES or word in _IRISH or word in _LOWER


def parse_name(text: str) -> PersonName:
    """Split a personal name into its parts; "Last, First" is understood; the order is Western otherwise."""
    head, comma, tail = text.partition(",")
    first, behind, last = tail.rpartition(",")
    if behind and first.strip() and _is_suffix(last.strip()):  # "King, Martin Luther, Jr."
        text = f"{first.strip()} {head.strip()} {last.strip()}"
    elif comma and tail.strip() and not all(_is_suffix(word) or is_post_nominal(word) for word in tail.split()):
        text = f"{tail.strip()} {head.strip()}"
    words = _WORD.findall(text)
    before: list[str] = []
    while len(words) > 1 and _bare(words[0]) in titles():
        before.append(words.pop(0))
    behind_it: list[str] = []
    while len(words) > 1 and (_is_suffix(words[-1]) or (len(words) > 2 - bool(before) and is_post_nominal(words[-1]))):
        behind_it.insert(0, words.pop())
    suffix = " ".join(behind_it)
    if len(words) < 2:
        return PersonName(tuple(before), "", (), " ".join(words), suffix)
    first_of_family = len(words) - 1
    while first_of_family > 1 and _is_particle(words[first_of_family - 1]):
        first_of_family -= 1
    return PersonName(
        tuple(before), words[0], tuple(words[1:first_of_family]), " ".join(words[first_of_family:]), suffix
    )


def filed_authors(authors: Sequence[str], filed: Iterable[str]) -> tuple[str, ...]:
    """Return the authors, as "Family, Given" where they are filed so, which tells which words are the family's.

    Args:
        authors: as shown.
        filed: "Family, Given" of some of them, or of others.

    Returns:
        Empty where none of them is filed.
    """
    known = {" ".join(reversed(name.split(", ", 1))): name for name in filed}
    return tuple(known.get(name, name) for name in authors) if not known.keys().isdisjoint(authors) else ()


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
    if b in short_forms(a):
        return True
    genders = {given_names().get(a), given_names().get(b)}
    return genders != {"m", "f"} and bool(short_forms(a) & short_forms(b))  # Robert and Roberta are both Bobby


def may_be_one_given_name(first: str, second: str) -> bool:
    """Tell whether two given names may be one person's where nothing else speaks for it, as in two documents.

    As `given_names_agree`, but whole names that have a short form alone in common are two: Albert and Robert are both
    Bert. Of those one may begin with the other (Frederic, Frederick).
    """
    a, b = _bare(first), _bare(second)
    if not given_names_agree(a, b):
        return False
    linked = min(len(a), len(b)) < 2 or b in short_forms(a)
    return linked or a.startswith(b) or b.startswith(a) or not {a, b} <= _whole_given_names()


@cache
def _whole_given_names() -> frozenset[str]:
    return frozenset(given for given, _ in read_table("quotecli.core", "nicknames.tsv"))


@cache
def given_names() -> dict[str, str]:
    """Return the gender of known given names, folded: `f`, `m`, or `u` for those of both."""
    return {row[0]: row[1] for row in read_table("quotecli.core", "given_names.tsv")}
