"""From text on standard input to the quotes it names: ids, or a listing in any of the forms that ours have."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from quotecli.app.records import quotes_from_records
from quotecli.core.errors import UsageError
from quotecli.core.ids import is_whole_id

__all__ = ["is_json", "names_in", "records_in", "text_in"]


def text_in(data: bytes) -> str:
    """Return the text of bytes in any encoding, as that of a document: some shells pipe UTF-16."""
    from quotecli.read.encoding import decode

    return decode(data)


def names_in(text: str) -> list[str]:
    """Return the ids in a text, of JSON those of its records; numbers of lines and beginnings of ids stay as they are.

    Raises:
        UsageError: it is JSON that can't be read, or whose records are no quotes of a store.
    """
    if not is_json(text):
        return _ids(text)
    names = [quote.id for quote in quotes_from_records(records_in(text))]
    if "" in names:
        raise UsageError("a record on standard input has no id: the quotes of a store have one")
    return names


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
    lines = text.splitlines()
    columns = set(lines[0].split(",")) if lines else set()
    if column := next((name for name in ("id", "quote") if name in columns), None):
        csv.field_size_limit(max(len(text), csv.field_size_limit()))
        return [row[column] for row in csv.DictReader(io.StringIO(text)) if row[column]]
    return [word for line in lines for word in (_listed_id(line) if "\t" in line else line.split())]


def _listed_id(line: str) -> list[str]:
    """Return the id in a line of a plain listing; other numbers in it are no lines of the last one."""
    return [field for field in line.split("\t") if is_whole_id(field)][:1]
