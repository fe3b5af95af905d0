"""Use-case: folders watched, and what appears or changes in them added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec

from quotecli.app.add import AddReport, AddRequest, Progress, store_sources
from quotecli.app.context import Context
from quotecli.core.errors import MissingExtra


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


def watch(context: Context, request: AddRequest, progress: Progress) -> Iterator[AddReport]:
    """Add files as they appear or change, until interrupted; yields a report for each file that changed the store.

    Raises:
        UsageError: one of the sources is no file or folder.
        MissingExtra: watching needs the extra.
        StoreError: the store can't be opened, or not be written from the start.
    """
    from quotecli.read.watch import watch as watched

    for ref in watched(request.sources, request.options):
        with context.writing() as store:
            report = store_sources(store, [ref], request, progress)
        if report.added or report.updated or report.moved or report.failures or report.interrupted or report.error:
            yield report
        if report.interrupted or report.error:
            return
