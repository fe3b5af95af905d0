"""Take documents out of the store, with their quotes.

A document is named by its path, its URL, a folder that it lies in, or one of its quotes. When one of the names isn't
known nothing is removed. `-` reads names from standard input: ids, a listing in any form, or paths and URLs, each on
a line. `quotes undo` brings back what was removed last, unless it went for good.
"""

from __future__ import annotations

import sys
from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.remove import remove
from quotecli.cli.given import with_given
from quotecli.cli.options import Format, read_context, read_object_format
from quotecli.cli.parameters import Argument, Option, takes
from quotecli.cli.run import ExitStatus
from quotecli.show.clean import clean_line
from quotecli.show.machine import write_object
from quotecli.show.messages import say_failure, say_note
from quotecli.show.wording import count


@takes(output=read_object_format, context=read_context)
def command(
    documents: Annotated[
        list[str],
        Argument(
            metavar="DOCUMENT…|-",
            help="Paths, URLs, folders, ids of quotes, lines of the last listing (2, 4-6), or `-`.",
            filled=True,
        ),
    ],
    *,
    dry_run: Annotated[bool, Option("--dry-run", help="Only say what would be removed.")] = False,
    for_good: Annotated[bool, Option("--for-good", help="Keep no copy to undo it with.")] = False,
    output: Format,
    context: Context,
) -> int:
    removal = remove(context, with_given(documents, documents=True), dry_run=dry_run, keep=not for_good)
    for name in removal.unknown:
        say_failure(name, "the store has no such document; nothing was removed")
    if output is not Format.HUMAN:
        record = {"removed": list(removal.documents), "quotes": removal.quotes, "unknown": list(removal.unknown)}
        write_object(record | {"dry_run": dry_run}, output, sys.stdout)
    elif not removal.unknown:
        if dry_run:
            for document in removal.documents:
                say_note(clean_line(document))
        what = f"{count(len(removal.documents), 'document')} and {count(removal.quotes, 'quote')}"
        sys.stdout.write(f"{what} {'would be removed' if dry_run else 'removed'}\n")
    return ExitStatus.USAGE if removal.unknown else ExitStatus.OK
