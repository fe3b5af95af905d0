"""Files that `quotes export` wrote, packed or not, line by line: each is a document, or named with what is wrong."""

from __future__ import annotations

import io
import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from quotecli.core.errors import ReadError, TooLarge
from quotecli.core.kept import Kept
from quotecli.read.archives.packed import unpacked
from quotecli.read.bounds import Bounds, Budget, size_in_words
from quotecli.read.item import HEAD, Counted, Item, item, lines
from quotecli.read.kept_line import read_kept_line
from quotecli.read.options import ReadFailure, SourceRef
from quotecli.read.reader import open_regular
from quotecli.read.sniff import PACKED_HEADS
from quotecli.read.sources import plain_reason

__all__ = ["KeptAt", "read_kept"]

_LINE = 4
"""A line may be so many times as long as a document: quotes stand on it with their contexts, and as JSON."""
_NAMED = 1000
"""Bad lines of one file that are named; the others are counted."""
_NO_TEXTS = "holds no texts of documents, so it can't be imported; JSON Lines of `quotes export` can"
_TABLES = (".csv", ".tsv", ".csv.gz", ".tsv.gz")


class KeptAt(NamedTuple):
    """A document, and where it was read.

    Attributes:
        place: file and line, in words.
        kept: the document.
    """

    place: str
    kept: Kept


def read_kept(ref: SourceRef, bounds: Bounds) -> Iterator[KeptAt | ReadFailure]:
    """Read the lines of one file, or of standard input; never raises for bad input.

    Args:
        ref: as `iter_sources` gives it.
        bounds: limits on size.
    """
    if ref.is_url:
        yield ReadFailure(ref.display, "an address; download it first")
        return
    try:
        stream = sys.stdin.buffer if ref.location == "-" else open_regular(ref.location)
    except OSError as error:
        yield ReadFailure(ref.display, plain_reason(error))
        return
    except ReadError as error:
        yield ReadFailure(ref.display, str(error))
        return
    shown = "standard input" if ref.location == "-" else ref.display
    try:
        yield from _read_lines(_opened(ref, stream, bounds), shown)
    except (OSError, ReadError) as error:
        yield ReadFailure(shown, plain_reason(error) if isinstance(error, OSError) else str(error))
    finally:
        if ref.location != "-":
            stream.close()


def _opened(ref: SourceRef, stream: IO[bytes], bounds: Bounds) -> Item:
    """Return what is to be read line by line, unpacked.

    Raises:
        ReadError: it can't be what `quotes export` wrote as JSON Lines.
    """
    name = "" if ref.location == "-" else Path(ref.display).name
    size = os.fstat(stream.fileno()).st_size if name else bounds.unpacked
    opened = item(stream, name=name, source=ref.display, key=name, budget=Budget(bounds, size))
    if opened.head.startswith(PACKED_HEADS):
        opened = opened.unpacked(io.BufferedReader(Counted(unpacked(opened), opened.budget), HEAD), name)
    if reason := _no_lines(opened.head, name.lower()):
        raise ReadError(reason)
    return opened


def _no_lines(head: bytes, name: str) -> str | None:
    """Return what a file is that its beginning tells to be none of ours."""
    start = head.removeprefix(BOM_UTF8).lstrip()
    if start.startswith(b"PAR1"):
        return f"a Parquet table, which {_NO_TEXTS}"
    if start.startswith(b"id,text,speaker,") or (name.endswith(_TABLES) and not start.startswith(b"{")):
        return f"a CSV table, which {_NO_TEXTS}; `quotes add` reads CSV of documents"
    if start.startswith(b"SQLite format 3\x00"):
        return "an SQLite file; `--db` takes a store, and `quotes export` writes what can be imported"
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16, not UTF-8"
    if start.startswith(b"[") or start.partition(b"\n")[0].rstrip() == b"{":
        return "one JSON value over several lines, not JSON Lines of `quotes export`"
    if start and b"{" not in start:
        return "not JSON Lines of `quotes export`"
    return None


def _read_lines(opened: Item, shown: str) -> Iterator[KeptAt | ReadFailure]:
    """Read the lines; what is wrong with all of them alike is told once, and of a great many that are bad the first."""
    failures = 0
    held: list[ReadFailure] = []
    alike = True
    for result in _read_each(opened, shown):
        if isinstance(result, ReadFailure):
            failures += 1
            held += [result] if failures <= _NAMED else []
            alike = alike and result.error == held[0].error
        else:
            alike = False
        if not alike:
            yield from held
            held.clear()
        if isinstance(result, KeptAt):
            yield result
    if alike and failures > 1:
        yield ReadFailure(shown, f"none of its {failures:,} lines can be read: {held[0].error}")
        return
    yield from held
    if failures > _NAMED:
        yield ReadFailure(shown, f"{failures - _NAMED:,} more of its lines can't be read")


def _read_each(opened: Item, shown: str) -> Iterator[KeptAt | ReadFailure]:
    limit = _LINE * opened.budget.bounds.document
    for number, line in enumerate(lines(opened.stream, limit), 1):
        place = f"{shown}, line {number}"
        plain = line.removeprefix(BOM_UTF8) if line and number == 1 else line
        if plain is not None and not plain.strip():
            continue
        opened.budget.restart()
        opened.budget.record()
        try:
            yield KeptAt(place, _read_line(plain, limit, opened.budget.bounds))
        except ReadError as error:
            yield ReadFailure(place, str(error))


def _read_line(line: bytes | None, limit: int, bounds: Bounds) -> Kept:
    if line is None:
        raise TooLarge(f"longer than {size_in_words(limit)}")
    return read_kept_line(line, bounds)
