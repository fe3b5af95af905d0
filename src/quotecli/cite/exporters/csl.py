"""CSL-JSON and CSL-YAML: the items that the citations are made of, with the quotations as data.

`annote` holds them as text for people, `custom` as fields for programs; `archive_location` holds the archived copy.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import quotation_notes
from quotecli.cite.exporters.yaml_text import to_yaml
from quotecli.cite.items import Item
from quotecli.cite.source import Cited, locator
from quotecli.cite.text import clean, one_line


def export_json(cited: Iterable[Cited]) -> str:
    """Return a CSL-JSON list."""
    return json.dumps([_item(entry) for entry in entries(cited)], ensure_ascii=False, indent=2) + "\n"


def export_yaml(cited: Iterable[Cited]) -> str:
    """Return CSL-YAML as pandoc and Zotero's Better BibTeX write it: one mapping with `references`."""
    return to_yaml({"references": [_item(entry) for entry in entries(cited)]})


def _item(entry: Entry) -> Item:
    source, item = entry.source, dict(entry.item)
    if source.archive_url and source.url:
        item["archive"] = "Wayback Machine" if "web.archive.org" in source.archive_url else "Web archive"
        item["archive_location"] = one_line(source.archive_url)
    custom: dict[str, Any] = {}
    if source.archived:
        custom["archived"] = str(source.archived)
    if source.updated:
        custom["updated"] = str(source.updated)
    if entry.quoted:
        item["annote"] = "\n".join(quotation_notes(entry))
        custom["quotations"] = [_quotation(cited) for cited in entry.quoted]
    if custom:
        item["custom"] = custom
    return item


def _quotation(cited: Cited) -> dict[str, str]:
    assert cited.quote is not None
    place = locator(cited)
    said = {
        "id": cited.quote.id,
        "text": clean(cited.quote.text),
        "speaker": clean(cited.quote.speaker or ""),
        "via": one_line(cited.quote.via or ""),
        "locator": place.value if place else "",
        "label": place.label if place else "",
        "said": str(cited.quote.date) if cited.quote.date and cited.quote.date_kind == "said" else "",
    }
    return {key: value for key, value in said.items() if value}
