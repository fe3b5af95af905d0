"""The corrections made by hand, the latest first: edits, merged and parted speakers, aliases, removed documents."""

from __future__ import annotations

from quotecli.app.context import Context
from quotecli.app.correct import log
from quotecli.cli.holdings import show
from quotecli.cli.options import Format, read_context, read_format
from quotecli.cli.parameters import takes
from quotecli.show.corrections import COLUMNS, FIELDS, correction_record


@takes(output=read_format, context=read_context)
def command(*, output: Format, context: Context) -> int:
    records = [correction_record(one) for one in reversed(log(context))]
    return show(records, COLUMNS, output, FIELDS, "nothing was corrected by hand")
