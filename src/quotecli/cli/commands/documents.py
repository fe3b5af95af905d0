"""The documents in the store, with their metadata and how many quotes they have."""

from __future__ import annotations

from functools import partial

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.app.nothing import missing
from quotecli.cli.holdings import show
from quotecli.cli.listings import say_taken
from quotecli.cli.options import Format, Part, read_context, read_filters, read_format, read_part
from quotecli.cli.parameters import takes
from quotecli.core.types import Filters
from quotecli.show.tables import Column

COLUMNS = (
    Column.of_date("published"),
    Column("outlet", "outlet"),
    Column.of_number("quotes"),
    Column("title", "title"),
    Column("document", "document"),
)


@takes(filters=read_filters, part=read_part, output=read_format, context=read_context)
def command(*, filters: Filters, part: Part, output: Format, context: Context) -> int:
    records = holdings.documents(context, filters)
    say_taken(context, filters)
    why = partial(missing, context, ListingRequest(filters=filters, limit=1))
    return show(records, COLUMNS, output, holdings.DOCUMENT_FIELDS, "no documents found", why, part)
