"""What the store holds, in numbers."""

from __future__ import annotations

import sys

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.cli.options import Format, read_context, read_object_format
from quotecli.cli.parameters import takes
from quotecli.show.holdings import totals_words
from quotecli.show.machine import write_object
from quotecli.show.tables import write_facts


@takes(output=read_object_format, context=read_context)
def command(*, output: Format, context: Context) -> int:
    stats = holdings.stats(context)
    if output is not Format.HUMAN:
        write_object(stats, output, sys.stdout)
        return 0
    write_facts(totals_words(stats), sys.stdout)
    return 0
