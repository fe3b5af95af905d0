"""What the store holds, in numbers."""

from __future__ import annotations

import sys
from typing import Annotated

from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.cli.options import read_context
from quotecli.cli.parameters import Option, takes
from quotecli.show.machine import write_json
from quotecli.show.tables import write_facts


@takes(context=read_context)
def command(
    *,
    as_json: Annotated[bool, Option("--json", "--jsonl", help="Print one JSON object.")] = False,
    context: Context,
) -> int:
    stats = holdings.stats(context)
    if as_json:
        write_json(stats, sys.stdout)
        return 0
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in stats["kinds"].items() if number)
    numbers = {name: f"{value:,}" if isinstance(value, int) else value for name, value in stats.items()}
    write_facts([*((name, value) for name, value in numbers.items() if name != "kinds"), ("kinds", kinds)], sys.stdout)
    return 0
