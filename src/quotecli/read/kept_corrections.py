"""The corrections by hand on a line of what `quotes export` writes; foreign until all of it is checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotecli.core.dates import PartialDate
from quotecli.core.errors import NotADocument
from quotecli.core.ids import id_range
from quotecli.core.kept import SECOND_NAME, ByHand
from quotecli.core.types import Kind

__all__ = ["read_corrections"]


def _is_text(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return "\x1e" not in value and "\x1f" not in value


def _is_text_or_none(value: Any) -> bool:
    return value is None or _is_text(value)


def _is_date_or_none(value: Any) -> bool:
    return value is None or (_is_text(value) and PartialDate.parse(value) is not None)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


_OF_QUOTES: dict[str, Callable[[Any], bool]] = {
    "speakers": _are_texts,
    "date": _is_date_or_none,
    "via": _is_text_or_none,
    "kind": lambda value: value in set(Kind),
    "text": lambda value: _is_text(value) and bool(value),
    "speech": lambda value: isinstance(value, bool),
}
_OF_DOCUMENTS: dict[str, Callable[[Any], bool]] = {
    "outlet": _is_text_or_none,
    "published": _is_date_or_none,
    "title": _is_text_or_none,
    "authors": _are_texts,
    "url": _is_text_or_none,
}
_OF_NAMES: dict[str, dict[str, Callable[[Any], bool]]] = {
    action: dict.fromkeys(("name", second), lambda value: _is_text(value) and bool(value))
    for action, second in SECOND_NAME.items()
}
_ACTIONS = {"edit": _OF_QUOTES, **_OF_NAMES}
"""What each kind of correction may set, and what its values must be."""
_MOST_STEPS = 1_000_000_000


def read_corrections(values: Any) -> tuple[ByHand, ...]:
    """Return the corrections of a line.

    Raises:
        NotADocument: one is none; the message is one sentence.
    """
    if values is None:
        return ()
    if not isinstance(values, list):
        raise NotADocument("corrections is not a list")
    return tuple(_correction(value, f"correction {number}: ") for number, value in enumerate(values, 1))


def _correction(record: Any, where: str) -> ByHand:
    if not isinstance(record, dict):
        raise NotADocument(f"{where}not an object with fields")
    action, quote, made = record.get("action"), record.get("quote"), record.get("made")
    if not isinstance(action, str) or action not in _ACTIONS:
        raise NotADocument(f"{where}action is none of {', '.join(_ACTIONS)}")
    if not isinstance(made, str) or not _is_text(made):
        raise NotADocument(f"{where}made is not text")
    bounds = id_range(quote) if isinstance(quote, str) else None
    if quote is not None and (bounds is None or bounds[0] != bounds[1]):
        raise NotADocument(f"{where}quote is no id")
    allowed = _OF_DOCUMENTS if action == "edit" and quote is None else _ACTIONS[action]
    value = _checked(record.get("value"), allowed, f"{where}value")
    if not value or (action != "edit" and len(value) < len(allowed)):
        raise NotADocument(f"{where}value sets nothing")
    before = _checked(record.get("before"), {**_OF_QUOTES, **_OF_DOCUMENTS, "text": _is_text_or_none}, f"{where}before")
    step = record.get("step", 0)
    if not isinstance(step, int) or isinstance(step, bool) or not 0 <= step <= _MOST_STEPS:
        raise NotADocument(f"{where}step is no number")
    return ByHand(made, action, quote, value, before, step)


def _checked(values: Any, allowed: dict[str, Callable[[Any], bool]], where: str) -> dict[str, Any]:
    if not isinstance(values, dict):
        raise NotADocument(f"{where} is not an object with fields")
    for field, value in values.items():
        if field not in allowed:
            raise NotADocument(f"{where} has a field {field!r} that can't be corrected")
        if not allowed[field](value):
            raise NotADocument(f"{where}: {field} is not what it must be")
    return values
