"""Is the store sound? Checks the file, the links inside it and its indexes against the texts.

Exit code 0: healthy; 1: damaged. `quotes export` may still read the documents of a damaged store, and `quotes import`
makes a new one of them; what was corrected by hand comes with them.
"""

from __future__ import annotations

import sys

from quotecli.app.context import Context
from quotecli.app.health import doctor
from quotecli.cli.options import Format, read_context, read_object_format
from quotecli.cli.parameters import takes
from quotecli.cli.run import ExitStatus
from quotecli.show.clean import clean_line
from quotecli.show.machine import write_object
from quotecli.show.messages import say_error
from quotecli.show.progress import Waiting
from quotecli.show.terminal import detect

_WHAT_TO_DO = (
    "`quotes export -o saved.jsonl` may still read its documents, `quotes --db NEW.db import saved.jsonl` store them,"
    " or else: add them to a new store, or take a sound copy of the file"
)


@takes(output=read_object_format, context=read_context)
def command(*, output: Format, context: Context) -> int:
    with Waiting(detect(), "checking"):
        findings = doctor(context)
    if output is not Format.HUMAN:
        problems = [{"check": finding.check, "message": finding.message} for finding in findings]
        write_object({"healthy": not findings, "problems": problems}, output, sys.stdout)
    elif findings:
        sys.stdout.writelines(f"{finding.check}: {clean_line(finding.message)}\n" for finding in findings)
        sys.stdout.flush()
        say_error(f"the store {context.place.path} is damaged", hint=_WHAT_TO_DO)
    else:
        sys.stdout.write("healthy\n")
    return ExitStatus.NOTHING if findings else ExitStatus.OK
