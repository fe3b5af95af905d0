"""Use-case: quotations found in documents, without a store."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from quotecli.app.intake.pipeline import Found, Reading, Request, process
from quotecli.core.quotes import as_quotes
from quotecli.core.types import Article, Kind, Quote
from quotecli.read import ReadFailure, ReadOptions, SourceRef, iter_sources


@dataclass(frozen=True, slots=True)
class Extracted:
    """One document with its quotes.

    Attributes:
        id: its own id where it has one (a line of JSON Lines), else its file's name or its URL.
        article: the document.
        quotes: what was found, in the document's order.
    """

    id: str
    article: Article
    quotes: list[Quote]


def extract(
    sources: Sequence[str],
    options: ReadOptions,
    *,
    jobs: int | None = None,
    kinds: tuple[Kind, ...] = (),
    min_confidence: float = 0.0,
) -> Generator[Extracted | ReadFailure, None, None]:
    """Yield each document of the sources with its quotes, in the order of the sources, and what could not be read.

    Args:
        sources: files, folders, `-`, URLs.
        options: how to read them.
        jobs: worker processes; None takes all cores.
        kinds: kinds to give; empty gives all but indirect speech.
        min_confidence: 0 to 1; quotes attributed with less are left out.
    """
    reading = Reading(options, indirect=Kind.INDIRECT in kinds)
    request = Request(lambda _ref: reading, jobs)
    for item in process(iter_sources(sources, options), request):
        if isinstance(item, ReadFailure):
            yield item
        elif isinstance(item, Found):
            quotes = [
                quote
                for quote in as_quotes(item.article, item.quotations)
                if quote.confidence >= min_confidence and (not kinds or quote.kind in kinds)
            ]
            yield Extracted(document_id(item.ref, item.article), item.article, quotes)


def document_id(ref: SourceRef, article: Article) -> str:
    """Return a document's own id, else its file's name, else its URL."""
    member = article.source.removeprefix(ref.display)
    if member.startswith("#"):
        return member[1:]
    return article.source if ref.is_url else os.path.basename(article.source)  # noqa: PTH119
