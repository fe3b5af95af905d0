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
        extension: of its files, with the full stop.
        media_type: registered with IANA, else the one in use.
        function: `module:function` below this package, loaded when it is first used.
        of_quotes: whether a source without a quotation says nothing in it, or next to nothing.
    """

    name: str
    extension: str
    media_type: str
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
        Exporter("biblatex", ".bib", "application/x-bibtex", "biblatex:export"),
        Exporter("bibtex", ".bib", "application/x-bibtex", "bibtex:export"),
        Exporter("csl-json", ".json", "application/vnd.citationstyles.csl+json", "csl:export_json"),
        Exporter("csl-yaml", ".yaml", "application/yaml", "csl:export_yaml"),
        Exporter("csv", ".csv", "text/csv", "spreadsheet:export", of_quotes=True),
        Exporter("endnote", ".xml", "application/xml", "endnote:export"),
        Exporter("hayagriva", ".yaml", "application/yaml", "hayagriva:export"),
        Exporter("html", ".html", "text/html", "html:export"),
        Exporter("jsonld", ".jsonld", "application/ld+json", "linked_data:export_jsonld"),
        Exporter("markdown", ".md", "text/markdown", "markdown:export"),
        Exporter("ris", ".ris", "application/x-research-info-systems", "ris:export"),
        Exporter("webannotation", ".jsonld", "application/ld+json", "linked_data:export_webannotation", of_quotes=True),
        Exporter("wikipedia", ".wiki", "text/x-wiki", "wikipedia:export"),
        Exporter("wikiquote", ".wiki", "text/x-wiki", "wikiquote:export", of_quotes=True),
    )
}
"""All export formats by name, sorted."""
