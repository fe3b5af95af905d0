"""Is the store sound? Checks the file, the links inside it and its indexes against the texts.

Exit code 0: healthy; 1: damaged.
"""

from __future__ import annotations

import sys
from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.health import doctor
from quotecli.cli.options import read_context
from quotecli.cli.parameters import Option, takes
from quotecli.cli.run import ExitStatus
from quotecli.show.clean import clean_line
from quotecli.show.machine import write_json


@takes(context=read_context)
def command(
    *,
    as_json: Annotated[bool, Option("--json", "--jsonl", help="Print one JSON object.")] = False,
    context: Context,
) -> int:
    findings = doctor(context)
    if as_json:
        problems = [{"check": finding.check, "message": finding.message} for finding in findings]
        write_json({"healthy": not findings, "problems": problems}, sys.stdout)
    elif findings:
        sys.stdout.writelines(f"{finding.check}: {clean_line(finding.message)}\n" for finding in findings)
    else:
        sys.stdout.write("healthy\n")
    return ExitStatus.NOTHING if findings else ExitStatus.OK
