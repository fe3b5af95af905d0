"""Use-case: folders watched, and what appears or changes in them added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec

from quotecli.app.add import AddRequest, add_sources
from quotecli.app.context import Context
from quotecli.app.intake.tally import AddReport, Progress
from quotecli.app.sources import ReadFailure
from quotecli.core.errors import MissingExtra


class _Unless:
    """Hears how far an `add` is, and passes it on but for failures that are known."""

    def __init__(self, known: Collection[ReadFailure], progress: Progress) -> None:
        self._known = known
        self._failed = progress.failed
        self.total, self.document = progress.total, progress.document
        self.done, self.found = progress.done, progress.found

    def failed(self, failure: ReadFailure) -> None:
        if failure not in self._known:
            self._failed(failure)


def check_watching(sources: Sequence[str]) -> None:
    """Tell what would stop the watch before the first pass, not after it.

    Raises:
        MissingExtra: watching needs the extra.
        UsageError: one of the sources is no file or folder.
    """
    if find_spec("watchfiles") is None:
        raise MissingExtra("Watched folders", "watch")
    from quotecli.read.watch import check_watched

    check_watched(sources)


def watch(
    context: Context, request: AddRequest, progress: Progress, told: Iterable[ReadFailure] = ()
) -> Iterator[AddReport]:
    """Add files as they appear or change, until interrupted; yields a report for each file that changed the store.

    Args:
        context: the world.
        request: what to watch, and how to read it.
        progress: hears of each file.
        told: what could not be read before the watch began, which reads all once more; it isn't told again.

    Raises:
        UsageError: one of the sources is no file or folder.
        MissingExtra: watching needs the extra.
        StoreError: the store can't be opened, or not be written from the start.
    """
    from quotecli.read.watch import watch as watched

    known = set(told)
    for ref in watched(request.sources, request.options):
        report = add_sources(context, [ref], request, _Unless(known, progress))
        again = known.intersection(report.failures)
        known -= again
        report = replace(report, failures=tuple(one for one in report.failures if one not in again))
        if report.added or report.updated or report.moved or report.failures or report.interrupted or report.error:
            yield report
        if report.interrupted or report.error:
            return
