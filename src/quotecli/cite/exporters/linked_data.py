"""Linked data: schema.org quotations (JSON-LD) and W3C web annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote as percent_encode

from quotecli.cite.entries import Entry, entries
from quotecli.cite.exporters.common import iso_date, where
from quotecli.cite.links import deep_link, surroundings
from quotecli.cite.names import Name, display_name
from quotecli.cite.source import Cited
from quotecli.cite.text import clean, one_line
from quotecli.cite.works import work_of
from quotecli.core.bodies import is_body

_SELECTOR_CONTEXT = 32  # characters of prefix and suffix, the length that annotation tools use


def export_jsonld(cited: Iterable[Cited]) -> str:
    """Return one JSON-LD document: a graph of `Quotation`s, each `isPartOf` its article."""
    graph: list[dict[str, Any]] = []
    for entry in entries(cited):
        work = _work(entry)
        graph += [_quotation(one, work) for one in entry.quoted] or [work]
    return _dump({"@context": "https://schema.org", "@graph": graph})


def export_webannotation(cited: Iterable[Cited]) -> str:
    """Return one AnnotationPage (Web Annotation Data Model, section 5) with an annotation for each quotation.

    A source without a quotation has nothing to select and is left out.
    """
    items = [_annotation(one) for entry in entries(cited) for one in entry.quoted]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return _dump(page)


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _agents(names: list[Name]) -> list[dict[str, str]]:
    return [{"@type": "Organization" if "literal" in one else "Person", "name": display_name(one)} for one in names]


def _speakers(cited: Cited) -> list[dict[str, str]]:
    assert cited.quote is not None
    names = (one_line(name) for name in cited.quote.speakers)
    return [{"@type": "Organization" if is_body(name) else "Person", "name": name} for name in names if name]


def _one_or_all(values: list[dict[str, str]]) -> Any:
    return values[0] if len(values) == 1 else values


def _without_blanks(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value not in ("", None, [], {})}


def _work(entry: Entry) -> dict[str, Any]:
    item, source = entry.item, entry.source
    outlet = item.get("container-title", "") or item.get("publisher", "")
    return _without_blanks(
        {
            "@type": work_of(source).schema,
            "headline": item.get("title", ""),
            "author": _one_or_all(_agents(entry.names("author"))),
            "editor": _one_or_all(_agents(entry.names("editor"))),
            "translator": _one_or_all(_agents(entry.names("translator"))),
            "bookEdition": item.get("edition", "") if work_of(source).schema == "Book" else "",
            "datePublished": iso_date(item),
            "dateModified": str(source.updated) if source.updated else "",
            "articleSection": item.get("section", "") if work_of(source).schema.endswith("Article") else "",
            "inLanguage": item.get("language", ""),
            "publisher": {"@type": "Organization", "name": outlet} if outlet else "",
            "url": item.get("URL", ""),
            "archivedAt": one_line(source.archive_url or ""),
        }
    )


def _quotation(cited: Cited, work: dict[str, Any]) -> dict[str, Any]:
    quote = cited.quote
    assert quote is not None
    said = str(quote.date) if quote.date and quote.date_kind == "said" else ""
    return _without_blanks(
        {
            "@type": "Quotation",
            "identifier": quote.id,
            "text": clean(quote.text),
            "spokenByCharacter": _one_or_all(_speakers(cited)),
            "creator": _one_or_all(_speakers(cited)),
            "dateCreated": said,
            "position": where(cited),
            "inLanguage": work.get("inLanguage", ""),
            "url": deep_link(cited),
            "isPartOf": work,
        }
    )


def _annotation(cited: Cited) -> dict[str, Any]:
    quote = cited.quote
    assert quote is not None
    before, after = surroundings(cited)
    selector = {
        "type": "TextQuoteSelector",
        "exact": clean(quote.as_printed),
        "prefix": clean(before)[-_SELECTOR_CONTEXT:],
        "suffix": clean(after)[:_SELECTOR_CONTEXT],
    }
    speakers = [{"type": "TextualBody", "purpose": "tagging", "value": one["name"]} for one in _speakers(cited)]
    return _without_blanks(
        {
            "id": f"urn:quotes:{percent_encode(quote.id, safe='')}",
            "type": "Annotation",
            "motivation": "highlighting",
            "body": speakers,
            "target": {"source": _iri(cited), "selector": _without_blanks(selector)},
        }
    )


def _iri(cited: Cited) -> str:
    """Name the document: its URL, else its path as a file URL, else an own name."""
    source = cited.source
    if source.url and one_line(source.url):
        return percent_encode(one_line(source.url), safe="%/:?#[]@!$&'()*+,;=~-._")
    path = PurePath(one_line(source.document))
    if path.is_absolute():
        return path.as_uri()
    return f"urn:quotes:document:{percent_encode(str(path), safe='/')}"
