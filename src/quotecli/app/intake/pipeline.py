"""Sources through reading and finding, on all cores, results in the order of the sources.

Workers read and find; whoever iterates stores. Documents inside containers (JSON Lines, archives) are read here, one
at a time, and only the finding is handed out, so that a container of any size needs little memory.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice

from quotecli.core.signals import ENDINGS, held_back
from quotecli.core.types import Article, Quotation
from quotecli.read import ReadFailure, ReadOptions, SourceRef, read

_FEW = 12
"""Up to so many tasks, of which a file is two, starting workers costs more than they save."""

_MOST_WORKERS = 32
"""Worker processes however many are asked for, unless there are more cores: each takes memory, and time to start."""
_WAITING = 8
"""Results that may wait for each worker: enough to keep it busy, few enough to stay small."""


@dataclass(frozen=True, slots=True)
class Found:
    """One document, read, with its quotations.

    Attributes:
        ref: the source it came from.
        article: the document.
        quotations: what was found in it.
    """

    ref: SourceRef
    article: Article
    quotations: list[Quotation]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A document that the store already holds as it is."""

    ref: SourceRef
    document: str


@dataclass(frozen=True, slots=True)
class Done:
    """The end of a source: everything in it has come out."""

    ref: SourceRef


Item = Found | Unchanged | ReadFailure | Done


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a source, and what to find in it.

    Attributes:
        options: how to read it, and what the user says of it.
        indirect: find indirect speech too.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    indirect: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """How to process sources.

    Attributes:
        reading: how to read each of them.
        jobs: worker processes, at most 32 or a core each; None takes all cores, 1 none beside this process.
        skip: tells, without reading it whole, that a source needs no work.
        skip_article: tells that a document, once read, needs no finding.
    """

    reading: Callable[[SourceRef], Reading] = lambda _ref: Reading()
    jobs: int | None = None
    skip: Callable[[SourceRef], bool] = lambda _ref: False
    skip_article: Callable[[SourceRef, Article], bool] = lambda _ref, _article: False


def process(refs: Iterable[SourceRef | ReadFailure], request: Request) -> Iterator[Item]:
    """Read every source and find its quotations; yields in the order of the sources, each source closed by `Done`."""
    cores = os.cpu_count() or 1
    workers = cores if request.jobs is None else min(request.jobs, max(cores, _MOST_WORKERS))
    tasks = _tasks(refs, request)
    first = list(islice(tasks, _FEW + 1)) if workers > 1 else []
    tasks = chain(first, tasks)
    if len(first) > _FEW:
        yield from _share_out(tasks, workers)
    else:
        for task in tasks:
            yield from _do(task) if isinstance(task, _Work) else [task]


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker does: read the source and find, or only find when the article is there."""

    ref: SourceRef
    reading: Reading
    article: Article | None = None


def _tasks(refs: Iterable[SourceRef | ReadFailure], request: Request) -> Iterator[Item | _Work]:
    """Yield what there is to do, and what needs nothing done; each source is closed by `Done`."""
    for ref in refs:
        if isinstance(ref, ReadFailure):
            yield ref
            continue
        reading = request.reading(ref)
        if ref.container:
            for result in read(ref, reading.options):
                if isinstance(result, ReadFailure):
                    yield result
                else:
                    skipped = request.skip_article(ref, result)
                    yield Unchanged(ref, result.source) if skipped else _Work(ref, reading, result)
        else:
            yield Unchanged(ref, ref.display) if request.skip(ref) else _Work(ref, reading)
        yield Done(ref)


def _do(work: _Work) -> list[Item]:
    from quotecli.find import find_quotes

    results: Iterable[Article | ReadFailure] = [work.article] if work.article else read(work.ref, work.reading.options)
    return [
        result
        if isinstance(result, ReadFailure)
        else Found(work.ref, result, find_quotes(result, indirect=work.reading.indirect))
        for result in results
    ]


def _share_out(tasks: Iterable[Item | _Work], workers: int) -> Iterator[Item]:
    pool = _Pool(workers)
    waiting: deque[Item | tuple[_Work, Future[list[Item]]]] = deque()
    try:
        for task in tasks:
            waiting.append((task, pool.submit(task)) if isinstance(task, _Work) else task)
            while len(waiting) > workers * _WAITING:
                yield from pool.result(waiting.popleft())
        while waiting:
            yield from pool.result(waiting.popleft())
    except BaseException:
        pool.kill()
        raise
    pool.close()


class _Pool:
    """A process pool that is made anew when a document kills its worker (out of memory, most likely)."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.pool = self._new(workers)

    @staticmethod
    def _new(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, initializer=_end_with_parent, initargs=(os.getpid(),))

    def submit(self, work: _Work) -> Future[list[Item]]:
        try:
            return self._start(self.pool, work)
        except BrokenProcessPool:
            self.close()
            self.pool = self._new(self.workers)
            return self._start(self.pool, work)

    def _start(self, pool: ProcessPoolExecutor, work: _Work) -> Future[list[Item]]:
        with held_back():  # Python drops one that comes while it starts a process or a pool's thread
            return pool.submit(_do, work)

    def result(self, waiting: Item | tuple[_Work, Future[list[Item]]]) -> list[Item]:
        if not isinstance(waiting, tuple):
            return [waiting]
        work, future = waiting
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(work)
        except RuntimeError as error:
            if isinstance(error.__context__, KeyboardInterrupt):  # it came while a lock was let go of, to wait
                raise KeyboardInterrupt from None
            raise

    def _alone(self, work: _Work) -> list[Item]:
        """Do again, in a process of its own, what was under way when a worker died: one document killed it, not all."""
        single = self._new(1)
        try:
            return self._start(single, work).result()
        except BrokenProcessPool:
            document = work.article.source if work.article else work.ref.display
            return [ReadFailure(document, "reading it ended the process that read it (out of memory?)")]
        except BaseException:
            self.kill()  # or the end of an interrupted run would wait for the document
            raise
        finally:
            single.shutdown(cancel_futures=True)

    def close(self) -> None:
        """End the workers, which have nothing left to do; Python prints a traceback when it ends before they have."""
        self.pool.shutdown(cancel_futures=True)

    def kill(self) -> None:
        """End at once, whatever the workers are doing: an interrupted run must not wait for a large document."""
        for worker in multiprocessing.active_children():
            worker.kill()
        self.pool.shutdown(cancel_futures=True)


def _end_with_parent(parent: int) -> None:
    """Leave when the parent is gone: a killed parent must not leave workers waiting for ever."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    for number in ENDINGS:  # the parent hears Ctrl-C and ends us
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)  # held back while we were started
    threading.Thread(target=watch, daemon=True).start()
