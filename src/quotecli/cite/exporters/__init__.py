"""Export formats by name: what is cited in, one file's text out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module

from quotecli.cite.source import Cited


@dataclass(frozen=True, slots=True)
class Exporter:
    """One export format.

    Attributes:
        name: as given to `--format`.
        function: `module:function` below this package, loaded when it is first used.
        of_quotes: whether a source without a quotation says nothing in it, or next to nothing.
    """

    name: str
    function: str
    of_quotes: bool = False

    def export(self, cited: Iterable[Cited]) -> str:
        """Return the file's text, UTF-8 encodable; quotations of one document stand together."""
        module, _, function = self.function.partition(":")
        text: str = getattr(import_module(f"{__name__}.{module}"), function)(cited)
        return text


EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter("biblatex", "biblatex:export"),
        Exporter("bibtex", "bibtex:export"),
        Exporter("csl-json", "csl:export_json"),
        Exporter("csl-yaml", "csl:export_yaml"),
        Exporter("csv", "spreadsheet:export", of_quotes=True),
        Exporter("endnote", "endnote:export"),
        Exporter("hayagriva", "hayagriva:export"),
        Exporter("html", "html:export"),
        Exporter("jsonld", "linked_data:export_jsonld"),
        Exporter("markdown", "markdown:export"),
        Exporter("ris", "ris:export"),
        Exporter("webannotation", "linked_data:export_webannotation", of_quotes=True),
        Exporter("wikipedia", "wikipedia:export"),
        Exporter("wikiquote", "wikiquote:export", of_quotes=True),
    )
}
"""All export formats by name, sorted."""
