"""Search that forgives: query text to hits with a score, a reason and the spans to highlight; names to speakers."""

from __future__ import annotations

from quotecli.search.finding import Listing, list_quotes, scope, search
from quotecli.search.people import NameHit, fitting, resolve_outlet, resolve_speaker
from quotecli.search.query import Query, parse_query
from quotecli.search.variants import Change, Family, Variant, variants

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
