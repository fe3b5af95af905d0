"""Sorting of cites and of the bibliography (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .collate import collation_key
from .context import Context
from .elements.base import render_all
from .elements.dates import date_sort_key
from .elements.names import Names
from .output.nodes import plain
from .richtext import strip_markup
from .style import SortKey
from .variables import DATES, NAMES, NUMBERS
from .xmltree import Element

__all__ = ["Keyed", "key_values", "sort_ids"]

#: The value of each sort key for one item, None where it is empty.
Keyed = list[Any]


def _names_key(ctx: Context, variable: str) -> str:
    """Names by variable: all of them in sort order, without et al. but as names-min and its like say."""
    element = Element("names", {"variable": variable})
    element.children.append(Element("name", {"form": "long", "name-as-sort-order": "all", "et-al-min": "0"}))
    out: list[Any] = []
    Names(element, [], None).render(ctx, out)
    return plain(out[0]) if out else ""


def _variable_key(ctx: Context, variable: str) -> Any:
    if variable == "citation-number":
        return ctx.citation_number or None
    if variable in DATES:
        date = ctx.item.dates.get(variable)
        return date_sort_key(date) if date else None
    if variable in NAMES:
        return _text_key(_names_key(ctx, variable))
    value = ctx.item.text.get(variable, "")
    if variable == "citation-label":
        value = value or ctx.trigraph
    if variable in NUMBERS and value.isdigit():
        return ("", f"{int(value):012d}", "")
    return _text_key(strip_markup(value))


def _text_key(text: str) -> Any:
    text = text.strip()
    return collation_key(text) if text else None


def key_values(keys: Sequence[SortKey], make: Callable[[], Context]) -> Keyed:
    """The sort keys of one item. `make` gives a fresh context each time."""
    values: Keyed = []
    for key in keys:
        ctx = make()
        ctx.sorting = True
        ctx.year_suffix = ""  # it follows from the order
        ctx.key_names = key.names
        if key.variable:
            values.append(_variable_key(ctx, key.variable))
            continue
        nodes = render_all(ctx, key.children)
        text = strip_markup("".join(plain(node) for node in nodes))
        values.append(_macro_key(text))
    return values


def _macro_key(text: str) -> Any:
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) < 12:
        return ("", f"{int(text):012d}", "")
    return _text_key(text)


class _Reversed:
    """Turns the order of what it holds around."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: _Reversed) -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Reversed) and other.value == self.value

    __hash__ = None  # type: ignore[assignment]


def sort_ids(ids: Sequence[str], keys: Sequence[SortKey], values: dict[str, Keyed]) -> list[str]:
    """Ids in order; items without a value for a key come last, whichever way it sorts. Stable."""

    def rank(item_id: str) -> list[Any]:
        row: list[Any] = []
        for key, value in zip(keys, values[item_id], strict=True):
            if value is None:
                row.append((1, 0))
            else:
                comparable = (
                    value
                    if isinstance(value, tuple)
                    else ("", value, "")
                    if isinstance(value, str)
                    else ("", f"{value:012d}", "")
                )
                row.append((0, _Reversed(comparable) if key.descending else comparable))
        return row

    return sorted(ids, key=rank)
