"""The library's own functions: what the commands do, for Python."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from quotecli.core.errors import ReadError, UsageError
from quotecli.core.types import Article, Filters, Hit, Sort
from quotecli.find import find_quotes
from quotecli.read import ReadFailure, ReadOptions, article_from_text, iter_sources
from quotecli.read import read as read_ref
from quotecli.store import Store


def read(source: str | Path, **said: Any) -> Article:
    """Return the one document of a source: a file, `-` for standard input, an http(s) URL.

    Args:
        source: what to read.
        said: fields of `ReadOptions`: what the caller knows of the document (`outlet`, `date`, `author`, `title`,
            `url`), whether it goes before what the document says itself (`force_meta`), and how to read it.

    Raises:
        ReadError: it can't be read.
        UsageError: it holds several documents, or none; see `read_all`.
    """
    documents = list(islice(read_all(source, **said), 2))
    if len(documents) != 1:
        raise UsageError(
            f"{source} holds {'several documents' if documents else 'no document'}; read_all() reads any number"
        )
    return documents[0]


def read_all(source: str | Path, *, skip_unreadable: bool = False, **said: Any) -> Iterator[Article]:
    """Yield the documents of a source of any kind: also of folders, archives, feeds, JSON Lines.

    Args:
        source: what to read.
        skip_unreadable: leave out what can't be read instead of raising.
        said: as for `read`.

    Raises:
        ReadError: something in the source can't be read.
    """
    options = ReadOptions(**said)
    for ref in iter_sources([str(source)], options):
        for result in [ref] if isinstance(ref, ReadFailure) else read_ref(ref, options):
            if isinstance(result, Article):
                yield result
            elif result.lost and not skip_unreadable:
                raise ReadError(f"{result.display}: {result.error}")


def article(text: str, **metadata: Any) -> Article:
    """Return an article of plain text; offsets of its quotations are offsets into `text`.

    Args:
        text: the whole text.
        metadata: what is known of it: `title`, `outlet`, `date`, `author`, `url`, `id`.
    """
    return article_from_text(text, **metadata)


def add(store: Store, source: str | Path, **said: Any) -> int:
    """Read a source, find its quotations and store them; return how many quotes its documents have now.

    Args:
        store: an open store.
        source: what to read, as for `read`.
        said: as for `read`.

    Raises:
        ReadError: something in the source can't be read; what came before it is stored.
        StoreError: the store can't be written.
    """
    return sum(store.write(document, find_quotes(document)).quotes for document in read_all(source, **said))


def search(store: Store, query: str = "", *, limit: int = 20, sort: Sort = Sort.RELEVANCE, **filters: Any) -> list[Hit]:
    """Return the quotes that fit a query, the best first; an empty query lists what the filters let through.

    Args:
        store: an open store.
        query: words, "exact words", filters such as `by:rob`; any text is legal.
        limit: hits at most.
        sort: the order.
        filters: fields of `Filters`: `by`, `outlet`, `since`, `until`, `on`, `kinds`, `document`, `min_confidence`.
    """
    from quotecli.search import search as find

    return list(find(store, query, Filters(**filters), sort=sort, limit=limit, group=False).hits)
