"""Sorts of bodies: "the company" is no ministry, "the union" no court."""

from __future__ import annotations

from functools import cache

_SORTS = {
    "state": "agency department ministry bureau commission administration authority office police service",
    "court": "court tribunal",
    "assembly": "council committee commission senate parliament congress assembly panel board legislature",
    "school": "university college school academy institute",
    "members": "union association federation guild alliance league party foundation charity society church",
    "company": "company corporation firm bank airline airlines inc corp ltd llc plc industries airways motors retailer"
    " startup carmaker automaker manufacturer chain insurer utility brewery drugmaker publisher",
}


_NO_SORT: frozenset[str] = frozenset()


@cache
def _by_word() -> dict[str, frozenset[str]]:
    """Return the words of all sorts, each with its sorts."""
    words = {word for told in _SORTS.values() for word in told.split()}
    return {word: frozenset(sort for sort, told in _SORTS.items() if word in told.split()) for word in words}


def may_be_called(noun: str, name: tuple[str, ...], kinds: set[str]) -> bool:
    """Tell whether a noun for a body may mean one of this name, of which these nouns are told.

    Only names that hold a word for another sort of body are ruled out; most companies' hold none.
    """
    by_word = _by_word()
    wanted = by_word.get(noun)
    if wanted is None or noun in kinds:
        return True
    sorts = _NO_SORT.union(*[by_word.get(word, _NO_SORT) for word in name])
    return not sorts or not wanted.isdisjoint(sorts)
