"""JSON, JSON Lines and CSV on standard output."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from quotecli.core.spreadsheets import no_formula
from quotecli.show.clean import clean_cell
from quotecli.show.terminal import Format

_UNSEEN = "[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
"""What JSON's own rules let through and a terminal would take for commands: control and bidirectional characters."""


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _dumps(value: Any, encoding: str, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not text.isascii() or "\x7f" in text:  # they stand in texts alone, where an escape says the same
        text = re.sub(_UNSEEN, _escaped, text)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:  # an ASCII locale, or a lone surrogate: \u escapes say the same
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return text


def _encoding(out: TextIO) -> str:
    return out.encoding or "utf-8"


def write_json(value: Any, out: TextIO) -> None:
    """Write one JSON value, indented by two spaces."""
    out.write(_dumps(value, _encoding(out), indent=2) + "\n")


def write_object(value: Mapping[str, Any], form: Format, out: TextIO) -> None:
    """Write one object as JSON, or on one line as JSON Lines."""
    if form is Format.JSONL:
        write_jsonl([value], out)
    else:
        write_json(value, out)


def write_jsonl(records: Iterable[Mapping[str, Any]], out: TextIO) -> None:
    """Write one JSON object a line."""
    out.writelines(_dumps(record, _encoding(out)) + "\n" for record in records)


def csv_cell(value: Any) -> str:
    """Return a value as CSV text that no spreadsheet takes for a formula.

    Lists of texts are joined by "; ", other lists and objects are JSON, None is empty.
    """
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        value = "; ".join(value)
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    return no_formula(str(value))


def write_data(records: Sequence[Mapping[str, Any]], form: Format, columns: Sequence[str], out: TextIO) -> None:
    """Write records as JSON (one list), JSON Lines or CSV (with these columns)."""
    if form is Format.JSON:
        write_json(records, out)
    elif form is Format.JSONL:
        write_jsonl(records, out)
    else:
        write_csv(records, columns, out)


def write_csv(records: Iterable[Mapping[str, Any]], columns: Iterable[str], out: TextIO, *, file: bool = False) -> None:
    """Write a header line and a line a record (RFC 4180, lines end in CR LF).

    Nothing is written where there are no records, as with JSON Lines; a `file` of its own has its header.
    """
    import csv

    names = list(columns)
    writer = csv.writer(out)
    if file:
        writer.writerow(names)
    for place, record in enumerate(records):
        if not place and not file:
            writer.writerow(names)
        cells = (csv_cell(record.get(name)) for name in names)
        writer.writerow([clean_cell(cell) for cell in cells])
