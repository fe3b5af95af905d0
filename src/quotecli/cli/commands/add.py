"""Read documents, find their quotations, work out who said them, and store them.

Adding a document again adds nothing; a changed one replaces its quotes. One
whose file was moved or renamed is the same, with its ids and corrections.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from quotecli.app.add import AddRequest, add
from quotecli.app.context import Context
from quotecli.app.intake.tally import CorrectionsWaiting
from quotecli.app.sources import ReadFailure, ReadOptions
from quotecli.app.watching import check_watching
from quotecli.app.watching import watch as watch_sources
from quotecli.cli.options import read_context
from quotecli.cli.parameters import Option, takes
from quotecli.cli.run import ExitStatus
from quotecli.cli.sources import Jobs, Sources, read_options
from quotecli.core.errors import UsageError
from quotecli.show.machine import write_json, write_jsonl
from quotecli.show.messages import say_hint, say_note
from quotecli.show.progress import AddProgress
from quotecli.show.reports import FOUND, add_record, add_summary, found_records
from quotecli.show.tables import write_records
from quotecli.show.terminal import Format, detect
from quotecli.show.wording import count, near_path

_NAMED = 20
"""Documents whose file is gone, or whose corrections wait, that are named; of more their number is told."""


@takes(options=read_options, context=read_context)
def command(
    sources: Sources,
    *,
    jobs: Jobs = None,
    dry_run: Annotated[bool, Option("--dry-run", help="Read and find, store nothing.")] = False,
    watch: Annotated[bool, Option("--watch", help="Go on, and add what appears or changes.")] = False,
    indirect: Annotated[
        bool, Option("--indirect", help="Store indirect speech too; --kind indirect lists it.")
    ] = False,
    as_json: Annotated[
        bool, Option("--json", help="Print the report as one JSON object; with --watch one a line.")
    ] = False,
    options: ReadOptions,
    context: Context,
) -> int:
    store = context.place.path
    fetched = store.with_suffix(".fetched") if store.name else None  # of "/", which is no store, as opening it tells
    options = replace(options, outlets_file=context.config.outlets, cache_file=fetched)
    request = AddRequest(tuple(sources), options, jobs, dry_run, indirect)
    if watch:
        if dry_run:
            raise UsageError("--dry-run stores nothing and --watch goes on storing: choose one")
        check_watching(sources)
    with AddProgress(detect()) as progress:
        report = add(context, request, progress)
    _say_gone(report.gone)
    _say_waiting(report.corrections_waiting)
    if as_json and watch:
        write_jsonl([add_record(report)], sys.stdout)
    elif as_json:
        write_json(add_record(report), sys.stdout)
    else:
        if dry_run:
            write_records(found_records(progress.read), FOUND, Format.HUMAN, sys.stdout)
        sys.stdout.write(add_summary(report) + "\n")
    sys.stdout.flush()
    if report.error:
        raise report.error
    if report.interrupted:
        return ExitStatus.INTERRUPTED
    if watch:
        return _go_on(context, request, report.failures, as_json=as_json)
    return ExitStatus.NOTHING if report.failures else ExitStatus.OK


def _say_gone(gone: Sequence[str]) -> None:
    """Name documents whose files are gone: some, where a folder was moved with all that is in it."""
    for document in gone[:_NAMED]:
        say_note(f"no longer there, kept in the store: {document}")
    if len(gone) > _NAMED:
        say_note(f"and {len(gone) - _NAMED:,} more; --json names them all")
    if gone:
        say_hint("`quotes remove DOCUMENT` takes one out, `quotes remove FOLDER` all that were in it")


def _say_waiting(waiting: Sequence[CorrectionsWaiting]) -> None:
    """Name changed documents whose corrections by hand are of words that they have no more."""
    for document, quotes in waiting[:_NAMED]:
        say_note(f"corrected by hand, and no longer in {near_path(document)}: {count(quotes, 'quote')}")
    if len(waiting) > _NAMED:
        say_note(f"and in {count(len(waiting) - _NAMED, 'more document')}; --json names them all")
    if waiting:
        say_hint("`quotes log` tells what was corrected; it stands again when the words are back")


def _go_on(context: Context, request: AddRequest, told: Sequence[ReadFailure], *, as_json: bool) -> int:
    """Add what appears or changes until interrupted; one line for each, a summary or a JSON object."""
    say_note("watching; Ctrl-C ends it")
    with AddProgress(detect()) as progress:
        for report in watch_sources(context, request, progress, told):
            _say_waiting(report.corrections_waiting)
            if as_json:
                write_jsonl([add_record(report)], sys.stdout)
            else:
                sys.stdout.write(add_summary(report) + "\n")
            sys.stdout.flush()
            if report.error:
                raise report.error
    return ExitStatus.INTERRUPTED
