"""Use-case: documents into the store."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from quotecli import __version__
from quotecli.app.context import Context
from quotecli.app.pipeline import Done, Found, Item, Reading, Request, Unchanged, process
from quotecli.app.said import mark_of, with_what_was_said
from quotecli.core.errors import UnknownId
from quotecli.core.types import Article, Quotation
from quotecli.read import ReadFailure, ReadOptions, SourceRef, digest_of, iter_sources

if TYPE_CHECKING:
    from quotecli.store import Store


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What to add, and how.

    Attributes:
        sources: files, folders, `-`, URLs.
        options: how to read them, and what the user says of them.
        jobs: worker processes; None takes all cores.
        dry_run: read and find, store nothing.
        indirect: store indirect speech too; listings show it only when it is asked for.
    """

    sources: tuple[str, ...]
    options: ReadOptions = field(default_factory=ReadOptions)
    jobs: int | None = None
    dry_run: bool = False
    indirect: bool = False

    @property
    def reading(self) -> Reading:
        """How to read what was never added before."""
        return Reading(self.options, self.indirect)


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an `add` did.

    Attributes:
        added: documents that are new.
        updated: documents that had changed.
        unchanged: documents that the store already held as they are.
        quotes: quotes found in the added and updated documents.
        quotes_removed: quotes that changed documents no longer have.
        failures: what could not be read, and why.
        gone: documents in the store from a folder that was added, whose file is no longer there; kept.
        without_quotes: documents read in which no quotation was found.
        interrupted: stopped by the user; all that is counted here is stored.
        dry_run: nothing was stored.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    quotes: int = 0
    quotes_removed: int = 0
    failures: tuple[ReadFailure, ...] = ()
    gone: tuple[str, ...] = ()
    without_quotes: int = 0
    interrupted: bool = False
    dry_run: bool = False


class Progress(Protocol):
    """Hears how far an `add` is; all methods return at once."""

    def total(self, sources: int) -> None:
        """So many sources are to be read."""

    def done(self, source: str) -> None:
        """One source is done."""

    def failed(self, failure: ReadFailure) -> None:
        """One input could not be read, or was read and is worth a word."""

    def found(self, article: Article, quotations: Sequence[Quotation]) -> None:
        """One document was read (told on a dry run only)."""


def add(context: Context, request: AddRequest, progress: Progress) -> AddReport:
    """Read the sources, find their quotations, store them: one document, one transaction.

    Raises:
        StoreError: the store can't be used; what was stored before stays.
    """
    refs = list(iter_sources(request.sources, request.options))
    progress.total(sum(isinstance(ref, SourceRef) for ref in refs))
    if request.dry_run:
        work = Request(lambda _ref: request.reading, request.jobs)
        return tally(_dry(process(refs, work), progress), progress, dry_run=True)
    with context.writing() as store:
        report = store_sources(store, refs, request, progress)
        seen = {ref.display for ref in refs if isinstance(ref, SourceRef)}
        return report if report.interrupted else replace(report, gone=tuple(_gone(store, request.sources, seen)))


def store_sources(
    store: Store, refs: Iterable[SourceRef | ReadFailure], request: AddRequest, progress: Progress
) -> AddReport:
    """Read sources and store what is found, one document in one transaction; `add` without the walk before it."""
    return tally(steps(store, refs, request), progress)


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of one document; fields as in the store's `WriteResult`, and where it came from.

    Attributes:
        status: `added`, `updated` or `unchanged`.
        quotes: how many quotes it has now; 0 where it was not read, since the store has it as it is.
        removed: how many it had before and has no more.
        source: its path or URL as stored, where that is known.
    """

    status: str
    quotes: int
    removed: int = 0
    source: str = ""


Step = Stored | ReadFailure | Done
"""What `tally` counts."""


def steps(store: Store, refs: Iterable[SourceRef | ReadFailure], request: AddRequest) -> Iterator[Step]:
    """Read sources and store what is found, as `store_sources` does; yields each step when it is done."""

    @lru_cache(maxsize=1024)  # more than are read at once: what is said of a source is looked up before it is read
    def reading(ref: SourceRef) -> Reading:
        return with_what_was_said(request.reading, None if ref.location == "-" else store.last_digest(ref.display))

    def skip(ref: SourceRef) -> bool:
        known = store.digest(ref.display, finder=__version__)
        return known is not None and known == digest_of(ref) + mark_of(reading(ref))

    def skip_article(ref: SourceRef, article: Article) -> bool:
        return bool(article.digest) and store.digest(article.source, finder=__version__) == _marked(ref, article)

    def _marked(ref: SourceRef, article: Article) -> str:
        return article.digest + mark_of(reading(ref))

    work = Request(reading, request.jobs, skip, skip_article)
    parted: set[str] = set()
    for item in process(refs, work):
        if isinstance(item, Done) and item.ref.display in parted:
            _forget_whole(store, item.ref.display)
        if isinstance(item, Found | Unchanged) and not item.ref.container:
            document = item.article.source if isinstance(item, Found) else item.document
            if document.startswith(f"{item.ref.display}#"):
                parted.add(item.ref.display)
        if isinstance(item, Found):
            try:
                article = replace(item.article, digest=_marked(item.ref, item.article))
                result = store.write(article, item.quotations, finder=__version__)
            except UnicodeError:
                yield ReadFailure(item.article.source, "holds text that can't be stored")
                continue
            yield Stored(result.status, result.quotes, result.removed, article.source)
        elif isinstance(item, Unchanged):
            yield Stored("unchanged", 0, source=item.document)
        else:
            yield item


def _forget_whole(store: Store, source: str) -> None:
    """Take out what an earlier version read as one document, with one date and outlet, and is now known as several."""
    with suppress(UnknownId):
        store.remove(source)


def _dry(items: Iterable[Item], progress: Progress) -> Iterator[Step]:
    for item in items:
        if isinstance(item, Found):
            progress.found(item.article, item.quotations)
            yield Stored("added", len(item.quotations))
        elif not isinstance(item, Unchanged):
            yield item


def tally(steps: Iterator[Step], progress: Progress, *, dry_run: bool = False) -> AddReport:
    """Count the steps as they come; a user's interruption ends them and is kept in the report."""
    counts = {"added": 0, "updated": 0, "unchanged": 0}
    quotes = removed = empty = 0
    failures: list[ReadFailure] = []
    interrupted = False
    try:
        for step in steps:
            if isinstance(step, ReadFailure):
                if step.lost:
                    failures.append(step)
                progress.failed(step)
            elif isinstance(step, Done):
                progress.done(step.ref.display)
            else:
                counts[step.status] += 1
                if step.status != "unchanged":
                    quotes += step.quotes
                    removed += step.removed
                    empty += not step.quotes
    except KeyboardInterrupt:
        interrupted = True
    return AddReport(
        added=counts["added"],
        updated=counts["updated"],
        unchanged=counts["unchanged"],
        quotes=quotes,
        quotes_removed=removed,
        failures=tuple(failures),
        without_quotes=empty,
        interrupted=interrupted,
        dry_run=dry_run,
    )


def _gone(store: Store, sources: Sequence[str], seen: set[str]) -> Iterator[str]:
    """Documents of the added folders whose file is no longer there."""
    folders = [os.path.join(os.path.abspath(source), "") for source in sources if os.path.isdir(source)]  # noqa: PTH100, PTH112, PTH118
    if not folders:
        return
    for document in store.sources():
        if document.startswith(tuple(folders)):
            path = document.partition("#")[0]
            if document not in seen and path not in seen and not os.path.lexists(path):
                yield document
