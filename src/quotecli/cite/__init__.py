"""From a quote and its document to citations in any style, reference formats, and deep links.

Knows no citation processor: `cite_quotes` takes a function that makes one (`quotecli.csl.CitationProcessor`).
"""

from __future__ import annotations

from quotecli.cite.exporters import EXPORTERS, Exporter
from quotecli.cite.fragments import text_fragment
from quotecli.cite.items import csl_item
from quotecli.cite.links import deep_link
from quotecli.cite.load import load_items
from quotecli.cite.quoting import As, Processor, Render, cite_items, cite_quotes
from quotecli.cite.source import Cited, Source

__all__ = [
    "EXPORTERS",
    "As",
    "Cited",
    "Exporter",
    "Processor",
    "Render",
    "Source",
    "cite_items",
    "cite_quotes",
    "csl_item",
    "deep_link",
    "load_items",
    "text_fragment",
]
