"""Quotes as a Parquet table, written in groups of rows as they come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from quotecli.core.errors import MissingExtra
from quotecli.show.records import QUOTE_FIELDS

__all__ = ["check_parquet", "write_parquet"]

_MOST_ROWS = 20_000
_MOST_CHARACTERS = 1 << 24
"""Of the texts and contexts of one group of rows, which stands in memory."""
_OTHER_THAN_TEXT = {
    "speakers": "list",
    "author": "list",
    "confidence": "float64",
    "paragraph": "int32",
    "start": "int64",
    "end": "int64",
}


def check_parquet() -> None:
    """Raise MissingExtra where Parquet can't be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise MissingExtra("Parquet files", "parquet") from None


def write_parquet(records: Iterable[Mapping[str, Any]], out: BinaryIO) -> None:
    """Write a row a record, with the columns of `QUOTE_FIELDS`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"list": pa.list_(pa.string()), "float64": pa.float64(), "int32": pa.int32(), "int64": pa.int64()}
    schema = pa.schema([(name, kinds.get(_OTHER_THAN_TEXT.get(name, ""), pa.string())) for name in QUOTE_FIELDS])
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        characters = 0
        for record in records:
            rows.append({name: _sound(record[name]) for name in QUOTE_FIELDS})
            characters += len(record["text"]) + len(record["context"])
            if len(rows) >= _MOST_ROWS or characters >= _MOST_CHARACTERS:
                writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                rows, characters = [], 0
        if rows:
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _sound(value: Any) -> Any:
    """Return a value that UTF-8 can hold: lone surrogates become question marks, as in CSV."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    return [_sound(part) for part in value] if isinstance(value, list) else value
