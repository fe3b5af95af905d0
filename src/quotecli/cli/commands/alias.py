"""Let a name lead to a speaker: NAME is another name of OTHER.

The name need not stand in the store: a nickname, a maiden name, a misspelling. Quotes by either are the one speaker's.
`quotes undo` takes it back.
"""

from __future__ import annotations

from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.join import alias
from quotecli.cli.corrections import say_joined
from quotecli.cli.options import AsObject, read_context
from quotecli.cli.parameters import Argument, takes


@takes(context=read_context)
def command(
    name: Annotated[str, Argument(metavar="NAME", help="The other name.", filled=True)],
    other: Annotated[str, Argument(metavar="OTHER", help="The speaker it leads to.", filled=True)],
    *,
    as_json: AsObject = False,
    context: Context,
) -> int:
    return say_joined(alias(context, name, other), as_json=as_json)
