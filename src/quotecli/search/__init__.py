"""Search that forgives: query text to hits with a score, a reason and the spans to highlight; names to speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotecli.search.finding import Listing, list_quotes, scope, search
from quotecli.search.people import NameHit, fitting, resolve_outlet, resolve_speaker
from quotecli.search.query import Query, parse_query

if TYPE_CHECKING:
    from quotecli.search.wordings import Change, Family, Variant, variants

__all__ = [
    "Change",
    "Family",
    "Listing",
    "NameHit",
    "Query",
    "Variant",
    "fitting",
    "list_quotes",
    "parse_query",
    "resolve_outlet",
    "resolve_speaker",
    "scope",
    "search",
    "variants",
]


def __getattr__(name: str) -> Any:
    """Load what only `quotes variants` needs when it is first asked for: a search has to start at once."""
    if name not in {"Change", "Family", "Variant", "variants"}:
        raise AttributeError(name)
    from quotecli.search import wordings

    return getattr(wordings, name)
