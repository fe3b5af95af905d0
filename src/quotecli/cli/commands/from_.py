"""What an outlet printed.

Short names and misspellings will do. Words behind the name are searched for in what it printed.
"""

from __future__ import annotations

from typing import Annotated

from quotecli.app.by_name import from_outlet
from quotecli.app.context import Context
from quotecli.cli.listings import request_of, show
from quotecli.cli.options import Format, Page, Ungroup, read_context, read_filters, read_format, read_page
from quotecli.cli.parameters import Argument, takes
from quotecli.core.types import Filters


@takes(filters=read_filters, page=read_page, output=read_format, context=read_context)
def command(
    outlet_name: Annotated[
        list[str], Argument(metavar="OUTLET [QUERY]", help="The outlet, then words to search for.", named=True)
    ],
    *,
    ungroup: Ungroup = False,
    filters: Filters,
    page: Page,
    output: Format,
    context: Context,
) -> int:
    listed = from_outlet(context, outlet_name, request_of("", filters, page, group=not ungroup, output=output))
    return show(listed, output, page, f"nothing found from {' '.join(outlet_name)}")
