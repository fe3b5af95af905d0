"""Undo the last correction made by hand that still stands, or the steps of these numbers (see `quotes log`)."""

from __future__ import annotations

from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.correct import undo
from quotecli.cli.corrections import say_done
from quotecli.cli.options import AsArray, read_context
from quotecli.cli.parameters import Argument, takes
from quotecli.cli.run import ExitStatus
from quotecli.show.messages import say_error


@takes(context=read_context)
def command(
    steps: Annotated[list[int] | None, Argument(metavar="[STEP…]", help="Numbers of steps in `quotes log`.")] = None,
    *,
    as_json: AsArray = False,
    context: Context,
) -> int:
    undone = undo(context, steps or ())
    if undone or as_json:
        say_done(undone, as_json=as_json)
    if undone:
        return ExitStatus.OK
    say_error("there is nothing to undo")
    return ExitStatus.NOTHING
