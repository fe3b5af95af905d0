"""Search, read and cite on the full screen; press ? there for its keys.

Opens on QUERY, which takes what `quotes search` takes; without one on the newest quotes. Needs an extra: pip install
'quotecli[browse]'.
"""

from __future__ import annotations

from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.cli.options import Order, Query, Ungroup, read_context, read_filters, read_order
from quotecli.cli.parameters import takes
from quotecli.core.types import Filters
from quotecli.serve.browser import browse

_PAGE = 50
"""Quotes that are read at once: more than any screen shows."""


@takes(filters=read_filters, order=read_order, context=read_context)
def command(
    query: Query = None,
    *,
    ungroup: Ungroup = False,
    filters: Filters,
    order: Order,
    context: Context,
) -> int:
    words = " ".join(query or ())
    request = ListingRequest(words, filters, _PAGE, sort=order.sort, reverse=order.reverse, group=not ungroup)
    return browse(context, request)
