"""Folders watched for new and changed files (extra `watch`)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from threading import Event

from quotecli.core.errors import MissingExtra, UsageError
from quotecli.read.options import ReadOptions, SourceRef
from quotecli.read.sources import SIDECAR, iter_sources

_SETTLED_MS = 400
_LOOK_MS = 1000


def check_watched(paths: Iterable[str]) -> None:
    """Raise UsageError where one of these is no folder or file that is there."""
    for path in paths:
        if not os.path.exists(path):
            raise UsageError(f"{path}: only folders and files can be watched")


def watch(arguments: Iterable[str], options: ReadOptions, *, stop: Event | None = None) -> Iterator[SourceRef]:
    """Yield the files of the given folders as they appear or change, until `stop` is set or the caller is interrupted.

    What is there when the watch begins comes first, so that nothing is missed between reading and watching; its
    digests tell what has been read. A file comes when its folder has been quiet for a moment, so that one that is still
    being written is met whole.

    Args:
        arguments: paths of folders and files.
        options: `include`, `exclude` and ignore files hold as for `iter_sources`.
        stop: ends the watch.

    Raises:
        MissingExtra: without watchfiles.
        UsageError: one of the arguments is no folder or file.
    """
    paths = list(arguments)
    check_watched(paths)
    everything = True
    for met, new_folders in _changes(paths, stop):
        if not met and not everything:
            continue
        for ref in iter_sources(paths, options):
            if isinstance(ref, SourceRef):
                path = os.path.realpath(ref.location)
                if everything or path in met or path.startswith(new_folders):
                    yield replace(ref, typed=False)
        everything = False


def _changes(paths: list[str], stop: Event | None) -> Iterator[tuple[set[str], tuple[str, ...]]]:
    """Yield the paths that were added or changed, and the folders among them that are new; also when nothing was.

    The system tells of a new folder, but not of what was put into it before it was watched.
    """
    try:
        from watchfiles import Change
        from watchfiles import watch as changes
    except ImportError:
        raise MissingExtra("Watched folders", "watch") from None

    for batch in changes(
        *paths,
        watch_filter=None,
        debounce=10 * _SETTLED_MS,
        step=_SETTLED_MS,
        stop_event=stop,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    ):
        met = {os.path.realpath(path.removesuffix(SIDECAR)) for change, path in batch if change is not Change.deleted}
        added = (os.path.realpath(path) for change, path in batch if change is Change.added)
        yield met, tuple(f"{path}{os.sep}" for path in added if os.path.isdir(path))
