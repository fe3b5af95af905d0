"""BibTeX: entry types and fields of the standard styles, with `date` for readers that want it (pandoc)."""

from __future__ import annotations

from collections.abc import Iterable

from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import date_parts, extra_notes, iso_date, issuing_body, quotation_notes
from quotecli.cite.exporters.latex import format_entry, latex, pages, people, title, url
from quotecli.cite.names import display_name
from quotecli.cite.source import Cited
from quotecli.cite.works import work_of

_INSTITUTION = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}
"""What the standard styles ask for where others have a publisher; of a report they ask in vain, it is the author's."""
_IN_BOOKS = ("incollection", "inproceedings")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def export(cited: Iterable[Cited]) -> str:
    """Return a BibTeX database, one entry a source; the quotations stand in `annote`."""
    return "\n".join(_entry(entry) for entry in entries(cited))


def _led_by(entry: Entry) -> list[str]:
    """Say who has no field in BibTeX: interviewers and translators."""
    roles = {"interviewer": "Interview by", "translator": "Translated by"}
    return [f"{said} {display_name(name)}" for role, said in roles.items() for name in entry.names(role)]


def _entry(entry: Entry) -> str:
    item, kind = entry.item, work_of(entry.source).bibtex
    link, issued = url(item.get("URL", "")), date_parts(item)
    container = latex(item.get("container-title", ""))
    # BibTeX's standard styles know no URL, so what has no journal carries it in howpublished as well.
    howpublished = (container or latex(item.get("genre", ""))) if kind == "misc" else ""
    publisher = latex(item.get("publisher", "") or item.get("authority", ""))
    of_institution = _INSTITUTION.get(kind, "publisher")
    fields = {
        "author": people(entry.names("author")),
        "editor": people(entry.names("editor")),
        "title": title(item.get("title", "")),
        "journal": container if kind == "article" else "",
        "booktitle": container or latex(item.get("event-title", "")) if kind in _IN_BOOKS else "",
        "type": latex(item.get("genre", "")) if kind in _INSTITUTION else "",
        "volume": latex(item.get("volume", "")),
        "edition": latex(item.get("edition", "")),
        "number": latex(item.get("issue", "") or item.get("number", "")),
        "pages": pages(item.get("page", "")),
        "doi": latex(item.get("DOI", "")),
        "howpublished": howpublished,
        of_institution: latex(issuing_body(entry)) if kind == "techreport" else publisher,
        "address": latex(item.get("publisher-place", "") or item.get("event-place", "")),
        "year": f"{issued[0]:04}" if issued else "",
        "month": _MONTHS[issued[1] - 1] if len(issued) > 1 else "",
        "day": str(issued[2]) if len(issued) > 2 else "",
        "date": iso_date(item),
        "url": link,
        "urldate": iso_date(item, "accessed"),
        "language": latex(item.get("language", "")),
        "note": latex(". ".join((*_led_by(entry), *extra_notes(entry)))),
        "annote": latex(" ".join(quotation_notes(entry))),
    }
    return format_entry(kind, entry, fields)
