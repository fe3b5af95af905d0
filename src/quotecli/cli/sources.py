"""The options of the commands that read documents."""

from __future__ import annotations

from typing import Annotated

from quotecli.app.sources import ReadOptions
from quotecli.cli.parameters import Argument, Option
from quotecli.core.dates import PartialDate
from quotecli.core.errors import UsageError

Sources = Annotated[
    list[str],
    Argument(
        metavar="SOURCE…", help="Files, folders (recursively), `-` for standard input, http(s) URLs.", filled=True
    ),
]
Jobs = Annotated[
    int | None,
    Option(
        "--jobs", "-j", metavar="N", min=1, help="Worker processes, at most 32 or a core each (all cores unless said)."
    ),
]


def read_options(
    outlet: Annotated[
        str | None, Option("--outlet", metavar="NAME", help="Who printed it, where a document doesn't say.")
    ] = None,
    date: Annotated[
        str | None, Option("--date", metavar="DATE", help="When it was published, where a document doesn't say.")
    ] = None,
    author: Annotated[
        list[str] | None,
        Option("--author", metavar="NAME", help="Who wrote it, where a document doesn't say; may be given again."),
    ] = None,
    title: Annotated[
        str | None, Option("--title", metavar="TEXT", help="Its title, where a document doesn't say.")
    ] = None,
    url: Annotated[
        str | None, Option("--url", metavar="URL", help="Its address, where a document doesn't say.")
    ] = None,
    force_meta: Annotated[bool, Option("--force-meta", help="The five above override what a document says.")] = False,
    include: Annotated[
        list[str] | None, Option("--include", metavar="GLOB", help="In folders, only files that match.")
    ] = None,
    exclude: Annotated[
        list[str] | None, Option("--exclude", metavar="GLOB", help="In folders, leave out what matches.")
    ] = None,
    field_map: Annotated[
        str | None,
        Option("--map", metavar="text=body,…", help="Which field of JSON or CSV records is which of ours."),
    ] = None,
) -> ReadOptions:
    """Return how to read; a date or a field map that is none is a usage error."""
    published = PartialDate.parse(date) if date else None
    if date and not published:
        raise UsageError(f"--date takes a date such as 2020, 2020-10 or 2020-10-02, not {date!r}")
    return ReadOptions(
        outlet=outlet,
        date=str(published) if published else None,
        author=tuple(author or ()),
        title=title,
        url=url,
        force_meta=force_meta,
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        field_map=read_field_map(field_map),
    )


def read_field_map(text: str | None) -> dict[str, str]:
    """Return `text=body,date=published_at` as our field → theirs."""
    fields: dict[str, str] = {}
    for pair in (text or "").split(","):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not pair.strip():
            continue
        if not (ours and equals and theirs):
            raise UsageError(f"--map takes pairs such as text=body,date=published_at, not {pair.strip()!r}")
        fields[ours] = theirs
    return fields
