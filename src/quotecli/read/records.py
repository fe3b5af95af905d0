"""JSON, JSON Lines and CSV: one document a record, streamed.

A record whose text stands in a field `text` gives it as it is, so that offsets hold; in fields of other names HTML is
recognised and read as a page.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from quotecli.core.errors import NotADocument, ReadError, TooLarge
from quotecli.core.types import Article
from quotecli.read.bounds import size_in_words, time_limit
from quotecli.read.distinct import Told, distinct
from quotecli.read.draft import Draft, MetaCandidate, Rank, storable
from quotecli.read.encoding import decode, wide_encoding
from quotecli.read.feeds import site_of_feed
from quotecli.read.fields import Record, known_names, plain_name, read_record
from quotecli.read.item import Item, Reader, Result, digest_bytes, lines
from quotecli.read.jsonlist import iter_list
from quotecli.read.options import ReadFailure, ReadOptions
from quotecli.read.rows import rows_of
from quotecli.read.sniff import suffix
from quotecli.read.turn_records import is_spoken, turns_in, turns_of

_LINE_SUFFIXES = {".jsonl", ".ndjson", ".jsonlines", ".jl"}
_HTML_TEXT = re.compile(r"<(?:p|div|br|article|section|blockquote|ul|h[1-6])\b[^<>]*>", re.IGNORECASE)
_NO_TEXT = "no field holds the text; name it with --map text=FIELD"
_QUOTES = "quotes that this tool listed, not documents; `quotes import` takes JSON Lines of `quotes export`"
_OF_QUOTES = frozenset("text said_as paragraph start end".split())
"""Fields that each of our listings of quotes has, and no document."""
_SEARCH_DEPTH = 3
_LISTS = frozenset(
    "articles results docs documents items entries data hits records stories posts response value news rows content"
    " feed output objects children".split()
)
"""Names under which exports hold their list of records; lists of other names (quotes, comments) belong to a record."""
_HELD = 1000
"""Failures of one file that are named."""


def read_json(item: Item, options: ReadOptions, _reader: Reader) -> Iterator[Result]:
    """Read JSON Lines, or one JSON value that is a document or holds a list of them."""
    yield from _said_once(distinct(_read_json(item, options), item.source), item)


def _said_once(results: Iterator[Result], item: Item) -> Iterator[Result]:
    """Say once for a whole file that none of its records is a document, not for each; end after too many failures."""
    held: list[ReadFailure] | None = []
    failures = 0
    for result in results:
        failures += isinstance(result, ReadFailure) and result.lost
        if failures > _HELD:
            break
        if held is None:
            yield result
        elif isinstance(result, ReadFailure) and result.error in {_NO_TEXT, _QUOTES}:
            held.append(result)
        else:
            yield from held
            yield result
            held = None
    if held:
        yield ReadFailure(item.source, held[0].error)
    elif failures > _HELD:
        yield ReadFailure(item.source, f"more than {_HELD:,} of its records can't be read; the rest is left out")


def _read_json(item: Item, options: ReadOptions) -> Iterator[Told | ReadFailure]:
    """Read JSON Lines, or one JSON value that is a document or holds a list of them.

    Which of them it is the first line tells: it is whole JSON, or only its beginning.
    """
    if not wide_encoding(item.head) and _is_list(item.head):
        yield from _read_list(item, options)
        return
    found = _utf8_lines(item)
    first = next((line for line in found if line is None or line.strip()), b"")
    as_lines = suffix(item.name.removesuffix(".gz")) in _LINE_SUFFIXES
    if first is None or as_lines or isinstance(_parse(first), dict | list):
        yield from _read_lines(first, found, item, options)
        return
    rest = io.BytesIO()
    rest.write(first)
    for line in found:
        rest.write(b"\n" + (line or b""))
        if rest.tell() > item.budget.bounds.document:
            raise TooLarge(f"larger than {size_in_words(item.budget.bounds.document)}; write it as JSON Lines")
    value = _parse(rest.getvalue())
    if isinstance(value, ValueError):
        raise NotADocument(f"broken JSON: {value}")
    yield from _read_value(value, item, options)


def _is_list(head: bytes) -> bool:
    """Tell whether JSON is one list, by its beginning: not where the list ends with its line and more lines follow."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    first, _, rest = start.partition(b"\n")
    return start[:1] == b"[" and not (rest.strip() and isinstance(_parse(first), list))


def _read_list(item: Item, options: ReadOptions) -> Iterator[Told | ReadFailure]:
    """Read the records of a JSON list, one at a time."""
    met = False
    spoken: list[Mapping[str, Any]] = []
    for number, value in enumerate(iter_list(item.stream, item.budget.bounds.document), 1):
        item.budget.restart()
        item.budget.record()
        if isinstance(value, Mapping) and len(spoken) == number - 1 and _is_turn(value, options):
            spoken.append(value)
            continue
        yield from _each(spoken, item, options)
        met = met or bool(spoken)
        spoken = []
        if isinstance(value, Mapping):
            met = True
            yield from _record(value, item, options, number)
        elif met:
            yield ReadFailure(f"{item.source}#{number}", "not an object with fields")
        elif number == _HELD:
            break
    if len(spoken) > 1 and (turns := turns_of(spoken)):
        yield _told(Record(turns, False, None, ()), item, options, None)
        return
    yield from _each(spoken, item, options)
    if not (met or spoken):
        raise NotADocument("no records with fields in this JSON")


def _each(records: Iterable[Mapping[str, Any]], item: Item, options: ReadOptions) -> Iterator[Told | ReadFailure]:
    """Read the first records of a list, which turned out to be no conversation."""
    for number, value in enumerate(records, 1):
        yield from _record(value, item, options, number)


def _utf8_lines(item: Item) -> Iterator[bytes | None]:
    """Yield the lines in UTF-8, whatever Unicode encoding they have."""
    limit = item.budget.bounds.document
    wide = wide_encoding(item.head)
    if not wide:
        yield from lines(item.stream, limit)
        return
    text = io.TextIOWrapper(item.stream, wide, "replace", newline="\n")
    try:
        while line := text.readline(limit):
            is_whole = line.endswith("\n") or len(line) < limit
            yield line.rstrip("\r\n").encode("utf-8", "surrogatepass") if is_whole else None
            while not is_whole and (rest := text.readline(limit)):
                is_whole = rest.endswith("\n")
    finally:
        text.detach()  # else it would close the stream that it was given


def _parse(line: bytes) -> Any:
    """Return the JSON value of a line; the ValueError instead where it is none, or nested too deeply."""
    try:
        return json.loads(decode(line))
    except RecursionError:
        return ValueError("nested too deeply")
    except json.JSONDecodeError as error:
        reason = error.msg.lower().removesuffix(" at")  # "unterminated string starting at"
        return ValueError(f"{reason} at line {error.lineno}, column {error.colno}")
    except ValueError as error:  # a number of more digits than Python converts
        return ValueError(str(error).partition(";")[0].lower())


def _read_lines(
    first: bytes | None, rest: Iterable[bytes | None], item: Item, options: ReadOptions
) -> Iterator[Told | ReadFailure]:
    for number, line in enumerate(chain([first], rest), 1):
        if line is not None and not line.strip():
            continue
        item.budget.restart()
        item.budget.record()
        if line is None:
            limit = size_in_words(item.budget.bounds.document)
            yield ReadFailure(f"{item.source}#{number}", f"a line of more than {limit}")
            continue
        value = _parse(line)
        if isinstance(value, ValueError):
            yield ReadFailure(f"{item.source}#{number}", f"broken JSON: {value}")
        elif isinstance(value, Mapping):
            yield from _record(value, item, options, number, digest_bytes(line))
        elif isinstance(value, list) and any(isinstance(record, Mapping) for record in value):
            yield from _read_value(value, item, options)
        else:
            yield ReadFailure(f"{item.source}#{number}", "not an object with fields")


def _read_value(value: Any, item: Item, options: ReadOptions) -> Iterator[Told | ReadFailure]:
    """Read a parsed JSON file: a list of records, a record, or an object around a list of them."""
    records = value if isinstance(value, list) else [value]
    if not any(isinstance(record, Mapping) for record in records):
        raise NotADocument("no records with fields in this JSON")
    for number, record in enumerate(records, 1):
        item.budget.record()
        if isinstance(record, Mapping):
            yield from _record(record, item, options, number if len(records) > 1 else None)
        else:
            yield ReadFailure(f"{item.source}#{number}", "not an object with fields")


def _record(
    fields: Mapping[str, Any], item: Item, options: ReadOptions, number: int | None, digest: str = ""
) -> Iterator[Told | ReadFailure]:
    """Read one record, or the list of records that it wraps (`{"articles": […]}`)."""
    if _are_quotes(fields, options):
        yield ReadFailure(f"{item.source}#{number}", _QUOTES)
        return
    found = read_record(fields, options.field_map)
    if "text" not in options.field_map and (turns := turns_in(fields)):
        found = replace(found, text=turns, is_html=False)
    wrapped = _wrapped(fields, options.field_map) if found.text is None else []
    if wrapped:
        item = replace(item, candidates=(*item.candidates, *_of_all(fields, found)))
        for inner, record in enumerate(wrapped, 1):
            item.budget.record()
            yield _told(read_record(record, options.field_map), item, options, inner, digest)
        return
    yield _told(found, item, options, number, digest, unit="line" if digest else "record")


def _are_quotes(names: Iterable[str], options: ReadOptions) -> bool:
    """Tell by its fields whether a record is a quote of ours, and nobody said where its text stands."""
    return "text" not in options.field_map and _OF_QUOTES.issubset(names)


def _is_turn(record: Mapping[str, Any], options: ReadOptions) -> bool:
    """Tell whether a record may be a turn of a conversation that is told by a list."""
    return is_spoken(record) and not _are_quotes(record, options)


def _of_all(fields: Mapping[str, Any], found: Record) -> Iterator[MetaCandidate]:
    """Yield the outlet and the language that stand beside a list of records; a JSON Feed's title is its outlet."""
    if "jsonfeed.org/" in str(fields.get("version", "")) and isinstance(title := fields.get("title"), str):
        yield MetaCandidate("outlet", site_of_feed(title), "feed title", Rank.RECORD)
    yield from (replace(one, rank=Rank.META) for one in found.candidates if one.field in {"outlet", "language"})


def _wrapped(fields: Mapping[str, Any], field_map: Mapping[str, str], depth: int = 0) -> list[Mapping[str, Any]]:
    """Return the first list of records with texts within an object, at most three objects deep."""
    for value in (value for name, value in fields.items() if plain_name(name) in _LISTS):
        if isinstance(value, list):
            records = [record for record in value if isinstance(record, Mapping)]
            if any(read_record(record, field_map).text is not None for record in records[:20]):
                return records
        if isinstance(value, Mapping) and depth < _SEARCH_DEPTH and (found := _wrapped(value, field_map, depth + 1)):
            return found
    return []


def _told(
    record: Record, item: Item, options: ReadOptions, number: int | None, digest: str = "", *, unit: str = "record"
) -> Told | ReadFailure:
    """Return the article of a record with its place."""
    article = _article(record, item, options, number, digest)
    return Told(article, number, unit, record.id is not None) if isinstance(article, Article) else article


def _article(record: Record, item: Item, options: ReadOptions, number: int | None, digest: str) -> Result:
    """Return the article of a record; its place is named by its own id, else its number, else the file's."""
    own = record.id or (str(number) if number is not None else None)
    source = f"{item.source}#{own}" if own is not None else item.source
    if record.text is None:
        return ReadFailure(source, _NO_TEXT)
    from quotecli.read.metadata import finish

    key = record.id or (f"{item.key}#{number}" if number is not None else item.key)
    try:
        with time_limit(options.bounds.seconds):
            draft = _draft(record)
            return finish(
                draft,
                options=options,
                source=_storable(source),
                key=_storable(key),
                digest=digest or digest_bytes(draft.text.encode("utf-8", "replace")),
                extra=(*record.candidates, *item.candidates),
            )
    except ReadError as error:
        return ReadFailure(_storable(source), str(error))


def _draft(record: Record) -> Draft:
    from quotecli.read.text import draft_from_text

    text = record.text or ""
    if record.is_html is not False and (record.is_html or _HTML_TEXT.search(text[:20_000])):
        from quotecli.read.documents import html_draft

        url = next((found.value for found in record.candidates if found.field == "url"), None)
        return html_draft(text, url=url)
    return draft_from_text(text)


def _storable(text: str) -> str:
    return storable(" ".join(text.split()))


def read_table(item: Item, options: ReadOptions, _reader: Reader) -> Iterator[Result]:
    """Read CSV (commas, semicolons, tabs or bars; see `rows_of`): the first row names the columns."""
    yield from distinct(_read_table(item, options), item.source)


def _read_table(item: Item, options: ReadOptions) -> Iterator[Told | ReadFailure]:
    csv.field_size_limit(item.budget.bounds.document)
    text = (decode(line or b"") + "\n" for line in _utf8_lines(item))
    header_line = next(text, "")
    rows = _safely(rows_of(chain([header_line.lstrip("\ufeff")], text), _delimiter(header_line)), item)
    header = next(rows, None)
    if not isinstance(header, list):
        raise NotADocument("no table with named columns")
    if _are_quotes(header, options):
        raise NotADocument(_QUOTES)
    if read_record(dict.fromkeys(header, "x"), options.field_map).text is None:
        raise NotADocument("no column holds the text; name it with --map text=COLUMN")
    for number, row in enumerate(rows, 1):
        item.budget.restart()
        item.budget.record()
        if isinstance(row, ReadFailure):
            yield row
            return
        if any(cell.strip() for cell in row):
            record = read_record(dict(zip(header, row, strict=False)), options.field_map)
            yield _told(record, item, options, number, unit="row")


def _safely(rows: Iterator[list[str]], item: Item) -> Iterator[list[str] | ReadFailure]:
    """Yield the rows; what the csv module finds wrong ends them with a failure, since rows can't be found again."""
    try:
        yield from rows
    except csv.Error as error:
        yield ReadFailure(item.source, f"broken CSV: {str(error).lower()}")


def _delimiter(header: str) -> str:
    """Return the delimiter that splits the header into the most names, and best into names that we know."""
    known = {name for names in known_names().values() for name in names}

    def worth(delimiter: str) -> tuple[int, int]:
        names = [plain_name(name.strip('" ')) for name in header.strip().split(delimiter)]
        return sum(name in known for name in names), len(names)

    return max(",;\t|", key=worth)
