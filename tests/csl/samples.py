"""Styles and items of our own for the tests: as small as the point they prove."""

from __future__ import annotations

from typing import Any

from quotecli.csl import CitationProcessor

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{kind}" {attrs}>'
EMPTY = '<text value="x"/>'
INFO = "<info><title>Sample</title><id>sample</id><updated>2024-01-01T00:00:00+00:00</updated></info>"


def style(
    layout: str = "",
    *,
    bibliography: str = "",
    extra: str = "",
    kind: str = "in-text",
    attrs: str = "",
    citation: str = "",
    bib: str = "",
    layout_attrs: str = 'delimiter="; "',
    sort: str = "",
    bib_sort: str = "",
) -> str:
    """A style with `layout` for citations; `citation` and `bib` are attributes, `extra` macros and locales."""
    parts = [HEAD.format(kind=kind, attrs=attrs), INFO, extra]
    parts.append(f"<citation {citation}>{sort}<layout {layout_attrs}>{layout or EMPTY}</layout></citation>")
    if bibliography:
        parts.append(f"<bibliography {bib}>{bib_sort}<layout>{bibliography}</layout></bibliography>")
    return "".join([*parts, "</style>"])


def item(item_id: str = "i", **values: Any) -> dict[str, Any]:
    return {"id": item_id, "type": "book", **{key.replace("_", "-"): value for key, value in values.items()}}


def people(*names: str) -> list[dict[str, str]]:
    """Names: "Given Family" as a person, "=Body" as a literal name."""
    return [
        {"literal": name[1:]}
        if name.startswith("=")
        else dict(zip(("given", "family"), name.rsplit(" ", 1), strict=True))
        for name in names
    ]


def date(*parts: int, end: tuple[int, ...] = ()) -> dict[str, Any]:
    return {"date-parts": [list(parts), list(end)] if end else [list(parts)]}


def cite(style_xml: str, *items: dict[str, Any], output: str = "text", locale: str = "en-US") -> str:
    """All items in one citation."""
    processor = CitationProcessor(style_xml, items, locale)
    return processor.cite([[{"id": one["id"]} for one in items]], output)[0]


def bibliography(style_xml: str, *items: dict[str, Any], output: str = "text", locale: str = "en-US") -> list[str]:
    return CitationProcessor(style_xml, items, locale).bibliography(output)
