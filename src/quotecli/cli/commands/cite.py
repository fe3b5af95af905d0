"""Citations of quotes in any style, and exports for reference managers and wikis.

Cites the quotes that you name by id or by lines of the last listing (2, 4-6); with `-`, those on standard input
(ids, a listing in any form, what `check` or `extract` prints); with filters, --match, --limit or --sort, what these
choose from the store, in that order.
Without any of these it cites the last listing, or every source in the store if nothing has been listed yet. Forms that
need words (--as quote, csv, wikiquote, webannotation) then take every quote instead of every source.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from quotecli.app.cite import Choice, CiteRequest, cite, cite_items, form_asked
from quotecli.app.context import Context
from quotecli.app.listing import ListingRequest
from quotecli.app.nothing import Missing, missing
from quotecli.cli.given import read_input
from quotecli.cli.listings import say_missing, say_taken
from quotecli.cli.options import Page, read_context, read_filters, read_whole
from quotecli.cli.parameters import Argument, Option, takes
from quotecli.cli.run import ExitStatus
from quotecli.core.errors import UsageError
from quotecli.core.types import Filters
from quotecli.show.citations import MARKUPS, copy, format_for, markup_for, write_citations, write_file
from quotecli.show.messages import say_note
from quotecli.show.terminal import detect


@takes(filters=read_filters, page=read_whole, context=read_context)
def command(
    ids: Annotated[
        list[str] | None,
        Argument(metavar="[ID…|-]", help="Ids, lines of the last listing (2, 4-6), or `-`.", filled=True),
    ] = None,
    *,
    format_: Annotated[
        str | None,
        Option(
            "--format",
            "-f",
            metavar="STYLE",
            help="A CSL style (apa, mla, chicago-notes, a .csl file …) or an export (bibtex, ris, wikipedia …);"
            " else by the --output file's name (.bib, .ris …), by the config file, or apa.",
        ),
    ] = None,
    as_: Annotated[str, Option("--as", metavar="FORM", help="reference, in-text, note or quote.")] = "reference",
    match: Annotated[str | None, Option("--match", metavar="QUERY", help="Cite what this query finds.")] = None,
    items: Annotated[
        Path | None, Option("--items", metavar="FILE", help="Cite the items of a CSL-JSON file instead, or of `-`.")
    ] = None,
    locale: Annotated[
        str | None, Option("--locale", metavar="TAG", help="Language of the citations: en-GB, de-DE …")
    ] = None,
    markup: Annotated[str | None, Option("--markup", metavar="KIND", help="text, html, markdown or rtf.")] = None,
    output: Annotated[Path | None, Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    force: Annotated[bool, Option("--force", help="Overwrite the file.")] = False,
    to_clipboard: Annotated[bool, Option("--copy", help="Copy to the clipboard as well.")] = False,
    filters: Filters,
    page: Page,
    context: Context,
) -> int:
    if markup is not None and markup not in MARKUPS:
        raise UsageError(f"--markup takes {', '.join(MARKUPS)}; not {markup!r}")
    form = form_asked("--as", as_)
    output = None if str(output) == "-" else output
    terminal = detect()
    names = tuple(name for name in ids or () if name != "-")
    request = CiteRequest(
        names=names,
        given=read_input() if "-" in (*(ids or ()), str(items)) else None,
        chosen=Choice(match, filters, *page[:4]),
        format=format_ or (None if items else format_for(output)),
        as_=form,
        locale=locale,
        output=markup or markup_for(output, terminal),
    )
    if sum((bool(ids), items is not None, request.chosen != Choice())) > 1:
        raise UsageError("filters choose among the quotes of the store; give them, or ids, or --items")
    citations = cite(context, request) if items is None else cite_items(context, items, request)
    if citations.note:
        say_note(citations.note)
    if citations.whole:
        _say_left_out(request, markup, request.format or context.config.style)
    say_taken(context, filters, match or "")
    if not citations.entries:
        _say_missing(context, request.chosen)
        return ExitStatus.NOTHING
    if output:
        write_file(citations, request.output, output, force=force)
    else:
        write_citations(citations, request.output, terminal, sys.stdout)
    if to_clipboard:
        copy(citations)
    return ExitStatus.OK


def _say_left_out(request: CiteRequest, markup: str | None, export: str | None) -> None:
    """Say which of the options mean nothing to an export format."""
    of_styles = {
        "--as": request.as_ != "reference",
        "--locale": request.locale is not None,
        "--markup": markup is not None,
    }
    if given := " and ".join(name for name, asked in of_styles.items() if asked):
        say_note(f"left out {given}: for CSL styles, and {export} is an export format")


def _say_missing(context: Context, chosen: Choice) -> None:
    """Say that there is nothing to cite, and why, where it was chosen from the store."""
    asked = ListingRequest(chosen.match or "", chosen.filters, limit=1, offset=chosen.offset)
    say_missing(missing(context, asked) if chosen != Choice() else Missing(), "nothing to cite")
