"""Every option that several commands share, defined once, in the groups that commands take (see `parameters`)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, NamedTuple

from quotecli.app.config import Settings, find_settings
from quotecli.app.context import Context
from quotecli.app.listing import ALL, USUAL
from quotecli.cli.parameters import Argument, Option
from quotecli.core.dates import date_asked
from quotecli.core.errors import UsageError
from quotecli.core.types import Filters, Kind, Sort, confidence_asked, kinds_asked
from quotecli.show.terminal import Format

__all__ = [
    "AsArray",
    "AsObject",
    "Format",
    "Order",
    "Page",
    "Part",
    "Query",
    "Ungroup",
    "read_confidence",
    "read_context",
    "read_db",
    "read_filters",
    "read_format",
    "read_kinds",
    "read_object_format",
    "read_order",
    "read_page",
    "read_part",
    "read_whole",
    "set_root",
]

Db = Annotated[
    Path | None,
    Option("--db", metavar="PATH", help="The store's file (else $QUOTES_DB, the config file, your data folder)."),
]
Debug = Annotated[bool, Option("--debug", help="Show where an unforeseen error happened.")]
Query = Annotated[list[str] | None, Argument(metavar="[QUERY]", help="The words, as far as you remember them.")]
Ungroup = Annotated[bool, Option("--ungroup", help="Show every quote, also those of the same statement.")]
AsArray = Annotated[bool, Option("--json", help="Print one JSON array.")]
AsObject = Annotated[bool, Option("--json", help="Print one JSON object.")]


def read_db(db: Db = None, debug: Debug = False) -> Path | None:
    """Return the store's file as named on the command line, for a command that looks no further."""
    del debug  # read by cli.run before anything else
    return _ROOT.db if db is None else db


def read_context(db: Db = None, debug: Debug = False) -> Context:
    """Return the world of the use-cases from the options that every command has."""
    settings: Settings = find_settings(read_db(db, debug))
    return Context(settings.place, settings.config, debug=debug or _ROOT.debug, migrating=_told_of_migration)


def _told_of_migration() -> AbstractContextManager[object]:
    from quotecli.show.progress import patience  # an older store is met once

    return patience("the store is of an older version and is being brought up to date; a copy is kept beside it …")


class _Root(NamedTuple):
    """What was given before the command's name."""

    db: Path | None = None
    debug: bool = False


_ROOT = _Root()


def set_root(db: Path | None = None, debug: bool = False) -> None:
    """Remember the options given before the command's name."""
    global _ROOT  # noqa: PLW0603 (a process has one command line)
    _ROOT = _Root(db, debug)


def read_format(
    as_json: AsArray = False,
    as_jsonl: Annotated[bool, Option("--jsonl", help="Print one JSON object a line.")] = False,
    as_csv: Annotated[bool, Option("--csv", help="Print CSV.")] = False,
) -> Format:
    """Return the one format that was asked for."""
    return _one({Format.JSON: as_json, Format.JSONL: as_jsonl, Format.CSV: as_csv})


def read_object_format(
    as_json: AsObject = False,
    as_jsonl: Annotated[bool, Option("--jsonl", help="Print it on one line.")] = False,
) -> Format:
    """Return the one format that was asked for, of what is no list."""
    return _one({Format.JSON: as_json, Format.JSONL: as_jsonl})


def _one(formats: Mapping[Format, bool]) -> Format:
    asked = [name for name, wanted in formats.items() if wanted]
    if len(asked) > 1:
        raise UsageError(f"give one of {', '.join(f'--{name}' for name in asked)}")
    return asked[0] if asked else Format.HUMAN


def read_filters(
    by: Annotated[
        list[str] | None,
        Option(
            "--by", metavar="NAME", help="Only what this speaker said; the name may be partial, a nickname or misspelt."
        ),
    ] = None,
    outlet: Annotated[
        list[str] | None,
        Option("--outlet", metavar="NAME", help="Only what this outlet printed; short names and misspellings will do."),
    ] = None,
    since: Annotated[
        list[str] | None, Option("--since", metavar="DATE", help="From this date on: 2020, 2020-10 or 2020-10-02.")
    ] = None,
    until: Annotated[list[str] | None, Option("--until", metavar="DATE", help="Up to and with this date.")] = None,
    on: Annotated[list[str] | None, Option("--on", metavar="DATE", help="Within this day, month or year.")] = None,
    kind: Annotated[
        list[str] | None,
        Option("--kind", metavar="KIND", help="direct, partial, post or indirect; given again, any of them."),
    ] = None,
    document: Annotated[
        list[str] | None, Option("--document", metavar="PATH|URL", help="Only from this document.")
    ] = None,
    min_confidence: Annotated[
        list[float] | None, Option("--min-confidence", metavar="0–1", help="Only attributions at least this sure.")
    ] = None,
) -> Filters:
    """Return the filters, all of which must hold; a date or kind that is none is a usage error."""
    filters = Filters(kinds=read_kinds(kind))
    for one in (
        *(Filters(by=name) for name in by or ()),
        *(Filters(outlet=name) for name in outlet or ()),
        *(Filters(since=date_asked("--since", date)) for date in since or ()),
        *(Filters(until=date_asked("--until", date)) for date in until or ()),
        *(Filters(on=date_asked("--on", date)) for date in on or ()),
        *(Filters(document=name) for name in document or ()),
        *(Filters(min_confidence=read_confidence(least)) for least in min_confidence or ()),
    ):
        filters = filters.together(one)
    return filters


def read_confidence(value: float) -> float:
    """Return a confidence from 0 to 1, or say that it is none."""
    return confidence_asked("--min-confidence", value)


def read_kinds(values: list[str] | None) -> tuple[Kind, ...]:
    """Return the kinds named, each alone or separated by commas."""
    return kinds_asked("--kind", values or ())


class Order(NamedTuple):
    """The order of a listing.

    Attributes:
        sort: None for the command's own.
        reverse: turn it round.
    """

    sort: Sort | None = None
    reverse: bool = False


_Sort = Annotated[str | None, Option("--sort", metavar="ORDER", help="relevance, date, speaker or outlet.")]
_Reverse = Annotated[bool, Option("--reverse", help="Turn the order round.")]


def read_order(sort: _Sort = None, reverse: _Reverse = False) -> Order:
    """Return the order that was asked for."""
    if sort is not None and sort not in set(Sort):
        raise UsageError(f"--sort takes {', '.join(Sort)}; not {sort!r}")
    return Order(Sort(sort) if sort else None, reverse)


class Page(NamedTuple):
    """Which part of a listing, in which order.

    Attributes:
        limit: quotes at most; 0 for all.
        offset: quotes to leave out first.
        sort: the order; None for the command's own.
        reverse: turn the order round.
        usual: nobody asked for this limit, so what it leaves out is to be told.
    """

    limit: int = USUAL
    offset: int = 0
    sort: Sort | None = None
    reverse: bool = False
    usual: bool = False


_Usual = Annotated[
    int | None, Option("--limit", "-n", metavar="N", help=f"At most so many, {USUAL} unless said; 0 for all.")
]
_Limit = Annotated[int | None, Option("--limit", "-n", metavar="N", help="At most so many; all unless said.")]
_Offset = Annotated[int, Option("--offset", metavar="N", help="Leave out the first N.")]


def read_page(limit: _Usual = None, offset: _Offset = 0, sort: _Sort = None, reverse: _Reverse = False) -> Page:
    """Return the part of the listing that was asked for, the usual number of quotes unless a limit is given."""
    if limit is not None and limit < 0:
        raise UsageError(f"--limit takes 0 or more, not {limit}")
    if offset < 0:
        raise UsageError(f"--offset takes 0 or more, not {offset}")
    most = USUAL if limit is None else min(limit, ALL)
    return Page(most, min(offset, ALL), *read_order(sort, reverse), usual=limit is None)


class Part(NamedTuple):
    """Which of the records of a table.

    Attributes:
        limit: so many at most; 0 for all.
        offset: so many are left out first.
    """

    limit: int = 0
    offset: int = 0


def read_part(limit: _Limit = None, offset: _Offset = 0) -> Part:
    """Return the part of a table that was asked for; all of it unless a limit is given."""
    return Part(*read_page(limit or 0, offset)[:2])


def read_whole(limit: _Limit = None, offset: _Offset = 0, sort: _Sort = None, reverse: _Reverse = False) -> Page:
    """Return the same for a command that gives all unless a limit is given."""
    return read_page(limit or 0, offset, sort, reverse)
