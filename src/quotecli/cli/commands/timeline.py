"""How many quotes in each year, month or day, the earliest first; the undated come last.

--limit, --offset and --reverse are of its lines.
"""

from __future__ import annotations

from typing import Annotated

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.cli.holdings import show, why_none
from quotecli.cli.listings import say_taken
from quotecli.cli.options import Format, Page, Part, read_context, read_filters, read_format, read_whole
from quotecli.cli.parameters import Option, takes
from quotecli.core.errors import UsageError
from quotecli.core.types import Filters, Sort
from quotecli.show.holdings import TIMELINE, period_record


@takes(filters=read_filters, page=read_whole, output=read_format, context=read_context)
def command(
    *,
    period: Annotated[str, Option("--per", metavar="year|month|day", help="How finely to count.")] = "month",
    filters: Filters,
    page: Page,
    output: Format,
    context: Context,
) -> int:
    if period not in {"year", "month", "day"}:
        raise UsageError(f"--per takes year, month or day; not {period!r}")
    if page.sort in {Sort.SPEAKER, Sort.OUTLET}:
        raise UsageError(f"a timeline is in the order of its dates; it can't be sorted by {page.sort}")
    records = [period_record(row) for row in holdings.timeline(context, filters, period, reverse=page.reverse)]
    say_taken(context, filters)
    part = Part(page.limit, page.offset)
    return show(records, TIMELINE, output, "no quotes found", why_none(context, filters), part)
