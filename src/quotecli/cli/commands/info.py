"""Which store is used, why that one, and how large it is."""

from __future__ import annotations

import sys
from typing import Annotated

from quotecli import __version__
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
    facts = {**holdings.info(context), "version": __version__}
    if as_json:
        write_json(facts, sys.stdout)
    else:
        facts["exists"] = "yes" if facts["exists"] else "not yet: `quotes add` makes it"
        write_facts([(name.replace("_", " "), value) for name, value in facts.items()], sys.stdout)
    return 0
