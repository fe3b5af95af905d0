"""Hayagriva, the bibliography format of Typst: a YAML mapping of keys to entries, containers as `parent`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import extra_notes, iso_date, quotation_notes
from quotecli.cite.exporters.yaml_text import to_yaml
from quotecli.cite.names import Name
from quotecli.cite.source import Cited
from quotecli.cite.works import work_of

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\d{3})?")
_SYNTAX = re.compile(r"([\\{}$])")
_LINK = re.compile(r"https?://[^\s/?#]+\S*")


def export(cited: Iterable[Cited]) -> str:
    """Return a Hayagriva file, one entry a source; the quotations stand in `note`."""
    found = {entry.key: _entry(entry) for entry in entries(cited)}
    return to_yaml(found) if found else "{}\n"


def _entry(entry: Entry) -> dict[str, Any]:
    item, work = entry.item, work_of(entry.source)
    language = item.get("language", "")
    editors = [_person(name) for name in entry.names("editor")]
    of_book = bool(item.get("container-title")) and work.hayagriva in ("chapter", "entry")
    fields = {
        "type": work.hayagriva,
        "title": _verbatim(item.get("title", "")),
        "author": [_person(name) for name in entry.names("author")],
        "editor": [] if of_book else editors,
        "date": iso_date(item),
        "language": language if _LANGUAGE.fullmatch(language) else "",
        "url": _url(item),
        "edition": _text(item.get("edition", "")),
        "page-range": _text(item.get("page", "")),
        "serial-number": {"doi": item["DOI"]} if item.get("DOI") else "",
        "genre": _text(item.get("genre", "")),
        "publisher": _text(item.get("publisher", "")) if not item.get("container-title") else "",
        "organization": _text(item.get("authority", "")),
        "location": "" if of_book else _text(item.get("event-place", "") or item.get("publisher-place", "")),
        "note": _text(". ".join([*extra_notes(entry), *quotation_notes(entry)])),
        "parent": _parent(item, work.parent) | (_book(item, editors) if of_book else {}),
    }
    return {name: value for name, value in fields.items() if value}


def _person(name: Name) -> dict[str, str]:
    if "literal" in name:
        return {"name": name["literal"]}
    particle = name.get("non-dropping-particle", "") or name.get("dropping-particle", "")
    parts = {"name": name.get("family", ""), "given-name": name.get("given", ""), "prefix": particle}
    parts["suffix"] = name.get("suffix", "")
    return {part: value for part, value in parts.items() if value}


def _parent(item: dict[str, Any], kind: str) -> dict[str, Any]:
    container = item.get("container-title", "") or item.get("event-title", "")
    numbers = {"volume": item.get("volume", ""), "issue": item.get("issue", "")}
    told = {name: _text(value) for name, value in numbers.items() if value}
    return {"type": kind or "misc", "title": _verbatim(container), **told} if container else {}


def _book(item: dict[str, Any], editors: list[dict[str, str]]) -> dict[str, Any]:
    """Return what the book of a chapter has, and the chapter has not: who edited and who published it, and where."""
    told = {"editor": editors, "publisher": _text(item.get("publisher", ""))}
    told["location"] = _text(item.get("publisher-place", ""))
    return {name: value for name, value in told.items() if value}


def _verbatim(text: str) -> dict[str, Any]:
    """Titles stay as printed: Hayagriva would set their case else."""
    return {"value": _text(text), "verbatim": True} if text else {}


def _text(text: str) -> str:
    """Escape what Hayagriva takes for verbatim chunks and mathematics; names are taken as they are."""
    return _SYNTAX.sub(r"\\\1", text)


def _url(item: dict[str, Any]) -> Any:
    url, accessed = item.get("URL", ""), iso_date(item, "accessed")
    if not _LINK.fullmatch(url):  # Hayagriva refuses the whole file for a URL that it can't parse
        return ""
    return {"value": url, "date": accessed} if accessed else url
