"""Fields of records (JSON, CSV, sidecars) → text and candidates for the metadata, by a table of known names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from quotecli.core.tables import read_table
from quotecli.read.draft import MetaCandidate, Rank, storable, without_links

_JOINTS = re.compile(r"[\s_\-:]+")
_PLURAL = re.compile(r"\(e?[sn]\)$")  # "Author(s)"
_EPOCH = re.compile(r"\d{9,13}(?:\.\d+)?")
_META = ("title", "published", "updated", "accessed", "outlet", "author", "url", "language", "section")
FOR_CITING = ("volume", "issue", "page", "last page", "doi")
"""What is kept as evidence alone."""
_OURS = {"date": "published", "authors": "author"}
_LONGEST_NUMBER = 60
_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Record:
    """A record's facts.

    Attributes:
        text: the text as it stands in the record, or None when it has none.
        is_html: the field holds HTML by its name, or its content may be HTML (`None`: look at it).
        id: its own id, or None.
        candidates: for the metadata.
    """

    text: str | None
    is_html: bool | None
    id: str | None
    candidates: tuple[MetaCandidate, ...]


@cache
def known_names() -> Mapping[str, tuple[str, ...]]:
    """Return for each of our fields the names it goes by in records, best first."""
    names: dict[str, list[str]] = {}
    for ours, name in read_table("quotecli.read", "fields.tsv"):
        names.setdefault(ours, []).append(name)
    return {ours: tuple(found) for ours, found in names.items()}


def plain_name(name: str) -> str:
    """Return a field's name as the table has it (`Publication Date` → `publicationdate`); a leading `_` stays."""
    plain = _JOINTS.sub("", _PLURAL.sub("s", name.strip().lower()))
    return "_" + plain if name.startswith("_") else plain


def read_record(fields: Mapping[str, Any], field_map: Mapping[str, str]) -> Record:
    """Return what a record says.

    Args:
        fields: the record; objects in it are reached by dotted names.
        field_map: our field (`text`, `title`, `date`, `outlet`, `author`, `url`, `id` …) → the record's name for it.
    """
    flat = dict(_flatten(fields))
    asked = {_OURS.get(ours, ours): name for ours, name in field_map.items()}
    text, is_html = _text(flat, asked)
    candidates: list[MetaCandidate] = []
    for ours in (*_META, *FOR_CITING):
        for name in _lookup_names(ours, asked):
            values = _values(ours, flat.get(name))
            candidates += [MetaCandidate(ours, value, f"field {name}", Rank.RECORD) for value in values]
    own_id = next((str(flat[name]) for name in _lookup_names("id", asked) if _is_scalar(flat.get(name))), None)
    return Record(text, is_html, own_id or None, tuple(candidates))


def _lookup_names(ours: str, asked: Mapping[str, str]) -> tuple[str, ...]:
    if ours in asked:
        return (".".join(plain_name(part) for part in asked[ours].split(".")),)
    return known_names()[ours]


def _text(flat: Mapping[str, Any], asked: Mapping[str, str]) -> tuple[str | None, bool | None]:
    if "text" in asked:
        found = flat.get(_lookup_names("text", asked)[0])
        return (_joined(found), None) if found is not None else (None, None)
    for ours, is_html in (("text", None), ("text-html", True), ("fallback", None)):
        for name in known_names()[ours]:
            parts = [text for part in name.split("+") if (text := _joined(flat.get(part)))]
            if text := "\n\n".join(parts) if len(parts) > name.count("+") else None:
                return text, False if name == "text" else is_html
    return ("", False) if isinstance(flat.get("text"), str) else (None, None)


def _joined(value: object) -> str | None:
    """Return a text, or a list of paragraphs joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "\n\n".join(value)
    return None


def _flatten(fields: Mapping[str, Any], prefix: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Yield (plain dotted name, value); of names that fold alike the first stands; `_source` is the record."""
    seen: set[str] = set()
    for name, value in fields.items():
        plain = prefix + plain_name(str(name))
        if plain in seen:
            continue
        seen.add(plain)
        yield plain, value
        if isinstance(value, Mapping) and depth < _DEPTH:
            inner = "" if plain in {"_source", "_doc"} else f"{plain}."
            yield from _flatten(value, inner, depth + 1)


def _is_scalar(value: object) -> bool:
    return (isinstance(value, str) and bool(value.strip())) or (isinstance(value, int) and not isinstance(value, bool))


def _values(ours: str, value: object) -> list[str]:
    """Return the candidates that a field's value holds: text, numbers that are times, lists and objects with names."""
    if isinstance(value, list | tuple):
        inner = [text for part in value[:50] for text in _values(ours, part)]
        return inner if ours == "author" else inner[:1]
    if isinstance(value, Mapping):
        return next(
            (_values(ours, value[name]) for name in ("name", "title", "url", "@id", "$date") if name in value), []
        )
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int | float):
        value = repr(value)
    text = value if isinstance(value, str) else str(value)
    text = without_links(storable(" ".join(text.split())))
    if ours in {"published", "updated", "accessed"} and _EPOCH.fullmatch(text):
        text = _from_epoch(float(text))
    if ours == "outlet" and "://" in text:
        text = urlsplit_host(text)
    if ours == "url" and not text.lower().startswith(("http://", "https://")):
        return []
    if ours == "page":
        text = re.sub(r"\s*[–—]\s*", "-", text)
    if ours in FOR_CITING and len(text) > _LONGEST_NUMBER:
        return []
    return [text] if text and text.lower() not in {"nan", "null", "none", "n/a", "unknown"} else []


def _from_epoch(seconds: float) -> str:
    """Return seconds (or milliseconds) since 1970 as an ISO date-time, or "" when no calendar has it."""
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def urlsplit_host(url: str) -> str:
    """Return the host of a URL, or "" when it has none or is no URL."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
