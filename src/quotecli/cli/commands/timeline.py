"""How many quotes in each year, month or day; the undated come last."""

from __future__ import annotations

from typing import Annotated

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.cli.holdings import show
from quotecli.cli.options import Format, read_context, read_filters, read_format
from quotecli.cli.parameters import Option, takes
from quotecli.core.errors import UsageError
from quotecli.core.types import Filters
from quotecli.show.tables import Column

COLUMNS = (Column.of_date("date"), Column.of_number("quotes"))


@takes(filters=read_filters, output=read_format, context=read_context)
def command(
    *,
    period: Annotated[str, Option("--per", metavar="year|month|day", help="How finely to count.")] = "month",
    filters: Filters,
    output: Format,
    context: Context,
) -> int:
    if period not in {"year", "month", "day"}:
        raise UsageError(f"--per takes year, month or day; not {period!r}")
    return show(holdings.timeline(context, filters, period), COLUMNS, output, "no quotes found")
