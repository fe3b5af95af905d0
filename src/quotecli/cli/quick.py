"""Reads ordinary command lines without Typer, whose import alone costs five times what starting Python does.

It knows one spelling of each thing and gives the values that Typer would give (`tests/cli/test_quick.py` holds both
against each other). Whatever it doesn't know (`--help`, an unknown option, a missing value, a number that is none,
shell completion) it leaves to Typer, and with it every message.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quotecli.cli.commands import COMMANDS, load
from quotecli.cli.parameters import REQUIRED, Command, Option, Parameter

__all__ = ["read_arguments", "read_command_line"]


def read_command_line(arguments: Sequence[str]) -> tuple[Command, dict[str, Any]] | None:
    """Return the command that is asked for and a value for each of its parameters; None where Typer has to look."""
    if arguments[0] not in COMMANDS or "_QUOTES_COMPLETE" in os.environ:
        return None
    command = load(arguments[0]).command
    values = read_arguments(command.parameters, arguments[1:])
    return None if values is None else (command, values)


def read_arguments(parameters: Sequence[Parameter], arguments: Sequence[str]) -> dict[str, Any] | None:
    """Return a value for each parameter, or None where the arguments are anything out of the ordinary."""
    named: dict[str, Parameter] = {}
    words: Parameter | None = None
    for parameter in parameters:
        if isinstance(parameter.spec, Option):
            named |= dict.fromkeys(parameter.spec.names, parameter)
        else:
            words = parameter
    values: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument == "-" or not argument.startswith("-"):
            taken, text = words, argument
        else:
            taken, text = _option(named, argument, rest)
        if taken is None:
            return None
        value = _READERS[taken.kind](text, taken)
        if value is None or (taken.name in values and not taken.many):
            return None
        values[taken.name] = [*values.get(taken.name, ()), value] if taken.many else value
    for parameter in parameters:
        if values.setdefault(parameter.name, parameter.default) is REQUIRED:
            return None
    return values


def _option(named: Mapping[str, Parameter], argument: str, rest: Iterator[str]) -> tuple[Parameter | None, str]:
    """Return the option that an argument names, None where that is not plain, and the text of its value."""
    name, equals, text = argument.partition("=")
    option = named.get(name)
    if option is None or (equals and (option.kind is bool or not name.startswith("--"))):
        return None, text
    if not equals and option.kind is not bool:
        text = next(rest, "-")
    return (None if text.startswith("-") else option), text  # with a dash: perhaps a value was forgotten


def _text(text: str, parameter: Parameter) -> str | None:
    del parameter
    return text or None


def _flag(text: str, parameter: Parameter) -> bool:
    del text, parameter
    return True


def _whole(text: str, parameter: Parameter) -> int | None:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        return None
    number = int(text)
    least = parameter.spec.min if isinstance(parameter.spec, Option) else None
    return number if least is None or number >= least else None


def _number(text: str, parameter: Parameter) -> float | None:
    del parameter
    plain = text.isascii() and text.replace(".", "", 1).isdecimal() and len(text) < 20
    return float(text) if plain else None


def _path(text: str, parameter: Parameter) -> Path | None:
    """Return a path of a readable file, or of none; Typer has more to say of others."""
    del parameter
    return Path(text) if text and (os.access(text, os.R_OK) or not os.path.lexists(text)) else None


_READERS: dict[type, Callable[[str, Parameter], Any]] = {
    bool: _flag,
    float: _number,
    int: _whole,
    Path: _path,
    str: _text,
}
