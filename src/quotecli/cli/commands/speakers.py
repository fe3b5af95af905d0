"""The speakers in the store, who said most first, with how much and when."""

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
    Column("speaker", "speaker"),
    Column.of_number("quotes"),
    Column.of_number("documents"),
    Column.of_date("first"),
    Column.of_date("last"),
)


@takes(filters=read_filters, part=read_part, output=read_format, context=read_context)
def command(*, filters: Filters, part: Part, output: Format, context: Context) -> int:
    records = holdings.speakers(context, filters)
    say_taken(context, filters)
    why = partial(missing, context, ListingRequest(filters=filters, limit=1))
    return show(records, COLUMNS, output, holdings.SPEAKER_FIELDS, "no speakers found", why, part)
