"""Which store is used, why that one, and how large it is.

Of a store that can't be used that is told too, and what is wrong with it on standard error.
"""

from __future__ import annotations

import sys

from quotecli import __version__
from quotecli.app import holdings
from quotecli.app.context import Context
from quotecli.cli.options import Format, read_context, read_object_format
from quotecli.cli.parameters import takes
from quotecli.show.machine import write_object
from quotecli.show.tables import write_facts

_SIZES = ("size", "log_size", "page_size")


@takes(output=read_object_format, context=read_context)
def command(*, output: Format, context: Context) -> int:
    found = holdings.info(context)
    facts = {**found.facts, "version": __version__}
    if output is not Format.HUMAN:
        write_object(facts, output, sys.stdout)
    else:
        facts["exists"] = "yes" if facts["exists"] else "not yet: `quotes add` makes it"
        facts["config"] = facts["config"] or "none"
        facts |= {name: f"{facts[name]:,} bytes" for name in _SIZES if name in facts}
        write_facts([(name.replace("_", " "), value) for name, value in facts.items()], sys.stdout)
    if found.error:
        raise found.error
    return 0
