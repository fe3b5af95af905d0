"""The outlets in the store, who printed most first, with how much and when."""

from __future__ import annotations

from typing import Annotated

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.app.nothing import Missing
from quotecli.cli.holdings import show, why_none
from quotecli.cli.listings import say_taken
from quotecli.cli.options import Format, Part, read_context, read_filters, read_format, read_part
from quotecli.cli.parameters import Option, takes
from quotecli.core.types import Filters
from quotecli.show.holdings import OUTLETS, outlet_record


@takes(filters=read_filters, part=read_part, output=read_format, context=read_context)
def command(
    *,
    unknown: Annotated[
        bool,
        Option("--unknown", help="Only those that the table of outlets lacks; your own table can have them."),
    ] = False,
    filters: Filters,
    part: Part,
    output: Format,
    context: Context,
) -> int:
    nothing = "the table has all outlets of the store" if unknown else "no outlets found"
    records = [outlet_record(row) for row in holdings.outlets(context, filters, unknown=unknown)]
    say_taken(context, filters)
    why = Missing if unknown else why_none(context, filters)
    return show(records, OUTLETS, output, nothing, why, part)
