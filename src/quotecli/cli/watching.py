"""`add --watch`: goes on after the first pass, and adds what appears or changes."""

from __future__ import annotations

import sys

from quotecli.app.add import AddRequest, watch
from quotecli.app.context import Context
from quotecli.show.messages import say_failure, say_note
from quotecli.show.reports import add_summary


def go_on(context: Context, request: AddRequest) -> int:
    """Add what appears or changes until interrupted; one summary line a round, failures named."""
    say_note("watching; Ctrl-C ends it")
    for report in watch(context, request):
        for failure in report.failures:
            say_failure(failure.display, failure.error)
        sys.stdout.write(add_summary(report) + "\n")
        sys.stdout.flush()
    return 0
