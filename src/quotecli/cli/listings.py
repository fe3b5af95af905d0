"""What the commands that list quotes share: asking, showing, and the exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quotecli.app.listing import Listed, ListingRequest
from quotecli.cli.options import Format, Page
from quotecli.cli.run import ExitStatus
from quotecli.core.types import Filters
from quotecli.show.messages import say_error, say_note
from quotecli.show.quotes import write_listing
from quotecli.show.terminal import detect
from quotecli.show.wording import left_out, nothing_found

if TYPE_CHECKING:
    from quotecli.app.context import Context
    from quotecli.app.nothing import Missing


def request_of(query: str, filters: Filters, page: Page, *, group: bool, output: Format) -> ListingRequest:
    """Return the request of a listing; statements are grouped on a screen only: a program gets a line a quote."""
    return ListingRequest(
        query=query,
        filters=filters,
        limit=page.limit,
        offset=page.offset,
        sort=page.sort,
        reverse=page.reverse,
        group=group and output is Format.HUMAN and detect().screen,
    )


def show(listed: Listed, output: Format, page: Page, nothing: str) -> int:
    """Write a listing; when it is empty say so and what is near, on standard error. Returns the exit code.

    A screen tells itself what the limit leaves out; in a pipe or a file it would look like all there is.
    """
    if listed.note:
        say_note(listed.note)
    write_listing(listed, output, sys.stdout)
    if page.usual and listed.more and not (output is Format.HUMAN and detect().screen):
        say_note(left_out(listed.more))
    if listed.hits:
        return ExitStatus.OK
    from quotecli.app.nothing import Missing  # most listings find something

    say_missing(Missing(listed.unknown, listed.suggestions, listed.why), nothing)
    return ExitStatus.NOTHING


def say_taken(context: Context, filters: Filters, query: str = "") -> None:
    """Say on standard error for whom names in the filters were taken that nobody has."""
    from quotecli.app.naming.taken import names_taken

    if told := names_taken(context, filters, query):
        say_note(told)


def say_missing(why: Missing, nothing: str = "nothing found") -> None:
    """Say on standard error that nothing was found: what the filters name and the store has not, what is near."""
    said, hint = nothing_found(why.unknown, why.suggestions, nothing, why.why)
    say_error(said, hint=hint)
