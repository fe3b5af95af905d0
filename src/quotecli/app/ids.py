"""From what the user typed to quotes: ids, unique prefixes of ids, and numbers of lines of the last listing."""

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


def last_listing(context: Context, store: Store) -> list[Quote]:
    """Return the quotes of the last listing that the store still has; empty where there has been none."""
    quotes = []
    for identity in _last_listing(context):
        try:
            quotes.append(store.quote(identity))
        except UnknownId:
            continue
    return quotes


def _last_listing(context: Context) -> list[str]:
    from quotecli.store import last_listing as read

    return read(context.place.path)


def _line(listing: list[str], number: str) -> str:
    index = int(number) if len(number) < 10 else 0
    if not listing:
        raise UnknownId(f"{number} means a line of the last listing, and there has been none")
    if not 1 <= index <= len(listing):
        raise UnknownId(f"{number} means a line of the last listing, which has {len(listing)}")
    return listing[index - 1]
