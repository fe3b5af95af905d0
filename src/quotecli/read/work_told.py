"""What front matter tells of a work for its citation alone: a thesis, a chapter of which book, edited by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from quotecli.core.tables import read_table
from quotecli.read.draft import MetaCandidate, Rank, storable, without_links
from quotecli.read.fields import plain_name

OF_WORK = (
    "kind", "genre", "container", "institution", "publisher", "place", "event", "editor", "citation", "edition",
    "number", "translator",
)  # fmt: skip
"""What is kept as evidence alone."""
_PRINTED = frozenset(("book", "speech"))
"""Media whose citations have publisher, place or occasion."""
_LED = frozenset(("film", "podcast", "programme"))
"""Works by who directs or hosts them, where nobody is called their author."""


@cache
def _kinds() -> Mapping[str, tuple[str, str, str]]:
    rows = read_table("quotecli.read", "work_kinds.tsv")
    return {name: tuple("" if cell == "-" else cell for cell in cells) for name, *cells in rows}  # type: ignore[misc]


@cache
def _names() -> Mapping[str, str]:
    return {row[0]: row[1] for row in read_table("quotecli.read", "work_fields.tsv")}


def work_told(fields: Mapping[str, Any]) -> Iterator[MetaCandidate]:
    """Yield what the fields of front matter tell of the kind of work: medium, kind, genre, and what its citation has.

    A field says so by a name of its own (`book`, `university`); it counts only where the kind of work is told.
    """
    plain = {plain_name(str(name)): value for name, value in fields.items()}
    told = str(plain.get("media") or plain.get("type") or "").casefold().replace("’", "'")
    medium, kind, genre = _kinds().get(" ".join(told.replace("-", " ").replace("_", " ").split()), ("", "", ""))
    for field, cell in (("media", medium), ("kind", kind), ("genre", genre)):
        if cell:
            yield MetaCandidate(field, cell, "front matter", Rank.RECORD)
    if not kind and medium not in _PRINTED:
        return
    led = kind in _LED and not plain.keys() & {"author", "authors"}
    for name, ours in _names().items():
        values = plain.get(name) if led or ours != "author" else None
        for value in values if isinstance(values, list) else [values]:
            printed = str(value) if type(value) is int else value
            text = without_links(storable(" ".join(printed.split()))) if isinstance(printed, str) else ""
            if text:
                yield MetaCandidate(ours, text, f"front matter {name}", Rank.RECORD)
