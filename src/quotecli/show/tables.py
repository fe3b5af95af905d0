"""Tables of speakers, outlets, documents and numbers: columns on a screen, tab-separated lines in a pipe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from quotecli.show.clean import clean_line
from quotecli.show.terminal import Terminal, detect


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        key: the record's field.
        title: its heading on a screen.
        number: right-aligned, with thousands separated on a screen.
    """

    key: str
    title: str
    number: bool = False


def write_table_plain(columns: Sequence[Column], records: Sequence[Mapping[str, Any]], out: TextIO) -> None:
    """Write one line a record, cells separated by tabs, no heading, nothing cut."""
    out.writelines("\t".join(_plain(record.get(column.key)) for column in columns) + "\n" for record in records)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        value = "; ".join(str(part) for part in value)
    return clean_line(str(value))


def write_table_screen(
    columns: Sequence[Column], records: Sequence[Mapping[str, Any]], terminal: Terminal, out: TextIO
) -> None:
    """Lay records out in columns that fit the terminal; long cells wrap."""
    from rich.table import Table
    from rich.text import Text

    from quotecli.show.listing import make_console

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(Text(column.title), justify="right" if column.number else "left", overflow="fold")
    for record in records:
        table.add_row(*(Text(_screen(column, record.get(column.key))) for column in columns))
    console = make_console(terminal, out)
    with console.capture() as capture:
        console.print(table)
    out.writelines(line.rstrip() + "\n" for line in capture.get().splitlines())


def _screen(column: Column, value: Any) -> str:
    if column.number and isinstance(value, int):
        return f"{value:,}"
    return _plain(value)


def write_facts(facts: Sequence[tuple[str, Any]], out: TextIO) -> None:
    """Write name and value pairs, one a line, the values aligned."""
    width = max((len(name) for name, _ in facts), default=0)
    out.writelines(f"{name:<{width}}  {_plain(value)}".rstrip() + "\n" for name, value in facts)


def write_records(
    records: Sequence[Mapping[str, Any]],
    columns: Sequence[Column],
    form: str,
    out: TextIO,
    terminal: Terminal | None = None,
) -> None:
    """Write records as `human` (a table, or plain lines in a pipe), `json`, `jsonl` or `csv`."""
    if form == "human":
        terminal = terminal or detect()
        if terminal.screen:
            write_table_screen(columns, records, terminal, out)
        else:
            write_table_plain(columns, records, out)
        return
    from quotecli.show.machine import write_csv, write_json, write_jsonl

    if form == "json":
        write_json(records, out)
    elif form == "jsonl":
        write_jsonl(records, out)
    else:
        write_csv(records, list(records[0]) if records else [column.key for column in columns], out)
