"""RIS: one TY and one ER a record, a tag a line; the quotations stand in notes (N1)."""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import date_parts, extra_notes, iso_date, quotation_notes
from quotecli.cite.names import inverted_name
from quotecli.cite.source import Cited
from quotecli.cite.text import one_line, page_range
from quotecli.cite.works import work_of


def export(cited: Iterable[Cited]) -> str:
    """Return RIS records, one a source, lines ended by CR LF as the format asks."""
    return "\r\n".join(_record(entry) for entry in entries(cited))


def _record(entry: Entry) -> str:
    item = entry.item
    issued = date_parts(item)
    tags = [("TY", work_of(entry.source).ris), ("ID", entry.key)]
    tags += [("AU", inverted_name(name)) for name in entry.names("author")]
    tags += [("A2", inverted_name(name)) for name in entry.names("editor")]
    tags += [("A3", inverted_name(name)) for name in entry.names("interviewer")]
    tags += [("A4", inverted_name(name)) for name in entry.names("translator")]
    tags += [
        ("TI", item.get("title", "")),
        ("T2", item.get("container-title", "") or item.get("event-title", "")),
        ("VL", item.get("volume", "")),
        ("IS", item.get("issue", "")),
        ("ET", item.get("edition", "")),
        ("SN", item.get("number", "")),
        ("SP", page_range(item.get("page", ""))[0]),
        ("EP", page_range(item.get("page", ""))[1]),
        ("DO", item.get("DOI", "")),
        ("PY", f"{issued[0]:04}" if issued else ""),
        ("DA", iso_date(item, joint="/")),
        ("SE", item.get("section", "")),
        ("M3", item.get("genre", "")),
        ("PB", item.get("publisher", "")),
        ("CY", item.get("publisher-place", "") or item.get("event-place", "")),
        ("LA", item.get("language", "")),
        ("UR", item.get("URL", "")),
        ("Y2", iso_date(item, "accessed", joint="/")),
    ]
    tags += [("N1", note) for note in quotation_notes(entry) + extra_notes(entry)]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in tags if one_line(value)]
    return "\r\n".join((*lines, "ER  - ", ""))
