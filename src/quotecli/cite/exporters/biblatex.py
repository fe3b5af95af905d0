"""biblatex (biber): entry types and fields of its data model; the quotations stand in `annotation`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import extra_notes, iso_date, issuing_body, quotation_notes
from quotecli.cite.exporters.latex import format_entry, latex, pages, people, title, url
from quotecli.cite.source import Cited
from quotecli.cite.works import work_of
from quotecli.core.tables import read_table

_IN_BOOKS = ("inreference", "incollection", "inproceedings")


def export(cited: Iterable[Cited]) -> str:
    """Return a biblatex database, one entry a source."""
    return "\n".join(_entry(entry) for entry in entries(cited))


@cache
def _babel() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("quotecli.cite", "babel.tsv")}


def _langid(language: str) -> str:
    """Return what babel calls a language (BCP 47): `en-GB` is british; "" for one that it has not."""
    return _babel().get(language) or _babel().get(language.partition("-")[0], "")


_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|[.ªº])$")
"""biblatex writes "2nd ed." itself of a number, and takes all else for words."""


def _entry(entry: Entry) -> str:
    item, work = entry.item, work_of(entry.source)
    kind, container = work.biblatex, latex(item.get("container-title", ""))
    genre = latex(item.get("genre", ""))
    court = latex(item.get("authority", ""))
    publisher = latex(item.get("publisher", ""))
    institution = latex(issuing_body(entry)) if kind == "report" else publisher if kind == "thesis" else ""
    fields = {
        "entrysubtype": work.subtype,
        "author": people(entry.names("author")),
        "editor": people(entry.names("editor")),
        "translator": people(entry.names("translator")),
        # biblatex has no role for interviewers; editora is its field for "another role, named by editoratype".
        "editora": people(entry.names("interviewer")),
        "editoratype": "interviewer" if "interviewer" in item else "",
        "title": title(item.get("title", "")),
        "note": genre if kind in ("online", "unpublished") else "",  # pandoc takes titleaddon for the title's end
        "type": genre if kind in ("misc", "thesis") else genre or "Report" if kind == "report" else "",
        "journaltitle": container if kind == "article" else "",
        "booktitle": (container or latex(item.get("event-title", ""))) if kind in _IN_BOOKS else "",
        "volume": latex(item.get("volume", "")),
        "edition": latex(_ORDINAL.sub("", item.get("edition", ""))),
        "number": latex(item.get("issue", "") or item.get("number", "")),
        "pages": pages(item.get("page", "")),
        "doi": latex(item.get("DOI", "")),
        "organization": (container or court) if kind in ("online", "misc") else "",
        "eventtitle": latex(item.get("event-title", "")),
        "venue": latex(item.get("event-place", "")),
        "institution": institution,
        "publisher": publisher if kind in ("book", *_IN_BOOKS) else "",
        "howpublished": publisher if kind in ("misc") else "",
        "location": latex(item.get("publisher-place", "")),
        "date": iso_date(item),
        "url": url(item.get("URL", "")),
        "urldate": iso_date(item, "accessed"),
        "langid": _langid(item.get("language", "")),
        "addendum": latex(". ".join(extra_notes(entry))),
        "annotation": latex(" ".join(quotation_notes(entry))),
    }
    return format_entry(kind, entry, fields)
