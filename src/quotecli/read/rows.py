"""Lines of a table → rows of cells: quoted as RFC 4180 says, or as programs write that know nothing of it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

__all__ = ["rows_of"]

_LOOSE = re.compile(r'"(?:[^"]|"")*"(?:[^"\s]|[^\S\n]+\S)')
"""A cell whose quotation marks end before it does: what the text says, or marks that a backslash escapes."""


class _Fed:
    """Lines for the csv module, of which one may be put back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.back = ""

    def __iter__(self) -> _Fed:
        return self

    def __next__(self) -> str:
        line, self.back = self.back, ""
        return line or next(self._lines)


def rows_of(lines: Iterator[str], delimiter: str) -> Iterator[list[str]]:
    r"""Yield the rows, the header's first.

    A line with as many cells as the header has, of which one begins with quotation marks that end amid it, is no row
    of RFC 4180: its marks are words (`"No," he said`), or a backslash goes before those that are (`"A \"no\" it is"`).

    Raises:
        csv.Error: what the csv module finds wrong.
    """
    fed = _Fed(lines)
    plain = csv.reader(fed, delimiter=delimiter)
    escaped = csv.reader(fed, delimiter=delimiter, escapechar="\\")
    width, unquoted = 0, False
    for line in lines:
        loose = _is_loose(line, delimiter, width)
        # once a table's marks are words, so are those of the lines below, which may stand at both ends of a cell
        unquoted = unquoted or (loose and '\\"' not in line)
        cells = line.rstrip("\r\n").split(delimiter)
        if unquoted and len(cells) == width:
            yield cells
            continue
        fed.back = line
        row = next(escaped if loose else plain, None)
        if row:
            yield row
            width = width or len(row)


def _is_loose(line: str, delimiter: str, width: int) -> bool:
    if '"' not in line:
        return False
    cells = line.rstrip("\r\n").split(delimiter)
    whole = len(cells) == width or (width > 0 and '\\"' in line)
    return whole and any(cell.startswith('"') and _LOOSE.match(cell) for cell in cells)
