"""Search the quotes, forgiving misspelt, missing and swapped words.

"…" asks for exact words; by:rob outlet:"daily mail" since:2020 filter inside the query, and so do until: on: kind:
document: and min-confidence:. All filters must hold: by:rob by:kim finds what the two said together. Without a query,
lists all that the filters let through.
"""

from __future__ import annotations

from quotecli.app.context import Context
from quotecli.app.listing import search_quotes
from quotecli.cli.listings import request_of, show
from quotecli.cli.options import Format, Page, Query, Ungroup, read_context, read_filters, read_format, read_page
from quotecli.cli.parameters import takes
from quotecli.core.types import Filters, Kind


@takes(filters=read_filters, page=read_page, output=read_format, context=read_context)
def command(
    query: Query = None,
    *,
    ungroup: Ungroup = False,
    filters: Filters,
    page: Page,
    output: Format,
    context: Context,
) -> int:
    text = " ".join(query or ())
    listed = search_quotes(context, request_of(text, filters, page, group=not ungroup, output=output))
    nothing = f"nothing found for {text}" if text.strip() else "nothing found"
    if filters.kinds == (Kind.INDIRECT,):
        nothing += "; reports without marks are kept by add --indirect"
    return show(listed, output, page, nothing)
