"""What a speaker said.

The name may be partial, a nickname, misspelt, or without its accents. Where it fits several speakers, all are shown,
the likeliest first. Words behind the name are searched for in what the speaker said. With --by OTHER: what the two said
together.
"""

from __future__ import annotations

from typing import Annotated

from quotecli.app.by_name import by_speaker
from quotecli.app.context import Context
from quotecli.cli.listings import request_of, show
from quotecli.cli.options import Format, Page, Ungroup, read_context, read_filters, read_format, read_page
from quotecli.cli.parameters import Argument, takes
from quotecli.core.types import Filters


@takes(filters=read_filters, page=read_page, output=read_format, context=read_context)
def command(
    name: Annotated[
        list[str], Argument(metavar="NAME [QUERY]", help="The speaker, then words to search for.", named=True)
    ],
    *,
    ungroup: Ungroup = False,
    filters: Filters,
    page: Page,
    output: Format,
    context: Context,
) -> int:
    listed = by_speaker(context, name, request_of("", filters, page, group=not ungroup, output=output))
    return show(listed, output, page, f"nothing found by {' '.join(name)}")
