"""The terminal that is drawn on: whether there is one, and whether it is still there."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from quotecli.core.errors import UsageError

__all__ = ["any_bytes", "drawn_on", "is_gone", "need_terminal"]


def need_terminal() -> None:
    """Raise UsageError where there is no terminal to draw on and to read keys from."""
    dumb = os.environ.get("TERM") in {"dumb", "unknown"}
    if dumb or not all(_is_terminal(stream) for stream in (sys.stdin, sys.stdout)):
        raise UsageError("`quotes browse` needs a terminal; `quotes search` prints to pipes and files")


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):  # none, or closed
        return False


@contextmanager
def drawn_on() -> Iterator[None]:
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


@contextmanager
def any_bytes() -> Iterator[None]:
    """Pass over what is typed or pasted that is no UTF-8, as of a Latin-1 terminal: Textual's reader ends with it."""
    try:
        from textual.drivers import linux_driver
    except ImportError:  # Windows gives characters, not bytes
        yield
        return
    strict = linux_driver.getincrementaldecoder  # type: ignore[attr-defined]
    linux_driver.getincrementaldecoder = lambda encoding: partial(strict(encoding), "ignore")  # type: ignore[attr-defined]
    try:
        yield
    finally:
        linux_driver.getincrementaldecoder = strict  # type: ignore[attr-defined]


def is_gone() -> bool:
    """Tell whether the terminal was closed; nobody can press a key any more then."""
    if not hasattr(select, "poll"):  # Windows ends its programs itself
        return False
    try:
        stdin = select.poll()
        stdin.register(sys.__stdin__, 0)  # type: ignore[arg-type]
        return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in stdin.poll(0))
    except (OSError, ValueError, TypeError):  # no standard input: a test's screen
        return False
