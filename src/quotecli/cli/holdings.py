"""What the commands that list records (speakers, outlets …) share: showing, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.app.nothing import Missing, beyond, missing
from quotecli.cli.listings import say_missing
from quotecli.cli.options import Format, Part
from quotecli.cli.run import ExitStatus
from quotecli.core.types import Filters
from quotecli.show.tables import Table, write_records

__all__ = ["show", "why_none"]


def show(
    records: Sequence[Mapping[str, Any]],
    table: Table,
    output: Format,
    nothing: str,
    why: Callable[[], Missing] = Missing,
    part: Part = Part(),  # noqa: B008 (frozen)
) -> int:
    """Write a part of the records in the form asked for. Returns the exit code.

    Where there are none that is said on standard error, with the reason, for which `why` is asked.
    """
    shown = records[part.offset :][: part.limit or None]
    write_records(shown, table, output, sys.stdout)
    if shown:
        return ExitStatus.OK
    say_missing(Missing(why=beyond(part.offset)) if records else why(), nothing)
    return ExitStatus.NOTHING


def why_none(context: Context, filters: Filters) -> Callable[[], Missing]:
    """Return what tells why these filters let nothing through."""
    return partial(missing, context, ListingRequest(filters=filters, limit=1))
