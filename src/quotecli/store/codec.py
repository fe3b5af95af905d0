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
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from quotecli.core.dates import PartialDate
from quotecli.core.types import Kind, Role, Span

if TYPE_CHECKING:
    from quotecli.core.types import Evidence, Paragraph

__all__ = [
    "DAY",
    "KINDS",
    "KIND_NUMBERS",
    "ROLES",
    "ROLE_NUMBERS",
    "NotWritten",
    "Stored",
    "codes_within",
    "date_code",
    "date_from",
    "join_list",
    "kind_from",
    "pack_evidence",
    "pack_layout",
    "role_from",
    "signed",
    "splice",
    "split_list",
    "storable",
    "text_from",
    "text_or_none",
    "unpack_evidence",
    "unpack_layout",
    "unpack_text",
    "unsigned",
    "values_in_evidence",
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

DAY = 4
"""From a date's number, see `date_code`, to that of the next day."""
KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
ROLE_NUMBERS = {role: number for number, role in enumerate(ROLES)}

Stored = str | bytes
"""A text in the store, see `storable`."""
_UNIT = "\x1f"  # ASCII unit separator: no title, name or path holds it after reading
_RECORD = "\x1e"  # ASCII record separator
_PARAGRAPH = struct.Struct("<IIBIIIf")
_NONE = 0xFFFFFFFF
_NO_SOURCE = (_NONE, _NONE)
_LEVEL = 6
_PLAIN = b"\x01"
"""Begins the layout of plain paragraphs; what zlib writes begins with another byte."""
_GAP = 2
_BODY = (0, *_NO_SOURCE, _NONE, -1.0)


class NotWritten(ValueError):
    """A value in a store that nobody wrote there: the store is damaged."""


@lru_cache(maxsize=16384)
def date_code(value: PartialDate | None) -> int | None:
    """Write a date as its first day's ordinal times four plus its precision (0 year, 1 month, 2 day)."""
    if value is None:
        return None
    return value.first.toordinal() * DAY + (2 if value.day else 1 if value.month else 0)


def codes_within(value: PartialDate) -> tuple[int, int]:
    """Return the least and the greatest number that `date_code` gives a date within this one."""
    return value.first.toordinal() * DAY, value.last.toordinal() * DAY + DAY - 1


def date_from(code: int | None) -> PartialDate | None:
    """Read what `date_code` wrote."""
    if code is None:
        return None
    try:
        day = date.fromordinal(code >> 2)
    except (TypeError, ValueError, OverflowError) as error:
        raise NotWritten(f"{code!r} is no date") from error
    precision = code & 3
    return PartialDate(day.year, day.month if precision else None, day.day if precision == 2 else None)


def storable(text: str) -> Stored:
    """Return the text as SQLite may hold it: itself, or bytes where it has lone surrogates."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def text_from(value: Stored) -> str:
    """Read what `storable` wrote."""
    if isinstance(value, str):
        return value
    try:
        return value.decode("utf-8", "surrogatepass")
    except (AttributeError, UnicodeDecodeError) as error:
        raise NotWritten(f"{value!r} is no text") from error


def text_or_none(value: Stored | None) -> str | None:
    """Read a text that may be missing."""
    return None if value is None else text_from(value)


def kind_from(number: int) -> Kind:
    """Return the kind of this number."""
    if number not in range(len(KINDS)):
        raise NotWritten(f"{number!r} is no kind")
    return KINDS[number]


def role_from(number: int) -> Role:
    """Return the role of this number."""
    if number not in range(len(ROLES)):
        raise NotWritten(f"{number!r} is no role")
    return ROLES[number]


def join_list(values: Iterable[str]) -> Stored | None:
    """Write a list of texts as one; an empty list is None."""
    joined = _UNIT.join(values)
    return storable(joined) if joined else None


def split_list(value: Stored | None) -> tuple[str, ...]:
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


def without_holes(text: str, starts: Sequence[int], ends: Sequence[int]) -> str:
    """Return `text` without its quotations, given as the offsets at which each starts and ends."""
    kept = []
    position = 0
    length = len(text)
    for start, end in zip(starts, ends, strict=True):
        if start < position or end < start or end > length:
            words = [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]
            return "".join([text[start:end] for start, end in _between(length, _holes(length, words))])
        kept.append(text[position:start])
        position = end
    kept.append(text[position:])
    return "".join(kept)


def _between(length: int, holes: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
    """Return the spans of a text that lie between its holes."""
    ends = [start + len(words) for start, words in holes]
    return list(zip((0, *ends), (*(start for start, _ in holes), length), strict=True))


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
    """Write a document's paragraphs and the rest of its text (of `length` characters when whole) as one blob.

    What most documents are, plain paragraphs with an empty line between any two, is written as their lengths.
    """
    lengths = _plain(length, paragraphs)
    if lengths is not None:
        return _PLAIN + zlib.compress(f"{','.join(map(str, lengths))}\n{rest}".encode("utf-8", "surrogatepass"), _LEVEL)
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


def _plain(length: int, paragraphs: Sequence[Paragraph]) -> list[int] | None:
    """Return the paragraphs' lengths if a text is plain paragraphs, all of it, with two characters between any two."""
    lengths = []
    position = 0
    for paragraph in paragraphs:
        end = paragraph.end
        if (
            paragraph.start != position
            or paragraph.role is not Role.BODY
            or paragraph.source is not None
            or paragraph.page is not None
            or paragraph.time is not None
        ):
            return None
        lengths.append(end - position)
        position = end + _GAP
    return lengths if position == length + _GAP else None


def _unpack(blob: bytes) -> tuple[int, str, Iterable[tuple[Any, ...]]]:
    if blob.startswith(_PLAIN):
        lengths, _, rest = zlib.decompress(blob[len(_PLAIN) :]).decode("utf-8", "surrogatepass").partition("\n")
        ends = list(accumulate([int(length) + _GAP for length in lengths.split(",")]))
        return ends[-1] - _GAP, rest, [(start, end - _GAP, *_BODY) for start, end in pairwise((0, *ends))]
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


def values_in_evidence(blob: bytes | None, field: str) -> list[str]:
    """Return the values that `pack_evidence` wrote for a field; a blob that can't be read has none."""
    if not blob:
        return []
    try:
        records = zlib.decompress(blob).decode("utf-8", "surrogatepass").split(_RECORD)
    except (zlib.error, UnicodeDecodeError):
        return []
    beginning = f"{field}{_UNIT}"
    return [record.split(_UNIT, 2)[1] for record in records if record.startswith(beginning)]


def unpack_evidence(blob: bytes | None) -> tuple[Evidence, ...]:
    """Read what `pack_evidence` wrote."""
    from quotecli.core.types import Evidence

    if not blob:
        return ()
    records = zlib.decompress(blob).decode("utf-8", "surrogatepass").split(_RECORD)
    fields = [record.split(_UNIT) for record in records]
    return tuple(Evidence(f[0], f[1], f[2], bool(f[3]), f[4] or None) for f in fields)
