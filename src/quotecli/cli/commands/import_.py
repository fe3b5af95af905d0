"""Documents of another store, from the JSON Lines that `quotes export` writes.

Each document comes whole or not at all; one that the store has already is replaced where it differs. A line that can't
be read is named and the others go on; importing again changes nothing. CSV and Parquet hold no texts of documents, so
they can't be imported.
"""

from __future__ import annotations

import sys
from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.importing import import_documents
from quotecli.cli.options import read_context
from quotecli.cli.parameters import Argument, Option, takes
from quotecli.cli.run import ExitStatus
from quotecli.show.machine import write_json
from quotecli.show.progress import AddProgress
from quotecli.show.reports import add_record, add_summary
from quotecli.show.terminal import detect


@takes(context=read_context)
def command(
    files: Annotated[
        list[str], Argument(metavar="FILE…", help="Files, packed (.gz) or not; `-` for standard input.", filled=True)
    ],
    *,
    dry_run: Annotated[bool, Option("--dry-run", help="Read and compare, store nothing.")] = False,
    as_json: Annotated[bool, Option("--json", help="Print the report as one JSON object.")] = False,
    context: Context,
) -> int:
    with AddProgress(detect()) as progress:
        report = import_documents(context, files, progress, dry_run=dry_run)
    if as_json:
        write_json(add_record(report), sys.stdout)
    else:
        sys.stdout.write(add_summary(report) + "\n")
    if report.error:
        raise report.error
    if report.interrupted:
        return ExitStatus.INTERRUPTED
    return ExitStatus.NOTHING if report.failures else ExitStatus.OK
