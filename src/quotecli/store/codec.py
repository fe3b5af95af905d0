"""How values are written in the store's columns, and read back.

Dates are one number that sorts as the calendar does; texts that UTF-8 can't hold (lone surrogates from a broken
document or file name) are kept as bytes; a document's text is kept without its quotations, which the quotes table
holds already, and is put together again when it is read.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from operator import le
from typing import TYPE_CHECKING, Any

from quotecli.core.dates import PartialDate
from quotecli.core.types import Kind, Role, Span

if TYPE_CHECKING:
    from quotecli.core.types import Evidence, Paragraph

__all__ = [
    "KINDS",
    "KIND_NUMBERS",
    "ROLES",
    "ROLE_NUMBERS",
    "date_code",
    "date_from",
    "join_list",
    "pack_evidence",
    "pack_layout",
    "signed",
    "splice",
    "split_list",
    "storable",
    "text_from",
    "unpack_evidence",
    "unpack_layout",
    "unpack_text",
    "unsigned",
    "without_holes",
]

KINDS = (Kind.DIRECT, Kind.PARTIAL, Kind.POST, Kind.INDIRECT)
"""Kinds in the order of their numbers in the store; append only."""

ROLES = (
    Role.BODY,
    Role.CAPTION,
    Role.HEADLINE,
    Role.BLOCKQUOTE,
    Role.SUBTITLE,
    Role.BYLINE,
    Role.POST,
    Role.LIST,
    Role.NOTE,
    Role.BOILERPLATE,
)
"""Roles in the order of their numbers in the store; append only."""

KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
ROLE_NUMBERS = {role: number for number, role in enumerate(ROLES)}

_UNIT = "\x1f"  # ASCII unit separator: no title, name or path holds it after reading
_RECORD = "\x1e"  # ASCII record separator
_PARAGRAPH = struct.Struct("<IIBIIIf")
_NONE = 0xFFFFFFFF
_NO_SOURCE = (_NONE, _NONE)
_LEVEL = 6


def date_code(value: PartialDate | None) -> int | None:
    """Write a date as its first day's ordinal times four plus its precision (0 year, 1 month, 2 day)."""
    if value is None:
        return None
    return value.first.toordinal() * 4 + (2 if value.day else 1 if value.month else 0)


def date_from(code: int | None) -> PartialDate | None:
    """Read what `date_code` wrote."""
    if code is None:
        return None
    day = date.fromordinal(code >> 2)
    precision = code & 3
    return PartialDate(day.year, day.month if precision else None, day.day if precision == 2 else None)


def storable(text: str) -> str | bytes:
    """Return the text as SQLite may hold it: itself, or bytes where it has lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def text_from(value: str | bytes) -> str:
    """Read what `storable` wrote."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")


def join_list(values: Iterable[str]) -> str | bytes | None:
    """Write a list of texts as one; an empty list is None."""
    joined = _UNIT.join(values)
    return storable(joined) if joined else None


def split_list(value: str | bytes | None) -> tuple[str, ...]:
    """Read what `join_list` wrote."""
    return tuple(text_from(value).split(_UNIT)) if value else ()


def signed(number: int) -> int:
    """Move a number of 0 to 2⁶⁴ - 1 into SQLite's signed range, keeping the order."""
    return number - (1 << 63)


def unsigned(number: int) -> int:
    """Read what `signed` wrote."""
    return number + (1 << 63)


def _holes(text_length: int, quotes: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the quotes that are left out of the text, in order: of those that overlap, the first and shortest."""
    holes = []
    position = 0
    for start, words in sorted(quotes, key=lambda quote: (quote[0], len(quote[1]))):
        if start >= position and start + len(words) <= text_length:
            holes.append((start, words))
            position = start + len(words)
    return holes


def without_holes(text: str, quotes: Sequence[tuple[int, str]]) -> str:
    """Return `text` without its quotations, given as (offset, words)."""
    starts = [start for start, _ in quotes]
    ends = [start + len(words) for start, words in quotes]
    if not all(map(le, [0, *ends], [*starts, len(text)])):
        holes = _holes(len(text), quotes)
        return without_holes(text, holes)
    return "".join(map(text.__getitem__, map(slice, [0, *ends], [*starts, len(text)])))


def splice(rest: str, length: int, quotes: Iterable[tuple[int, str]]) -> str:
    """Put a text of `length` characters together from what `without_holes` left and the same quotations."""
    parts = []
    position = taken = 0
    for start, words in _holes(length, quotes):
        between = start - position
        parts += [rest[taken : taken + between], words]
        taken += between
        position = start + len(words)
    parts.append(rest[taken:])
    return "".join(parts)


def pack_layout(length: int, rest: str, paragraphs: Sequence[Paragraph]) -> bytes:
    """Write a document's paragraphs and the rest of its text (of `length` characters when whole) as one blob."""
    pack = _PARAGRAPH.pack
    records = [struct.pack("<II", length, len(paragraphs))]
    records += [
        pack(
            paragraph.start,
            paragraph.end,
            ROLE_NUMBERS[paragraph.role],
            *(paragraph.source or _NO_SOURCE),
            _NONE if paragraph.page is None else paragraph.page,
            -1.0 if paragraph.time is None else paragraph.time,
        )
        for paragraph in paragraphs
    ]
    records.append(rest.encode("utf-8", "surrogatepass"))
    return zlib.compress(b"".join(records), _LEVEL)


def _unpack(blob: bytes) -> tuple[int, str, Iterable[tuple[Any, ...]]]:
    data = zlib.decompress(blob)
    length, count = struct.unpack_from("<II", data)
    end = 8 + count * _PARAGRAPH.size
    return length, data[end:].decode("utf-8", "surrogatepass"), _PARAGRAPH.iter_unpack(data[8:end])


def unpack_text(blob: bytes) -> tuple[int, str, tuple[tuple[int, int], ...]]:
    """Read of what `pack_layout` wrote the whole text's length, the rest of the text, the paragraphs' offsets."""
    length, rest, records = _unpack(blob)
    return length, rest, tuple(record[:2] for record in records)


def unpack_layout(blob: bytes) -> tuple[int, str, tuple[Paragraph, ...]]:
    """Read what `pack_layout` wrote: the whole text's length, the rest of the text, the paragraphs."""
    from quotecli.core.types import Paragraph

    length, rest, records = _unpack(blob)
    paragraphs = tuple(
        Paragraph(
            start,
            stop,
            ROLES[role],
            None if source_start == _NONE else Span(source_start, source_end),
            None if page == _NONE else page,
            None if time < 0 else time,
        )
        for start, stop, role, source_start, source_end, page, time in records
    )
    return length, rest, paragraphs


def pack_evidence(evidence: Sequence[Evidence]) -> bytes | None:
    """Write the candidates for a document's metadata as one blob; None when there are none."""
    if not evidence:
        return None
    lines = [
        _UNIT.join((found.field, found.value, found.source, "1" if found.used else "", found.note or ""))
        for found in evidence
    ]
    return zlib.compress(_RECORD.join(lines).encode("utf-8", "surrogatepass"), _LEVEL)


def unpack_evidence(blob: bytes | None) -> tuple[Evidence, ...]:
    """Read what `pack_evidence` wrote."""
    from quotecli.core.types import Evidence

    if not blob:
        return ()
    records = zlib.decompress(blob).decode("utf-8", "surrogatepass").split(_RECORD)
    fields = [record.split(_UNIT) for record in records]
    return tuple(Evidence(f[0], f[1], f[2], bool(f[3]), f[4] or None) for f in fields)
