"""The speakers in the store, who said most first, with how much and when."""

from __future__ import annotations

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.cli.holdings import show, why_none
from quotecli.cli.listings import say_taken
from quotecli.cli.options import Format, Part, read_context, read_filters, read_format, read_part
from quotecli.cli.parameters import takes
from quotecli.core.types import Filters
from quotecli.show.holdings import SPEAKERS, speaker_record


@takes(filters=read_filters, part=read_part, output=read_format, context=read_context)
def command(*, filters: Filters, part: Part, output: Format, context: Context) -> int:
    records = [speaker_record(row) for row in holdings.speakers(context, filters)]
    say_taken(context, filters)
    return show(records, SPEAKERS, output, "no speakers found", why_none(context, filters), part)
