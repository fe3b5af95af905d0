"""The same statement in several documents: its wordings, differences marked, the earliest first.

Takes an id, the number of a line of the last listing, or a query whose best hit is meant.
"""

from __future__ import annotations

import sys
from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.variants import wordings
from quotecli.cli.options import Format, read_context, read_filters, read_format
from quotecli.cli.parameters import Argument, takes
from quotecli.cli.run import ExitStatus
from quotecli.core.errors import UsageError
from quotecli.core.types import Filters
from quotecli.show.machine import write_json, write_jsonl
from quotecli.show.messages import say_error
from quotecli.show.terminal import detect
from quotecli.show.variants import family_records, write_family


@takes(filters=read_filters, output=read_format, context=read_context)
def command(
    wanted: Annotated[list[str], Argument(metavar="ID|QUERY", help="An id, a line's number, or words.")],
    *,
    filters: Filters,
    output: Format,
    context: Context,
) -> int:
    if output is Format.CSV:
        raise UsageError("variants prints --json and --jsonl; `quotes search --ungroup --csv` prints tables")
    family = wordings(context, wanted, filters)
    if family is None:
        if output is Format.JSON:
            write_json([], sys.stdout)
        say_error(f"nothing found for {' '.join(wanted)}")
        return ExitStatus.NOTHING
    if output is Format.JSON:
        write_json(family_records(family), sys.stdout)
    elif output is Format.JSONL:
        write_jsonl(family_records(family), sys.stdout)
    else:
        write_family(family, detect(), sys.stdout)
    return ExitStatus.OK
