"""Bytes → Article: kinds and encodings, text with paragraphs and roles, metadata as candidates with evidence.

    for ref in iter_sources(["folder", "page.html"], options):
        if isinstance(ref, SourceRef):
            for article in read(ref, options): ...

Everything that comes out is an `Article` or a `ReadFailure`; bad input raises nothing.
"""

from __future__ import annotations

from quotecli.read.bounds import Bounds
from quotecli.read.options import ReadFailure, ReadOptions, SourceRef
from quotecli.read.reader import article_from_text, digest_of, read
from quotecli.read.sources import iter_sources

__all__ = [
    "Bounds",
    "ReadFailure",
    "ReadOptions",
    "SourceRef",
    "article_from_text",
    "digest_of",
    "iter_sources",
    "read",
]
