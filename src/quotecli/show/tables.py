"""Tables of speakers, outlets, documents and numbers: columns on a screen, tab-separated lines in a pipe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from quotecli.show.clean import clean_line
from quotecli.show.terminal import Format, Terminal, detect
from quotecli.show.wording import near_path

if TYPE_CHECKING:
    from rich.console import Console

_FEW_WORDS = 16
"""Columns that a wrapping cell needs to be readable."""
_GAP = "  "
"""Between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        key: the record's field.
        title: its heading on a screen.
        number: right-aligned, with thousands separated on a screen.
        rigid: never wrapped. Numbers and dates are.
        absent: what stands on a screen where a record has nothing.
    """

    key: str
    title: str
    number: bool = False
    rigid: bool = False
    absent: str = ""

    @classmethod
    def of_number(cls, key: str) -> Column:
        """Return a column of numbers, headed by its key."""
        return cls(key, key, number=True, rigid=True)

    @classmethod
    def of_date(cls, key: str, absent: str = "") -> Column:
        """Return a column of dates, headed by its key."""
        return cls(key, key, rigid=True, absent=absent)


class Table(NamedTuple):
    """How records of one kind are shown.

    Attributes:
        columns: on a screen and in a pipe.
        fields: of a record as data, in order: what reads a CSV that has no rows needs them too.
    """

    columns: Sequence[Column]
    fields: Sequence[str]


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
    """Lay records out in columns that fit the terminal, long cells wrapped; on a narrow one, cells below each other."""
    from quotecli.show.listing import make_console

    console = make_console(terminal, out)
    with console.capture() as capture:
        if _fits(columns, records, terminal.width):
            _print_table(console, columns, records)
        else:
            for record in records:
                _print_below(console, columns, record)
    out.writelines(line.rstrip() + "\n" for line in capture.get().splitlines())


def _fits(columns: Sequence[Column], records: Sequence[Mapping[str, Any]], width: int) -> bool:
    """Tell whether each column that is no text has its whole width, and each of the others that of a few words."""
    taken = sum(_width(column, records) if column.rigid else _FEW_WORDS for column in columns)
    return taken + len(_GAP) * (len(columns) - 1) <= width


def _print_table(console: Console, columns: Sequence[Column], records: Sequence[Mapping[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, len(_GAP), 0, 0), header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(
            Text(column.title), justify="right" if column.number else "left", no_wrap=column.rigid, overflow="fold"
        )
    for record in records:
        table.add_row(*(Text(_screen(column, record.get(column.key))) for column in columns))
    console.print(table)


def _print_below(console: Console, columns: Sequence[Column], record: Mapping[str, Any]) -> None:
    """Print a record's texts below each other, then what else it has, each with its heading; nothing is left out."""
    from rich.text import Text

    from quotecli.show.listing import print_block

    cells = [(column, _screen(column, record.get(column.key))) for column in columns]
    texts = [cell for column, cell in cells if cell and not column.rigid]
    others = [f"{column.title} {cell}" for column, cell in cells if cell and column.rigid]
    for place, line in enumerate([*texts, " · ".join(others)]):
        print_block(console, Text(line, style="" if place else "bold"), len(_GAP) if place else 0)


def _width(column: Column, records: Sequence[Mapping[str, Any]]) -> int:
    return max([len(column.title), *(len(_screen(column, record.get(column.key))) for record in records)])


def _screen(column: Column, value: Any) -> str:
    if value is None:
        return column.absent
    if column.number and isinstance(value, int):
        return f"{value:,}"
    if column.key == "document" and isinstance(value, str):
        return clean_line(near_path(value))
    return _plain(value)


def write_facts(facts: Sequence[tuple[str, Any]], out: TextIO) -> None:
    """Write name and value pairs, one a line, the values aligned; what is true or false is `yes` or `no`."""
    facts = [(name, ("no", "yes")[value] if isinstance(value, bool) else value) for name, value in facts]
    width = max((len(name) for name, _ in facts), default=0)
    out.writelines(f"{name:<{width}}  {_plain(value)}".rstrip() + "\n" for name, value in facts)


def write_records(records: Sequence[Mapping[str, Any]], table: Table, form: Format, out: TextIO) -> None:
    """Write records in the form that is asked for, on a screen as a table."""
    if form is Format.HUMAN:
        terminal = detect()
        if terminal.screen:
            write_table_screen(table.columns, records, terminal, out)
        else:
            write_table_plain(table.columns, records, out)
        return
    from quotecli.show.machine import write_data

    write_data(records, form, table.fields, out)
