"""From what the user typed to quotes and documents: ids, lines of the last listing, paths, URLs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecli.core.errors import UnknownId
from quotecli.core.types import Quote

if TYPE_CHECKING:
    from quotecli.app.context import Context
    from quotecli.store import Store


def quotes_named(context: Context, store: Store, names: Sequence[str]) -> list[Quote]:
    """Return the quotes of these ids, prefixes and line numbers, in order, each once.

    Raises:
        UnknownId: a number beyond the last listing, or an id that no quote has.
        AmbiguousId: several quotes begin with a prefix.
    """
    listing: list[str] | None = None
    found: dict[str, Quote] = {}
    for name in names:
        identity = name.strip()
        if identity.isdecimal() and context.remembers:
            listing = _last_listing(context) if listing is None else listing
            identity = _line(listing, identity)
        quote = store.quote(identity)
        found.setdefault(quote.id, quote)
    return list(found.values())


def documents_named(store: Store, name: str) -> list[str]:
    """Return the documents of this path or URL, as stored: that of a file, all of a file that holds several.

    A path may be relative; a URL is the one that a document was read from, or else that which it says it has.
    """
    from quotecli.read.metadata.urls import canonical
    from quotecli.read.sources import display_path

    places = dict.fromkeys([name, display_path(name)] if name else [])
    found = list(dict.fromkeys(source for place in places for source in store.sources_at(place)))
    if not found and "://" in name:
        found = store.sources_of_urls([url for url in (name, canonical(name)) if url])
    return found


def last_listing(context: Context, store: Store) -> list[Quote] | None:
    """Return the quotes of the last listing that the store still has; None where there has been no listing."""
    listing = _last_listing(context)
    if listing is None:
        return None
    quotes = []
    for identity in listing:
        try:
            quotes.append(store.quote(identity))
        except UnknownId:
            continue
    return quotes


def _last_listing(context: Context) -> list[str] | None:
    from quotecli.store import last_listing as read

    return read(context.place.path)


def _line(listing: list[str] | None, number: str) -> str:
    index = int(number) if len(number) < 10 else 0
    if listing is None:
        raise UnknownId(f"{number} means a line of the last listing, and there has been none")
    if not listing:
        raise UnknownId(f"{number} means a line of the last listing, which found nothing")
    if not 1 <= index <= len(listing):
        raise UnknownId(f"{number} means a line of the last listing, which has {len(listing)}")
    return listing[index - 1]
