"""Find the quotations of documents and who said them, without a store.

Prints one JSON object a document on standard output (JSON Lines). A `.jsonl` source holds one document a line:
{"id", "text", "title"?, "date"?, "outlet"?, …}.
"""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.extract import Extracted, extract
from quotecli.app.sources import ReadOptions
from quotecli.cli.options import read_confidence, read_context, read_kinds
from quotecli.cli.parameters import Option, takes
from quotecli.cli.run import ExitStatus
from quotecli.cli.sources import Jobs, Sources, read_options
from quotecli.show.machine import write_jsonl
from quotecli.show.messages import say_failure
from quotecli.show.records import document_record


@takes(options=read_options, context=read_context)
def command(
    sources: Sources,
    *,
    jobs: Jobs = None,
    kind: Annotated[
        list[str] | None, Option("--kind", metavar="KIND", help="direct, partial, post or indirect.")
    ] = None,
    min_confidence: Annotated[
        float, Option("--min-confidence", metavar="0–1", help="Only attributions at least this sure.")
    ] = 0.0,
    as_json: Annotated[bool, Option("--json", "--jsonl", help="JSON Lines: the only form, and the default.")] = False,
    options: ReadOptions,
    context: Context,
) -> int:
    del as_json
    options = replace(options, outlets_file=context.config.outlets)
    confidence = read_confidence(min_confidence)
    failed = False
    found = extract(sources, options, jobs=jobs, kinds=read_kinds(kind), min_confidence=confidence)
    with closing(found):  # a reader that leaves early (`| head`) ends the workers too
        for result in found:
            if isinstance(result, Extracted):
                write_jsonl([document_record(result.id, result.article, result.quotes)], sys.stdout)
            else:
                failed = failed or result.lost
                say_failure(result.display, result.error)
    return ExitStatus.NOTHING if failed else ExitStatus.OK
