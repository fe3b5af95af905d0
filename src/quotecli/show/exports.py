"""What leaves a store for other programs: JSON Lines, CSV or Parquet, to a file or standard output."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TextIO

from quotecli.core.errors import UsageError
from quotecli.core.types import Quote
from quotecli.core.whole_file import whole_file
from quotecli.show.kept import kept_record
from quotecli.show.machine import write_csv, write_jsonl
from quotecli.show.parquet import check_parquet, write_parquet
from quotecli.show.records import QUOTE_FIELDS, quote_record
from quotecli.show.wording import count

if TYPE_CHECKING:
    from quotecli.core.kept import Chosen

__all__ = ["FORMATS", "Target", "Written", "target", "write_documents", "write_table"]

FORMATS = ("jsonl", "csv", "parquet")
_ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
}
_PACKED = ".gz"


class Target(NamedTuple):
    """Where an export goes.

    Attributes:
        form: one of `FORMATS`.
        path: the file; None for standard output.
        force: overwrite the file.
    """

    form: str
    path: Path | None
    force: bool = False


class Written(NamedTuple):
    """What was written.

    Attributes:
        quotes: how many quotes.
        documents: how many documents; None for a table, which has none.
    """

    quotes: int
    documents: int | None = None

    def __str__(self) -> str:
        """Return it in words."""
        quotes = count(self.quotes, "quote")
        return quotes if self.documents is None else f"{count(self.documents, 'document')}, {quotes}"


def target(form: str | None, path: Path | None, *, force: bool) -> Target:
    """Return where an export goes, and as what: as is said, else as the file's name ends, else as JSON Lines.

    Raises:
        UsageError: neither says one of `FORMATS`; Parquet would go to a terminal, or be packed.
        MissingExtra: it can't be written here.
    """
    path = None if path == Path("-") else path
    if form is not None and form not in FORMATS:
        raise UsageError(f"--format takes {', '.join(FORMATS)}; not {form!r}")
    if form is None and path is not None:
        name = path.name.lower().removesuffix(_PACKED)
        form = next((form for ending, form in _ENDINGS.items() if name.endswith(ending)), None)
        if form is None:
            raise UsageError(f"the name {path.name} tells no format; --format takes {', '.join(FORMATS)}")
    form = form or FORMATS[0]
    if form == "parquet":
        check_parquet()
        if path is None and sys.stdout.isatty():
            raise UsageError("Parquet is nothing for a terminal; -o FILE writes it to a file")
        if path is not None and path.suffix.lower() == _PACKED:
            raise UsageError("Parquet is packed as it is; leave the .gz out of the file's name")
    return Target(form, path, force)


def write_documents(chosen: Iterable[Chosen], where: Target) -> Written:
    """Write a line a document, as it comes."""
    documents = quotes = 0
    with _text(where) as out:
        for kept, places in chosen:
            write_jsonl([kept_record(kept, places)], out)
            documents += 1
            quotes += len(places)
    return Written(quotes, documents)


def write_table(quotes: Iterable[Quote], where: Target) -> Written:
    """Write a row a quote, as it comes."""
    written = 0

    def records() -> Iterator[dict[str, Any]]:
        nonlocal written
        for quote in quotes:
            yield quote_record(quote)
            written += 1

    if where.form == "parquet":
        with _binary(where) as stream:
            write_parquet(records(), stream)
    else:
        with _text(where) as out:
            write_csv(records(), QUOTE_FIELDS, out, file=True)
    return Written(written)


@contextmanager
def _text(where: Target) -> Iterator[TextIO]:
    if where.path is None:
        yield sys.stdout
        return
    with _binary(where) as stream:
        out = io.TextIOWrapper(stream, "utf-8", newline="")
        yield out
        out.flush()
        out.detach()


@contextmanager
def _binary(where: Target) -> Iterator[BinaryIO]:
    if where.path is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        return
    with whole_file(where.path, force=where.force) as stream:
        if where.path.suffix.lower() != _PACKED:
            yield stream
            return
        import gzip

        # no name and no time: the same bytes again; level 9 packs hardly better in more than twice the time
        with gzip.GzipFile("", "wb", 6, stream, mtime=0) as packed:
            yield packed  # type: ignore[misc]
