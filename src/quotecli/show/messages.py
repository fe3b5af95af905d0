"""What goes to standard error: errors, hints, notes. One line each, cleaned, plain words."""

from __future__ import annotations

import contextlib
import sys

from quotecli.show.clean import clean_block, clean_line


def _say(line: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # nobody listens: there is no one left to tell
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


def say_error(message: str, *, hint: str | None = None) -> None:
    """Say what went wrong, and what to try."""
    _say(f"quotes: {clean_line(message)}")
    if hint:
        say_hint(hint)


def say_failure(name: str, reason: str) -> None:
    """Name one input that could not be read, with the reason."""
    _say(f"quotes: {clean_line(name)}: {clean_line(reason)}")


def say_hint(message: str) -> None:
    """Say what the user may try next."""
    _say(f"  {clean_line(message)}")


def say_note(message: str) -> None:
    """Say something worth knowing that is no result."""
    _say(clean_line(message))


def say_traceback() -> None:
    """Say where the exception that is being handled happened."""
    import traceback  # as long to load as all the rest of a search; wanted only when something went wrong

    _say(clean_block(traceback.format_exc().rstrip("\n")))
