"""One quote whole: its words in their paragraph, its source, both dates.

With --why also the evidence: the mention, the cue, the features that decided, the runner-up, and where date, outlet and
the other facts of the document came from. `-` reads ids, or a listing in any form, from standard input.
"""

from __future__ import annotations

import sys
from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.detail import details
from quotecli.cli.given import with_given
from quotecli.cli.options import Format, read_context, read_format
from quotecli.cli.parameters import Argument, Option, takes
from quotecli.show.detail import DETAIL_FIELDS, WHY_FIELDS, detail_record, write_detail
from quotecli.show.machine import write_data
from quotecli.show.terminal import detect


@takes(output=read_format, context=read_context)
def command(
    ids: Annotated[
        list[str] | None,
        Argument(metavar="[ID…|-]", help="Ids, lines of the last listing (2, 4-6), or `-`.", filled=True),
    ] = None,
    *,
    why: Annotated[bool, Option("--why", help="Show the evidence for speaker, date and outlet.")] = False,
    output: Format,
    context: Context,
) -> int:
    found = details(context, with_given(ids or ()), why=why)
    if output is not Format.HUMAN:
        records = [detail_record(detail, why=why) for detail in found]
        write_data(records, output, DETAIL_FIELDS + WHY_FIELDS * why, sys.stdout)
    else:
        terminal = detect()
        for index, detail in enumerate(found):
            if index:
                sys.stdout.write("\n")
            write_detail(detail, terminal, sys.stdout, why=why)
    return 0
