"""What the commands that list records (speakers, outlets …) share: showing, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from quotecli.app.nothing import Missing, beyond
from quotecli.cli.listings import say_missing
from quotecli.cli.options import Format, Part
from quotecli.cli.run import ExitStatus
from quotecli.show.tables import Column, write_records


def show(
    records: Sequence[Mapping[str, Any]],
    columns: Sequence[Column],
    output: Format,
    fields: Sequence[str],
    nothing: str,
    why: Callable[[], Missing] = Missing,
    part: Part = Part(),  # noqa: B008 (frozen)
) -> int:
    """Write a part of the records in the form asked for. Returns the exit code.

    Where there are none that is said on standard error, with the reason, for which `why` is asked. A table has these
    fields whether there are records or none: what reads it needs to know them.
    """
    shown = records[part.offset :][: part.limit or None]
    write_records(shown, columns, output.value, sys.stdout, fields=fields)
    if shown:
        return ExitStatus.OK
    say_missing(Missing(why=beyond(part.offset)) if records else why(), nothing)
    return ExitStatus.NOTHING
