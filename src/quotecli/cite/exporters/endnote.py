"""EndNote XML, the format of EndNote's own export (Zotero and pandoc read it too); quotations stand in research notes.

The tagged `.enw` format has no record end and no escaping; XML can't be broken by what a document says.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import extra_notes, iso_date, quotation_notes
from quotecli.cite.names import Name, inverted_name
from quotecli.cite.source import Cited
from quotecli.cite.text import one_line
from quotecli.cite.works import work_of


def export(cited: Iterable[Cited]) -> str:
    """Return one XML document with a record for each source."""
    records = "".join(_record(entry, number) for number, entry in enumerate(entries(cited), start=1))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n{records}</records></xml>\n'


def _record(entry: Entry, number: int) -> str:
    item = entry.item
    name, _, kind = work_of(entry.source).endnote.partition(":")
    date = iso_date(item)
    parts = [
        f'<ref-type name="{escape(name)}">{kind}</ref-type>',
        _group(
            "contributors",
            _authors(entry.names("author"), "authors"),
            _authors([*entry.names("editor"), *entry.names("interviewer")], "secondary-authors"),
            _authors(entry.names("translator"), "subsidiary-authors"),
        ),
        _group(
            "titles",
            _field("title", item.get("title", "")),
            _field("secondary-title", item.get("container-title", "") or item.get("event-title", "")),
        ),
        _group("periodical", _field("full-title", item.get("container-title", ""))),
        _field("pages", item.get("page", "")),
        _field("volume", item.get("volume", "")),
        _field("number", item.get("issue", "") or item.get("number", "")),
        _field("edition", item.get("edition", "")),
        _group("dates", _field("year", date[:4]), _group("pub-dates", _field("date", date))),
        _field("pub-location", item.get("publisher-place", "") or item.get("event-place", "")),
        _field("publisher", item.get("publisher", "")),
        _field("section", item.get("section", "")),
        _field("work-type", item.get("genre", "")),
        _field("label", entry.key),
        _group("urls", _group("related-urls", _field("url", item.get("URL", "")))),
        _field("electronic-resource-num", item.get("DOI", "")),
        _field("access-date", iso_date(item, "accessed")),
        _field("language", item.get("language", "")),
        _field("notes", "; ".join(extra_notes(entry))),
        _field("research-notes", "\n".join(quotation_notes(entry)), keep_lines=True),
    ]
    return f"<record><rec-number>{number}</rec-number>{''.join(parts)}</record>\n"


def _authors(names: list[Name], group: str) -> str:
    # EndNote takes a name for a person unless it ends in a comma.
    filed = (f"{inverted_name(name)}," if "literal" in name else inverted_name(name) for name in names)
    return _group(group, *(_field("author", name) for name in filed))


def _field(name: str, value: str, *, keep_lines: bool = False) -> str:
    text = value if keep_lines else one_line(value)
    return f'<{name}><style face="normal">{escape(text, quote=False)}</style></{name}>' if text else ""


def _group(name: str, *inner: str) -> str:
    text = "".join(inner)
    return f"<{name}>{text}</{name}>" if text else ""
