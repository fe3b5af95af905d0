"""Listings of quotes in the form that was asked for."""

from __future__ import annotations

from typing import TextIO

from quotecli.app.listing import Listed
from quotecli.show.clean import clean_line
from quotecli.show.terminal import Format, Terminal, detect
from quotecli.show.wording import left_out


def write_listing(listed: Listed, form: Format, out: TextIO) -> None:
    """Write a listing in the form that is asked for."""
    if form is Format.HUMAN:
        _write_human(listed, detect(), out)
        return
    from quotecli.show.machine import write_data
    from quotecli.show.records import HIT_FIELDS, hit_record

    write_data([hit_record(hit) for hit in listed.hits], form, HIT_FIELDS, out)


def _write_human(listed: Listed, terminal: Terminal, out: TextIO) -> None:
    from quotecli.show.listing import make_console, print_hits, write_plain

    if not terminal.screen:
        write_plain(listed.hits, out)
        return
    console = make_console(terminal, out)
    number = listed.first
    for index, section in enumerate(listed.sections):
        if index:
            console.print()
        if section.heading and len(listed.sections) > 1:
            console.print(clean_line(section.heading), style="bold underline")
        print_hits(console, section.hits, first=number)
        number += len(section.hits)
        if section.more:
            console.print()
            console.print(left_out(section.more), style="dim")
