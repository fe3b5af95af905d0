"""The commands, each in a module of its own that is imported only when the command is called.

Building all commands at every start would cost more than the work of most of them.
"""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Any

COMMANDS = {
    "add": "Read documents, find their quotations, store them.",
    "extract": "Find the quotations of documents without a store: JSON Lines on standard output.",
    "search": "Search the quotes, forgiving what you misremember.",
    "by": "What a speaker said.",
    "from": "What an outlet printed.",
    "browse": "Search, read and cite on the full screen.",
    "show": "One quote whole: context, source, dates, and why this speaker.",
    "variants": "One statement in all its wordings, differences marked.",
    "check": "Hold every quotation of a manuscript against the store.",
    "cite": "Citations in any style, and exports for reference managers.",
    "speakers": "The speakers in the store, with counts.",
    "outlets": "The outlets in the store, with counts.",
    "documents": "The documents in the store, with counts.",
    "timeline": "How many quotes in each year, month or day.",
    "stats": "What the store holds, in numbers.",
    "info": "Which store is used, why, and how large it is.",
    "export": "The store, or a part of it, as JSON Lines, CSV or Parquet.",
    "import": "Documents of another store, from what `export` wrote.",
    "config": "What the config file says, and setting it.",
    "mcp": "Let an assistant ask: a Model Context Protocol server, read-only.",
    "edit": "Correct a quote by hand, or the facts of its document.",
    "merge": "Make two speakers one.",
    "alias": "Let a name lead to a speaker.",
    "part": "Keep two speakers apart.",
    "remove": "Take documents out of the store.",
    "undo": "Take back the last correction by hand, or a removal.",
    "log": "The corrections made by hand.",
    "doctor": "Is the store sound?",
}
"""Name → what it does in one line, in the order of the help page."""


def load(name: str) -> Any:
    """Return the module of a command: `command`, and the docstring that is its help."""
    return import_module(f"{__name__}.{name + '_' * iskeyword(name)}")
