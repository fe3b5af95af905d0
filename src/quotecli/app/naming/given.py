"""From text on standard input to what it names: ids, paths, or a listing in any of the forms that ours have."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from quotecli.app.naming.records import quotes_within
from quotecli.core.errors import UsageError
from quotecli.core.ids import id_range, is_whole_id

__all__ = ["documents_in", "is_json", "names_alone", "names_in", "records_in", "text_in"]


def text_in(data: bytes) -> str:
    """Return the text of bytes in any encoding, as that of a document: some shells pipe UTF-16."""
    from quotecli.read.encoding import decode

    return decode(data)


def names_in(text: str) -> list[str]:
    """Return the ids in a text, of JSON those that its records are or have; lines and beginnings stay as they are.

    Raises:
        UsageError: it is JSON that can't be read, or whose records have no id.
    """
    if not is_json(text):
        return _ids(text)
    records = enumerate(records_in(text), 1)
    return [_name(quote, number) for number, record in records for quote in quotes_within(record)]


def documents_in(text: str) -> list[str]:
    """Return what in a text names documents: ids of their quotes, or else paths and URLs, each a line or a record's.

    Raises:
        UsageError: it is JSON that can't be read, or whose records have neither an id nor a document.
    """
    if not is_json(text):
        return _in_table(text, ("id", "quote", "document"), _listed_documents)
    records = enumerate(records_in(text), 1)
    return [_name(quote, number, ("id", "document")) for number, record in records for quote in quotes_within(record)]


def names_alone(records: Iterable[Any]) -> bool:
    """Tell whether records only name quotes by their ids and say nothing more of them."""
    return all(isinstance(one, str) or (isinstance(one, dict) and "text" not in one and "id" in one) for one in records)


def _name(record: Any, number: int, fields: Sequence[str] = ("id",)) -> str:
    """Return the name that a record is or has, in the first of these fields that it has."""
    named = [record[field] for field in fields if field in record] if isinstance(record, dict) else [record]
    name = named[0] if named else None
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"record {number} on standard input names no quote: it has no id")
    return name


def is_json(text: str) -> bool:
    """Tell whether a text is JSON or JSON Lines, rather than ids."""
    return text.lstrip().startswith(("[", "{"))


def records_in(text: str) -> list[Any]:
    """Return the records of JSON or of JSON Lines.

    Raises:
        UsageError: it is neither.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise UsageError("standard input is neither JSON nor ids") from None
    return value if isinstance(value, list) else [value]


def _ids(text: str) -> list[str]:
    """Return the ids in text: a column of CSV, the first in each line of a plain listing, or all words."""
    return _in_table(text, ("id", "quote"), lambda line: _listed_id(line) if "\t" in line else _words(line))


def _in_table(text: str, names: Sequence[str], in_line: Callable[[str], list[str]]) -> list[str]:
    """Return what stands in the first of these columns that a CSV table has, else what stands in each line."""
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    lines = text.splitlines()
    columns = next(csv.reader(lines[:1]), [])
    if column := next((name for name in names if name in columns), None):
        return [row[column] for row in csv.DictReader(io.StringIO(text)) if row[column]]
    return [name for line in lines for name in in_line(line)]


def _listed_documents(line: str) -> list[str]:
    """Return the names in a line: of a plain listing its id, else several ids, or a path, which may have spaces."""
    if "\t" in line:
        return _listed_id(line)
    words = _words(line)
    return words if all(map(id_range, words)) else [line.strip()]


def _words(line: str) -> list[str]:
    """Return the words of a line without what parts or encloses them, as in a list or in JSON's texts."""
    return [word for part in line.split() if (word := part.strip("\"',;"))]


def _listed_id(line: str) -> list[str]:
    """Return the id in a line of a plain listing; other numbers in it are no lines of the last one."""
    return [field for field in line.split("\t") if is_whole_id(field)][:1]
