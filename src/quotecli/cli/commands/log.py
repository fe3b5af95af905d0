"""The corrections made by hand, the latest first: edits, merged and parted speakers, aliases, removed documents.

A step that removed more than ten documents has one line; --json, --jsonl and --csv name them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotecli.app.context import Context
from quotecli.app.correct import log
from quotecli.cli.holdings import show
from quotecli.cli.options import Format, Part, read_context, read_format, read_part
from quotecli.cli.parameters import takes
from quotecli.show.corrections import CORRECTIONS, correction_record, shortened


@takes(part=read_part, output=read_format, context=read_context)
def command(*, part: Part, output: Format, context: Context) -> int:
    records: list[Mapping[str, Any]] = [correction_record(one) for one in reversed(log(context))]
    if output is Format.HUMAN:
        records = shortened(records)
    return show(records, CORRECTIONS, output, "nothing was corrected by hand", part=part)
