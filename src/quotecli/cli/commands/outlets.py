"""The outlets in the store, who printed most first, with how much and when."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.app.nothing import Missing, missing
from quotecli.cli.holdings import show
from quotecli.cli.listings import say_taken
from quotecli.cli.options import Format, Part, read_context, read_filters, read_format, read_part
from quotecli.cli.parameters import Option, takes
from quotecli.core.types import Filters
from quotecli.show.tables import Column

COLUMNS = (
    Column("outlet", "outlet"),
    Column.of_number("quotes"),
    Column.of_number("documents"),
    Column.of_date("first"),
    Column.of_date("last"),
)


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
    records = holdings.outlets(context, filters, unknown=unknown)
    say_taken(context, filters)
    why = Missing if unknown else partial(missing, context, ListingRequest(filters=filters, limit=1))
    return show(records, COLUMNS, output, holdings.OUTLET_FIELDS, nothing, why, part)
