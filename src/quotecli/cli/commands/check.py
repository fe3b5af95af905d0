"""Hold every quotation of a manuscript against the store: are these the words, and is that who said them?

Each is exact, formatting only (marks, case, accents, spelling, numbers in figures, words in [brackets]), truncated (a
part of the statement), altered (the words that differ are marked; also where a sign, a bracket or what is left out
turns the sense), other speaker (also where one of those named did not say it), not found, or not checked (too short to
tell, or nobody's words). "?" stands behind a speaker whom the manuscript doesn't name clearly: the words alone are held
against the store. A manuscript that the store holds as a document is not held against itself. Exit code 1 when anything
is altered, said by another speaker, or not found.
"""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace

from quotecli.app.check import CheckedDraft, check_drafts
from quotecli.app.context import Context
from quotecli.app.sources import ReadOptions
from quotecli.cli.options import Format, read_context, read_format
from quotecli.cli.parameters import takes
from quotecli.cli.run import ExitStatus
from quotecli.cli.sources import Sources
from quotecli.show.checks import CHECK_FIELDS, check_record, check_row, draft_name, write_checks
from quotecli.show.machine import write_csv, write_json, write_jsonl
from quotecli.show.messages import say_failure, say_note
from quotecli.show.terminal import detect


@takes(output=read_format, context=read_context)
def command(sources: Sources, *, output: Format, context: Context) -> int:
    passed = True
    kept = []
    with closing(check_drafts(context, sources, replace(ReadOptions(), outlets_file=context.config.outlets))) as drafts:
        for draft in drafts:
            if not isinstance(draft, CheckedDraft):
                passed = passed and not draft.lost
                say_failure(draft.display, draft.error)
                continue
            if draft.stored and draft.lines:
                say_note(f"{draft.article.source}: the store holds this manuscript; it is not held against itself")
            if not draft.lines and not (output is Format.HUMAN and detect().screen):
                say_note(f"{draft_name(draft)}: no quotation in it")
            passed = passed and not any(line.checked.status.fails for line in draft.lines)
            if output is Format.JSONL:
                write_jsonl((check_record(draft, line) for line in draft.lines), sys.stdout)
            elif output is Format.HUMAN:
                write_checks(draft, detect(), sys.stdout)
            else:
                kept += [(draft, line) for line in draft.lines]
    if output is Format.JSON:
        write_json([check_record(*pair) for pair in kept], sys.stdout)
    elif output is Format.CSV:
        write_csv((check_row(*pair) for pair in kept), CHECK_FIELDS, sys.stdout)
    return ExitStatus.OK if passed else ExitStatus.NOTHING
