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


@cache
def _sorts_of(word: str) -> frozenset[str]:
    return frozenset(sort for sort, words in _SORTS.items() if word in words.split())


def may_be_called(noun: str, name: tuple[str, ...], kinds: set[str]) -> bool:
    """Tell whether a noun for a body may mean one of this name, of which these nouns are told.

    Only names that hold a word for another sort of body are ruled out; most companies' hold none.
    """
    wanted = _sorts_of(noun)
    if not wanted or noun in kinds:
        return True
    sorts = frozenset().union(*map(_sorts_of, name))
    return not sorts or not wanted.isdisjoint(sorts)
