"""What the commands that list records (speakers, outlets …) share: showing, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

from quotecli.app.nothing import Missing
from quotecli.cli.listings import say_missing
from quotecli.cli.options import Format
from quotecli.cli.run import ExitStatus
from quotecli.show.tables import Column, write_records


def show(
    records: list[dict[str, Any]],
    columns: Sequence[Column],
    output: Format,
    fields: Sequence[str],
    nothing: str,
    why: Callable[[], Missing] = Missing,
) -> int:
    """Write records in the form asked for; say on standard error when there are none. Returns the exit code.

    A table has these fields whether there are records or none: what reads it needs to know them.
    """
    write_records(records, columns, output.value, sys.stdout, fields=fields)
    if records:
        return ExitStatus.OK
    say_missing(why(), nothing)
    return ExitStatus.NOTHING
