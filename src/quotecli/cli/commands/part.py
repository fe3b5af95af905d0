"""Keep two speakers apart: NAME and OTHER are two, though the store takes one name for the other.

Also later quotes of either are the one's or the other's alone. `quotes merge` of the two, or `quotes undo`, makes them
one again.
"""

from __future__ import annotations

from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.join import part
from quotecli.cli.corrections import say_parted
from quotecli.cli.options import AsObject, read_context
from quotecli.cli.parameters import Argument, takes


@takes(context=read_context)
def command(
    name: Annotated[str, Argument(metavar="NAME", help="A name, as documents have it.", filled=True)],
    other: Annotated[str, Argument(metavar="OTHER", help="The name of another speaker.", filled=True)],
    *,
    as_json: AsObject = False,
    context: Context,
) -> int:
    return say_parted(part(context, name, other), as_json=as_json)
