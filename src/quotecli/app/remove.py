"""Use-case: documents out of the store."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from quotecli.app.context import Context
from quotecli.app.correct import now
from quotecli.app.naming.ids import documents_named, quotes_named
from quotecli.core.errors import UnknownId
from quotecli.read.sources import display_path

if TYPE_CHECKING:
    from quotecli.store import Store


@dataclass(frozen=True, slots=True)
class Removal:
    """What a `remove` did.

    Attributes:
        documents: paths and URLs of the documents that were taken out.
        quotes: how many quotes went with them, or would go.
        unknown: what was named and is not in the store.
    """

    documents: tuple[str, ...]
    quotes: int
    unknown: tuple[str, ...]


def remove(context: Context, names: Sequence[str], *, dry_run: bool = False, keep: bool = True) -> Removal:
    """Take documents out, each named by its path, URL, folder or one of its quotes, in one step.

    Args:
        context: the world.
        names: what to take out.
        dry_run: only tell what that is.
        keep: keep a copy of each document, so that it can be undone.

    Raises:
        StoreError: there is no store, or it can't be used.
    """
    with context.reading() as store:
        chosen = {name: _documents(context, store, name) for name in names}
        sources = list(dict.fromkeys(chain.from_iterable(chosen.values())))
        quotes = sum(len(store.quotes_of(source)) for source in sources) if dry_run else 0
    if unknown := tuple(name for name, documents in chosen.items() if not documents):
        return Removal((), 0, unknown)  # all or nothing: a misspelt name must not leave half a removal behind
    if dry_run:
        return Removal(tuple(sources), quotes, ())
    with context.writing(create=False) as store:
        quotes = store.remove_many(sources, made=now(context), keep=keep)
    return Removal(tuple(sources), quotes, ())


def _documents(context: Context, store: Store, name: str) -> list[str]:
    if found := documents_named(store, name):
        return found
    if inside := store.sources_at(display_path(name).rstrip(os.sep), inside=os.sep):
        return inside
    try:
        return [quote.document for quote in quotes_named(context, store, [name])]
    except UnknownId:
        return []
