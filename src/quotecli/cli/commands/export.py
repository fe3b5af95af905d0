"""The store, or what filters let through, for other programs and other stores.

JSON Lines hold a document a line with its text, its quotes and all else that the store keeps, so that `quotes import`
makes the same store of them. CSV and Parquet hold a quote a row with the fields of `search --csv`. Without filters
everything is exported, indirect speech and documents without a quotation too.
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.exporting import ExportRequest, Losses, exported_documents, exported_quotes
from quotecli.app.listing import ListingRequest
from quotecli.app.nothing import missing
from quotecli.cli.listings import say_missing, say_taken
from quotecli.cli.options import Page, read_context, read_filters, read_whole
from quotecli.cli.parameters import Option, takes
from quotecli.cli.run import ExitStatus
from quotecli.core.types import Filters
from quotecli.show.exports import target, write_documents, write_table
from quotecli.show.losses import say_losses
from quotecli.show.messages import say_note
from quotecli.show.progress import Waiting
from quotecli.show.terminal import detect


@takes(filters=read_filters, page=read_whole, context=read_context)
def command(
    *,
    format_: Annotated[
        str | None,
        Option("--format", "-f", metavar="FORM", help="jsonl, csv or parquet (else by the file's name; jsonl)."),
    ] = None,
    output: Annotated[
        Path | None,
        Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all; .jsonl.gz is packed."),
    ] = None,
    force: Annotated[bool, Option("--force", help="Overwrite the file.")] = False,
    filters: Filters,
    page: Page,
    context: Context,
) -> int:
    where = target(format_, output, force=force)
    request = ExportRequest(filters, *page[:4])
    losses = Losses()
    terminal = detect()
    if where.path is None and sys.stdout.isatty():
        terminal = terminal._replace(progress=False)  # the lines themselves show how far it is
    if where.form == "jsonl":
        documents = exported_documents(context, request, losses)
        with closing(documents), Waiting(terminal, "writing", "documents") as waiting:
            written = write_documents(waiting.counted(documents), where)
    else:
        quotes = exported_quotes(context, request, losses)
        with closing(quotes), Waiting(terminal, "writing", "quotes") as waiting:
            written = write_table(waiting.counted(quotes), where)
    say_taken(context, filters)
    if where.path is not None:
        say_note(f"{written} written to {where.path}")
    if losses:
        say_losses(losses)
        return ExitStatus.NOTHING if written.quotes or written.documents else ExitStatus.USAGE
    if written.quotes or request.everything:
        return ExitStatus.OK
    say_missing(missing(context, ListingRequest(filters=filters, limit=1, offset=page.offset)))
    return ExitStatus.NOTHING
