"""What a command takes, as plain data that its signature holds: the one definition, for Typer and for `quick` alike.

    name: Annotated[list[str], Argument(metavar="NAME", help="The speaker.")]
    limit: Annotated[int | None, Option("--limit", "-n", metavar="N", help="At most so many.")] = None

An option group is a function whose parameters are options and whose result is what the command receives:

    @takes(filters=read_filters, output=read_format)
    def command(query: …, *, filters: Filters, output: Format) -> int: ...
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from quotecli.core.errors import UsageError

__all__ = ["REQUIRED", "Argument", "Command", "Option", "Parameter", "empty", "takes"]

REQUIRED = ...
"""The default of what must be given."""


class Argument(NamedTuple):
    """What stands alone on the command line.

    Attributes:
        metavar: names it in the help.
        help: what it is.
        filled: an empty one, of a variable that isn't set, is wrong usage: as a path it would be the current folder.
            A query may be empty.
        named: the same of the first word alone, which is a name; the others are a query.
    """

    metavar: str
    help: str
    filled: bool = False
    named: bool = False


class Option:
    """What a name introduces.

    Attributes:
        names: `--limit`, `-n`.
        metavar: names its value in the help; None for a flag.
        help: what it does.
        min: least number, None for any.
        emptied: an empty value says something (that what is corrected isn't known); elsewhere it is wrong usage, as a
            variable that isn't set would make it.
    """

    __slots__ = ("emptied", "help", "metavar", "min", "names")

    def __init__(
        self,
        *names: str,
        help: str,  # noqa: A002
        metavar: str | None = None,
        min: int | None = None,  # noqa: A002
        emptied: bool = False,
    ) -> None:
        """Take the names and what the help says of them."""
        self.names, self.metavar, self.help, self.min, self.emptied = names, metavar, help, min, emptied


class Parameter(NamedTuple):
    """One thing that a command takes.

    Attributes:
        name: of the function's parameter.
        annotation: its whole type.
        kind: the type of one value: str, int, float, bool or Path.
        many: whether it may be given again.
        default: what it is when it isn't given, or `REQUIRED`.
        spec: how it stands on the command line.
    """

    name: str
    annotation: Any
    kind: type
    many: bool
    default: Any
    spec: Option | Argument


class Command:
    """A command: what it takes from the command line, and what is called with it."""

    def __init__(self, function: Callable[..., int], groups: Mapping[str, Callable[..., Any]]) -> None:
        """Take the function, and the reader of each of its groups of options."""
        self._function = function
        self._own = _parameters(function)
        self._groups = [(name, reader, _parameters(reader)) for name, reader in groups.items()]

    @property
    def parameters(self) -> list[Parameter]:
        """All that it takes, in the order of the help page."""
        return [*self._own, *(parameter for _, _, taken in self._groups for parameter in taken)]

    def __call__(self, given: Mapping[str, Any]) -> int:
        """Run it with a value for each parameter; return the exit code."""
        for parameter in self.parameters:
            _check_filled(parameter, given[parameter.name])
        mine = {parameter.name: given[parameter.name] for parameter in self._own}
        for name, reader, taken in self._groups:
            mine[name] = reader(**{parameter.name: given[parameter.name] for parameter in taken})
        return self._function(**mine)


def takes(**groups: Callable[..., Any]) -> Callable[[Callable[..., int]], Command]:
    """Make a function a command that has the options of the groups too; each group's result is an argument of it."""
    return lambda function: Command(function, groups)


def _check_filled(parameter: Parameter, value: Any) -> None:
    """Raise UsageError for an empty argument or value where none may be."""
    spec = parameter.spec
    given = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
    if isinstance(spec, Option) and not spec.emptied and not all(map(str.strip, given)):
        raise empty(spec.names[0])
    if isinstance(spec, Argument) and ((spec.filled and "" in given) or (spec.named and not given[0].strip())):
        raise empty(spec.metavar.strip("[]…|-").split(" ")[0])


def empty(what: str) -> UsageError:
    """Return the error that names an empty argument or value."""
    return UsageError(f"an empty {what} names nothing; is a variable not set?")


def _parameters(function: Callable[..., Any]) -> list[Parameter]:
    """Return what a function's signature declares; `inspect` would read it too, at half the cost of starting Python."""
    code = function.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    hints = get_type_hints(function, include_extras=True)
    positional: tuple[Any, ...] = function.__defaults__ or ()
    defaults = dict(zip(names[code.co_argcount - len(positional) :], positional, strict=False))
    defaults |= function.__kwdefaults__ or {}
    return [
        Parameter(name, whole, *_one(whole), defaults.get(name, REQUIRED), spec)
        for name in names
        for whole, *specs in [get_args(hints[name]) or [hints[name]]]
        for spec in specs
        if isinstance(spec, Option | Argument)
    ]


def _one(whole: Any) -> tuple[type, bool]:
    """Return the type of one value, and whether there may be several: of `list[str] | None`, str and True."""
    kinds = [kind for kind in get_args(whole) if kind is not type(None)]
    if get_origin(whole) is list:
        return kinds[0], True
    return _one(kinds[0]) if kinds else (whole, False)
