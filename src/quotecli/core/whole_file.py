"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from quotecli.core.errors import UsageError

__all__ = ["whole_file"]


@contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """Give a stream whose bytes are the file's when the block ends, and are nobody's when it fails.

    They are written beside it first. What is no file (a device, a named pipe) is written to as it stands.

    Args:
        path: the file.
        force: take the place of a file that is there.

    Raises:
        UsageError: there is one already and `force` is not given, or it can't be written.
    """
    try:
        if path.is_dir():
            raise UsageError(f"{path} is a folder")
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        if os.path.lexists(path) and not force:
            raise _there(path)
        with _beside(Path(os.path.realpath(path)), force=force) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror or error}") from None


@contextmanager
def _beside(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if force:
            with suppress(FileNotFoundError):
                shutil.copymode(path, part)
            part.replace(path)
        else:
            _place(part, path)
    finally:
        part.unlink(missing_ok=True)


def _place(part: Path, path: Path) -> None:
    """Give the file its name, which nobody else's may have taken meanwhile."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise _there(path) from None
    except OSError:  # a file system without links
        if path.exists():
            raise _there(path) from None
        part.replace(path)


def _there(path: Path) -> UsageError:
    return UsageError(f"{path} is there already; --force overwrites it")
