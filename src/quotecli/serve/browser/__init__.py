"""`quotes browse`: search, read and cite on the full screen. Textual draws it, and is loaded when it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.core.errors import MissingExtra, UsageError

__all__ = ["browse"]

_INTERRUPTED = 130


def browse(context: Context, request: ListingRequest) -> int:
    """Show a listing on the full screen until the user leaves; return the exit code.

    Args:
        context: the world.
        request: what to list first; `limit` is the length of the pages that are read.

    Raises:
        UsageError: there is no terminal to draw on.
        MissingExtra: Textual is not installed.
        StoreError: there is no store, or it can't be used.
        KeyboardInterrupt: the user or the system broke it off.
    """
    _need_terminal()
    with context.reading():
        pass  # what is wrong with the store is said where the other commands say it
    try:
        from quotecli.serve.browser.browser import Browser
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != "textual":
            raise
        raise MissingExtra("The screens of `quotes browse`", "browse") from None
    browser = Browser(context, request)
    with _drawing_on_the_terminal():
        browser.run()
    if browser.broken_by:
        raise browser.broken_by
    if browser.return_code == _INTERRUPTED:
        raise KeyboardInterrupt
    return browser.return_code or 0


def _need_terminal() -> None:
    dumb = os.environ.get("TERM") in {"dumb", "unknown"}
    if dumb or not all(_is_terminal(stream) for stream in (sys.stdin, sys.stdout)):
        raise UsageError("`quotes browse` needs a terminal; `quotes search` prints to pipes and files")


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):  # none, or closed
        return False


@contextmanager
def _drawing_on_the_terminal() -> Iterator[None]:
    """Let standard error be the terminal: Textual draws there, and `2>errors.txt` would take the picture away."""
    stream = sys.__stderr__
    if stream is None:
        raise UsageError("`quotes browse` needs a terminal, and standard error is closed")
    stream.reconfigure(errors="replace")  # a "?" is as wide as what an ASCII terminal lacks
    if stream.isatty():
        yield
        return
    kept = os.dup(stream.fileno())
    os.dup2(sys.stdout.fileno(), stream.fileno())
    try:
        yield
    finally:
        os.dup2(kept, stream.fileno())
        os.close(kept)
