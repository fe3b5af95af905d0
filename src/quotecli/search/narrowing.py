"""From filters as typed to the store's numbers, and what they name that the store has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quotecli.core.types import Filters, Kind

if TYPE_CHECKING:
    from quotecli.search.people import NameHit
    from quotecli.store import Scope, Store

__all__ = ["Narrowed", "narrow", "scope"]

_PEOPLE = 10_000
"""Speakers whom one name may mean: a filter lets all of theirs through. SQLite takes 32,766 numbers at once."""


class Narrowed(NamedTuple):
    """Filters as the store takes them; the other fields are those of a `Listing`."""

    scope: Scope
    people: list[NameHit]
    suggestions: list[str]
    unknown: tuple[str, ...]


def scope(store: Store, filters: Filters) -> Scope:
    """Return the filters in the store's numbers, forgiving in names as `resolve_speaker` and `resolve_outlet` are."""
    return narrow(store, filters).scope


def narrow(store: Store, filters: Filters) -> Narrowed:
    """Return the filters in the store's numbers, with whom they take and what the store has not."""
    voices = outlets = documents = None
    people: list[NameHit] = []
    suggestions: list[str] = []
    unknown: list[str] = []
    if filters.by is not None or filters.outlet is not None:
        from quotecli.search.outlets import resolve_outlet
        from quotecli.search.people import fitting, resolve_speaker
    if filters.by is not None:
        near = resolve_speaker(store, filters.by, _PEOPLE)
        people = fitting(near)
        voices = store.index.voices([hit.number for hit in people])
        if not people:
            unknown.append(f"speaker {filters.by}")
            suggestions += [hit.name for hit in near[:3]]
    if filters.outlet is not None:
        near = resolve_outlet(store, filters.outlet)
        outlets = tuple(hit.number for hit in fitting(near))
        if not outlets:
            unknown.append(f"outlet {filters.outlet}")
            suggestions += [hit.name for hit in near[:3]]
    if filters.document is not None:
        documents = store.index.documents_named(filters.document)
        if not documents:
            unknown.append(f"document {filters.document}")
    narrowed = Narrowed(store.index.scope(filters, voices, outlets, documents), people, suggestions, tuple(unknown))
    return _with_more(store, filters, narrowed) if filters.also else narrowed


def _with_more(store: Store, filters: Filters, narrowed: Narrowed) -> Narrowed:
    """Narrow further by what is named twice; tell where the store has the one and the other, but nothing of both."""
    scope, unknown = narrowed.scope, narrowed.unknown
    for more in filters.also:
        further = narrow(store, more._replace(kinds=more.kinds or tuple(Kind)))
        scope, unknown = scope.within(further.scope), (*unknown, *further.unknown)
    every = (filters, *filters.also)
    for found, together, names in (
        (scope.voices, "quote by {}", [one.by for one in every]),
        (scope.outlets, "outlet {}", [one.outlet for one in every]),
        (scope.documents, "document {}", [one.document for one in every]),
    ):
        named = [name for name in names if name is not None]
        if found == () and len(named) > 1 and not unknown:
            words = " together with " if together.startswith("quote") else " that is also "
            unknown = (together.format(words.join(named)),)
    return narrowed._replace(scope=scope, unknown=unknown)
