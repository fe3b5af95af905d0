"""Records of one file under names of their own: an id that was given twice must not let one overwrite the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from quotecli.core.types import Article
from quotecli.read.item import Result, digest_bytes
from quotecli.read.options import ReadFailure

__all__ = ["Told", "distinct"]

_NAMED = 1000
"""Records with the id of another that are named; of the others only their number is told."""
_DIGITS = (12, 32)
"""Of the digest of a record that its name is made different with; all of them where an id looks like the first."""


class Told(NamedTuple):
    """A record's article, and where the record stands.

    Attributes:
        article: named by the record's id, else by its number.
        number: of the record, from 1; None where it is the only one.
        unit: what is counted: `line`, `record` or `row`.
        own: the id is the record's own.
    """

    article: Article
    number: int | None
    unit: str
    own: bool


class _Known(NamedTuple):
    """What is remembered of a record: hashes, as a file may hold millions."""

    number: int
    content: int
    key: int
    own: bool


def distinct(results: Iterator[Told | ReadFailure], whole: str) -> Iterator[Result]:
    """Yield the articles, each with a name that no other has; the first of a name keeps it.

    A later one of the same name with the same text and facts is the same document, and is left out. Another one is
    named by its content too, so that it has the same name, and its quotes the same ids, wherever it comes in whatever
    run. Where both have the same id as their own, that is told; a number may well be another record's id.

    Args:
        results: of the file, in order.
        whole: the file's own name.
    """
    taken: dict[int, _Known] = {}
    shared = 0
    for result in results:
        if isinstance(result, ReadFailure):
            yield result
            continue
        article, notice = _named(result, taken, whole)
        shared += bool(notice)
        if notice and shared <= _NAMED:
            yield ReadFailure(whole, notice, lost=False)
        if article is not None:
            yield article
    if shared > _NAMED:
        yield ReadFailure(whole, f"{shared - _NAMED:,} more of its records have the id of another", lost=False)


def _named(told: Told, taken: dict[int, _Known], whole: str) -> tuple[Article | None, str | None]:
    """Return an article under a name that is free, None if it is there already; and what is to be told of it."""
    article = told.article
    content = repr((article.text, article.title, article.authors, article.outlet, str(article.published), article.url))
    known = _Known(told.number or 1, hash(content), hash(article.key), told.own)
    first = taken.setdefault(hash(article.source), known)
    if first is known:
        return article, None
    if told.own == first.own and first.content == known.content:
        return None, None
    digest = digest_bytes(content.encode("utf-8", "replace"))
    joint = "#" if article.source == whole else "."
    for digits in _DIGITS:
        mark = joint + digest[:digits]
        source = article.source + mark
        other = taken.setdefault(hash(source), known)
        if other is known:
            key = article.key + mark if first.key == known.key else article.key
            notice = (
                f"{told.unit} {told.number} has the id of {told.unit} {first.number} and is another document:"
                f" it is kept as {source.removeprefix(whole).lstrip('#')}"
            )
            return replace(article, source=source, key=key), notice if told.own and first.own else None
        if other.content == known.content:
            break
    return None, None
