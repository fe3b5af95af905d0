"""The same statement in several documents: its wordings, differences from the first marked, the earliest first.

Takes an id, the number of a line of the last listing, or a query whose best hit is meant; `-` the first quote that
standard input names, by its id or in a listing of any form. Filters choose which of the statement's quotes are shown.
"""

from __future__ import annotations

import sys
from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.nothing import missing
from quotecli.app.variants import wordings
from quotecli.cli.given import with_given
from quotecli.cli.listings import request_of, say_missing, say_taken
from quotecli.cli.options import Format, Page, read_context, read_filters, read_format, read_whole
from quotecli.cli.parameters import Argument, takes
from quotecli.cli.run import ExitStatus
from quotecli.core.types import Filters
from quotecli.show.messages import say_note
from quotecli.show.terminal import detect
from quotecli.show.variants import write_family, write_family_data


@takes(filters=read_filters, page=read_whole, output=read_format, context=read_context)
def command(
    wanted: Annotated[list[str], Argument(metavar="ID|QUERY|-", help="An id, a line's number, or words.", named=True)],
    *,
    filters: Filters,
    page: Page,
    output: Format,
    context: Context,
) -> int:
    given = wanted == ["-"]
    words = _first(with_given(wanted)) if given else wanted
    family = wordings(context, words, request_of("", filters, page, group=False, output=output), no_query=given)
    say_taken(context, filters, " ".join(words))
    if output is Format.HUMAN:
        if family is not None:
            write_family(family, detect(), sys.stdout)
    else:
        write_family_data(family, output, sys.stdout)
    if family is not None:
        return ExitStatus.OK
    request = request_of(" ".join(words), filters, page, group=False, output=output)
    say_missing(missing(context, request), f"nothing found for {request.query}")
    return ExitStatus.NOTHING


def _first(names: list[str]) -> list[str]:
    """Return the first of the quotes that standard input names, and say so where there are more."""
    if len(names) > 1:
        say_note(f"the wordings of the first of {len(names):,} quotes on standard input")
    return names[:1]
