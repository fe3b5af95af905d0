"""Reads a list of CSL items that others made: CSL-JSON or CSL-YAML."""

from __future__ import annotations

import json
from typing import Any

from quotecli.cite.items import Item
from quotecli.cite.text import bare_doi, clean
from quotecli.core.errors import UsageError

_LISTS = ("items", "references")  # Zotero's export and CSL-YAML wrap the list so
_NAMES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author "
    "performer producer recipient reviewed-author script-writer series-creator translator".split()
)
_DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
_UNREAD = ("custom", "categories")
"""Of any kind and as deep as somebody likes: nothing of it is cited."""
_DEEPEST = 100


def load_items(text: str) -> list[Item]:
    """Return the CSL items of a file's text, each with a unique string id and a type.

    Accepts a list of items, one item, or an object whose `items` or `references` is the list; items without an id get
    their number. Everything a processor reads is checked: what isn't as CSL-JSON has it is one UsageError that names
    the item and the field.
    """
    data = _parse(text.removeprefix("\ufeff"))
    if isinstance(data, dict):
        alone = [data] if "type" in data else None
        data = next((data[key] for key in _LISTS if isinstance(data.get(key), list)), alone)
    if not isinstance(data, list):
        raise UsageError("The file holds no list of CSL items")
    if not data:
        raise UsageError("The list of CSL items is empty")
    items = [_item(entry, number) for number, entry in enumerate(data, start=1)]
    seen: set[str] = set()
    for item in items:
        if item["id"] in seen:
            raise UsageError(f"Two items have the id {item['id']!r}")
        seen.add(item["id"])
    return items


def _parse(text: str) -> Any:
    if not text.strip():
        raise UsageError("The file of CSL items is empty")
    try:
        return json.loads(text)
    except RecursionError:
        raise UsageError("The file of CSL items is nested too deeply") from None
    except ValueError as error:
        if text.lstrip()[:1] in "[{":
            raise UsageError(f"The file is not CSL-JSON: {error}") from None
        return _parse_yaml(text)


def _parse_yaml(text: str) -> Any:
    import yaml

    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):  # a few lines of aliases can unfold to gigabytes
                raise UsageError("The file of CSL items uses YAML aliases, which are not read")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise UsageError("The file of CSL items is nested too deeply")
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"The file is neither CSL-JSON nor CSL-YAML: {reason}") from None


def _item(entry: Any, number: int) -> Item:
    if not isinstance(entry, dict):
        raise UsageError(f"Item {number} of the list is no CSL item but {_kind(entry)}")
    item = {str(key): _plain(value) for key, value in entry.items()}
    key = item.get("id", number)
    if isinstance(key, bool) or not isinstance(key, (str, int, float)) or not str(key):
        raise UsageError(f"The id of item {number} must be text or a number, not {_kind(key)}")
    item["id"] = str(key)
    if not isinstance(item.setdefault("type", "document"), str):
        raise UsageError(f"The type of item {item['id']!r} must be text, not {_kind(item['type'])}")
    if isinstance(item.get("DOI"), str):
        item["DOI"] = bare_doi(item["DOI"]) or item["DOI"]  # styles write "https://doi.org/" themselves
    for variable, value in item.items():
        _check(item["id"], variable, value)
    return {variable: value if variable in _UNREAD else _cleaned(value) for variable, value in item.items()}


def _plain(value: Any) -> Any:
    """Return YAML's dates as the text they were."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _cleaned(value: Any) -> Any:
    """Return text of an item, or the names or dates in it, without what no format can hold."""
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return clean(value) if isinstance(value, str) else value


def _check(key: str, variable: str, value: Any) -> None:
    def refuse(wanted: str) -> UsageError:
        return UsageError(f"In item {key!r}, {variable} must be {wanted}, not {_kind(value)}")

    if variable in _NAMES:
        if not isinstance(value, list) or not all(_is_name(name) for name in value):
            raise refuse('a list of names such as {"family": "Smith", "given": "Jane"}')
    elif variable in _DATES:
        if not _is_date(value):
            raise refuse('a date such as {"date-parts": [[2020, 10, 2]]}')
    elif variable not in _UNREAD and isinstance(value, (dict, list)):
        raise refuse("text or a number")


def _is_name(name: Any) -> bool:
    return isinstance(name, dict) and all(isinstance(part, (str, int, float, bool)) for part in name.values())


def _is_date(value: Any) -> bool:
    if isinstance(value, (str, int)):  # EDTF, as pandoc and CSL 1.0.2's schema allow
        return True
    if not isinstance(value, dict):
        return False
    parts = value.get("date-parts", [])
    return isinstance(parts, list) and all(
        isinstance(date, list) and all(isinstance(part, (str, int, type(None))) for part in date) for date in parts
    )


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number" if isinstance(value, (int, float)) else "something else")
