"""Use-case: documents into the store."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from quotecli import __version__
from quotecli.app.context import Context
from quotecli.app.intake.moves import Moves, is_gone
from quotecli.app.intake.pipeline import Done, Found, Item, Reading, Request, Unchanged, process
from quotecli.app.intake.said import mark_of, with_what_was_said
from quotecli.app.intake.said_as_hash import in_words
from quotecli.app.intake.tally import AddReport, Progress, tally
from quotecli.app.intake.together import Step, Stored, Together
from quotecli.core.errors import UnknownId
from quotecli.core.types import Article
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
        report = tally(steps(store, refs, request), progress)
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
        return tally(steps(store, refs, request), progress)


def steps(store: Store, refs: Iterable[SourceRef | ReadFailure], request: AddRequest) -> Generator[Step, None, None]:
    """Read sources and store what is found, yielding each step when it is done."""
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


def _gone(store: Store, sources: Sequence[str], seen: set[str]) -> Iterator[str]:
    """Documents of the added folders whose file is no longer there."""
    for folder in filter(os.path.isdir, sources):
        for document in store.sources_at(display_path(folder).rstrip(os.sep), inside=os.sep):
            if seen.isdisjoint((document, document.partition("#")[0])) and is_gone(document):
                yield document
