"""Sorts of bodies: "the company" is no ministry, "the union" no court."""

from __future__ import annotations

from functools import cache
from itertools import chain

from quotecli.core.papers import PAPERS
from quotecli.core.tables import read_table
from quotecli.find.words.lexicon import vocabulary

_NO_SORT: frozenset[str] = frozenset()
_AS_NAMED = frozenset("court tribunal senate parliament congress label".split())
OF_BOTH = vocabulary("of both")
"""Nouns for persons that bodies go by as well."""
MOSTLY_BODIES = frozenset(
    "publisher developer maker manufacturer broadcaster operator builder brewer bookmaker".split()
)
"""Of these nouns, told of a name without a known given name, a body is taken for granted."""
_NO_GROUPS = vocabulary("no groups")
"""Bodies of whom one of these stands in the name are not called "the group"."""
_NO_PAPERS = _NO_GROUPS | frozenset("assembly church club committee council legislature party school".split())
_CALLED_SO = frozenset(("campaign", "family"))
"""Whoever's campaign it is, "the company" is another body."""


@cache
def _by_word() -> dict[str, frozenset[str]]:
    """Return the words of all sorts, each with its sorts."""
    sorts = {sort: nouns.split() for sort, nouns in read_table("quotecli.find", "body_sorts.tsv")}
    return {noun: frozenset(sort for sort in sorts if noun in sorts[sort]) for noun in chain(*sorts.values())}


@cache
def _named_so() -> dict[str, frozenset[str]]:
    """Return by noun the words of names whose bearers go by it."""
    return {noun: frozenset(words.split()) for noun, words in read_table("quotecli.find", "body_calls.tsv")}


def goes_by(noun: str, name: tuple[str, ...], kinds: set[str]) -> bool:
    """Tell whether a name, or what is told of its bearer, says that this is the noun: "Coral Air" is an airline."""
    return noun in kinds or noun in name or not _named_so().get(noun, _NO_SORT).isdisjoint(name)


def is_company(noun: str) -> bool:
    """Tell whether a noun is one for a company: "publisher", "retailer"."""
    return "company" in _by_word().get(noun, _NO_SORT)


def may_be_called(noun: str, name: tuple[str, ...], kinds: set[str]) -> bool:
    """Tell whether a noun for a body may mean one of this name, of which these nouns are told.

    Who holds a word for another sort of body in the name, or is told to be one, is ruled out; most companies' names
    hold none. Courts and parliaments are named as such.
    """
    if name[-1] in _CALLED_SO:
        return noun == name[-1] or noun in kinds
    if noun == "group":
        return noun in kinds or _NO_GROUPS.isdisjoint(name)
    by_word = _by_word()
    wanted = by_word.get(noun)
    if wanted is None or noun in kinds:
        return True
    if name[-1] in PAPERS and noun in _NO_PAPERS:
        return False  # "the council" is not the Courier
    sorts = _NO_SORT.union(*[by_word.get(word, _NO_SORT) for word in (*name, *kinds)])
    return not wanted.isdisjoint(sorts) or not (sorts or noun in _AS_NAMED)
