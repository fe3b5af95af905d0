"""Runs the CSL project's processor tests (kept outside of this repository, see /work/shared/citing)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from quotecli.csl.bibliography import bibliography_nodes
from quotecli.csl.citation import citation_node
from quotecli.csl.context import Cite
from quotecli.csl.engine import Engine
from quotecli.csl.items import read_items
from quotecli.csl.output.render import to_string
from quotecli.csl.position import Cluster, assign_positions
from quotecli.csl.processor import read_cite
from quotecli.csl.style import Style
from quotecli.csl.xmltree import parse_xml

_SECTION = re.compile(r">>=+ ?([A-Z-]+) ?=+>>\n(.*?)\n?<<=+ ?\1 ?=+<<", re.DOTALL)
EMPTY = "[CSL STYLE ERROR: reference with no printed form.]"


def sections(text: str) -> dict[str, str]:
    return dict(_SECTION.findall(text))


def run(path: Path) -> tuple[str, str]:
    """(result, expected) of one test file."""
    parts = sections(path.read_text(encoding="utf-8"))
    mode = parts["MODE"].strip()
    return (_bibliography(parts) if mode.startswith("bibliography") else _citation(parts)), parts["RESULT"].strip()


def _engine(parts: dict[str, str]) -> Engine:
    style = Style(parse_xml(parts["CSL"]))
    raw = json.loads(parts["INPUT"])
    for position, item in enumerate(raw):
        item.setdefault("id", str(position + 1))
    engine = Engine(style, read_items(raw), style.default_locale or "en-US")
    engine.abbreviations = json.loads(parts["ABBREVIATIONS"]).get("default", {}) if "ABBREVIATIONS" in parts else {}
    return engine


def _cite(data: dict[str, Any]) -> Cite:
    cite = read_cite(data)
    cite.position = int(data.get("position", 0))
    cite.near_note = bool(data.get("near-note"))
    cite.first_note = int(data.get("first-reference-note-number", 0))
    return cite


def _register(engine: Engine, parts: dict[str, str]) -> None:
    if "BIBENTRIES" in parts:
        for ids in json.loads(parts["BIBENTRIES"]):
            engine.register([str(one) for one in ids])
    else:
        engine.register(engine.items)


def _html(engine: Engine, cites: list[Cite]) -> str:
    text = to_string(citation_node(engine, cites), engine.locale, "html")
    return text.replace("[NO_PRINTED_FORM]", EMPTY)


def _citations(engine: Engine, parts: dict[str, str]) -> list[str]:
    """A document edited step by step: each step inserts one citation between those before and after it."""
    before: dict[str, Any] = {}
    lines: list[str] = []
    known: dict[str, Any] = {}
    for step, (citation, pre, post) in enumerate(json.loads(parts["CITATIONS"])):
        name = str(citation.get("citationID", f"step-{step}"))
        known[name] = citation
        order = [(str(i), n) for i, n in pre] + [(name, citation.get("properties", {}).get("noteIndex", 0))]
        order += [(str(i), n) for i, n in post]
        clusters = [Cluster([read_cite(c) for c in known[i]["citationItems"]], note) for i, note in order]
        cited = [cite.id for cluster in clusters for cite in cluster.cites]
        distance = engine.style.citation.attrs.get("near-note-distance", "5")
        assign_positions(clusters, int(distance))
        first = {cite.id: cite.first_note for cluster in clusters for cite in cluster.cites if cite.first_note}
        again = any(cite.position for cluster in clusters for cite in cluster.cites)
        engine.register(cited, first, subsequent=again)
        lines, now = [], {}
        for number, ((i, _), cluster) in enumerate(zip(order, clusters, strict=True)):
            text = _html(engine, cluster.cites)
            # citeproc-js also reports a citation when what it knows of its items has changed
            now[i] = text, [(engine.configs.get(c.id), c.position, c.first_note) for c in cluster.cites]
            changed = i == name or before.get(i) != now[i]
            lines.append(f"{'>>' if changed else '..'}[{number}] {text}")
        before = now
    return lines


def _citation(parts: dict[str, str]) -> str:
    engine = _engine(parts)
    if "CITATIONS" in parts:
        return "\n".join(_citations(engine, parts))
    _register(engine, parts)
    if "CITATION-ITEMS" in parts:
        clusters = [[_cite(c) for c in cluster] for cluster in json.loads(parts["CITATION-ITEMS"])]
    else:
        clusters = [[Cite(item_id) for item_id in engine.bibliography_order]]
    return "\n".join(_html(engine, cites) for cites in clusters).strip()


def _bibliography(parts: dict[str, str]) -> str:
    engine = _engine(parts)
    if "CITATIONS" in parts:
        _citations(engine, parts)
    else:
        _register(engine, parts)
    if parts["MODE"].strip() == "bibliography-header":
        return ""
    keep = json.loads(parts["BIBSECTION"]) if "BIBSECTION" in parts else None
    entries = [
        to_string(node, engine.locale, "html")
        for item_id, node in bibliography_nodes(engine)
        if keep is None or _selected(engine, item_id, keep)
    ]
    body = "".join(f'  <div class="csl-entry">{entry}</div>\n' for entry in entries)
    return f'<div class="csl-bib-body">\n{body}</div>'


def _selected(engine: Engine, item_id: str, section: dict[str, Any]) -> bool:
    """citeproc-js's `bibsection`: include, exclude, select and quash conditions."""
    item = engine.items[item_id]

    def matches(condition: dict[str, str]) -> bool:
        field, value = condition["field"], condition["value"]
        actual = item.type if field == "type" else item.text.get(field, "")
        if field == "categories":
            return value in item.text.get("categories", "").split(", ")
        return actual == value or (not value and not item.has(field))

    if "include" in section:
        return any(matches(c) for c in section["include"])
    if "exclude" in section:
        return not any(matches(c) for c in section["exclude"])
    if "select" in section:
        return all(matches(c) for c in section["select"])
    return not ("quash" in section and all(matches(c) for c in section["quash"]))
