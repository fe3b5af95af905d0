"""CSV for spreadsheets: a row for each quotation with its source; no cell is ever a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import names_in_words, where
from quotecli.cite.source import Cited
from quotecli.cite.text import clean
from quotecli.core.spreadsheets import no_formula

COLUMNS = (
    "key id text speaker said_as date date_kind via locator kind confidence "
    "title author outlet published updated section url archive_url accessed language document"
).split()
"""The header, in order; names are the contract's."""


def export(cited: Iterable[Cited]) -> str:
    """Return CSV (RFC 4180) with a header; a source alone has empty cells where the quotation's would stand."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for entry in entries(cited):
        for one in entry.quoted or (Cited(entry.source),):
            writer.writerow([cell(value) for value in _row(entry, one)])
    return buffer.getvalue()


def cell(value: object) -> str:
    """Return a value as a spreadsheet may read it."""
    return no_formula(clean("" if value is None else str(value)))


def _row(entry: Entry, cited: Cited) -> list[object]:
    source, item, quote = entry.source, entry.item, cited.quote
    said: list[object] = [""] * 10
    if quote:
        said = [quote.id, quote.text, quote.speaker, quote.said_as, quote.date, quote.date_kind, quote.via]
        said += [where(cited), quote.kind.value, f"{quote.confidence:.2f}"]
    told = [item.get("title"), names_in_words(entry), source.outlet, source.published, source.updated]
    told += [source.section, source.url, source.archive_url, source.accessed, source.language, source.document]
    return [entry.key, *said, *told]
