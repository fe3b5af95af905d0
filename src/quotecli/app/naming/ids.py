"""From what the user typed to quotes and documents: ids, lines of the last listing, paths, URLs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecli.core.errors import UnknownId
from quotecli.core.types import Quote

if TYPE_CHECKING:
    from quotecli.app.context import Context
    from quotecli.store import Store


def quotes_named(context: Context, store: Store, names: Sequence[str]) -> list[Quote]:
    """Return the quotes of these ids, prefixes, line numbers and ranges of them (4-6), in order, each once.

    An id begins with a letter, so that neither can be one's beginning.

    Raises:
        UnknownId: a line beyond the last listing, a range that runs backwards, or an id that no quote has.
        AmbiguousId: several quotes begin with a prefix.
    """
    listing: list[str] | None = None
    found: dict[str, Quote] = {}
    for name in names:
        identities = [name.strip()]
        if context.remembers and re.fullmatch(r"\d+(?:-\d+)?", identities[0]):
            listing = _last_listing(context) if listing is None else listing
            identities = _lines(listing, identities[0])
        for identity in identities:
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


def _lines(listing: list[str] | None, name: str) -> list[str]:
    """Return the ids in a line of the last listing, or in the lines from one to another."""
    means = f"{name} means {'lines' if '-' in name else 'a line'} of the last listing"
    if listing is None:
        raise UnknownId(f"{means}, and there has been none")
    if not listing:
        raise UnknownId(f"{means}, which found nothing")
    first, _, last = name.partition("-")
    start, end = (int(number) if len(number) < 10 else 0 for number in (first, last or first))
    if not (1 <= start <= len(listing) and 1 <= end <= len(listing)):
        raise UnknownId(f"{means}, which has {len(listing)}")
    if start > end:
        raise UnknownId(f"{means}, and {first} comes after {last}")
    return listing[start - 1 : end]
