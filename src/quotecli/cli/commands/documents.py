"""The documents in the store, with their metadata and how many quotes they have."""

from __future__ import annotations

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.cli.holdings import show, why_none
from quotecli.cli.listings import say_taken
from quotecli.cli.options import Format, Part, read_context, read_filters, read_format, read_part
from quotecli.cli.parameters import takes
from quotecli.core.types import Filters
from quotecli.show.holdings import DOCUMENTS, listed_document_record


@takes(filters=read_filters, part=read_part, output=read_format, context=read_context)
def command(*, filters: Filters, part: Part, output: Format, context: Context) -> int:
    records = [listed_document_record(row) for row in holdings.documents(context, filters)]
    say_taken(context, filters)
    return show(records, DOCUMENTS, output, "no documents found", why_none(context, filters), part)
