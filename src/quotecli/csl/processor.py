"""The public face: a style, a locale and items in; citations and a bibliography out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from .bibliography import bibliography_nodes, bibliography_options
from .citation import citation_node
from .context import Cite
from .engine import Engine
from .errors import ItemError, StyleError
from .items import one_space, read_items
from .library import find_style, is_xml, load_style_xml
from .locators import split_label
from .output.formats import FORMATS, Run, runs
from .output.nodes import Node
from .output.render import to_events, to_string
from .position import Cluster, assign_positions
from .style import Style

__all__ = ["CitationProcessor"]

_DEFAULT_LOCALE = "en-US"


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def read_cite(data: Mapping[str, Any]) -> Cite:
    """A CSL cite object read; what is malformed counts as absent."""
    locator, label = split_label(one_space(_text(data.get("locator"))).strip(), _text(data.get("label")) or "page")
    return Cite(
        id=_text(data.get("id")),
        locator=locator,
        label=label,
        prefix=_text(data.get("prefix")),
        suffix=_text(data.get("suffix")),
        suppress_author=bool(data.get("suppress-author")),
        author_only=bool(data.get("author-only")),
    )


@lru_cache(maxsize=16)
def _from_file(path: Path, _modified: int) -> tuple[Style, str]:
    root, locale = load_style_xml(path)
    return Style(root), locale


def _compiled(style: str | Path) -> tuple[Style, str]:
    """The compiled style and the locale that a dependent style asks for; files are compiled once."""
    if isinstance(style, str) and is_xml(style):
        root, locale = load_style_xml(style)
        return Style(root), locale
    path = find_style(style).path
    return _from_file(path, path.stat().st_mtime_ns)


class CitationProcessor:
    """Renders CSL-JSON items in a CSL style.

    `style`: short name ("apa"), CSL id, URL of an id, path of a `.csl` file, or XML text. `items`: CSL-JSON objects.
    `locale`: a language tag; a style's own default locale stands in for "en-US", the default.
    Raises StyleNotFound (with suggestions) and StyleError.
    """

    def __init__(self, style: str | Path, items: Iterable[Any], locale: str = _DEFAULT_LOCALE) -> None:
        compiled, wanted = _compiled(style)
        lang = locale
        if locale == _DEFAULT_LOCALE:
            lang = wanted or compiled.default_locale or locale
        self._engine = Engine(compiled, read_items(items), lang)
        self._registered = False

    @property
    def style_class(self) -> str:
        """What the style makes: "note" or "in-text"."""
        return "note" if self._engine.style.is_note else "in-text"

    @property
    def citation_format(self) -> str:
        """How the style says it cites: "numeric", "author-date", "note", "author" or "label"; "" where it doesn't."""
        return self._engine.style.citation_format

    def term(self, name: str) -> str:
        """The language's short word for something ("paragraph": "para."), as the style has it; "" when it has none."""
        return self._engine.locale.text(name, "short")

    @property
    def locale(self) -> str:
        """The language tag in force."""
        return self._engine.locale.lang

    @property
    def has_bibliography(self) -> bool:
        """Whether the style makes a bibliography at all."""
        return self._engine.style.bibliography is not None

    @property
    def bibliography_options(self) -> dict[str, object]:
        """hanging-indent (bool), second-field-align (str), line-spacing and entry-spacing (lines)."""
        return bibliography_options(self._engine)

    @property
    def bibliography_ids(self) -> list[str]:
        """Item ids in the order of `bibliography()`."""
        return [item_id for item_id, _ in self._entries()]

    def cite(self, clusters: Sequence[Sequence[Mapping[str, Any]]], output: str = "text") -> list[str]:
        """One string per cluster, in document order; in a note style successive clusters are successive notes.

        `output`: "text", "html", "markdown", "rtf" or "terminal" (ANSI). Raises ItemError for an unknown id.
        """
        _check(output)
        engine = self._engine
        return [
            to_string(citation_node(engine, cluster.cites), engine.locale, output)
            for cluster in self._clusters(clusters)
        ]

    def cite_runs(self, clusters: Sequence[Sequence[Mapping[str, Any]]]) -> list[list[Run]]:
        """As `cite`, as (text, styles) runs for another printer."""
        engine = self._engine
        return [
            runs(to_events(citation_node(engine, cluster.cites), engine.locale)) for cluster in self._clusters(clusters)
        ]

    def bibliography(self, output: str = "text") -> list[str]:
        """The entries in the style's order: cited items and all others given. [] where the style has none."""
        _check(output)
        engine = self._engine
        return [to_string(node, engine.locale, output) for _, node in self._entries()]

    def bibliography_runs(self) -> list[list[Run]]:
        """As `bibliography`, as (text, styles) runs for another printer."""
        engine = self._engine
        return [runs(to_events(node, engine.locale)) for _, node in self._entries()]

    def _entries(self) -> list[tuple[str, Node]]:
        if not self._registered:  # nothing has been cited: all items, in the order given
            self._engine.register(self._engine.items)
            self._registered = True
        return bibliography_nodes(self._engine)

    def _clusters(self, clusters: Sequence[Sequence[Mapping[str, Any]]]) -> list[Cluster]:
        engine = self._engine
        read: list[Cluster] = []
        for number, cluster in enumerate(clusters, 1):
            listed = [cluster] if isinstance(cluster, Mapping) else cluster or ()
            cites = [read_cite(data) for data in listed if isinstance(data, Mapping)]
            for cite in cites:
                if cite.id not in engine.items:
                    raise ItemError(cite.id)
            read.append(Cluster(cites, number if engine.style.is_note else 0))
        cited = [cite.id for cluster in read for cite in cluster.cites]
        distance = engine.style.citation.attrs.get("near-note-distance", "5")
        assign_positions(read, int(distance) if distance.isascii() and distance.isdigit() else 5)
        self._registered = True
        order = list(dict.fromkeys([*cited, *engine.items]))
        notes = {cite.id: cite.first_note for cluster in read for cite in cluster.cites if cite.first_note}
        again = any(cite.position for cluster in read for cite in cluster.cites)
        if (order, notes, again) != (engine.order, engine.first_notes, engine.subsequent):
            engine.register(order, notes, subsequent=again)
        return read


def _check(output: str) -> None:
    if output not in FORMATS:
        raise StyleError(f"No output format is called {output!r}; there are {', '.join(FORMATS)}")
