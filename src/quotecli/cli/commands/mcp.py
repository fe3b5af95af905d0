"""Let an assistant ask: a Model Context Protocol server over standard input and output.

An assistant's program starts it (the README shows how) and can then search quotes, list what a speaker said, look at
the evidence, check a quotation against the store, and cite. It ends with its input.

Nothing it is asked changes what the store holds. As with every command, a store of an older version is brought up to
date when it is opened, and a copy of it kept beside it.
"""

from __future__ import annotations

import sys

from quotecli.app.context import Context
from quotecli.cli.options import read_context
from quotecli.cli.parameters import takes
from quotecli.cli.run import ExitStatus
from quotecli.core.errors import MissingExtra
from quotecli.show.messages import say_note


@takes(context=read_context)
def command(*, context: Context) -> int:
    try:
        from quotecli.serve.assistants.server import run
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("quotecli"):
            raise
        raise MissingExtra("Model Context Protocol servers", "mcp") from None
    if sys.stdin is not None and sys.stdin.isatty():
        say_note("waiting for messages of a program that speaks the Model Context Protocol; Ctrl-C ends it")
    run(context)
    return ExitStatus.OK
