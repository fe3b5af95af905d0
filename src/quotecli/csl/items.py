"""CSL-JSON items read into the data model; whatever is malformed degrades to less data, never to a crash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .datamodel import Item
from .date_parse import parse_date_string, read_date
from .name_parse import read_names
from .variables import DATES, NAMES, NUMBERS, STANDARD

__all__ = ["one_space", "read_item", "read_items"]

#: Fields whose lines mean something; in all others (a post's text as its title) a line break is a space.
_KEEP_LINES = frozenset({"note", "abstract", "annote"})
_LINE_BREAK = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")
_SPACES = re.compile(r"\s{2,}")
_BRACED = re.compile(r"\{:([\w-]+):\s*([^{}]+)\}")
_LINE = re.compile(r"\s*([A-Za-z][\w-]*):\s*(.+?)\s*$")
#: Older names of variables, and Zotero's, beside the CSL 1.0.2 ones.
_SYNONYMS = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}
_EITHER_WAY = (("editortranslator", "editor-translator"), ("editor-translator", "editortranslator"))


def one_space(text: str) -> str:
    """Runs of white space as one space: what follows may look at numbers with patterns that go back and forth."""
    return _SPACES.sub(" ", text)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip("\r\n") if value.strip() else ""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(text for part in value if (text := _text(part)))
    return ""


def _set(item: Item, key: str, value: Any) -> None:
    if key in NAMES:
        names = read_names(value)
        if names:
            item.names[key] = names
    elif key in DATES:
        date = read_date(value)
        if date:
            item.dates[key] = date
    else:
        text = _text(value)
        if key not in _KEEP_LINES and not text.isprintable():
            text = " ".join(line for piece in _LINE_BREAK.split(text) if (line := piece.strip()))
        if key in NUMBERS:
            text = one_space(text)
        if text:
            item.text[_SYNONYMS.get(key, key) if _SYNONYMS.get(key, key) not in item.text else key] = text


def _cheater_line(item: Item, key: str, value: str) -> bool:
    """One `key: value` of the note; True when the key is a variable."""
    key = {"doi": "DOI", "url": "URL", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID"}.get(
        key.lower(), key
    )
    if key == "type":
        item.type = value
    elif key in NAMES:
        family, bar, given = value.partition("||")
        name = {"family": family.strip(), "given": given.strip()} if bar else {"literal": value}
        item.names[key] = (*item.names.get(key, ()), *read_names([name]))
    elif key in DATES:
        date = parse_date_string(value)
        if date and (key not in item.dates or key == "issued"):
            item.dates[key] = date
    elif key in STANDARD or key in NUMBERS:
        item.text.setdefault(_SYNONYMS.get(key, key), value)
    else:
        return False
    return True


def _read_note(item: Item) -> None:
    """Variables kept in the note ("cheater syntax"): `{:key: value}` anywhere, `key: value` lines at its head."""
    note = item.text.get("note", "")
    if ":" not in note:
        return
    named_before = set(item.names)

    def take(key: str, value: str) -> bool:
        return key in named_before or _cheater_line(item, key, value)

    note = _BRACED.sub(lambda match: "" if take(match[1], match[2].strip()) else match[0], note)
    lines = note.split("\n")
    kept: list[str] = []
    while lines:
        match = _LINE.match(lines[0])
        if match and take(match[1], match[2]):
            lines.pop(0)
        elif not kept and lines[0].strip() and len(lines) > 1 and _LINE.match(lines[1]):
            kept.append(lines.pop(0))
        else:
            break
    note = "\n".join([*kept, *lines]).strip()
    if note:
        item.text["note"] = note
    else:
        item.text.pop("note", None)


def read_item(data: Mapping[str, Any], position: int = 0) -> Item:
    """One CSL-JSON object. Without an id it gets its position (from 1) as one."""
    raw_id = data.get("id")
    item_id = str(raw_id) if isinstance(raw_id, (str, int, float)) and str(raw_id) else str(position + 1)
    item = Item(item_id, _text(data.get("type")) or "document")
    for key, value in data.items():
        if isinstance(key, str) and key not in {"id", "type"}:
            _set(item, key, value)
    _read_note(item)
    if "event" in item.text:
        item.text.setdefault("event-title", item.text["event"])
    for have, want in _EITHER_WAY:
        if have in item.names and want not in item.names:
            item.names[want] = item.names[have]
    if "page" in item.text and "page-first" not in item.text:
        item.text["page-first"] = re.split(r"\s*(?:&|[-–—,])\s*", item.text["page"].lstrip())[0] or item.text["page"]
    return item


def read_items(items: Any) -> dict[str, Item]:
    """All items by id, in the order given; what is not an object is left out, a later one of the same id wins."""
    read: dict[str, Item] = {}
    if isinstance(items, Mapping):
        items = [items]  # one item alone
    elif not isinstance(items, Iterable) or isinstance(items, str):
        return read
    for position, data in enumerate(items):
        if isinstance(data, Mapping):
            item = read_item(data, position)
            read[item.id] = item
    return read
