"""From the process's arguments to its exit code: every way a run can end, in one place."""

from __future__ import annotations

import errno
import os
import signal
import sys
from enum import IntEnum
from types import FrameType
from typing import NoReturn

from quotecli.core.errors import QuotesError, ReadError


class ExitStatus(IntEnum):
    """The exit codes of the contract."""

    OK = 0
    NOTHING = 1
    """Nothing found; some inputs could not be read; a check failed."""
    USAGE = 2
    """Wrong usage, or the store can't be used."""
    INTERRUPTED = 130


def run(arguments: list[str] | None = None) -> NoReturn:
    """Run one command and leave the process; never a traceback without `--debug`."""
    sys.exit(finish(arguments))


def finish(arguments: list[str] | None = None) -> int:
    """Run one command, write out what it printed, and return its exit code."""
    arguments = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
    _open_closed_streams()
    _hear_endings()
    status = _guarded(arguments)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:
        status = _output_failed(error)
    return int(status)


def _hear_endings() -> None:
    """End by any of the signals as by Ctrl-C, unless one is to be outlived, as with `nohup`."""
    for name in ("SIGTERM", "SIGHUP"):  # as `core.signals`, which would take time to load
        number = getattr(signal, name, None)  # Windows lacks one
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _open_closed_streams() -> None:
    """Give closed standard streams a place to write to, and let no character be unprintable.

    What is written to standard output fails, as on a full disk: results that nobody gets are no success.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def _guarded(arguments: list[str]) -> int:
    from quotecli.show.messages import say_error

    debug = "--debug" in arguments
    try:
        return _dispatch(arguments)
    except KeyboardInterrupt:
        return _interrupted()
    except ReadError as error:
        say_error(str(error), hint=error.hint)
        return ExitStatus.NOTHING
    except QuotesError as error:  # foreseen, so that `--debug` has nothing to add
        say_error(str(error), hint=error.hint)
        return ExitStatus.USAGE
    except OSError as error:
        if debug and not isinstance(error, BrokenPipeError):
            raise
        return _output_failed(error)
    except MemoryError:
        say_error("out of memory")
        return ExitStatus.USAGE
    except Exception as error:
        if _is_interruption(error):
            return _interrupted()
        if debug:
            raise
        say_error(
            f"something unforeseen went wrong in quotes itself: {type(error).__name__}: {error}",
            hint="please report it; `--debug` shows where it happened",
        )
        return ExitStatus.USAGE


def _is_interruption(error: Exception) -> bool:
    """Tell whether something has made an error of its own of an interruption that came while modules were loaded.

    Python 3.11 does while a class is being made (a RuntimeError caused by it), pydantic-core while it builds a
    validator (a SchemaError whose text names it).
    """
    return isinstance(error.__cause__, KeyboardInterrupt) or KeyboardInterrupt.__name__ in str(error)


def _interrupted() -> int:
    from quotecli.show.messages import say_error

    say_error("interrupted")
    return ExitStatus.INTERRUPTED


def _dispatch(arguments: list[str]) -> int:
    if arguments == ["--version"]:  # asked for most by scripts: no need to load the commands for it
        from quotecli import __version__

        sys.stdout.write(f"quotes {__version__}\n")
        return ExitStatus.OK
    from quotecli.cli import quick

    if called := quick.read_command_line(arguments):
        command, values = called
        return command(values)
    return _dispatch_by_typer(arguments)


def _dispatch_by_typer(arguments: list[str]) -> int:
    # Typer brings its own copy of Click since 0.26, and names these errors nowhere else.
    from typer._click.exceptions import ClickException
    from typer._click.exceptions import UsageError as ClickUsageError

    from quotecli.cli.commands import COMMANDS
    from quotecli.cli.typer_root import root
    from quotecli.show.messages import say_error

    try:
        status = root().main(args=arguments, prog_name="quotes", standalone_mode=False)
    except ClickUsageError as error:
        named = next((word for word in arguments if not word.startswith("-")), "")
        command = error.ctx.command_path if error.ctx else f"quotes {named}" if named in COMMANDS else "quotes"
        say_error(error.format_message(), hint=f"`{command} --help` shows what it takes")
        return ExitStatus.USAGE
    except ClickException as error:
        say_error(error.format_message())
        return ExitStatus.USAGE
    except SystemExit as leaving:  # Click's own answer to a closed pipe is exit code 1, which is "nothing found" here
        if not isinstance(leaving.__context__, BrokenPipeError):
            raise
        return _output_failed(leaving.__context__)
    return int(status or 0)


def _output_failed(error: OSError) -> int:
    """A closed pipe is silent; a full disk behind standard output is said."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            try:
                os.dup2(devnull, stream.fileno())
            except (OSError, ValueError):
                continue
    if isinstance(error, BrokenPipeError):
        return ExitStatus.OK
    from quotecli.show.messages import say_error

    why = "it is closed" if error.errno == errno.EBADF else error.strerror or error
    say_error(f"the output can't be written: {why}")
    return ExitStatus.USAGE
