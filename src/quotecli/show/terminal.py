"""The output: what it can do (a screen or a pipe, its width, whether colour is wanted), and how results are written."""

import os
import sys
from enum import StrEnum
from typing import NamedTuple, TextIO


class Format(StrEnum):
    """How results are written."""

    HUMAN = "human"
    """Laid out on a screen, plain lines in a pipe."""
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Terminal(NamedTuple):
    """Facts about standard output and standard error.

    Attributes:
        screen: lay results out for a person (a terminal, or FORCE_COLOR); else plain lines for a program.
        colour: styles may be written.
        width: columns, at least 20.
        progress: standard error is a terminal that can redraw a line.
    """

    screen: bool
    colour: bool
    width: int
    progress: bool


def _isatty(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _columns() -> int:
    """Return what `shutil.get_terminal_size` says; that module loads three kinds of compression with it."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # closed, or no terminal
        return 80


def detect() -> Terminal:
    """Read the facts from the streams and from NO_COLOR, FORCE_COLOR, COLUMNS and TERM."""
    forced = os.environ.get("FORCE_COLOR", "") not in {"", "0"}
    dumb = os.environ.get("TERM") in {"dumb", "unknown"}
    refused = bool(os.environ.get("NO_COLOR"))
    screen = _isatty(sys.stdout) or forced
    return Terminal(
        screen=screen,
        colour=screen and not refused and (forced or not dumb),
        width=max(20, _columns()),
        progress=_isatty(sys.stderr) and not dumb,
    )
