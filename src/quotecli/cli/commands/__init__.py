"""The commands, each in a module of its own that is imported only when the command is called.

Building all commands at every start would cost more than the work of most of them.
"""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

COMMANDS = {
    "add": "Read documents, find their quotations, store them.",
    "extract": "Find the quotations of documents without a store: JSON Lines on standard output.",
    "search": "Search the quotes, forgiving what you misremember.",
    "by": "What a speaker said.",
    "from": "What an outlet printed.",
    "show": "One quote whole: context, source, dates, and why this speaker.",
    "variants": "One statement in all its wordings, differences marked.",
    "cite": "Citations in any style, and exports for reference managers.",
    "speakers": "The speakers in the store, with counts.",
    "outlets": "The outlets in the store, with counts.",
    "documents": "The documents in the store, with counts.",
    "timeline": "How many quotes in each year, month or day.",
    "stats": "What the store holds, in numbers.",
    "info": "Which store is used, why, and how large it is.",
    "remove": "Take documents out of the store.",
    "doctor": "Is the store sound?",
}
"""Name → what it does in one line, in the order of the help page."""


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
        module = import_module(f"{__name__}.{cmd_name + '_' * iskeyword(cmd_name)}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, help=module.__doc__)(module.command)
        command: Any = typer.main.get_command(single)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands for `--help` without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; suggest the nearest names for one that is none."""
        names: Any = dict.fromkeys(COMMANDS)
        self.commands = names  # Typer takes its suggestions from the keys
        return super().resolve_command(ctx, args)


def _say_version(wanted: bool) -> None:
    if wanted:
        from quotecli import __version__

        typer.echo(f"quotes {__version__}")
        raise typer.Exit


def root() -> Any:
    """Return the root command, ready to be called with arguments."""
    app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)

    @app.callback(help="Find, verify and cite what people said.")
    def quotes(
        db: Annotated[Path | None, typer.Option("--db", metavar="PATH", help="The store's file.")] = None,
        version: Annotated[
            bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and leave.")
        ] = False,
        debug: Annotated[bool, typer.Option("--debug", help="Show where an unforeseen error happened.")] = False,
    ) -> None:
        del version, debug
        from quotecli.cli.options import set_root_db

        set_root_db(db)

    return typer.main.get_command(app)
