"""A tool's arguments, as an assistant gives them: held against the tool's schema, and read into our own types."""

from __future__ import annotations

from collections.abc import Mapping
from json import loads
from math import isfinite
from typing import Any

from quotecli.core.dates import date_asked
from quotecli.core.errors import UsageError
from quotecli.core.types import Filters, Kind, Sort
from quotecli.serve.assistants.schemas import LIMIT

__all__ = ["checked", "filters_of", "page_of", "sort_of"]

_LONGEST_MESSAGE, _LONGEST_NAME = 300, 100


def checked(arguments: Mapping[str, Any] | None, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments that are given; null means left out, and so does a blank text where none is needed.

    What is plainly meant is taken: 2020 for "2020", "10" for 10, one value for a list of it.

    Raises:
        UsageError: they don't fit the schema, or a text that is needed is blank.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    takes = schema["properties"]
    given = {
        name: _meant(value, takes.get(name, {}).get("type"))
        for name, value in (arguments or {}).items()
        if value is not None and (name in schema["required"] or not _blank(value))
    }
    if unknown := sorted(given.keys() - takes.keys()):
        raise UsageError(f"there is no argument {unknown[0][:_LONGEST_NAME]!r}; there are {', '.join(takes) or 'none'}")
    error = best_match(Draft202012Validator(schema).iter_errors(given))
    if error is not None:
        where = ".".join(str(step) for step in error.absolute_path)
        message = error.message if len(error.message) <= _LONGEST_MESSAGE else f"does not fit {_rule(error)}"
        raise UsageError(f"{where}: {message}" if where else message)
    for name, value in given.items():
        if isinstance(value, float) and not isfinite(value):  # Python reads NaN, which no bound of a schema stops
            raise UsageError(f"{name}: {value} is no number")
    for name in schema["required"]:
        if _blank(given[name]):
            raise UsageError(f"{name}: a blank text names nothing")
    return given


def _meant(value: Any, wanted: str | None) -> Any:
    """Return a value in the type that is wanted where it can be meant so; anything else as it is."""
    if isinstance(value, str) and wanted in {"integer", "number", "boolean", "array"}:
        try:
            read = loads(value)
        except (ValueError, RecursionError):
            read = value
        if wanted == "array":
            return read if isinstance(read, list) else [value]
        fits = isinstance(read, bool) == (wanted == "boolean") and isinstance(read, int | float)
        return read if fits else value
    if wanted == "string" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def _blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _rule(error: Any) -> str:
    return f"{error.validator} {error.validator_value}"[:_LONGEST_MESSAGE]


def filters_of(given: Mapping[str, Any]) -> Filters:
    """Return the filters among the arguments.

    Raises:
        UsageError: a date is none.
    """
    return Filters(
        by=given.get("by"),
        outlet=given.get("outlet"),
        since=date_asked("since", given.get("since")),
        until=date_asked("until", given.get("until")),
        on=date_asked("on", given.get("on")),
        kinds=tuple(Kind(kind) for kind in given.get("kind", ())),
        document=given.get("document"),
        min_confidence=float(given.get("min_confidence", 0)),
    )


def page_of(given: Mapping[str, Any]) -> tuple[int, int]:
    """Return the limit and the offset; a schema's integer may come as 10.0."""
    return int(given.get("limit", LIMIT)), int(given.get("offset", 0))


def sort_of(given: Mapping[str, Any]) -> Sort | None:
    """Return the order that is asked for, None for the listing's own."""
    return Sort(given["sort"]) if "sort" in given else None
