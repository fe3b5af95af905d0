"""Filters that are named twice ("by:rob by:kim"): all must hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotecli.core.types import Filters, Kind

if TYPE_CHECKING:
    from quotecli.search.finding import Narrowed
    from quotecli.store import Store

__all__ = ["with_more"]


def with_more(
    store: Store, filters: Filters, narrowed: Narrowed, narrow: Callable[[Store, Filters], Narrowed]
) -> Narrowed:
    """Narrow further by what is named twice; tell where the store has the one and the other, but nothing of both.

    Args:
        store: the store.
        filters: those of the first names, with the further ones in `also`.
        narrowed: what the first ones let through.
        narrow: puts filters into the store's numbers.
    """
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
