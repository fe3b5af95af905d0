"""Use-case: documents that `quotes export` wrote into the store, each whole or not at all."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import chain
from typing import TYPE_CHECKING

from quotecli.app.context import Context
from quotecli.app.intake.tally import AddReport, Progress, tally
from quotecli.app.intake.together import Step, Stored
from quotecli.core.kept import Kept
from quotecli.read import Bounds, ReadFailure, ReadOptions, SourceRef, iter_sources
from quotecli.read.kept import KeptAt, read_kept

if TYPE_CHECKING:
    from quotecli.store import Store

__all__ = ["import_documents"]

_PART = "some of its quotes, where the store has the document without them; export it without filters"


def import_documents(context: Context, files: Sequence[str], progress: Progress, *, dry_run: bool = False) -> AddReport:
    """Write the documents of these files into the store; what it holds of the same sources gives way where it differs.

    Args:
        context: the world.
        files: paths of JSON Lines as `quotes export` writes them, packed or not; `-` for standard input.
        progress: hears of what can't be read.
        dry_run: read and compare, store nothing.

    Raises:
        StoreError: the store can't be opened, or not be written from the start.
    """
    if dry_run:
        with context.reading() if context.has_store() else nullcontext() as store:
            return tally(_compared(store, _documents(files)), progress, dry_run=True)
    if not context.has_store():
        return tally(_first_steps(context, files), progress)
    with context.writing() as store:
        return tally(_steps(store, files), progress)


def _steps(store: Store, files: Iterable[str]) -> Generator[Step, None, None]:
    for file in files:  # each may be of another store
        yield from _stored(store, _documents([file]))


def _first_steps(context: Context, files: Iterable[str]) -> Generator[Step, None, None]:
    """Do the same where there is no store yet: the first document makes it, so that none is left where none is read."""
    rest = iter(files)
    failed = False
    for file in rest:
        found = _documents([file])
        for one in found:
            if isinstance(one, ReadFailure):
                failed = True
                yield one
                continue
            with context.writing() as store:
                yield from _stored(store, chain([one], found))
                yield from _steps(store, rest)
            return
    if not failed:  # what was exported was an empty store
        context.writing().close()


def _documents(files: Sequence[str]) -> Iterator[KeptAt | ReadFailure]:
    bounds = Bounds()
    for file in files:
        if os.path.isdir(file):  # noqa: PTH112
            yield ReadFailure(file, "a folder, not a file")
            continue
        for ref in iter_sources([file], ReadOptions()):
            yield from read_kept(ref, bounds) if isinstance(ref, SourceRef) else [ref]


def _stored(store: Store, found: Iterable[KeptAt | ReadFailure]) -> Iterator[Step]:
    """Store documents as they come, many in one transaction; each result is told when it is safe."""
    places: deque[str] = deque()
    failures: deque[ReadFailure] = deque()

    def documents() -> Iterator[Kept]:
        for one in found:
            if isinstance(one, ReadFailure):
                failures.append(one)
            else:
                places.append(one.place)
                yield one.kept

    for result in store.restore(documents()):
        yield from _drained(failures)
        place = places.popleft()
        if result.status == "refused":
            yield ReadFailure(place, _PART)
        else:
            yield Stored(result.status, result.quotes, result.removed, result.added)
    yield from _drained(failures)


def _drained(failures: deque[ReadFailure]) -> Iterator[ReadFailure]:
    while failures:
        yield failures.popleft()


def _compared(store: Store | None, found: Iterable[KeptAt | ReadFailure]) -> Generator[Step, None, None]:
    """Tell what would become of each document."""
    for one in found:
        if isinstance(one, ReadFailure):
            yield one
            continue
        new = one.kept
        old = store.moving.document(new.article.source or new.article.key) if store else None
        if old is None:
            yield Stored("added", len(new.ids), new=len(new.ids))
        elif new.left_out:
            yield Stored("unchanged", 0) if set(new.ids) <= set(old.ids) else ReadFailure(one.place, _PART)
        elif _is_as_before(new, old):
            yield Stored("unchanged", 0)
        else:
            gone, come = set(old.ids) - set(new.ids), set(new.ids) - set(old.ids)
            yield Stored("updated", len(new.ids), len(gone), len(come))


def _is_as_before(new: Kept, old: Kept) -> bool:
    """Tell whether a document, and all that was corrected of it by hand, is in the store as it is."""
    own = old.found or old
    standing = [correction._replace(step=0) for correction in old.corrections]
    same = (new.article, new.quotations, new.finder) == (own.article, own.quotations, own.finder)
    return same and all(one._replace(step=0) in standing for one in new.corrections)
