"""The commands as Typer sees them: help, completion, and every message about a command line that is not ordinary."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click.types import FuncParamType
from typer.core import TyperGroup
from typer.models import TyperPath

from quotecli.cli.commands import COMMANDS, load
from quotecli.cli.options import set_root
from quotecli.cli.parameters import REQUIRED, Command, Option, Parameter, empty

__all__ = ["as_typer", "root"]


_ELSEWHERE = {
    other: name
    for name, others in {
        "search": "find grep list ls query",
        "show": "get open view cat",
        "speakers": "people persons who",
        "outlets": "publications publishers papers",
        "documents": "articles docs files sources",
        "remove": "delete rm del",
        "info": "status where",
        "check": "verify",
        "add": "ingest load scan",
    }.items()
    for other in others.split()
}
"""What people type for a command, as other programs have it."""


class LazyGroup(TyperGroup):
    """The root command; imports a command's module when the command is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the help page."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of this name, or None."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = load(cmd_name)
        return as_typer(cmd_name, module.command, module.__doc__)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands for `--help` without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; suggest the nearest names for one that is none, or what other programs call so."""
        if args and (meant := _ELSEWHERE.get(args[0])):
            ctx.fail(f"No such command {args[0]!r}. Did you mean {meant!r}?")
        names: Any = dict.fromkeys(COMMANDS)
        self.commands = names  # Typer takes its suggestions from the keys
        return super().resolve_command(ctx, args)


def as_typer(name: str, command: Command, text: str | None = None) -> Any:
    """Return a command as Typer's own kind of command."""

    def call(**given: Any) -> int:
        return command(given)

    parameters = [_as_typer(parameter) for parameter in command.parameters]
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, help=text)(call)
    made: Any = typer.main.get_command(single)
    made.name = name
    return made


class _FilledPath(TyperPath):
    """A path, which an empty text is none of: it would be the current folder."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the path that a text names."""
        if value == "":
            raise empty(param.opts[0])
        return super().convert(value, param, ctx)


def _number_type(kind: type, least: int | None) -> Any:
    """Return the type of a number, which says in plain words what is none."""
    what = "a whole number" if kind is int else "a number"

    def read(text: str) -> Any:
        try:
            number = kind(text)
        except ValueError:
            raise typer.BadParameter(f"{text!r} is not {what}") from None
        if least is not None and number < least:
            raise typer.BadParameter(f"{text!r} is less than {least}")
        return number

    return FuncParamType(read)


def _value_type(parameter: Parameter) -> Any:
    """Return Typer's type of one value; None for its own."""
    if parameter.kind is Path:
        return _FilledPath(path_type=None)
    if parameter.kind in {int, float}:
        return _number_type(parameter.kind, parameter.spec.min if isinstance(parameter.spec, Option) else None)
    return None


def _as_typer(parameter: Parameter) -> inspect.Parameter:
    spec = parameter.spec
    kind = _value_type(parameter)
    info: Any = (
        typer.Option(*spec.names, metavar=spec.metavar, help=spec.help, min=spec.min, click_type=kind)
        if isinstance(spec, Option)
        else typer.Argument(metavar=spec.metavar, help=spec.help, click_type=kind)
    )
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if parameter.default is REQUIRED else parameter.default,
        annotation=Annotated[parameter.annotation, info],
    )


def _say_version(wanted: bool) -> None:
    if wanted:
        from quotecli import __version__

        typer.echo(f"quotes {__version__}")
        raise typer.Exit


def root() -> Any:
    """Return the root command, ready to be called with arguments."""
    app = typer.Typer(
        cls=LazyGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback(help="Find, verify and cite what people said.")
    def quotes(
        db: Annotated[
            Path | None,
            typer.Option("--db", metavar="PATH", help="The store's file.", click_type=_FilledPath(path_type=None)),
        ] = None,
        version: Annotated[
            bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and leave.")
        ] = False,
        debug: Annotated[bool, typer.Option("--debug", help="Show where an unforeseen error happened.")] = False,
    ) -> None:
        del version
        set_root(db, debug)

    return typer.main.get_command(app)
