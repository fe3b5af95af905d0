"""Make two speakers one: NAME becomes OTHER, whose name is shown.

Also later quotes of either go to the one speaker. `quotes undo` parts them again.
"""

from __future__ import annotations

from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.join import merge
from quotecli.cli.corrections import say_joined
from quotecli.cli.options import AsObject, read_context
from quotecli.cli.parameters import Argument, takes


@takes(context=read_context)
def command(
    name: Annotated[str, Argument(metavar="NAME", help="The speaker to merge.", filled=True)],
    other: Annotated[
        str, Argument(metavar="OTHER", help="The speaker to merge into, or a whole name to show.", filled=True)
    ],
    *,
    as_json: AsObject = False,
    context: Context,
) -> int:
    return say_joined(merge(context, name, other), as_json=as_json)
