"""Search that forgives: query text to hits with a score, a reason and the spans to highlight; names to speakers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from quotecli.search.finding import Listing, list_quotes, search
from quotecli.search.narrowing import scope
from quotecli.search.query import Query, parse_query

if TYPE_CHECKING:
    from quotecli.search.checking import Checked, Status, check
    from quotecli.search.outlets import outlet_key, resolve_outlet
    from quotecli.search.people import NameHit, fitting, resolve_speaker
    from quotecli.search.wordings import Change, Family, Variant, variants

__all__ = [
    "Change",
    "Checked",
    "Family",
    "Listing",
    "NameHit",
    "Query",
    "Status",
    "Variant",
    "check",
    "fitting",
    "list_quotes",
    "outlet_key",
    "parse_query",
    "resolve_outlet",
    "resolve_speaker",
    "scope",
    "search",
    "variants",
]


_HOMES = {
    "checking": ("Checked", "Status", "check"),
    "outlets": ("outlet_key", "resolve_outlet"),
    "people": ("NameHit", "fitting", "resolve_speaker"),
    "wordings": ("Change", "Family", "Variant", "variants"),
}


def __getattr__(name: str) -> Any:
    """Load what only names and `quotes variants` need when it is first asked for: a search has to start at once."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(name)
