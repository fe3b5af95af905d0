"""Use-case: documents into the store."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quotecli import __version__
from quotecli.app.context import Context
from quotecli.app.moves import Moved, Moves, is_gone
from quotecli.app.pipeline import Done, Found, Item, Reading, Request, Unchanged, process
from quotecli.app.said import mark_of, with_what_was_said
from quotecli.app.said_once import in_words
from quotecli.app.together import Step, Stored, Together
from quotecli.core.errors import StoreError, UnknownId
from quotecli.core.types import Article, Quotation
from quotecli.read import ReadFailure, ReadOptions, SourceRef, digest_of, iter_sources
from quotecli.read.sources import display_path

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


class CorrectionsWaiting(NamedTuple):
    """A document that has quotes no more which were corrected by hand, and how many."""

    document: str
    quotes: int


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an `add` did.

    Attributes:
        added: documents that are new.
        updated: documents that had changed.
        unchanged: documents that the store already held as they are.
        quotes: quotes found in the added and updated documents.
        quotes_removed: quotes that changed documents no longer have.
        quotes_new: those of `quotes` that their documents did not have before.
        failures: what could not be read, and why.
        moved: documents whose file was moved or renamed, from where and to where; they are counted above as well.
        gone: documents in the store from a folder that was added, whose file is no longer there; kept.
        corrections_waiting: changed documents that have quotes no more which were corrected by hand; what was
            corrected is kept.
        without_quotes: documents read in which no quotation was found.
        interrupted: stopped by the user; all that is counted here is stored.
        dry_run: nothing was stored.
        error: why it ended early: the store could not be written any more; all that is counted here is stored.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    quotes: int = 0
    quotes_removed: int = 0
    quotes_new: int = 0
    failures: tuple[ReadFailure, ...] = ()
    moved: tuple[Moved, ...] = ()
    gone: tuple[str, ...] = ()
    corrections_waiting: tuple[CorrectionsWaiting, ...] = ()
    without_quotes: int = 0
    interrupted: bool = False
    dry_run: bool = False
    error: StoreError | None = None


class Progress(Protocol):
    """Hears how far an `add` is; all methods return at once."""

    def total(self, sources: int) -> None:
        """So many sources are to be read."""

    def document(self) -> None:
        """One document is stored, or need not be."""

    def done(self, source: str) -> None:
        """One source is done."""

    def failed(self, failure: ReadFailure) -> None:
        """One input could not be read, or was read and is worth a word."""

    def found(self, article: Article, quotations: Sequence[Quotation]) -> None:
        """One document was read (told on a dry run only)."""


def add(context: Context, request: AddRequest, progress: Progress) -> AddReport:
    """Read the sources, find their quotations, store them: each document whole or not at all.

    Raises:
        StoreError: the store can't be opened, or not be written from the start.
    """
    refs = list(iter_sources(request.sources, request.options))
    progress.total(sum(isinstance(ref, SourceRef) for ref in refs))
    if request.dry_run:
        work = Request(lambda _ref: request.reading, request.jobs)
        return tally(_dry(process(refs, work), progress), progress, dry_run=True)
    if not context.has_store():
        return tally(first_steps(context, refs, request), progress)
    with context.writing() as store:
        report = store_sources(store, refs, request, progress)
        seen = {ref.display for ref in refs if isinstance(ref, SourceRef)}
        if report.interrupted or report.error:
            return report
        return replace(report, gone=tuple(dict.fromkeys(_gone(store, request.sources, seen))))


def add_sources(
    context: Context, refs: Iterable[SourceRef | ReadFailure], request: AddRequest, progress: Progress
) -> AddReport:
    """Read sources and store what is found, each document whole or not at all; `add` without the walk before it."""
    if not context.has_store():
        return tally(first_steps(context, refs, request), progress)
    with context.writing() as store:
        return store_sources(store, refs, request, progress)


def store_sources(
    store: Store, refs: Iterable[SourceRef | ReadFailure], request: AddRequest, progress: Progress
) -> AddReport:
    """Do the same with a store that is open."""
    return tally(steps(store, refs, request), progress)


def steps(store: Store, refs: Iterable[SourceRef | ReadFailure], request: AddRequest) -> Generator[Step, None, None]:
    """Read sources and store what is found, as `add_sources` does; yields each step when it is done."""
    known = _Known(store, request)
    work = Request(known.reading, request.jobs, known.skip, known.skip_article)
    return _stored(store, process(refs, work), known)


def first_steps(
    context: Context, refs: Iterable[SourceRef | ReadFailure], request: AddRequest
) -> Generator[Step, None, None]:
    """Do the same where there is no store yet: the first document makes it, so that none is left where none is read."""
    items = process(refs, Request(lambda _ref: request.reading, request.jobs))
    for item in items:
        if isinstance(item, ReadFailure | Done):
            yield item
            continue
        with context.writing() as store:
            yield from _stored(store, chain([item], items), _Known(store, request))


def _stored(store: Store, items: Iterable[Item], known: _Known) -> Generator[Step, None, None]:
    together = Together(store)
    parted: set[str] = set()
    try:
        for item in items:
            if isinstance(item, Done) and item.ref.display in parted:
                yield from together.steps()
                _forget_whole(store, item.ref.display)
            if isinstance(item, Found | Unchanged) and not item.ref.container:
                document = item.article.source if isinstance(item, Found) else item.document
                if document.startswith(f"{item.ref.display}#"):
                    parted.add(item.ref.display)
            yield from known.moves.told()
            together.take(known.marked(item))
            if together.due:
                yield from together.steps()
    except KeyboardInterrupt:  # what is read is stored, and told
        yield from together.steps()
        raise
    yield from together.steps()


class _Known:
    """What the store knows of sources: which need no work, and what was said of them when they were added."""

    def __init__(self, store: Store, request: AddRequest) -> None:
        self._store, self._request = store, request
        self.moves = Moves(store, request.reading)
        """Which documents are found at another place."""
        self.reading = lru_cache(maxsize=1024)(self._reading)  # more than are read at once: asked before and after
        """How to read a source."""

    def _reading(self, ref: SourceRef) -> Reading:
        before = None if ref.location == "-" else self._store.last_digest(ref.display)
        before = self.moves.digest_before(ref) if before is None else in_words(self._store, ref.display, before)
        return with_what_was_said(self._request.reading, before)

    def skip(self, ref: SourceRef) -> bool:
        """Tell whether the store has a source as it is."""
        known = self._store.digest(ref.display, finder=__version__)
        return known is not None and known == digest_of(ref) + mark_of(self.reading(ref))

    def skip_article(self, ref: SourceRef, article: Article) -> bool:
        """Tell whether the store has a document of a source as it is."""
        if self._store.last_digest(article.source) is None:
            self.moves.follow(ref, article, self.reading(ref))
        known = self._store.digest(article.source, finder=__version__)
        return bool(article.digest) and known == self._digest(ref, article)

    def marked(self, item: Item) -> Item:
        """Return what was found with what was said of it behind its digest; anything else as it is."""
        if not isinstance(item, Found):
            return item
        return replace(item, article=replace(item.article, digest=self._digest(item.ref, item.article)))

    def _digest(self, ref: SourceRef, article: Article) -> str:
        return article.digest + mark_of(self.reading(ref))


def _forget_whole(store: Store, source: str) -> None:
    """Take out what an earlier version read as one document, with one date and outlet, and is now known as several."""
    with suppress(UnknownId):
        store.remove(source)


def _dry(items: Iterable[Item], progress: Progress) -> Generator[Step, None, None]:
    for item in items:
        if isinstance(item, Found):
            progress.found(item.article, item.quotations)
            yield Stored("added", len(item.quotations), new=len(item.quotations))
        elif not isinstance(item, Unchanged):
            yield item


def tally(steps: Generator[Step, None, None], progress: Progress, *, dry_run: bool = False) -> AddReport:
    """Count the steps as they come; what ends them early, a user or a full disk, is kept in the report.

    Raises:
        StoreError: the store can't be used, and nothing was done before.
    """
    tallied = _Tally(progress)
    interrupted = False
    error = None
    try:
        for step in steps:
            tallied.count(step)
    except KeyboardInterrupt:  # which may have come here, while steps that are stored wait to be told
        interrupted = True
        with suppress(KeyboardInterrupt, StopIteration, StoreError):
            tallied.count(steps.throw(KeyboardInterrupt()))
            for step in steps:
                tallied.count(step)
    except StoreError as ended:
        if tallied.empty:
            raise
        error = ended
    return tallied.report(interrupted=interrupted, dry_run=dry_run, error=error)


class _Tally:
    """Counts what became of documents, and tells of it as it comes."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._counts = Counter[str]()
        self._failures: list[ReadFailure] = []
        self._moved: list[Moved] = []
        self._waiting: list[CorrectionsWaiting] = []

    def count(self, step: Step) -> None:
        if isinstance(step, ReadFailure):
            if step.lost:
                self._failures.append(step)
            self._progress.failed(step)
        elif isinstance(step, Done):
            self._progress.done(step.ref.display)
        elif isinstance(step, Moved):
            self._moved.append(step)
        else:
            self._counts[step.status] += 1
            if step.status != "unchanged":
                self._counts.update(quotes=step.quotes, removed=step.removed, new=step.new, empty=not step.quotes)
            if step.waiting:
                self._waiting.append(CorrectionsWaiting(step.source, step.waiting))
            self._progress.document()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self._counts and not self._failures and not self._moved

    def report(self, *, interrupted: bool, dry_run: bool, error: StoreError | None) -> AddReport:
        counts = self._counts
        return AddReport(
            added=counts["added"],
            updated=counts["updated"],
            unchanged=counts["unchanged"],
            quotes=counts["quotes"],
            quotes_removed=counts["removed"],
            quotes_new=counts["new"],
            failures=tuple(self._failures),
            moved=tuple(self._moved),
            corrections_waiting=tuple(self._waiting),
            without_quotes=counts["empty"],
            interrupted=interrupted,
            dry_run=dry_run,
            error=error,
        )


def _gone(store: Store, sources: Sequence[str], seen: set[str]) -> Iterator[str]:
    """Documents of the added folders whose file is no longer there."""
    for folder in filter(os.path.isdir, sources):
        for document in store.sources_at(display_path(folder).rstrip(os.sep), inside=os.sep):
            if seen.isdisjoint((document, document.partition("#")[0])) and is_gone(document):
                yield document
