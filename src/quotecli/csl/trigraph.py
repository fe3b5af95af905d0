"""Citation labels made from names and year: "Doe65", "DoRo65" (as citeproc-js makes them)."""

from __future__ import annotations

from .datamodel import Item

__all__ = ["trigraph"]

#: How many letters each name gives, by number of names.
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_VARIABLES = ("author", "editor", "translator", "director", "performer", "composer", "interviewer")


def trigraph(item: Item) -> str:
    """The label for an item: letters of its first creators, two digits of its year."""
    names = next((item.names[v] for v in _VARIABLES if v in item.names), ())
    counts = _LETTERS.get(len(names), (1, 1, 1, 1))
    if names:
        letters = "".join((name.family or name.literal)[:count] for name, count in zip(names, counts, strict=False))
    else:
        letters = "Xyz"
    date = item.dates.get("issued")
    year = str(abs(date.start[0]))[-2:] if date and date.start else ""
    return letters + year
